"""Lines whose words stand in columns by tab stops are a table to the eye, and become one."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from generator.expressions import expression
from generator.importing.word import make
from generator.importing.word.names import W

_LONGEST = 60
"""Letters of a cell; what is longer is a sentence with a tab in it."""
_FEWEST_ROWS = {2: 3}
"""Rows that lines of so many columns need to be a table; more columns need two."""
_COUNTED = expression(r"\W*\(?(?:\d{1,2}(?:\.\d{1,2})*|[א-ת]{1,2}|[A-Za-z]|[ivxIVX]{1,4}|[\u0621-\u064a])?[.):׳'-]*\Z")
"""A number, a letter or a bullet: what stands before the items of a list."""
_BLANK = expression(r"[_.…\s-]{3,}\Z")
"""A line to be filled in by hand."""


def with_tab_tables(blocks: Sequence[Element]) -> tuple[list[Element], set[int]]:
    """The blocks with such lines as tables, and the ids of the paragraphs that went into them."""
    found: list[Element] = []
    taken: set[int] = set()
    cells = [_cells(block) for block in blocks]
    for width, group in groupby(range(len(blocks)), key=lambda n: len(cells[n])):
        lines = list(group)
        if _is_table(width, [[make.text_of(cell).strip() for cell in cells[n]] for n in lines]):
            found.append(make.table([make.cell([make.paragraph(cell)]) for cell in cells[n]] for n in lines))
            taken |= {id(blocks[n]) for n in lines}
        else:
            found += [blocks[n] for n in lines]
    return found, taken


def _is_table(width: int, rows: Sequence[Sequence[str]]) -> bool:
    if width < 2 or len(rows) < _FEWEST_ROWS.get(width, 2):
        return False
    texts = [text for row in rows for text in row]
    if any(len(text) > _LONGEST or not text or _BLANK.match(text) for text in texts):
        return False
    firsts = [row[0] for row in rows]
    is_list = width == 2 and sum(bool(_COUNTED.match(text)) for text in firsts) > len(rows) // 2
    is_contents = all(row[-1].isdigit() for row in rows) and all(_COUNTED.match(text) for text in firsts)
    is_form = sum(text.endswith(":") for text in firsts) > len(rows) // 2
    return not is_list and not is_form and not is_contents


def _cells(block: Element) -> list[list[Element]]:
    """The pieces of a plain paragraph between its tabs; none of any other block."""
    if block.tag != f"{W}p" or len(block[0]):  # a style or a list
        return []
    found: list[list[Element]] = [[]]
    for piece in block[1:]:
        text = piece.find(f"{W}t")
        if piece.tag != f"{W}r" or text is None or "\t" not in (text.text or ""):
            if "\t" in make.text_of([piece]) or piece.find(f".//{W}br") is not None:
                return []
            found[-1].append(piece)
            continue
        for number, part in enumerate(re.split(r"\t+", text.text or "")):
            if number and make.text_of(found[-1]).strip():
                found.append([])
            if part:
                cut = copy.deepcopy(piece)
                cut[-1].text = part
                found[-1].append(cut)
    return [cell for cell in found if cell]
