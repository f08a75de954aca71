"""What has to be written anew in the files of a catalogue when a process gets another id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from generator.diagnostics import Span
from generator.markup.targets import parse_target
from generator.model.outline import Outline


class Edit(Struct, frozen=True, kw_only=True):
    """One text of a file to be replaced, on the line of `span`, at its column or after it."""

    span: Span
    before: str
    after: str


def link_edits(outlines: Iterable[Outline], path: str, new_path: str) -> Iterator[Edit]:
    """The links of all pages into the folder `path` (relative to the content folder), as they read for `new_path`."""
    for outline in outlines:
        for link in outline.links_out:
            if after := _target(link.span.path, link.target, path, new_path):
                yield Edit(span=link.span, before=link.target, after=after)


def stage_edits(outlines: Iterable[Outline], old: str, new: str) -> Iterator[Edit]:
    """The fields that name the process as an earlier or the next stage."""
    for outline in outlines:
        for other, span in (*outline.previous, *outline.next_process):
            if other == old:
                yield Edit(span=span, before=old, after=new)


def _target(page: str, target: str, path: str, new_path: str) -> str | None:
    """The link's target with the folder's new name in it; None when it leads elsewhere."""
    leads_to = parse_target(page, target).path
    if leads_to is None or not f"{leads_to}/".startswith(f"{path}/"):
        return None
    wanted = new_path + leads_to.removeprefix(path)
    old, new = path.rpartition("/")[2], new_path.rpartition("/")[2]
    written = urlsplit(target).path
    parts = written.split("/")
    for index, part in enumerate(parts):
        if part == old:
            candidate = "/".join((*parts[:index], new, *parts[index + 1 :])) + target[len(written) :]
            if parse_target(page, candidate).path == wanted:
                return candidate
    return None


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. One that is not where it should be is left out: its old id still leads on."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        number = edit.span.line - 1
        if number >= len(lines):
            continue
        line = lines[number]
        found = line.find(edit.before, edit.span.column - 1)
        if found < 0:
            found = line.find(edit.before)
        if found >= 0:
            lines[number] = line[:found] + edit.after + line[found + len(edit.before) :]
    return "\n".join(lines)


def with_alias(text: str, old: str, new: str, aliases: tuple[str, ...], spans: Mapping[str, Span]) -> str:
    """The record with `old` as the last of its former ids, in the form in which they are written there.

    `aliases` are those it has, `spans` where the record's values stand. One that is `new` is no former id any more: those
    after it move up.
    """
    if new in aliases:
        places = [(spans.get(f"aliases[{number}]"), before) for number, before in enumerate(aliases)]
        left = (*(each for each in aliases if each != new), old)
        moved = [
            Edit(span=span, before=before, after=after)
            for (span, before), after in zip(places, left, strict=True)
            if span and before != after
        ]
        return edited(text, moved)
    lines = text.split("\n")
    end = "\r" if lines[0].endswith("\r") else ""
    last = spans.get(f"aliases[{len(aliases) - 1}]") if aliases else None
    if last is None:
        closing = next((number for number, line in enumerate(lines) if number and line.rstrip() == "---"), len(lines))
        kept = [line for line in lines[:closing] if line.rstrip() not in ("aliases:", "aliases: []")]
        return "\n".join((*kept, f"aliases: [{old}]{end}", *lines[closing:]))
    line = lines[last.line - 1]
    if line.lstrip().startswith("-"):
        indent = line[: len(line) - len(line.lstrip())]
        lines.insert(last.line, f"{indent}- {old}{end}")
    else:
        at = last.end_column - 1
        lines[last.line - 1] = f"{line[:at]}, {old}{line[at:]}"
    return "\n".join(lines)
