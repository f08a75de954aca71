"""What stands around a page, in the page's language, and what Material writes there that has to be put right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment

from generator.expressions import expression

_HTML_ELEMENT = expression(r"<html\b[^>]*>", re.IGNORECASE)
_DIRECTION = expression(r"\sdir\s*=", re.IGNORECASE)
_LANGUAGE = expression(r'(<html\b[^>]*\slang=")[^"]*(")', re.IGNORECASE)
_BODY_DIRECTION = expression(r'(<body\b[^>]*\sdir=")[^"]*(")', re.IGNORECASE)


def frame_of(env: Environment, slots: Mapping[str, str]) -> Mapping[str, Any]:
    """`sikum_site` in the language of a page: what the theme says around it."""
    own: Mapping[str, Any] = env.globals["sikum_site"]  # type: ignore[assignment]
    frames: Mapping[str, Mapping[str, Any]] = env.globals.get("sikum_frames", {})  # type: ignore[assignment]
    return frames.get(slots.get("frame", ""), own)


def mended(html: str, site: Mapping[str, Any]) -> str:
    """What Material writes outside every block, put right: `<html>` has a language and no direction, two hidden boxes bear
    an attribute that HTML does not allow them, and language and direction are the site's where the frame has another one.
    A template that wrote a direction itself keeps it."""
    for box in ("__drawer", "__search"):
        html = html.replace(f'id="{box}" autocomplete="off"', f'id="{box}"')
    language, direction = str(site.get("language", "")), str(site["direction"])
    if language != site.get("site_language", language):
        html = _LANGUAGE.sub(rf"\g<1>{language}\g<2>", html, count=1)
        html = _BODY_DIRECTION.sub(rf"\g<1>{direction}\g<2>", html, count=1)
    opening = _HTML_ELEMENT.search(html)
    if opening is None or _DIRECTION.search(opening[0]):
        return html
    return f'{html[: opening.start()]}<html dir="{direction}"{html[opening.start() + len("<html") :]}'
