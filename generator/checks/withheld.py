"""Names that people did not agree to publish must stand in no authored text of their process (spec 3.3)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from generator.checks.chapters import bodies_of
from generator.checks.places import index_start, span_in
from generator.checks.texts import texts_in
from generator.diagnostics import Finding, Span, finding
from generator.model.consent import FULL, consent_of, folded
from generator.model.content import Chapter, Meeting, Promise, Response
from generator.model.private import Participant, Process
from generator.model.record import Record
from generator.rules.participants import WITHHELD_NAME_IN_TEXT

_GAP = re.compile(r"(?:\s|&nbsp;|<br\b[^<>]*+>)+")
_MARK = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0640\u00ad\u200b-\u200f\u2060-\u2064*_`~\\\\]"
    "|</?[A-Za-z][^<>]*+>"
)
"""What stands within a name and is not read: niqqud, unseen characters, emphasis, tags."""
_PIECE = re.compile(rf"(?P<gap>{_GAP.pattern})|(?P<mark>{_MARK.pattern})|&#?\w{{1,8}};|\S")
_WORD = re.compile(r"\w+")
_APART = re.compile(r"[-_./]")
_PREFIXES = "והבלמשכ"
"""Letters that Hebrew writes at the front of a name: `לדנה כהן` names דנה כהן."""


def check_withheld_names(process: Process) -> Iterator[Finding]:
    """One finding for each place where a withheld full name stands. The finding says the row, never the name."""
    withheld = _withheld(process)
    if not withheld:
        return
    index = _Index(withheld)
    for body in bodies_of(process):
        for start, end, row in index.find(body.text):
            yield finding(WITHHELD_NAME_IN_TEXT, span_in(body, start, end), {"row": row})
    for text, span in _strings(process):
        for _, _, row in index.find(text):
            yield finding(WITHHELD_NAME_IN_TEXT, span, {"row": row})
    for path in _paths(process):
        for _, _, row in index.find(_APART.sub(" ", path)):
            # Pointing at the file would say the name.
            yield finding(WITHHELD_NAME_IN_TEXT, index_start(process), {"row": row})


def _withheld(process: Process) -> dict[str, Participant]:
    policy = process.record.consent
    named = [row for row in process.participants if folded(row.name)]
    shown = {folded(row.name) for row in named if consent_of(row, policy) == FULL}
    return {folded(row.name): row for row in named if consent_of(row, policy) != FULL and folded(row.name) not in shown}


class _Index:
    """Withheld names by their last word, so that a text is gone through once however many names there are."""

    def __init__(self, withheld: Mapping[str, Participant]) -> None:
        self._by_last: dict[str, list[tuple[str, int]]] = {}
        for name, row in withheld.items():
            plain, _ = _read(name)
            words = _WORD.findall(plain)
            if words:
                self._by_last.setdefault(words[-1], []).append((plain, row.span.line))

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Start, end and row of each withheld name in a text, however it is spaced, pointed or emphasised there."""
        spaced = _GAP.sub(" ", unescape(text))
        if not self._by_last.keys() & set(_WORD.findall(_MARK.sub("", _folded(spaced)))):
            return  # nearly always, and quick
        plain, places = _read(text)
        for word in _WORD.finditer(plain):
            for name, row in self._by_last.get(word.group(), ()):
                start = word.end() - len(name)
                if start >= 0 and plain.startswith(name, start) and _begins_word(plain, start):
                    first, last = places[start], places[word.end() - 1]
                    yield first, last + 1, row


def _read(text: str) -> tuple[str, Sequence[int]]:
    """The text as it is read, in small letters and with single spaces; and where in `text` each character stands."""
    read: list[str] = []
    places: list[int] = []
    for piece in _PIECE.finditer(text):
        if piece["mark"]:
            continue
        letters = " " if piece["gap"] else _MARK.sub("", _folded(unescape(piece[0])))
        read.append(letters)
        places += [piece.start()] * len(letters)
    return "".join(read), places


def _folded(text: str) -> str:
    return unicodedata.normalize("NFD", text).casefold()


def _begins_word(text: str, start: int) -> bool:
    """Whether a word begins here, prefix letters before it not counted."""
    while start and text[start - 1] in _PREFIXES:
        start -= 1
    return start == 0 or not text[start - 1].isalnum()


def _strings(process: Process) -> Iterator[tuple[str, Span]]:
    """Every other text an office wrote: the record, chapters' front matter, promises, responses, meetings."""
    start = index_start(process)
    record = process.record
    yield from ((text, record.spans.get(_written_path(record, path), start)) for path, text in texts_in(record))
    written: tuple[Chapter | Promise | Response | Meeting, ...] = (
        *process.chapters,
        *process.promises,
        *process.responses,
        *process.meetings,
    )
    for value in written:
        default = (
            Span.start_of(value.body.path) if isinstance(value, (Chapter, Meeting)) else value.spans.get("", start)
        )
        yield from ((text, value.spans.get(path, default)) for path, text in texts_in(value))
    for translation in process.translations:
        default = Span.start_of(translation.brief.path)
        for text in (translation.title, translation.short_description, *translation.bottom_lines):
            yield text, default


def _written_path(record: Record, path: str) -> str:
    """The path that a text of the record has in its file, where the model calls it otherwise."""
    if path.startswith("consent."):
        return path.replace("consent.", "participants.", 1)
    for number, waiver in enumerate(record.closing.waived):
        if path == f"closing.waived[{number}].reason":
            return f"closing.waived.{waiver.subject}.reason"
    return path


def _paths(process: Process) -> Iterator[str]:
    """Names of files, which become addresses."""
    yield from (body.path for body in bodies_of(process))
    yield from (file.path for file in process.files)
