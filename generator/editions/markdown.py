"""The site as Markdown with front matter: what any engine of the Markdown family can build."""

from __future__ import annotations

import re

from generator.expressions import expression
from generator.model.site import ROOT, Page, SiteFile, way_up
from generator.source.yaml_scalars import escaped
from generator.wording import DIRECTIONS

_PRE = expression(r"<pre\b.*?</pre>", re.DOTALL)
_HOOKS = expression(r"<div data-sikum-page=[^>]*>")


def markdown_file(file: SiteFile, language: str) -> SiteFile | None:
    """The file as another engine gets it; None for what every engine makes for itself (the page of a lost visitor).

    `language` is the site's. Addresses stay: `a/index.html` becomes `a/index.md`.
    """
    if not isinstance(file.content, Page):
        return file
    if file.uri == "404.html":
        return None
    uri = f"{file.uri.removesuffix('.html')}.md"
    return SiteFile(uri=uri, content=markdown_page(file.content, language), source=file.source)


def markdown_page(page: Page, language: str) -> str:
    """Front matter (title, description), then the authored Markdown, or the page's HTML as one block.

    An authored page in another language than the site's is HTML too, for Markdown cannot say which way its text runs.
    In either form the page's hooks come first, the list of the process's pages last, and links are written from the
    page's own folder, which every engine leaves as they are.
    """
    head = [f"title: {escaped(page.title)}"]
    if page.description:
        head.append(f"description: {escaped(page.description)}")
    if page.markdown is None or page.language != language:
        parts = [_block(page.body, page.language)]
    else:
        parts = [f"{_hooks(page)}</div>", page.markdown().strip("\n")]
    if page.side:
        parts.append(_block(f'<div id="side">\n{page.side}\n</div>', page.language))
    text = "---\n{}\n---\n\n{}\n".format("\n".join(head), "\n\n".join(parts))
    return text.replace(ROOT, way_up(page.url))


def one_block(html: str) -> str:
    """HTML without blank lines or indentation, so that Markdown takes it for one block and leaves it alone.

    In `<pre>`, where white space counts, line ends and tabs are written as references.
    """
    kept: list[str] = []
    position = 0
    for match in _PRE.finditer(html):
        kept += (_dense(html[position : match.start()]), match.group().replace("\n", "&#10;").replace("\t", "&#9;"))
        position = match.end()
    kept.append(_dense(html[position:]))
    return "".join(kept).strip("\n")


def _block(html: str, language: str) -> str:
    """HTML in the direction of its language, whatever the engine's theme; what needs Sikum's scripts is hidden."""
    direction = DIRECTIONS.get(language, "rtl")
    shown = html.replace(" data-needs-script", " data-needs-script hidden")
    return f'<div lang="{language}" dir="{direction}">\n{one_block(shown)}\n</div>'


def _hooks(page: Page) -> str:
    """The tag that opens the page's content, with all that it says of the page."""
    found = _HOOKS.search(page.body)
    return found.group() if found else f'<div data-sikum-page="{page.kind}">'


def _dense(html: str) -> str:
    return re.sub(r"[ \t]*\n\s*", "\n", html)
