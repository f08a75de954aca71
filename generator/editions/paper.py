"""From a page's HTML to a sheet's: notes at the foot of the page, addresses written out, nothing that only a screen can do."""

from __future__ import annotations

import re
from html import escape, unescape

from generator.editions.charts import with_drawn_charts
from generator.editions.embedding import ATTRIBUTE, TAG
from generator.expressions import expression
from generator.model.site import ROOT

MEDIA = "sikum:media/"
"""Begins the address of a picture of the process, by where it is published."""
FONT = "sikum:font/"

_NOTES = expression(r'<div class="footnote" role="doc-endnotes">\s*<hr>\s*<ol>(.*?)</ol>\s*</div>', re.DOTALL)
_NOTE = expression(r'<li id="([^"]+)">(.*?)</li>', re.DOTALL)
_BACK = expression(r'(?:&nbsp;|\u00a0)?<a [^>]*class="footnote-backref"[^>]*>[^<]*</a>')
_CALL = expression(r'<sup id="[^"]*"><a class="footnote-ref" href="#([^"]+)"[^>]*>([^<]*)</a></sup>')
_HEAVY = expression(r"<(?:ul|ol|table|pre|blockquote|div|dl|h[1-6])\b")
_HEADING = expression(r"<(h[12])\b(.*?</h[12]>)", re.DOTALL)
_FACTS = expression(r'<dl class="(facts|steps)">(.*?)</dl>', re.DOTALL)
_CONTENTS = expression(r'<nav class="toc">.*?</nav>', re.DOTALL)
_PLACE_IN_CONTENTS = expression(r'<a href="(#[^"]*)">(.*?)</a>')
_ESCAPED_LETTERS = expression(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
_RIGHT_TO_LEFT = expression("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][^/?#&=]*")
_ISOLATED = expression(r'<bdi dir="ltr">([^<]*)</bdi>')
_RUNNING = 70
"""Letters of a heading that a running head repeats: two lines of half a page."""
_PARAGRAPHS = expression(r"</p>\s*<p>")


def for_paper(html: str, site_url: str | None) -> str:
    """The HTML of a document for the PDF. Links to the rest of the site lead there when it knows where it stands."""
    html = _FACTS.sub(_list_of_facts, html)
    html = _HEADING.sub(_kept_in_order, _CONTENTS.sub(_contents, _links(_notes(html), site_url)))
    return with_drawn_charts(html)


def _list_of_facts(facts: re.Match[str]) -> str:
    """Pairs of a term and what is said of it, as items of a list: in tags of a PDF a list has nothing else."""
    items = facts[2].replace('<div class="wide">', "<div>").replace("<div><dt>", '<li><div class="dt">')
    items = items.replace("</dt><dd>", '</div><div class="dd">')
    return f'<ul class="{facts[1]}">{items.replace("</dd></div>", "</div></li>")}</ul>'


def _contents(nav: re.Match[str]) -> str:
    """A line of the contents is one link, and its page stands beside it: what is inside a link is a link of its own."""
    return _PLACE_IN_CONTENTS.sub(
        r'<div class="line"><a href="\1">\2</a><span class="page" data-place="\1"></span></div>', nav[0]
    )


def _kept_in_order(heading: re.Match[str]) -> str:
    """The running heads repeat headings without their elements: only characters keep `2016–2017` from turning around.

    What they repeat is written beside the heading, cut after a word: a title of three lines would not fit above a page.
    """
    inner = _ISOLATED.sub('<bdi dir="ltr">\u2066\\1\u2069</bdi>', heading[2])
    words = unescape(TAG.sub("", f"<{heading[1]}{inner}"))
    if len(words) > _RUNNING:
        words = f"{(words[:_RUNNING].rpartition(' ')[0] or words[:_RUNNING]).rstrip(' :;,–-(')}…"
    return f'<{heading[1]} data-running="{escape(" ".join(words.split()))}"{inner}'


def _notes(html: str) -> str:
    """Markdown's notes at the end of a chapter become notes at the foot of the page on which they are called."""
    notes: dict[str, str] = {}

    def collect(match: re.Match[str]) -> str:
        if _HEAVY.search(match[1]):
            return _BACK.sub("", match[0])  # a list or a table does not fit at the foot of a page
        for note in _NOTE.finditer(match[1]):
            text = _PARAGRAPHS.sub("<br>", _BACK.sub("", note[2]).strip())
            notes[note[1]] = text.removeprefix("<p>").removesuffix("</p>").strip()
        return ""

    def call(match: re.Match[str]) -> str:
        note = notes.pop(match[1], None)
        if note is None:  # called a second time, or left at the end of the chapter
            return f'<sup><a href="#{match[1]}">{match[2]}</a></sup>'
        return f'<span class="note" id="{match[1]}">{note}</span>'

    return _CALL.sub(call, _NOTES.sub(collect, html))


def _links(html: str, site_url: str | None) -> str:
    position = 0
    parts: list[str] = []
    for match in TAG.finditer(html):
        if match[1] or match[2] not in ("a", "img"):
            continue
        parts.append(html[position : match.start()])
        position = match.end()
        attributes = {name[1:-2]: value for name, value in ATTRIBUTE.findall(match[3])}
        kept = _picture(attributes) if match[2] == "img" else _link(attributes, site_url)
        parts.append("".join((f"<{match[2]}", *(f' {name}="{value}"' for name, value in kept.items()), ">")))
        if match[2] == "a" and "href" in kept and (end := html.find("</a>", position)) >= 0:
            inner = html[position:end]
            if _is_outside(kept["href"]):
                shown = unescape(re.sub(r"<[^>]*>", "", inner))
                address = readable(kept["href"])
                if shown.strip() == unescape(kept["href"]).strip():
                    inner = f'<span class="address" dir="ltr">{address}</span>'
                elif not shown.startswith(unescape(kept["href"])):
                    inner += f'<span class="beside"> <span class="address" dir="ltr">{address}</span></span>'
            parts.append(inner)
            position = end
    return "".join([*parts, html[position:]])


def _picture(attributes: dict[str, str]) -> dict[str, str]:
    kept = {
        name: value for name, value in attributes.items() if name in ("alt", "lang", "title", "width", "height", "src")
    }
    if "src" in kept:
        kept["src"] = kept["src"].replace(ROOT, MEDIA)
    return kept


def _link(attributes: dict[str, str], site_url: str | None) -> dict[str, str]:
    href = attributes.get("href", "")
    if href.startswith(ROOT):
        href = site_url + href.removeprefix(ROOT) if site_url else ""
    kept = {name: value for name, value in attributes.items() if name in ("id", "lang", "dir", "title")}
    if href:
        kept["href"] = href
    return kept


def _is_outside(href: str) -> bool:
    return href.startswith(("http://", "https://"))


def readable(href: str) -> str:
    """An address, escaped for HTML, as it is shown: Hebrew and Arabic as letters, each part of the path in its place."""

    def letters(match: re.Match[str]) -> str:
        try:
            return bytes.fromhex(match[0].replace("%", "")).decode()
        except UnicodeDecodeError:
            return match[0]

    return _RIGHT_TO_LEFT.sub(r"<bdi>\g<0></bdi>", _ESCAPED_LETTERS.sub(letters, href))
