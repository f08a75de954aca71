"""Participants in figures: the picture by sector, which the record and the participants page both show."""

from __future__ import annotations

from markupsafe import Markup

from generator.rendering.graphs import draw
from generator.views.graphs import sector_graph
from generator.views.participants import sectors_sentence
from generator.views.process import ProcessView


def sector_chart(view: ProcessView) -> Markup | None:
    """Sentence, picture and table; the reason where the figures are withheld; None when no sector is known."""
    if sentence := sectors_sentence(view):
        return Markup("<p>{}</p>").format(sentence)
    graph = sector_graph(view)
    return draw(graph, view.wording) if graph else None
