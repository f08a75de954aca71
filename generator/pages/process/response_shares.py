"""What was done with what participants said, as shares of a whole: on the record and above the responses."""

from __future__ import annotations

from markupsafe import Markup

from generator.rendering.graphs import Datum, Graph, draw
from generator.views.process import ProcessView
from generator.views.promises import response_tallies

PATTERNS = {"accepted": "bar", "partly": "hatch", "declined": "outline"}
"""How each response is told apart in the graph; what was only noted is dotted."""
TAKEN_UP = ("accepted", "partly")


def response_shares(view: ProcessView) -> Markup | None:
    """The sentence, one bar cut into shares and the tally under it; None where nothing was responded to."""
    tallies, wording = response_tallies(view), view.wording
    if not tallies:
        return None
    total = len(view.process.responses)
    taken_up = sum(each.count for each in tallies if each.state.id in TAKEN_UP)
    words = wording.ngettext(
        "%(count)s of %(total)s view was accepted, in whole or in part.",
        "%(count)s of %(total)s views were accepted, in whole or in part.",
        total,
    )
    graph = Graph(
        id="response-shares",
        name=wording.gettext("Responses by what was done"),
        sentence=words % {"count": wording.number(taken_up), "total": wording.number(total)},
        label_heading=wording.gettext("What was done"),
        value_heading=wording.gettext("Views"),
        data=tuple(
            Datum(
                label=each.state.title,
                value=each.count,
                shown=wording.number(each.count),
                style=PATTERNS.get(each.state.id, "dots"),
                state=each.state.id,
            )
            for each in tallies
        ),
        shape="stack",
    )
    return draw(graph, wording)
