"""The results as values, as a JSON file and as plain tables."""

from __future__ import annotations

import json
import os
import platform
import sysconfig
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks import targets

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.measure import Run
    from benchmarks.result import Result

PACKAGES = ("sikum", "mkdocs", "mkdocs-material", "zensical", "Markdown")


def machine() -> dict[str, str]:
    """Where and when: processor, cores, memory, versions, date."""
    facts = {
        "date": datetime.now(tz=UTC).date().isoformat(),
        "system": platform.platform(),
        "python": f"{platform.python_version()}, built {'with' if _is_optimized() else 'without'} optimizations",
    }
    cpuinfo = Path("/proc/cpuinfo")
    models = [line for line in cpuinfo.read_text().splitlines() if "model name" in line] if cpuinfo.exists() else []
    facts["processor"] = models[0].split(":", 1)[1].strip() if models else platform.machine()
    facts["cores"] = str(len(os.sched_getaffinity(0)))
    facts["memory"] = f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    for package in PACKAGES:
        try:
            facts[package] = version(package)
        except PackageNotFoundError:
            continue
    return facts


def _is_optimized() -> bool:
    return "--enable-optimizations" in str(sysconfig.get_config_var("CONFIG_ARGS"))


def write_json(path: Path, facts: dict[str, str], results: Sequence[Result]) -> None:
    """Every single run, not only the medians."""
    content = {"version": 1, "machine": facts, "results": [asdict(result) for result in results]}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def render(facts: dict[str, str], results: Sequence[Result]) -> str:
    """The tables a person reads: builds, then their ratios to Sikum, then checking and previewing."""
    head = "\n".join(f"{name}: {value}" for name, value in facts.items())
    builds = _table(
        ("processes", "pages", "engine", "runs", "cold s", "min-max", "cpu s", "ms/page", "one edit s", "peak MB",
         "tree MB", "site MB", "files", "process page", "chapter"),
        (_build_row(result) for result in results),
    )  # fmt: skip
    parts = [head, builds]
    if ratios := _ratios(results):
        parts.append("Sikum is faster, times:\n" + _table(("processes", "than", "cold", "after one edit"), ratios))
    if growth := _growth(results):
        sizes = sorted({result.processes for result in results})
        header = ("ms a page at", *(str(size) for size in sizes), f"{sizes[-1]} against {_base(sizes)}")
        parts.append(_table(header, growth))
    if lags := [_lag_row(result) for result in results if result.check_cold or result.reload_seconds]:
        header = (
            "processes",
            "engine",
            "check cold s",
            "check after one edit s",
            "save to reload s",
            "first search KB",
            "changed by a sentence",
            "cache MB",
        )
        parts.append(_table(header, lags))
    if against := targets.rows(results):
        parts.append(_table(("target", "processes", "measured", "wanted", ""), against))
    return "\n\n".join(parts) + "\n"


def _wall(runs: Iterable[Run]) -> float | None:
    times = [run.wall_seconds for run in runs]
    return median(times) if times else None


def _seconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _build_row(result: Result) -> tuple[str, ...]:
    cold = _wall(result.cold)
    times = [run.wall_seconds for run in result.cold]
    return (
        str(result.processes),
        str(result.pages),
        result.title,
        str(len(times)),
        _seconds(cold),
        f"{min(times):.2f}-{max(times):.2f}" if times else "-",
        _seconds(median(run.cpu_seconds for run in result.cold) if times else None),
        _seconds(_page_ms(result)),
        _seconds(_wall(result.edited)),
        f"{max((run.peak_bytes for run in result.cold), default=0) / 1e6:.0f}",
        f"{max((run.tree_peak_bytes for run in result.cold), default=0) / 1e6:.0f}",
        f"{result.site_bytes / 1e6:.1f}",
        str(result.site_files),
        str(result.process_page_bytes),
        str(result.chapter_page_bytes),
    )


def _ratios(results: Sequence[Result]) -> list[tuple[str, ...]]:
    own = {result.processes: result for result in results if result.engine == "sikum"}
    rows: list[tuple[str, ...]] = []
    for other in results:
        sikum = own.get(other.processes)
        if sikum is None or other is sikum:
            continue
        cold, edited = _wall(other.cold), _wall(other.edited) or _wall(other.cold)
        rows.append(
            (str(other.processes), other.title, _times(cold, _wall(sikum.cold)), _times(edited, _wall(sikum.edited)))
        )
    return rows


def _growth(results: Sequence[Result]) -> list[tuple[str, ...]]:
    sizes = sorted({result.processes for result in results})
    if len(sizes) < 2:
        return []
    rows: list[tuple[str, ...]] = []
    for title in dict.fromkeys(result.title for result in results):
        costs = {result.processes: _page_ms(result) for result in results if result.title == title}
        cells = [_seconds(costs.get(size)) for size in sizes]
        rows.append((title, *cells, _times(costs.get(sizes[-1]), costs.get(_base(sizes)), digits=2)))
    return rows


def _base(sizes: Sequence[int]) -> int:
    """The size that growth is measured from: 300 where it was built, else the smallest."""
    return 300 if 300 in sizes[:-1] else sizes[0]


def _page_ms(result: Result) -> float | None:
    cold = _wall(result.cold)
    return None if cold is None else cold * 1000 / result.pages


def _times(other: float | None, own: float | None, *, digits: int = 1) -> str:
    return "-" if other is None or own is None else f"{other / own:.{digits}f}"


def _lag_row(result: Result) -> tuple[str, ...]:
    reload_median = median(result.reload_seconds) if result.reload_seconds else None
    return (
        str(result.processes),
        result.title,
        _seconds(_wall(result.check_cold)),
        _seconds(_wall(result.check_edited)),
        _seconds(reload_median),
        " · ".join(f"{size / 1000:.0f}" for size in result.first_search.values()) or "-",
        f"{result.changed_files} files, {result.changed_bytes / 1000:.0f} KB" if result.changed_files else "-",
        f"{result.cache_bytes / 1e6:.0f}" if result.cache_bytes else "-",
    )


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [tuple(header), *(tuple(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )
