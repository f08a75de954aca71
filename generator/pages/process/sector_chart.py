"""Participants in figures: the picture by sector, which the record and the participants page both show."""

from __future__ import annotations

from markupsafe import Markup

from generator.rendering.graphs import Datum, Graph, draw
from generator.views.process import ProcessView

WITHHELD = "–"
"""Shown for a figure that could point at a person, and for one from which such a figure could be worked out."""


def sector_chart(view: ProcessView) -> Markup | None:
    """Participants by sector, the largest first: sentence, picture and table. None when no sector is known."""
    people = view.process.participants
    if people is None or not people.sectors:
        return None
    _, wording = view.wording.gettext, view.wording
    data = tuple(
        Datum(
            label=view.term("sector", each.sector),
            value=each.count,
            shown=WITHHELD if each.count is None else wording.number(each.count),
        )
        for each in sorted(people.sectors, key=lambda each: -(each.count or 0))
    )
    if not any(datum.value for datum in data):
        return Markup("<p>{}</p>").format(_("The groups are too small for their figures to be published."))
    largest = {"sector": data[0].label, "count": data[0].shown}
    graph = Graph(
        id="by-sector",
        name=_("Participants by sector"),
        sentence=_("The largest group is %(sector)s: %(count)s.") % largest,
        label_heading=_("Sector"),
        value_heading=_("Participants"),
        data=data,
        source=_("Source: the list of participants, after consent. Figures under 5 are not published."),
    )
    return draw(graph, wording)
