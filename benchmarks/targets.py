"""The targets that a version is held to, and what was measured of each in one run; ratios, since machines differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from benchmarks.measure import Run
    from benchmarks.result import Result


class Target(NamedTuple):
    """One row: what, at how many processes, its limit, and how it is worked out of the results by engine."""

    what: str
    processes: int
    limit: float
    unit: str
    value: Callable[[dict[str, Result]], float | None]
    is_least: bool = False
    """Whether the limit is the least that is wanted, and not the most."""


def cpu(runs: Iterable[Run]) -> float | None:
    """Median seconds of processor: what other work on the machine changes least."""
    seconds = [run.cpu_seconds for run in runs]
    return median(seconds) if seconds else None


def wall(runs: Iterable[Run]) -> float | None:
    """Median seconds that somebody waits: only ratios of one run mean something."""
    seconds = [run.wall_seconds for run in runs]
    return median(seconds) if seconds else None


def _against(engine: str) -> Callable[[dict[str, Result]], float | None]:
    """How many times as long another engine takes for a cold build."""

    def value(found: dict[str, Result]) -> float | None:
        if not {engine, "sikum"} <= found.keys():
            return None
        return _ratio(wall(found[engine].cold), wall(found["sikum"].cold))

    return value


def _with_pdfs(found: dict[str, Result]) -> float | None:
    if not {"pdf", "sikum"} <= found.keys():
        return None
    up = [run.up_seconds for run in found["pdf"].cold if run.up_seconds is not None]
    return _ratio(median(up) if up else None, wall(found["sikum"].cold))


def _all_pdfs(found: dict[str, Result]) -> float | None:
    if not {"pdf", "material"} <= found.keys():
        return None
    return _ratio(wall(found["pdf"].cold), wall(found["material"].cold))


def _of_sikum(value: Callable[[Result], float | None]) -> Callable[[dict[str, Result]], float | None]:
    return lambda found: value(found["sikum"]) if "sikum" in found else None


def _searched(kind: str) -> Callable[[dict[str, Result]], float | None]:
    return _of_sikum(lambda result: result.searched(kind))


def _memory(result: Result) -> float | None:
    return max((run.tree_peak_bytes / 1e6 for run in result.cold), default=None)


def _ratio(value: float | None, base: float | None) -> float | None:
    return value / base if value is not None and base else None


TARGETS = (
    Target("site whole and up with PDFs on, against PDFs off", 300, 1.15, "×", _with_pdfs),
    Target("all PDFs as well, against stock Material", 300, 0.6, "×", _all_pdfs),
    Target("cold, stock Material takes longer", 300, 50, "×", _against("material"), is_least=True),
    Target("cold, pruned Material takes longer", 300, 9, "×", _against("prune"), is_least=True),
    Target("cold, Zensical takes longer", 300, 35, "×", _against("zensical"), is_least=True),
    Target(
        "cold, against Hugo's bare template: its time is at least", 300, 1 / 3, "×", _against("hugo"), is_least=True
    ),
    Target(
        "cold, against Hugo's bare template: its time is at least", 3_000, 1 / 3, "×", _against("hugo"), is_least=True
    ),
    Target("cold, pruned Material takes longer", 10, 1 / 0.9, "×", _against("prune"), is_least=True),
    Target("files changed by one sentence", 300, 40, "files", _of_sikum(lambda each: each.changed_files)),
    Target("files changed by one sentence", 3_000, 60, "files", _of_sikum(lambda each: each.changed_files)),
    Target("bytes changed by one sentence", 300, 250, "KB", _of_sikum(lambda each: each.changed_bytes / 1000)),
    Target("memory of all processes, cold", 3_000, 500, "MB", _of_sikum(_memory)),
    Target("cache beside the site", 3_000, 0.6, "×", _of_sikum(lambda each: _ratio(each.cache_bytes, each.site_bytes))),
    Target("first search: one word", 3_000, 120, "KB", _searched("one word")),
    Target("first search: two words", 3_000, 150, "KB", _searched("two words")),
    Target("first search: a title", 3_000, 220, "KB", _searched("a title")),
)


def rows(results: Iterable[Result]) -> list[tuple[str, ...]]:
    """Of each target whose figures were measured: what, at which size, measured, target, and whether it is met."""
    by_size: dict[int, dict[str, Result]] = {}
    for result in results:
        by_size.setdefault(result.processes, {})[result.engine] = result
    found: list[tuple[str, ...]] = []
    for target in TARGETS:
        value = target.value(by_size.get(target.processes, {}))
        if not value:
            continue
        is_met = value >= target.limit if target.is_least else value <= target.limit
        limit = f"{'≥' if target.is_least else '≤'} {target.limit:.3g} {target.unit}"
        measured = f"{value:.3g} {target.unit}"
        found.append((target.what, str(target.processes), measured, limit, "met" if is_met else "missed"))
    return found
