"""The letter to one person: every point that they made, and what was done with it. It is shown to nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.editions.context import edition_of
from generator.editions.letter_blocks import Address, Block, Heading, Items, LetterDraft, Paragraph
from generator.editions.letter_draft import Author
from generator.model.published import PublishedProcess
from generator.rendering.context import CrossReferences, SiteContext
from generator.views.coverage import coverage_sentences
from generator.wording import Wording


class Answer(Struct, frozen=True):
    """Where one point is answered."""

    response: str | None
    """Id of the response; None while the point waits."""
    anchor: str | None
    """On the page of responses; None for a point that waits and has no code."""


class Point(Struct, frozen=True):
    """One point, as its author made it."""

    text: str | None
    ref: str
    answers: tuple[Answer, ...]


def draft_to_one(
    process: PublishedProcess, points: Sequence[Point], to: str, wording: Wording, context: SiteContext
) -> LetterDraft:
    """The letter in the language of `wording`; what was said and answered stays in the language it was written in."""
    author = Author(edition_of(process, CrossReferences(), context, wording))
    contact = process.record.closing.contact
    return LetterDraft(
        language=wording.language,
        direction=wording.direction,
        subject=wording.gettext("What was done with what you said: %(title)s") % {"title": author.title},
        blocks=tuple(_blocks(author, points)),
        sender=contact.email if contact else None,
        to=to,
    )


def _blocks(author: Author, points: Sequence[Point]) -> Iterator[Block]:
    _ = author.edition.wording.gettext
    yield from author.made_up()
    yield Paragraph((_("Hello,"),))
    yield Paragraph(
        (_('Thank you for the time and the thought that you gave to "%(title)s".') % {"title": author.title},)
    )
    yield from author.about()
    for point in points:
        yield Heading(_("You said (reference %(ref)s)") % {"ref": point.ref})
        if point.text:
            yield Paragraph((" ".join(point.text.split()),))
        yield from _answers(author, point)
    if coverage := coverage_sentences(author.edition.view):
        yield Heading(_("All that was said"))
        yield Paragraph(coverage)
    yield from author.contact()


def _answers(author: Author, point: Point) -> Iterator[Block]:
    _, edition = author.edition.wording.gettext, author.edition
    page = edition.process.urls.responses
    responses = {each.id: each for each in edition.process.responses}
    for answer in point.answers:
        found = responses.get(answer.response or "")
        if found is None:
            yield Paragraph((_("It awaits an answer."),))
        else:
            yield Items((author.response(replace(found, voices=None)),))
        if answer.anchor and edition.context.site_url:
            yield Paragraph((_("It stands here:"), Address(f"{edition.context.absolute(page)}#{answer.anchor}")))
