"""A law or a decision of the government in words, with its link."""

from __future__ import annotations

from generator.model.laws import parse_law
from generator.model.record import Source
from generator.rendering.links import Link, in_short, outside
from generator.wording import Wording


def source_link(source: Source, wording: Wording) -> Link:
    """What a process rests on: by its title, else by the law that it is, else by its bare address. Empty where none is given."""
    law = law_link(source.law, wording) if source.law else Link("")
    return Link(source.title or law.text or source.url or "", outside(source.url) or law.url)


def law_link(identifier: str, wording: Wording) -> Link:
    """What an identifier of `generator.model.laws` names, in the language of `wording`; its own text where it is none."""
    law = parse_law(identifier)
    if law is None:
        return Link(identifier)
    _, names = wording.gettext, {"number": law.number}
    if law.date:
        text = _("Government decision %(number)s of %(date)s") % (names | {"date": wording.date(law.date)})
    elif law.government:
        text = _("Decision %(number)s of government %(government)s of Israel") % (
            names | {"government": law.government}
        )
    elif law.number:
        text = _("Law %(number)s in the Knesset's legislation database") % names
    else:
        return in_short(Link(law.id, outside(law.url)))
    return Link(text, law.url)
