"""Processes of all kinds, drawn at random, as they are after consent."""

from __future__ import annotations

from hypothesis import Phase, settings
from hypothesis import strategies as st

from generator.markup import scan_body
from generator.model.content import AttachedFile, Body, Chapter, Meeting, Promise, Response
from generator.model.dates import PartialDate
from generator.model.published import (
    PublishedParticipant,
    PublishedParticipants,
    PublishedProcess,
    PublishedPromise,
    SectorFigure,
)
from generator.model.record import BottomLine, Goal, Outcome, Output, Partner, Record, Update
from generator.structure import load_structure

STRUCTURE = load_structure()


SITE = "https://example.org/catalogue/"


FOLDER = "examples/safe-routes"


STATUSES = [term.id for term in STRUCTURE.vocabularies["promise-status"].terms]


ANSWERS = [term.id for term in STRUCTURE.vocabularies["response"].terms]


SECTORS = [term.id for term in STRUCTURE.vocabularies["sector"].terms]


REFERENCES = [
    "appendices/plan.pdf", "./appendices/plan.pdf", "appendices/plan.pdf#page=2", "appendices/../appendices/plan.pdf",
    "reflection.md", "./reflection.md#unmet", "reflection#unmet", "reflection#no-such-part", "meetings/opening.md",
    "meetings/../reflection.md", "מפגש פתיחה", "במבט לאחור", "https://example.org/a?b=1#c", "javascript:alert(1)",
    "appendices/missing.pdf", "/appendices/plan.pdf", "מכתב לתושבים", "index.md", "media/raw.csv", "appendices/plan%2Epdf",
]  # fmt: skip
"""Ways to write what proves a promise or where it was made, those that lead nowhere included."""


Text = st.text("אבגד הוז", min_size=1, max_size=12).map(lambda text: text.strip() or "א")


Days = st.one_of(
    st.none(),
    st.builds(PartialDate, st.integers(2023, 2025)),
    st.builds(PartialDate, st.integers(2023, 2025), st.integers(1, 12), st.integers(1, 28)),
)


SOME = settings(max_examples=20, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
"""Not shrunk: each example renders a whole process, and what differs is plain from the first."""


@st.composite
def processes(draw: st.DrawFn) -> PublishedProcess:
    """A process with any promises, responses and participants, and chapters and files that they may refer to."""
    promises = tuple(
        PublishedPromise(promise=draw(_promise(number)), is_overdue=draw(st.booleans()))
        for number in range(draw(st.integers(1, 5)))
    )
    responses = st.builds(
        Response,
        heard=Text,
        voices=st.none() | st.integers(1, 2000),
        response=st.none() | st.sampled_from(ANSWERS),
        chapter=st.none() | st.sampled_from(REFERENCES),
    )
    record = Record(
        title="דרך בטוחה",
        language=draw(st.sampled_from(["he", "ar", "en"])),
        status="closed",
        ministry="office",
        kind="policy",
        participants_count=draw(st.none() | st.integers(0, 3000)),
        partners=tuple(draw(st.lists(st.builds(Partner, name=Text, role=st.none() | Text), max_size=2))),
        reference=draw(st.none() | Text),
        license=draw(st.sampled_from([None, "CC BY 4.0", "https://example.org/licence"])),
        output=Output(type="policy", expected=draw(st.none() | Text)),
        bottom_lines=(BottomLine(text="מתקנים קודם מעברי חציה."),),
        outcomes=tuple(draw(st.lists(_outcome(), max_size=3))),
        goals=tuple(draw(st.lists(_goal(), max_size=3))),
    )
    return PublishedProcess(
        id="safe-routes",
        url="safe-routes/",
        path=FOLDER,
        record=record,
        brief=Body(path=f"{FOLDER}/index.md", text="", first_line=1),
        chapters=(_chapter("reflection", "reflection", "במבט לאחור"),),
        meetings=(
            Meeting(stem="opening", title="מפגש פתיחה", body=_body("meetings/opening.md", "דיברנו.\n"), date=None),
        ),
        promises=promises,
        responses=tuple(draw(st.lists(responses, max_size=4))),
        participants=draw(st.none() | _participants()),
        files=(
            _file("appendices/plan.pdf", "התוכנית", in_appendices=True),
            _file("media/raw.csv", "raw.csv", in_appendices=False),
        ),
    )


def _promise(number: int) -> st.SearchStrategy[Promise]:
    reference = st.none() | st.sampled_from(REFERENCES)
    updates = st.lists(_update(), max_size=3)
    return st.builds(
        Promise,
        id=st.just(f"p{number}"),
        text=Text,
        status=st.none() | st.sampled_from(STATUSES),
        date=Days,
        due=Days,
        source=reference,
        planned=st.none() | Text,
        evidence=reference,
        explanation=st.none() | Text,
        updates=updates.map(tuple),
    )


def _outcome() -> st.SearchStrategy[Outcome]:
    return st.builds(
        Outcome,
        type=st.sampled_from([term.id for term in STRUCTURE.vocabularies["outcome-type"].terms]),
        state=st.sampled_from([term.id for term in STRUCTURE.vocabularies["outcome-state"].terms]),
        title=st.none() | Text,
        date=Days,
        reference=st.none() | Text,
        url=st.sampled_from([None, "https://example.org/plan", "javascript:alert(1)"]),
        note=st.none() | Text,
        evidence=st.none() | st.sampled_from(REFERENCES),
        updates=st.lists(_update(), max_size=2).map(tuple),
    )


def _update() -> st.SearchStrategy[Update]:
    return st.builds(
        Update, date=Days, note=Text, url=st.sampled_from([None, "https://example.org/news", "javascript:alert(1)"])
    )


def _goal() -> st.SearchStrategy[Goal]:
    return st.builds(Goal, text=Text, met=st.sampled_from([None, "yes", "partly", "no"]), note=st.none() | Text)


def _participants() -> st.SearchStrategy[PublishedParticipants]:
    people = st.lists(st.builds(PublishedParticipant, name=Text, role=st.none(), organisation=st.none()), max_size=3)
    figures = st.lists(st.sampled_from(SECTORS), unique=True, max_size=4).flatmap(
        lambda sectors: st.tuples(*(st.tuples(st.just(each), st.none() | st.integers(5, 90)) for each in sectors))
    )
    return st.builds(
        lambda listed, unlisted, sectors: PublishedParticipants(
            listed=tuple(listed),
            unlisted_count=unlisted,
            organisations=(),
            sectors=tuple(SectorFigure(sector=sector, count=count) for sector, count in sectors),
            basis=None,
        ),
        people,
        st.integers(0, 30),
        figures,
    )


def _chapter(stem: str, element: str, title: str) -> Chapter:
    body = _body(f"{stem}.md", "## מה לא הושג\n\nלא הכול.\n")
    return Chapter(stem=stem, element=element, title=title, body=body, covers=("unmet",))


def _body(name: str, text: str) -> Body:
    parts = tuple(part for element in STRUCTURE.elements for part in element.parts)
    return scan_body(f"{FOLDER}/{name}", text, 1, parts)


def _file(path: str, title: str, *, in_appendices: bool) -> AttachedFile:
    return AttachedFile(
        path=f"{FOLDER}/{path}", uri=f"safe-routes/{path}", size=7, title=title, in_appendices=in_appendices
    )
