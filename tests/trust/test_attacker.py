"""An attacker has every byte of the site, knows the rules by which it was made, and keeps the build before.

What is withheld is changed behind the attacker's back: if a published byte changes with it, then that byte tells of it,
in whatever form. So no list of forms in which a name or a figure may be written is needed here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics import Span
from generator.disk.builder import SiteBuilder
from generator.model.content import Body
from generator.model.private import Participant, Process
from generator.model.published import PublishedProcess
from generator.model.record import Record
from generator.model.small_figures import SMALL_FIGURE
from generator.pipeline.consent import publish_participants, suppress_small_figures
from generator.pipeline.figures_of_one import figure_of_one
from generator.wording import Wording
from tests.trust.sites import CONFIG, build, catalogue_files, mkdocs, tree, write_project
from tests.trust.traces import traces

SECTORS = ("academia", "business", "civil-society", "public")
LEVELS = ("full", "role", "organisation", "counted")
HEBREW = Wording("he")
HERE = Span.start_of("a/participants.csv")
BRIEF = Body(path="a/index.md", text="", first_line=1)
Figures = tuple[int, ...]
"""How many people of each sector."""


class Person(Struct, frozen=True):
    """A row of the list: what is published of it by its level, and what is not."""

    number: int
    sector: str
    level: str
    secret: str = "זקאלף"

    @property
    def cells(self) -> tuple[str, ...]:
        """Name, role, organisation, sector, consent, and a column that nobody asked for."""
        shown = {
            "name": f"אדם {self.number}",
            "role": f"רכזת {self.number}",
            "organisation": f"עמותה {self.number % 3}",
        }
        kept = {
            "full": ("name", "role", "organisation"),
            "role": ("role", "organisation"),
            "organisation": ("organisation",),
        }
        cells = [
            value if name in kept.get(self.level, ()) else f"{self.secret} זק{name}{self.number}"
            for name, value in shown.items()
        ]
        return (*cells, self.sector, self.level, f"{self.secret}@mailbox.example")


def people_of(figures: Figures, levels: tuple[str, ...]) -> list[Person]:
    """So many people of each sector, whose consent goes through `levels`."""
    sectors = [sector for sector, count in zip(SECTORS, figures, strict=True) for _ in range(count)]
    return [Person(number, sector, levels[number % len(levels)]) for number, sector in enumerate(sectors)]


def published(figures: Figures) -> tuple[tuple[str, int | None], ...]:
    """What the site says of the sectors."""
    return tuple((each.sector, each.count) for each in suppress_small_figures(zip(SECTORS, figures, strict=True)))


def readings(figures: Figures) -> Iterator[Figures]:
    """Every set of figures with the same sum of which the site would say the same: what the attacker is left with."""
    shown, total = dict(published(figures)), sum(figures)
    ranges = [range(total + 1) if shown.get(sector) is None else [shown[sector] or 0] for sector in SECTORS]
    for guess in product(*ranges[:-1]):
        last = total - sum(guess)
        if last >= 0 and published((*guess, last)) == published(figures):
            yield (*guess, last)


def listed(people: list[Person]) -> str:
    """The private list as a table."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("שם", "תפקיד", "ארגון", "מגזר", "הסכמה", "דואל"))
    writer.writerows(person.cells for person in people)
    return out.getvalue()


def points(secret: str) -> str:
    """The private list of what people said: twelve points of which one response answers seven."""
    rows = (
        f"{secret}{number},{secret}{number}@mailbox.example,yes,{secret} אמרה,he,{'benches' if number < 7 else ''}"
        for number in range(12)
    )
    return "\n".join(("ref,contact,consent,text,language,responses", *rows, ""))


def content_with(people: list[Person]) -> dict[str, str | bytes]:
    """A catalogue with this list, and what its people said."""
    made = catalogue_files()
    made["first/participants.csv"] = listed(people)
    made["first/contributions.csv"] = points(people[0].secret)
    made["first/responses.yml"] = "- {id: benches, heard: צריך ספסלים, response: accepted, explanation: יוצבו}\n"
    record = str(made["first/index.md"]).replace("participants_count: 40\n", f"participants_count: {len(people) + 3}\n")
    made["first/index.md"] = record.replace("audience: [participants]", "audience: [decision-makers]")
    meeting = "first/meetings/2024-02-01-plenary.md"
    made[meeting] = str(made[meeting]).replace("attendees_count: 30", "attendees_count: 2")
    return made


def site(people: list[Person], **options: object) -> dict[str, bytes]:
    """Everything that a build of a catalogue with this list publishes: pages, data, feeds, search, editions, archives."""
    with TemporaryDirectory() as folder:
        project = write_project(Path(folder), content_with(people))
        builder = SiteBuilder(project, project / "processes", workers=1)
        try:
            return build(builder, project, with_search=True, with_archives=True, **options)[1]
        finally:
            builder.close()


def hidden_otherwise(people: list[Person], figures: Figures) -> list[Person]:
    """The same published people in another order, with other secrets; their sectors in other numbers, as `figures` say."""
    sectors = [sector for sector, count in zip(SECTORS, figures, strict=True) for _ in range(count)]
    changed = [replace(person, secret="זקבית", sector=sector) for person, sector in zip(people, sectors, strict=True)]
    return changed[::-1]


def told_by(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The files that tell one from the other."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


SOME_FIGURES = st.tuples(*(st.integers(0, 9) for _ in SECTORS))
SOME_LEVELS = st.lists(st.sampled_from(LEVELS), min_size=1, max_size=4).map(tuple)


@settings(max_examples=6)
@example(figures=(1, 5, 5, 9), levels=("counted", "full"), choice=0)
@given(SOME_FIGURES, SOME_LEVELS, st.integers(0, 99))
def test_no_published_byte_depends_on_what_is_withheld(figures: Figures, levels: tuple[str, ...], choice: int) -> None:
    """A name, a role, a small figure would leave the office in a sorted order, a hash or a width that nobody thought of."""
    others = [each for each in readings(figures) if each != figures] or [figures]
    people = people_of(figures, levels)
    assume(people)
    first = site(people)
    assert told_by(first, site(hidden_otherwise(people, others[choice % len(others)]))) == []
    assert not [name for name, content in first.items() if traces(content + name.encode(), ("זקאלף",))]


def test_no_byte_of_a_document_depends_on_what_is_withheld() -> None:
    """A PDF keeps titles, bookmarks, attachments and the order of its fonts, where nobody looks."""
    figures = (2, 6, 5, 9)
    other = next(each for each in readings(figures) if each != figures)
    people = people_of(figures, LEVELS)
    first = site(people, with_pdf=True)
    assert first["first/first.pdf"].startswith(b"%PDF")
    assert told_by(first, site(hidden_otherwise(people, other), with_pdf=True)) == []


EVERYTHING = CONFIG.replace("pdf: false", "pdf: true\n      archive: true\n      parquet: true")


def test_no_byte_of_a_whole_site_depends_on_what_is_withheld(tmp_path: Path) -> None:
    """What the engine, its theme and its search add to the builder's files: all that a host hands out is compared."""
    figures = (2, 6, 5, 9)
    other = next(each for each in readings(figures) if each != figures)
    people = people_of(figures, LEVELS)
    built = []
    for name, listed_people in (("one", people), ("two", hidden_otherwise(people, other))):
        project = write_project(tmp_path / name, content_with(listed_people), config=EVERYTHING)
        done = mkdocs(project, "--quiet")
        assert done.returncode == 0, done.stdout + done.stderr
        built.append(tree(project / "site"))
    first, second = built
    endings = {each.rpartition(".")[2] for each in first}
    assert endings >= {"html", "json", "csv", "parquet", "sqlite", "zip", "pdf", "xml", "ics"}
    assert told_by(first, second) == []
    assert not [name for name, content in first.items() if traces(content + name.encode(), ("זקאלף",))]


def test_the_attacker_would_see_a_published_difference() -> None:
    """A comparison of builds that are always the same would let everything through."""
    people = people_of((2, 6, 5, 9), LEVELS)
    assert "first/process.json" in told_by(site(people), site(people_of((2, 6, 5, 10), LEVELS)))


def version(figures: Figures, levels: tuple[str, ...]) -> PublishedProcess:
    """A process as published, with these people."""
    rows = [
        Participant(name=f"אדם {each.number}", sector=each.sector, consent=each.level, span=HERE)
        for each in people_of(figures, levels)
    ]
    private = Process(id="a", path="a", record=Record(), brief=BRIEF, participants=tuple(rows))
    return PublishedProcess(
        id="a", url="a/", path="a", record=Record(), brief=BRIEF, participants=publish_participants(private, HEBREW)
    )


def steps(figures: Figures) -> Iterator[Figures]:
    """All figures that one person more, one fewer, or one of another sector makes of these."""
    for place in range(len(figures)):
        yield (*figures[:place], figures[place] + 1, *figures[place + 1 :])
        if figures[place]:
            fewer = (*figures[:place], figures[place] - 1, *figures[place + 1 :])
            yield fewer
            yield from (
                (*fewer[:other], fewer[other] + 1, *fewer[other + 1 :])
                for other in range(len(figures))
                if other != place
            )


def found_out(figures: Figures, possible: Iterable[Figures]) -> set[int]:
    """Places of withheld figures that are the same, or small, in all that is possible."""
    shown, possible = dict(published(figures)), list(possible)
    hidden = [place for place, sector in enumerate(SECTORS) if figures[place] and shown.get(sector) is None]
    values = {place: {each[place] for each in possible} for place in hidden}
    return {place for place in hidden if len(values[place]) == 1 or max(values[place]) < SMALL_FIGURE}


def tells(before: Figures, after: Figures) -> bool:
    """Whether both versions together tell more of what one of them withholds than it does alone.

    Nothing where neither gives a figure by sector: then nobody knows that sectors were asked for.
    """
    if not published(before) and not published(after):
        return False
    also = set(readings(after))
    pairs = [(one, two) for one in readings(before) for two in steps(one) if two in also]
    assert (before, after) in pairs
    return any(
        found_out(figures, (pair[index] for pair in pairs)) - found_out(figures, readings(figures))
        for index, figures in enumerate((before, after))
    )


@settings(max_examples=60)
@example(before=(4, 9, 20, 0), choice=0)
@given(st.tuples(*(st.integers(0, 8) for _ in SECTORS)), st.integers(0, 99))
def test_whoever_compares_two_versions_learns_only_what_the_check_warned_of(before: Figures, choice: int) -> None:
    """One build can hide a figure behind another; the next, a person later, shows which was which."""
    possible = list(steps(before))
    after = possible[choice % len(possible)]
    assume(sum(before) and sum(after))
    levels = ("full",)
    warned = figure_of_one(version(before, levels), version(after, levels)) is not None
    assert warned or not tells(before, after)


def test_many_people_are_no_difference_of_one() -> None:
    """A warning at every correction of a list would be read by nobody."""
    before, after = version((3, 9, 8, 0), LEVELS), version((6, 12, 11, 0), LEVELS)
    assert figure_of_one(before, before) is None
    assert figure_of_one(before, after) is None
