"""What an .xlsx package says of its cells beside their values: hidden rows and columns, formulas without results,
struck-out text, colours. The library that reads the values shows none of it.

Element names are compared without their namespaces, so that Transitional and Strict files, and prefixes, are all one.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from xml.parsers import expat

from msgspec import Struct, field

from generator.importing.lists.comments import CommentReader

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")
_WHITE = frozenset(("FFFFFFFF", "00FFFFFF", "FFFFFF", "theme 0", "indexed 9", "indexed 64", "indexed 65", ""))


_BLACK = frozenset(("FF000000", "00000000", "000000", "theme 1", "theme 0", "indexed 8", "indexed 64", ""))


class BadPackage(ValueError):
    """A part of the package is cut off, or is no XML."""


class Style(Struct, frozen=True, kw_only=True):
    """A cell format, as far as it says something of the cell's standing."""

    is_struck: bool
    colour: str
    """Of the fill and of the text; empty for a white fill or none under black text."""


class Marks(Struct, kw_only=True):
    """Of one sheet. Rows and columns are counted from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    unresolved: dict[int, set[int]] = field(default_factory=dict)
    struck: dict[int, set[int]] = field(default_factory=dict)
    colours: dict[int, dict[int, str]] = field(default_factory=dict)
    comments: dict[int, list[str]] = field(default_factory=dict)
    """Row -> texts of the comments on its cells."""
    last_row: int = 0
    last_column: int = 0
    """Of the cells that hold anything."""


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Names of sheets -> paths of their parts. Raises BadPackage, KeyError."""
    relations = _relations(package, "")
    workbook = next((path for kind, path in relations.values() if kind == "officeDocument"), "xl/workbook.xml")
    parts = _relations(package, workbook)
    found: dict[str, str] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if _local(name) == "sheet":
            identifier = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            if identifier in parts:
                found[attributes.get("name", "")] = parts[identifier][1]

    _parse(package, workbook, start)
    return found


def read_styles(package: zipfile.ZipFile) -> tuple[Style, ...]:
    """The cell formats in the order in which cells name them; empty when there is no part with styles."""
    path = next((name for name in package.namelist() if name.lower().endswith("xl/styles.xml")), None)
    if path is None:
        return ()
    reader = _StyleReader()
    try:
        _parse(package, path, reader.start, reader.end)
    except BadPackage:
        return ()  # a look that cannot be read hides nothing
    return reader.styles()


class _StyleReader:
    """Follows the sections of fonts, fills and cell formats; those of the same names elsewhere are others."""

    def __init__(self) -> None:
        self._fonts: list[bool] = []
        self._inks: list[str] = []
        self._fills: list[str] = []
        self._formats: list[tuple[int, int]] = []
        self._section: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name, inside = _local(name), self._section[-1] if self._section else ""
        if name in ("fonts", "fills", "cellXfs", "dxfs", "cellStyleXfs"):
            self._section.append(name)
        elif inside == "fonts":
            self._font(name, attributes)
        elif inside == "fills":
            self._fill(name, attributes)
        elif inside == "cellXfs" and name == "xf":
            self._formats.append((_number(attributes.get("fontId")), _number(attributes.get("fillId"))))

    def end(self, name: str) -> None:
        if self._section and _local(name) == self._section[-1]:
            self._section.pop()

    def styles(self) -> tuple[Style, ...]:
        fonts, fills, inks = (dict(enumerate(each)) for each in (self._fonts, self._fills, self._inks))
        return tuple(
            Style(
                is_struck=bool(fonts.get(font, False)),
                colour=" on ".join(
                    colour
                    for colour, plain in ((str(inks.get(font, "")), _BLACK), (str(fills.get(fill, "")), _WHITE))
                    if colour not in plain
                ),
            )
            for font, fill in self._formats
        )

    def _font(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "font":
            self._fonts.append(False)
            self._inks.append("")
        elif name == "strike" and self._fonts:
            self._fonts[-1] = attributes.get("val", "1") not in ("0", "false")
        elif name == "color" and self._inks:
            self._inks[-1] = _colour(attributes)

    def _fill(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "fill":
            self._fills.append("")
        elif name == "patternFill" and self._fills:
            self._fills[-1] = "" if attributes.get("patternType", "none") == "none" else "?"
        elif name == "fgColor" and self._fills and self._fills[-1]:
            self._fills[-1] = _colour(attributes)


def read_marks(package: zipfile.ZipFile, path: str, styles: tuple[Style, ...]) -> Marks:
    """What a sheet's part says. Raises BadPackage."""
    reader = _SheetReader(styles)
    _parse(package, path, reader.start, reader.end, reader.text)
    _read_comments(package, path, reader.marks)
    return reader.marks


def _read_comments(package: zipfile.ZipFile, path: str, marks: Marks) -> None:
    """Add the comments of a sheet, old ones and threads."""
    try:
        related = _relations(package, path)
    except BadPackage:
        return  # most sheets have nothing that they are related to
    for kind, part in related.values():
        if kind in ("comments", "threadedComment"):
            reader = CommentReader(marks.comments)
            _parse(package, part, reader.start, reader.end, reader.text)


class _SheetReader:
    """Follows rows and cells; where either has no position it follows the one before."""

    def __init__(self, styles: tuple[Style, ...]) -> None:
        self.marks = Marks()
        self._styles = styles
        self._row = self._column = -1
        self._type = ""
        self._has_formula = self._has_value = self._in_value = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = _local(name)
        if name == "c":
            self._cell(attributes)
        elif name == "row":
            self._row = _number(attributes.get("r"), self._row + 2) - 1
            self._column = -1
            if _is_on(attributes.get("hidden")) or _is_zero(attributes.get("ht")):
                self.marks.hidden_rows.add(self._row)
        elif name == "f":
            self._has_formula = True
        elif name in ("v", "t", "is"):
            self._in_value = True
        elif name == "col":
            self._columns(attributes)

    def text(self, text: str) -> None:
        if self._in_value and text.strip():
            self._has_value = True

    def end(self, name: str) -> None:
        name = _local(name)
        if name == "c":
            self._end_cell()
        elif name in ("v", "is"):
            self._in_value = False

    def _columns(self, attributes: Mapping[str, str]) -> None:
        if _is_on(attributes.get("hidden")) or _is_zero(attributes.get("width")):
            first, last = _number(attributes.get("min"), 1), _number(attributes.get("max"), 1)
            self.marks.hidden_columns.update(range(first - 1, min(last, first + 1_000)))

    def _cell(self, attributes: Mapping[str, str]) -> None:
        match = _CELL.match(attributes.get("r", ""))
        self._column = _column_index(match[1]) if match else self._column + 1
        self._type = attributes.get("t", "")
        self._has_formula = self._has_value = False
        style = _number(attributes.get("s"))
        if style < len(self._styles):
            look = self._styles[style]
            if look.is_struck:
                self.marks.struck.setdefault(self._row, set()).add(self._column)
            if look.colour:
                self.marks.colours.setdefault(self._row, {})[self._column] = look.colour

    def _end_cell(self) -> None:
        # An empty text is a result, and has its type; a formula that no program has computed has neither.
        if self._type == "e" or (self._has_formula and not self._has_value and self._type != "str"):
            self.marks.unresolved.setdefault(self._row, set()).add(self._column)
        if self._has_value or self._has_formula:
            self.marks.last_row = max(self.marks.last_row, self._row)
            self.marks.last_column = max(self.marks.last_column, self._column)


def _relations(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Id -> kind and path of what a part is related to; the package itself is the part with no name."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if _local(name) == "Relationship":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], target.lstrip("/"))

    _parse(package, path, start)
    return found


def _parse(
    package: zipfile.ZipFile,
    path: str,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        with package.open(path) as part:
            parser.ParseFile(part)
    except (expat.ExpatError, KeyError, zipfile.BadZipFile, EOFError, OSError) as error:
        raise BadPackage(path) from error


def _local(name: str) -> str:
    return name.rpartition(":")[2] if ":" in name else name


def _colour(attributes: Mapping[str, str]) -> str:
    for name in ("rgb", "theme", "indexed"):
        if name in attributes:
            value = attributes[name].upper() if name == "rgb" else f"{name} {attributes[name]}"
            return value + (f" {attributes['tint'][:5]}" if attributes.get("tint", "0").strip("0.-") else "")
    return ""


def _column_index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1


def _number(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else default


def _is_on(text: str | None) -> bool:
    return text in ("1", "true")


def _is_zero(text: str | None) -> bool:
    return bool(text) and not (text or "").strip("0.")


def columns_of(marks: Mapping[int, set[int]], row: int) -> frozenset[int]:
    """The marked columns of a row."""
    return frozenset(marks.get(row, ()))
