"""Tracked changes around and within everything."""

from __future__ import annotations

from tests.importing.word.documents.parts import AXIS, CHART, MARK, changed, drawn, end
from tests.importing.word.packages import NAMESPACES, head, package, par, relation, run
from tests.importing.word.test_every_word_of_a_document import cell, note, notes, row
from tests.importing.word.test_things_beside_the_text import graphic

CHANGES = package(
    head("שינויים"),
    par(
        "א ",
        changed("del", "ישן"),
        changed("ins", "חדש"),
        " ב ",
        changed("ins", "נוסף"),
        " ג ",
        changed("del", "נמחק"),
        ".",
    ),
    par(changed("ins", "כולה חדשה"), properties=end("ins")),
    par(changed("del", "כולה נמחקה"), properties=end("del")),
    par("סוף שנמחק כאן עם עוד מילים", properties=end("del")),
    par("והמשך של הפסקה אחריו בשורה"),
    par("סוף חדש", properties=end("ins")),
    par("אחריו"),
    par("שניהם", properties=end("ins", "del")),
    par("אחרי שניהם"),
    par("לפני טבלה", properties=end("del")),
    "<w:tbl>" + row(cell(par("1"))) + row(cell(par("2"))) + "</w:tbl>",
    changed("ins", par("גוש חדש"), par("שני")),
    changed("del", par("גוש שנמחק")),
    changed("ins", "ריצה חדשה"),
    changed("del", "ריצה ישנה"),
    changed("moveFrom", par("גוש שעבר")),
    changed("moveFrom", par("כולו עבר")),
    head("יעד", 2),
    changed("moveTo", par("גוש שעבר")),
    par(changed("moveTo", "משפט שעבר."), " נשאר"),
    par(changed("moveFrom", "משפט שעבר.")),
    par(changed("moveFrom", "בלי יעד")),
    par(changed("ins", graphic(f"<wps:txbx><w:txbxContent>{par('בתיבה חדשה')}</w:txbxContent></wps:txbx>"))),
    par(
        changed(
            "del",
            MARK.format("begin"),
            "<w:r><w:delInstrText> PAGE </w:delInstrText></w:r>",
            MARK.format("separate"),
            "9",
            MARK.format("end"),
        ),
        "אחרי שדה",
    ),
    par(changed("ins", changed("del", "נוסף ונמחק")), "כאן"),
    par(
        "<m:oMath><m:r><m:t>x</m:t></m:r>"
        + changed("ins", "<m:r><m:t>+y</m:t></m:r>")
        + changed("del", "<m:r><m:t>+z</m:t></m:r>")
        + "<m:r><w:rPr><w:vanish/></w:rPr><m:t>h</m:t></m:r></m:oMath>"
    ),
    par(
        changed(
            "ins",
            *(graphic(f"<wps:txbx><w:txbxContent>{par(text)}</w:txbxContent></wps:txbx>") for text in ("תיבה", "ועוד")),
        )
    ),
    par('<m:oMath><m:r><w:rPr><w:vanish w:val="0"/></w:rPr><m:t>k</m:t></m:r></m:oMath>'),
    par(changed("ins", "לפני"), "<m:oMath><m:r><m:t>q</m:t></m:r></m:oMath>", changed("del", "אחרי")),
    par(run("סמוי", "<w:vanish/>"), "<m:oMath><m:r><m:t>v</m:t></m:r></m:oMath>", run("אחר", "<w:vanish/>")),
    par(
        changed("del", drawn('<c:chart r:id="C"/>', 'descr="תרשים שנמחק"')),
        changed("ins", drawn('<c:chart r:id="C"/>')),
        ".",
    ),
    par("<m:oMath>" + changed("del", "<m:r><m:t>gone</m:t></m:r>") + "</m:oMath>"),
    "<w:tbl>",
    row(cell(par("שם")), cell(par("מה"))),
    row(cell(par("שורה חדשה")), cell(par(changed("ins", "א"), changed("del", "ב"))), properties="<w:ins/>"),
    row(cell(par("שורה שנמחקה")), cell(par("")), properties="<w:del/>"),
    row(cell(par(changed("moveFrom", "עברה"))), cell(par("")), properties="<w:del/>"),
    row(
        cell(par("תא")),
        cell(par("תא חדש"), properties="<w:cellIns/>"),
        cell(par("תא שנמחק"), properties="<w:cellDel/>"),
    ),
    "</w:tbl>",
    "<w:tbl>",
    row(cell(par("מוזג"), properties='<w:cellMerge w:vMerge="rest"/>'), cell(par("1"))),
    row(cell(par(""), properties='<w:cellMerge w:vMerge="cont"/>'), cell(par("2"))),
    row(cell(par("פוצל"), properties='<w:cellMerge w:vMergeOrig="rest"/>'), cell(par("3"))),
    row(cell(par("ממנו"), properties='<w:cellMerge w:vMergeOrig="cont"/>'), cell(par("4"))),
    "</w:tbl>",
    "<w:tbl>",
    row(cell(par("מסגרת חדשה"), properties="<w:cellIns/>"), cell(par("נעלמה"), properties="<w:cellDel/>")),
    row(cell(par("נסתרת")), properties="<w:hidden/>"),
    row(cell(par("גלויה")), properties='<w:hidden w:val="0"/>'),
    "</w:tbl>",
    "<w:tbl>",
    row(cell(par("במסגרת"), par("שנייה"))),
    "</w:tbl>",
    "<w:tbl>",
    changed("ins", row(cell(par("עטופה")), cell(par("ב")), properties='<w:gridBefore w:val="2"/>')),
    row(cell("<w:tbl>" + row(cell(par("פנימית")), cell(par("ה"))) + "</w:tbl>"), cell(par("ליד"))),
    "</w:tbl>",
    par("הערה", changed("del", note(1)), changed("ins", note(2))),
    par("ה", properties='<w:framePr w:dropCap="drop"/>'),
    par("תחלה"),
    par("רגיל", properties='<w:framePr w:dropCap="none"/>'),
    head("אחרון", 3),
    par("סוף בלי המשך", properties=end("del")),
    relations=relation("F", "footnotes.xml", "footnotes")
    + relation("H", "footer1.xml", "footer")
    + relation("C", "charts/c.xml", "chart"),
    parts={
        "charts/c.xml": CHART.format("", AXIS),
        "footnotes.xml": notes("footnote", "הערה ישנה", "הערה חדשה").replace(
            "חדשה<", "חדשה</w:t></w:r><w:ins><w:r><w:t> ועוד</w:t></w:r></w:ins><w:r><w:t><"
        ),
        "footer1.xml": f"<w:ftr {NAMESPACES}>{par('תחתית', changed('del', ' ישנה'))}</w:ftr>",
    },
)

DOCUMENTS = {"changes": CHANGES}
