"""What PDFs cost: `python -m benchmarks.paper`, lists of 100, 1,000 and 5,000 people, and a document of some 200 pages.

A generated process is read and checked as a build reads it, its list of people made as long as is asked, or its chapters
repeated, and each PDF is drawn in a process of its own, timed by the kernel: seconds of processor, imports and fonts
included, and the highest memory. What a list costs is told against the same document without one.
"""

from __future__ import annotations

import argparse
import pickle
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks import vocabularies as known
from benchmarks.catalogue import write_catalogue
from benchmarks.measure import Run, run

PEOPLE = (0, 100, 1_000, 5_000)
REPEATED = 24
"""How many times a process of some twenty pages makes one of 200, its first pages and lists counted once."""
ROUNDS = 3
MB = 1_000_000


def main() -> None:
    """Print a line for each document: pages, size, processor time, memory, and the two for 1,000 people or a page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--people", type=int, nargs="*", default=PEOPLE)
    parser.add_argument("--repeated", type=int, nargs="*", default=(1, REPEATED))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--draw", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.draw:
        _draw(arguments.draw)
        return
    with tempfile.TemporaryDirectory() as name:
        made = f"from benchmarks.paper import prepare; prepare({name!r}, {tuple(arguments.people)}, {tuple(arguments.repeated)})"
        subprocess.run([sys.executable, "-c", made], check=True)  # a child's peak begins at its parent's size
        base: Run | None = None
        for people in arguments.people:
            found, pages, size = _measured(Path(name) / f"people-{people}", arguments.rounds)
            base = base or found
            more = ""
            if people > arguments.people[0]:
                thousands = (people - arguments.people[0]) / 1_000
                more = (
                    f"; a thousand: {(found.cpu_seconds - base.cpu_seconds) / thousands:.2f} s,"
                    f" {(found.peak_bytes - base.peak_bytes) / MB / thousands:.0f} MB"
                )
            print(f"{people} people: {_said(found, pages, size)}{more}", flush=True)
        for times in arguments.repeated:
            found, pages, size = _measured(Path(name) / f"long-{times}", arguments.rounds)
            print(
                f"{pages} pages: {_said(found, pages, size)}; {found.cpu_seconds / pages * 1000:.0f} ms a page",
                flush=True,
            )


def _said(found: Run, pages: int, size: int) -> str:
    return (
        f"{pages} pages, {size / 1000:.0f} KB, {found.cpu_seconds:.2f} s of processor, {found.peak_bytes / MB:.0f} MB"
    )


def _measured(document: Path, rounds: int) -> tuple[Run, int, int]:
    """The cheapest of a few runs, the pages of the PDF and its bytes."""
    command = [sys.executable, "-m", "benchmarks.paper", "--draw", str(document)]
    runs = [run(command, cwd=Path.cwd(), log=document.with_suffix(".log")) for _ in range(rounds)]
    import pikepdf

    made = document.with_suffix(".pdf")
    with pikepdf.open(made) as pdf:
        return min(runs, key=lambda each: each.cpu_seconds), len(pdf.pages), made.stat().st_size


def prepare(folder: str, people: tuple[int, ...], repeated: tuple[int, ...]) -> None:
    """Write the documents as they are given to the engine of PDFs into `folder`."""
    from msgspec.structs import replace

    from generator.disk.builder import SiteBuilder
    from generator.editions.pdf import pdf_html
    from generator.exports import process_json
    from generator.model.published import PublishedParticipant
    from generator.pipeline.build import site_context
    from generator.pipeline.cross_references import cross_references_of
    from generator.pipeline.options import SiteOptions

    place = Path(folder)
    write_catalogue(place / "catalogue", processes=3, seed=1)
    content = place / "catalogue/processes"
    builder = SiteBuilder(place, content, is_cached=False)
    try:
        checked = builder.check(
            SiteOptions(content_dir=content, today=date(2026, 1, 1), site_url="https://x.example.org/")
        )
        unit = max(checked.published, key=lambda each: len(checked.records.whole(each).chapters))
        process = checked.records.whole(unit)
        context, around = site_context(checked), cross_references_of(checked)[unit.id]
    finally:
        builder.close()
    assert process.participants
    for count in people:
        listed = tuple(
            PublishedParticipant(
                name=f"משתתפת לדוגמה {number + 1:04d}",
                role=f"{known.ROLES[number % len(known.ROLES)]} {number + 1}",
                organisation=known.ORGANISATIONS[number % len(known.ORGANISATIONS)],
            )
            for number in range(count)
        )
        long = replace(process, participants=replace(process.participants, listed=listed))
        made = (pdf_html(long, around, context), process_json(long, context))
        (place / f"people-{count}").write_bytes(pickle.dumps(made))
    for times in repeated:
        chapters = tuple(
            replace(each, stem=f"{each.stem}-{time}") for time in range(times) for each in process.chapters
        )
        long = replace(process, chapters=chapters)
        made = (pdf_html(long, around, context), process_json(long, context))
        (place / f"long-{times}").write_bytes(pickle.dumps(made))


def _draw(document: Path) -> None:
    from generator.collector import tune_garbage_collector
    from generator.editions.pdf import prepare as load
    from generator.editions.pdf import render_pdf

    tune_garbage_collector()
    load()
    html, data = pickle.loads(document.read_bytes())
    document.with_suffix(".pdf").write_bytes(render_pdf(html, _no_media, data))


def _no_media(uri: str) -> bytes:
    raise FileNotFoundError(uri)


if __name__ == "__main__":
    main()
