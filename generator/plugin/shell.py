"""Renders pages in Material's layout: the theme's template is rendered once for each kind of page, and then filled.

A shell is the theme's `main.html` rendered with a mark in every slot. Filling it joins strings, which is thousands of times
faster than rendering the template. Rendering the template for each page remains possible (`fast: false`), gives the same
bytes, and is the fallback for a theme that changes a slot so that its mark is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from html import escape
from urllib.parse import urlsplit

from msgspec import Struct

from generator.expressions import expression
from generator.model.digest import digest
from generator.model.site import ROOT, Page, way_up
from generator.plugin.fonts import preloads
from generator.plugin.from_disk import with_file_names
from generator.wording import DIRECTIONS

SLOTS = ("title", "description", "language", "direction", "head", "body", "sidebar", "toc", "pager", "page_kind")
"""What `theme/shell.html` reads from `sikum_slots`: finished strings, which it may place but not test or change."""

INDISPENSABLE = frozenset(("title", "language", "direction", "body", "page_kind"))
"""Slots without which a page is no page: a theme that leaves one out publishes blank or nameless pages."""

SECTIONS = ("catalogue", "ministries", "promises", "lessons", "guide", "data")
"""Lines of the site's navigation, as `rendering.theme_context` names them."""

RenderTheme = Callable[[str, Mapping[str, str]], str]
"""Renders the theme's template for a page at a URL (relative to the root) with the given slots."""

_MARK = expression("\x02slot:([a-z_]+)\x03")


class Shell(Struct, frozen=True):
    """The theme's template split at its marks: text, slot, text, slot, … text."""

    pieces: tuple[str, ...]

    def fill(self, slots: Mapping[str, str]) -> str:
        return "".join(slots[piece] if index % 2 else piece for index, piece in enumerate(self.pieces))


class ThemeRenderer:
    """Renders pages as the site's HTML files."""

    def __init__(
        self,
        render_theme: RenderTheme,
        *,
        site_name: str,
        site_url: str | None,
        language: str = "he",
        is_fast: bool = True,
        is_for_disk: bool = False,
    ) -> None:
        self._render_theme = render_theme
        self._site_name = site_name
        self._site_url = site_url
        self._language = language
        self._base_path = urlsplit(site_url).path if site_url else "/"
        self._is_fast = is_fast
        self._is_for_disk = is_for_disk
        self._shells: dict[tuple[int, str, str, str], Shell | None] = {}

    @cached_property
    def samples(self) -> tuple[str, ...]:
        """The shell of each layout and section, with marks: everything that rendering depends on is in them."""
        layouts = [self._marked("x/", layout, "") for layout in ("plain", "wide", "process")]
        sections = [self._marked("x/", "plain", section) for section in SECTIONS]
        others = [self._marked("x/", "process", "", frame=each) for each in DIRECTIONS if each != self._language]
        return (*layouts, *sections, *others, self._marked("404.html", "plain", ""))

    @property
    def key(self) -> str:
        """Hash of everything rendering depends on."""
        return digest(self._is_fast, self._is_for_disk, self._site_url, self._site_name, self._language, self.samples)

    @cached_property
    def lost(self) -> tuple[str, ...]:
        """Slots that the theme's template leaves out: the page is the same whatever their content."""
        found = self._marked("x/", "process", "")
        return tuple(
            slot
            for slot in SLOTS
            if f"\x02slot:{slot}\x03" not in found and self._marked("x/", "process", "", empty=slot) == found
        )

    def render_page(self, page: Page) -> bytes:
        """The page as a whole HTML document, UTF-8."""
        slots = self.slots(page)
        shell = self._shell(page.url, slots["layout"], slots["section"], slots["frame"]) if self._is_fast else None
        if shell is None:
            html = self._render_theme(page.url, slots)
        else:
            html = shell.fill(slots)
        return self.linked(html.replace(ROOT, self.way_up(page.url))).encode()

    def linked(self, html: str) -> str:
        """The page with links as the site wants them: to folders, or to files where it is read from a disk."""
        return with_file_names(html) if self._is_for_disk else html

    def _shell(self, url: str, layout: str, section: str, frame: str) -> Shell | None:
        depth = url.count("/") if not url.endswith(".html") else -1
        place = depth, layout, section, frame
        if place not in self._shells:
            # not the page's own URL, though a theme may read it: the shell serves all pages of its depth
            self._shells[place] = cut(self._marked("x/" * depth if depth >= 0 else url, layout, section, frame=frame))
        return self._shells[place]

    def _marked(self, url: str, layout: str, section: str, empty: str = "", frame: str = "") -> str:
        marks = {slot: "" if slot == empty else f"\x02slot:{slot}\x03" for slot in SLOTS}
        constant = {"layout": layout, "section": section, "frame": frame or self._language}
        return self._render_theme(url, {**marks, **constant})

    def slots(self, page: Page) -> dict[str, str]:
        """What `SLOTS` names, of a page, with `layout`, `section` and the language of the `frame`."""
        title = page.title if page.title == self._site_name or not page.title else f"{page.title} – {self._site_name}"
        description = escape(page.description)
        return {
            "title": escape(title or self._site_name),
            "description": description,
            "language": page.language,
            "direction": DIRECTIONS.get(page.language, "rtl"),
            "head": self._head(page, description),
            "body": page.body,
            "sidebar": page.side,
            "toc": page.toc,
            "pager": page.pager,
            "page_kind": page.kind,
            "layout": page.layout,
            "section": page.section,
            "frame": self._frame(page),
        }

    def _frame(self, page: Page) -> str:
        return page.language if is_translation(page) else self._language

    def _head(self, page: Page, description: str) -> str:
        """The metadata of every page, and the page's own head. `description`: the page's, escaped."""
        lines = [
            f'<meta property="og:title" content="{escape(page.title or self._site_name)}">',
            f'<meta property="og:description" content="{description}">',
            f'<meta property="og:site_name" content="{escape(self._site_name)}">',
            '<meta property="og:type" content="article">',
        ]
        if self._site_url and page.is_listed:
            address = escape(self._site_url + page.url)
            lines.append(f'<link rel="canonical" href="{address}">')
            lines.append(f'<meta property="og:url" content="{address}">')
            lines.append(f'<meta property="og:image" content="{escape(self._site_url)}{escape(page.image or _CARD)}">')
            lines += [
                f'<link rel="alternate" hreflang="{other.language}" href="{escape(self._site_url + other.url)}">'
                for other in page.alternates
            ]
        return "\n    ".join((preloads(page, self._frame(page)), *lines, page.head)).rstrip()

    def way_up(self, url: str) -> str:
        """From a page to the root of the site; of the 404 page, which is shown at any address, from the host's."""
        return self._base_path if url == "404.html" else way_up(url)


_CARD = "assets/card.png"


def is_translation(page: Page) -> bool:
    """Whether a page is one that a reader chose by its language: it lies under `/ar/` or the like."""
    return page.language in DIRECTIONS and f"/{page.language}/" in page.url


def cut(html: str) -> Shell | None:
    """The rendered template split at its marks; None when a slot is missing or was changed."""
    pieces = tuple(_MARK.split(html))
    found = set(pieces[1::2])
    required = set(SLOTS) - {"sidebar", "toc"}
    has_stray_mark = any("\x02slot" in piece for piece in pieces[0::2])
    return None if has_stray_mark or not required <= found <= set(SLOTS) else Shell(pieces)
