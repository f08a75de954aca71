"""Consent is applied once, and what was withheld cannot be worked out from what is shown."""

from itertools import product

from hypothesis import given, settings
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


def test_a_small_figure_takes_the_smallest_others_with_it() -> None:
    """With one cell hidden, the total would give it away; with two that look different, so would their looks."""
    figures = suppress_small_figures([("academia", 3), ("business", 9), ("public", 7), ("government", 0)])
    assert [(each.sector, each.count) for each in figures] == [("academia", None), ("business", 9), ("public", None)]
    figures = suppress_small_figures([("business", 1), ("academia", 5), ("public", 5), ("government", 9)])
    assert [each.count for each in figures] == [None, None, 9, None]


def test_figures_that_have_nothing_to_hide_among_are_not_published() -> None:
    """Of three people in all, a hidden figure is three."""
    assert suppress_small_figures([("academia", 3)]) == ()
    assert suppress_small_figures([("academia", 4), ("business", 4)]) == ()
    assert [each.count for each in suppress_small_figures([("academia", 5), ("business", 6)])] == [5, 6]


@settings(max_examples=60)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_whoever_knows_the_rule_and_the_total_learns_no_small_figure(counts: list[int]) -> None:
    """The attacker tries every set of figures: each that gives the same publication and the same total is possible."""
    sectors = [f"s{index}" for index in range(len(counts))]
    published = suppress_small_figures(zip(sectors, counts, strict=True))
    shown = {each.sector: each.count for each in published}
    hidden = [sector for sector in sectors if sector in shown and shown[sector] is None]
    rest = sum(counts) - sum(count or 0 for count in shown.values())
    possible = [
        guess
        for guess in product(range(1, rest + 1), repeat=len(hidden))
        if sum(guess) == rest
        and suppress_small_figures({**shown, **dict(zip(hidden, guess, strict=True))}.items()) == published
    ] if hidden else []  # fmt: skip
    for index, sector in enumerate(hidden):
        values = {guess[index] for guess in possible}
        assert len(values) > 1, (sector, values)
        assert min(values) < 5 <= max(values), "not even that it is small"
    if not published:
        assert not any(count >= 5 for count in counts) or sum(counts) < 5 + len(counts)
