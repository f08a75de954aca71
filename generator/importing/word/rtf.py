"""Rich text (RTF) within the document -> lines: what a reader sees of it, and what it hides."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct, field, structs

from generator.expressions import expression
from generator.importing.word.chunk_line import Cell, ChunkLine, Piece, filled, words_in
from generator.importing.word.fields import link_of

_TOKEN = expression(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n\\]"
)
_CHARSETS = {161: "cp1253", 162: "cp1254", 177: "cp1255", 178: "cp1256", 204: "cp1251", 238: "cp1250"}
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "page": " ", "column": " ",
    "nestcell": " ", "nestrow": " ", "~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\",
    "rtlmark": "\u200f", "ltrmark": "\u200e",
}  # fmt: skip
_SKIPPED = frozenset(
    (
        "fonttbl colortbl stylesheet info pict objdata objclass objname listtable listoverridetable rsidtbl generator themedata"
        " colorschememapping datastore latentstyles xmlnstbl fldinst sp bkmkstart bkmkend pnseclvl mmathPr wgrffmtfilter"
        " filetbl revtbl userprops xe tc do nonshppict"
    ).split()
)
_READ = frozenset(("shpinst", "shptxt", "shprslt", "hlinkbase", "atnid", "annotation"))
"""Destinations that a reader may pass over by the format's rules, and whose text matters here."""
_LEFT_OUT = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"), "header-footer"),
    "annotation": "hidden",
    "atnid": "hidden",
}  # fmt: skip
_MOST_GROUPS = 2000
"""Groups within groups; what is deeper is read as if it stood in the last of them."""


def is_rich_text(content: bytes) -> bool:
    """Whether a part is RTF, by its first bytes."""
    return content[:5] == b"{\\rtf"


def lines_of_rich_text(content: bytes) -> tuple[ChunkLine, ...]:
    """The paragraphs and tables of a text. Total: what is not understood is passed over."""
    reader = _Reader()
    reader.read(content.decode("latin-1"))
    return filled(reader.lines)


class _Group(Struct):
    """What holds within a pair of braces."""

    is_bold: bool = False
    is_italic: bool = False
    why: str = ""
    skipped: str = ""
    """The destination that is passed over."""
    is_label: bool = False
    """The number that a list prints, written out."""
    is_note: bool = False
    after_unicode: int = 1
    """Signs that follow a character by its number and stand for it in old programs."""
    codec: str = ""
    code: list[str] = field(default_factory=list)
    """Of the field around."""


class _Reader:
    def __init__(self) -> None:
        self.lines: list[ChunkLine] = [ChunkLine()]
        self._groups = [_Group()]
        self._codec = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._bytes = bytearray()
        self._waiting = 0
        """Signs still to be passed over after a character by its number."""
        self._may_be_passed = False
        """After `\\*`: the next word names a destination that may be passed over."""
        self._is_in_table = False
        self._cells: list[Cell] = []
        self._rows: list[tuple[Cell, ...]] = []
        self._levels: dict[int, int] = {}
        self._style = -1
        self._label = ""
        self._words: dict[str, Callable[[int | None], None]] = {
            "par": lambda _: self._end_line(),
            "sect": lambda _: self._end_line(),
            "cell": lambda _: self._end_cell(),
            "row": lambda _: self._end_row(),
            "pard": lambda _: self._plain_paragraph(),
            "intbl": lambda _: setattr(self, "_is_in_table", True),
            "b": lambda number: setattr(self._group, "is_bold", number != 0),
            "i": lambda number: setattr(self._group, "is_italic", number != 0),
            "v": lambda number: self._hide("hidden", number),
            "deleted": lambda number: self._hide("tracked", number),
            "plain": lambda _: self._plain(),
            "uc": lambda number: setattr(self._group, "after_unicode", max(0, number or 0)),
            "u": self._unicode,
            "ansicpg": self._code_page,
            "f": self._use_font,
            "fcharset": lambda number: self._fonts.__setitem__(self._font, _CHARSETS.get(number or 0, "")),
            "s": self._use_style,
            "outlinelevel": self._outline,
        }

    @property
    def _group(self) -> _Group:
        return self._groups[-1]

    def read(self, text: str) -> None:
        """Read a whole text."""
        position = 0
        while match := _TOKEN.match(text, position):
            position = match.end()
            if match["byte"] is None:
                self._flush_bytes()
            if match["word"]:
                number = int(match["number"]) if match["number"] else None
                if match["word"] == "bin":
                    position += max(0, number or 0)
                else:
                    self._word(match["word"], number)
            elif match["byte"]:
                self._byte(int(match["byte"], 16))
            elif match["sign"] == "*":
                self._may_be_passed = True
            elif match["sign"]:
                self._text(_SIGNS.get(match["sign"], "" if match["sign"] in "-:|" else match["sign"]))
            elif match["brace"]:
                self._brace(match["brace"])
            elif match["text"]:
                self._text(match["text"])
        self._flush_bytes()
        self._end_line()
        self._end_table()

    def _brace(self, brace: str) -> None:
        self._waiting = 0
        if brace == "{":
            if len(self._groups) < _MOST_GROUPS:
                self._groups.append(structs.replace(self._group, is_note=False))
        elif len(self._groups) > 1:
            if self._group.is_note and not self._group.skipped:
                self._text(") ")
            self._groups.pop()

    def _word(self, word: str, number: int | None) -> None:
        passed, self._may_be_passed = self._may_be_passed, False
        group = self._group
        if word in _SKIPPED or (passed and word not in _READ and word not in _LEFT_OUT):
            group.skipped = group.skipped or word
        elif word in _LEFT_OUT:
            group.why = group.why or _LEFT_OUT[word]
            self._text(" ")
        elif word == "field":
            group.code = []
        elif word in ("listtext", "pntext"):
            group.is_label = True
            self._label = ""
        elif word == "footnote":
            group.is_note = True
            self._text(" (")
        elif word in _SIGNS:
            self._text(_SIGNS[word])
        if word in self._words and not (group.skipped and word not in ("f", "fcharset", "s", "outlinelevel", "uc")):
            self._words[word](number)

    def _text(self, text: str) -> None:
        passed = min(self._waiting, len(text))
        self._waiting -= passed
        self._add(text[passed:])

    def _add(self, text: str) -> None:
        group = self._group
        if group.skipped == "fldinst":
            group.code.append(text)
        elif not text or group.skipped:
            return
        elif group.is_label:
            self._label += text
        else:
            code = "".join(group.code)
            self.lines[-1].pieces.append(
                Piece(
                    text=text,
                    is_bold=group.is_bold,
                    is_italic=group.is_italic,
                    address=(link_of(code) or "") if code else "",
                    why_left_out=group.why,
                )
            )

    def _byte(self, value: int) -> None:
        if self._waiting:
            self._waiting -= 1
        else:
            self._bytes.append(value)

    def _flush_bytes(self) -> None:
        if self._bytes:
            content, self._bytes = bytes(self._bytes), bytearray()
            self._add(content.decode(self._group.codec or self._codec, "replace"))

    def _unicode(self, number: int | None) -> None:
        self._add(chr((number or 0) & 0xFFFF))
        self._waiting = self._group.after_unicode

    def _code_page(self, number: int | None) -> None:
        name = f"cp{number or 1252}"
        self._codec = name if name in ("cp437", "cp850", "cp862", *(f"cp{n}" for n in range(1250, 1259))) else "cp1252"

    def _use_font(self, number: int | None) -> None:
        self._font = number or 0
        self._group.codec = self._fonts.get(self._font, "")

    def _use_style(self, number: int | None) -> None:
        self._style = number or 0
        if not self._group.skipped:
            self.lines[-1].level = self._levels.get(self._style, 0)

    def _outline(self, number: int | None) -> None:
        level = (number or 0) + 1 if (number or 0) < 6 else 0
        if self._group.skipped == "stylesheet":
            self._levels[self._style] = level
        elif not self._group.skipped:
            self.lines[-1].level = level

    def _hide(self, why: str, number: int | None) -> None:
        self._group.why = why if number != 0 else ""

    def _plain(self) -> None:
        self._group.is_bold = self._group.is_italic = False
        self._group.why = self._group.why if self._group.why == "header-footer" else ""

    def _plain_paragraph(self) -> None:
        self._is_in_table = False
        self.lines[-1].level = 0

    def _end_line(self) -> None:
        line = self.lines[-1]
        if self._group.skipped:
            return
        if self._is_in_table or self._group.is_note or (self._cells and not words_in(line.pieces)):
            line.pieces.append(Piece(text=" "))
            return
        line.pieces = _whole(line.pieces)
        if label := " ".join(self._label.split()):
            line.number = int(found[1]) if (found := re.fullmatch(r"(\d{1,6})[.)]", label)) else 0
            line.depth = 0 if line.number or not any(letter.isalnum() for letter in label) else -1
            if line.depth < 0:
                line.pieces.insert(0, Piece(text=f"{label} "))
        self._label = ""
        if words_in(line.pieces) and self._rows:
            self.lines.pop()
            self._end_table()
            self.lines.append(line)
        self.lines.append(ChunkLine(level=line.level))

    def _end_cell(self) -> None:
        line = self.lines[-1]
        label = f"{' '.join(self._label.split())} " if self._label.strip() else ""
        self._label = ""
        self._cells.append(tuple(_whole([Piece(text=label), *line.pieces])))
        line.pieces = []

    def _end_row(self) -> None:
        if self._cells:
            self._rows.append(tuple(self._cells))
            self._cells = []

    def _end_table(self) -> None:
        self._end_row()
        if self._rows:
            self.lines.append(ChunkLine(rows=tuple(self._rows)))
            self._rows = []


def _whole(pieces: list[Piece]) -> list[Piece]:
    """Pieces that are set alike are one, so that characters in two halves (surrogates) become one character."""
    found: list[Piece] = []
    for piece in pieces:
        if found and structs.replace(found[-1], text="") == structs.replace(piece, text=""):
            found[-1] = structs.replace(found[-1], text=found[-1].text + piece.text)
        else:
            found.append(piece)
    return [
        structs.replace(each, text=each.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
        for each in found
    ]
