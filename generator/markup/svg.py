"""A drawing in SVG, written anew from what a drawing needs: nothing that runs, and nothing that is fetched.

The file is parsed as XML, so that no other spelling of the same thing passes, and only elements, attributes and style
properties of an allow-list are written. What is merely kept by drawing programs (metadata, their own namespaces,
comments) is left out; what would act or fetch makes the whole file unfit, so that its editor learns of it.
"""

from __future__ import annotations

import re
from html import escape
from xml.parsers import expat

from generator.expressions import expression
from generator.markup.svg_size import DrawnSize

MAX_DEPTH, MAX_ELEMENTS = 200, 200_000
"""Of the file, and of all that is drawn when what it refers to is drawn each time anew."""
_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)

ELEMENTS = frozenset(
    "circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting"
    " feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode"
    " feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image line"
    " linearGradient marker mask path pattern polygon polyline radialGradient rect stop style svg switch symbol text textPath"
    " title tspan use view".split()
)
_LEFT_OUT = frozenset({"metadata", "flowRoot", "solidColor", "solidcolor", "meshgradient", "hatch"})
"""Of SVG, but drawn by no browser: programs keep them for themselves."""
PROPERTIES = frozenset(
    "alignment-baseline background background-color baseline-shift clip-path clip-rule color color-interpolation"
    " color-interpolation-filters color-rendering direction display dominant-baseline enable-background fill fill-opacity"
    " fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust"
    " font-stretch font-style font-variant font-variant-caps font-variant-ligatures font-variant-numeric font-weight"
    " image-rendering isolation letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask"
    " mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke"
    " stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width"
    " text-align text-anchor text-decoration text-rendering text-transform transform transform-box transform-origin"
    " unicode-bidi vector-effect visibility white-space word-spacing writing-mode".split()
)
ATTRIBUTES = PROPERTIES | frozenset(
    "amplitude azimuth baseFrequency bias class clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode elevation exponent"
    " filterUnits fr fx fy gradientTransform gradientUnits height id in in2 intercept k1 k2 k3 k4 kernelMatrix"
    " kernelUnitLength lang lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits"
    " mode numOctaves offset operator order orient pathLength patternContentUnits patternTransform patternUnits points"
    " pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result role rotate"
    " rx ry scale seed slope specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles style"
    " surfaceScale systemLanguage tableValues targetX targetY textLength type values version viewBox width x x1 x2"
    " xChannelSelector y y1 y2 yChannelSelector z aria-label aria-labelledby aria-describedby aria-hidden".split()
)
_PICTURE = expression(r"data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*\Z")
_PLACE = expression(r"#[^\s\"'()<>\\]+\Z")
_ADDRESSES = expression(r"url\(\s*(?:#[^\s\"'()<>\\]+|\"#[^\s\"'()<>\\]+\"|'#[^\s\"'()<>\\]+')\s*\)", re.IGNORECASE)
_COMMENT = expression(r"/\*.*?\*/", re.DOTALL)
_RULE = expression(r"\s*(?P<selector>[^{}@<\\]+)\{(?P<body>[^{}]*)\}")
_GROUP = expression(r"\s*@(?P<kind>media|supports)\b(?P<query>[\w\s():,.-]+)\{", re.IGNORECASE)
"""Which screen, theme or browser the rules within are for."""
_MOVEMENT = expression(r"\s*@(?:-\w+-)?keyframes\s+[\w-]+\s*\{(?P<frames>(?:[^{}]*\{[^{}]*\})*)\s*\}", re.IGNORECASE)
_END = expression(r"\s*\}")
_NOTHING_MORE = expression(r"\s*\Z")
_CHARSET = expression(r"\A\s*@charset\s+[\"'][\w-]+[\"']\s*;", re.IGNORECASE)
_UNFIT_VALUE = expression(r"url\(|image\(|image-set\(|src\(|expression\(|javascript:|@|\\|<|/\*", re.IGNORECASE)
_UNFIT_CHARACTERS = expression("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_UTF_8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


class _Unfit(Exception):
    """The drawing acts, fetches, or is none; never leaves this module."""


def clean_svg(content: bytes) -> bytes | None:
    """The drawing written anew, in UTF-8; None when it is no SVG in UTF-8, or holds what would act or fetch."""
    try:
        text = content.decode("utf-8-sig")
        _check_characters(text)
        writer = _Writer()
        writer.parser.Parse(text.lstrip().encode(), True)
        if writer.size.is_above(MAX_ELEMENTS):
            return None
    except (UnicodeDecodeError, expat.ExpatError, _Unfit, ValueError):
        return None
    return "".join(writer.written).encode() + b"\n" if writer.written else None


class _Writer:
    """Writes each element as its start and its end come by."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.size = DrawnSize()
        self._open: list[str] = []
        self._skipped = 0
        self._count = 0
        self._style: list[str] | None = None
        parser = self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = parser.ProcessingInstructionHandler = _refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _UTF_8:
            raise _Unfit

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_internal_subset: bool) -> None:
        if has_internal_subset:
            raise _Unfit

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        self._count += 1
        if self._count > MAX_ELEMENTS or len(self._open) > MAX_DEPTH or self._style is not None:
            raise _Unfit
        if not self._open and (local != "svg" or namespace != _SVG):
            raise _Unfit
        if self._skipped or (namespace == _SVG and local in _LEFT_OUT) or not _is_of_the_web(namespace):
            self._skipped += 1
            return
        if namespace != _SVG or local not in ELEMENTS:
            raise _Unfit
        names = f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"' if not self._open else ""
        written = "".join(self._attributes(local, attributes))
        self.written.append(f"<{local}{names}{written}>")
        self._open.append(local)
        if local == "style":
            self._style = []

    def _end(self, _name: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        if self._style is not None:
            self.written.append(escape(self._sheet("".join(self._style)), quote=False))
            self._style = None
        self.size.end()
        self.written.append(f"</{self._open.pop()}>")

    def _text(self, text: str) -> None:
        if self._skipped:
            return
        _check_characters(text)
        if self._style is not None:
            self._style.append(text)
        else:
            self.written.append(escape(text, quote=False))

    def _attributes(self, element: str, attributes: dict[str, str]) -> list[str]:
        written: list[str] = []
        known: dict[str, str] = {}
        for name, value in attributes.items():
            namespace, _, local = name.rpartition(" ")
            kept = _clean_attribute(element, namespace, local, value)
            if kept is not None:
                _check_characters(kept)
                prefix = {"": "", _XLINK: "xlink:", _XML: "xml:"}[namespace]
                written.append(f' {prefix}{local}="{escape(kept)}"')
                known[local] = kept
        self.size.start(element, known)
        return written

    def _sheet(self, text: str) -> str:
        """A style sheet's plain rules, and groups of them for a medium; one that fetches (imports, fonts) or escapes is unfit.

        What names an encoding or moves the drawing is left out.
        """
        rest = _CHARSET.sub("", _COMMENT.sub("", text))
        rules: list[str] = []
        position = is_open = 0
        while not _NOTHING_MORE.match(rest, position):
            if found := _GROUP.match(rest, position):
                is_open += 1
                rules.append(f"@{found['kind'].lower()} {found['query'].strip()}{{")
            elif found := _MOVEMENT.match(rest, position):
                _check_value(found["frames"])
            elif is_open and (found := _END.match(rest, position)):
                is_open -= 1
                rules.append("}")
            elif found := _RULE.match(rest, position):
                selector, body = found["selector"].strip(), _clean_declarations(found["body"])
                self.size.rule(selector, body)
                rules.append(f"{selector}{{{body}}}")
            else:
                raise _Unfit
            position = found.end()
        if is_open:
            raise _Unfit
        return "\n".join(rules)


def _refuse(*_: object) -> None:
    raise _Unfit


def _check_characters(text: str) -> None:
    """Of the file, and of what its references (`&#x202e;`) stand for."""
    if _UNFIT_CHARACTERS.search(text):
        raise _Unfit


def _is_of_the_web(namespace: str) -> bool:
    """Whether a browser knows the namespace: drawing programs' own ones mean nothing to it and are left out."""
    return not namespace or (
        namespace.startswith(("http://www.w3.org/", "https://www.w3.org/")) and "rdf" not in namespace
    )


def _clean_attribute(element: str, namespace: str, name: str, value: str) -> str | None:
    """The value to write; None when the attribute is left out."""
    if name == "href" and namespace in ("", _XLINK):
        if _PLACE.match(value) or (element == "image" and _PICTURE.match(value)):
            return value
        raise _Unfit
    if name.lower().startswith("on") or name == "base" or (namespace == "" and name == "src"):
        raise _Unfit
    if namespace == _XML:
        return value if name in ("lang", "space") else None
    if namespace or name not in ATTRIBUTES:
        return None
    if name == "style":
        return _clean_declarations(value)
    _check_value(value)
    return value


def _check_value(value: str) -> None:
    if _UNFIT_VALUE.search(_ADDRESSES.sub("", value)):
        raise _Unfit


def _clean_declarations(text: str) -> str:
    """`fill: red; stroke: none` without properties that a drawing does not need."""
    kept: list[str] = []
    for declaration in _COMMENT.sub("", text).split(";"):
        name, colon, value = declaration.partition(":")
        if "\\" in name or "@" in name:
            raise _Unfit
        _check_value(value)
        if colon and name.strip().lower() in PROPERTIES:
            kept.append(f"{name.strip().lower()}:{value.strip()}")
    return ";".join(kept)
