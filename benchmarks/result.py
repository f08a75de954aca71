"""What was measured of one engine at one size."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.measure import Run


@dataclass(kw_only=True)
class Result:
    """All that was measured of one engine at one size; what was not measured is empty."""

    engine: str
    title: str
    processes: int
    pages: int
    """Authored Markdown pages: the same for every engine, and what every figure "a page" is divided by."""
    cold: list[Run] = field(default_factory=list)
    edited: list[Run] = field(default_factory=list)
    check_cold: list[Run] = field(default_factory=list)
    check_edited: list[Run] = field(default_factory=list)
    reload_seconds: list[float] = field(default_factory=list)
    first_search: dict[str, int] = field(default_factory=dict)
    """Kind of query → bytes that it moves as the first one."""
    changed_files: int = 0
    """Of the site, by one sentence."""
    changed_bytes: int = 0
    cache_bytes: int = 0
    """Beside the site, after a cold build; contents that site and cache share by hard links are the site's."""
    site_files: int = 0
    site_bytes: int = 0
    process_page_bytes: int = 0
    chapter_page_bytes: int = 0

    def searched(self, kind: str) -> float | None:
        """Kilobytes of a first search."""
        found = self.first_search.get(kind)
        return None if found is None else found / 1000
