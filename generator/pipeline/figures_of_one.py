"""What two versions of published figures tell of one person, who came, left or changed between them (spec 3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.published import PublishedParticipants, PublishedProcess
from generator.model.small_figures import SMALL_FIGURE

Figures = Mapping[str, int | None]
"""Name -> figure; None for one that is withheld."""


def figure_of_one(old: PublishedProcess, new: PublishedProcess) -> int | None:
    """The first figure of the newer version by which whoever keeps both may learn something of one person."""
    return next(_figures(old, new), None)


def _figures(old: PublishedProcess, new: PublishedProcess) -> Iterator[int]:
    yield from _by_one({"": old.record.participants_count}, {"": new.record.participants_count})
    if old.participants and new.participants:
        yield from _people(old.participants, new.participants)
    if old.coverage and new.coverage:
        # That one more point is answered is an office's daily work; one point more or less is one person's.
        yield from _by_one({"": old.coverage.total}, {"": new.coverage.total})


def _people(old: PublishedParticipants, new: PublishedParticipants) -> Iterator[int]:
    yield from _by_one({"": old.unlisted_count}, {"": new.unlisted_count})
    before, after = _sectors(old), _sectors(new)
    yield from _by_one(before, after)
    if not before and not after:
        return
    known_before, known = (len(each.listed) + each.unlisted_count for each in (old, new))
    yield from _by_one({"": known_before}, {"": known})
    if known != known_before:
        return
    if before and after:
        yield from _told_by_the_other(before, after)
    elif known < SMALL_FIGURE * (len(before or after) + 1):
        # So few that figures were withheld altogether. Of more, sectors were not known in one of the versions.
        yield known


def _by_one(before: Figures, after: Figures) -> Iterator[int]:
    for name, count in after.items():
        earlier = before.get(name)
        if count is not None and earlier is not None and abs(count - earlier) == 1:
            yield count


def _told_by_the_other(before: Figures, after: Figures) -> Iterator[int]:
    """Figures that one version withholds and the other shows, where all that both show is nearly the same."""
    pairs = [(before.get(name, 0), after.get(name, 0)) for name in (*before, *(after.keys() - before.keys()))]
    if all(abs(count - earlier) <= 1 for earlier, count in pairs if earlier is not None and count is not None):
        yield from (earlier or count or 0 for earlier, count in pairs if (earlier is None) != (count is None))


def _sectors(people: PublishedParticipants) -> Figures:
    return {each.sector: each.count for each in people.sectors}
