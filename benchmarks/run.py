"""Times Sikum and other generators on the same Markdown: `python -m benchmarks.run`, or `make bench`.

The engines take turns (A B C, A B C), each build once cold and, where the engine keeps a cache, once after one edit, so
that a machine that slows down slows down all of them. Nothing else should run beside it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import catalogue, measure, report
from benchmarks.changes import changes, state_of
from benchmarks.engines import ENGINES, PYTHON, Engine, clean, clear_away, is_installed, prepare
from benchmarks.preview import preview
from benchmarks.result import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (10, 100, 300, 1_000, 3_000)
CHECK = (PYTHON, "-m", "generator", "check", "--format", "concise")


def main() -> None:
    """The command line."""
    arguments = _arguments()
    arguments.work.mkdir(parents=True, exist_ok=True)
    engines = [engine for engine in ENGINES if engine.name in arguments.engines]
    for engine in engines:
        if not is_installed(engine):
            _say(f"{engine.title}: not installed, left out")
    engines = [engine for engine in engines if is_installed(engine)]
    results: list[Result] = []
    facts = report.machine()
    for size in arguments.sizes:
        folder = arguments.work / f"catalogue-{size}"
        _generate(folder, size, arguments.seed)
        chosen = [engine for engine in engines if size <= (arguments.largest or engine.largest)]
        results += _measure_size(folder, size, chosen, arguments)
        report.write_json(arguments.json or arguments.work / "results.json", facts, results)
    print(report.render(facts, results))


def _arguments() -> argparse.Namespace:
    names = [engine.name for engine in ENGINES]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="processes in each catalogue")
    parser.add_argument("--engines", nargs="+", choices=names, default=names)
    parser.add_argument("--runs", type=int, default=3, help="builds of each engine and size")
    parser.add_argument("--largest", type=int, help="the largest catalogue for every engine, against their own limits")
    parser.add_argument("--edits", type=int, default=5, help="saves while previewing; 0 leaves preview and check out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=Path(".cache/benchmarks"), help="where catalogues and sites go")
    parser.add_argument("--json", type=Path, help="where the figures go (default: results.json in the work folder)")
    return parser.parse_args()


def _generate(folder: Path, size: int, seed: int) -> None:
    """In a process of its own, so that this one stays small: see `measure.run`."""
    command = (PYTHON, "-m", "benchmarks.catalogue", str(folder), "--processes", str(size), "--seed", str(seed))
    subprocess.run(command, check=True)


def _measure_size(folder: Path, size: int, engines: Sequence[Engine], arguments: argparse.Namespace) -> list[Result]:
    pages = sum(1 for _ in (folder / "processes").rglob("*.md"))
    results = [Result(engine=each.name, title=each.title, processes=size, pages=pages) for each in engines]
    for engine in engines:
        prepare(engine, folder)
    for turn in range(arguments.runs):
        for engine, result in zip(engines, results, strict=True):
            _say(f"{size} processes, turn {turn + 1}: {engine.title}")
            _build(engine, result, folder, turn)
    for engine, result in zip(engines, results, strict=True):
        if engine.name == "sikum" and arguments.edits:
            _search(engine, result, folder)
            _check(result, folder, arguments.runs)
            _preview(result, folder, arguments.edits)
    clear_away(folder)
    return results


def _build(engine: Engine, result: Result, folder: Path, turn: int) -> None:
    log = folder / f"{engine.name}.log"
    clean(engine, folder)
    site = folder / engine.site
    result.cold.append(measure.run(engine.command, cwd=folder, log=log, until=site / "index.html"))
    before = state_of(site) if engine.name == "sikum" else {}
    if before:
        result.cache_bytes = _beside(folder / ".cache", site)
    if engine.warm:
        _edit(folder, f"turn{turn}")
        result.edited.append(measure.run(engine.command, cwd=folder, log=log))
    if before:
        changed = changes(before, state_of(site))
        result.changed_files, result.changed_bytes = changed.files, changed.bytes
    result.site_files, result.site_bytes = measure.folder_size(site)
    example = _example(folder)
    result.process_page_bytes = (site / example / "index.html").stat().st_size
    result.chapter_page_bytes = (site / example / "background" / "index.html").stat().st_size


def _check(result: Result, folder: Path, runs: int) -> None:
    log = folder / "check.log"
    for turn in range(runs):
        _say(f"{result.processes} processes, turn {turn + 1}: sikum check")
        clean(ENGINES[0], folder)
        result.check_cold.append(measure.run(CHECK, cwd=folder, log=log))
        _edit(folder, f"check{turn}")
        result.check_edited.append(measure.run(CHECK, cwd=folder, log=log))


def _preview(result: Result, folder: Path, edits: int) -> None:
    _say(f"{result.processes} processes: mkdocs serve")
    served = preview(
        (PYTHON, "-m", "mkdocs", "serve"),
        cwd=folder,
        url_path=f"/{_example(folder)}/background/",
        edit=lambda mark: _edit(folder, mark),
        edits=edits,
        log=folder / "serve.log",
    )
    result.reload_seconds.extend(served.reload_seconds)


def _search(engine: Engine, result: Result, folder: Path) -> None:
    """Search the site last built for a process by its title, in a process of its own: a browser's library is large."""
    _say(f"{result.processes} processes: first search")
    record = (folder / "processes" / _example(folder) / "index.md").read_text(encoding="utf-8")
    title = record.split("title: ", 1)[1].split("\n", 1)[0]
    site = folder / engine.site
    for kind, query in (("one word", "משרד"), ("two words", "משרד הבריאות"), ("a title", title)):
        command = (PYTHON, "-m", "benchmarks.first_search", str(site), query)
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        result.first_search[kind] = found["moved_bytes"]


def _example(folder: Path) -> str:
    """The process that is edited and whose pages are weighed: the first with chapters, the same at every size."""
    ids = map(catalogue.process_id, count())
    return next(each for each in ids if (folder / "processes" / each / "background.md").exists())


def _edit(folder: Path, mark: str) -> None:
    """One sentence more at the end of one chapter, saved as an editor saves it."""
    path = folder / "processes" / _example(folder) / "background.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nמשפט שנוסף: {mark}.\n", encoding="utf-8")


def _beside(cache: Path, site: Path) -> int:
    """Bytes of the cache that are not the site's by a hard link; the second tree of the site is the same bytes again."""
    seen = {path.stat().st_ino for path in site.rglob("*") if path.is_file()}
    total = 0
    for path in cache.rglob("*"):
        if path.is_file() and not path.is_symlink() and (state := path.stat()).st_ino not in seen:
            seen.add(state.st_ino)
            total += state.st_size
    return total


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
