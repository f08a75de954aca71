"""The list in a process's file -> items, and items -> the file with that list and all else as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.importing.process_tables.kinds import TableKind
from generator.scaffold.yaml_text import Lines, Value, items, lines_of
from generator.source.nodes import ListNode, MapNode, Node, Scalar, parse_yaml
from generator.source.text import SourceText, split_front_matter
from generator.structure import match_name

Item = Mapping[str, Value]
"""By id of the field; names that the structure does not know stay as they are written."""


class UnreadableFile(ValueError):
    """The file that is there cannot be read, so nothing can be compared with it or put into it."""


def read_items(kind: TableKind, text: str) -> list[Item]:
    """The items of the list in a file's text; none in an empty one. Raises UnreadableFile."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    yaml: str | None = text
    if kind.key:
        yaml = split_front_matter(SourceText(kind.file, text))[0].yaml
    node, _ = parse_yaml(yaml or "", kind.file)
    if node is None:
        if re.search(r"^[^#\s]", yaml or "", re.MULTILINE):
            raise UnreadableFile(kind.file)
        return []
    if kind.key:
        node = node.get(kind.key) if isinstance(node, MapNode) else None
    if node is None or (isinstance(node, Scalar) and node.is_empty):
        return []
    if not isinstance(node, ListNode):
        raise UnreadableFile(kind.file)
    return [_item(each, kind) for each in node.items]


def write_items(kind: TableKind, text: str, found: Sequence[Item]) -> str:
    """The file's text with these items. Of `index.md` only the lines of the field change; a file that is the list keeps the
    comments at its head."""
    found = [{name: _with_lines(value) for name, value in item.items()} for item in found]
    if kind.key is None:
        head = re.match(r"(?:[ \t]*(?:#[^\n]*)?\n)*", text.removeprefix("\ufeff").replace("\r\n", "\n"))
        return (head[0] if head else "") + (items(found) if found else "[]\n")
    lines = text.replace("\r\n", "\n").split("\n")
    close = next((n for n, line in enumerate(lines) if n and re.match(r"(?:---|\.\.\.)[ \t]*\Z", line)), None)
    if not lines[0].lstrip("\ufeff").startswith("---") or close is None:
        raise UnreadableFile(kind.file)
    start = next((n for n in range(1, close) if re.match(rf"{kind.key}[ \t]*:", lines[n])), None)
    written = lines_of(kind.key, found)
    if start is None:
        return "\n".join((*lines[:close], *written, *lines[close:]))
    end = start + 1
    while end < close and (not lines[end].strip() or lines[end][0] in " \t-"):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return "\n".join((*lines[:start], *written, *lines[end:]))


def _item(node: Node, kind: TableKind) -> Item:
    if isinstance(node, Scalar):
        return {kind.main: node.text}
    if not isinstance(node, MapNode):
        raise UnreadableFile(kind.file)
    found: dict[str, Value] = {}
    for entry in node.entries:
        spec = match_name(kind.specs, entry.key.text)
        value = _value(entry.value)
        if value not in ("", [], {}):
            found[spec.id if spec else entry.key.text] = value
    return found


def _with_lines(value: Value) -> Value:
    """The value, in which texts of several lines stay such."""
    if isinstance(value, str):
        return Lines(value) if "\n" in value else value
    if isinstance(value, Mapping):
        return {name: _with_lines(each) for name, each in value.items()}
    return [_with_lines(each) for each in value]


def _value(node: Node) -> Value:
    if isinstance(node, Scalar):
        return "" if node.is_empty else node.text
    if isinstance(node, ListNode):
        return [_value(each) for each in node.items]
    return {entry.key.text: _value(entry.value) for entry in node.entries}
