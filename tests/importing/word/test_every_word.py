"""Words seen are words kept and words left out, whatever stands in the file; and nothing that Word hides gets out."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importing.markdown import joined
from generator.importing.word.account import make_account
from generator.importing.word.document import read_document
from tests.importing.conftest import heading, paragraph, table, word
from tests.importing.word.packages import package, par

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def run(text: str, properties: str = "") -> str:
    """A run as Word writes it."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str, properties: str = "") -> str:
    """A paragraph of runs and whatever else."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def box(text: str) -> str:
    """A text box in both of its forms, as Word writes it: the reader sees one."""
    content = f"<w:txbxContent>{p(run(text))}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent {_MC}><mc:Choice Requires='wps'><w:drawing><b:x xmlns:b='urn:b'>{content}</b:x>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape {_V}><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(code: str, shown: str) -> str:
    """A field of several runs: its code is not to be read, its result is."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    text = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{mark.format('begin')}{text}{mark.format('separate')}{run(shown)}{mark.format('end')}"


SEEN = {
    "plain": run,
    "direction": lambda text: f'<w:dir w:val="rtl">{run(text)}</w:dir>',
    "override": lambda text: f'<w:bdo w:val="ltr">{run(text)}</w:bdo>',
    "short field": lambda text: f'<w:fldSimple w:instr=" SEQ Figure ">{run(text)}</w:fldSimple>',
    "field": lambda text: field(" REF _Ref1 ", text),
    "smart tag": lambda text: f'<w:smartTag w:element="place">{run(text)}</w:smartTag>',
    "unknown wrapper": lambda text: f'<x:new xmlns:x="urn:x">{run(text)}</x:new>',
    "control": lambda text: f"<w:sdt><w:sdtPr/><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>",
    "inserted": lambda text: f'<w:ins w:author="a">{run(text)}</w:ins>',
    "moved here": lambda text: f'<w:moveTo w:author="a">{run(text)}</w:moveTo>',
    "link": lambda text: f'<w:hyperlink w:anchor="x">{run(text)}</w:hyperlink>',
    "equation": lambda text: f"<m:oMath {_M}><m:r><m:t>{text}</m:t></m:r></m:oMath>",
    "fraction": lambda text: (
        f"<m:oMath {_M}><m:f><m:num><m:r><m:t>{text}</m:t></m:r></m:num><m:den><m:r><m:t>9</m:t></m:r></m:den></m:f></m:oMath>"
    ),
    "box": box,
    "raised": lambda text: run(text, '<w:vertAlign w:val="superscript"/>'),
    "marks of Markdown": lambda text: run(f"*{text}* [x](y) &lt;b&gt; `|` _a_ # - 1. "),
    "bold, italic": lambda text: run(text, "<w:b/><w:bCs/><w:i/>"),
}
UNSEEN = {
    "hidden": lambda text: run(text, "<w:vanish/>"),
    "deleted": lambda text: f'<w:del w:author="a"><w:r><w:delText>{text}</w:delText></w:r></w:del>',
    "moved away": lambda text: f'<w:moveFrom w:author="a">{run(text)}</w:moveFrom>',
    "prompt": lambda text: (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"
    ),
}
ALL = {**SEEN, **UNSEEN}


def imported(*parts: str, **options):
    """The document, its text, and its account."""
    document = read_document(word(*parts), **options)
    text = joined(document.text)
    return document, text, make_account(document.seen, [("content.md", text)], document.left_out)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(sorted(ALL)), min_size=1, max_size=5), min_size=1, max_size=6),
    st.lists(st.sampled_from(("p", "h", "t")), min_size=6, max_size=6),
    st.booleans(),
)
def test_words_seen_are_words_kept_and_words_left_out(kinds, places, is_accepting) -> None:
    """A sentence of a recommendation that is lost without a word loses the office."""
    numbers = count(100)
    expected: dict[str, str] = {}
    parts = []
    for kinds_here, place in zip(kinds, places, strict=False):
        inner = []
        for kind in kinds_here:
            name = f"w{next(numbers)}"
            expected[name] = kind
            inner.append(ALL[kind](name) + run(" "))
        body = p(*inner, properties='<w:pStyle w:val="Heading2"/>' if place == "h" else "")
        parts.append(
            f"<w:tbl><w:tr><w:tc>{body}</w:tc><w:tc>{p(run('x'))}</w:tc></w:tr></w:tbl>" if place == "t" else body
        )
    document, text, account = imported(*parts, is_accepting=is_accepting)
    assert account.seen == account.kept_words + account.left_out_words
    assert [entry for entry, _ in account.left_out if entry.reason == "lost"] == []
    said = " ".join(entry.text for entry in document.left_out)
    other_way = {"inserted": "deleted", "deleted": "inserted", "moved here": "moved away", "moved away": "moved here"}
    for name, kind in expected.items():
        is_seen = (kind if is_accepting else other_way.get(kind, kind)) in SEEN
        assert text.count(name) == int(is_seen), (name, kind)
        assert (name in said) is not is_seen


@pytest.mark.parametrize("kind", sorted(SEEN))
def test_what_a_reader_sees_is_in_the_text(kind: str) -> None:
    """Each of these vanished, or was shown twice, when the file was given to the converter as it is."""
    document, text, account = imported(p(run("לפני "), SEEN[kind]("ההחלטה"), run(" אחרי")))
    assert text.count("ההחלטה") == 1
    assert account.left_out_words == 0
    assert not document.messages


@pytest.mark.parametrize("kind", sorted(UNSEEN))
def test_what_word_does_not_show_stays_out_and_is_said(kind: str) -> None:
    """An internal remark is on the site, and nobody knew that it was in the file."""
    document, text, account = imported(p(run("גלוי "), UNSEEN[kind]("סוד")))
    assert "סוד" not in text
    assert "סוד" in " ".join(entry.text for entry in document.left_out)
    assert account.left_out_words == 1


def test_hidden_rows_of_tables_stay_out() -> None:
    """Word hides a row by a mark of its own."""
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    rows = row.format("", p(run("גלוי")), p(run("כן"))) + row.format("<w:hidden/>", p(run("נסתר")), p(run("לא")))
    _, text, account = imported(f"<w:tbl>{rows}</w:tbl>")
    assert "נסתר" not in text
    assert account.left_out_words == 2


def test_a_tracked_change_is_told_with_both_wordings() -> None:
    """An undecided sentence of the legal adviser became the published one, unsaid."""
    change = (
        f'<w:del w:author="a"><w:r><w:delText>נכשל</w:delText></w:r></w:del><w:ins w:author="a">{run("הצליח")}</w:ins>'
    )
    document, text, _ = imported(p(run("המשרד "), change))
    assert text == "המשרד הצליח"
    assert [(each.kind, each.before, each.after) for each in document.changes] == [("replaced", "נכשל", "הצליח")]
    document, text, _ = imported(p(run("המשרד "), change), is_accepting=False)
    assert text == "המשרד נכשל"
    assert [(each.before, each.after) for each in document.changes] == [("נכשל", "הצליח")]


def test_ticked_boxes_show_which_is_ticked() -> None:
    """ "כן  לא" is no answer."""
    control = (
        f"<w:sdt><w:sdtPr><w14:checkbox {_W14}><w14:checked w14:val='{{}}'/></w14:checkbox></w:sdtPr>"
        f"<w:sdtContent>{run('☐')}</w:sdtContent></w:sdt>"
    )
    _, text, _ = imported(p(control.format(1), run(" כן "), control.format(0), run(" לא")))
    assert text == "☒ כן ☐ לא"


def test_a_page_break_within_a_paragraph_glues_no_words() -> None:
    """`עמודתחילת` is no word."""
    _, text, _ = imported(p(run("סוף עמוד"), '<w:r><w:br w:type="page"/></w:r>', run("תחילת עמוד")))
    assert text == "סוף עמוד תחילת עמוד"


@pytest.mark.parametrize(
    ("text", "properties", "shown"),
    [
        ("נטוי", "<w:iCs/>", "*נטוי*"), ("נטוי", "<w:i/>", "*נטוי*"), ("נטוי", "<w:iCs/><w:rtl/>", "*נטוי*"),
        ("רגיל", "<w:i/><w:rtl/>", "רגיל"), ("italic", "<w:i/>", "*italic*"), ("plain", "<w:iCs/>", "plain"),
    ],
)  # fmt: skip
def test_italics_of_each_script_are_its_own(text: str, properties: str, shown: str) -> None:
    """What somebody said was set apart from what the office writes, and was not any more."""
    assert imported(p(run(text, properties)))[1] == shown


def test_what_a_document_sets_for_all_its_text_holds_where_nothing_else_is_said() -> None:
    """A report that is all in italics was read as one that is in none."""
    usual = "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    body = par(run("all ")) + par(run("but one", "<w:i w:val='0'/>"))
    assert joined(read_document(package(body, styles=usual)).text) == "*all*\n\nbut one"


def test_words_of_a_link_keep_how_they_are_set() -> None:
    """The one word that the office had in bold was the one that leads on."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText> HYPERLINK "https://example.org/a" </w:instrText></w:r>'
    inner = run("ראו ") + run("כאן", "<w:bCs/><w:rtl/>")
    _, text, _ = imported(p(mark.format("begin"), code, mark.format("separate"), inner, mark.format("end")))
    assert text == "[ראו **כאן**](https://example.org/a)"


def test_bold_of_right_to_left_runs_is_their_own() -> None:
    """Word sets a Hebrew run bold by w:bCs; w:b alone says nothing of it."""
    document, text, _ = imported(
        p(run("מודגש", "<w:bCs/><w:rtl/>")),
        p(run("רגיל", "<w:b/><w:rtl/>")),
        p(run("גם", "<w:bCs/>")),
        p(run("פרק 2", "<w:bCs/>")),
    )
    assert text == "**מודגש**\n\nרגיל\n\n**גם**\n\n**פרק 2**"
    assert [block.is_bold for block in document.text.blocks] == [True, False, True, True]


def test_merged_tables_keep_their_notes_and_lists() -> None:
    """The note of a decision stood nowhere, and its mark was plain text."""
    merged = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{}</w:tc></w:tr>"
        "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
    )
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    document = read_document(
        word(merged.format(p(run("ראש")), p(run("החלטה"), note), p(run("א* ב"))), paragraph("סוף."), notes=["באישור."])
    )
    text = joined(document.text)
    assert "<td>החלטה<sup>(1)</sup></td>" in text
    assert "<sup>(1)</sup> באישור.\n\nסוף." in text
    assert "א&#42; ב" in text


def test_headings_and_tables_of_the_report_still_are() -> None:
    """What worked before goes on working."""
    _, text, account = imported(heading("רקע", 1), table((("א", "ב"), ("1", "2"))))
    assert text == "# רקע\n\n| א | ב |\n| --- | --- |\n| 1 | 2 |"
    assert account.kept_words == 5


def test_a_cell_that_states_its_width_alone_is_one_cell() -> None:
    """Word writes a width at every cell, and says how many columns it takes only where that is more than one."""
    cell = "<w:tc><w:tcPr><w:tcW w:w='2000' w:type='dxa'/></w:tcPr>{}</w:tc>"
    lines = (("שאלה", "כן"), ("מרוצים", "70%"))
    rows = "".join(f"<w:tr>{cell.format(p(run(a)))}{cell.format(p(run(b)))}</w:tr>" for a, b in lines)
    _, text, _ = imported(f"<w:tbl>{rows}</w:tbl>")
    assert text.splitlines() == ["| שאלה | כן |", "| --- | --- |", "| מרוצים | 70% |"]
