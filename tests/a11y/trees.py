"""What a reading aid is told of a page: roles, names and states, cut down to what a person can read in a minute.

Left out are sentences (they are the authors'), addresses (a test of their own looks at them), and repetitions: of lines that
are the same but for their names, such as the rows of a table, the first three stand for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r"(?P<indent> *)- (?P<rest>.*)")
_NODE = re.compile(
    r"""'?(?P<role>[a-z]+)(?: (?P<name>"(?:[^"\\]|\\.)*"))?(?P<states>(?: \[[^]]+\])*)'?(?::(?: (?P<text>.*))?)?\Z"""
)
_SENTENCES = frozenset({"text", "paragraph", "strong", "emphasis", "time", "code", "blockquote", "definition", "term"})
"""Roles whose words are prose; they stay where something with a role of its own is in them, which stands in their place."""
_OUTLINE = frozenset(
    {"banner", "main", "contentinfo", "navigation", "search", "region", "complementary", "form", "article"}
)
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree."""

    depth: int
    role: str
    name: str
    states: str
    text: str
    """Its words where they are not its name; of `/url` the address."""

    def __str__(self) -> str:
        name = f" {self.name}" if self.name else ""
        return f"{'  ' * self.depth}- {self.role}{name}{self.states}"


def nodes_of(heard: str) -> list[Node]:
    """Every node of a page's tree as the browser gives it to reading aids, from the snapshot that Playwright writes of it."""
    found = []
    for line in heard.splitlines():
        match = _LINE.match(line)
        assert match, line
        depth, rest = len(match["indent"]) // 2, match["rest"].replace("''", "'")
        if rest.startswith("/"):
            role, _, text = rest.partition(": ")
            found.append(Node(depth, role, "", "", text.strip('"')))
            continue
        node = _NODE.match(rest)
        assert node, rest
        found.append(
            Node(depth, node["role"], node["name"] or "", node["states"] or "", (node["text"] or "").strip('"'))
        )
    return found


def tree_of(nodes: Iterable[Node], *, is_outline: bool) -> str:
    """The tree as it is kept. `is_outline`: landmarks and main headings alone, for pages that are mostly text."""
    lines: list[str] = []
    for node in nodes:
        if node.role in _SENTENCES or node.role.startswith("/"):
            continue
        if is_outline and node.role not in _OUTLINE and not (node.role == "heading" and node.states < " [level=3]"):
            continue
        lines.append(str(node))
    return "\n".join(_without_repetitions(lines)) + "\n"


def links_of(nodes: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Name and address of every link."""
    link = None
    for node in nodes:
        if node.role == "link":
            link = node
        elif node.role == "/url" and link is not None:
            yield link.name, node.text
            link = None


def _without_repetitions(lines: list[str]) -> Iterator[str]:
    """Of a run of items with the same roles in them, the first few, and how many more there are."""
    at = 0
    while at < len(lines):
        blocks = list(_run(lines, at))
        for block in blocks[:SHOWN]:
            yield block[0]
            yield from _without_repetitions(block[1:])
        if len(blocks) > SHOWN:
            indent = len(lines[at]) - len(lines[at].lstrip())
            yield f"{' ' * indent}  … {len(blocks) - SHOWN} more"
        at += sum(map(len, blocks))


def _run(lines: list[str], at: int) -> Iterator[list[str]]:
    """The block at a line (what is in it included) and those that follow with the same roles."""
    shape = None
    while at < len(lines):
        block = _block(lines, at)
        roles = [(len(line) - len(line.lstrip()), line.split()[1]) for line in block]
        if shape is not None and (roles != shape or roles[0][1] not in ("listitem", "row", "rowgroup")):
            return
        shape = roles
        yield block
        at += len(block)


def _block(lines: list[str], at: int) -> list[str]:
    indent = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > indent:
        end += 1
    return lines[at:end]
