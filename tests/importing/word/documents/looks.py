"""How text is set: styles of paragraphs and of letters, one upon the other."""

from __future__ import annotations

from tests.importing.word.documents.parts import style, styled
from tests.importing.word.packages import package, par, run


def based(on: str) -> str:
    """What a style begins with."""
    return f'<w:basedOn w:val="{on}"/>'


def outline(level: object) -> str:
    """The outline level of a paragraph, from 0."""
    return f'<w:outlineLvl w:val="{level}"/>'


LOOKS = package(
    styled("עם שם עברי", "H2"),
    styled("שביעית", "H7"),
    styled("רמה לפי סגנון", "O3"),
    styled("בלי רמה", "O9"),
    styled("רמה שבורה", "OX"),
    styled("סגנון שאין", "Heading4"),
    styled("בשרשרת", "Chain"),
    styled("במעגל", "Round"),
    par(
        run("ישן", "<w:strike/>"),
        run(" מול "),
        run("נושן", "<w:strike/>"),
        run(" רקע", "<w:b/>"),
        run(" חדש"),
        properties='<w:pStyle w:val="Heading1"/>',
    ),
    par("תחת הכותרת ", run("סמוי", "<w:vanish/>")),
    par("ראשונה", properties=outline(0)),
    par("תשיעית", properties=outline(8)),
    par("טקסט", properties=outline(9)),
    styled("נשארת", "Heading2", outline("x")),
    styled("אינה כותרת", "Heading2", outline(9)),
    styled("שם הדוח", "T1"),
    styled("ציטוט חזק", "Q1"),
    styled("איור 1", "F1"),
    styled("שורה", "TOC2"),
    styled("Contents", "CH"),
    styled("פריט עמוק", "LN3"),
    styled("רמה משלו", "LN3", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
    par(
        run("a", "<w:b/>"),
        run("א", "<w:b/>"),
        run("b", "<w:bCs/>"),
        run("ב", "<w:bCs/>"),
        run("ג", "<w:b/><w:rtl/>"),
        run("c", "<w:i/><w:cs/>"),
        run("d", "<w:iCs/><w:cs/>"),
        run("e", '<w:b/><w:cs w:val="0"/>'),
        run("f", '<w:b w:val="0"/><w:rStyle w:val="Loud"/>'),
        run("g", '<w:rStyle w:val="Loud"/>'),
        run("h", '<w:rStyle w:val="Up"/>'),
        run("i", '<w:vertAlign w:val="baseline"/><w:rStyle w:val="Up"/>'),
        run("j", "<w:dstrike/>"),
        run("k", '<w:strike w:val="false"/>'),
        run("l", '<w:vertAlign w:val="subscript"/>'),
        run("m", '<w:position w:val="-4"/><w:sz w:val="14"/>'),
        run("n", '<w:position w:val="4"/><w:sz w:val="30"/>'),
        run("r", '<w:rStyle w:val="Big"/><w:position w:val="4"/><w:sz w:val="30"/>'),
        run("s", '<w:sz w:val="14"/>'),
        run("o", '<w:position w:val="0"/><w:sz w:val="14"/>'),
        run("p", '<w:position w:val="4"/><w:sz w:val="14"/>'),
    ),
    styled("bold by its style", "Bold"),
    par(run("נסתר בסגנון", '<w:rStyle w:val="Gone"/>'), run(" גלוי", '<w:vanish w:val="0"/>')),
    styled("פסקה נסתרת", "GoneP"),
    par(run("H"), run("2", '<w:position w:val="-2"/><w:sz w:val="19"/>'), run("O", "<w:sz w:val='20'/>")),
    styles=style("Normal", '<w:rPr><w:sz w:val="24"/></w:rPr>', more=' w:default="1"')
    + style("H2", based("Normal"), shown="כותרת 2")
    + style("H7", "", shown="heading 7")
    + style("O3", f"<w:pPr>{outline(3)}</w:pPr>")
    + style("O9", f"<w:pPr>{outline(9)}</w:pPr>", shown="heading 2")
    + style("OX", f"<w:pPr>{outline('x')}</w:pPr>", shown="heading 2")
    + style("Chain", based("Middle"))
    + style("Middle", based("H2"))
    + style("Round", based("Other"))
    + style("Other", based("Round"))
    + style("T1", "", shown="כותרת ראשית")
    + style("Q1", "", shown="ציטוט חזק")
    + style("F1", "", shown="Table of Figures")
    + style("CH", "", shown="Contents Heading")
    + style("LN3", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', shown="List Number 3")
    + style("Loud", "<w:rPr><w:b/></w:rPr>", kind="character")
    + style("Bold", "<w:rPr><w:b/></w:rPr>")
    + style("Up", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', kind="character")
    + style("Big", '<w:rPr><w:sz w:val="60"/></w:rPr>', kind="character")
    + style("Gone", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    + style("GoneP", "<w:rPr><w:vanish/></w:rPr>"),
    lists='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
)


KINDLESS = '<w:style w:styleId="D" w:default="{}"><w:name w:val="D"/><w:rPr><w:i/></w:rPr></w:style>'
DEFAULT = package(
    par("a", run(" b", '<w:rStyle w:val="C"/>')),
    styled("c", "Plain"),
    styles=style("D", "<w:rPr><w:i/></w:rPr>", more=' w:default="1"')
    + style("C", "<w:rPr><w:b/></w:rPr>", kind="character", more=' w:default="1"')
    + style("Plain", ""),
)

DOCUMENTS = {
    "looks": LOOKS,
    "a style for all": DEFAULT,
    **{
        f"a style of no kind, default {each}": package(par("a"), styles=KINDLESS.format(each))
        for each in ("true", "on", "0")
    },
}
