"""The page that an editor's Markdown becomes."""

import re
from typing import Any

from generator.markup import Labels, RenderedBody, isolate, plain_text, render, scan_body


def page(text: str, **options: Any) -> RenderedBody:
    """The text as a page, its links leading below `/x/`."""
    body = scan_body("p/chapter.md", text, 1, ())
    return render(body, lambda target: f"/x/{target}" if not target.startswith("missing") else None, **options)


def test_headings_begin_below_the_pages_own_title() -> None:
    """A screen reader's user moves by headings: two titles of the first level, or a gap, lose them."""
    made = page("# תוכן\n\nא\n\n# פרק\n\nב\n\n## סעיף\n\nג\n", title="תוכן")
    assert re.findall(r"<(h\d)", made.html) == ["h2", "h3"]
    assert [(entry.level, entry.id) for entry in made.toc] == [(2, "פרק"), (3, "סעיף")]
    assert 'id="תוכן"' in made.html  # a link to the title still leads to the top


def test_a_table_scrolls_by_itself_and_can_be_reached_by_keyboard() -> None:
    """On a phone a wide table would push the page aside; without the focus a keyboard's user cannot see its end."""
    made = page("| א | ב |\n|---|:-:|\n| 1 | 2 |\n").html
    assert '<div aria-label="טבלה" class="table-scroll" role="region" tabindex="0"><table>' in made
    assert '<th scope="col">א</th>' in made
    assert '<td class="align-center">2</td>' in made


def test_a_picture_with_a_title_is_a_figure() -> None:
    """The words under a picture belong to it."""
    made = page('![מפת האזור](media/map.png "האזור כולו")\n').html
    assert "<figure><img" in made
    assert 'loading="lazy"' in made
    assert "<figcaption>האזור כולו</figcaption>" in made


def test_footnotes_are_numbered_as_they_are_called() -> None:
    """Whoever cites note 1 of the page must find the same note in the PDF, whatever order the notes were written in."""
    made = page("ראשון[^b] ושני[^a].\n\n[^a]: א.\n[^b]: ב.\n", labels=Labels(note_back="חזרה {}")).html
    assert re.findall(r'href="#fn:(\w)"[^>]*>(\d)<', made) == [("b", "1"), ("a", "2")]
    assert made.index('id="fn:b"') < made.index('id="fn:a"')


def test_a_note_that_nothing_calls_is_not_shown() -> None:
    """An editor takes the call out and forgets the note: a git host shows none then, and the site published what it says."""
    made = page("ראשון[^b].\n\n[^a]: לשאול את הלשכה.\n\n    ועוד פסקה.\n\n[^b]: ב.\n").html
    assert "הלשכה" not in made
    assert "ועוד" not in made
    assert 'id="fn:b"' in made
    assert page("ראשון.\n\n[^a]: לשאול את הלשכה.\n").html == page("ראשון.\n").html


def test_a_list_below_what_an_author_calls_a_footnote_is_shown() -> None:
    """Only notes that nothing calls are an editor's own: where a page had any note, such a list vanished without a word."""
    listed = "1. א\n    {.footnote}\n    1. בתוך\n\n"
    assert "בתוך" in page(listed).html
    assert "בתוך" in page(listed + "ראשון[^b].\n\n[^b]: ב.\n").html


def test_numbers_of_a_list_are_numbers_in_any_digits() -> None:
    """A browser reads `start="٣"` as 1, and recommendation 3 becomes recommendation 1."""
    assert '<ol start="3">' in page("٣. שלוש\n٤. ארבע\n").html
    assert '<ol start="5"><li value="7">' in page('<ol start=" 5 "><li value="۷">א</li></ol>\n').html
    assert "start" not in page('<ol start="c"><li>א</li></ol>\n').html


def test_a_link_without_a_place_is_text() -> None:
    """A link that leads nowhere is worse than none."""
    assert page("[שם](missing.md)").html == "<p><a>שם</a></p>"


def test_nothing_runs() -> None:
    """What one editor writes is read by everyone."""
    hostile = (
        '<script>x</script><img src=a.png onerror=x><iframe src="https://e.org"></iframe><form><input></form>'
        '\n\n<a href="java\tscript:x">א</a> [ב](javascript:x) [ג](data:text/html,x) <p style="position:fixed" id="__search">ד</p>'
    )
    made = page(hostile).html
    assert made == '<img src="/x/a.png"><p><a>א</a> <a>ב</a> <a>ג</a> </p><p>ד</p><p></p>'


def test_a_list_may_follow_its_sentence() -> None:
    """Editors write so, and it works wherever else they write."""
    assert "<li>א</li>" in page("המסקנות:\n- א\n- ב\n").html


def test_code_keeps_its_text_and_its_language() -> None:
    """A sample of a data file must be copied as it was written."""
    assert page("```yaml\na: <b>\n# x\n```\n").html == (
        '<pre><code class="language-yaml">a: &lt;b&gt;\n# x\n</code></pre>'
    )


def test_two_dates_in_words_keep_their_order_in_hebrew() -> None:
    """`2023 – 30`, taken for a range, would show the day of the second date before the year of the first."""
    text = "15 בינואר 2023 – 30 ביוני 2024"
    assert isolate(text) == text


def test_signs_and_ranges_keep_their_order_in_hebrew() -> None:
    """In a right-to-left line 2016–2017 reads as 2017–2016, and -5% as 5%-."""
    text = "<p>בשנים 2016–2017 ירדו ב־5 אחוזים, -5% מול 3%. חייגו *6552, כתבו C++ או office@example.org</p>"
    isolated = re.findall(r'<bdi dir="ltr"(?: class="address")?>(.*?)</bdi>', isolate(text))
    assert isolated == ["2016–2017", "-5%", "*6552", "C++", "office@example.org"]
    assert (
        isolate('<p title="2016–2017">ה-5 במרץ <code>-5%</code></p>')
        == '<p title="2016–2017">ה-5 במרץ <code>-5%</code></p>'
    )


def test_plain_text_reads_as_a_person_would_read_it() -> None:
    """Search results and descriptions show it."""
    made = page("## כותרת\n\nפסקה עם **הדגשה**[^1] &amp; עוד.\n\n- א\n- ב\n\n[^1]: הערה.\n").html
    assert plain_text(made) == "כותרת\nפסקה עם הדגשה & עוד.\nא\nב\nהערה."


def test_the_way_back_from_a_footnote_is_said_in_the_page_s_language() -> None:
    """A screen reader would otherwise read an arrow."""
    made = page("טקסט[^א].\n\n[^א]: הערה.\n", labels=Labels(note_back="חזרה {}")).html
    assert 'href="#fnref:א"' in made
    assert 'aria-label="חזרה 1"' in made
