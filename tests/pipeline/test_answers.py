"""An answer to every voice: figures, codes and letters of a private list of points."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.model.content import Body, Response
from generator.model.coverage import Coverage, coverage_of
from generator.model.private import Contribution, Process
from generator.model.record import Record
from generator.pipeline.codes import anchors, coded_coverage, coverage_text
from generator.pipeline.people import people_who_wrote
from generator.reading.coverage import CODE, read_coverage
from generator.reading.folder import Folder

KEY = b"a key that is long enough"
RESPONSES = ("r1", "r2", "r3", "r4")
ANSWERS = tuple(Response(id=each, heard=each, response="unknown" if each == "r4" else None) for each in RESPONSES)
"""The fourth says only that it is not known what was done."""
NO_BODY = Body(path="x/index.md", text="", first_line=1)

rows = st.lists(
    st.tuples(
        st.lists(st.sampled_from((*RESPONSES, "gone")), unique=True, max_size=4),
        st.sampled_from(("a@x.example", "A@x.example", "b@x.example", "c@x.example", "", "02-555", "x@y@z", None)),
        st.booleans(),
    ),
    max_size=60,
)


def process_of(found: list[tuple[list[str], str | None, bool]]) -> Process:
    """A process whose list has these rows: what they name, an address, and whether the person may be written to."""
    points = tuple(
        Contribution(
            ref=f"ref-{number}",
            contact=contact,
            may_write=may_write,
            responses=tuple(named),
            span=Span("x/contributions.csv", number + 2, 1, number + 2, 2),
            row=number + 2,
        )
        for number, (named, contact, may_write) in enumerate(found)
    )
    return Process(id="x", path="x", record=Record(), brief=NO_BODY, responses=ANSWERS, contributions=points)


@settings(deadline=None, max_examples=150)
@given(rows)
def test_every_point_is_in_one_letter_and_in_as_many_responses_as_it_names(
    found: list[tuple[list[str], str | None, bool]],
) -> None:
    """Somebody would get another's answer, two letters, or none although they had agreed."""
    process = process_of(found)
    people = people_who_wrote(process.contributions)
    written = [point.ref for writer in people.writers for point in writer.points]
    refused = {(row[1] or "").casefold() for row in found if not row[2]}
    due = [
        f"ref-{number}"
        for number, (_, contact, _) in enumerate(found)
        if contact and contact.endswith("x.example") and contact.casefold() not in refused
    ]
    assert sorted(written) == sorted(due)
    addresses = [writer.address.casefold() for writer in people.writers]
    assert len(set(addresses)) == len(addresses)
    codes = [code for point in process.contributions for _, code in anchors(point, process, KEY)]
    assert len(set(codes)) == len(codes)
    for point, (named, _, _) in zip(process.contributions, found, strict=True):
        at = [response for response, _ in anchors(point, process, KEY)]
        assert at == ([each for each in named if each != "gone"] or [None])


@settings(deadline=None, max_examples=150)
@given(rows)
def test_what_is_published_is_read_back_and_holds_no_small_figure(
    found: list[tuple[list[str], str | None, bool]],
) -> None:
    """What runs without the list would publish something else than the office saw, or point at a person."""
    process = process_of(found)
    coverage = coded_coverage(process, KEY)
    assert (coverage is None) == (not found)
    if coverage is None:
        return
    text = coverage_text(coverage)
    assert "ref-" not in text
    assert "@" not in text
    read, findings = read_coverage(Folder.of("x", {"coverage.yml": text}))
    assert findings == ()
    assert read == coverage
    figures = [coverage.total, coverage.answered, coverage.waiting, *coverage.responses.values()]
    assert all(each is None or each == 0 or each >= 5 for each in figures)
    if coverage.answered is not None and coverage.waiting is not None:
        assert coverage.answered + coverage.waiting == coverage.total == len(found)
        assert coverage.waiting == sum(not set(named) - {"gone", "r4"} for named, _, _ in found)
    # every person finds their own code where it belongs
    for point in process.contributions:
        for response, code in anchors(point, process, KEY):
            assert code in (coverage.codes[response] if response else coverage.waiting_codes)
            assert CODE.fullmatch(code)
    hidden = [coverage.codes[each] for each, count in coverage.responses.items() if count is None]
    if coverage.waiting is None:
        hidden.append(coverage.waiting_codes)
    assert len({len(codes) for codes in hidden}) <= 1, "the number of anchors tells a figure that is withheld"
    for response, count in coverage.responses.items():
        assert count is None or len(coverage.codes.get(response, ())) == count


def test_who_has_another_key_finds_nothing() -> None:
    """A code would be no secret: whoever knows the reference of a neighbour would find what was answered to them."""
    process = process_of([(["r1"], None, True)] * 6)
    one, other = coded_coverage(process, KEY), coded_coverage(process, b"another key, long enough")
    assert one is not None
    assert other is not None
    assert not set(one.codes["r1"]) & set(other.codes["r1"])


def test_a_few_who_wait_are_not_told_from_the_figures_around_them() -> None:
    """Two who wait would be worked out from the total and from the figures of the responses."""
    coverage = coverage_of([["r1"]] * 10 + [["r2"]] * 8 + [[]] * 2, ANSWERS)
    assert coverage == Coverage(
        total=20, answered=None, waiting=None, responses={"r1": 10, "r2": None, "r3": None, "r4": None}
    )
    assert coverage_of([["r1"]] * 312 + [[]] * 28, ANSWERS[:1]) == Coverage(
        total=340, answered=312, waiting=28, responses={"r1": 312}
    )
    assert coverage_of([["r1"]] * 4, ANSWERS[:1]) == Coverage(
        total=None, answered=None, waiting=None, responses={"r1": None}
    )


def test_who_is_told_that_nothing_is_known_was_not_answered() -> None:
    """A record made of public sources would boast of answers that nobody gave."""
    assert coverage_of([["r1"]] * 10 + [["r4"]] * 7 + [["r1", "r4"]] * 5 + [[]] * 6, ANSWERS) == Coverage(
        total=28, answered=15, waiting=13, responses={"r1": 15, "r2": 0, "r3": 0, "r4": 12}
    )
    # of 12 who wait the 10 at the response would leave 2
    few = coverage_of([["r1"]] * 10 + [["r4"]] * 10 + [[]] * 2, ANSWERS)
    assert few is not None
    assert (few.answered, few.waiting, few.responses["r1"], few.responses["r4"]) == (None, None, None, None)
