"""What a build publishes of each process, to be kept as its last version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.holding import Held
from generator.pipeline.markdown_bodies import Packed
from generator.pipeline.units import Unit


def as_published(
    checked: CheckedCatalogue, again: Mapping[str, Held], made: Mapping[str, str]
) -> Iterator[tuple[Unit, Packed, Mapping[str, str], date]]:
    """Every process of the site as it is now: with its files that are no pages, and the day of the version."""
    for unit in checked.published:
        if held := again.get(unit.path):
            assert held.unit is not None
            assert held.packed is not None
            yield held.unit, held.packed, held.files, held.day or checked.options.today
        else:
            uris = (*unit.outline.files.values(), f"{unit.id}/{unit.id}.pdf")
            files = {uri: made[uri] for uri in uris if uri in made}
            yield unit, checked.records.packed(unit), files, checked.options.today
