"""White and tiny letters upon everything that can be behind them."""

from __future__ import annotations

import io
import zipfile

from tests.importing.word.documents.parts import W14, WHITE, shade, style, styled
from tests.importing.word.packages import package, par, relation, run
from tests.importing.word.test_every_word_of_a_document import cell, note, notes, row
from tests.importing.word.test_things_beside_the_text import graphic


def shape(text: str, properties: str = "", look: str = "") -> str:
    """A shape with white letters."""
    inner = f"<w:txbxContent>{par(run(text, WHITE))}</w:txbxContent>"
    return par(graphic(f"<wps:wsp><wps:spPr>{properties}</wps:spPr>{look}<wps:txbx>{inner}</wps:txbx></wps:wsp>"))


def old_shape(text: str, attributes: str) -> str:
    """The same in the form of Word 2003."""
    inner = f"<v:textbox><w:txbxContent>{par(run(text, WHITE))}</w:txbxContent></v:textbox>"
    return par(f"<w:r><w:pict><v:rect {attributes}>{inner}</v:rect></w:pict></w:r>")


def table_of(inner: str, properties: str = "", of_cell: str = "") -> str:
    """A table of one row."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{row(cell(inner, properties=of_cell), cell(par('ב')))}</w:tbl>"


UNSEEN = (
    par(
        run("לבן", WHITE), run(" כמעט", '<w:color w:val="F4F4F4"/>'), run(" אפור", '<w:color w:val="C0C0C0"/>'), " שחור"
    ),
    par(
        run("לבן על כהה", WHITE + shade("1F3864")), run(" אדום על אדום", '<w:color w:val="FF0000"/>' + shade("FE0000"))
    ),
    par(
        run("מודגש בשחור", '<w:highlight w:val="black"/>'),
        run(" לבן בשחור", f'{WHITE}<w:highlight w:val="black"/>'),
        run(" צהוב", '<w:highlight w:val="yellow"/>'),
        run(" בלי", f'{WHITE}<w:highlight w:val="none"/>'),
    ),
    par(
        run("בלי ערך", "<w:color/>"),
        run(" בלי ערך בשחור", '<w:color/><w:highlight w:val="black"/>'),
        run("דלוק", f'<w:vanish w:val="on"/>{WHITE}'),
        run(" צל ריק", f'{WHITE}<w:shd w:val="clear"/>'),
        run(" צל מלא ריק", f'{WHITE}<w:shd w:val="solid"/>'),
        run(" צל בלי סוג", f'{WHITE}<w:shd w:fill="203040"/>'),
    ),
    par(
        run("זעיר", '<w:sz w:val="4"/><w:szCs w:val="4"/>'),
        run(" five", '<w:sz w:val="5"/>'),
        run(" four", '<w:sz w:val="4"/>'),
        run(" חד", '<w:szCs w:val="2"/>'),
        run(" latin", '<w:szCs w:val="2"/>'),
        run(" zero", '<w:sz w:val="0"/>'),
    ),
    par(run("לבן בכהה", WHITE), properties=shade("002060")),
    par(run("דוגמת רקע", WHITE), properties=shade("FFFFFF", "pct25")),
    par(run("שחור מלא", WHITE), properties=shade("FFFFFF", "solid", "auto")),
    par(run("ללא", WHITE), properties=shade("000000", "nil")),
    par(run("צבע לא ידוע", WHITE), properties=shade("windowText")),
    par(run("מילוי אוטומטי", WHITE), properties=shade("auto")),
    styled("סגנון כהה", "Dark"),
    par(run("סגנון לבן", '<w:rStyle w:val="Pale"/>')),
    par(run("מילה", f'<w:vanish w:val="0"/>{WHITE}')),
    par(run("כבר נסתר", f"<w:vanish/>{WHITE}")),
    par(run("בלי מילוי", f"<w14:textFill {W14}><w14:noFill/></w14:textFill>")),
    par(run("מלא", f"<w14:textFill {W14}><w14:solidFill/></w14:textFill>")),
    table_of(par(run("בטבלה לבנה", WHITE))),
    table_of(par(run("בסגנון טבלה", WHITE)), '<w:tblStyle w:val="Grid"/>'),
    table_of(par(run("בטבלה כהה", WHITE)), shade("203040")),
    table_of(par(run("בתא כהה", WHITE)), of_cell=shade("203040")),
    table_of(par(run("בסגנון בלי צבע", WHITE)), '<w:tblStyle w:val="Plain"/>'),
    shape("בצורה מלאה", "<a:solidFill/>"),
    shape("בצורה ריקה", "<a:noFill/>"),
    shape("בסגנון", look='<wps:style><a:fillRef idx="1"/></wps:style>'),
    shape("בסגנון ריק", look='<wps:style><a:fillRef idx="0"/></wps:style>'),
    shape("עם קו", look='<wps:style><a:lnRef idx="2"/><a:fillRef idx="0"/></wps:style>'),
    old_shape("בישן צבוע", 'fillcolor="#203040"'),
    old_shape("בישן כבוי", 'fillcolor="#203040" filled="f"'),
    old_shape("בישן בלי", ""),
    old_shape("בישן שקרי", 'fillcolor="red" filled="false"'),
    old_shape("בישן דלוק", 'fillcolor="red" filled="t"'),
    par("הערה", note(1)),
)


UNSEEN_STYLES = (
    style("Dark", f"<w:pPr>{shade('000000')}</w:pPr><w:rPr>{WHITE}</w:rPr>")
    + style("Pale", f"<w:rPr>{WHITE}</w:rPr>", kind="character")
    + style("Grid", f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shade("1F3864")}</w:tcPr></w:tblStylePr>', kind="table")
    + style("Plain", f"<w:tcPr>{shade('FFFFFF')}{shade('auto')}</w:tcPr>", kind="table")
)


def unseen(*body: str, page: str = "") -> bytes:
    """White letters, on a page of a colour or on a white one."""
    white_note = notes("footnote", "x").replace("<w:rPr></w:rPr>", f"<w:rPr>{WHITE}</w:rPr>")
    made = package(
        *body,
        styles=UNSEEN_STYLES,
        relations=relation("F", "footnotes.xml", "footnotes"),
        parts={"footnotes.xml": white_note},
    )
    return with_background(made, page) if page else made


def with_background(content: bytes, colour: str) -> bytes:
    """The document on a page of a colour."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                text = text.replace(b"<w:body>", f'<w:background w:color="{colour}"/><w:body>'.encode(), 1)
            new.writestr(name, text)
    return made.getvalue()


DOCUMENTS = {
    "white page": unseen(*UNSEEN),
    **{f"page in {each}": unseen(UNSEEN[0], UNSEEN[2], UNSEEN[-1], page=each) for each in ("203040", "ffffff", "auto")},
}
