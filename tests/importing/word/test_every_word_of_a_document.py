"""All that is made of one document with everything in it: its blocks, its notes, what was left out and what is kept otherwise.

`every_word/<name>.yml` holds it; `SNAPSHOTS=overwrite` writes it anew: read the difference beside the document.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from generator.importing.markdown import joined
from generator.importing.word.account import make_account
from generator.importing.word.document import read_document
from tests.importing.conftest import PIXEL
from tests.importing.word.packages import NAMESPACES, head, item, numbering, package, par, relation, run
from tests.importing.word.test_things_beside_the_text import chart, graphic, points
from tests.snapshots import assert_as_written

SAID = Path(__file__).parent / "every_word"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="mine"/><w:basedOn w:val="Heading2"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="LB2"><w:name w:val="List Bullet 2"/>
<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
"""
LISTS = numbering(
    {
        1: (("decimal", "%1."), ("hebrew1", "%2."), ("decimal", "%1.%2.%3")),
        2: (("bullet", "•"), ("bullet", "o")),
        3: (("upperRoman", "המלצה %1:"),),
        4: (("decimalZero", "%1)"), ("lowerLetter", "(%2)")),
        5: (("none", "סעיף"),),
    }
)


def cell(*blocks: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def field(code: str, shown: str) -> str:
    """A field of several runs."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    text = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"{mark.format('begin')}{text}{mark.format('separate')}{shown}{mark.format('end')}"


def note(number: int, kind: str = "footnote") -> str:
    """The mark of a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


BOX = f"<wps:wsp><wps:txbx><w:txbxContent>{par('בתיבה')}</w:txbxContent></wps:txbx></wps:wsp>"
PICTURE = '<pic:pic><pic:blipFill><a:blip r:embed="{}"/></pic:blipFill></pic:pic>'
BODY = (
    par("דוח מסכם", properties='<w:pStyle w:val="Title"/>'),
    par(run("על שבילים"), properties='<w:pStyle w:val="Title"/>'),
    head("תוכן העניינים"),
    par("רקע", "<w:r><w:tab/></w:r>", "3", properties='<w:pStyle w:val="TOC1"/>'),
    head("רקע"),
    par(
        "רגיל ", run("מודגש", "<w:bCs/><w:rtl/>"), run(" נטוי", "<w:iCs/><w:rtl/>"), run(" bold", '<w:rStyle w:val="Strong"/>'),
        run(" מחוק", "<w:strike/>"), run("2", '<w:vertAlign w:val="superscript"/>'), run("סוד", '<w:rStyle w:val="Gone"/>'),
        '<w:r><w:br/></w:r>', "שורה", note(2), note(1, "endnote"), " סוף",
    ),
    par('<w:hyperlink r:id="L">' + run("קישור") + "</w:hyperlink>", field(' HYPERLINK "https://example.org/b" ', run(" אחר")),
        field(" PAGE ", run("7")), '<w:hyperlink w:anchor="x">' + run(" פנימי") + "</w:hyperlink>"),
    par("דברי ציטוט", properties='<w:pStyle w:val="Q"/>'),
    head("מהלך", 2),
    item("ראשון", of=1), item("שני", of=1), item("א", of=1, level=1), item("עמוק", of=1, level=2), item("שלישי", of=1),
    par("בין לבין"), item("רביעי", of=1),
    item("נקודה", of=2), item("תת־נקודה", of=2, level=1), par("עמוקה", properties='<w:pStyle w:val="LB2"/>'),
    item("לסלול", of=3), item("להאיר", of=3), item("אפס", of=4), item("אות", of=4, level=1), item("בלי מספר", of=5),
    par("כותרת שלנו", properties='<w:pStyle w:val="Deep"/>'),
    "<w:tbl>",
    row(cell(par("נושא"), properties='<w:gridSpan w:val="2"/>'), cell(par("החלטה"))),
    row(cell(par("א"), properties='<w:vMerge w:val="restart"/>'), cell(par("ב"), item("בטבלה", of=1)), cell(par("ג", note(3)))),
    row(cell(par(""), properties="<w:vMerge/>"), cell(par("ד")), cell(par(run("ה", "<w:b/>")))),
    row(cell(par("נסתר")), properties="<w:hidden/>"),
    "</w:tbl>",
    "<w:tbl>", row(cell(par("1")), cell(par("2"))),
    row(cell(par("3", "<w:r><w:br/></w:r>", "3")), cell(par("4"), par("4"))), "</w:tbl>",
    head("שינויים", 3),
    par("המשרד ", "<w:del w:author='a'><w:r><w:delText>נכשל</w:delText></w:r></w:del>",
        f"<w:ins w:author='a'>{run('הצליח')}</w:ins>",
        f"<w:ins w:author='a'>{run(' מאוד')}</w:ins>", "<w:del w:author='a'><w:r><w:delText> ואולי</w:delText></w:r></w:del>"),
    par("<w:moveFrom w:author='a'>", run("הועבר"), "</w:moveFrom>"),
    par("<w:moveTo w:author='a'>", run("הועבר"), "</w:moveTo>", " לכאן"),
    par('<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>'),
    par("לפני ", graphic(BOX), " אחרי"),
    par(graphic(PICTURE.format("P"), "מפה")), par(graphic(PICTURE.format("P"))), par(graphic(PICTURE.format("E"), "תרשים")),
    par(graphic('<c:chart r:id="C"/>')),
    par('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', " כן"),
    par('<w:r><w:commentReference w:id="0"/></w:r>', "מוערה"),
    par("א-", "<w:r><w:noBreakHyphen/></w:r>", "ב", "<w:r><w:softHyphen/></w:r>", "<w:r><w:tab/></w:r>", "ג"),
    par("----------"), par(""), par("[להשלים: משהו]"),
)  # fmt: skip


def notes(kind: str, *texts: str) -> str:
    """The part of the notes; the first of them is the line above all."""
    each = "".join(f'<w:{kind} w:id="{number}">{par(text)}</w:{kind}>' for number, text in enumerate(texts, 1))
    return f'<w:{kind}s {NAMESPACES}><w:{kind} w:type="separator" w:id="0">{par("קו")}</w:{kind}>{each}</w:{kind}s>'


@pytest.fixture(scope="module")
def content() -> bytes:
    """The document."""
    parts = {
        "footnotes.xml": notes("footnote", "לא נזכרת", "באישור.", "בטבלה."),
        "endnotes.xml": notes("endnote", "בסוף."),
        "comments.xml": f'<w:comments {NAMESPACES}><w:comment w:id="0" w:author="x">{par("האומנם?")}</w:comment></w:comments>',
        "header1.xml": f"<w:hdr {NAMESPACES}>{par('כותרת עליונה')}</w:hdr>",
        "media/p.png": PIXEL,
        "media/e.emf": b"\x01\x00\x00\x00",
        "charts/c.xml": chart(points("0%", "0.25", "0.5"), points("General", "1", "2")),
    }
    relations = (
        relation("F", "footnotes.xml", "footnotes")
        + relation("N", "endnotes.xml", "endnotes")
        + relation("M", "comments.xml", "comments")
        + relation("H", "header1.xml", "header")
        + relation("P", "media/p.png", "image")
        + relation("E", "media/e.emf", "image")
        + relation("C", "charts/c.xml", "chart")
        + relation("L", "https://example.org/a", "hyperlink", is_external=True)
    )
    return package(*BODY, styles=STYLES, lists=LISTS, relations=relations, parts=parts)


@pytest.mark.parametrize("is_accepting", [True, False])
def test_each_piece_of_a_document_is_where_it_stood_or_is_said_to_be_left_out(
    content: bytes, is_accepting: bool
) -> None:
    """A recommendation under another number, or a clause that is neither in the text nor in the account, is found by nobody."""
    document = read_document(content, is_accepting=is_accepting)
    text = joined(document.text)
    account = make_account(document.seen, [("content.md", text)], document.left_out)
    said = {
        "text": text.split("\n"),
        "blocks": [(block.level, block.is_title, block.is_bold, block.text) for block in document.text.blocks],
        "account": [account.seen, account.kept_words, account.left_out_words],
        **{name: value for name, value in structs.asdict(document).items() if name not in ("text", "pictures", "seen")},
        "pictures": [path for path, _ in document.pictures],
    }
    assert account.seen == account.kept_words + account.left_out_words
    assert_as_written(SAID / f"{'accepted' if is_accepting else 'rejected'}.yml", said)
