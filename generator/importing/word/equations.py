"""Word's equations (OMML) as TeX: what can be read aloud, typed again and shown as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from generator.importing.word.names import M, W, local

_SYMBOLS = {
    "∑": r"\sum", "∏": r"\prod", "∫": r"\int", "√": r"\sqrt", "∞": r"\infty", "≤": r"\le", "≥": r"\ge", "≠": r"\ne",
    "≈": r"\approx", "±": r"\pm", "×": r"\times", "÷": r"\div", "→": r"\to", "∈": r"\in", "∂": r"\partial",
}  # fmt: skip
_ACCENTS = {
    "\u0302": r"\hat",
    "\u0303": r"\tilde",
    "\u0304": r"\bar",
    "\u0305": r"\bar",
    "\u20d7": r"\vec",
    "\u0307": r"\dot",
}
_PROPERTIES = frozenset(
    "accPr barPr borderBoxPr boxPr ctrlPr dPr eqArrPr fPr fName funcPr groupChrPr limLowPr limUppPr mPr naryPr oMathParaPr"
    " phantPr rPr radPr sPrePr sSubPr sSubSupPr sSupPr argPr".split()
) - {"fName"}


def to_tex(equation: Element) -> str:
    """The TeX of an `m:oMath` or `m:oMathPara`; every letter in it is in the TeX too."""
    return " ".join(_all(equation).split())


def _all(parent: Iterable[Element]) -> str:
    return "".join(_one(child) for child in parent)


def _one(element: Element) -> str:
    name = local(element.tag)
    if name in _PROPERTIES and element.tag.startswith(M):
        return ""
    if name == "t":
        return "".join(f"{_SYMBOLS[c]} " if c in _SYMBOLS else c for c in element.text or "")
    if element.tag in (f"{W}rPr", f"{W}del", f"{W}moveFrom", f"{W}instrText"):
        return ""
    if element.tag in (f"{W}tab", f"{W}br"):
        return " "
    form = _FORMS.get(name) if element.tag.startswith(M) else None
    return f" {form(element)} " if form is not None else _all(element)


def _part(element: Element, name: str) -> str:
    found = element.find(f"{M}{name}")
    return _all(found).strip() if found is not None else ""


def _setting(element: Element, properties: str, name: str, default: str) -> str:
    found = element.find(f"{M}{properties}/{M}{name}")
    return found.get(f"{M}val", default) if found is not None else default


def _script(base: str, lower: str, upper: str) -> str:
    return base + (f"_{{{lower}}}" if lower else "") + (f"^{{{upper}}}" if upper else "")


def _grouped(base: str) -> str:
    return base if len(base) == 1 else f"{{{base}}}"


def _fraction(element: Element) -> str:
    if _setting(element, "fPr", "type", "bar") == "lin":
        return f"{_part(element, 'num')}/{_part(element, 'den')}"
    return rf"\frac{{{_part(element, 'num')}}}{{{_part(element, 'den')}}}"


def _radical(element: Element) -> str:
    degree = _part(element, "deg")
    return rf"\sqrt{f'[{degree}]' if degree else ''}{{{_part(element, 'e')}}}"


def _nary(element: Element) -> str:
    sign = _setting(element, "naryPr", "chr", "∫")
    return f"{_script(_SYMBOLS.get(sign, sign), _part(element, 'sub'), _part(element, 'sup'))} {_part(element, 'e')}"


def _fenced(element: Element) -> str:
    opening, closing = _setting(element, "dPr", "begChr", "("), _setting(element, "dPr", "endChr", ")")
    parts = _setting(element, "dPr", "sepChr", "|").join(_all(each).strip() for each in element.findall(f"{M}e"))
    return f"{opening}{parts}{closing}"


def _matrix(element: Element) -> str:
    rows = (" & ".join(_all(cell).strip() for cell in row.findall(f"{M}e")) for row in element.findall(f"{M}mr"))
    return rf"\begin{{matrix}} {(chr(92) * 2 + ' ').join(rows)} \end{{matrix}}"


def _accent(element: Element) -> str:
    sign = _setting(element, "accPr", "chr", "\u0302")
    return f"{_ACCENTS.get(sign, chr(92) + 'hat')}{{{_part(element, 'e')}}}"


_FORMS: dict[str, Callable[[Element], str]] = {
    "f": _fraction,
    "rad": _radical,
    "nary": _nary,
    "d": _fenced,
    "m": _matrix,
    "acc": _accent,
    "bar": lambda e: rf"\overline{{{_part(e, 'e')}}}",
    "func": lambda e: f"{_part(e, 'fName')} {_part(e, 'e')}",
    "sSup": lambda e: _script(_grouped(_part(e, "e")), "", _part(e, "sup")),
    "sSub": lambda e: _script(_grouped(_part(e, "e")), _part(e, "sub"), ""),
    "sSubSup": lambda e: _script(_grouped(_part(e, "e")), _part(e, "sub"), _part(e, "sup")),
    "sPre": lambda e: f"{_script('{}', _part(e, 'sub'), _part(e, 'sup'))}{_part(e, 'e')}",
    "limLow": lambda e: _script(_grouped(_part(e, "e")), _part(e, "lim"), ""),
    "limUpp": lambda e: _script(_grouped(_part(e, "e")), "", _part(e, "lim")),
    "eqArr": lambda e: r" \\ ".join(_all(each).strip() for each in e.findall(f"{M}e")),
}
