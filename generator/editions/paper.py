"""From a page's HTML to a sheet's: notes at the foot of the page, addresses written out, nothing that only a screen can do."""

from __future__ import annotations

import re
from html import unescape

from generator.editions.embedding import ATTRIBUTE, TAG
from generator.model.site import ROOT

MEDIA = "sikum:media/"
"""Begins the address of a picture of the process, by where it is published."""
FONT = "sikum:font/"

_NOTES = re.compile(r'<div class="footnote" role="doc-endnotes">\s*<hr>\s*<ol>(.*?)</ol>\s*</div>', re.DOTALL)
_NOTE = re.compile(r'<li id="([^"]+)">(.*?)</li>', re.DOTALL)
_BACK = re.compile(r'(?:&nbsp;|\u00a0)?<a [^>]*class="footnote-backref"[^>]*>[^<]*</a>')
_CALL = re.compile(r'<sup id="[^"]*"><a class="footnote-ref" href="#([^"]+)"[^>]*>([^<]*)</a></sup>')
_HEAVY = re.compile(r"<(?:ul|ol|table|pre|blockquote|div|dl|h[1-6])\b")
_HEADING = re.compile(r"<h[12]\b.*?</h[12]>", re.DOTALL)
_ISOLATED = re.compile(r'<bdi dir="ltr">([^<]*)</bdi>')
_PARAGRAPHS = re.compile(r"</p>\s*<p>")


def for_paper(html: str, site_url: str | None) -> str:
    """The HTML of a document for the PDF. Links to the rest of the site lead there when it knows where it stands."""
    return _HEADING.sub(_kept_in_order, _links(_notes(html), site_url))


def _kept_in_order(heading: re.Match[str]) -> str:
    """The running heads repeat headings without their elements: only characters keep `2016–2017` from turning around."""
    return _ISOLATED.sub('<bdi dir="ltr">\u2066\\1\u2069</bdi>', heading[0])


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
        kept = (
            _picture(attributes) if match[2] == "img" else _link(attributes, site_url, html[position : position + 600])
        )
        parts.append("".join((f"<{match[2]}", *(f' {name}="{value}"' for name, value in kept.items()), ">")))
    return "".join([*parts, html[position:]])


def _picture(attributes: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in attributes.items() if name in ("alt", "title", "width", "height", "src")}
    if "src" in kept:
        kept["src"] = kept["src"].replace(ROOT, MEDIA)
    return kept


def _link(attributes: dict[str, str], site_url: str | None, after: str) -> dict[str, str]:
    href = attributes.get("href", "")
    if href.startswith(ROOT):
        href = site_url + href.removeprefix(ROOT) if site_url else ""
    kept = {name: value for name, value in attributes.items() if name in ("id", "lang", "dir", "title")}
    if not href:
        return kept
    kept["href"] = href
    shown = unescape(re.sub(r"<[^>]*>", "", after))
    if href.startswith(("http://", "https://")) and not shown.startswith(unescape(href)):
        kept["class"] = "address"  # the style sheet writes it out, left to right
    return kept
