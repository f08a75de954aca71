"""The graphs of a process: the same figures on its pages and in its editions."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.content import UNKNOWN
from generator.rendering.graphs import Datum, Graph
from generator.rendering.templates import render
from generator.views.participants import base_sentence, sector_lines
from generator.views.process import ProcessView
from generator.views.promises import TAKEN_UP, response_tallies
from generator.views.shared import once_a_view
from generator.views.summary import lag_text

PATTERNS = {"accepted": "bar", "partly": "hatch", "declined": "outline", UNKNOWN: "blank"}
"""How each response is told apart in the graph; what was only noted is dotted."""
_LEAST = 1.5
"""Per cent of the width: a day beside ten years is still seen."""
_HEIGHT = 66


@once_a_view
def sector_graph(view: ProcessView) -> Graph | None:
    """Participants by sector, the largest first; None when no figure by sector is published."""
    lines, _ = sector_lines(view), view.wording.gettext
    if not lines:
        return None
    data = tuple(Datum(label=each.title, value=each.count, shown=each.shown) for each in lines)
    sentence = _("The largest group is %(sector)s: %(count)s.") % {"sector": data[0].label, "count": data[0].shown}
    return Graph(
        id="by-sector",
        name=_("Participants by sector"),
        sentence=" ".join(filter(None, (sentence, base_sentence(view)))),
        label_heading=_("Sector"),
        value_heading=_("Participants"),
        data=data,
        source=_source(view),
    )


def _source(view: ProcessView) -> str:
    """Where the figures come from: a basis is not always consent, as of a public record."""
    people, _ = view.process.participants, view.wording.gettext
    if people is None or not people.basis:
        return _("Source: the list of participants, as they consented. Figures under 5 are not published.")
    words = _("Source: the list of participants; basis of publication: %(basis)s. Figures under 5 are not published.")
    return words % {"basis": people.basis.rstrip(".")}


@once_a_view
def response_graph(view: ProcessView) -> Graph | None:
    """What was done with what participants said, as shares of a whole; None where no response says what was done."""
    tallies, wording = response_tallies(view), view.wording
    if all(each.state.id == UNKNOWN for each in tallies):
        return None
    total = len(view.process.responses)
    taken_up = sum(each.count for each in tallies if each.state.id in TAKEN_UP)
    words = wording.ngettext(
        "%(count)s of %(total)s view was accepted, in whole or in part.",
        "%(count)s of %(total)s views were accepted, in whole or in part.",
        total,
    )
    return Graph(
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


@once_a_view
def timescale(view: ProcessView) -> Markup:
    """A `<figure>` whose sentence says the days; empty where a date is not known to the day, or the order is another."""
    record = view.process.record
    start, end, sent = record.start_date, record.end_date, record.closing.output_sent
    lag = view.process.closing_lag_days
    if not (start and end and sent) or lag is None or lag <= 0:
        return Markup()
    took = (end.last_day - start.first_day).days + 1
    late = min(max(100 * lag / (took + lag), _LEAST), 100 - _LEAST)
    is_rtl = view.wording.direction == "rtl"
    first, last = ("100%", "0") if is_rtl else ("0", "100%")
    drawing = Markup(
        '<text x="{first}" y="14">{began}</text><text x="{last}" y="14" text-anchor="end">{output}</text>'
        '<rect class="c-bar" x="{at:.2f}%" y="24" width="{share:.2f}%" height="14"/>'
        '<rect class="c-bar--soft" x="{then:.2f}%" y="24" width="{late:.2f}%" height="14"/>'
        '<text class="c-note" x="{first}" y="58">{start}</text>'
        '<text class="c-note" x="{last}" y="58" text-anchor="end">{sent}</text>'
    ).format(
        first=first,
        last=last,
        began=view.wording.gettext("Participation began"),
        output=view.wording.gettext("Output sent"),
        at=late if is_rtl else 0,
        share=100 - late,
        then=0 if is_rtl else 100 - late,
        late=late,
        start=view.wording.date(start),
        sent=view.wording.date(sent),
    )
    values = {"sentence": lag_text(view), "height": _HEIGHT, "direction": view.wording.direction, "drawing": drawing}
    return Markup(render("process/timescale.html", view.language, values))  # noqa: S704 - escaped by the template
