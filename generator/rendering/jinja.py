"""Jinja as Sikum's templates use it: the same text, with less to do for each word, attribute, call and value of a page.

A page fills a thousand places, so what Jinja asks at each of them in case somebody needs it (does this function want the
context? is this value a mapping?) was a third of the work. Only documented extension points are used, except for the one
named at `_Code`, without which the same text is made the long way.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.ext import InternationalizationExtension
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.wording import Wording

_PRINTED_WORDS = re.compile(r'\{\{ _\("([^"\\]+)"\) \}\}')

_escaped_text = lru_cache(maxsize=4096)(escape)
"""Titles, names and addresses come again on every page of a process."""


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
        self.globals.update(_=self.words, gettext=self.words, ngettext=self.counted)

    def words(self, message: str, /, **variables: object) -> Markup:
        """`_()`: the message, which may hold markup, with the variables escaped."""
        return Markup(self.wording.gettext(message)) % variables  # noqa: S704 - our own words

    def counted(self, one: str, many: str, num: int, /, **variables: object) -> Markup:
        """`{% trans %}` with a plural."""
        return Markup(self.wording.ngettext(one, many, num)) % {"num": num, **variables}  # noqa: S704 - our own words

    getattr = staticmethod(builtins.getattr)  # type: ignore[assignment]
    """Values are structs, so `x.y` is an attribute and never the key of a mapping."""

    @staticmethod
    def escaped(value: object) -> str:
        """As `markupsafe.escape`, without a new object for what is escaped already."""
        if type(value) is Markup:
            return value
        return _escaped_text(value) if type(value) is str else escape(value)

    def make_globals(self, d: Mapping[str, Any] | None) -> dict[str, Any]:
        """One dictionary, where Jinja chains two to see later changes: there are none."""
        return {**self.globals, **(d or {})}


class _Words(InternationalizationExtension):
    """`{{ _("…") }}` is translated when the template is read: the language is the environment's, and the words are its text."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        words: Callable[[str], str] = self.environment.words  # type: ignore[attr-defined]
        return _PRINTED_WORDS.sub(lambda match: words(match[1]), source)


class _Context(Context):
    """None of our functions asks for the context, so calls are calls."""

    @staticmethod
    def call(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return function(*args, **kwargs)


class _Code(CodeGenerator):
    """Values go out through `PageEnvironment.escaped`.

    Leans on two methods of Jinja's compiler; a version without them writes its own `escape`, to the same effect.
    """

    def _output_child_pre(self, *_: Any) -> None:
        self.write("environment.escaped(")

    def _output_child_post(self, *_: Any) -> None:
        self.write(")")


PageEnvironment.context_class = _Context
PageEnvironment.code_generator_class = _Code
