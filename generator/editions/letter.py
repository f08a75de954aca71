"""A letter as Markdown, as a draft of a mail, or as HTML that a word processor opens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from typing import Literal

from markupsafe import Markup, escape
from msgspec import Struct

from generator.editions.letter_blocks import Address, Block, Heading, Items, LetterDraft, MissingFact, Span
from generator.editions.letter_draft import Side, draft_of
from generator.expressions import expression
from generator.markup import isolate
from generator.model.digest import digest
from generator.model.published import PublishedProcess
from generator.rendering.context import SiteContext
from generator.rendering.templates import render
from generator.wording import Wording

Form = Literal["markdown", "eml", "html"]
_MARKS = expression(r"([\\`*_\[\]])")
_LINE_MARKS = expression(r"^(\s*\d*)([#+-]|(?<=\d)[.)])", re.MULTILINE)
"""At the beginning of a line: a heading, a list, a numbered list."""
_TAGS = expression(r"&(?=#?\w+;)|[<>]")


class Letter(Struct, frozen=True):
    text: str
    missing_facts: tuple[str, ...]
    """What the letter should say and the data do not; each stands in the text as `[חסר: …]`."""


def letter(
    process: PublishedProcess, side: Side, wording: Wording, context: SiteContext, form: Form = "markdown"
) -> Letter:
    """The closing letter to `side` in the language of `wording`.

    `eml` is a draft (RFC 5322, `X-Unsent: 1`) without an addressee: nobody's address is known here.
    """
    return written(draft_of(process, side, wording, context), wording, form)


def written(draft: LetterDraft, wording: Wording, form: Form) -> Letter:
    """A letter in one of its forms."""
    write = {"markdown": _markdown, "eml": _mail, "html": _html}[form]
    return Letter(write(draft, wording), draft.missing_facts)


def _markdown(draft: LetterDraft, wording: Wording) -> str:
    def span(it: Span) -> str:
        if isinstance(it, Address):
            return f"<{it.url}>" if ":" in it.url or "@" in it.url else it.url
        return _missing(it, wording) if isinstance(it, MissingFact) else marked(it)

    def marked(text: str) -> str:
        written = _TAGS.sub(lambda mark: str(escape(mark[0])), _MARKS.sub(r"\\\1", text))
        return _LINE_MARKS.sub(r"\1\\\2", written)

    def block(it: Block) -> str:
        if isinstance(it, Heading):
            return f"## {marked(it.text)}"
        if isinstance(it, Items):
            return "\n".join(f"- {marked(item)}" for item in it.items)
        return " ".join(map(span, it.spans))

    return "\n\n".join((f"# {marked(draft.subject)}", *map(block, draft.blocks))) + "\n"


def _plain(draft: LetterDraft, wording: Wording) -> str:
    def block(it: Block) -> str:
        if isinstance(it, Heading):
            return f"{it.text}\n"
        if isinstance(it, Items):
            return "\n".join(f"• {item}" for item in it.items) + "\n"
        return "\n".join(_lines(it.spans, wording)) + "\n"

    return "\n".join(map(block, draft.blocks))


def _lines(spans: tuple[Span, ...], wording: Wording) -> Iterator[str]:
    """Words on one line, each address on its own, where its direction disturbs nothing."""
    words: list[str] = []
    for span in spans:
        if isinstance(span, Address):
            if words:
                yield " ".join(words)
            words = []
            yield span.url
        else:
            words.append(_missing(span, wording) if isinstance(span, MissingFact) else span)
    if words:
        yield " ".join(words)


def _html(draft: LetterDraft, wording: Wording) -> str:
    def shown(text: str) -> Markup:
        escaped = str(escape(text))
        return Markup(isolate(escaped) if draft.direction == "rtl" else escaped)  # noqa: S704 - escaped here

    def span(it: Span) -> Markup:
        if isinstance(it, Address):
            href = f"mailto:{it.url}" if "@" in it.url and ":" not in it.url else it.url
            return Markup('<a href="{}"><bdi dir="ltr">{}</bdi></a>').format(href, it.url)
        return Markup("<mark>{}</mark>").format(_missing(it, wording)) if isinstance(it, MissingFact) else shown(it)

    def block(it: Block) -> Markup:
        if isinstance(it, Heading):
            return Markup("<h2>{}</h2>").format(shown(it.text))
        if isinstance(it, Items):
            items = Markup("").join(Markup("<li>{}</li>").format(shown(item)) for item in it.items)
            return Markup("<ul>{}</ul>").format(items)
        return Markup("<p>{}</p>").format(Markup(" ").join(map(span, it.spans)))

    values = {"draft": draft, "subject": shown(draft.subject), "blocks": tuple(map(block, draft.blocks))}
    return render("editions/letter.html", draft.language, values) + "\n"


def _mail(draft: LetterDraft, wording: Wording) -> str:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(draft.subject.split())
    if draft.sender:
        message["From"] = draft.sender
        message["Reply-To"] = draft.sender
    if draft.to:
        message["To"] = draft.to
    message["X-Unsent"] = "1"
    text, html = _plain(draft, wording), _html(draft, wording)
    message.set_content(text, cte="base64")
    message.add_alternative(html, subtype="html", cte="base64")
    message["Content-Language"] = draft.language  # last: setting a content drops every Content- header
    message.set_boundary(f"sikum-{digest(text, html)}")
    return message.as_string()


def _missing(missing: MissingFact, wording: Wording) -> str:
    return wording.gettext("[Missing: %(what)s]") % {"what": missing.what}
