"""The files at the addresses of a former id: pages that redirect, and the process's files unchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from generator.model.aliases import Aliases
from generator.model.outline import Outline
from generator.wording import Wording

INDEX = "index.html"


def former_files(
    made: Mapping[str, str],
    outlines: Iterable[Outline],
    put: Callable[[bytes], str],
    *,
    site_url: str | None,
    wording: Wording,
) -> dict[str, str]:
    """uri -> hash of the files at all former addresses; `made` is the site without them, `put` stores a content.

    A page leads on to where it is now; any other file (a PDF, a feed, data) is there itself, since no file can lead on.
    """
    found: dict[str, str] = {}
    former = [(alias, process_id) for alias, process_id in Aliases(outlines)]
    if not former:
        return found
    below: dict[str, list[str]] = {process_id: [] for _, process_id in former}
    for uri in made:
        if (owner := uri.partition("/")[0]) in below:
            below[owner].append(uri)
    for alias, process_id in former:
        for uri in below[process_id]:
            rest = uri.removeprefix(f"{process_id}/")
            old = f"{alias}/{alias}.pdf" if rest == f"{process_id}.pdf" else f"{alias}/{rest}"
            if old in made:
                continue
            if rest == INDEX or rest.endswith(f"/{INDEX}"):
                found[old] = put(page(old, uri.removesuffix(INDEX), site_url=site_url, wording=wording))
            else:
                found[old] = made[uri]
    return found


def page(old: str, url: str, *, site_url: str | None, wording: Wording) -> bytes:
    """A page at `old` that leads on to `url` (both relative to the site's root) without a script or a server."""
    near = escape("../" * old.count("/") + url)
    canonical = escape(f"{site_url}{url}") if site_url else near
    title = escape(wording.gettext("This page has moved"))
    words = escape(wording.gettext("To its present address"))  # outside the f-string, where translators' tools find it
    return (
        f'<!doctype html>\n<html lang="{wording.language}" dir="{wording.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{title}</title>\n<meta name="robots" content="noindex">\n'
        f'<meta name="viewport" content="width=device-width">\n<link rel="canonical" href="{canonical}">\n'
        f'<meta http-equiv="refresh" content="0; url={near}">\n</head>\n'
        f'<body>\n<main>\n<h1>{title}</h1>\n<p><a href="{near}">{words}</a></p>\n'
        "</main>\n</body>\n</html>\n"
    ).encode()
