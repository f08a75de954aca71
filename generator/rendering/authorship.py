"""Who wrote the text of a process, and when: the author to cite, who need not be the body that convened the process.

A record's `written_by` says so, else the site's option of that name; without either the convening body is the author.
"""

from __future__ import annotations

from msgspec import Struct

from generator.model.dates import PartialDate
from generator.model.published import PublishedProcess
from generator.rendering.context import SiteContext
from generator.wording import Wording


class Authorship(Struct, frozen=True, kw_only=True):
    writer: str
    """Who is cited as author."""
    body: str
    """The convening body, by its name of the process's own time."""
    date: PartialDate | None
    """When the text was written; None where nobody said so."""
    is_body: bool
    """Whether the convening body is the author."""
    period: str = ""
    """When the process took place, in words; empty when no date is known."""
    is_example: bool = False
    """Whether it was made up."""

    def organised(self, wording: Wording) -> str:
        """What the body did, for a citation whose author it is not: `A process of the Ministry of Health, 2003`."""
        words = wording.gettext("A process of %(body)s") % {"body": wording.body(self.body)}
        return wording.comma.join(filter(None, (words, self.period)))

    def note(self, wording: Wording) -> str:
        """What a citation says beside author and title: that it is made up, and whose process it was; empty for a body's own."""
        words = [wording.gettext("Made-up example")] if self.is_example else []
        words += [] if self.is_body else [self.organised(wording)]
        return ". ".join(words)


def authorship_of(process: PublishedProcess, context: SiteContext, language: str) -> Authorship:
    """The authorship of a process, its names in `language`.

    The body's own text is dated by the day its output was sent, else by the end of participation.
    """
    record, names = process.record, process.ministry_name
    known = context.ministries.get(record.ministry)
    body = names.get(language) or names.get("he") or (known.name_in(language) if known else record.ministry)
    written = record.written_by
    writer = (written.name if written else None) or context.writer_in(language)
    own_date = record.closing.output_sent or record.end_date
    wording = context.wording_for(language)
    return Authorship(
        writer=writer or body,
        body=body,
        date=written.date if written and written.date else None if writer else own_date,
        is_body=writer is None,
        period=wording.period(record.start_date, record.end_date) if record.start_date or record.end_date else "",
        is_example=record.example,
    )


def notices(process: PublishedProcess, context: SiteContext, language: str) -> tuple[str, ...]:
    """What every page and edition of a process says of its text: that it is made up, and that the body did not write it."""
    wording, found = context.wording_for(language), []
    if process.record.example:
        found.append(made_up(wording))
    authorship = authorship_of(process, context, language)
    if not authorship.is_body and not process.record.example:
        shown = {"writer": authorship.writer, "body": wording.body(authorship.body)}
        if authorship.date:
            shown["date"] = wording.date(authorship.date)
            words = wording.gettext(
                "Written by: %(writer)s, %(date)s. The convening body, %(body)s, did not write this text."
            )
        else:
            words = wording.gettext("Written by: %(writer)s. The convening body, %(body)s, did not write this text.")
        found.append(words % shown)
    return tuple(found)


def made_up(wording: Wording) -> str:
    """What every page, edition and letter of an example says."""
    return wording.gettext("An example that was made up: its people, bodies, figures and decisions do not exist.")
