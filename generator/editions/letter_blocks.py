"""What a closing letter is made of, before it takes the form of Markdown, mail or HTML."""

from __future__ import annotations

from msgspec import Struct


class Address(Struct, frozen=True):
    """An address of the web or of mail, to stand by itself."""

    url: str


class MissingFact(Struct, frozen=True):
    """Something the letter should say and the data do not."""

    what: str


Span = str | Address | MissingFact


class Paragraph(Struct, frozen=True):
    spans: tuple[Span, ...]


class Heading(Struct, frozen=True):
    text: str


class Items(Struct, frozen=True):
    items: tuple[str, ...]


Block = Paragraph | Heading | Items


class LetterDraft(Struct, frozen=True, kw_only=True):
    """A letter before it takes the form of Markdown, mail or HTML."""

    language: str
    direction: str
    subject: str
    blocks: tuple[Block, ...]
    sender: str | None
    """Mail address of the contact, to whom answers go."""
    to: str | None = None
    """Mail address of the one person it is for; None for a letter to all."""

    @property
    def missing_facts(self) -> tuple[str, ...]:
        spans = (span for block in self.blocks if isinstance(block, Paragraph) for span in block.spans)
        return tuple(span.what for span in spans if isinstance(span, MissingFact))
