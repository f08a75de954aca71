"""YAML as nodes with places: every scalar is text, and nothing that does damage gets through (spec 3).

Built from libyaml's events, so that tags, aliases, depth and size are refused before a tree exists.
"""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import Any, TypeAlias

import yaml
from msgspec import Struct
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.diagnostics import Finding, Related, Span, finding
from generator.expressions import expression
from generator.rules.source.files import CONTROL_CHARACTER
from generator.rules.source.syntax import BAD_YAML, CHANGING_NUMBER, CUT_VALUE, DUPLICATE_KEY
from generator.source.mended import is_glued, mend
from generator.source.text import FORBIDDEN
from generator.source.yaml_scalars import MAY_BEGIN_NUMBER, other_number

MAX_DEPTH = 16
MAX_NODES = 400_000
"""In one document: a list of twenty thousand participants has half of it."""
MAX_KEYS = 20_000
"""In one map: nothing that Sikum reads has nearly as many, and each costs time whenever the file is read."""
MAX_FAULTS = 200
"""Repeated keys in one document: more of them say nothing more."""

_BREAKS = ("\x85", "\u2028", "\u2029")
"""Line ends to YAML and to nobody else: lines would be counted otherwise than an editor counts them."""

_UNSEEN = expression("[\u00a0\u00ad\u061c\u200b-\u200f\u2060-\u2064\ufeff]")
"""Characters that nobody sees in the name of a field, and that make another name of it; in texts they have their uses."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(Struct, frozen=True, gc=False):
    text: str
    span: Span
    is_plain: bool
    """Unquoted. A plain empty scalar, `~` or `null` means "not given"."""

    @property
    def is_empty(self) -> bool:
        return self.is_plain and self.text in ("", "~", "null")


class Entry(Struct, frozen=True, gc=False):
    key: Scalar
    value: Node


class MapNode(Struct, frozen=True, gc=False):
    entries: tuple[Entry, ...]
    """Without the repetitions that S003 reports: the first of equal keys stays."""
    span: Span

    def get(self, key: str) -> Node | None:
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


class ListNode(Struct, frozen=True, gc=False):
    items: tuple[Node, ...]
    span: Span
    is_flow: bool = False
    """Written in brackets, not with a hyphen for each item."""


_Event: TypeAlias = Any
"""A libyaml event; its kinds have fields that their common type does not know."""

Node: TypeAlias = Scalar | MapNode | ListNode


class _Refused(Exception):
    """What stops the reading of one document; never leaves this module."""

    def __init__(self, value: str, span: Span, hint: str, limit: int = 0) -> None:
        super().__init__(value)
        self.finding = finding(BAD_YAML, span, {"value": value, "limit": limit}, hint=hint)


def parse_yaml(text: str, path: str, *, first_line: int = 1) -> tuple[Node | None, tuple[Finding, ...]]:
    """The document in `text` as nodes; None when there is none or when it cannot be read.

    `first_line` is the line of the file on which `text` begins. Findings: S002 (not YAML, or a tag, alias, depth or
    size that is refused), S003 (a repeated key), S005 (a plain value cut by ` #`).
    """
    for mark in _BREAKS:
        text = text.replace(mark, " ")
    reader = _Reader(path, first_line - 1, text)
    try:
        node = reader.read()
    except _Refused as refused:
        return None, (*reader.findings, refused.finding)
    except yaml.MarkedYAMLError as error:
        return None, (reader.unreadable(error),)
    except yaml.YAMLError as error:
        return None, (finding(BAD_YAML, Span.start_of(path), {"value": " ".join(str(error).split())}),)
    return node, tuple(reader.findings)


class _Reader:
    def __init__(self, path: str, line_offset: int, text: str) -> None:
        self.path = path
        self.line_offset = line_offset
        self.text = text
        self.lines = text.split("\n")
        self.may_be_cut = "#" in text
        self.has_escapes = "\\" in text or "&#" in text
        self.may_be_wrong = self.may_be_cut or self.has_escapes
        self.findings: list[Finding] = []
        self.count = 0
        self.next_event: Callable[[], _Event]

    def read(self) -> Node | None:
        loader = _Loader(self.text)
        try:
            self.next_event = loader.get_event
            root: Node | None = None
            while type(event := self.next_event()) is not StreamEndEvent:
                if type(event) is DocumentStartEvent:
                    if root is not None:
                        raise _Refused("---", self.between(event, event), "one-document")
                    root = self.node(self.next_event(), 0)
            return root
        finally:
            loader.dispose()

    def node(self, event: _Event, depth: int) -> Node:
        """The node that begins with `event`. Scalars first: nine of ten nodes are."""
        self.count += 1
        if self.count > MAX_NODES:
            raise _Refused("too many", self.between(event, event), "too-many", MAX_NODES)
        kind = type(event)
        if kind is AliasEvent or event.anchor or event.tag:
            raise self.refusal_of_mark(event)
        if kind is ScalarEvent:
            text, is_plain = event.value, not event.style
            scalar = Scalar(text, self.between(event, event), is_plain)
            if self.may_be_wrong or (is_plain and text[:1] in MAY_BEGIN_NUMBER):
                self.check_scalar(scalar)
            return scalar
        if depth > MAX_DEPTH:
            raise _Refused("too deep", self.between(event, event), "too-deep", MAX_DEPTH)
        if kind is SequenceStartEvent:
            items: list[Node] = []
            while type(inner := self.next_event()) is not SequenceEndEvent:
                items.append(self.node(inner, depth + 1))
            return ListNode(tuple(items), self.between(event, inner), is_flow=bool(event.flow_style))
        return self.map(event, depth)

    def refusal_of_mark(self, event: _Event) -> _Refused:
        """Of an alias, an anchor or a tag."""
        if not (is_alias := type(event) is AliasEvent) and not event.anchor:
            return _Refused(str(event.tag), self.between(event, event), "no-tags")
        return _Refused(f"{'*' if is_alias else '&'}{event.anchor}", self.between(event, event), "no-aliases")

    def map(self, event: _Event, depth: int) -> MapNode:
        next_event, node = self.next_event, self.node
        entries: dict[str, Entry] = {}
        while type(inner := next_event()) is not MappingEndEvent:
            key = node(inner, depth + 1)
            if type(key) is not Scalar:
                raise _Refused("?", key.span, "plain-keys")
            name = key.text
            if not name.isascii():
                self.check_name(key)
            value = node(next_event(), depth + 1)
            if name in entries:
                self.repeated(key, entries[name].key)
            else:
                entries[name] = Entry(key, value)
            if len(entries) > MAX_KEYS:
                raise _Refused("too many", key.span, "too-many", MAX_KEYS)
        return MapNode(tuple(entries.values()), self.between(event, inner))

    def check_scalar(self, scalar: Scalar) -> None:
        if self.has_escapes:
            self.check_characters(scalar)
        if self.may_be_cut:
            self.check_cut(scalar)
        if scalar.is_plain and other_number(scalar.text):
            self.findings.append(finding(CHANGING_NUMBER, scalar.span, {"value": scalar.text}))

    def check_characters(self, scalar: Scalar) -> None:
        """A character that no file may hold, written as an escape of YAML or as an entity of HTML."""
        if found := FORBIDDEN.search(unescape(scalar.text)):
            values = {"value": f"U+{ord(found.group()):04X}"}
            self.findings.append(finding(CONTROL_CHARACTER, scalar.span, values))

    def check_name(self, key: Scalar) -> None:
        if found := _UNSEEN.search(key.text):
            self.findings.append(finding(CONTROL_CHARACTER, key.span, {"value": f"U+{ord(found.group()):04X}"}))

    def check_cut(self, scalar: Scalar) -> None:
        if not (scalar.is_plain and scalar.text):
            return
        rest = self.lines[scalar.span.end_line - 1 - self.line_offset][scalar.span.end_column - 1 :]
        if rest and _CUT.match(rest):
            self.findings.append(finding(CUT_VALUE, scalar.span))

    def repeated(self, key: Scalar, first: Scalar) -> None:
        if len(self.findings) >= MAX_FAULTS:
            raise _Refused(str(len(self.findings)), key.span, "too-many", MAX_FAULTS)
        related = (Related(first.span, "first-here"),)
        self.findings.append(finding(DUPLICATE_KEY, key.span, {"value": key.text}, related=related))

    def between(self, first: _Event, last: _Event) -> Span:
        start, end, above = first.start_mark, last.end_mark, self.line_offset + 1
        return Span(self.path, start.line + above, start.column + 1, end.line + above, end.column + 1)

    def unreadable(self, error: yaml.MarkedYAMLError) -> Finding:
        """S002, with the line as it should have been written where that can be told."""
        mark = error.problem_mark or error.context_mark
        line = min(mark.line, len(self.lines) - 1) if mark else 0
        column = mark.column if mark else 0
        for number in (line, *([error.context_mark.line] if error.context_mark else [])):
            mended = mend(self.lines[number]) if number < len(self.lines) else None
            if mended and not _is_sound(self.lines[number]):
                values = {"value": error.problem or "", "known": mended}
                return finding(BAD_YAML, self.whole(number), values, hint="write-instead")
        problem = error.problem or ""
        if problem in _NAME_WITHIN_VALUE and line:
            if is_glued(self.lines[line - 1]):
                values = {"value": "no space after a colon", "known": ""}
                return finding(BAD_YAML, self.whole(line - 1), values, hint="space-after-colon")
            if _indent(self.lines[line]) > _indent(self.lines[line - 1]) and _is_sound(self.lines[line]):
                problem, column = "uneven indent", _indent(self.lines[line])
        span_line = line + 1 + self.line_offset
        span = Span(self.path, span_line, column + 1, span_line, column + 2)
        return finding(BAD_YAML, span, {"value": problem, "known": ""})

    def whole(self, index: int) -> Span:
        """A line of the document."""
        number = index + 1 + self.line_offset
        return Span(self.path, number, 1, number, len(self.lines[index]) + 1)


def _is_sound(line: str) -> bool:
    """Whether YAML can read the line by itself: the fault is in another line then."""
    try:
        for _ in yaml.parse(line, _Loader):
            pass
    except yaml.YAMLError:
        return False
    return True


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_NAME_WITHIN_VALUE = ("mapping values are not allowed in this context", "could not find expected ':'")
"""What YAML's library says of a field's name in a value, also in one that the line above has begun."""
_CUT = expression(r"\s+#")
