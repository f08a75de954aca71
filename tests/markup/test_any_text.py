"""Whatever an editor writes, headings are anchored where they were promised, and nothing in the page runs."""

import html
import re

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Span, Text
from generator.markup import isolate, plain_text, render, scan_body, slow_markdown, unsafe_html
from generator.markup.engine import Engine
from generator.markup.lines import classify_lines
from generator.structure import PartSpec

PARTS = (
    PartSpec(id="worked", title=Text(he="מה עבד", ar="ما الذي نجح", en="What worked")),
    PartSpec(id="use", title=Text(he="מה ייעשה בידע", ar="الاستعمال", en="Use")),
)

_LINES = st.sampled_from(
    [
        "# כותרת", "## מה עבד", "##צמוד", "### {#use}", "## מה עבד {#x}", "כותרת\n---", "a\n===", "טקסט", "", "", "- א", "  - ב",
        "    קוד", "\tקוד", "```", "~~~~", "```py", "> ציטוט", "> # בתוך", "1. אחת", "| א | ב |", "|---|---|", "<div>", "</div>",
        "<!-- # סמוי", "-->", "<!-- x -->", "<script>", "</script>", "<pre>", "</pre>", "[^1]: הערה", "ראו[^1]", "[r]: a.md",
        "[r]", "[קישור](foreword.md#use \"שם\")", "![תמונה](media/a.png 'כיתוב')", "<a href='x.md'>", "`# לא`", "\\# לא", "***",
        "מונח\n:   הגדרה", "*[API]: ממשק", "<b onclick=x>", "[x](javascript:alert(1))", "<https://example.org>", "    # קוד", "#",
        "######", "## # ##", "- # בפריט", "\x0b", "\x02sikum:0\x03", "&lt;", "**מודגש** _נטוי_ `קוד`", "/// x", ":::", "a  ",
        "[ב](קובץ עם רווח.pdf)", "[ג](<x y.md> 'ש')", "[ד](e.md", "\"ש\")", "[ה][r]", "![ו][r]", "[r]: <b.md> 'ש'", "[", "](",
        "![", ")", "[א [ב](c.md) ג](d.md)", "[a](b(c).md)", "[a](b(c.md)", "\\[א](b.md)", "[א\\](b.md)", "`[א](b.md)", "``",
        '<img src="a>b.png">', "<a href=y.md", ">", "[א]( z.md )", "[א](z.md 'ב\" )", "![a](b.png)![c](d.png)", "[א]()", "<a@b.cd>",
        "[x]\n[r]", "[r] [r]", "[^1][r]", "[^1](f.md)", "   [s]: s.md", "[s]", "\\`[א](b.md)`", "[א](b&amp;c.md)", "[א](b\\)c.md)",
        "**א**: ב", "**א\n- ב", "(א | ב\n|---|---|", '"א": ב', "א\n: ב", "א\n[^2]: ב", "א\n*[ב]: ג", "א\n> ב", "א\n1. ב", "א\\*",
    ]
)  # fmt: skip
_MARKDOWN = st.lists(st.one_of(_LINES, st.text(max_size=20)), max_size=25).map("\n".join)


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _within(span: Span, text: str, first_line: int) -> str:
    """The text of a span, which must lie in the file."""
    lines = _lines(text)
    assert first_line <= span.line <= span.end_line < first_line + len(lines)
    first, last = lines[span.line - first_line], lines[span.end_line - first_line]
    assert 1 <= span.column <= len(first) + 1
    assert 1 <= span.end_column <= len(last) + 1 or not first.strip("# \t")
    if span.line == span.end_line:
        return first[span.column - 1 : span.end_column - 1]
    return "\n".join([first[span.column - 1 :], *lines[span.line - first_line + 1 : span.end_line - first_line]])


def _plain_engine() -> Engine:
    """Python-Markdown that tries everything on every text, as it comes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.markup.engine.install_fast_path", lambda _: None)
        return Engine()


_QUICK, _PLAIN = Engine(), _plain_engine()


@given(_MARKDOWN)
def test_passing_over_what_cannot_match_changes_nothing(text: str) -> None:
    """Were a mark missing from the list of marks, what an author wrote would stand on the page as it was typed."""
    layout = classify_lines(text)
    tags = ["h2"] * len(layout.headings)
    quick, plain = (each.convert(layout, tags, note_back="{}", table_label="t") for each in (_QUICK, _PLAIN))
    assert quick == plain


@given(_MARKDOWN)
def test_the_page_has_the_headings_that_were_found_and_no_others(text: str) -> None:
    """A link to a heading was checked against the scan: were the page to disagree, it would lead nowhere."""
    body = scan_body("p/chapter.md", text, 7, PARTS)
    ids = [heading.id for heading in body.headings]
    assert len(set(ids)) == len(ids)
    page = render(body, lambda target: target)
    assert re.findall(r'<h[2-6] id="([^"]*)"', page.html) == [entry.id for entry in page.toc]
    assert [entry.id for entry in page.toc] == ids


@given(_MARKDOWN)
def test_every_place_lies_in_its_file(text: str) -> None:
    """A caret under the wrong word sends the editor looking in the wrong place."""
    body = scan_body("p/chapter.md", text, 7, PARTS)
    for heading in body.headings:
        _within(heading.span, text, 7)
    for link in body.links:
        assert _within(link.span, text, 7).strip() or not link.target
    for _, span in unsafe_html(body):
        _within(span, text, 7)
    for span in slow_markdown(body):
        _within(span, text, 7)


@given(_MARKDOWN)
def test_the_page_is_clean_whatever_was_written(text: str) -> None:
    """Readers of all ministries would run what one editor wrote."""
    body = scan_body("p/chapter.md", text, 1, PARTS)
    page = render(body, lambda target: target).html
    again = nh3.clean(page, attributes=_OPEN, url_schemes={"http", "https", "mailto", "tel"}, link_rel=None, tags=_TAGS)
    assert again == page.replace("<pre>\n", "<pre>")
    assert not re.search(
        r"<(script|style|iframe|form|object|svg)\b|\son\w+=|javascript:|data:", _tags(page), re.IGNORECASE
    )
    assert "\x02" not in page
    assert "sikum:" not in _tags(page)


_WELL_FORMED = st.lists(
    st.sampled_from(
        [
            "[א](a.md)", "[ב](קובץ עם רווח.pdf)", "[ג](<x y.md> 'ש')", "![ד](e.png \"ש\")", "[r]", "![ו][r]", "[s][]", "`קוד`",
            "[a](b(c).md)", "<a href='h.md'>ח</a>", "<https://example.org/?a=1&b=2>", "<a@b.cd>", "",
            "[א](b&amp;c.md)", "[א](b\\)c.md)", "- [פריט](i.md)", "> [ציטוט](q.md)", "| [תא](t.md) | ב |\n|---|---|\n| ג | ד |",
            "טקסט", "## כותרת [ק](k.md)", "**[מודגש](m.md)**", "[^1]", "מונח\n:   [הגדרה](y.md)", "\\[לא](n.md)", "``[לא](n.md)``",
        ]
    ),
    max_size=12,
).map(lambda lines: "\n".join([*lines, "", "סוף[^1]", "", "[r]: <r.md> 'ש'", "[s]: s.md", "", "[^1]: [הערה](f.md)"]))  # fmt: skip


@given(_WELL_FORMED)
def test_the_page_leads_where_the_scan_saw_it_lead(text: str) -> None:
    """The links are checked on what the scan finds: one that it missed would be dropped, one too many called broken."""
    body = scan_body("p/chapter.md", text, 1, PARTS)
    asked: list[str] = []

    def resolve(target: str) -> str:
        asked.append(target)
        return target

    page = render(body, resolve).html
    assert set(asked) == {link.target for link in body.links}
    assert not re.search(r"<a>|<img(?![^>]*src)", page)


@given(_MARKDOWN)
def test_the_page_leads_nowhere_that_was_not_seen(text: str) -> None:
    """Whatever broken HTML a browser would make sense of, nothing is linked that the checks did not see."""
    body = scan_body("p/chapter.md", text, 1, PARTS)
    page = render(body, lambda target: target).html
    targets = {html.escape(link.target) for link in body.links}
    for address in re.findall(r' (?:href|src)="([^"]*)"', _tags(page)):
        assert html.escape(html.unescape(address)) in targets or address.startswith("#fn")


@given(_MARKDOWN)
def test_isolating_changes_no_word(text: str) -> None:
    """The isolation is for the eye alone: what is searched and copied stays as written."""
    page = render(scan_body("p/chapter.md", text, 1, PARTS), lambda target: target).html
    assert plain_text(isolate(page)) == plain_text(page)
    plain = re.sub(r'<bdi dir="ltr"( class="address")?>', "", isolate(page))
    assert plain.replace("</bdi>", "") == page.replace("</bdi>", "")


def _tags(page: str) -> str:
    return " ".join(re.findall(r'<[^>"]*(?:"[^"]*"[^>"]*)*>', page))


_TAGS = nh3.ALLOWED_TAGS | {"section", "mark", "input", "figure", "figcaption", "ins", "del"} - {"input"}
_OPEN = {
    "*": {"id", "class", "lang", "dir", "role", "aria-label", "tabindex", "title", "href", "src", "alt", "loading",
          "decoding", "scope", "start", "type", "cite", "datetime", "open", "value", "span", "colspan", "rowspan", "width",
          "height", "headers", "abbr", "reversed"},
}  # fmt: skip
