"""The Jinja environment of the pages: Sikum's own templates, escaped by default. Content is never a template."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup, escape

from generator.markup import isolate, keep_ranges
from generator.model.digest import digest
from generator.model.installed import PACKAGE
from generator.model.site import ROOT
from generator.rendering.compiled import CompiledTemplates
from generator.rendering.jinja import PageEnvironment
from generator.rendering.links import in_short
from generator.wording import Wording

FOLDER = PACKAGE / "templates"


@cache
def environment(language: str) -> Environment:
    """The environment whose `_()` and `{% trans %}` speak `language`."""
    wording = Wording(language)
    built = PageEnvironment(
        wording,
        loader=FileSystemLoader(FOLDER),
        bytecode_cache=CompiledTemplates(FOLDER, language),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    built.globals.update(root=Markup(ROOT), wording=wording)  # noqa: S704 - a constant
    built.filters.update(
        date=wording.date,
        number=wording.number,
        isolate=_isolate if wording.direction == "rtl" else kept_together,
        in_short=lambda link: in_short(link).text,
    )
    return built


@lru_cache(maxsize=4096)
def isolated(text: str) -> Markup:
    """Text of a right-to-left page, escaped, in which ranges, signed numbers and Latin words keep their direction."""
    return Markup(isolate(str(escape(text))))  # noqa: S704 - escaped here


def _isolate(value: object) -> Markup:
    if type(value) is str:
        return isolated(value)
    return value if isinstance(value, Markup) else isolated(str(value))


def kept_together(value: object) -> Markup:
    """Text of a left-to-right page, escaped, whose ranges stay on one line."""
    return value if isinstance(value, Markup) else Markup(keep_ranges(str(escape(value))))  # noqa: S704 - escaped here


def render(template: str, language: str, values: Mapping[str, object]) -> str:
    """The template `name.html` filled with `values`. Raises jinja2.UndefinedError when a value is missing."""
    return _template(template, language).render(values)


@cache
def _template(name: str, language: str) -> Template:
    return environment(language).get_template(name)


@cache
def templates_key() -> str:
    """Hash of every template: part of every page's key."""
    return digest(*((path.name, path.read_bytes()) for path in sorted(FOLDER.rglob("*.html"))))
