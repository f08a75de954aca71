"""`/<id>/since-sent/`: the old and the new wording of bottom lines, promises and outcomes that changed since it was sent."""

from __future__ import annotations

from generator.model.since_sent import Rewording, SinceSent
from generator.model.site import ROOT, Page
from generator.pages.process.layout import make_page
from generator.views.process import ProcessView


def since_sent_page(view: ProcessView, since: SinceSent) -> Page:
    """The page, in the process's own language."""
    _ = view.wording.gettext
    titles = {
        "bottom-line": _("The bottom lines"),
        "promise": _("Promises to participants"),
        "outcome": _("Outcomes: what happens with the output"),
    }
    groups = [
        (title, [(each, _place(each, view)) for each in since.rewordings if each.of == of])
        for of, title in titles.items()
    ]
    values = {"day": since.day, "groups": [(title, found) for title, found in groups if found]}
    entry = view.entry(view.process.urls.since_sent)
    return make_page(view, entry, "process/since-sent.html", values, description=view.process.record.short_description)


def _place(rewording: Rewording, view: ProcessView) -> str:
    """Where the new wording stands; empty for what was taken out."""
    if rewording.after is None:
        return ""
    own = view.process.urls
    if rewording.of == "promise":
        return f"{ROOT}{own.promise(rewording.id)}"
    return f"{ROOT}{own.base}#{rewording.id or 'bottom-lines'}"
