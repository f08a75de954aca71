"""Lists cut into pages: `list/`, `list/page/2/` …, so that no page grows with the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from generator.model.digest import digest
from generator.rendering.templates import render


class Item(Struct):
    """Something that lists show: the hash of what it is made from, and its HTML, made once when it is first wanted."""

    key: str
    make: Callable[[], str]
    _html: Markup | None = None

    @property
    def html(self) -> Markup:
        if self._html is None:
            self._html = Markup(self.make())  # noqa: S704 - from a template, escaped there
        return self._html


class ListPage(Struct, frozen=True, kw_only=True):
    """One page of a list."""

    base: str
    """URL of the list, which is that of its first page."""
    number: int
    """From 1."""
    page_count: int
    total: int
    """Items in the whole list."""
    items: tuple[Item, ...]

    @property
    def url(self) -> str:
        return page_url(self.base, self.number)

    @property
    def is_first(self) -> bool:
        return self.number == 1

    @property
    def key(self) -> str:
        """Hash of what stands on this page."""
        return digest(self.base, self.number, self.page_count, self.total, [item.key for item in self.items])


class PageStep(Struct, frozen=True, kw_only=True):
    """One place in the row of page numbers. `number` None is a gap; `href` None is the page itself."""

    number: int | None
    url: str | None


def page_url(base: str, number: int) -> str:
    """`base` for the first page, `base` + `page/2/` … for the others."""
    return base if number == 1 else f"{base}page/{number}/"


def list_pages(base: str, items: Sequence[Item], per_page: int) -> Iterator[ListPage]:
    """The pages of a list; an empty list has one, empty page."""
    page_count = max(1, -(-len(items) // per_page))
    for number in range(1, page_count + 1):
        yield ListPage(
            base=base,
            number=number,
            page_count=page_count,
            total=len(items),
            items=tuple(items[(number - 1) * per_page : number * per_page]),
        )


def steps(base: str, number: int, page_count: int) -> tuple[PageStep, ...]:
    """The first, the last and the pages around the current one, with gaps between; never more than seven places."""
    shown = sorted({1, page_count, *range(max(1, number - 1), min(page_count, number + 1) + 1)})
    found: list[PageStep] = []
    previous = 0
    for each in shown:
        if each - previous > 1:
            found.append(PageStep(number=None, url=None))
        found.append(PageStep(number=each, url=None if each == number else page_url(base, each)))
        previous = each
    return tuple(found)


def pagination(page: ListPage, language: str) -> Markup:
    """The row of page numbers; empty when there is one page."""
    if page.page_count == 1:
        return Markup()
    values = {
        "steps": steps(page.base, page.number, page.page_count),
        "previous": page_url(page.base, page.number - 1) if page.number > 1 else None,
        "next": page_url(page.base, page.number + 1) if page.number < page.page_count else None,
    }
    return Markup(render("parts/pagination.html", language, values))  # noqa: S704 - escaped by the template
