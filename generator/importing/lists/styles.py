"""The cell formats of an .xlsx package, as far as they say something of a cell's standing: struck-out text, colours."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping

from msgspec import Struct

from generator.importing.lists.parts import BadPackage, local_name, number_of, parse_part

_WHITE = frozenset(("FFFFFFFF", "00FFFFFF", "FFFFFF", "theme 0", "indexed 9", "indexed 64", "indexed 65", ""))
_WHITE_INK = frozenset(("FFFFFFFF", "00FFFFFF", "FFFFFF"))
_BLACK = frozenset(("FF000000", "00000000", "000000", "theme 1", "theme 0", "indexed 8", "indexed 64", ""))


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


class _StyleReader:
    """Follows the sections of fonts, fills and cell formats; those of the same names elsewhere are others."""

    def __init__(self) -> None:
        self._fonts: list[bool] = []
        self._bold: set[int] = set()
        self._inks: list[str] = []
        self._fills: list[str] = []
        self._formats: list[tuple[int, int, str]] = []
        self._unseen: set[str] = set()
        self._section: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name, inside = local_name(name), self._section[-1] if self._section else ""
        if name in ("numFmts", "fonts", "fills", "cellXfs", "dxfs", "cellStyleXfs"):
            self._section.append(name)
        elif inside == "numFmts":
            if attributes.get("formatCode", "").replace(" ", "").startswith(";;;"):
                self._unseen.add(attributes.get("numFmtId", ""))
        elif inside == "fonts":
            self._font(name, attributes)
        elif inside == "fills":
            self._fill(name, attributes)
        elif inside == "cellXfs" and name == "xf":
            font, fill = (number_of(attributes.get(name)) for name in ("fontId", "fillId"))
            self._formats.append((font, fill, attributes.get("numFmtId", "")))

    def end(self, name: str) -> None:
        if self._section and local_name(name) == self._section[-1]:
            self._section.pop()

    def styles(self) -> tuple[Style, ...]:
        fonts, fills, inks = (dict(enumerate(each)) for each in (self._fonts, self._fills, self._inks))
        return tuple(
            Style(
                is_struck=bool(fonts.get(font, False))
                or number_format in self._unseen
                or (str(inks.get(font, "")) in _WHITE_INK and str(fills.get(fill, "")) in _WHITE),
                is_bold=font in self._bold,
                colour=" on ".join(
                    colour
                    for colour, plain in ((str(inks.get(font, "")), _BLACK), (str(fills.get(fill, "")), _WHITE))
                    if colour not in plain
                ),
            )
            for font, fill, number_format in self._formats
        )

    def _font(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "font":
            self._fonts.append(False)
            self._inks.append("")
        elif name == "strike" and self._fonts:
            self._fonts[-1] = attributes.get("val", "1") not in ("0", "false")
        elif name == "b" and self._fonts and attributes.get("val", "1") not in ("0", "false"):
            self._bold.add(len(self._fonts) - 1)
        elif name == "color" and self._inks:
            self._inks[-1] = _colour(attributes)

    def _fill(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "fill":
            self._fills.append("")
        elif name == "patternFill" and self._fills:
            self._fills[-1] = "" if attributes.get("patternType", "none") == "none" else "?"
        elif name == "fgColor" and self._fills and self._fills[-1]:
            self._fills[-1] = _colour(attributes)


def _colour(attributes: Mapping[str, str]) -> str:
    for name in ("rgb", "theme", "indexed"):
        if name in attributes:
            value = attributes[name].upper() if name == "rgb" else f"{name} {attributes[name]}"
            return value + (f" {attributes['tint'][:5]}" if attributes.get("tint", "0").strip("0.-") else "")
    return ""
