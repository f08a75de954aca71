"""Bytes of a file -> text with positions, or the finding that says why not."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8
from html import unescape

from msgspec import Struct

from generator.diagnostics import Finding, Span, finding
from generator.expressions import expression
from generator.rules.source.files import CONTROL_CHARACTER, NOT_UTF8, TOO_LARGE
from generator.rules.source.processes import CONFLICT_MARKERS
from generator.rules.source.syntax import UNCLOSED_FRONT_MATTER

MAX_BYTES = 8_000_000
"""A text file above this is no page or list that a person wrote (the largest chapter we promise to build is 5 MB)."""

FORBIDDEN = expression(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, characters that turn the reading direction of what follows, lone surrogates."""

_NEVER_FORBIDDEN = bytes({*b"\t\n\r", *range(0x20, 0x100)} - {0x7F, 0xC2, 0xE2, 0xEF})
"""Bytes that no forbidden character has, or only behind 0xC2, 0xE2 or 0xEF: letters of Hebrew and Arabic have no others."""

_CONFLICT = expression(r"^[^\w\n<>]{0,8}(?:<{7}(?= |$)|>{7} \S)", re.MULTILINE)
"""What git leaves of two versions; a line of `=` alone may be a heading's."""

_FENCE = expression(r"---[ \t]*\n")
_CLOSING_FENCE = expression(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")


_HEAD = 8_000
"""Bytes in which a file that is no text shows it."""


class SourceText(Struct, frozen=True):
    """A decoded file: no byte order mark, line ends `\\n`."""

    path: str
    text: str

    def span(self, start: int, end: int, *, text: str | None = None) -> Span:
        """The place of the code points `start`–`end` (exclusive) of the text, counted from 0."""
        text = self.text if text is None else text
        line, column = position(text, start)
        end_line, end_column = position(text, end)
        return Span(self.path, line, column, end_line, end_column)


class FrontMatter(Struct, frozen=True):
    """A Markdown file in two: the YAML between the fences and the body after it."""

    yaml: str | None
    """None when the file has no front matter."""
    yaml_line: int
    """The line on which `yaml` begins."""
    body: str
    body_line: int


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a code point."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def decode(path: str, content: bytes, *, limit: int = MAX_BYTES) -> tuple[SourceText | None, tuple[Finding, ...]]:
    """The text of a file; None with S001 (not UTF-8) or S008 (too large) or S012 (git's
    conflict markers: nobody can tell which of the two versions holds). S007 names each forbidden character."""
    if len(content) > limit:
        values = {"count": str(len(content)), "limit": str(limit)}
        return None, (finding(TOO_LARGE, Span.start_of(path), values),)
    try:
        text = content.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        before = bytes(error.object[: error.start]).decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        line, column = position(before, len(before))
        span = Span(path, line, column, line, column + 1)
        encoding = _guess(content)
        hint = "save-text-as-utf8" if not path.endswith((".csv", ".tsv")) else None if encoding else "save-as-utf8"
        return None, (finding(NOT_UTF8, span, {"value": encoding or "another encoding"}, hint=hint),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = SourceText(path, text)
    if (conflict := _conflict(source)) is not None:
        return None, (finding(CONFLICT_MARKERS, conflict),)
    if not content.translate(None, _NEVER_FORBIDDEN):  # a quarter of the time that the expression takes
        return source, ()
    faults = tuple(
        finding(CONTROL_CHARACTER, source.span(found.start(), found.end()), {"value": f"U+{ord(found.group()):04X}"})
        for found in FORBIDDEN.finditer(source.text)
    )
    return source, faults


def conflict_in(path: str, content: bytes) -> Finding | None:
    """S012 for an attached file, of whatever kind of text: two versions of it would be published."""
    if (b"<<<<<<< " not in content and b">>>>>>> " not in content) or b"\0" in content[:_HEAD]:
        return None
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    span = _conflict(SourceText(path, text))
    return finding(CONFLICT_MARKERS, span) if span is not None else None


def _conflict(source: SourceText) -> Span | None:
    text = source.text
    if not ("<" in text and "<<<<<<<" in text) and not (">" in text and ">>>>>>> " in text):
        return None
    found = _CONFLICT.search(source.text)
    return source.span(found.start(), found.end()) if found else None


def split_front_matter(source: SourceText) -> tuple[FrontMatter, tuple[Finding, ...]]:
    """Split a Markdown file at its `---` fences. An opening fence that is never closed is S009."""
    text = source.text
    opening = _FENCE.match(text)
    if opening is None:
        return FrontMatter(None, 1, text, 1), ()
    closing = _CLOSING_FENCE.search(text, opening.end() - 1)
    if closing is None:
        fault = finding(UNCLOSED_FRONT_MATTER, Span(source.path, 1, 1, 1, 4), {})
        return FrontMatter(None, 1, "", 1), (fault,)
    yaml = text[opening.end() : closing.start() + 1]
    body_line = 2 + yaml.count("\n") + 1
    return FrontMatter(yaml, 2, text[closing.end() :], body_line), ()


def _guess(content: bytes) -> str | None:
    """The encoding it most likely has, by a name that iconv knows: Excel in Hebrew saves Windows-1255, in Arabic Windows-1256."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    hebrew = sum(0xE0 <= byte <= 0xFA for byte in content)
    high = sum(byte >= 0x80 for byte in content)
    if high and hebrew / high > 0.8:
        return "Windows-1255"
    return "Windows-1256" if high and hebrew / high > 0.3 else None


_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufffc")
"""Letters and signs without a shape: fillers of Hangul, the empty cell of braille, what stands for an object."""
_SHAPELESS = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Mn", "Me"})


def shows_nothing(text: str) -> bool:
    """Whether a reader would see nothing: only spaces, characters without a shape, and marks with no letter to stand on."""
    if text[:1].isalpha() and text[0] not in _BLANK:
        return False  # nearly always, and told without going through categories
    shown = unescape(text) if "&" in text else text
    return all(letter in _BLANK or unicodedata.category(letter) in _SHAPELESS for letter in shown)
