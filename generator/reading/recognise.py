"""Front matter where no tool looks for it, and whether an `index.md` is a process all the same.

A blank line before `---`, a dash that a word processor made longer, a comment on top: to YAML there is no front matter
then, and what it says, a private list included, would be shown as text. So it is looked for as a person sees it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from generator.expressions import expression
from generator.source.nodes import MapNode, parse_yaml
from generator.source.text import SourceText, split_front_matter
from generator.structure import FieldSpec, Structure, normal

MARKS = ("ministry", "kind", "status")
"""Any of these fields makes the folder a process (spec 3)."""
_TELLING = (*MARKS, "participants")
"""Fields that only a record has, for front matter that is not where it should be."""
_OF_CHAPTERS = frozenset(
    {"title", "order", "element", "covers", "insights", "lessons", "author", "description", "hide"}
)

_HEAD_LINES, _HEAD_SIZE = 80, 20_000
"""How far from the top fields without any line around them are looked for, comments and empty lines not counted."""

_FENCE = expression(r"\ufeff?---[ \t]*\r?\n")
_END = expression(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_LINE = expression(rf"^[\"']?(?:{'|'.join(MARKS)})[\"']?[ \t]*:", re.MULTILINE)
_UNSEEN = expression(
    "[\x00-\x08\x0e-\x1b\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffd]"
)
_CLOSERS = {"<!--": "-->", "{#": "#}", "/*": "*/"}
_OPENERS = expression("|".join(map(re.escape, _CLOSERS)))
"""Of comments."""
_LEAD = expression(r"[>|\s]*")
_RULER = expression(
    r"(?:[-=+_*~.;\s\u2010-\u2015\u2212\u2e3a\u2e3b\u30fc\ufe58\ufe63\uff0d\u05be]{2,}|[\u2013-\u2015\u2e3a\u2e3b]|`{3,})"
    r"\s*(?:#.*|[A-Za-z]{1,12})?"
)
"""A line that was meant to open or close front matter: dashes of any kind, TOML's `+++`, a fence of code, a line drawn."""
_LONGEST_RULER = 100
_MAYBE_RULER = expression(
    r"\n[ \t>|\ufeff\u200b-\u200f]*+(?=[-=+_*~.;`\u2010-\u2015\u2212\u2e3a\u2e3b\u30fc\ufe58\ufe63\uff0d\u05be])"
    r"(?:[^\w\n|#]|_)++(?:#[^\n]*|\w{1,12})?[ \t]*(?=\n|\Z)"
)
"""What may be such a line, with the end of the line above it, which `re` leaps to. A line of a table is none."""
_SIGNS = ":=：﹕"
_KEY = expression(
    r"(?P<indent>[>|\s]*)(?:\\?[-*+]\s+|\+)?[\"'`*_“”]{0,3}(?P<key>\w[\w \-\"'״׳]{0,40}?)[\"'`*_“”]{0,3}\s*"
    rf"(?P<sign>[{_SIGNS}])(?P<value>.*)"
)
_CONTINUED = expression(r"[>|]*(?:\s+\S|-\s|[]})#]|[\"'].*[\"']\s*:)")
_FLOW = expression(rf"[{{,]\s*[\"']?(?:{'|'.join(_TELLING)})[\"']?\s*:")


def is_process(content: bytes, structure: Structure) -> bool:
    """Whether the bytes of an `index.md` say that its folder is a process.

    They do by `ministry`, `kind` or `status` in the front matter, told line by line, so that a file whose YAML is
    broken, or is not even UTF-8, is still the process it was; and by front matter that is misplaced (`is_misplaced`),
    which is a finding when it is read, and not a page that quietly took the process's place.
    """
    quick = content.decode("utf-8", "replace")
    opening = _FENCE.match(quick)
    if opening:
        closing = _END.search(quick, opening.end())
        front = quick[opening.end() : closing.start() if closing else len(quick)]
        if _LINE.search(front):
            return True
        if front.lstrip().startswith("{") and _has_mark_in_flow(quick):
            return True
    texts = (text for reading in _readings(content) for text in (reading, _without_comments(reading)))
    return any(_is_record(text, structure) for text in texts)


def is_misplaced(text: str, structure: Structure, *, has_front_matter: bool) -> bool:
    """Whether a page's text shows what was meant as front matter.

    `text`: the whole file, or where it `has_front_matter` that a tool reads, what follows it. Told by lines that look
    like fields between two rulers at the top, by the record's own fields between two rulers anywhere, and by two or
    more of the fields at the top without any ruler.
    """
    if not _has_sign(text):
        return False
    shown = _without_comments(text) if "<!--" in text[:_HEAD_SIZE] else text
    may_have_ruler = _MAYBE_RULER.search(f"\n{shown}") is not None
    if not may_have_ruler and has_front_matter and _begins_as_prose(shown):
        return False
    lines = _lines(shown if may_have_ruler else shown[:_HEAD_SIZE])
    if _has_record(lines, structure, is_whole=not has_front_matter, with_code=False):
        return True
    start = 1 if len(lines) > 1 and lines[0].startswith("#") else 0
    if len(lines) > start and _is_ruler(lines[start]):
        block, is_closed = _block(lines, start + 1)
        keys = [normal(found["key"]) for line in block if (found := _KEY.fullmatch(line))]
        return (
            is_closed
            and bool(keys)
            and _is_yaml(block)
            and ((len(keys) > 1 and not start) or keys[0] in _known(structure))
        )
    keys = [normal(key) for key in _head_keys(lines)]
    if has_front_matter or not 1 < len(keys) < len(lines):
        return False
    return _is_ruler(lines[len(keys)]) and len({*keys} & _known(structure)) > 1


def _begins_as_prose(text: str) -> bool:
    """Whether a text without a ruler shows at once that no field stands on top: so nearly all pages do."""
    first = text[:_HEAD_SIZE].lstrip().partition("\n")[0]
    return first[:1] not in ("{", "`", "~") and not _has_sign(first) and not _UNSEEN.search(text[:_HEAD_SIZE])


def _has_sign(text: str) -> bool:
    """Whether there may be a field in a text: none is without a sign between its name and its value."""
    return any(sign in text for sign in _SIGNS)


def _without_comments(text: str) -> str:
    """The text without what stands in comments; of one that is not closed `<!--` alone is taken out.

    Each character is looked at once, however many comments are opened and not closed.
    """
    last = {opener: text.rfind(closer) for opener, closer in _CLOSERS.items()}
    parts: list[str] = []
    done = 0
    for found in _OPENERS.finditer(text):
        opener, start = found[0], found.start()
        if start < done or (last[opener] < found.end() and opener != "<!--"):
            continue
        closer = _CLOSERS[opener]
        parts.append(text[done:start])
        done = text.index(closer, found.end()) + len(closer) if last[opener] >= found.end() else found.end()
    return "".join((*parts, text[done:]))


def has_record_fields(keys: Sequence[str], structure: Structure) -> bool:
    """Whether a page's front matter is a process's: two fields of the record, one of which has no other meaning."""
    found = {normal(key) for key in keys}
    return len(found & _names(structure.record)) > 1 and bool(found & _telling(structure))


def _is_record(text: str, structure: Structure) -> bool:
    lines = _lines(text)
    if not text.startswith("---"):
        return _has_record(lines, structure, is_whole=True, with_code=True)
    block, _ = _block(lines, 1)
    if _names_of(_outermost(block)) & _telling(structure):
        return True
    return _has_record(lines[len(block) + 2 :], structure, is_whole=False, with_code=True)


def _has_record(lines: Sequence[str], structure: Structure, *, is_whole: bool, with_code: bool) -> bool:
    """Whether the lines hold fields of a record, between rulers anywhere or at the top.

    `is_whole`: the lines are a whole file, and not what follows front matter. `with_code`: also where they are shown as
    code, as a page does that explains how a record is written.
    """
    if not with_code:
        lines = _without_code(lines)
    rulers = [number for number, line in enumerate(lines) if _is_ruler(line)]
    for start, end in zip(rulers, [*rulers, len(lines)][1:], strict=True):
        block = lines[start + 1 : end]
        if not (block and _is_yaml(block)):
            continue
        keys = _outermost(block)
        if _tells(keys, structure) or (start == 0 and is_whole and _names_of(keys) & _telling(structure)):
            return True
    head = lines[:_HEAD_LINES]
    if is_whole and head and _bare(head[0]).startswith("{") and _FLOW.search("\n".join(head)):
        return True
    starts = range(len(head)) if is_whole else range(min(1, len(head)))
    return any(_has_sign(head[start]) and _tells(frozenset(_head_keys(head[start:])), structure) for start in starts)


def _tells(keys: AbstractSet[str], structure: Structure) -> bool:
    """Whether adjacent fields are a record's: at least two, or three where they may be words of a sentence."""
    names = {normal(key) for key in keys}
    if not names & _telling(structure):
        return False
    return len(names & _names(structure.record)) >= (2 if keys & {*_TELLING} else 3)


def _without_code(lines: Sequence[str]) -> Sequence[str]:
    """The lines without code blocks, except one that opens the file: it takes the place of front matter."""
    kept: list[str] = []
    fence = ""
    for number, line in enumerate(lines):
        bare = _bare(line)
        if fence:
            fence = "" if bare.startswith(fence) else fence
        elif number and bare.startswith(("```", "~~~")):
            fence = bare[:3]
        else:
            kept.append(line)
    return lines if fence else kept


def _head_keys(lines: Sequence[str]) -> list[str]:
    """The keys of adjacent lines at the top that look like fields."""
    keys: list[str] = []
    for line in lines:
        if found := _KEY.fullmatch(line):
            keys.append(found["key"])
        elif not (keys and _CONTINUED.match(line)):
            break
        else:
            keys.append("")
    return keys


def _block(lines: Sequence[str], start: int) -> tuple[Sequence[str], bool]:
    """The lines from `start` up to the next ruler, and whether there is one."""
    for number in range(start, len(lines)):
        if _is_ruler(lines[number]):
            return lines[start:number], True
    return lines[start:], False


def _outermost(block: Sequence[str]) -> frozenset[str]:
    """The names of a block's outermost fields, as they are written."""
    keys = [(len(found["indent"]), found["key"]) for line in block if (found := _KEY.fullmatch(line))]
    outermost = min((indent for indent, _ in keys), default=0)
    return frozenset(key for indent, key in keys if indent == outermost)


def _is_yaml(block: Sequence[str]) -> bool:
    """Whether nearly every line looks like a field, an item or what belongs to one: a slip may have spoilt one or two."""
    odd = sum(not (_KEY.fullmatch(line) or _CONTINUED.match(line)) for line in block)
    return odd <= len(block) // 4


def _is_ruler(line: str) -> bool:
    bare = _bare(line)
    return len(bare) <= _LONGEST_RULER and _RULER.fullmatch(bare) is not None


def _lines(text: str) -> list[str]:
    """The lines that a person sees: without empty ones and characters that show nothing.

    A text without line ends but with `\\n` for each has come through a program that writes them so.
    """
    if text.count("\\n") > text.count("\n"):
        text = text.replace("\\n", "\n")
    return [line for line in _UNSEEN.sub("", text).splitlines() if line.strip("\u3164\u115f \t\xa0>|")]


def _bare(line: str) -> str:
    return line[(found.end() if (found := _LEAD.match(line)) else 0) :].rstrip()


def _readings(content: bytes) -> Iterator[str]:
    """The text in each encoding it may be in. Wrong ones show the same Latin names, and do no harm."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        yield content.decode("utf-16", "replace")
    elif content[:200].count(0) > len(content[:200]) // 4:
        yield content.decode("utf-16-be" if content[:1] == b"\0" else "utf-16-le", "replace")
    else:
        try:
            yield content.decode("utf-8-sig")
        except UnicodeDecodeError:
            yield content.decode("cp1255", "replace")
            yield content.decode("cp1256", "replace")


def _known(structure: Structure) -> frozenset[str]:
    return _names(structure.record) | _OF_CHAPTERS


def _telling(structure: Structure) -> frozenset[str]:
    return _names(spec for spec in structure.record if spec.id in _TELLING)


def _names_of(keys: Iterable[str]) -> frozenset[str]:
    return frozenset(map(normal, keys))


def _names(specs: Iterable[FieldSpec]) -> frozenset[str]:
    return frozenset().union(*(spec.names for spec in specs))


def _has_mark_in_flow(text: str) -> bool:
    """Front matter written as one `{…}`."""
    parts, _ = split_front_matter(SourceText("index.md", text.replace("\r\n", "\n")))
    node, _ = parse_yaml(parts.yaml or "", "index.md")
    return isinstance(node, MapNode) and any(node.get(mark) is not None for mark in MARKS)
