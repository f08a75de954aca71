"""The table of facts of a process, and its output profile in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import urls
from generator.model.record import Output, Partner
from generator.rendering.card import participants_text
from generator.rendering.facts import Fact
from generator.rendering.links import Link, inside, outside
from generator.rendering.terms import joined, term_in_text
from generator.views.process import ProcessView
from generator.views.shared import once_a_view


@once_a_view
def facts(view: ProcessView) -> tuple[Fact, ...]:
    """The facts of the record. Those that a reader expects are listed even when they are not stated."""
    record, language = view.process.record, view.language
    topics = view.context.topics
    found = [
        Fact(title=view.field("ministry"), items=(view.ministry(record.ministry),) if record.ministry else ()),
        *_given(view.field("partners"), partners(view)),
        Fact(title=view.field("kind"), items=_terms("kind", "kinds", (record.kind,), view)),
        Fact(title=view.field("methods"), items=_terms("method", "methods", record.methods, view)),
        *_given(
            view.field("topics"),
            (inside(urls.topic(each), topics[each].title_in(language)) for each in record.topics if each in topics),
        ),
        Fact(title=view.field("scope"), items=_terms("scope", "", (record.scope or "",), view)),
        Fact(
            title=view.field("participants"),
            items=_participants(view),
        ),
        *_given(view.field("reference"), _words("reference", record.reference, view)),
        *_given(view.field("license"), _licence(view)),
        *view.further(record.extra, view.structure.record),
        *_wide(view.field("output"), (Link(text) for text in (" ".join(profile(record.output, view)),) if text)),
        *_wide(view.field("output.expected"), _words("output.expected", record.output.expected, view)),
        *_wide(view.field("closing.why_now"), _words("closing.why_now", record.closing.why_now, view)),
    ]
    return tuple(found)


def _participants(view: ProcessView) -> tuple[Link, ...]:
    """How many took part; where only a list says so, they may have been more."""
    count, people = view.process.record.participants_count, view.process.participants
    if count is not None:
        return (Link(participants_text(count, view.context, view.language)),)
    if people is None:
        return ()
    words = view.wording.gettext("At least %(count)s, by the list of participants")
    return (Link(words % {"count": view.wording.number(people.count)}),)


def _licence(view: ProcessView) -> Iterator[Link]:
    """On what terms the process may be reused: its own licence, else the site's."""
    licence = view.context.licence_of(view.process.record)
    if licence is not None:
        yield Link(view.wording.text(licence.name), outside(licence.url))


def profile(output: Output, view: ProcessView) -> tuple[str, ...]:
    """The answers to the four questions as sentences; a question without an answer has none."""
    _ = view.wording.gettext

    def in_text(vocabulary: str, term: str) -> str:
        return term_in_text(view.structure, vocabulary, term, view.wording)

    def listed(vocabulary: str, terms: Iterable[str]) -> str:
        return joined((in_text(vocabulary, term) for term in terms), view.language)

    sentences = []
    if output.type and output.type != "other":
        sentences.append(_("%(type)s.") % {"type": view.term("output-type", output.type)})
    if output.audience:
        sentences.append(_("Audience: %(audience)s.") % {"audience": listed("audience", output.audience)})
    if output.purpose:
        sentences.append(_("Purpose: %(purpose)s.") % {"purpose": in_text("purpose", output.purpose)})
    if output.detail:
        sentences.append(_("Level of detail: %(detail)s.") % {"detail": in_text("detail", output.detail)})
    if output.distribution:
        ways = listed("distribution", output.distribution)
        sentences.append(_("Distribution: %(distribution)s.") % {"distribution": ways})
    if output.continuation:
        sentences.append(
            _("Continuation: a stage on the way.")
            if output.continuation == "next-stage"
            else _("Continuation: none, this is the final summary.")
        )
    return tuple(sentences)


def _terms(vocabulary: str, folder: str, terms: Iterable[str], view: ProcessView) -> tuple[Link, ...]:
    titles = ((term, view.term(vocabulary, term)) for term in terms if term)
    return tuple(inside(f"{folder}/{term}/", title) if folder else Link(title) for term, title in titles)


def _given(title: str, items: Iterable[Link]) -> tuple[Fact, ...]:
    found = tuple(items)
    return (Fact(title=title, items=found),) if found else ()


def _wide(title: str, items: Iterable[Link]) -> tuple[Fact, ...]:
    found = tuple(items)
    return (Fact(title=title, items=found, is_wide=True),) if found else ()


def _words(place: str, text: str | None, view: ProcessView) -> Iterator[Link]:
    """Words of the record, in whatever language they are shown."""
    if text:
        yield Link(text, language=view.foreign_words(place))


def partners(view: ProcessView) -> tuple[Link, ...]:
    """The partners: a body by its name in the registry, with whom or what the record names of it; else what the record says."""
    found = (_partner(index, partner, view) for index, partner in enumerate(view.process.record.partners))
    return tuple(each for each in found if each.text)


def _partner(index: int, partner: Partner, view: ProcessView) -> Link:
    if partner.ministry:
        body, words = view.ministry(partner.ministry), partner.in_words
        return Link(f"{body.text} – {words}", body.url) if words and words != body.text else body
    return Link(partner.in_words, language=view.foreign_words(f"partners[{index}].name"))
