"""A page as Markdown with front matter: what any engine of the Markdown family can build."""

from __future__ import annotations

import json
import re

from generator.model.site import ROOT, Page, way_up
from generator.wording import DIRECTIONS

_PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)


def markdown_page(page: Page) -> str:
    """Front matter (title, description), then the authored Markdown, or the page's HTML as one block.

    Links are written from the page's own folder, which every engine leaves as they are. The hooks of the page
    (`data-sikum-page`) stand in both forms.
    """
    head = [f"title: {json.dumps(page.title, ensure_ascii=False)}"]
    if page.description:
        head.append(f"description: {json.dumps(page.description, ensure_ascii=False)}")
    direction = DIRECTIONS.get(page.language, "rtl")
    if page.markdown is None:
        body = f'<div lang="{page.language}" dir="{direction}">\n{one_block(page.body)}\n</div>'
    else:
        body = f'<div data-sikum-page="{page.kind}" lang="{page.language}" dir="{direction}"></div>\n\n{page.markdown}'
    text = "---\n{}\n---\n\n{}\n".format("\n".join(head), body.strip("\n"))
    return text.replace(ROOT, way_up(page.url))


def one_block(html: str) -> str:
    """HTML without blank lines or indentation, so that Markdown takes it for one block and leaves it alone.

    In `<pre>`, where white space counts, line ends are written as references.
    """
    kept: list[str] = []
    position = 0
    for match in _PRE.finditer(html):
        kept += (_dense(html[position : match.start()]), match.group().replace("\n", "&#10;"))
        position = match.end()
    kept.append(_dense(html[position:]))
    return "".join(kept)


def _dense(html: str) -> str:
    return re.sub(r"[ \t]*\n\s*", "\n", html)
