"""Charts, shapes, signs, documents within documents: their words come along, once, and what does not is said."""

import io

import pytest
from PIL import Image

from tests.importing.conftest import PIXEL
from tests.importing.word.packages import NAMESPACES, head, package, par, read, relation, run

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_DRAWING = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{}"/>{}</wp:inline></w:drawing></w:r>'


def graphic(inner: str, words: str = "") -> str:
    """A drawing in a run."""
    return _DRAWING.format(words, f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>")


def chart(values: str, categories: str) -> bytes:
    """The part of a chart with one series."""
    series = (
        "<c:ser><c:tx><c:v>משיבים</c:v></c:tx>"
        f"<c:cat><c:numRef><c:numCache>{categories}</c:numCache></c:numRef></c:cat>"
        f"<c:val><c:numRef><c:numCache>{values}</c:numCache></c:numRef></c:val></c:ser>"
    )
    title = "<c:title><c:tx><c:rich><a:p><a:r><a:t>עמדות</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    plot = f"<c:plotArea><c:pieChart>{series}</c:pieChart></c:plotArea>"
    return f"<c:chartSpace {NAMESPACES}><c:chart>{title}{plot}</c:chart></c:chartSpace>".encode()


def points(form: str, *values: str) -> str:
    """A cache of numbers with their format."""
    code = f"<c:formatCode>{form}</c:formatCode>" if form else ""
    return code + "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        ("0%", "0.25", "25%"),
        ("0.0%", "0.254", "25.4%"),
        ("General", "0.25", "0.25"),
        ("#,##0", "1200", "1200"),
        ('0" %d"', "7", "7"),
        ("", "4.4000000000000004", "4.4"),
    ],
)
def test_a_chart_says_its_numbers_as_word_shows_them(form: str, value: str, shown: str) -> None:
    """A quarter of those who answered is 25%, and not 0.25."""
    parts = {"charts/c.xml": chart(points(form, value), points("d/m/yyyy", "45292"))}
    body = par(graphic('<c:chart r:id="C"/>'))
    _, text, _ = read(package(body, relations=relation("C", "charts/c.xml", "chart"), parts=parts))
    assert text.startswith("**עמדות**")
    assert text.endswith(f"| 2024-01-01 | {shown} |")


def test_a_text_box_of_a_strict_file_is_read() -> None:
    """Word's "Strict Open XML" keeps the text of shapes in a namespace of its own: a whole cover was lost."""
    box = f"<wps:wsp><wps:txbx><wne:txbxContent>{par('תקציר הכריכה')}</wne:txbxContent></wps:txbx></wps:wsp>"
    _, text, _ = read(package(par("לפני", graphic(box))))
    assert text == "לפני\n\nתקציר הכריכה"


def test_headings_after_a_text_box_are_headings() -> None:
    """A cover with a shape upon it, and the report would have had one chapter without a name."""
    box = f"<wps:wsp><wps:txbx><wne:txbxContent>{par('תקציר הכריכה')}</wne:txbxContent></wps:txbx></wps:wsp>"
    document, _, _ = read(package(par("לפני", graphic(box)), head("רקע"), par("מילים.")))
    assert document.has_headings


def test_signs_of_symbol_fonts_are_the_signs_that_word_shows() -> None:
    """A private character is an empty box on every reader's screen."""
    ticked = run("\uf0fe", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')
    bullet = run("\uf0b7 פריט", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')
    sign = '<w:r><w:sym w:font="Wingdings 2" w:char="f0a3"/></w:r>'
    document, text, _ = read(package(par(ticked, " כן ", sign, " לא"), par(bullet)))
    assert text == "☑ כן ☐ לא\n\n• פריט"
    document, text, _ = read(package(par('<w:r><w:sym w:font="Noto" w:char="F900"/></w:r>', "טקסט")))
    assert (text, [each.what for each in document.others]) == ("טקסט", ["sign"])


def test_private_characters_of_a_document_are_no_marks_of_ours() -> None:
    """The import carries a list's numbers in such characters: a document that has them must not set a number."""
    _, text, _ = read(package(par("\ue0007\ue001 תשובות")))
    assert text == "7 תשובות"


def test_pictures_and_files_that_are_not_taken_over_are_said() -> None:
    """An EMF chart that is gone unsaid is missed by nobody until the minister asks."""
    picture = '<pic:pic><pic:blipFill><a:blip r:embed="{}"/></pic:blipFill></pic:pic>'
    shown = '<v:shape><v:imagedata r:id="P"/></v:shape>'
    embedded = f'<w:r><w:object>{shown}<o:OLEObject ProgID="Excel.Sheet.12" r:id="X"/></w:object></w:r>'
    document, text, _ = read(
        package(
            par(graphic(picture.format("E"), "מפת הסניפים")),
            par(graphic(picture.format("O"))),
            par(embedded),
            relations=relation("E", "media/map.emf", "image")
            + relation("O", "https://example.org/a.png", "image", is_external=True)
            + relation("P", "media/a.png", "image")
            + relation("X", "embeddings/a.xlsx", "package"),
            parts={"media/map.emf": b"\x01\x00\x00\x00", "media/a.png": PIXEL, "embeddings/a.xlsx": b"PK"},
        )
    )
    assert [(each.what, each.text) for each in document.others] == [
        ("picture-format", "מפת הסניפים"), ("linked-picture", "https://example.org/a.png"), ("object", "Excel.Sheet.12"),
    ]  # fmt: skip
    assert len(document.pictures) == 1
    assert text.count("![") == 1


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        ('<w:r><w:contentPart r:id="K"/></w:r>', ""),
        (graphic(f'<w14:contentPart {_W14} r:id="K"/>', "חתימת השרה"), "חתימת השרה"),
        (graphic('<x:model xmlns:x="urn:x"/>', "דגם של הכיכר"), "דגם של הכיכר"),
        ('<w:r><w:pict><v:oval alt="סימון על המפה"/></w:pict></w:r>', "סימון על המפה"),
    ],
)
def test_a_drawing_that_cannot_be_read_is_said(drawing: str, said: str) -> None:
    """What was written by hand upon the plan, and a model of the square, were gone without a word."""
    document, text, _ = read(package(par("לפני", drawing)))
    assert text == "לפני"
    assert [(each.what, each.text) for each in document.others] == [("drawing", said)]


def test_a_line_between_two_parts_is_no_drawing_that_is_missed() -> None:
    """Whoever is called for every ornament does not look any more."""
    document, _, _ = read(package(par("א", graphic("<wps:wsp/>"), "<w:r><w:pict><v:line/></w:pict></w:r>")))
    assert not document.others


def test_a_document_within_the_document_is_read_as_one_and_its_hidden_text_stays_out() -> None:
    """What a colleague hid in the annex was published, and the account knew nothing of its words."""
    table = f"<w:tbl><w:tr><w:tc>{par('שאלה')}</w:tc><w:tc>{par('70%')}</w:tc></w:tr></w:tbl>"
    inner = package(head("נספח השאלון"), par("גלוי ", run("סוד", "<w:vanish/>")), table)
    html = "<html><head><title>x</title></head><body><h2>רקע</h2><ul><li>סעיף</li></ul></body></html>".encode()
    _, text, account = read(
        package(
            par("לפני"),
            '<w:altChunk r:id="D"/><w:altChunk r:id="H"/>',
            par("אחרי"),
            relations=relation("D", "inner.docx", "aFChunk") + relation("H", "inner.html", "aFChunk"),
            parts={"inner.docx": inner, "inner.html": html},
        )
    )
    assert text == "לפני\n\n# נספח השאלון\n\nגלוי\n\n| שאלה | 70% |\n| --- | --- |\n\n## רקע\n\n- סעיף\n\nאחרי"
    assert [(entry.reason, entry.text) for entry, _ in account.left_out] == [("hidden", "סוד")]
    assert account.seen == 10


def test_a_web_page_within_the_document_keeps_its_numbers_and_tables() -> None:
    """Recommendation 3 of a pasted page was a bullet, and its table a column of words."""
    html = '<html><body><ol start="3"><li>שלישית<li>רביעית</ol><table><tr><td>א<td>ב</tr><tr><td>1<td>2</tr></table></body></html>'
    _, text, account = read(
        package('<w:altChunk r:id="H"/>', relations=relation("H", "a.html", "aFChunk"), parts={"a.html": html.encode()})
    )
    assert text == "3. שלישית\n4. רביעית\n\n| א | ב |\n| --- | --- |\n| 1 | 2 |"
    assert account.seen == 6


def test_a_table_of_contents_that_somebody_typed_is_left_out() -> None:
    """Its lines stood in the process in brief, without the heading above them."""
    typed = (
        head("תוכן העניינים"),
        par("הקדמה........3"),
        par("רקע", "<w:r><w:tab/></w:r>", "5"),
        head("הקדמה"),
        par("שלום."),
    )
    _, text, account = read(package(*typed))
    assert text == "# הקדמה\n\nשלום."
    assert [entry.reason for entry, _ in account.left_out] == ["contents"]


def test_words_that_are_cut_otherwise_are_no_lost_words() -> None:
    """ "Lost" was said where nothing was lost; whoever is called for nothing does not come the third time."""
    half = run("נסת", '<w:rStyle w:val="Hide"/>') + run("רת", '<w:rStyle w:val="Hide"/>')
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>{}<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    styles = '<w:style w:type="character" w:styleId="Hide"><w:name w:val="Hide"/><w:rPr><w:vanish/></w:rPr></w:style>'
    sign = par("<w:r><w:pict><v:shape><v:textpath string='טיוטה'/></v:shape></w:pict></w:r>")
    watermark = f"<w:hdr {NAMESPACES}>{sign}</w:hdr>"
    _, text, account = read(
        package(
            par("מילה", half),
            par(nested.format(nested.format("", run("פנימי")), run("תוצאה"))),
            styles=styles,
            relations=relation("H", "header1.xml", "header"),
            parts={"header1.xml": watermark},
        )
    )
    assert text == "מילה\n\nתוצאה"
    assert [entry.reason for entry, _ in account.left_out] == ["hidden", "field-code", "header-footer"]


def test_a_row_that_a_tracked_change_takes_away_is_told_and_a_move_is_one_change() -> None:
    """A promise taken out of a table by the legal adviser was left out, and stood in no list of changes."""
    row = f'<w:tr><w:trPr><w:del w:author="a"/></w:trPr><w:tc>{par("הבטחה שנמחקה")}</w:tc></w:tr>'
    table = f"<w:tbl><w:tr><w:tc>{par('א')}</w:tc></w:tr><w:tr><w:tc>{par('ב')}</w:tc></w:tr>{row}</w:tbl>"
    moved = "<w:{0} w:author='a'>" + run("משפט") + "</w:{0}>"
    document, text, _ = read(package(par(moved.format("moveTo"), " כאן"), par(moved.format("moveFrom"), "שם"), table))
    assert "הבטחה" not in text
    assert [(each.kind, each.before, each.after) for each in document.changes] == [
        ("moved", "משפט", "משפט"), ("deleted", "הבטחה שנמחקה", ""),
    ]  # fmt: skip


def test_text_that_is_struck_through_stays_so_and_is_said_with_its_place() -> None:
    """Whoever strikes a clause out by hand means that it is gone; on the site it would only look odd."""
    struck, bold = "<w:strike/>", "<w:bCs/><w:dstrike/>"
    cells = f"<w:tc>{par('עלות')}</w:tc><w:tc>{par(run('100', struck), ' 80')}</w:tc>"
    document, text, _ = read(
        package(
            head("רקע"),
            par("נאמר ", run("שלא ", struck), run("יאוחר", bold), " היום"),
            f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>",
        )
    )
    assert text.startswith("# רקע\n\nנאמר <s>שלא </s>**<s>יאוחר</s>** היום\n\n| עלות | <s>100</s> 80 |")
    assert [(each.what, each.text, each.place) for each in document.others] == [
        ("struck", "שלא יאוחר", "רקע"), ("struck", "100", "רקע"),
    ]  # fmt: skip


def test_a_heading_loses_what_is_struck_through_in_it() -> None:
    """A title stands in lists and feeds, where nothing is struck through: it would say what was withdrawn."""
    properties = '<w:pStyle w:val="Heading1"/>'
    partly = par(run("רקע ישן", "<w:strike/>"), run(" רקע"), properties=properties)
    wholly = par(run("פרק שבוטל", "<w:strike/>"), properties=properties)
    document, text, account = read(package(partly, par("א"), wholly, par("ב")))
    assert text == "# רקע\n\nא\n\n<s>פרק שבוטל</s>\n\nב"
    assert [(entry.reason, entry.text) for entry, _ in account.left_out] == [("struck", "רקע ישן")]
    assert [each.text for each in document.others] == ["פרק שבוטל"]


@pytest.mark.parametrize(("ending", "mode"), [("TIFF", "RGB"), ("TIFF", "CMYK"), ("BMP", "RGB"), ("TIFF", "1")])
def test_pictures_that_hold_pixels_become_ones_that_browsers_show(ending: str, mode: str) -> None:
    """A scanned map in TIFF was only named; of several pages the first comes along, as Word shows it, and that is said."""
    files = {}
    for name, more in (("one", {}), ("two", {"save_all": True, "append_images": [Image.new(mode, (3, 2))]})):
        made = io.BytesIO()
        Image.new(mode, (3, 2)).save(made, ending, **(more if ending == "TIFF" else {}))
        files[name] = made.getvalue()
    picture = '<pic:pic><pic:blipFill><a:blip r:embed="{}"/></pic:blipFill></pic:pic>'
    document, text, _ = read(
        package(
            par(graphic(picture.format("A"), "מפה")),
            par(graphic(picture.format("B"), "סריקה")),
            relations=relation("A", "media/a.tif", "image") + relation("B", "media/b.tif", "image"),
            parts={"media/a.tif": files["one"], "media/b.tif": files["two"] if ending == "TIFF" else b"BM"},
        )
    )
    assert text.startswith("![מפה](media/picture-1.png)")
    assert [Image.open(io.BytesIO(content)).size for _, content in document.pictures] == [(3, 2)]
    is_said = "picture-pages" if ending == "TIFF" else "picture-format"
    assert [(each.what, each.text) for each in document.others] == [(is_said, "סריקה")]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    """Word keeps a drop cap in a paragraph of its own: a foreword began with "ה" and a line that began with "תהליך"."""
    letter = par("ה", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    _, text, account = read(package(head("הקדמה"), letter, par("תהליך החל.")))
    assert text == "# הקדמה\n\nהתהליך החל."
    assert account.seen == 3


def test_cells_that_old_files_merge_side_by_side_are_one() -> None:
    """`w:hMerge` is what Word wrote before it counted columns."""
    merged = '<w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>{}</w:tc><w:tc><w:tcPr><w:hMerge/></w:tcPr>{}</w:tc>'
    below = f"<w:tc>{par('א')}</w:tc><w:tc>{par('ב')}</w:tc>"
    _, text, account = read(
        package(f"<w:tbl><w:tr>{merged.format(par('ראש'), par('מכוסה'))}</w:tr><w:tr>{below}</w:tr></w:tbl>")
    )
    assert '<tr><th colspan="2">ראש</th></tr>' in text
    assert [(entry.reason, entry.text) for entry, _ in account.left_out] == [("covered", "מכוסה")]


def test_letters_that_libreoffice_lowers_are_lowered() -> None:
    """It shifts and shrinks them, where Word says "subscript": H₂O was H2O; letters that are only shifted are as they were."""
    low, shifted = '<w:position w:val="-2"/><w:sz w:val="12"/>', '<w:position w:val="6"/>'
    raised = '<w:position w:val="8"/><w:sz w:val="12"/>'
    _, text, _ = read(package(par("H", run("2", low), "O, m", run("2", raised), run("a", shifted))))
    assert text == "H<sub>2</sub>O, m<sup>2</sup>a"
