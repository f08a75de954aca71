"""How many of the points that people made were answered, in words: the same on pages, in editions and in letters."""

from __future__ import annotations

from generator.views.process import ProcessView


def coverage_sentences(view: ProcessView) -> tuple[str, ...]:
    """`312 of 340 points were answered; 28 await an answer.` Empty where nobody counted."""
    coverage, wording = view.process.coverage, view.wording
    if coverage is None:
        return ()
    if coverage.total is None:
        return (wording.gettext("The figures of the points that were answered are too small to be published."),)
    total = wording.number(coverage.total)
    if coverage.answered is None:
        words = wording.gettext(
            "%(total)s points were made; how many were answered would say too much of a few people to be published."
        )
        return (words % {"total": total},)
    if not coverage.waiting:
        return (wording.gettext("All of %(total)s points were answered.") % {"total": total},)
    words = wording.gettext("%(answered)s of %(total)s points were answered; %(waiting)s await an answer.")
    shown = {"answered": coverage.answered, "waiting": coverage.waiting}
    return (words % {"total": total, **{name: wording.number(count) for name, count in shown.items()}},)


def points_in_words(response: str, view: ProcessView) -> str:
    """`answers 41 points`; what stands in place of a figure that is withheld; empty where nobody counted, or none named it."""
    coverage, wording = view.process.coverage, view.wording
    if coverage is None or response not in coverage.responses:
        return ""
    count = coverage.responses[response]
    if count is None:
        return wording.gettext(
            "How many points it answers is not published: the figure is small, or would tell a small one."
        )
    if not count:
        return ""
    words = wording.ngettext("Answers %(shown)s point.", "Answers %(shown)s points.", count)
    return words % {"shown": wording.number(count)}


def codes_of(response: str, view: ProcessView) -> tuple[str, ...]:
    """The anchors at a response."""
    coverage = view.process.coverage
    return coverage.codes.get(response, ()) if coverage else ()
