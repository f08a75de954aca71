"""Links, pictures and raw tags in prose, with their offsets. Linear in the length of any text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from msgspec import Struct

from generator.expressions import expression
from generator.markup.lines import ClassifiedLines, Kind

_TOKEN = expression(r"\\|``*|!\[|\[|\]|<|\n[ \t]*\n")
"""Written so that each branch begins with one character: then `re` leaps to the next of them, five times as fast."""
_ANGLED = expression(r"""\(\s*+<([^<>\n]*+)>(?:\s++(?:"([^"]*+)"|'([^']*+)'))?+\s*+\)""")
_TITLED = expression(r"""\(\s*+((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+)\s++(?:"([^"]*+)"|'([^']*+)')\s*+\)""")
_BARE = expression(r"\(((?:[^()\n\\]|\\.|\((?:[^()\n\\]|\\.)*+\))*+)\)")
_DEFINITION = expression(
    r"""^\ {0,3}\[(?!\^)([^\[\]\n]{1,200})\]:[ \t]*+ (?:\n[ \t]*+)?+ (?:<([^<>\n]*+)>|(\S++))
    (?:[ \t]*+ (?:\n[ \t]*+)?+ (?:"([^"\n]*+)"|'([^'\n]*+)'|\(([^()\n]*+)\)))?+ [ \t]*+$""",
    re.MULTILINE | re.VERBOSE,
)
_REFERENCE = expression(r"\s?\[([^\[\]]*+)\]")
_AUTOLINK = expression(r"<((?:https?|ftps?|mailto|tel):[^\s<>]*+)>", re.IGNORECASE)
_AUTOMAIL = expression(r"<((?:mailto:)?([^<>@\s!]++@[^@<>\s]++))>", re.IGNORECASE)
_TAG = expression(r"""<(/?)([A-Za-z][A-Za-z0-9-]*+)(?=[\s/>])((?:[^<>"']|"[^"]*+"|'[^']*+')*+)/?>""")
_ATTRIBUTE = expression(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?+""")
_ESCAPE = expression(r"\\([!-/:-@\[-`{-~])")
_ADDRESSES = {"a": "href", "area": "href", "img": "src", "source": "src", "video": "src", "audio": "src"}
_DEFINITION_START = expression(r" {0,3}\[[^\[\]\n]+\]:[ \t]*(?:\n[ \t]*)?\Z")
_NEXT_LINE = expression(r"\]:[ \t]*\n[ \t]*\Z")
"""Before the target of a definition that goes on in the next line."""
_NOT_A_LINE_END = expression(r"[^\n]")
MAX_TAG = 4_000


class FoundLink(Struct, frozen=True, gc=False):
    """Where a link leads, as written. `start`, `end` are offsets in the prose."""

    target: str
    text: str
    is_image: bool
    start: int
    end: int
    title: str | None = None


class Attribute(Struct, frozen=True):
    """An attribute of a raw tag, with the offsets of its name and of its value."""

    name: str
    value: str
    name_place: tuple[int, int]
    value_place: tuple[int, int]


class RawTag(Struct, frozen=True):
    """A tag of raw HTML."""

    name: str
    is_closing: bool
    attributes: tuple[Attribute, ...]
    start: int
    end: int


class Destination(Struct, frozen=True):
    """The target and title in the parentheses of a link."""

    target: str
    title: str | None
    start: int
    """Offset of the target."""
    target_end: int
    end: int
    """Offset after the closing parenthesis."""


def prose_of(layout: ClassifiedLines) -> str:
    """The text with code lines emptied: offsets keep their lines and columns."""
    if Kind.FENCED not in layout.kinds and Kind.INDENTED not in layout.kinds:
        return "\n".join(layout.lines)
    code = (Kind.FENCED, Kind.INDENTED)
    return "\n".join("" if kind in code else line for line, kind in zip(layout.lines, layout.kinds, strict=True))


def destination(text: str, position: int) -> Destination | None:
    """Read `(target "title")` at `position`; None when no link is closed there.

    A target may hold spaces, as names of files do, but no line end.
    """
    match = _ANGLED.match(text, position) or _TITLED.match(text, position)
    title: str | None = None
    if match:
        raw, start = match[1], match.start(1)
        title = match[2] if match[2] is not None else match[3]
        if _has_empty_line(match.group()):
            return None
    else:
        match = _BARE.match(text, position)
        if match is None:
            return None
        raw, start = match[1], match.start(1)
        start += len(raw) - len(raw.lstrip())
        raw = raw.strip()
        if raw[-1:] in ('"', "'") and 0 <= (cut := raw.find(f" {raw[-1]}")) < len(raw) - 2:
            raw, title = raw[:cut].rstrip(), raw[cut + 2 : -1]
    return Destination(_plain(raw), title, start, start + len(raw), match.end())


def find_links(prose: str) -> Iterator[FoundLink]:
    """Links, pictures, automatic links, and `href`/`src` of raw HTML, in the order of their ends."""
    if "[" not in prose and "<" not in prose:
        return
    definitions = _definitions(prose) if "]:" in prose else {}
    if definitions:
        prose = _DEFINITION.sub(lambda lines: _NOT_A_LINE_END.sub(" ", lines.group()), prose)
    used: dict[str, tuple[bool, str]] = {}
    stack: list[tuple[int, bool]] = []
    for token, start, end in _tokens(prose):
        if token == "[" or token == "![":
            stack.append((end, token == "!["))
        elif token == "]":
            if not stack:
                continue
            label_start, is_image = stack.pop()
            if prose[end : end + 1] == "(" and (found := destination(prose, end)):
                yield FoundLink(
                    found.target, prose[label_start:start], is_image, found.start, found.target_end, found.title
                )
            elif definitions and (key := _referred(prose, label_start, start, end)) in definitions:
                written = prose[label_start:start]
                was_image, text = used.get(key, (False, written))
                used[key] = was_image or is_image, min(text, written, key=_letters)
        elif token == "<":
            yield from _angle(prose, start)
        else:
            stack.clear()
    for key, (is_image, text) in used.items():  # of several uses, the text of which the least is seen
        target, title, begin, finish = definitions[key]
        yield FoundLink(target, text, is_image, begin, finish, title)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, html.unescape(text)))


_MAX_BLANKS = 20
"""Between the parenthesis of a link and its target, with what opens it."""
_MAX_LINE = 1_200
"""Characters in which a reference's definition begins, and an address in angle brackets ends: labels have at most 999."""


def find_tags(prose: str) -> Iterator[RawTag]:
    """Tags of raw HTML outside code."""
    if "<" not in prose:
        return
    for token, start, _ in _tokens(prose):
        if token == "<" and not _is_target(prose, start) and (match := _TAG.match(prose, start, start + MAX_TAG)):
            yield _tag(match)


def _is_target(prose: str, start: int) -> bool:
    """Whether `<` begins the target of a link, `[x](<y z.pdf>)` or `[x]: <y z.pdf>`, and no tag."""
    before = prose[max(0, start - _MAX_BLANKS) : start].rstrip()
    if before.endswith("]("):
        opened = max(0, start - _MAX_BLANKS) + len(before) - 1
        return prose.find(">", start, start + _MAX_LINE) > 0 and destination(prose, opened) is not None
    # Bounded, since a line may be a million `<` long.
    earliest = max(0, start - _MAX_LINE)
    goes_on = _NEXT_LINE.search(prose, earliest, start) if prose[start - 1 : start].isspace() else None
    line = prose.rfind("\n", earliest, goes_on.start() if goes_on else start) + 1
    if line == 0 and earliest > 0:
        return False
    return _DEFINITION_START.match(prose[line:start]) is not None


def bracket_depth(text: str) -> int:
    """The deepest nesting of brackets."""
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]]", text):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _tokens(prose: str) -> Iterator[tuple[str, int, int]]:
    """Brackets, `<` and paragraph ends outside of code spans, escapes, tags and destinations.

    Above the first paragraph that has a bracket or `<` nothing is told: no link and no tag goes on over an empty line.
    """
    first = min((at for mark in "[<" if (at := prose.find(mark)) >= 0), default=0)
    begin = max(prose.rfind("\n\n", 0, first), 0)
    found = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(prose, begin)]
    closers = _closers(found) if "`" in prose else {}
    position = 0
    for index, (token, start, end) in enumerate(found):
        if start < position:
            continue
        if token == "\\":
            position = end + 1
        elif token[0] == "`":
            position = closers.get(index, end)
        elif token[0] == "\n":
            yield "\n", start, end
        else:
            yield token, start, end


def _closers(tokens: list[tuple[str, int, int]]) -> dict[int, int]:
    """For each run of backticks, where the run ends that closes it in the same paragraph."""
    closers: dict[int, int] = {}
    later: dict[int, int] = {}
    for index in range(len(tokens) - 1, -1, -1):
        token, start, end = tokens[index]
        if token[0] == "\n":
            later.clear()
        elif token[0] == "`":
            if (length := end - start) in later:
                closers[index] = later[length]
            later[length] = end
    return closers


def _angle(prose: str, start: int) -> Iterator[FoundLink]:
    if match := _AUTOLINK.match(prose, start, start + MAX_TAG):
        yield FoundLink(match[1], match[1], False, match.start(1), match.end(1))
    elif match := _AUTOMAIL.match(prose, start, start + MAX_TAG):
        yield FoundLink(f"mailto:{match[2]}", match[2], False, match.start(2), match.end(2))
    elif match := _TAG.match(prose, start, start + MAX_TAG):
        tag = _tag(match)
        wanted = _ADDRESSES.get(tag.name)
        for attribute in tag.attributes:
            if attribute.name == wanted:
                values = {other.name: other.value for other in tag.attributes}
                text = values.get("alt", "") or values.get("aria-label", "")
                if tag.name == "a" and not text:
                    closed = prose.find("</a", match.end(), match.end() + MAX_TAG)
                    text = prose[match.end() : closed] if closed >= 0 else attribute.value
                title = values.get("title")
                yield FoundLink(attribute.value.strip(), text, wanted == "src", *attribute.value_place, title)


def _tag(match: re.Match[str]) -> RawTag:
    attributes = []
    for found in _ATTRIBUTE.finditer(match.string, match.start(3), match.end(3)):
        group = next((number for number in (2, 3, 4) if found[number] is not None), 1)
        value = html.unescape(found[group]) if group > 1 else ""
        attributes.append(Attribute(found[1].lower(), value, found.span(1), found.span(group)))
    return RawTag(match[2].lower(), bool(match[1]), tuple(attributes), match.start(), match.end())


def _definitions(prose: str) -> dict[str, tuple[str, str | None, int, int]]:
    """`[label]: target` lines; the first of equal labels stays out of reach of later ones, as in the page."""
    definitions: dict[str, tuple[str, str | None, int, int]] = {}
    for match in _DEFINITION.finditer(prose):
        group = 2 if match[2] is not None else 3
        title = next((title for title in match.group(4, 5, 6) if title is not None), None)
        definitions[_label(match[1])] = (_plain(match[group]), title, *match.span(group))
    return definitions


def _referred(prose: str, label_start: int, label_end: int, end: int) -> str:
    if match := _REFERENCE.match(prose, end):
        if match[1]:
            return _label(match[1])
    return _label(prose[label_start:label_end])


def _label(text: str) -> str:
    return " ".join(text.lower().split())


def _plain(raw: str) -> str:
    raw = _ESCAPE.sub(r"\1", raw) if "\\" in raw else raw
    return (html.unescape(raw) if "&" in raw else raw).strip()


def _has_empty_line(text: str) -> bool:
    return "\n" in text and re.search(r"\n[ \t]*\n", text) is not None
