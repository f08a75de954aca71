"""`sikum letter ID --each OUT`: a letter for every person of the private list, in a folder of the office's own."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.words import note, said
from generator.disk.cache import write_beside
from generator.editions.letter import written
from generator.editions.letter_to_one import Answer, Point, draft_to_one
from generator.pipeline.build import site_context
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.codes import anchors
from generator.pipeline.people import people_who_wrote
from generator.pipeline.units import Unit
from generator.wording import Wording
from generator.wording.deferred import N_


def write_to_each(checked: CheckedCatalogue, unit: Unit, out: Path, lang: str | None, key: bytes | None) -> None:
    """Write `letter-0001.eml` and `.md` and so on. Standard error tells how many, and nothing of anybody.

    `key`: that of the codes; without one, links lead to the responses alone. Raises click.UsageError for a folder that
    is published, and when there is no point.
    """
    if out.absolute().resolve().is_relative_to(checked.options.content_dir.resolve()):
        raise click.UsageError(
            said(N_("letters hold what people said and their addresses: choose a folder outside the content"))
        )
    private = checked.records.private(unit)
    if not private.contributions:
        raise click.UsageError(
            said(N_("{path} has no contributions.csv or contributions.xlsx with points in it"), path=unit.path)
        )
    process, context = checked.records.whole(unit), site_context(checked)
    known = {response.id for response in private.responses}
    people = people_who_wrote(private.contributions)
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    for number, writer in enumerate(people.writers, 1):
        points = []
        for point in writer.points:
            if key is not None:
                answers = tuple(Answer(*found) for found in anchors(point, private, key))
            else:
                answers = tuple(Answer(each, each) for each in point.responses if each in known)
            points.append(Point(point.text, point.ref, answers or (Answer(None, None),)))
        wording = Wording(lang or writer.language or process.record.language)
        draft = draft_to_one(process, points, writer.address, wording, context)
        write_beside(out / f"letter-{number:04}.eml", written(draft, wording, "eml").text.encode())
        write_beside(out / f"letter-{number:04}.md", written(draft, wording, "markdown").text.encode())
    words = N_(
        "letters in {folder}: {count}; people who do not wish to be written to: {refused}; "
        "points without an address: {without}"
    )
    counts = {"count": len(people.writers), "refused": people.refused, "without": people.without_address}
    note(words, folder=out, **counts)
