"""What is drawn and what is only told: shares of responses, one bar alone, ones and twos."""

import re

import pytest
from msgspec.structs import replace

from generator.model.content import Response
from generator.model.published import PublishedProcess
from generator.rendering.context import CrossReferences, SiteContext
from generator.rendering.graphs import Datum, Graph, draw
from generator.views.graphs import response_graph
from generator.views.process import ProcessView
from generator.wording import Wording


def graph(*values: int, shape: str = "bars", label: str = "גוף %s") -> str:
    """A graph of these counts, as HTML."""
    data = tuple(Datum(label=label % at, value=value, shown=str(value)) for at, value in enumerate(values))
    return str(
        draw(
            Graph(
                id="x", name="x", sentence="משפט.", label_heading="גוף", value_heading="מספר", data=data, shape=shape
            ),
            Wording("he"),
        )
    )


@pytest.mark.parametrize(("values", "is_drawn"), [((3, 1), True), ((2, 1, 1), False), ((500,), False), ((7, 0), False)])
def test_a_picture_that_shows_nothing_is_not_drawn(values: tuple[int, ...], is_drawn: bool) -> None:
    """Eleven bars of ones, or one bar as wide as the page, are a picture of nothing; the sentence and the table stay."""
    html = graph(*values)
    assert ("<svg" in html) is ("<svg" in graph(*values, shape="columns")) is is_drawn
    assert "משפט." in html
    assert html.count("<tr>") == len(values) + 1


@pytest.mark.parametrize(("years", "named", "on_a_phone"), [(10, 10, 10), (16, 16, 8), (19, 19, 10), (30, 15, 8)])
def test_as_many_columns_are_named_as_stand_beside_each_other(years: int, named: int, on_a_phone: int) -> None:
    """A year without its name is counted on one's fingers; where every second one has none, the newest has."""
    html = graph(*[7] * years, shape="columns", label="20%02d")
    drawn = html[: html.index("<table")]
    assert (drawn.count(">20"), drawn.count('"c-note"')) == (named, on_a_phone)
    assert drawn.count(">7<") == years, "figures are narrower than years"
    assert re.search(rf'"c-note"[^>]*>20{years - 1:02d}<', drawn)


def test_a_long_label_is_cut_where_a_phone_has_no_room_and_nowhere_else() -> None:
    """Bodies of one long name begin alike; cut after its first words, they are all the same body."""
    name = "משרד הרווחה, הפיתוח האזורי ושיתוף הפעולה עם הרשויות המקומיות %s"
    html = graph(3, 4, label=name)
    drawn = html[: html.index("<table")]
    assert [drawn.count(f">{name % at}<") for at in (0, 1)] == [1, 1]
    assert drawn.count('class="c-narrow"') == drawn.count("…<") == 2
    assert "c-narrow" not in graph(3, 4)


def test_responses_are_shares_of_a_whole(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Who took part wants to know at a glance how much of what was said was taken up."""
    given = ["accepted"] * 5 + ["partly"] * 2 + ["declined"] * 3
    responses = tuple(Response(id=f"r{at}", heard="דעה", response=each) for at, each in enumerate(given))

    def view_of(given: tuple[Response, ...]) -> ProcessView:
        return ProcessView(
            process=replace(process, responses=given),
            cross_references=cross_references,
            context=context,
            wording=Wording("he"),
        )

    view = view_of(responses)
    shares = response_graph(view)
    assert shares is not None
    html = str(draw(shares, view.wording))
    assert "דעות שהתקבלו, כולן או חלקן: 7 מתוך 10." in html
    assert html.count("<rect") == 3
    assert [f'width="{share}.00%"' in html for share in (50, 20)] == [True, True]
    assert response_graph(view_of(())) is None
