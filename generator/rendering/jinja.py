"""Jinja as Sikum's templates use it: escaping, strict about what is undefined, in one language.

`{{ _("…") }}` is translated once, when the template is read, and not for each page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from jinja2.ext import InternationalizationExtension
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from generator.wording import Wording

_PRINTED_WORDS = re.compile(r'\{\{ _\("([^"\\]+)"\) \}\}')
_SPECIAL = re.compile("[&<>'\"]")
"""What `escape` writes otherwise."""


def escaped(value: object, _has_special: Callable[[str], object] = _SPECIAL.search) -> str:
    """`escape` for what is joined at once: text that needs nothing comes back as it is, and not in a `Markup` of its own."""
    kind = type(value)
    if kind is Markup or (kind is str and not _has_special(value)):  # type: ignore[arg-type]
        return value  # type: ignore[return-value]
    return escape(value)


class PageContext(Context):
    """What a template is filled with. A macro is called without looking first what else a callable may want."""

    def call(self, called: Any, /, *args: Any, **values: Any) -> Any:
        if type(called) is not Macro:
            return super().call(called, *args, **values)
        values.pop("_block_vars", None)
        values.pop("_loop_vars", None)
        return called(self.eval_ctx, *args, **values)


class PageTemplate(Template):
    """A template whose output goes through `escaped`: the compiled code finds it under the name of Jinja's own."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's name
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        found = super().from_code(environment, code, globals, uptodate)
        found.root_render_func.__globals__["escape"] = escaped
        return found


class PageEnvironment(Environment):
    """Escapes by default, knows no undefined value, and speaks one language: `_()` and `{% trans %}` are `wording`'s."""

    template_class = PageTemplate
    context_class = PageContext

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
        self.globals.update(_=self.words, gettext=self.words, ngettext=self.counted, wording=wording)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's own: no template has others, and a dictionary is looked through faster than a chain of them."""
        return {**self.globals, **d} if d else self.globals

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
