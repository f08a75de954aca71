"""Pictures, shapes, charts, diagrams, ink, controls, in the forms of all versions of Word."""

from __future__ import annotations

import io

from PIL import Image

from tests.importing.conftest import PIXEL
from tests.importing.word.documents.parts import AXIS, CHART, MC, blip, drawn
from tests.importing.word.packages import NAMESPACES, head, package, par, relation, run


def old(inner: str) -> str:
    """A drawing of Word 2003."""
    return f"<w:r><w:pict>{inner}</w:pict></w:r>"


def choices(*inner: str, fallback: str = "") -> str:
    """Alternatives of newer and older programs."""
    chosen = "".join(f'<mc:Choice Requires="x">{each}</mc:Choice>' for each in inner)
    return f"<mc:AlternateContent {MC}>{chosen}{f'<mc:Fallback>{fallback}</mc:Fallback>' if fallback else ''}</mc:AlternateContent>"


def image(kind: str, colour: int, frames: int = 1) -> bytes:
    """A picture of one colour."""
    made = io.BytesIO()
    more = {"save_all": True, "append_images": [Image.new("L", (2, 1), colour)] * (frames - 1)} if frames > 1 else {}
    Image.new("L", (2, 1), colour).save(made, kind, **more)
    return made.getvalue()


_DIAGRAM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'


_NEW = '<x:new xmlns:x="urn:x"/>'


_INK = '<w14:contentPart xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" r:id="K"/>'


_TEXT_IN_SHAPE = (
    "<a:txBody><a:p> <a:r><a:t>{}</a:t></a:r><a:r> <a:t>ו</a:t></a:r></a:p><a:p><a:r><a:t/></a:r></a:p></a:txBody>"
)


DRAWINGS = package(
    head("תמונות"),
    par(drawn(blip('r:embed="P"'), 'descr="  מפה של   העיר "')),
    par(drawn(blip('r:embed="P"'), 'title="כותרת בלבד"')),
    par(drawn(blip('r:embed="G"'))),
    par("לפני ", drawn(blip('r:embed="J"'), 'descr="תצלום"'), " אחרי"),
    par(drawn(blip('r:embed="W"'))),
    par(drawn(blip('r:embed="E"'), 'descr="תרשים"')),
    par(drawn(blip('r:embed="E"'))),
    par(drawn(blip('r:embed="missing"'), 'descr="אבודה"')),
    par(drawn(blip('r:embed="T"'), 'descr="סרוקה"')),
    par(drawn(blip('r:embed="T"'))),
    par(drawn(blip('r:embed="B"'), 'descr="מפת סיביות"')),
    par(drawn(blip('r:link="O"'), 'descr="מקושרת"')),
    par(drawn(blip('r:embed="O"'))),
    par(drawn(blip('r:embed="P" r:link="O"'))),
    par(drawn(blip('r:embed="P"'), 'descr="עם קישור"', '<a:hlinkClick r:id="L"/>')),
    par(drawn(blip('r:embed="P"'), 'descr="קישור פנימי"', '<a:hlinkClick r:id="P"/>')),
    par(drawn(blip('r:embed="P"'), 'descr="נסתרת" hidden="1"')),
    par(drawn(_TEXT_IN_SHAPE.format("סוד"), 'hidden="true"')),
    par(
        '<w:hyperlink r:id="L">',
        drawn(blip('r:embed="P"'), 'descr="בקישור"', '<a:hlinkClick r:id="L2"/>'),
        "</w:hyperlink>",
    ),
    head("ישנות"),
    par(old('<v:shape alt="לוגו" href="https://example.org/v"><v:imagedata r:id="P"/></v:shape>')),
    par(
        old(
            '<v:group><v:rect title="ריבוע"><v:imagedata r:id="P"/></v:rect><v:shape alt="עיגול">'
            '<v:imagedata r:id="J"/></v:shape></v:group>'
        )
    ),
    par(old('<v:shape><v:imagedata r:href="O"/></v:shape>')),
    par(old('<v:shape><v:textpath string="טיוטה"/></v:shape>')),
    par(old("<v:shape><v:textpath/></v:shape>")),
    par(run("סמוי", "<w:vanish/>"), drawn(blip('r:embed="P"'), 'descr="בין סמויים"'), run("אחר", "<w:vanish/>")),
    par(old('<v:oval alt="אליפסה"/>')),
    par(old("<v:line/>")),
    head("אחרות"),
    par(drawn('<c:chart r:id="C"/>', 'descr="תיאור התרשים"')),
    par(drawn('<c:chart r:id="C2"/>', 'descr="תיאור בלי כותרת"')),
    par(drawn('<c:chart r:id="C3"/>', 'descr="ריק עם תיאור"')),
    par(drawn('<c:chart r:id="C3"/>')),
    par(drawn('<c:chart r:id="nowhere"/>')),
    par(drawn(f'<dgm:relIds {_DIAGRAM} r:dm="D"/>', 'descr="תרשים זרימה"')),
    par(drawn(f'<dgm:relIds {_DIAGRAM} r:dm="nowhere"/>', 'descr="תרשים חסר"')),
    par(drawn(f'<dgm:relIds {_DIAGRAM} r:dm="nowhere"/>')),
    par(drawn(_TEXT_IN_SHAPE.format("בצורה"))),
    par(drawn("<a:txBody><a:p/></a:txBody>")),
    par(drawn(_NEW, 'descr="דגם תלת־ממדי"')),
    par(drawn(_NEW)),
    par(drawn(_INK, 'descr="חתימה"')),
    par(drawn(_INK)),
    par('<w:r><w:contentPart r:id="K"/></w:r>'),
    par(
        "<w:r><w:object>",
        '<v:shape><v:imagedata r:id="P"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
    ),
    par(
        '<w:r><w:object><w:control r:id="X" w:name="Box1"/></w:object></w:r>',
        '<w:r><w:object><w:control r:id="nowhere" w:name="Box2"/></w:object></w:r>',
    ),
    par("<w:r>", choices(_NEW, "<w:t>נבחר</w:t>", fallback="<w:t>ישן</w:t>"), "</w:r>"),
    par("<w:r>", choices(_NEW, fallback="<w:t> נפילה</w:t>"), "</w:r>"),
    par(choices(run("ברמת הפסקה"))),
    choices(par("ברמת הגוף")),
    par(drawn(choices(_INK))),
    choices(),
    par(drawn(choices(_NEW, fallback=blip('r:embed="P"')), 'descr="מהנפילה"')),
    par(drawn("<wps:txbx><w:txbxContent>" + head("כותרת בתיבה", 2) + "<w:p/></w:txbxContent></wps:txbx>")),
    par(drawn("<wps:txbx><w:txbxContent><w:p/></w:txbxContent></wps:txbx>", 'descr="תיבה ריקה"')),
    relations="".join(
        relation(name, f"media/{target}", "image")
        for name, target in {
            "P": "p.png",
            "G": "g.gif",
            "J": "j.jpg",
            "W": "w.webp",
            "E": "e.emf",
            "T": "t.tif",
            "B": "b.bmp",
        }.items()
    )
    + relation("O", "https://example.org/o.png", "image", is_external=True)
    + relation("L", "https://example.org/l", "hyperlink", is_external=True)
    + relation("L2", "https://example.org/m", "hyperlink", is_external=True)
    + "".join(relation(name, f"charts/{name}.xml", "chart") for name in ("C", "C2", "C3"))
    + relation("D", "diagrams/d.xml", "diagramData")
    + relation("X", "activeX/x.xml", "control"),
    parts={
        "media/p.png": PIXEL,
        "media/g.gif": image("GIF", 9),
        "media/j.jpg": image("JPEG", 9),
        "media/w.webp": image("WEBP", 9),
        "media/e.emf": b"\x01\x00\x00\x00",
        "media/t.tif": image("TIFF", 5, 2),
        "media/b.bmp": image("BMP", 7),
        "charts/C.xml": CHART.format(
            "<c:title><c:tx><c:rich><a:p><a:r><a:t>עמדות</a:t></a:r></a:p></c:rich></c:tx></c:title>", AXIS
        ),
        "charts/C2.xml": CHART.format("", "").replace(
            "</c:strRef>", '<c:pt idx="x"><c:v>?</c:v></c:pt><c:pt idx="3"/></c:strRef>'
        ),
        "charts/C3.xml": f"<c:chartSpace {NAMESPACES}><c:chart/></c:chartSpace>",
        "diagrams/d.xml": f"<dgm:dataModel {NAMESPACES} {_DIAGRAM}><dgm:pt><dgm:t><a:p><a:r>"
        f"<a:t>שלב</a:t></a:r></a:p></dgm:t></dgm:pt>"
        "<dgm:pt><dgm:t><a:p><a:r><a:t>סוף</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>",
        "activeX/x.xml": '<ax:ocx xmlns:ax="urn:ax"><ax:ocxPr ax:name="Caption" ax:value="מסכימה"/>'
        '<ax:ocxPr ax:name="Value" ax:value="1"/></ax:ocx>',
    },
)


LANGUAGES = ("ABC xyz", "Жθé", "ءبي", "את", "1")


PICTURED = {"relations": relation("P", "p.png", "image"), "parts": {"p.png": PIXEL}}

DOCUMENTS = {
    "drawings": DRAWINGS,
    **{words: package(par(words, drawn(blip('r:embed="P"'))), **PICTURED) for words in LANGUAGES},
}
