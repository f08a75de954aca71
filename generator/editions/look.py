"""The site's look as a template for an engine of Material's family that renders the pages itself, such as Zensical.

`sikum write` writes the pages; this is the `main.html` of a `theme.custom_dir` around them. It is the frame of the site's own
pages, drawn once, with what differs from page to page left to the engine's template language (Jinja, as MiniJinja has it).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from generator.expressions import expression
from generator.model.site import ROOT
from generator.rendering.context import SiteContext
from generator.rendering.theme_context import theme_context

_PACKAGE = Path(__file__).parent.parent
_TEMPLATES = (_PACKAGE / "theme", _PACKAGE / "frame")
_MARK = expression("\x02slot:([a-z_]+)\x03")
_ABSOLUTE = expression(r"[a-z][a-z0-9+.-]*:|/|#")
_LINK = expression(rf"{ROOT}([^\"'<>\s]*)")
_SEARCH = expression(r"<form class=\"site-search\".*?</form>", re.DOTALL)
"""Of Sikum's own index, which only its own build makes."""

_CONTENT = """\
{% if page.content and page.content[:10] == '<div lang=' %}{{ page.content }}\
{% elif page.content %}<div class="prose">{{ page.content }}</div>\
{% else %}<h1>NOT_FOUND</h1>{% endif %}"""
_ADDRESS = '{% if page.canonical_url %}<link rel="canonical" href="{{ page.canonical_url }}">{% endif %}'


def look(context: SiteContext, configuration: Mapping[str, Any], custom_dir: Path | None = None) -> str:
    """The text of `main.html`. `configuration`: what `mkdocs.yml` says; `custom_dir`: the site's own partials, if any.

    Honoured are a logo, a favicon, `copyright`, `extra.social` and `extra.alternate`, as in the site's own pages.
    """
    folders = [str(folder) for folder in ((custom_dir,) if custom_dir else ()) + _TEMPLATES]
    # as MkDocs' own: these templates are the site's, and hold HTML
    environment = Environment(loader=FileSystemLoader(folders), autoescape=False)  # noqa: S701
    environment.filters["url"] = lambda path: path if _ABSOLUTE.match(str(path)) else f"{ROOT}{path}"
    environment.filters["script_tag"] = lambda script: f'<script src="{ROOT}{script}"></script>'
    theme = configuration.get("theme")
    given = {
        "theme": theme if isinstance(theme, Mapping) else {},
        "extra": configuration.get("extra") or {},
        "copyright": configuration.get("copyright"),
        "extra_css": [str(path) for path in configuration.get("extra_css") or ()],
        "extra_javascript": [],
    }
    slots = {slot: f"\x02slot:{slot}\x03" for slot in ("title", "description", "head", "body")}
    slots |= {"language": context.language, "direction": context.wording.direction, "layout": "plain"}
    html = environment.get_template("shell.html").render(
        config=given, sikum_site=theme_context(context), sikum_slots=slots, page=None
    )
    html = _SEARCH.sub("", html).replace("{{", "{{ '{{' }}").replace("{%", "{{ '{%' }}")
    html = html.replace("<html ", f'<html dir="{context.wording.direction}" ', 1)
    name = escape(context.site_name)
    filled = {
        "title": f"{{% if page.title and page.title != config.site_name %}}{{{{ page.title }}}} – {{% endif %}}{name}",
        "description": "{% if page.meta and page.meta.description %}{{ page.meta.description }}{% endif %}",
        "head": _ADDRESS,
        "body": _CONTENT.replace("NOT_FOUND", context.wording.gettext("The page was not found")),
    }
    html = _LINK.sub(lambda match: f"{{{{ '{match[1] or '.'}' | url }}}}", html)
    return _MARK.sub(lambda match: filled[match[1]], html)
