"""Renders Markdown bodies as HTML, once for pages, print and search: recent results are memoised."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.expressions import expression
from generator.markup import Labels, RenderedBody, TocEntry, isolate, keep_ranges, render, repeats_title
from generator.markup.targets import resolve
from generator.model.content import Body
from generator.wording import Wording

REMEMBERED = 256
"""Number of memoised bodies: those of about a dozen processes, since builders take one process after another."""

_TAG = expression(r'<[a-z](?:[^<>"]|"[^"]*+")*+>')
_ID = expression(r' (id="|href="#)')


class _Memo(Struct, frozen=True):
    """A memoised result with its arguments; it is used only when all of them are equal."""

    body: Body
    urls: Mapping[str, str]
    title: str
    rendered: RenderedBody


_memos: dict[tuple[str, str], _Memo] = {}


def rendered(
    body: Body, urls: Mapping[str, str], wording: Wording, *, title: str = "", prefix: str = ""
) -> RenderedBody:
    """The HTML of `body`; `urls` maps source paths to URLs relative to the root (`CrossReferences.urls`).

    A first heading that repeats `title` is left out. With `prefix` every id, and every link to one, begins with it:
    for a page that holds several bodies. Links inside the site begin with `ROOT`.
    """
    if not repeats_title(body, title):
        title = ""  # the same HTML under whatever title the page goes
    key = body.path, wording.language
    memo = _memos.get(key)
    if memo is None or memo.urls is not urls or memo.title != title or memo.body != body:
        memo = _Memo(body, urls, title, _render(body, urls, wording, title))
        if len(_memos) >= REMEMBERED:
            del _memos[next(iter(_memos))]
        _memos[key] = memo
    return prefixed(memo.rendered, prefix) if prefix else memo.rendered


def prefixed(body: RenderedBody, prefix: str) -> RenderedBody:
    """The same body with `prefix` before every id and in front of every link to one."""
    html = _TAG.sub(lambda tag: _ID.sub(rf" \g<1>{prefix}", tag[0]), body.html)
    return RenderedBody(html=html, toc=tuple(TocEntry(each.level, prefix + each.id, each.text) for each in body.toc))


def labels(wording: Wording) -> Labels:
    """The few words that Markdown's HTML holds besides its author's."""
    return Labels(note_back=wording.gettext("Back to note {}"), table=wording.gettext("Table"))


def _render(body: Body, urls: Mapping[str, str], wording: Wording, title: str) -> RenderedBody:
    made = render(body, lambda target: resolve(body.path, target, urls), labels=labels(wording), title=title)
    return replace(made, html=isolate(made.html) if wording.direction == "rtl" else keep_ranges(made.html))
