"""Documents within the document: rich text, web pages, archives of them, plain text, Word."""

from __future__ import annotations

from tests.importing.conftest import PIXEL
from tests.importing.word.documents.parts import blip, drawn, style
from tests.importing.word.packages import head, item, numbering, package, par, relation, run
from tests.importing.word.test_every_word_of_a_document import note, notes

_RICH = (
    r"{\rtf1\ansi\ansicpg1255\deff0{\fonttbl{\f0\fcharset177 Arial;}{\f1\fcharset178 A;}{\f2\fcharset204 C;}}{\info{\author Bob}}"
    r"{\stylesheet{\s1\outlinelevel0 h1;}{\s2\outlinelevel5 h6;}{\s3\outlinelevel6 none;}}{\header \plain top}{\footerf bottom}"
    r"\pard\s1 First\par\pard\s2 Sixth\par\pard\s3 Not\par\pard\outlinelevel2 Third\par"
    r"\pard plain {\b bold {\i both}} \i it\plain  off\par"
    r"\'f9\'ec\'e5\'ed {\f1 \'e3} {\f2 \'e3} \u1488?\u-10179?\u-8704? {\uc0\u1489}{\uc2\u1490 xyz}"
    r"{\uc2\u1491 \'e0\'e1\'e2} \'81 a\~b\_c\-d\emdash e\tab f\line g\page h\{i\}\\j\par"
    r"x{\footnote {\b n}ote}y {\*\annotation remark}{\*\atnid AB}{\v hid}\v1 den\v0  seen {\deleted old}\plain\par"
    r'{\field{\*\fldinst{ HYPERLINK "https://example.org/r" }}{\fldrslt {link}}} {\field{\*\fldinst PAGE}{\fldrslt 7}}'
    r'{\field{\*\fldinst HYPER{\b LINK "https://example.org/s"}}{\fldrslt cut}}\par'
    r"{\listtext 1.\tab}one\par{\listtext 2)\tab}two\par{\listtext a.\tab}letter\par{\pntext\'b7\tab}dot\par"
    r"\trowd\intbl a\cell{\listtext 3.\tab}b\cell\row\trowd\intbl c\par d\cell\b e\b0\cell\row\pard after\par"
    r"{\*\unknown gone}{\shp{\*\shpinst{\sp{\sn n}}{\shptxt boxed\par}}}{\pict 0102}{\object{\*\objdata 01}{\result shown\par}}"
    r"p\bin3 abcq\sect r\par\trowd\intbl last\cell"
)


_PAGE = (
    "<html><head><title>t</title><style>p{}</style></head><body><h1>ראש</h1><h6>שש</h6><p>א<br>ב <b>ג</b> "
    "<strong><i>ד</i></strong> <em>ה</em></p>"
    "<p>&amp; <a href='mailto:a@example.org'>כתבו</a> <a href='#x'>פה</a> <a href='https://example.org/n'><b>מודגש</b></a> <a href='HTTPS://example.org/u'>שם</a></p><script>x()</script><noscript>n</noscript>"
    "<div style='visibility:hidden'>נסתר</div><span style='mso-hide:all'>גם</span> חופשי"
    "<blockquote>מצוטט</blockquote><pre>קבוע   רווח</pre>"
    "<ol start='3'><li>שלוש<ul><li>תת<ol><li>תתת</li></ol></li></ul></li><li>ארבע</li></ol><ul><li>נקודה</li></ul><li>יתומה</li>"
    "<table><tr><th>א<th>ב<tr><td>1<p>ו</p>2<i>3</i><td hidden>סוד<tr style='display:none'><td>שורה<td>גלויה?</table>"
    "<table><tr><td><table><tr><td>בתוך<td>טבלה</table></table><dl><dt>מונח<dd>הסבר</dl></body></html>"
)


_ARCHIVE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n<h2>=D7=90</h2>"
    "<p>b =3D c</p>\r\n--B\r\nContent-Type: image/png\r\n\r\nx\r\n--B--\r\n"
)


def within(depth: int) -> bytes:
    """Documents within documents."""
    chunk = '<w:altChunk r:id="X"/>' if depth < 4 else ""
    parts: dict[str, str | bytes] = {"x.docx": within(depth + 1)} if chunk else {}
    return package(
        head(f"פרק {depth}"),
        item("מנוי", of=1),
        par(run("סגנון", '<w:rStyle w:val="S"/>'), note(1)),
        chunk,
        par(drawn(blip('r:embed="P"'), 'descr="ת"')),
        par("סוף"),
        styles=style(
            "S", "<w:rPr><w:b/><w:bCs/></w:rPr>" if depth % 2 else "<w:rPr><w:vanish/></w:rPr>", kind="character"
        ),
        lists=numbering({1: (("decimal", "%1."),)}).replace('w:start w:val="1"', f'w:start w:val="{depth * 10 + 1}"'),
        relations=relation("X", "x.docx", "aFChunk")
        + relation("P", "media/p.png", "image")
        + relation("F", "footnotes.xml", "footnotes"),
        parts=parts | {"media/p.png": PIXEL + bytes([depth]), "footnotes.xml": notes("footnote", f"הערה {depth}")},
    )


_CHUNKS: dict[str, bytes] = {
    "a.rtf": _RICH.encode("latin-1"),
    "b.html": _PAGE.encode(),
    "c.mht": _ARCHIVE.encode(),
    "d.dat": _ARCHIVE.lower().encode(),
    "e.txt": "שורה\n\nשנייה < שלוש".encode("utf-16"),
    "f.txt": "בקידוד ישן".encode("cp1255") + b" \x81",
    "g.txt": "\ufeffעם סימן".encode(),
    "p.html": "<meta charset=base64><p>\xf9\x81</p>".encode("latin-1"),
    "h.html": "<meta charset=nowhere><p>\xf9</p>".encode("latin-1"),
    "i.html": "<meta charset = 'iso-8859-8'><p>ש</p>".encode("iso-8859-8"),
    "j.mht": b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=nowhere\r\n\r\nx",
    "k.mhtml": b"Content-Type: text/plain\r\n\r\nplain <b>\r\n",
    "l.docx": b"PK\x03\x04 broken",
    "m.txt": b"",
    "n.docx": within(1),
    "o.rtf": rb"{\rtf1\ansicpg437 \'84 \ansicpg850 \'9b \ansicpg862 \'99 \ansicpg99999 \'e9\par}",
}


WITHIN = package(
    head("מסמכים"),
    *(f'<w:altChunk r:id="{name}"/>' for name in _CHUNKS),
    par(run("נסתר?", '<w:rStyle w:val="S"/>')),
    '<w:altChunk r:id="out"/>',
    par("סוף"),
    relations="".join(relation(name, name, "aFChunk") for name in _CHUNKS)
    + relation("out", "https://example.org/x.html", "aFChunk", is_external=True),
    parts=_CHUNKS,
)

DOCUMENTS = {"within": WITHIN}
