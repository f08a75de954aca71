"""A body of Markdown -> clean HTML and a table of contents. Whatever an editor wrote, the page stays whole and safe."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Callable

from msgspec import Struct

from generator.expressions import expression
from generator.markup.clean import cleaner, kept_classes, kept_role
from generator.markup.cost import costly_whole
from generator.markup.formulas import with_formulas
from generator.markup.lines import ClassifiedLines, classify_lines
from generator.model.content import Body, Heading

Resolve = Callable[[str], str | None]
"""From a link's target as the author wrote it to the address in the page; None takes the address out."""

_FOOTNOTE_ID = expression(r"(#?)(fn(?:ref\d*)?):(.*)\Z", re.DOTALL)
_UNFIT = expression(r"[^\w.-]")
_LENGTH = expression(r"\d{1,4}%?\Z")
_WHOLE_NUMBER = expression(r"-?\d{1,9}")


class Labels(Struct, frozen=True, kw_only=True):
    """The few words that a rendered body holds besides its author's, in the page's language."""

    note_back: str = "חזרה להערה {}"
    """Name of the link from a footnote back into the text; `{}` is the note's number."""
    table: str = "טבלה"
    """Name of the region in which a wide table scrolls."""


class TocEntry(Struct, frozen=True):
    level: int
    """As it stands in the page: 2 to 6."""
    id: str
    text: str


class RenderedBody(Struct, frozen=True, kw_only=True):
    html: str
    toc: tuple[TocEntry, ...]


def render(body: Body, resolve: Resolve, *, labels: Labels | None = None, title: str = "") -> RenderedBody:
    """The HTML of `body`, cleaned to an allow-list, with the ids of `body.headings`.

    The page has its own `h1`, so headings begin at level 2; a first level-1 heading that repeats `title` is left out.
    Links go where `resolve` says.
    """
    return _renderer().render(body, resolve, labels or Labels(), title)


class _Renderer:
    def __init__(self) -> None:
        from generator.markup.engine import Engine  # Python-Markdown: checking a catalogue renders nothing

        self.engine = Engine()
        self.cleaner = cleaner(self.attribute)
        self.resolve: Resolve = str
        self.ids: dict[str, str] = {}
        self.targets: set[str] = set()
        """What the scan found, and the checks have seen: broken HTML may hold more, and that leads nowhere."""

    def render(self, body: Body, resolve: Resolve, labels: Labels, title: str) -> RenderedBody:
        headings = body.headings
        levels = _levels(headings, title)
        tags = [f"h{level}" if level > 1 else "" for level in levels]
        self.resolve = resolve
        self.targets = {link.target for link in body.links}
        self.ids = {f"heading:{number}": heading.id for number, heading in enumerate(headings)}
        layout = classify_lines(body.text)
        if costly_whole(layout):
            rough = _plain_page(layout, tags)
        else:
            rough = self.engine.convert(layout, tags, note_back=labels.note_back, table_label=labels.table)
        toc = tuple(
            TocEntry(level, heading.id, heading.text)
            for level, heading in zip(levels, headings, strict=True)
            if level > 1
        )
        return RenderedBody(html=with_formulas(self.cleaner.clean(rough)), toc=toc)

    def attribute(self, tag: str, name: str, value: str) -> str | None:
        """What the cleaner keeps of an attribute that is on its list."""
        if name == "href" or name == "src":
            if value.startswith("#fn") and _FOOTNOTE_ID.match(value):
                return self.footnote(value)
            return self.resolve(value) if value in self.targets else None
        if name == "id":
            return self.ids.pop(value, None) or (self.footnote(value) if tag in ("li", "sup") else None)
        if name == "class":
            return kept_classes(value)
        if name == "role":
            return kept_role(value)
        if name == "tabindex":
            return "0" if value == "0" else None
        if name in ("width", "height"):
            return value if _LENGTH.match(value) else None
        if name == "start" or (name == "value" and tag == "li"):
            return _number(value)
        return value

    def footnote(self, value: str) -> str | None:
        """A footnote's id or the link to it, with no character that an address cannot hold."""
        match = _FOOTNOTE_ID.match(value)
        if match is None:
            return None
        return f"{match[1]}{match[2]}:{_UNFIT.sub('-', match[3])}"


def _number(value: str) -> str | None:
    """The number of a list's item in the digits of HTML (`٣` -> `3`); None where it is no whole number."""
    match = _WHOLE_NUMBER.fullmatch(value.strip())
    return str(int(match[0])) if match else None


def _plain_page(layout: ClassifiedLines, tags: list[str]) -> str:
    """The words as they were written, with their headings and nothing else."""
    parts: list[str] = []
    position = 0
    for number, heading in enumerate(layout.headings):
        parts.append(_as_written(layout.lines[position : heading.index]))
        tag = tags[number] or "span"
        parts.append(f'<{tag} id="heading:{number}">{html.escape(heading.content) if tags[number] else ""}</{tag}>')
        position = heading.index + heading.line_count
    return "".join([*parts, _as_written(layout.lines[position:])])


def _as_written(lines: list[str]) -> str:
    text = "\n".join(lines).strip("\n")
    return f"<pre>{html.escape(text)}</pre>" if text.strip() else ""


def repeats_title(body: Body, title: str) -> bool:
    """Whether `render` leaves out the first heading, since the page has it above."""
    return _repeats(body.headings, title)


def _repeats(headings: tuple[Heading, ...], title: str) -> bool:
    return bool(title and headings and headings[0].level == 1 and headings[0].text == title.strip())


def _levels(headings: tuple[Heading, ...], title: str) -> list[int]:
    """The level of each heading in the page, 2 to 6; 1 for a first heading that repeats the title and is left out."""
    repeats = _repeats(headings, title)
    shift = 1 if any(heading.level == 1 for heading in headings[repeats:]) else 0
    levels = [min(heading.level + shift, 6) for heading in headings]
    return [1, *levels[1:]] if repeats else levels


_local = threading.local()


def _renderer() -> _Renderer:
    """One renderer a thread: setting Python-Markdown up costs as much as ten chapters."""
    if not hasattr(_local, "renderer"):
        _local.renderer = _Renderer()
    renderer: _Renderer = _local.renderer
    return renderer
