"""What a fault looks like: where it is (`Span`), what kind it is (`Rule`), and one case of it (`Finding`).

Nothing here reads a file, knows a rule by name, or puts a finding into words: the catalogue of rules is
`generator.rules`, and `generator.wording` makes the words. `finding` is the only way to make a finding, so that
its severity is always the one that the rule's entry gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace


class Severity(StrEnum):
    """`error`: what is published would be wrong, missing or not consented to. `warning`: sound, but someone should look."""

    ERROR = "error"
    WARNING = "warning"


class Span(Struct, frozen=True, order=True, gc=False):
    """Where in a source file. Lines and columns count from 1, in code points; the end is exclusive."""

    path: str
    """Relative to the folder that is checked, with `/`."""
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @classmethod
    def start_of(cls, path: str) -> Span:
        """The first character of a file: where a fault of the whole file is shown."""
        return cls(path, 1, 1, 1, 1)


NOWHERE = Span("")
"""Where the place is not kept."""


class Text(Struct, frozen=True, kw_only=True):
    """One text in the three languages of the product."""

    he: str
    ar: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in `language`; Hebrew for any language Sikum does not speak."""
        return {"he": self.he, "ar": self.ar, "en": self.en}.get(language, self.he)


class Rule(Struct, frozen=True, kw_only=True):
    """A kind of fault. `code` is never reused; `name` names the fault, so that "allow *name*" reads well."""

    code: str
    """A family letter and three digits, for example `F021`."""
    name: str
    """Kebab-case, for example `unknown-ministry`."""
    severity: Severity
    """The severity when nothing lowers it; families C and G follow the process's status (spec 3.5)."""
    message: Text
    """What is wrong; a `str.format` template over the finding's values. Can stand alone, gives no advice."""
    hint: Text
    """What to do; a template over the same values."""
    what: Text
    """What the rule wants."""
    why: Text
    """Why it matters, and where the rule comes from."""
    wrong: str
    """An example that raises the rule: one or more files, each headed by a line `=== path`, under a content folder."""
    right: str
    """The same example, mended."""
    since: str = "1.0"


class Related(Struct, frozen=True, order=True, gc=False):
    """Another place that takes part in a fault, for example the first of two equal ids."""

    span: Span
    message: str
    """Key of a short phrase in the wording catalogue, for example `first-here`."""


class Finding(Struct, frozen=True, kw_only=True, gc=False):
    """One fault at one place. It holds values, not words: the entry point words it in the reader's language."""

    rule: str
    """Code of the rule, for example `F021`."""
    severity: Severity
    span: Span
    values: dict[str, str] = field(default_factory=dict)
    """Fills the templates of the rule's message and hint. Never a participant's name (spec 3.3)."""
    hint: str | None = None
    """Key of another hint than the rule's own, from `Rule`-independent phrases, such as `did-you-mean`; None for the rule's."""
    related: tuple[Related, ...] = ()
    subject: str = ""
    """What a waiver would name: a gate id, an element or a part; empty when nothing can waive it (spec 3.5)."""
    is_private: bool = False
    """The text at the span may hold a participant's name: no format shows it (spec 3.3)."""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Findings are shown by path, line, column, code."""
        return (self.span.path, self.span.line, self.span.column, self.rule)

    @property
    def is_error(self) -> bool:
        """Whether it is an error as it stands, its process's status having been taken into account."""
        return self.severity is Severity.ERROR

    def as_warning(self) -> Finding:
        """The same finding with the weight of a warning: what a process that is still closing gets (spec 3.5)."""
        return replace(self, severity=Severity.WARNING)

    def as_error(self) -> Finding:
        """The same finding with the weight of an error: a mark that is left in a closed process."""
        return replace(self, severity=Severity.ERROR)


def finding(
    rule: Rule,
    span: Span,
    values: Mapping[str, object] | None = None,
    *,
    subject: str = "",
    hint: str | None = None,
    related: tuple[Related, ...] = (),
    is_private: bool = False,
) -> Finding:
    """A finding of `rule` at `span`, with the severity of the rule's entry. Each of `values` becomes text."""
    return Finding(
        rule=rule.code,
        severity=rule.severity,
        span=span,
        values={name: str(value) for name, value in (values or {}).items()},
        hint=hint,
        related=related,
        subject=subject,
        is_private=is_private,
    )


def as_warning(found: Finding) -> Finding:
    """The same finding as a warning, where its rule is an error in texts that people write and this is a file beside them."""
    return replace(found, severity=Severity.WARNING)
