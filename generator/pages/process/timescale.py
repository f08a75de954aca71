"""The days of a process on a scale: participation, then the days until its output was sent."""

from __future__ import annotations

from markupsafe import Markup

from generator.rendering.templates import render
from generator.views.process import ProcessView
from generator.views.summary import lag_text

_LEAST = 1.5
"""Per cent of the width: a day beside ten years is still seen."""
_HEIGHT = 66


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
