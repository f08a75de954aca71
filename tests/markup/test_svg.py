"""Drawings are written anew from what a drawing needs. The hostile ones here are harmless look-alikes."""

from __future__ import annotations

import pytest

from generator.markup.svg import clean_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">'


def drawing(inside: str, head: str = HEAD) -> bytes:
    """A whole file, with what stands inside the root."""
    return f"{head}{inside}</svg>".encode()


def drawn_again(how: str) -> str:
    """Three patterns of three shapes each, of which each draws the one before: some thirty shapes, harmless anywhere."""
    patterns = (
        f'<pattern id="p{level + 1}" patternUnits="userSpaceOnUse" width="1" height="1">{how.format(level) * 3}</pattern>'
        for level in range(3)
    )
    return f'<g id="p0"><path d=""/></g>{"".join(patterns)}{how.format(3)}'


BY_CLASS = "".join(f".c{level}{{fill:url(#p{level})}}" for level in range(4))
OF_A_CLASS = drawn_again('<path d="" class="c{}"/>')
REPEATED = {
    "by use": drawing(drawn_again('<use href="#p{}"/>')),
    "by xlink": drawing(drawn_again('<use xlink:href="#p{}"/>')),
    "as a pattern": drawing(drawn_again('<path d="" fill="url(#p{})"/>')),
    "as a mask": drawing(drawn_again("<path d='' style=\"mask:url('#p{}')\"/>")),
    "by a sheet": drawing(f"<style>{BY_CLASS}</style>{OF_A_CLASS}"),
    "by a later sheet": drawing(f"{OF_A_CLASS}<style>g > path.c0,{BY_CLASS}</style>"),
}
ACTING = {
    "script": drawing("<script>1</script>"),
    "prefixed script": drawing('<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>'),
    "script of XHTML": drawing('<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>'),
    "script without a namespace": drawing('<script xmlns="">1</script>'),
    "prefixed root": b'<x:svg xmlns:x="http://www.w3.org/2000/svg"><x:script>1</x:script></x:svg>',
    "handler": drawing('<path d="" onload="1"/>'),
    "handler in capitals": drawing('<path d="" ONCLICK="1"/>'),
    "handler on the root": HEAD.replace("viewBox", "onload='1' viewBox").encode() + b"</svg>",
    "foreign object": drawing("<foreignObject/>"),
    "link": drawing('<a href="#a"><path d=""/></a>'),
    "animated address": drawing('<use href="#a"><animate attributeName="href" to="data:x"/></use>'),
    "set": drawing('<set attributeName="onload" to="1"/>'),
    "picture from elsewhere": drawing('<image href="https://example.org/a.png"/>'),
    "picture by xlink": drawing('<image xlink:href="//example.org/a.png"/>'),
    "picture under another prefix": drawing('<image xmlns:l="http://www.w3.org/1999/xlink" l:href="a.png"/>'),
    "drawing in a drawing": drawing('<image href="data:image/svg+xml;base64,AAAA"/>'),
    "use of another file": drawing('<use href="other.svg#a"/>'),
    "filter picture": drawing('<filter><feImage href="a.png"/></filter>'),
    "base": drawing('<g xml:base="https://example.org/"/>'),
    "address in an attribute": drawing('<path d="" fill="url(https://example.org/#a)"/>'),
    "address with an escape": drawing('<path d="" style="fill:u\\72l(https://example.org)"/>'),
    "address after an entity": drawing('<path d="" style="fill:&#117;rl(//example.org)"/>'),
    "address after a comment": drawing('<path d="" style="fill:url/**/(//example.org)"/>'),
    "import": drawing("<style>@import '//example.org/a.css';</style>"),
    "import in CDATA": drawing("<style><![CDATA[@import '//example.org/a.css';]]></style>"),
    "font": drawing("<style>@font-face{font-family:a;src:url(a.woff)}</style>"),
    "import for a medium": drawing("<style>@media print{@import '//example.org/a.css';}</style>"),
    "address for a medium": drawing("<style>@media print{path{fill:url(//example.org/a)}}</style>"),
    "font for a medium": drawing("<style>@media print{@font-face{src:url(a.woff)}}</style>"),
    "address in a movement": drawing("<style>@keyframes a{from{fill:url(//example.org/a)}}</style>"),
    "group without an end": drawing("<style>@media print{path{fill:red}</style>"),
    "end without a group": drawing("<style>path{fill:red}}</style>"),
    "escape in a medium": drawing("<style>@media pr\\69nt{path{fill:red}}</style>"),
    "escape in a sheet": drawing("<style>path{fill:\\75rl(a)}</style>"),
    "markup in a sheet": drawing("<style><path/></style>"),
    "style sheet by an instruction": b'<?xml-stylesheet href="a.css"?>' + drawing(""),
    "entity": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + drawing("&a;"),
    "entity from elsewhere": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "a">]>' + drawing("&a;"),
    "another encoding": drawing("").decode().encode("utf-16"),
    "another encoding declared": b'<?xml version="1.0" encoding="UTF-7"?>' + drawing(""),
    "a turn of direction": drawing("<title>a\u202eb</title>"),
    "a turn of direction by an entity": drawing("<title>a</title>").replace(b"a</title>", b"&#0;</title>"),
    "a turn of direction that is written as a reference": drawing("<title>a&#x202e;b</title>"),
    "a turn of direction in an attribute": drawing('<path d="" aria-label="a&#8238;b"/>'),
    "a control character in a text": drawing("<text>a&#x85;b</text>"),
    "no end": HEAD.encode(),
    "no drawing": b"<html/>",
    "no namespace": b"<svg><script/></svg>",
    "two roots": drawing("") + drawing("<script/>"),
    "too deep": drawing("<g>" * 300 + "</g>" * 300),
    "handler of media": drawing('<handler type="text/javascript">1</handler>'),
    "iframe": drawing('<iframe src="a"/>'),
}  # fmt: skip

STILL = {
    "shapes": '<g id="a" fill="red"><path d="M0 0h1v1z"/><circle r="1"/></g><use href="#a"/>',
    "gradient": '<defs><linearGradient id="g"><stop offset="1" stop-color="#fff"/></linearGradient></defs>'
    '<rect fill="url(#g)" width="1" height="1"/>',
    "picture": '<image href="data:image/png;base64,AAAA" width="1"/>',
    "words": '<title>כותרת</title><desc>תיאור</desc><text x="1" font-family="Arial">טקסט &amp; עוד &lt;ב&gt;</text>',
    "the same again": '<symbol id="a"><path d="M0 0h1v1z"/></symbol>' + '<g><use href="#a"/></g>' * 50,
    "itself": '<g id="a"><path d="M0 0h1v1z"/><use href="#a"/></g>',
    "flowed text of a drawing program": '<flowRoot><flowPara>א</flowPara></flowRoot><path d="M0 0h1v1z"/>',
    "sheet for the dark": "<style>@charset 'utf-8'; .a{fill:url(#g)} @media (prefers-color-scheme: dark) and (min-width:9em)"
    "{.a{fill:red} .b{opacity:1}} .c{stroke:red}</style>",
    "sheet within a sheet": "<style>@supports (fill: red) { @media print{.a{fill:red}} }</style>",
    "movement": "<style>@keyframes a{from{fill:blue}to{fill:green}} .a{fill:red}</style>",
    "sheet": "<style>.a{fill:red;stroke:url(#g)} path &gt; g{opacity:.5}</style>",
}


@pytest.mark.parametrize("name", ACTING)
def test_a_drawing_that_acts_or_fetches_is_unfit_however_it_is_spelt(name: str) -> None:
    """Opened by its link it ran in the site's own origin, where the search and the reader's settings are."""
    assert clean_svg(ACTING[name]) is None


@pytest.mark.parametrize("name", REPEATED)
def test_what_is_drawn_again_is_counted_each_time(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file may be a drawing that no reader's machine can show; the limit is lowered here, the drawing is small."""
    assert clean_svg(REPEATED[name]) is not None
    monkeypatch.setattr("generator.markup.svg.MAX_ELEMENTS", 30)
    assert REPEATED[name].count(b"<") < 60
    assert clean_svg(REPEATED[name]) is None


def test_references_that_lead_too_deep_are_unfit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each program follows them in a way of its own; the depth is lowered here."""
    chain = drawing("".join(f'<g id="a{level}"><use href="#a{level + 1}"/></g>' for level in range(9)))
    assert clean_svg(chain) is not None
    monkeypatch.setattr("generator.markup.svg_size._MAX_DEPTH", 5)
    assert clean_svg(chain) is None


@pytest.mark.parametrize("name", STILL)
def test_a_still_drawing_keeps_all_that_is_seen(name: str) -> None:
    """A guard that spoils charts would be switched off."""
    cleaned = clean_svg(drawing(STILL[name]))
    assert cleaned is not None
    assert clean_svg(cleaned) == cleaned, "what was written is written the same again"
    for word in (
        "M0 0h1v1z",
        "url(#g)",
        "data:image/png;base64,AAAA",
        "טקסט &amp; עוד &lt;ב&gt;",
        "fill:red",
        'href="#a"',
    ):
        assert (word in cleaned.decode()) == (word in STILL[name])


def test_what_drawing_programs_keep_for_themselves_is_left_out() -> None:
    """Names of authors and paths of their machines stood in published drawings."""
    head = HEAD.replace(
        "<svg", '<svg xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export="/home/dana/a.png"'
    )
    rdf = '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">דנה</r:RDF></metadata>'
    cleaned = clean_svg(drawing(f"<!-- דנה --><i:view i:x='דנה'>דנה</i:view>{rdf}<path d='M1 1'/>", head))
    assert cleaned is not None
    assert "דנה" not in cleaned.decode()
    assert b"dana" not in cleaned
    assert b"M1 1" in cleaned


def test_a_plain_type_declaration_is_dropped() -> None:
    """Older programs write one; it fetches nothing where nobody follows it."""
    declared = b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n'
    cleaned = clean_svg(declared + drawing("<path d='M1 1'/>"))
    assert cleaned is not None
    assert b"DOCTYPE" not in cleaned
