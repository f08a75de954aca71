"""Fields, forms, links, notes, comments, signs."""

from __future__ import annotations

from tests.importing.word.documents.parts import MARK, W14
from tests.importing.word.packages import NAMESPACES, head, package, par, relation, run
from tests.importing.word.test_every_word_of_a_document import cell, field, note, notes, row


def form(inner: str, code: str = " FORMTEXT ") -> str:
    """A field of a form."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar></w:r>'
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{MARK.format('end')}"


def control(properties: str, inner: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


_BOX = f"<w14:checkbox {W14}>{{}}</w14:checkbox>"


FIELDS = package(
    head("שדות"),
    par(
        field(' HYPERLINK \\l "x" ', run("פנימי")),
        field(' hyperlink "https://example.org/a" \\l "p" \\o "טיפ" ', run(" עם עוגן")),
        field(' HYPERLINK "https://example.org/b#c" \\l "d" ', run(" עוגן כפול")),
        field(" HYPERLINK \\t _blank https://example.org/e ", run(" בלי מירכאות")),
        field(' HYPERLINK "https://example.org/f" ', run(" א", "<w:b/>") + run("ב")),
        field(" HYPERLINK ", run(" ריק")),
    ),
    par(
        '<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/g&quot; ">' + run("פשוט") + "</w:fldSimple>",
        '<w:fldSimple w:instr=" FILENAME "/>',
        '<w:fldSimple w:instr=" PAGE ">' + run(" 5") + "</w:fldSimple>",
    ),
    par(
        '<w:hyperlink r:id="L" w:anchor="top">'
        + run("חוץ", "<w:i/>")
        + '<w:hyperlink r:id="L">'
        + run(" בתוך")
        + "</w:hyperlink></w:hyperlink>",
        '<w:hyperlink r:id="LA" w:anchor="top">' + run(" עם סולמית") + "</w:hyperlink>",
        '<w:hyperlink r:id="L"/>',
    ),
    par(field(" IF 1 = 1 ", field(" PAGE ", run("7")) + run(" אז")), field(" DATE ", "")),
    par(
        MARK.format("begin"), "<w:r><w:instrText> MACROBUTTON DoIt  לחצו  כאן </w:instrText></w:r>", MARK.format("end")
    ),
    par(
        MARK.format("begin"),
        "<w:r><w:instrText> DATE \\@ d </w:instrText></w:r>",
        MARK.format("end"),
        "<w:r><w:dayLong/><w:pgNum/></w:r>",
    ),
    par(
        MARK.format("begin"),
        '<w:r><w:instrText> SYMBOL 254 \\f "Wingdings" \\s 12 </w:instrText></w:r>',
        MARK.format("end"),
        " סימן",
    ),
    par(
        MARK.format("begin"),
        "<w:r><w:instrText> SYMBOL 0x6F \\f Wingdings</w:instrText></w:r>",
        MARK.format("end"),
        " הקס",
    ),
    par(
        form("<w:checkBox><w:default w:val='1'/></w:checkBox>", " FORMCHECKBOX "),
        " ברירה ",
        form("<w:checkBox><w:default w:val='1'/><w:checked w:val='0'/></w:checkBox>"),
        " לא ",
        form("<w:checkBox/>"),
        " ריק ",
        form("<w:checkBox><w:checked/></w:checkBox>"),
    ),
    *(
        par(
            form(
                f"<w:ddList>{inner}<w:listEntry w:val='ראשון'/><w:listEntry w:val='שני'/></w:ddList>", " FORMDROPDOWN "
            )
        )
        for inner in (
            "",
            "<w:result w:val='1'/>",
            "<w:default w:val='1'/>",
            "<w:result w:val='2'/>",
            "<w:result w:val='x'/>",
            "<w:result/>",
        )
    ),
    par(form("<w:ddList><w:listEntry w:val='לא נבחר'/></w:ddList>", " OTHER ")),
    par(
        MARK.format("begin"),
        "<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>לפני הסוף</w:t></w:r>",
        MARK.format("separate"),
        MARK.format("end"),
        " אחרי",
    ),
    par(
        control(_BOX.format("<w14:checked w14:val='1'/>"), run("☐")),
        " כן ",
        control(_BOX.format("<w14:checked w14:val='0'/>"), run("☐")),
        " לא ",
        control(_BOX.format(""), run("☐")),
        control("<w:showingPlcHdr/>", run("הקלידו כאן")),
        control("<w:text/>", run(" מולא")),
        "<w:sdt/>",
    ),
    control(
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', par("תוכן שלם") + par("רקע 3")
    ),
    control('<w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>', par("כריכה")),
    control("<w:showingPlcHdr/>", par("לבחור פסקה")),
    control("<w:alias/>", par("פסקה בבקרה")),
    "<w:sdt><w:sdtPr/></w:sdt>",
    par(
        "מילה",
        note(1),
        '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>',
        '<w:r><w:endnoteReference w:customMarkFollows="on" w:id="1"/><w:t>א1</w:t></w:r>',
        '<w:r><w:endnoteReference w:customMarkFollows="1" w:id="1"/><w:t>†</w:t></w:r>',
        '<w:r><w:footnoteReference w:id="3"/><w:t>#</w:t></w:r>',
    ),
    par(
        "<w:r><w:ruby><w:rt>" + run("kan") + "</w:rt><w:rubyBase>" + run("漢") + "</w:rubyBase></w:ruby></w:r>",
        "<w:ruby><w:rubyBase>" + run("字") + "</w:rubyBase></w:ruby>",
    ),
    par(
        "<w:r><w:t>א</w:t><w:ptab/><w:t>ב</w:t><w:cr/><w:t>ג</w:t><w:br w:type='page'/><w:t>ד</w:t>"
        "<w:br w:type='column'/><w:t>ה</w:t><w:softHyphen/><w:t>ו</w:t></w:r>"
    ),
    par(
        '<w:r><w:sym w:font="Noto" w:char="0001"/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Symbol" w:char="2061"/>'
        '<w:sym w:font="Wingdings" w:char="zz"/></w:r>',
        run("\uf0fc", '<w:rFonts w:cs="Wingdings"/>'),
        run("\uf0fc"),
        run("א\uf0b7", '<w:rFonts w:hAnsi="Arial"/>'),
    ),
    par(
        "<w:r><w:sym/><w:fldChar/></w:r><w:hyperlink>",
        run("בלי יעד"),
        "</w:hyperlink>",
        "<w:r><w:footnoteReference/><w:endnoteReference w:id='99'/></w:r>",
    ),
    par('<w:r><w:commentReference w:id="0"/></w:r>'),
    head("סוף", 2),
    par('<w:r><w:commentReference w:id="0"/><w:commentReference w:id="1"/></w:r>', "."),
    '<w:altChunk r:id="missing"/>',
    par("בפסקה", '<w:subDoc r:id="S"/>', " המשך", '<w:altChunk r:id="A"/>', " סוף"),
    par("<w:tbl>" + row(cell(par("בתוך פסקה")), cell(par("ב"))) + "</w:tbl>"),
    run("ריצה בלי פסקה"),
    "<w:customXml>" + par("עטופה") + "</w:customXml>",
    '<w:bookmarkStart w:id="0" w:name="x"/>',
    relations=relation("L", "https://example.org/l", "hyperlink", is_external=True)
    + relation("LA", "https://example.org/l#a", "hyperlink", is_external=True)
    + relation("F", "footnotes.xml", "footnotes")
    + relation("N", "endnotes.xml", "endnotes")
    + relation("M", "comments.xml", "comments")
    + relation("S", "file:///sub.docx", "subDocument", is_external=True)
    + relation("A", "a.txt", "aFChunk")
    + relation("H1", "header1.xml", "header")
    + relation("H2", "header2.xml", "header")
    + relation("H3", "gone.xml", "footer"),
    parts={
        "footnotes.xml": notes("footnote", "אחת", "שתיים " + "", "שלוש"),
        "endnotes.xml": notes("endnote", "סוף", "מיותרת"),
        "comments.xml": f'<w:comments {NAMESPACES}><w:comment w:id="0">{par("למה?")}</w:comment>'
        f'<w:comment w:id="1">{par("כי.")}</w:comment>'
        f'<w:comment w:id="9">{par("בלי מקום")}</w:comment></w:comments>',
        "a.txt": "שורה\nועוד".encode(),
        "header1.xml": f"<w:hdr {NAMESPACES}>{par('עליונה', '<w:ins>' + run(' חדשה') + '</w:ins>')}</w:hdr>",
        "header2.xml": f"<w:hdr {NAMESPACES}>{par('שנייה')}{par('')}</w:hdr>",
    },
)

DOCUMENTS = {"fields": FIELDS}
