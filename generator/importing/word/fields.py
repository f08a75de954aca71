"""Word's fields: which text is their code and which their result, and what a result is (a link, a table of contents)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from msgspec import Struct

from generator.expressions import expression
from generator.importing.word.names import W, is_on, local
from generator.importing.word.symbols import sign

_PIECE = expression(r'"([^"]*)"|\\([a-zA-Z])|([^\s"]+)')
_WITH_VALUE = frozenset("lot")
"""Switches of HYPERLINK that a value follows: a place within the target, a tip, a window."""
_CONTENTS = expression(r"\s*TOC\b")
_PROMPT = expression(r"\s*MACROBUTTON\s+\S+\s+(.+)", re.DOTALL)
_SILENT = expression(
    r"\s*(?:(?:ADDIN|ADVANCE|ASK|FORM[A-Z]+|HYPERLINK|INDEX|NEXT(?:IF)?|PRINT|PRIVATE|RD|SET|SKIPIF|TA|TC|TOA|TOC|XE)\b|\Z)",
    re.IGNORECASE,
)
"""Codes of fields that show nothing, or what is said otherwise."""
_SYMBOL = expression(r"\s*SYMBOL\s+(\d{1,5}|0[xX][0-9A-Fa-f]{1,4})\b")
_FONT = expression(r'\\f\s+"?([^"\\]+)')
COMPUTED = frozenset(f"{W}{day}{form}" for day in ("day", "month", "year") for form in ("Long", "Short")) | {
    f"{W}pgNum"
}
"""Marks in whose place Word shows a part of today's date, or the number of the page."""
TICKED, UNTICKED = "☒", "☐"


class _Field(Struct):
    code: str = ""
    has_result: bool = False
    form: Element | None = None


class Fields:
    """The fields that are open at a place of a part; `read` is handed their marks in order."""

    def __init__(self, part: Element | None) -> None:
        kinds = [each.get(f"{W}fldCharType") for each in (part.iter(f"{W}fldChar") if part is not None else ())]
        self._are_whole = kinds.count("begin") == kinds.count("end")
        self._open: list[_Field] = []
        self._unshown = ""

    def read(self, mark: Element) -> str:
        """Take a `w:fldChar`; returns what the field shows without a result of its own: a box, a choice of a list."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(_Field(form=mark.find(f"{W}ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            closed = self._open.pop()
            if not closed.has_result:
                self._unshown = _unshown(closed.code) if self.is_visible else ""
            return form_value(closed.code, closed.form) or ("" if closed.has_result else _symbol(closed.code))
        return ""

    def read_simple(self, field: Element) -> str:
        """The same of a `w:fldSimple`, whose result is in it."""
        code = field.get(f"{W}instr", "")
        has_result = next(field.iter(f"{W}r"), None) is not None
        self._unshown = _unshown(code) if self.is_visible and not has_result else ""
        return form_value(code, field.find(f"{W}ffData"))

    def take_unshown(self) -> str:
        """What the field that was closed last shows in Word and does not say in the file: a prompt, a formula."""
        unshown, self._unshown = self._unshown, ""
        return unshown

    def read_code(self, text: str) -> None:
        if self._open and not self._open[-1].has_result:
            self._open[-1].code += text

    @property
    def is_visible(self) -> bool:
        return all(each.has_result for each in self._open) or not self._are_whole

    @property
    def is_contents(self) -> bool:
        return self._are_whole and any(_CONTENTS.match(each.code) for each in self._open)

    @property
    def link(self) -> str | None:
        """The address to which a link around this place leads."""
        addresses = (link_of(each.code) for each in reversed(self._open) if each.has_result)
        return next((address for address in addresses if address), None)


def shows_prompt(properties: Element | None) -> bool:
    """Whether a content control (by its `w:sdtPr`) shows the prompt of an unfilled form, and no content."""
    prompt = properties.find(f"{W}showingPlcHdr") if properties is not None else None
    return prompt is not None and is_on(prompt.get(f"{W}val"))


def link_of(code: str) -> str | None:
    """The address in a field's code; None for links within the document and for other fields."""
    words = code.split(maxsplit=1)
    if len(words) < 2 or words[0].upper() != "HYPERLINK":
        return None
    address, place, switch = "", "", ""
    for match in _PIECE.finditer(words[1]):
        if match[2]:
            switch = match[2].lower()
            continue
        value = match[1] if match[1] is not None else match[3]
        if switch in _WITH_VALUE:
            place = value if switch == "l" else place
        else:
            address = address or value
        switch = ""
    if not address:
        return None
    return f"{address}#{place}" if place and "#" not in address else address


def custom_mark(run: Element) -> Element | None:
    """The text of a run that is the mark of its note, such as an asterisk: the site's own mark stands for it."""
    reference = next((each for each in run if local(each.tag) in ("footnoteReference", "endnoteReference")), None)
    if reference is None or not is_on(reference.get(f"{W}customMarkFollows", "0")):
        return None
    text = run.find(f"{W}t")
    return text if text is not None and not any(sign.isalnum() for sign in text.text or "") else None


def _unshown(code: str) -> str:
    """What a field without a result shows in Word: its prompt, else what its code computes; empty where that is nothing."""
    prompt = _PROMPT.match(code)
    if prompt:
        return prompt[1].strip()
    return "" if _SILENT.match(code) or _symbol(code) else code


def _symbol(code: str) -> str:
    match, font = _SYMBOL.match(code), _FONT.search(code)
    return sign(font[1].strip() if font else "", int(match[1], 0)) or "" if match else ""


def form_value(code: str, form: Element | None) -> str:
    """What a form's field shows: a ticked or empty box, the chosen entry of a list; else nothing."""
    if form is None:
        return ""
    if (box := form.find(f"{W}checkBox")) is not None:
        state = box.find(f"{W}checked")
        state = state if state is not None else box.find(f"{W}default")
        return TICKED if state is not None and is_on(state.get(f"{W}val")) else UNTICKED
    if "FORMDROPDOWN" in code and (entries := form.find(f"{W}ddList")) is not None:
        texts = [each.get(f"{W}val", "") for each in entries.findall(f"{W}listEntry")]
        chosen = entries.find(f"{W}result")
        chosen = chosen if chosen is not None else entries.find(f"{W}default")
        index = chosen.get(f"{W}val", "0") if chosen is not None else "0"
        return texts[int(index)] if index.isdecimal() and int(index) < len(texts) else ""
    return ""
