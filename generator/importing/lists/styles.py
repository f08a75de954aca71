"""The cell formats of an .xlsx package, as far as they say something of a cell's standing: struck-out text, colours."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping

from msgspec import Struct

from generator.importing.lists.parts import BadPackage, local_name, number_of, parse_part

_WHITE = frozenset(("FFFFFFFF", "00FFFFFF", "FFFFFF", "theme 0", "indexed 9", "indexed 64", "indexed 65", ""))
_WHITE_INK = frozenset(("FFFFFFFF", "00FFFFFF", "FFFFFF"))
_BLACK = frozenset(("FF000000", "00000000", "000000", "theme 1", "theme 0", "indexed 8", "indexed 64", ""))
_SECTIONS = frozenset(("numFmts", "fonts", "fills", "cellXfs"))


class Style(Struct, frozen=True, kw_only=True):
    """A cell format, as far as it says something of the cell's standing."""

    is_struck: bool
    """Struck through, in a number format that shows nothing, or white on white."""
    is_bold: bool = False
    colour: str
    """Of the fill and of the text; empty for a white fill or none under black text."""


def read_styles(package: zipfile.ZipFile) -> tuple[Style, ...]:
    """The cell formats in the order in which cells name them; empty when there is no part with styles."""
    path = next((name for name in package.namelist() if name.lower().endswith("xl/styles.xml")), None)
    if path is None:
        return ()
    reader = _StyleReader()
    try:
        parse_part(package, path, reader.start, reader.end)
    except BadPackage:
        return ()  # a look that cannot be read hides nothing
    return reader.styles()


class _Font(Struct):
    """How letters look."""

    is_struck: bool = False
    is_bold: bool = False
    ink: str = ""


class _StyleReader:
    """Follows the sections of fonts, fills and cell formats; what has the same name elsewhere is something else."""

    def __init__(self) -> None:
        self._fonts: list[_Font] = []
        self._fills: list[str] = []
        self._formats: list[tuple[int, int, str | None]] = []
        self._unseen: set[str | None] = set()
        self._section = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = local_name(name)
        if name in _SECTIONS:
            self._section = name
        elif self._section == "numFmts":
            if attributes.get("formatCode", "").replace(" ", "").startswith(";;;"):
                self._unseen.add(attributes.get("numFmtId"))
        elif self._section == "fonts":
            self._font(name, attributes)
        elif self._section == "fills":
            self._fill(name, attributes)
        elif self._section == "cellXfs" and name == "xf":
            font, fill = (number_of(attributes.get(name)) for name in ("fontId", "fillId"))
            self._formats.append((font, fill, attributes.get("numFmtId")))

    def end(self, name: str) -> None:
        if local_name(name) == self._section:
            self._section = ""

    def styles(self) -> tuple[Style, ...]:
        return tuple(self._style(*each) for each in self._formats)

    def _style(self, font: int, fill: int, number_format: str | None) -> Style:
        look = self._fonts[font] if font < len(self._fonts) else _Font()
        ground = self._fills[fill] if fill < len(self._fills) else ""
        is_unseen = number_format in self._unseen or (look.ink in _WHITE_INK and ground in _WHITE)
        colours = [colour for colour, plain in ((look.ink, _BLACK), (ground, _WHITE)) if colour not in plain]
        return Style(is_struck=look.is_struck or is_unseen, is_bold=look.is_bold, colour=" on ".join(colours))

    def _font(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "font":
            self._fonts.append(_Font())
        elif name == "strike" and self._fonts:
            self._fonts[-1].is_struck = _is_on(attributes)
        elif name == "b" and self._fonts:
            self._fonts[-1].is_bold = _is_on(attributes)
        elif name == "color" and self._fonts:
            self._fonts[-1].ink = _colour(attributes)

    def _fill(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "fill":
            self._fills.append("")
        elif name == "patternFill" and self._fills:
            self._fills[-1] = "" if attributes.get("patternType", "none") == "none" else "?"
        elif name == "fgColor" and self._fills and self._fills[-1]:
            self._fills[-1] = _colour(attributes)


def _is_on(attributes: Mapping[str, str]) -> bool:
    return attributes.get("val") not in ("0", "false")


def _colour(attributes: Mapping[str, str]) -> str:
    for name in ("rgb", "theme", "indexed"):
        if name in attributes:
            value = attributes[name].upper() if name == "rgb" else f"{name} {attributes[name]}"
            return value + (f" {attributes['tint'][:5]}" if attributes.get("tint", "0").strip("0.-") else "")
    return ""
