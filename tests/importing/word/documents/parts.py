"""Pieces of documents that several themes need."""

from __future__ import annotations

from tests.importing.word.packages import NAMESPACES, par, run

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


WHITE = '<w:color w:val="FFFFFF"/>'


MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def style(name: str, inner: str, *, shown: str = "", kind: str = "paragraph", more: str = "") -> str:
    """A style; `shown`: its name, where that is not its id."""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{more}><w:name w:val="{shown or name}"/>{inner}</w:style>'


def styled(text: str, name: str, more: str = "") -> str:
    """A paragraph of a style."""
    return par(text, properties=f'<w:pStyle w:val="{name}"/>{more}')


def shade(fill: str, kind: str = "clear", colour: str = "auto") -> str:
    """A shading."""
    return f'<w:shd w:val="{kind}" w:color="{colour}" w:fill="{fill}"/>'


def level(at: int, form: str, text: str, more: str = "", start: int | None = 1) -> str:
    """A level of a list."""
    begin = f'<w:start w:val="{start}"/>' if start is not None else ""
    return f'<w:lvl w:ilvl="{at}">{begin}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def drawn(inner: str, attributes: str = "", after: str = "") -> str:
    """A drawing whose properties are given whole."""
    return (
        f"<w:r><w:drawing><wp:inline><wp:docPr {attributes}>{after}</wp:docPr><a:graphic><a:graphicData>{inner}"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def blip(attributes: str) -> str:
    """A picture by its relation."""
    return f"<pic:pic><pic:blipFill><a:blip {attributes}/></pic:blipFill></pic:pic>"


CHART = (
    f"<c:chartSpace {NAMESPACES}><c:chart>{{}}<c:plotArea><c:barChart><c:ser><c:tx><c:v>אחוז</c:v></c:tx><c:cat><c:strRef>"
    '<c:pt idx="0"><c:v>צפון</c:v></c:pt></c:strRef></c:cat><c:val><c:numRef><c:formatCode>0%</c:formatCode>'
    '<c:pt idx="0"><c:v>0.5</c:v></c:pt></c:numRef></c:val></c:ser></c:barChart>{}</c:plotArea></c:chart></c:chartSpace>'
)


AXIS = "<c:valAx><c:title><c:tx><c:rich><a:p><a:r><a:t>ציר</a:t></a:r></a:p></c:rich></c:tx></c:title></c:valAx>"


def changed(kind: str, *inner: str) -> str:
    """A tracked change around runs or blocks."""
    text = "".join(each if each.startswith("<") else run(each) for each in inner)
    return f'<w:{kind} w:author="a">{text}</w:{kind}>'


def end(*kinds: str) -> str:
    """The properties of a paragraph whose end is changed."""
    return f"<w:rPr>{''.join(f'<w:{kind}/>' for kind in kinds)}</w:rPr>"
