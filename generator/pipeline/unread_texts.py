"""What files say that the site does not show: comments of YAML, and fields that are not known.

Another engine, a repository or the next editor shows it all the same, so it is searched for names as the rest is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.authored import Authored
from generator.diagnostics import Finding, Span
from generator.expressions import expression
from generator.model.unpublished import is_contributions, is_editors_own
from generator.reading import Folder
from generator.rules.fields.values import UNKNOWN_FIELD
from generator.source.text import decode

_COMMENT = expression(r"(?m)(?:^|(?<=[ \t]))#.*$")
_FRONT_MATTER = expression(r"\s*---+[ \t]*\n(.*?\n)(?:---|\.\.\.)", re.DOTALL)
_LIST_IN_RECORD = expression(r"(?m)^participants:.*\n(?:(?:[ \t-].*)?\n)*")
"""The record's own list of people: it is private, with what is said of them."""
_DATA = (".yml", ".yaml")
_LISTS = ("participants.", "contributions.")


def unread_of_process(folder: Folder, findings: Iterable[Finding]) -> Iterator[Authored]:
    """Comments and unknown fields of a process's files. `findings`: of reading it. A file that vanished says nothing."""
    unknown = unknown_fields(findings)
    for path in folder.paths:
        name = path.rpartition("/")[2]
        is_data = "/" not in path and name.endswith(_DATA)
        if is_editors_own(path) or is_contributions(path) or name.startswith(_LISTS) or path in folder.links:
            continue
        if not is_data and not name.endswith(".md"):
            continue
        place = folder.place(path)
        try:
            content = folder.read(path)
        except OSError:
            continue
        if place in unknown or _may_have_comment(content, is_page=not is_data):
            yield from unread_in(
                place, content, unknown.get(place, ()), (path.removesuffix(".md").partition(".yml")[0],)
            )


def _may_have_comment(content: bytes, *, is_page: bool) -> bool:
    """Whether a `#` stands in a file, or in the front matter of a page where that is told at once: all others have headings."""
    end = content.find(b"\n---", len(b"---\n")) if is_page and content.startswith(b"---\n") else -1
    return content.find(b"#", 0, end if end > 0 else len(content)) >= 0


def unknown_fields(findings: Iterable[Finding]) -> dict[str, list[Span]]:
    """Where the fields stand that are not known, by the path of the file."""
    found: dict[str, list[Span]] = {}
    for each in findings:
        if each.rule == UNKNOWN_FIELD.code:
            found.setdefault(each.span.path, []).append(each.span)
    return found


def unread_in(
    path: str, content: bytes, unknown: Iterable[Span] = (), places: tuple[str, ...] = ()
) -> Iterator[Authored]:
    """The same of one file: of YAML all of it, of a page its front matter."""
    source, _ = decode(path, content)
    if source is None:
        return
    text = source.text
    if path.endswith(_DATA):
        yaml = text
    else:
        front = _FRONT_MATTER.match(text)
        yaml = text[: front.end(1)] if front else ""
    yaml = _LIST_IN_RECORD.sub(lambda found: re.sub(r"[^\n]", " ", found[0]) if "list" in found[0] else found[0], yaml)
    lines = yaml.split("\n")
    for comment in _COMMENT.finditer(yaml):
        line = yaml.count("\n", 0, comment.start()) + 1
        column = comment.start() - (yaml.rfind("\n", 0, comment.start()) + 1) + 1
        span = Span(path, line, column, line, column + len(comment[0]))
        yield Authored(text=comment[0], span=span, places=places, is_source=True)
    for field in unknown:
        written = "\n".join(_with_value(lines, field))
        if written.strip():
            yield Authored(text=written, span=field, places=places, is_source=True)


def _with_value(lines: list[str], field: Span) -> Iterator[str]:
    """The lines of a field: its own, and those that are set in below it."""
    if field.line > len(lines):
        return
    yield lines[field.line - 1][field.column - 1 :]
    for line in lines[field.line :]:
        depth = len(line) - len(line.lstrip(" "))
        if line.strip() and depth < field.column and not (depth == field.column - 1 and line.lstrip().startswith("- ")):
            return
        yield line
