"""Participants in figures: the picture by sector, which the record and the participants page both show."""

from __future__ import annotations

from markupsafe import Markup

from generator.rendering.graphs import Datum, Graph, draw
from generator.views.participants import base_sentence, sector_lines, sectors_sentence
from generator.views.process import ProcessView


def sector_chart(view: ProcessView) -> Markup | None:
    """Participants by sector, the largest first: sentence, picture and table. None when no sector is known."""
    if sentence := sectors_sentence(view):
        return Markup("<p>{}</p>").format(sentence)
    lines, _ = sector_lines(view), view.wording.gettext
    if not lines:
        return None
    data = tuple(Datum(label=each.title, value=each.count, shown=each.shown) for each in lines)
    sentence = _("The largest group is %(sector)s: %(count)s.") % {"sector": data[0].label, "count": data[0].shown}
    graph = Graph(
        id="by-sector",
        name=_("Participants by sector"),
        sentence=" ".join(filter(None, (sentence, base_sentence(view)))),
        label_heading=_("Sector"),
        value_heading=_("Participants"),
        data=data,
        source=_("Source: the list of participants, as they consented. Figures under 5 are not published."),
    )
    return draw(graph, view.wording)
