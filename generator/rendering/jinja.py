"""Jinja as Sikum's templates use it: escaping, strict about what is undefined, in one language.

`{{ _("…") }}` is translated once, when the template is read, and not for each page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, StrictUndefined
from jinja2.ext import InternationalizationExtension
from markupsafe import Markup

from generator.expressions import expression
from generator.wording import Wording

_PRINTED_WORDS = expression(r'\{\{ _\("([^"\\]+)"\) \}\}')


class PageEnvironment(Environment):
    """Escapes by default, knows no undefined value, and speaks one language: `_()` and `{% trans %}` are `wording`'s."""

    def __init__(self, wording: Wording, **options: Any) -> None:
        self.wording = wording
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            extensions=[_Words],
            optimized=False,  # looks for constants, of which `_Words` leaves none
            cache_size=-1,  # all of them, in a plain dictionary: an include asks for its template each time
            auto_reload=False,
            **options,
        )
        self.newstyle_gettext = True
        """What the extension asks: variables are given to `gettext` as keywords."""
        self.globals.clear()  # of Jinja's own functions no template asks for any, and each include copies all there are
        self.globals.update(_=self.words, gettext=self.words, ngettext=self.counted, wording=wording)

    def words(self, message: str, /, **variables: object) -> Markup:
        """`_()`: the message, which may hold markup, with the variables escaped."""
        return Markup(self.wording.gettext(message)) % variables  # noqa: S704 - our own words

    def counted(self, one: str, many: str, num: int, /, **variables: object) -> Markup:
        """`{% trans %}` with a plural."""
        return Markup(self.wording.ngettext(one, many, num)) % {"num": num, **variables}  # noqa: S704 - our own words


class _Words(InternationalizationExtension):
    """`{{ _("…") }}` is translated when the template is read: the language is the environment's, and the words are its text."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        words: Callable[[str], str] = self.environment.words  # type: ignore[attr-defined]
        return _PRINTED_WORDS.sub(lambda match: words(match[1]), source)
