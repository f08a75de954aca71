"""The closing letter to participants or partners: only what the data say, and what they do not say named as missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from generator.editions.context import EditionContext, edition_of
from generator.editions.letter_blocks import Address, Block, Heading, Items, LetterDraft, MissingFact, Paragraph, Span
from generator.editions.promises_and_responses import NO_OUTCOME, voices_in_words
from generator.editions.summary import output_in_words
from generator.model.content import Response
from generator.model.published import PublishedProcess, PublishedPromise
from generator.model.record import Goal, Outcome
from generator.rendering.authorship import made_up
from generator.rendering.context import CrossReferences, SiteContext
from generator.views.coverage import coverage_sentences
from generator.views.outcomes import OutcomeView, outcome_in_words, outcome_views, step_in_words, step_views
from generator.views.translated import in_language
from generator.wording import Wording

Side = Literal["participants", "partners"]
ON_THE_WAY = "next-stage"
PENDING = "pending"


def draft_of(process: PublishedProcess, side: Side, wording: Wording, context: SiteContext) -> LetterDraft:
    """The letter to one side in the language of `wording`; facts stay in the language they were written in."""
    translation = next((each for each in process.translations if each.language == wording.language), None)
    told = in_language(process, translation) if translation else process
    author = Author(edition_of(told, CrossReferences(), context, wording))
    contact = process.record.closing.contact
    return LetterDraft(
        language=wording.language,
        direction=wording.direction,
        subject=author.subject(side),
        blocks=tuple(author.to_participants() if side == "participants" else author.to_partners()),
        sender=contact.email if contact else None,
    )


class Author:
    """Writes the parts of letters."""

    def __init__(self, edition: EditionContext) -> None:
        self.edition = edition
        self.record = edition.process.record
        self._ = edition.wording.gettext
        translations = {each.language: each for each in edition.process.translations}
        translation = (
            translations.get(edition.wording.language) if edition.wording.language != self.record.language else None
        )
        self.title = translation.title if translation else self.record.title
        written = tuple(line.text for line in self.record.bottom_lines)
        self.bottom_lines = (translation.bottom_lines if translation else ()) or written

    def subject(self, side: Side) -> str:
        message = self._("What came out of the process: %(title)s")
        if side == "partners":
            message = self._("Closing the process together: %(title)s")
        return message % {"title": self.title}

    def made_up(self) -> Iterator[Block]:
        """For an example, that it is one."""
        if self.record.example:
            yield Paragraph((made_up(self.edition.wording),))

    def to_participants(self) -> Iterator[Block]:
        _ = self._
        yield from self.made_up()
        yield Paragraph((_("To everyone who took part,"),))
        yield Paragraph(
            (_('Thank you for the time and the thought that you gave to "%(title)s".') % {"title": self.title},)
        )
        yield from self.about()
        yield from self.output()
        if self.bottom_lines:
            yield Heading(_("The bottom lines"))
            yield Items(tuple(map(_whole, self.bottom_lines)))
        yield Heading(_("What was done with what you said"))
        if coverage := coverage_sentences(self.edition.view):
            yield Paragraph(coverage)
        yield from self.responses()
        yield from self.promises()
        yield from self.outcomes()
        if steps := tuple(self.next_steps()):
            yield Heading(_("The next steps"))
            yield Items(tuple(map(_whole, steps)))
        yield from self.missing_stage()
        yield from self.contact()

    def responses(self) -> Iterator[Block]:
        """What was done with each view; or the page's sentence that nothing is written, and the reason."""
        _, written = self._, self.edition.process.responses
        reasons = {each.subject: each.reason for each in self.record.closing.waived}
        if not written and (reason := reasons.get("responses")):
            yield Paragraph((_("It is not written what was done with what was said."), reason))
        else:
            yield from self.items(map(self.response, written), _("what was done with the views (responses.yml)"))

    def to_partners(self) -> Iterator[Block]:
        _, closing = self._, self.record.closing
        yield from self.made_up()
        yield Paragraph((_("To:"),))
        partners = self.edition.partners
        yield Items(partners) if partners else Paragraph((MissingFact(_("who the partners are (partners)")),))
        yield Paragraph((_("To the partners in the process,"),))
        yield Paragraph((_('Thank you for planning and leading "%(title)s" together.') % {"title": self.title},))
        yield from self.about()
        yield Heading(_("What was agreed on the ending"))
        yield self.gate_step("partners-aligned", self.edition.date(closing.partners_aligned))
        if closing.why_now:
            yield Paragraph((f"{self.edition.field('closing.why_now')}: {closing.why_now}",))
        yield Heading(_("The first expectations, and what became of them"))
        yield self.gate_step("expectations-revisited", self.edition.date(closing.expectations_revisited))
        expected = self.record.output.expected
        label = self.edition.field("output.expected")
        yield Paragraph((f"{label}: {expected}",) if expected else (MissingFact(f"{label} (output.expected)"),))
        yield from self.items(map(self.goal, self.record.goals), f"{self.edition.field('goals')} (goals)")
        yield from self.promises()
        yield from self.output()
        yield from self.outcomes()
        yield Heading(_("How we go on together"))
        yield from self.items(self.next_steps(), _("the next steps and how co-operation goes on (closing.next_steps)"))
        yield from self.missing_stage()
        yield from self.contact()

    def about(self) -> Iterator[Block]:
        """Who convened it, when it was, how many came."""
        _, wording, record = self._, self.edition.wording, self.record
        facts: list[Span] = [_("Convened by: %(body)s.") % {"body": self.edition.ministry}]
        if record.end_date:
            facts.append(
                _("It took place: %(period)s.") % {"period": wording.period(record.start_date, record.end_date)}
            )
        else:
            facts.append(MissingFact(_("when the process ended (end_date)")))
        if record.participants_count is not None:
            count = record.participants_count
            words = wording.ngettext("%(shown)s person took part.", "%(shown)s people took part.", count)
            facts.append(words % {"shown": wording.number(count)})
        if record.status == "open":
            facts.append(MissingFact(_("the process has not ended yet (status)")))
        yield Paragraph(tuple(facts))

    def output(self) -> Iterator[Block]:
        _, output = self._, self.record.output
        yield Heading(_("The output"))
        words = output_in_words(self.edition)
        about: list[Span] = [f"{words}."] if words else [MissingFact(_("what the output is, and for whom (output)"))]
        if output.continuation:
            about.append(f"{self.edition.term('continuation', output.continuation)}.")
        yield Paragraph(tuple(about))
        link: tuple[Span, ...] = (
            _("The full document, with all that was said and promised:"),
            Address(self.edition.permalink),
        )
        yield Paragraph(
            link if self.edition.context.site_url else (*link, MissingFact(_("the site's own address (site_url)")))
        )

    def promises(self) -> Iterator[Block]:
        if self.edition.process.promises:
            yield Heading(self._("What was promised, and what came of it"))
            yield Items(tuple(_whole(self.promise(each)) for each in self.edition.process.promises))

    def outcomes(self) -> Iterator[Block]:
        yield Heading(self._("What is expected to happen"))
        yield from self.items(
            map(self.outcome, self.record.outcomes, outcome_views(self.edition.view)),
            self._("what will happen to the output (outcomes)"),
        )

    def contact(self) -> Iterator[Block]:
        _, contact = self._, self.record.closing.contact
        yield Heading(_("The door stays open"))
        if contact is None:
            yield Paragraph((MissingFact(_("whom to turn to (closing.contact)")),))
        else:
            named = ", ".join(filter(None, (contact.name, contact.role, contact.phone)))
            spans: tuple[Span, ...] = (_("To ask, to add or to disagree:"), named)
            yield Paragraph((*spans, Address(contact.email)) if contact.email else spans)
        yield Paragraph((_("With thanks,"),))
        yield Paragraph((self.edition.ministry,))

    def missing_stage(self) -> Iterator[Block]:
        """A stage on the way has to say what comes after it."""
        if self.record.output.continuation == ON_THE_WAY and self.record.output.next_stage is None:
            yield Paragraph((MissingFact(self._("what the next stage is (output.next_stage)")),))

    def gate_step(self, step: str, date: str) -> Paragraph:
        """When it was done, why it was not, or that nobody says."""
        title = self.edition.subject(step)
        reasons = {waiver.subject: waiver.reason for waiver in self.record.closing.waived}
        if date or step in reasons:
            return Paragraph((f"{title}: {date or reasons[step]}",))
        return Paragraph((MissingFact(f"{title} (closing.{step.replace('-', '_')})"),))

    def items(self, items: Iterable[str], missing: str) -> Iterator[Block]:
        found = tuple(map(_whole, items))
        yield Items(found) if found else Paragraph((MissingFact(missing),))

    def next_steps(self) -> Iterator[str]:
        for step in step_views(self.edition.view):
            yield _sentence(
                step.text, ", ".join(filter(None, (step.who, self.edition.date(step.due), step_in_words(step))))
            )
        stage = self.record.output.next_stage
        if stage and stage.description:
            text = self._("The next stage: %(stage)s") % {"stage": stage.description}
            yield _sentence(text, self.edition.date(stage.date))

    def response(self, response: Response) -> str:
        done = self.edition.term("response", response.response)
        voices = voices_in_words(response.voices, self.edition)
        heard = f"{response.heard.rstrip('.')} ({voices})" if voices else response.heard
        return _sentence(heard, _stated(done, response.explanation))

    def promise(self, published: PublishedPromise) -> str:
        promise = published.promise
        facts = [self.edition.term("promise-status", promise.status)]
        if published.is_overdue:
            facts.append(self._("Overdue"))
        if promise.status == PENDING and promise.due:
            facts.append(self._("until %(date)s") % {"date": self.edition.date(promise.due)})
        return _sentence(promise.text, _stated(", ".join(filter(None, facts)), promise.explanation or promise.done))

    def goal(self, goal: Goal) -> str:
        return _sentence(goal.text, _stated(self.edition.term("met", goal.met), goal.note))

    def outcome(self, outcome: Outcome, view: OutcomeView) -> str:
        kind = self.edition.term("outcome-type", outcome.type)
        if outcome.type == NO_OUTCOME:
            return _sentence(kind, outcome.note)
        state = self.edition.term("outcome-state", outcome.state)
        facts = (
            # a Hebrew or Arabic state agrees with no title that it stands beside
            self._("state: %(state)s") % {"state": state} if state else None,
            outcome.reference if outcome.title else None,
            self.edition.date(outcome.date),
            outcome_in_words(view),
        )
        about = _stated(", ".join(filter(None, facts)), outcome.note)
        return _sentence(outcome.title or outcome.reference or kind, about)


def _whole(text: str) -> str:
    """An item of a list as a sentence: some of what people wrote ends with a full stop, and some does not."""
    return text if not text or text.rstrip().endswith((".", "!", "?", "؟", ":", "…")) else f"{text}."


def _sentence(text: str, more: str | None) -> str:
    """`text – more`, or the one that is there."""
    return f"{text.rstrip('.')} – {more}" if text and more else text or more or ""


def _stated(state: str, more: str | None) -> str:
    """`state: more`, or the one that is there."""
    return f"{state}: {more}" if state and more else state or more or ""
