"""Rich text and web pages within the document: brought as they are set, what they hide said, and nothing that can crash."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.importing.word.rtf import lines_of_rich_text
from tests.importing.word.packages import NAMESPACES, package, par, read, relation

_START = r"{\rtf1\ansi\ansicpg1255{\fonttbl{\f0\fcharset177 Arial;}{\f1\fcharset178 Arial;}}{\info{\author Bob}}"
_HEADINGS = r"{\stylesheet{\s1\outlinelevel0 heading 1;}}"


def chunk(content: bytes, name: str = "c.rtf") -> bytes:
    """A document around another one."""
    parts = {name: content}
    return package(
        par("לפני"), '<w:altChunk r:id="X"/>', par("אחרי"), relations=relation("X", name, "aFChunk"), parts=parts
    )


@pytest.mark.parametrize(
    ("rtf", "markdown"),
    [
        (r"\pard \u1505?\u1506?\'e9\'f3 50%\par", "סעיף 50%"),
        (r"{\f1 \'e3\'e1\'ce\'d5}\par", "ملخص"),
        (r"\pard\s1\outlinelevel0 \u1512?\u1511?\u1506?\par\pard a {\b b} {\i c}\par", "# רקע\n\na **b** *c*"),
        (r"\s1 head\par\pard text\par", "# head\n\ntext"),
        (r"one\sect two\par", "one\n\ntwo"),
        (r"text\par\s1 head\par", "text\n\n# head"),
        (r"{\uc2\u1488??a}{\uc0\u1489b}\u1490?c\par", "אaבbגc"),
        (
            r'see {\field{\*\fldinst HYPERLINK "https://example.org/r"}{\fldrslt here}}.\par',
            "see [here](https://example.org/r).",
        ),
        (
            r"\trowd\cellx1\cellx2\intbl a\cell b\cell\row\trowd\intbl 1\par more\cell 2\cell\row\pard end\par",
            "| a | b |\n| --- | --- |\n| 1 more | 2 |\n\nend",
        ),
        (r"{\listtext 3.\tab}third\par{\listtext 4.\tab}fourth\par", "3. third\n4. fourth"),
        (r"{\listtext\'b7\tab}one\par{\listtext\'b7\tab}two\par", "- one\n- two"),
        (
            r"a{\footnote note}b\par {\*\generator Riched20;}\u55357?\u56832? c\\d\par",
            "a (note) b\n\n\U0001f600 c\\\\d",
        ),
        (r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt in a box\par}}}\par", "in a box"),
        (r"a{\pict\pngblip 89504e47}b{\pict\bin4 }}{{}c\par", "abc"),
        (r"{\object\objemb{\*\objclass Excel.Sheet}{\*\objdata 0105}{\result sum 12\par}}\par", "sum 12"),
    ],
)
def test_rich_text_is_read_as_it_is_set(rtf: str, markdown: str) -> None:
    """What somebody pasted from an old program was named as an object that cannot be read, and its words were gone."""
    _, text, account = read(chunk(f"{_START}{_HEADINGS}{rtf}}}".encode("latin-1")))
    assert text == f"לפני\n\n{markdown}\n\nאחרי"
    assert not account.left_out


@pytest.mark.parametrize(("word", "reason"), [("v", "hidden"), ("v1", "hidden"), ("deleted", "tracked")])
def test_what_rich_text_hides_ends_where_it_says(word: str, reason: str) -> None:
    """All that came after a hidden remark was gone with it."""
    off = f"\\{word.rstrip('1')}0"
    _, text, account = read(chunk(rf"{_START}seen \{word} secret{off} and on\par}}".encode()))
    assert text == "לפני\n\nseen and on\n\nאחרי"
    assert [(entry.reason, entry.text.strip()) for entry, _ in account.left_out] == [(reason, "secret")]


def test_what_rich_text_hides_stays_out_and_is_said() -> None:
    """A reader of RTF that was at hand gave hidden text as plain text, and no note at all."""
    rtf = r"{\header top}seen {\v secret}{\deleted gone} end\par{\*\annotation remark}"
    _, text, account = read(chunk(f"{_START}{rtf}}}".encode()))
    assert text == "לפני\n\nseen end\n\nאחרי"
    assert [(entry.reason, entry.text) for entry, _ in account.left_out] == [
        ("header-footer", "top"), ("hidden", "secret"), ("tracked", "gone"), ("hidden", "remark"),
    ]  # fmt: skip


_PIECES = st.sampled_from(
    (
        "{", "}", "\\", "\\par ", "\\cell ", "\\row ", "\\u", "\\u-10179 ", "\\u99999999999999 ", "\\'e", "\\'zz", "\\bin9", "\\*",
        "\\field", "\\fldinst", "{\\footnote", "\\v", "\\uc9 ", "\\ansicpg99999 ", "\\f7", "\\listtext", "word ", "\\intbl ",
        "\xe0", "\x01", "\\u0 ", "\\'00",
    )
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40))
@example(["{"] * 5000 + ["}"] * 6000)
@example(["\\bin9"])
def test_any_rich_text_whatever_is_read_to_its_end(pieces: list[str]) -> None:
    """A file that is cut or wrong costs its words, and never the import."""
    content = ("{\\rtf1 " + "".join(pieces)).encode("latin-1")
    assert all(line.text or line.left_out for line in lines_of_rich_text(content))
    read(chunk(content))


@pytest.mark.parametrize("tag", ["b", "strong", "i", "em"])
def test_what_a_web_page_sets_apart_stays_set_apart(tag: str) -> None:
    """Programs write one or the other of two names for the same."""
    mark = "**" if tag in ("b", "strong") else "*"
    assert read(chunk(f"<p>a <{tag}>b</{tag}> c</p>".encode(), "c.html"))[1] == f"לפני\n\na {mark}b{mark} c\n\nאחרי"


def test_a_document_within_that_is_not_in_the_package_is_said_and_says_nothing() -> None:
    """A program took the part out and left its place."""
    gone = relation("X", "c.rtf", "aFChunk")
    document, text, _ = read(package(par("לפני"), '<w:altChunk r:id="X"/>', par("אחרי"), relations=gone))
    assert text == "לפני\n\nאחרי"
    assert [(entry.reason, entry.text) for entry in document.left_out] == [("embedded", "")]


def test_a_web_page_keeps_its_links_and_its_lists_and_not_what_it_hides() -> None:
    """Links of a pasted page were gone, lists within lists were one list, and what it hid was published."""
    page = (
        "<p>ראו <a href='https://example.org/p'>כאן</a> <b>חשוב</b> <a href='javascript:x()'>שם</a></p>"
        "<p>גלוי<span style='display: none'> סוד</span></p><div hidden>סוד שני</div>"
        "<ul><li>ראשי<ul><li>משנה</li></ul></li></ul><table><tr><th>א<td><a href='https://example.org/t'>ב</a></table>"
    )
    _, text, account = read(chunk(page.encode(), "c.html"))
    assert text == (
        "לפני\n\nראו [כאן](https://example.org/p) **חשוב** שם\n\nגלוי\n\n- ראשי\n    - משנה\n\n"
        "| **א** | [ב](https://example.org/t) |\n| --- | --- |\n\nאחרי"
    )
    assert [(entry.reason, entry.text) for entry, _ in account.left_out] == [("hidden", "סוד סוד שני")]


@pytest.mark.parametrize("encoding", ["windows-1255", "iso-8859-8", "utf-8"])
def test_a_web_page_is_read_in_the_encoding_that_it_names(encoding: str) -> None:
    """Old pages of an office are in none that is usual today."""
    page = f"<html><head><meta charset='{encoding}'></head><body><h2>רקע</h2></body></html>"
    assert read(chunk(page.encode(encoding), "c.html"))[1] == "לפני\n\n## רקע\n\nאחרי"


@pytest.mark.parametrize("place", ["{}", "<w:p>{}</w:p>"])
def test_a_part_of_a_master_document_is_said(place: str) -> None:
    """Its chapters are files of their own, which are not in the one that is imported."""
    link = relation("S", "file:///C:/x/sub.docx", "subDocument", is_external=True)
    document, text, _ = read(package(par("א"), place.format('<w:subDoc r:id="S"/>'), par("ב"), relations=link))
    assert text == "א\n\nב"
    assert [entry.reason for entry in document.left_out] == ["embedded"]


@pytest.mark.parametrize(
    ("fonts", "use"),
    [(r"\f0\fcharset177 A;", r"\f0"), (r"\fcharset177 A;", r"\f"), (r"{\f1 A;}{\f2\fcharset177 B;}", r"\f2")],
)
def test_letters_of_rich_text_are_those_of_their_font(fonts: str, use: str) -> None:
    """The file says Western letters, the font Hebrew ones: a paragraph was read as accents."""
    rtf = rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{fonts}}}{{\f9 \'e9}}{use} \'f9\'ec\'e5\'ed\par}}"
    assert read(chunk(rtf.encode()))[1] == "לפני\n\néשלום\n\nאחרי"


@pytest.mark.parametrize(
    ("start", "first"), [("", 1), (" start='4'", 4), (" start=''", 1), (" start='x'", 1), (" start='²'", 1)]
)
def test_a_list_of_a_web_page_begins_where_it_says(start: str, first: int) -> None:
    """The fourth recommendation was the first one; a sign that is no figure ended the import."""
    _, text, _ = read(chunk(f"<ol{start}><li>א</li><li>ב</li></ol>".encode(), "c.html"))
    assert text == f"לפני\n\n{first}. א\n{first + 1}. ב\n\nאחרי"


@pytest.mark.parametrize("has_notes", [True, False])
def test_a_note_of_a_document_within_is_left_out_with_its_mark(has_notes: bool) -> None:
    """Its number led to another note, that of the outer document; where that has none, nothing could be imported at all."""
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{{}}</w:footnote></w:footnotes>'
    kind = relation("F", "footnotes.xml", "footnotes")
    inner = package(par("נספח", mark), relations=kind, parts={"footnotes.xml": notes.format(par("שלו"))})
    outer = {"footnotes.xml": notes.format(par("שלנו"))} if has_notes else {}
    _, text, account = read(
        package(
            par("גוף", mark if has_notes else ""),
            '<w:altChunk r:id="X"/>',
            relations=relation("X", "a.docx", "aFChunk") + (kind if has_notes else ""),
            parts={"a.docx": inner, **outer},
        )
    )
    assert text == ("גוף[^1]\n\nנספח\n\n[^1]: שלנו" if has_notes else "גוף\n\nנספח")
    assert [(entry.reason, entry.text) for entry, _ in account.left_out] == [("note", "שלו")]


def test_the_mark_of_a_note_that_is_not_in_the_file_is_no_reason_to_refuse_it() -> None:
    """A program took the notes out and left their marks: the report was said to be broken."""
    assert read(package(par("גוף", '<w:r><w:endnoteReference w:id="7"/></w:r>')))[1] == "גוף"
