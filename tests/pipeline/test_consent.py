"""Consent is applied once, and what was withheld cannot be worked out from what is shown."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.model.content import Body
from generator.model.private import Participant, Process
from generator.model.record import ConsentPolicy, Record
from generator.pipeline.consent import publish_participants, suppress_small_figures
from generator.wording import Wording

HEBREW = Wording("he")
HERE = Span.start_of("a/participants.csv")


def process(*participants: Participant, policy: ConsentPolicy) -> Process:
    """A process with these participants."""
    return Process(
        id="a",
        path="a",
        record=Record(consent=policy),
        brief=Body(path="a/index.md", text="", first_line=1),
        participants=participants,
    )


def person(name: str, consent: str | None = None, sector: str | None = None, count: int = 1) -> Participant:
    """A row of the list of participants."""
    return Participant(
        name=name, role="רכזת", organisation="עמותה", sector=sector, consent=consent, count=count, span=HERE
    )


def test_each_level_shows_what_was_agreed_to_and_no_more() -> None:
    """A name shown above its consent is a promise broken to that person."""
    rows = [person("א", "full"), person("ב", "role"), person("ג", "organisation"), person("ד", "counted")]
    published = publish_participants(process(*rows, policy=ConsentPolicy()), HEBREW)
    assert published is not None
    assert {(each.name, each.role, each.organisation) for each in published.listed} == {
        ("א", "רכזת", "עמותה"),
        (None, "רכזת", "עמותה"),
        (None, None, "עמותה"),
    }
    assert published.unlisted_count == 1


def test_a_default_without_a_basis_publishes_nobody() -> None:
    """An office that cannot say how consent was got has none."""
    published = publish_participants(process(person("א"), policy=ConsentPolicy(default_consent="full")), HEBREW)
    assert published is not None
    assert (published.listed, published.unlisted_count) == ((), 1)


def test_names_stand_in_hebrew_order_whatever_their_quotation_marks() -> None:
    """A reader who looks for a name in the list finds it where the alphabet puts it."""
    rows = [person(name, "full") for name in ("תמר", "ג׳ורג׳", "ג'ורג' ב", "אבי", "Dana", "בני")]
    published = publish_participants(process(*rows, policy=ConsentPolicy()), HEBREW)
    assert published is not None
    assert [each.name for each in published.listed] == ["אבי", "בני", "ג׳ורג׳", "ג'ורג' ב", "תמר", "Dana"]


def test_a_lone_small_figure_takes_the_smallest_other_with_it() -> None:
    """With one cell hidden, the total would give it away."""
    figures = suppress_small_figures([("academia", 3), ("business", 9), ("public", 7), ("government", 0)])
    assert [(each.sector, each.count, each.is_complement) for each in figures] == [
        ("academia", None, False),
        ("business", 9, False),
        ("public", None, True),
    ]


@given(st.lists(st.integers(0, 40), min_size=2, max_size=4))
def test_a_withheld_figure_cannot_be_computed_from_the_total(counts: list[int]) -> None:
    """For every withheld cell more than one value fits everything that is shown, unless there is nothing to hide behind."""
    sectors = ["a", "b", "c", "d"][: len(counts)]
    figures = suppress_small_figures(zip(sectors, counts, strict=True))
    hidden = [each for each in figures if each.count is None]
    if len(hidden) < 2:
        assert not hidden or sum(count > 0 for count in counts) == 1
        return
    rest = sum(counts) - sum(each.count or 0 for each in figures)
    ranges = [range(5, rest) if each.is_complement else range(1, 5) for each in hidden]
    fits = [values for values in product(*ranges) if sum(values) == rest]
    truth = tuple(dict(zip(sectors, counts, strict=True))[each.sector] for each in hidden)
    if all(value in (1, 4) for value in truth) and len(set(truth)) == 1:
        return  # all at the same edge (1, 1 or 4, 4): the rule of spec 3.3 itself leaves one reading
    assert len(fits) > 1
