"""Letters in the colour of the paper or a point high: what an office hid that way does not get onto the site unsaid."""

import pytest

from tests.importing.word.packages import item, numbering, package, par, read, run

_WHITE = '<w:color w:val="FFFFFF"/>'
_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
_DRAWING = (
    '<w:r><w:drawing><wp:{kind}{more}><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><wps:wsp>{shape}</wps:wsp>'
    "</a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>"
)


def box(text: str, fill: str, look: str = "") -> str:
    """A shape with text in it. `look`: its style."""
    shape = f"<wps:spPr>{fill}</wps:spPr><wps:style>{look}</wps:style><wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
    return par(_DRAWING.format(kind="inline", more="", shape=shape))


def style(name: str, inner: str, kind: str = "paragraph") -> str:
    """A style."""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{inner}</w:style>'


@pytest.mark.parametrize(
    "properties",
    [
        _WHITE,
        '<w:color w:val="FEFEFE"/>',
        '<w:color w:val="F2F2F2" w:themeColor="background1"/>',
        '<w:rStyle w:val="Pale"/>',
        '<w:sz w:val="2"/><w:szCs w:val="2"/>',
        '<w:szCs w:val="2"/><w:rtl/>',
        '<w:sz w:val="3"/>',
        '<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
        '<w:highlight w:val="black"/>',
        '<w:color w:val="000000"/><w:shd w:val="solid" w:color="auto" w:fill="FFFFFF"/>',
        '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>',
    ],
)
def test_letters_that_nobody_sees_are_left_out_and_said(properties: str) -> None:
    """A remark that the legal adviser had in white stood in black on the site."""
    pale = style("Pale", f"<w:rPr>{_WHITE}</w:rPr>", "character")
    _, text, account = read(package(par("גלוי", run(" לא לפרסום", properties), run("סוף")), styles=pale))
    assert text == "גלויסוף"
    assert [(entry.reason, entry.text.strip()) for entry, _ in account.left_out] == [("unseen", "לא לפרסום")]
    assert account.seen == 3


@pytest.mark.parametrize("script", ["sz", "szCs"])
def test_letters_that_the_style_of_their_paragraph_makes_tiny_are_left_out(script: str) -> None:
    """A remark a point high was made so by its style, and was read as a paragraph like any other."""
    tiny = style("Tiny", f'<w:rPr><w:{script} w:val="2"/></w:rPr>')
    words = "not seen" if script == "sz" else "לא לפרסום"
    _, text, account = read(package(par("גלוי"), par(words, properties='<w:pStyle w:val="Tiny"/>'), styles=tiny))
    assert text == "גלוי"
    assert [(entry.reason, entry.text) for entry, _ in account.left_out] == [("unseen", words)]


@pytest.mark.parametrize(
    "body",
    [
        par(run("נושא", f"{_WHITE}{_FILL}")),
        par(run("נושא", f'{_WHITE}<w:highlight w:val="darkBlue"/>')),
        par(run("נושא", '<w:color w:val="D9D9D9"/>')),
        par(run("נושא", '<w:sz w:val="10"/><w:szCs w:val="10"/>')),
        par(run("נושא", '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>')),
        par(run("נושא", f'{_WHITE}<w:shd w:val="solid" w:color="auto" w:fill="FFFFFF"/>')),
        par(run("נושא", _WHITE), properties=_FILL),
        par(run("נושא", _WHITE), properties='<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>'),
        par(run("נושא", _WHITE), properties='<w:pStyle w:val="Band"/>'),
        f"<w:tbl><w:tr><w:tc><w:tcPr>{_FILL}</w:tcPr>{par(run('נושא', _WHITE))}</w:tc></w:tr></w:tbl>",
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tr><w:tc>{par(run("נושא", _WHITE))}</w:tc></w:tr></w:tbl>',
        box(par(run("נושא", _WHITE)), '<a:solidFill><a:srgbClr val="002060"/></a:solidFill>'),
        box(par(run("נושא", _WHITE)), "", '<a:fillRef idx="1"/>'),
    ],
)
def test_white_letters_upon_a_colour_are_seen(body: str) -> None:
    """The head of nearly every table is white on blue."""
    grid = f'<w:tblStylePr w:type="firstRow"><w:tcPr>{_FILL}</w:tcPr></w:tblStylePr>'
    styles = style("Band", f"<w:pPr>{_FILL}</w:pPr>") + style("Grid", grid, "table")
    document, text, account = read(package(body, styles=styles))
    assert "נושא" in text
    assert not account.left_out
    assert "pale" not in [each.what for each in document.others]


@pytest.mark.parametrize(
    "body",
    [
        box(par(run("שער", _WHITE)), "<a:noFill/>"),
        box(par(run("שער", _WHITE)), "<a:noFill/>", '<a:fillRef idx="1"/>'),
        box(par(run("שער", _WHITE)), "", '<a:fillRef idx="0"/>'),
        "1",
        "true",
    ],
)
def test_white_letters_upon_a_picture_are_kept_and_said(body: str) -> None:
    """The title of a cover is white upon a photograph; whether readers see it, a person has to look."""
    if not body.startswith("<"):
        body = par(_DRAWING.format(kind="anchor", more=f' behindDoc="{body}"', shape="")) + par(run("שער", _WHITE))
    document, text, account = read(package(body))
    assert text == "שער"
    assert not account.left_out
    assert [each.text for each in document.others if each.what == "pale"] == ["שער"]


def test_a_word_and_a_heading_lose_what_nobody_sees_of_them() -> None:
    """A heading in white would be a chapter of the site, and an inserted remark a tracked change that is told and shown."""
    heading = par(run("כותרת סמויה", _WHITE), properties='<w:pStyle w:val="Heading1"/>')
    inserted = f'<w:ins w:id="1" w:author="a">{run("סוד", _WHITE)}</w:ins>'
    document, text, account = read(package(heading, par("מי", run("לה", _WHITE), "ם "), par("א ", inserted)))
    assert text == "מים\n\nא"
    assert not document.has_headings
    assert " ".join(entry.text for entry, _ in account.left_out) == "כותרת סמויה לה סוד"


def test_a_list_in_a_list_by_the_name_of_its_style_is_one() -> None:
    """Word's "List Bullet 2" is a list of its own, one step further in: its items stood beside those above them."""
    inner = style("B2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>').replace(
        '"B2"/><w:pPr', '"List Bullet 2"/><w:pPr'
    )
    below = par("משנה", properties='<w:pStyle w:val="B2"/>')
    _, text, _ = read(package(item("ראשי", of=1), below, styles=inner, lists=numbering({1: (("bullet", "•"),)})))
    assert text == "- ראשי\n    - משנה"
