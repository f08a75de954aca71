"""Blocks of a report -> chapters of the structure, by what its headings say. Nothing is lost, and nothing is guessed silently."""

from __future__ import annotations

from msgspec import Struct, field

from generator.importing.markdown import Block, MarkdownText, with_notes
from generator.scaffold import DraftChapter
from generator.structure import (
    ElementSpec,
    PartSpec,
    Structure,
    element_by_id,
    match_heading,
    normal,
    parts_of,
    written_names,
)

CONTENT = "content"
APPENDIX = "appendix"
_LONGEST_BOLD_HEADING = 80


class Placement(Struct, frozen=True, kw_only=True):
    """Where everything went."""

    title: str | None
    brief: str
    chapters: tuple[DraftChapter, ...]
    placed: tuple[tuple[str, str], ...]
    """Heading -> id of the element it opened."""
    unplaced: tuple[tuple[str, str], ...]
    """Heading that the structure does not know -> id of the element under which its text is kept."""
    left_out: tuple[str, ...]
    """Headings of lists of participants: names come through `participants.csv`, with consent."""


class _Section(Struct):
    element: ElementSpec
    level: int
    title: str | None = None
    is_left_out: bool = False
    is_from_part: bool = False
    """Opened by the heading of one of its parts, so its parts stand on its own level."""
    lines: list[str] = field(default_factory=list)
    depth: int = 1
    """Of the last heading in it: none skips a level."""


def place_blocks(text: MarkdownText, structure: Structure, *, keep_names: bool = False) -> Placement:
    """Put a report's blocks where the structure has a place for them.

    A heading that is an element's title or alias opens its chapter; one that is a part's opens the part, in a chapter of its
    element if need be. A chapter's heading that is neither opens a chapter of content, or an appendix, under its own title.
    """
    placer = _Placer(structure, keep_names=keep_names)
    for block in text.blocks:
        placer.put(block)
    return placer.placement(text.notes)


class _Placer:
    def __init__(self, structure: Structure, *, keep_names: bool) -> None:
        self._structure = structure
        self._keep_names = keep_names
        self._sections: list[_Section] = []
        self._before: list[str] = []
        self._title: str | None = None
        self._placed: list[tuple[str, str]] = []
        self._unplaced: list[tuple[str, str]] = []

    def put(self, block: Block) -> None:
        if block.level:
            self._heading(block, block.level)
        elif block.is_bold and len(block.text) <= _LONGEST_BOLD_HEADING and self._is_known(block.text):
            last = self._sections[-1].level if self._sections else 1
            is_part = bool(self._sections) and match_heading(self._parts_here(), block.text) is not None
            self._heading(Block(markdown=block.text, text=block.text), last + 1 if is_part else last)
        elif self._sections:
            self._sections[-1].lines.append(block.markdown)
        else:
            self._before.append(block.markdown)

    def placement(self, notes: dict[str, str]) -> Placement:
        kept = [section for section in self._sections if section.lines and not section.is_left_out]
        before = with_notes("\n\n".join(self._before), notes)
        if not kept and before:
            kept, before = [_Section(self._element(CONTENT), 1, lines=[before])], ""
        return Placement(
            title=self._title,
            brief=before,
            chapters=tuple(
                DraftChapter(
                    element=section.element.id,
                    title=section.title,
                    body=with_notes("\n\n".join(section.lines), notes),
                )
                for section in kept
            ),
            placed=tuple(self._placed),
            unplaced=tuple(self._unplaced),
            left_out=tuple(s.title or s.element.id for s in self._sections if s.is_left_out and s.lines),
        )

    def _heading(self, block: Block, level: int) -> None:
        current = self._sections[-1] if self._sections else None
        if current and level > current.level - current.is_from_part and match_heading(self._parts_here(), block.text):
            self._sub_heading(current, block.markdown, level)
        elif element := match_heading(self._structure.elements, block.text):
            self._open(element, level, block.text)
        elif owner := self._owner(block.text):
            section = self._open(owner, level, block.text)
            section.is_from_part = True
            self._sub_heading(section, block.markdown, level)
        elif current and level > current.level:
            self._sub_heading(current, block.markdown, level)
        elif current is None and self._title is None and level == 1:
            self._title = block.text
        else:
            self._unknown(block.text, level)

    def _open(self, element: ElementSpec, level: int, heading: str) -> _Section:
        """A new section, or more of the one there is where an element may stand but once."""
        if element.is_generated:
            kind = self._element(APPENDIX)
            section = _Section(kind, level, title=heading, is_left_out=not self._keep_names)
        else:
            self._placed.append((heading, element.id))
            known = next((each for each in self._sections if each.element == element), None)
            if known is not None and not element.repeats:
                self._sections.remove(known)
                known.level = level
                self._sections.append(known)
                return known
            section = _Section(element, level)
        self._sections.append(section)
        return section

    def _unknown(self, heading: str, level: int) -> None:
        appendix = self._element(APPENDIX)
        names = {normal(name).split(" ")[0] for name in written_names((appendix,)) if normal(name)}
        is_appendix = normal(heading).split(" ")[0] in names or (
            bool(self._sections) and self._sections[-1].element == appendix
        )
        element = appendix if is_appendix else self._element(CONTENT)
        self._sections.append(_Section(element, level, title=heading))
        self._unplaced.append((heading, element.id))

    def _sub_heading(self, section: _Section, words: str, level: int) -> None:
        depth = min(max(2, level - section.level + 1 + section.is_from_part), section.depth + 1, 6)
        section.depth = depth
        section.lines.append(f"{'#' * depth} {words}")

    def _parts_here(self) -> tuple[PartSpec, ...]:
        return parts_of(self._structure, self._sections[-1].element.id)

    def _owner(self, text: str) -> ElementSpec | None:
        """The element of whose parts one is called so."""
        return next((spec for spec in self._structure.elements if match_heading(spec.parts, text)), None)

    def _is_known(self, text: str) -> bool:
        return match_heading(self._structure.elements, text) is not None or self._owner(text) is not None

    def _element(self, identifier: str) -> ElementSpec:
        element = element_by_id(self._structure, identifier)
        assert element is not None
        return element
