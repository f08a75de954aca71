"""How long the database of many processes takes, and how much memory: `python -m benchmarks.one_database --processes 10000`.

A generated catalogue of a few hundred processes is read and checked as a build reads it, its rows are repeated under other
ids until there are enough, and the database is made of them in a process of its own, with the search's own word forms,
and put into the store of built files: once with nothing kept, and once with the words of texts that the first has kept, as
after an edit.
"""

from __future__ import annotations

import argparse
import pickle
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.catalogue import write_catalogue
from benchmarks.measure import run
from generator.disk.builder import SiteBuilder
from generator.exports.tables import tables_of
from generator.pipeline.build import site_context
from generator.pipeline.options import SiteOptions
from generator.rendering.csv_files import Row

READ = 300
MB = 1_000_000
Tables = list[tuple[str, tuple[Row, ...]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=10_000)
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.make:
        _make(arguments.make)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(  # in a process of its own: a child's peak begins at its parent's size
            [
                sys.executable,
                "-c",
                f"from benchmarks.one_database import prepare; prepare({name!r}, {arguments.processes})",
            ],
            check=True,
        )
        for when in ("nothing kept", "with the words kept"):
            (folder / "catalogue.sqlite").unlink(missing_ok=True)
            command = [sys.executable, "-m", "benchmarks.one_database", "--make", name]
            found = run(command, cwd=Path.cwd(), log=folder / "log.txt")
            size = (folder / "catalogue.sqlite").stat().st_size
            print((folder / "log.txt").read_text().strip())
            print(
                f"{arguments.processes} processes, {when}, {size / MB:.0f} MB: {found.wall_seconds:.1f} s "
                f"({found.cpu_seconds:.1f} s of CPU), peak {found.peak_bytes / MB:.0f} MB"
            )


def prepare(folder: str, processes: int) -> None:
    """Write the rows of so many processes into `folder`."""
    place = Path(folder)
    write_catalogue(place / "catalogue", processes=min(READ, processes), seed=1)
    content = place / "catalogue/processes"
    builder = SiteBuilder(place, content, is_cached=False)
    try:
        checked = builder.check(
            SiteOptions(content_dir=content, today=date(2026, 1, 1), site_url="https://x.example.org/")
        )
        tables = tables_of(checked.catalogue, site_context(checked))
    finally:
        builder.close()
    repeated = [(table.name, tuple(_repeated(rows, processes))) for table, rows in tables]
    (place / "rows.pickle").write_bytes(pickle.dumps(repeated))


def _repeated(rows: tuple[Row, ...], processes: int) -> Iterator[Row]:
    """The rows again and again, each time under other ids, as many times as there have to be processes."""
    for time in range(-(-processes // READ)):
        for identifier, *rest in rows:
            yield (f"{identifier}-{time}", *rest)


def _make(folder: Path) -> None:
    from generator.disk.cache import DiskCache
    from generator.disk.store import ObjectStore
    from generator.exports.database import make_database
    from generator.pipeline.kept_parts import KeptParts
    from generator.pipeline.text_words import words_of
    from generator.rendering.datasets import TABLES

    with (folder / "rows.pickle").open("rb") as file:
        rows: Tables = pickle.load(file)
    known = {table.name: table for table in TABLES}
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(f"{sum(len(each) for _, each in rows)} rows, which with Python and Sikum hold {held / MB:.0f} MB")
    path = folder / "catalogue.sqlite"
    cache = DiskCache(folder / "cache")
    make_database(path, [(known[name], each) for name, each in rows], partial(words_of, kept=KeptParts(cache)))
    ObjectStore(cache).put_file(path)


if __name__ == "__main__":
    main()
