"""Word's fields: which text is their code and which their result, and what a result is (a link, a table of contents)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from msgspec import Struct

from generator.importing.word.names import W, is_on

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\\\s]\S*))')
_CONTENTS = re.compile(r"\s*TOC\b")
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

    def read(self, mark: Element) -> str:
        """Take a `w:fldChar`; returns what the field shows without a result of its own: a box, a choice of a list."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(_Field(form=mark.find(f"{W}ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            closed = self._open.pop()
            return form_value(closed.code, closed.form)
        return ""

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


def link_of(code: str) -> str | None:
    """The address in a field's code; None for links within the document and for other fields."""
    match = _LINK.match(code)
    return (match[1] or match[2] or None) if match and not re.match(r"\s*HYPERLINK\s+\\l", code) else None


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
        index = chosen.get(f"{W}val", "0") if chosen is not None else "0"
        return texts[int(index)] if index.isdigit() and int(index) < len(texts) else ""
    return ""
