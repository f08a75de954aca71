"""Who took part, in figures and sentences, as far as consent goes: the same on pages and in editions."""

from __future__ import annotations

from msgspec import Struct

from generator.views.process import ProcessView


class SectorLine(Struct, frozen=True, kw_only=True):
    """The participants of a sector."""

    title: str
    count: int | None
    """None where it is withheld."""
    shown: str


def sector_lines(view: ProcessView) -> tuple[SectorLine, ...]:
    """Participants by sector, the largest first, withheld figures last and in an order that tells nothing of their size.

    Empty where no figure is published; see `sectors_sentence`.
    """
    people = view.process.participants
    figures = people.sectors if people else ()
    if not any(each.count for each in figures):
        return ()
    return tuple(
        SectorLine(title=view.term("sector", each.sector), count=each.count, shown=_shown(each.count, view))
        for each in sorted(figures, key=lambda each: -(each.count or 0))
    )


def sectors_sentence(view: ProcessView) -> str:
    """Says that the figures by sector are withheld, where sectors are known and all of them are; else empty."""
    people = view.process.participants
    if people is None or not people.sectors or sector_lines(view):
        return ""
    return view.wording.gettext("The groups are too small for their figures to be published.")


def base_sentence(view: ProcessView) -> str:
    """`Of 37 in the list; 86 took part.`: of whom figures by sector are; empty where the list has everybody."""
    people, total = view.process.participants, view.process.record.participants_count
    if people is None or total is None or total <= people.count:
        return ""
    words = view.wording.gettext("Of %(listed)s in the list; %(total)s took part.")
    return words % {"listed": view.wording.number(people.count), "total": view.wording.number(total)}


def participants_sentences(view: ProcessView) -> tuple[str, ...]:
    """How many are not in the list, and why."""
    people, wording = view.process.participants, view.wording
    if people is None:
        return ()
    found = []
    if count := people.unlisted_count:
        text = wording.ngettext(
            "%(count)s more participant is counted without details, since there is no consent to publish them.",
            "%(count)s more participants are counted without details, since there is no consent to publish them.",
            count,
        )
        found.append(text % {"count": wording.number(count)})
    total = view.process.record.participants_count or 0
    if (rest := total - people.count) > 0:
        text = wording.ngettext(
            "%(count)s more took part and is not in the list.",
            "%(count)s more took part and are not in the list.",
            rest,
        )
        found.append(text % {"count": wording.number(rest)})
    return tuple(found)


def _shown(count: int | None, view: ProcessView) -> str:
    """A figure, or that it is withheld: it may be none of the small ones, only one from which such a one could be worked out."""
    return view.wording.gettext("not published") if count is None else view.wording.number(count)
