"""Whether the first heading of a report is its title, or the heading of its first chapter."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from generator.importing.headings import is_counted, is_report_name
from generator.importing.markdown import Block

_FEW_WORDS = 3
"""A chapter's heading has no more of them, most times."""
_COVER_WORDS = 12
"""Below a title: a date, a place, who wrote it."""


def with_whole_title(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a title that goes over several lines, each a paragraph of its own, as one."""
    start = next((number for number, block in enumerate(blocks) if block.is_title), len(blocks))
    end = next((number for number in range(start, len(blocks)) if not blocks[number].is_title), len(blocks))
    if end - start < 2:
        return list(blocks)
    lines = blocks[start:end]
    whole = structs.replace(
        lines[0], markdown=" ".join(line.markdown for line in lines), text=" ".join(line.text for line in lines)
    )
    return [*blocks[:start], whole, *blocks[end:]]


def is_titled(blocks: Sequence[Block]) -> bool:
    """Whether the first heading names the whole report. With a text of its own and equals beside it, it is a chapter."""
    headings = [(number, block) for number, block in enumerate(blocks) if block.level and not block.is_title]
    if not headings:
        return False
    start, first = headings[0]
    end = next((number for number, _ in headings[1:]), len(blocks))
    below = blocks[start + 1 : end]
    if is_counted(first.text):
        return False
    if not below or all(block.level > first.level for _, block in headings[1:]):
        return True
    words = len(first.text.split())
    if is_report_name(first.text) or words > _FEW_WORDS:
        return True
    return not any(block.rows for block in below) and sum(len(block.text.split()) for block in below) <= _COVER_WORDS
