"""Blocks of a report -> chapters of the structure, by its headings. Every block is kept, and every guess is reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.importing.headings import IN_BRIEF, heading_words, subject_of, without_article
from generator.importing.known_headings import (
    FOREWORD,
    element_called,
    is_known_heading,
    is_list_of_participants,
    known_element,
    match,
    owner_of,
    part_called,
)
from generator.importing.markdown import Block, MarkdownText, with_notes
from generator.importing.people import is_list_of_people, may_be_person, names_people, rows_of_people
from generator.importing.placement import BRIEF, Placement, Section
from generator.importing.signatures import author_in
from generator.importing.titles import is_titled, with_whole_title
from generator.importing.word.account import LeftOut, plain_of
from generator.scaffold import DraftChapter
from generator.structure import (
    ElementSpec,
    PartSpec,
    Structure,
    match_heading,
    normal,
    parts_of,
    written_names,
)

CONTENT = "content"
APPENDIX = "appendix"
_LONGEST_BOLD_HEADING = 80


def place_blocks(text: MarkdownText, structure: Structure, *, keep_names: bool = False) -> Placement:
    """Put a report's blocks where the structure has a place for them.

    A heading that is an element's title or alias opens its chapter; one that is a part's opens the part, in a chapter of its
    element if need be. A chapter's heading that is neither opens a chapter of content, or an appendix, under its own title.
    """
    placer = _Placer(structure, keep_names=keep_names, is_titled=is_titled(text.blocks))
    for block in with_whole_title(text.blocks):
        placer.put(block)
    return placer.placement(text.notes)


class _Placer:
    def __init__(self, structure: Structure, *, keep_names: bool, is_titled: bool) -> None:
        self._structure = structure
        self._is_titled = is_titled
        self._keep_names = keep_names
        self._sections: list[Section] = []
        self._before: list[str] = []
        self._title: str | None = None
        self._title_from = ""
        self._placed: list[tuple[str, str]] = []
        self._opened: list[tuple[str, str]] = []
        self._unplaced: list[tuple[str, str]] = []
        self._left_out: list[LeftOut] = []
        self._people: list[tuple[str, ...]] = []
        self._lines_of_people: list[Block] = []
        """Lines that look like people's, until it is known whether they are a list."""

    def put(self, block: Block) -> None:
        if block.is_title and self._title is None:
            subject = subject_of(block.text)
            self._title, self._title_from = subject or block.text, "title"
            if subject:
                before = block.text.removesuffix(subject)
                self._left_out.append(LeftOut(reason="heading-name", text=before, place=block.text))
        elif block.level and not (block.is_title and self._title == block.text):
            self._settle_lines()
            self._heading(block, block.level)
        elif (
            block.is_bold and len(block.text) <= _LONGEST_BOLD_HEADING and is_known_heading(self._structure, block.text)
        ):
            self._settle_lines()
            last = self._sections[-1].level if self._sections else 1
            is_part = bool(self._sections) and self._part(block.text) is not None
            self._heading(Block(markdown=block.text, text=block.text), last + 1 if is_part else last)
        else:
            self._body(block)

    def placement(self, notes: Mapping[str, str]) -> Placement:
        self._settle_lines()
        notes = dict(notes)
        self._sign()
        for section in self._sections:
            if section.is_left_out and section.lines:
                self._left_out.append(
                    LeftOut(reason="participants", text=plain_of("\n".join(section.lines)), place=section.title or "")
                )
            elif section.is_people and not section.lines and section.title:
                self._left_out.append(LeftOut(reason="participants", text=section.title, place=section.title))
        kept = [s for s in self._sections if not s.is_left_out and not (s.is_people and not s.lines)]
        while len(kept) > 1 and kept[0].title and not kept[0].lines and (kept[0].title, CONTENT) in self._unplaced:
            cover = kept.pop(0)
            assert cover.title is not None
            self._unplaced.remove((cover.title, CONTENT))
            self._before.append(f"**{cover.markdown}**")
        briefs = [line for section in kept if section.element is None for line in section.lines]
        before = with_notes("\n\n".join([*self._before, *briefs]), notes)
        chapters = [section for section in kept if section.element is not None]
        if not chapters and self._before and not briefs:
            chapters, before = [Section(known_element(self._structure, CONTENT), 1, lines=self._before)], ""
        return Placement(
            title=self._title,
            title_from=self._title_from,
            brief=before,
            chapters=tuple(
                DraftChapter(
                    element=section.element.id,
                    title=section.title,
                    fields=section.fields,
                    body=with_notes("\n\n".join(section.lines), notes),
                )
                for section in chapters
                if section.element is not None
            ),
            placed=tuple(self._placed),
            opened=tuple(self._opened),
            unplaced=tuple(self._unplaced),
            left_out=tuple(self._left_out),
            people=tuple(self._people),
        )

    def _body(self, block: Block) -> None:
        section = self._sections[-1] if self._sections else None
        is_announced = section is not None and (section.is_people or section.is_left_out)
        if not self._keep_names and is_list_of_people(block, self._structure.participant, is_announced=is_announced):
            self._settle_lines()
            self._leave_out([block])
        elif not self._keep_names and may_be_person(block):
            self._lines_of_people.append(block)
        else:
            self._settle_lines()
            self._write(block)

    def _settle_lines(self) -> None:
        """Three lines of people one after another are a list; fewer may be a signature or an example."""
        lines, self._lines_of_people = self._lines_of_people, []
        is_first_left_out = bool(self._sections) and self._sections[-1].is_people
        if len(lines) >= 3 or (lines and is_first_left_out):
            self._leave_out(lines)
        else:
            for line in lines:
                self._write(line)

    def _leave_out(self, blocks: Iterable[Block]) -> None:
        section = self._sections[-1] if self._sections else None
        for block in blocks:
            if section is not None and section.is_left_out:
                section.lines.append(block.markdown)
            else:
                place = section.title or (section.element.title.he if section.element else "") if section else ""
                self._left_out.append(LeftOut(reason="participants", text=plain_of(block.markdown), place=place))
            self._people += rows_of_people(block)

    def _write(self, block: Block) -> None:
        if not self._sections:
            self._before.append(block.markdown)
            return
        section = self._sections[-1]
        if section.own_part and not section.lines:
            self._sub_heading(section, section.own_part, section.level + 1)
        section.own_part = ""
        section.lines.append(block.markdown)

    def _heading(self, block: Block, level: int) -> None:
        current = self._sections[-1] if self._sections else None
        words = heading_words(block.text)
        if normal(words.text) in IN_BRIEF and not words.is_appendix:
            self._placed.append((block.text, BRIEF))
            self._sections.append(Section(None, level))
            self._leave_out_words(block.text, "")
        elif is_list_of_participants(self._structure, words.text):
            self._open_people(block.text, level, is_strict=True)
        elif words.is_appendix:
            if names_people(words.text) or names_people(without_article(words.text)):
                self._open_people(block.text, level, is_strict=False)
            else:
                self._unknown(block, level, is_appendix=True)
        elif current and level > current.level - current.is_from_part and self._part(block.text):
            self._sub_heading(current, self._part_words(block), level)
        elif element := element_called(self._structure, block.text):
            self._open(element, level, block)
        elif owner := owner_of(self._structure, block.text):
            self._opened.append((block.text, owner.id))
            section = self._open(owner, level, None)
            section.is_from_part = True
            self._sub_heading(section, self._part_words(block), level)
        elif names_people(words.text):
            self._open_people(block.text, level, is_strict=False)
        elif current and level > current.level and current.element is not None:
            self._sub_heading(current, block.markdown, level)
        elif current and level > current.level:
            current.lines.append(f"{'#' * min(max(2, level), 6)} {block.markdown}")
        elif current is None and self._title is None and level == 1 and self._is_titled:
            self._title, self._title_from = block.text, "heading"
        else:
            self._unknown(block, level, is_appendix=False)

    def _open(self, element: ElementSpec, level: int, heading: Block | None) -> Section:
        """Opens a section, or continues the existing one of an element that may occur once only."""
        if heading is not None:
            self._placed.append((heading.text, element.id))
        known = next((each for each in self._sections if each.element == element), None)
        if known is not None and not element.repeats:
            self._sections.remove(known)
            self._sections.append(known)
            if heading is not None and known.lines:
                known.level = level
                self._sub_heading(known, heading.markdown, level + 1)
            elif heading is not None:
                known.level = level
                self._name(known, heading.text)
            return known
        section = Section(element, level)
        if heading is not None:
            self._name(section, heading.text)
            part = match(element.parts, heading.text)
            section.own_part = heading_words(heading.text).text if part is not None else ""
        self._sections.append(section)
        return section

    def _name(self, section: Section, heading: str) -> None:
        """The report's own name for a chapter, where it differs from the structure's."""
        words = heading_words(heading).text
        element = section.element
        assert element is not None
        if normal(words) not in {normal(title) for title in (element.title.he, element.title.ar, element.title.en)}:
            section.title = words.rstrip(" :")
        self._leave_out_words(heading, words)

    def _leave_out_words(self, heading: str, kept: str) -> None:
        """The count before a heading, or a heading that the structure says in its own way."""
        gone = heading[: len(heading) - len(kept)] if kept and heading.endswith(kept) else "" if kept else heading
        if any(letter.isalnum() for letter in gone):
            self._left_out.append(
                LeftOut(reason="heading-number" if kept else "heading-name", text=gone, place=heading)
            )

    def _open_people(self, heading: str, level: int, *, is_strict: bool) -> None:
        """A section about people. `is_strict`: it is the structure's own list of participants, all of which is left out."""
        appendix = known_element(self._structure, APPENDIX)
        is_left_out = is_strict and not self._keep_names
        section = Section(appendix, level, title=heading, is_left_out=is_left_out, is_people=not self._keep_names)
        self._sections.append(section)
        if is_left_out:
            section.is_people = False
            self._left_out.append(LeftOut(reason="participants", text=heading, place=heading))
        else:
            self._unplaced.append((heading, APPENDIX))

    def _unknown(self, block: Block, level: int, *, is_appendix: bool) -> None:
        heading = block.text
        appendix = known_element(self._structure, APPENDIX)
        names = {normal(name).split(" ")[0] for name in written_names((appendix,)) if normal(name)}
        is_appendix = (
            is_appendix
            or normal(heading).split(" ")[0] in names
            or (bool(self._sections) and self._sections[-1].element == appendix and not self._sections[-1].is_people)
        )
        element = appendix if is_appendix else known_element(self._structure, CONTENT)
        self._sections.append(Section(element, level, title=heading, markdown=block.markdown))
        self._unplaced.append((heading, element.id))

    def _sub_heading(self, section: Section, words: str, level: int) -> None:
        depth = min(max(2, level - section.level + 1 + section.is_from_part), section.depth + 1, 6)
        section.depth = depth
        section.lines.append(f"{'#' * depth} {words}")

    def _sign(self) -> None:
        """The author of the foreword, from the lines that close it."""
        for section in self._sections:
            if section.element is not None and section.element.id == FOREWORD and section.lines:
                found = author_in(section.lines)
                if found is not None:
                    section.fields["author"] = found.fields
                    section.lines[:] = found.lines

    def _part(self, heading: str) -> PartSpec | None:
        return part_called(self._structure, self._sections[-1].element, heading)

    def _part_words(self, block: Block) -> str:
        """A part's heading as it is written: without a count that would hide its name from the reader of the site."""
        words = heading_words(block.text).text
        section = self._sections[-1]
        specs = parts_of(self._structure, section.element.id) if section.element is not None else ()
        if match_heading(specs, block.text) or words not in block.markdown:
            return block.markdown
        self._leave_out_words(block.text, words)
        return words
