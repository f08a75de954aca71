"""Word's equations (OMML) as TeX: what is drawn as a formula on the page, and can be typed again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from generator.expressions import expression
from generator.importing.word.names import M, W, is_on, local

_SYMBOLS = {
    "∑": r"\sum", "∏": r"\prod", "∫": r"\int", "∬": r"\iint", "∮": r"\oint", "√": r"\sqrt", "∞": r"\infty", "≤": r"\le",
    "≥": r"\ge", "≠": r"\ne", "≈": r"\approx", "±": r"\pm", "∓": r"\mp", "×": r"\times", "÷": r"\div", "→": r"\to",
    "∈": r"\in", "∂": r"\partial", "⋅": r"\cdot", "−": "-", "\u2061": "", "\u2062": "", "\u2063": "",
}  # fmt: skip
_ESCAPED = {"\\": r"\backslash ", "~": r"\sim ", "^": r"\wedge "} | {sign: f"\\{sign}" for sign in "{}%$#_&"}
_ACCENTS = {
    "\u0302": r"\hat", "\u0303": r"\tilde", "\u0304": r"\bar", "\u0305": r"\overline", "\u20d7": r"\vec", "\u0307": r"\dot",
    "\u0308": r"\ddot", "\u20d6": r"\overleftarrow", "\u20e1": r"\overleftrightarrow",
}  # fmt: skip
_BRACES = {"⏟": r"\underbrace", "⏞": r"\overbrace"}
ROW_END = r" \\ "
FUNCTIONS = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd inf ker lg lim ln log max min sec sin sinh sup tan"
    " tanh".split()
)
_FENCES = {"{": r"\{", "}": r"\}", "⟨": r"\langle", "⟩": r"\rangle", "‖": r"\|", "⌊": r"\lfloor", "⌋": r"\rfloor",
           "⌈": r"\lceil", "⌉": r"\rceil", "": "."}  # fmt: skip
_WORDS = expression(r"[^\W\d_a-zA-Z\u0370-\u03ff\u2100-\u214f\U0001d400-\U0001d7ff]")
"""A letter that no formula is typed in: with it, a run is words."""


def to_tex(equation: Element, *, is_accepting: bool = True) -> str:
    """The TeX of an `m:oMath` or `m:oMathPara`; every letter that is shown stands in it."""
    return " ".join(_Writer(is_accepting=is_accepting).all(equation).split())


def unshown(equation: Element, *, is_accepting: bool) -> Iterator[Element]:
    """What of an equation is not in its TeX: the other side of tracked changes, and hidden runs."""
    gone = (f"{W}del", f"{W}moveFrom") if is_accepting else (f"{W}ins", f"{W}moveTo")
    for each in equation.iter():
        if each.tag in gone or (each.tag == f"{M}r" and _is_hidden(each)):
            yield each


class _Writer:
    """Writes TeX, on one side of tracked changes."""

    def __init__(self, *, is_accepting: bool) -> None:
        self._gone = ("del", "moveFrom") if is_accepting else ("ins", "moveTo")

    def all(self, parent: Iterable[Element]) -> str:
        """What stands in an element, one after another."""
        return "".join(self._one(child) for child in parent)

    def _one(self, element: Element) -> str:
        name = local(element.tag)
        if element.tag == f"{W}instrText":
            return ""
        if name in self._gone and element.tag.startswith(W):
            return ""
        if element.tag in (f"{M}r", f"{W}r"):
            return self._run(element)
        if name in ("t", "delText"):
            return _text(element.text or "")
        if element.tag in (f"{W}tab", f"{W}br"):
            return " "
        form = _FORMS.get(name) if element.tag.startswith(M) else None
        return f" {form(self, element)} " if form is not None else self.all(element)

    def _run(self, run: Element) -> str:
        if _is_hidden(run):
            return ""
        text = "".join(each.text or "" for each in run.iter() if local(each.tag) in ("t", "delText"))
        plain = run.find(f"{M}rPr/{M}nor")
        if _WORDS.search(text) or (plain is not None and is_on(plain.get(f"{M}val")) and " " in text.strip()):
            return rf"\text{{{_as_words(text)}}}"
        return self.all(run)

    def part(self, element: Element, name: str) -> str:
        """The TeX of a child; empty without one."""
        found = element.find(f"{M}{name}")
        return self.all(found).strip() if found is not None else ""

    def scripted(self, element: Element, *, lower: str = "", upper: str = "", base: str = "e") -> str:
        """A base with what stands below and above it."""
        return _script(_grouped(self.part(element, base)), self.part(element, lower), self.part(element, upper))

    def fraction(self, element: Element) -> str:
        """A fraction, a quotient in a line, or two things above one another without a bar."""
        kind = _setting(element, "fPr", "type", "bar")
        above, below = self.part(element, "num"), self.part(element, "den")
        if kind in ("lin", "skw"):
            return f"{_grouped(above)}/{_grouped(below)}"
        if kind == "noBar":
            return rf"\begin{{matrix}} {above} \\ {below} \end{{matrix}}"
        return rf"\frac{{{above}}}{{{below}}}"

    def radical(self, element: Element) -> str:
        """A root, with its degree where one is shown."""
        degree = self.part(element, "deg")
        return rf"\sqrt{f'[{degree}]' if degree else ''}{{{self.part(element, 'e')}}}"

    def nary(self, element: Element) -> str:
        """A sum, a product, an integral."""
        sign = _setting(element, "naryPr", "chr", "∫")
        script = _script(_SYMBOLS.get(sign, sign), self.part(element, "sub"), self.part(element, "sup"))
        return f"{script} {self.part(element, 'e')}"

    def fenced(self, element: Element) -> str:
        """What stands in brackets of any kind, which grow with it."""
        opening, closing = _setting(element, "dPr", "begChr", "("), _setting(element, "dPr", "endChr", ")")
        separator = _text(_setting(element, "dPr", "sepChr", "|"))
        inner = f" {separator} ".join(self.all(each).strip() for each in element.findall(f"{M}e"))
        if (opening, closing) in (("(", ")"), ("[", "]")) and "\\" not in inner:
            return f"{opening}{inner}{closing}"
        return rf"\left{_FENCES.get(opening, opening)} {inner} \right{_FENCES.get(closing, closing)}"

    def rows(self, rows: Iterable[Iterable[Element]]) -> str:
        """Cells in rows."""
        lines = (" & ".join(self.all(cell).strip() for cell in row) for row in rows)
        return rf"\begin{{matrix}} {ROW_END.join(lines)} \end{{matrix}}"

    def function(self, element: Element) -> str:
        """A function's name, upright, and what it is of."""
        name, of = self.part(element, "fName"), self.part(element, "e")
        known = re.sub(r"\A\{?(?P<name>[a-z]+)\}?(?=\Z|[_^ ])", _as_function, name)
        return f"{known} {of}"

    def accented(self, element: Element) -> str:
        """A sign above letters."""
        sign = _setting(element, "accPr", "chr", "\u0302")
        inner = self.part(element, "e")
        return f"{_ACCENTS[sign]}{{{inner}}}" if sign in _ACCENTS else rf"\overset{{{_text(sign)}}}{{{inner}}}"

    def braced(self, element: Element) -> str:
        """A brace or another sign over or under letters."""
        sign = _setting(element, "groupChrPr", "chr", "⏟")
        below = _setting(element, "groupChrPr", "pos", "bot") == "bot"
        inner = self.part(element, "e")
        if sign in _BRACES:
            return f"{_BRACES[sign]}{{{inner}}}"
        return rf"\{'underset' if below else 'overset'}{{{_text(sign)}}}{{{inner}}}"


def _is_hidden(run: Element) -> bool:
    hides = run.find(f"{W}rPr/{W}vanish")
    return hides is not None and is_on(hides.get(f"{W}val"))


def _text(text: str) -> str:
    return "".join(f"{_SYMBOLS[c]} " if c in _SYMBOLS else _ESCAPED.get(c, c) for c in text)


def _as_words(text: str) -> str:
    return "".join(f"\\{c}" if c in "{}%$#_&" else " " if c in "\\~^" else c for c in text)


def _as_function(match: re.Match[str]) -> str:
    name = match["name"]
    return f"\\{name}" if name in FUNCTIONS else rf"\operatorname{{{name}}}" if len(name) > 1 else name


def _setting(element: Element, properties: str, name: str, default: str) -> str:
    found = element.find(f"{M}{properties}/{M}{name}")
    return found.get(f"{M}val", "") if found is not None else default


def _script(base: str, lower: str, upper: str) -> str:
    return base + (f"_{{{lower}}}" if lower else "") + (f"^{{{upper}}}" if upper else "")


def _grouped(base: str) -> str:
    return base if len(base) == 1 or re.fullmatch(r"\\[a-zA-Z]+", base) else f"{{{base}}}"


_FORMS: dict[str, Callable[[_Writer, Element], str]] = {
    "f": _Writer.fraction,
    "rad": _Writer.radical,
    "nary": _Writer.nary,
    "d": _Writer.fenced,
    "m": lambda w, e: w.rows(row.findall(f"{M}e") for row in e.findall(f"{M}mr")),
    "eqArr": lambda w, e: w.rows([each] for each in e.findall(f"{M}e")),
    "acc": _Writer.accented,
    "bar": lambda w, e: (
        rf"\{'overline' if _setting(e, 'barPr', 'pos', 'bot') == 'top' else 'underline'}{{{w.part(e, 'e')}}}"
    ),
    "groupChr": _Writer.braced,
    "borderBox": lambda w, e: rf"\boxed{{{w.part(e, 'e')}}}",
    "func": _Writer.function,
    "sSup": lambda w, e: w.scripted(e, upper="sup"),
    "sSub": lambda w, e: w.scripted(e, lower="sub"),
    "sSubSup": lambda w, e: w.scripted(e, lower="sub", upper="sup"),
    "sPre": lambda w, e: f"{_script('{}', w.part(e, 'sub'), w.part(e, 'sup'))}{w.part(e, 'e')}",
    "limLow": lambda w, e: w.scripted(e, lower="lim"),
    "limUpp": lambda w, e: w.scripted(e, upper="lim"),
}
