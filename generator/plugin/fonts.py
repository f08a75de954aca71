"""Which fonts a page fetches before its style sheet asks for them: those that its first screen is set in."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache

from generator.expressions import expression
from generator.model.site import ROOT, Page

FIRST_SCREEN = {
    "he": ("assistant-hebrew", "assistant-basic", "frank-ruhl-libre-hebrew"),
    "ar": ("noto-sans-arabic-basic-400", "noto-sans-arabic-basic-700", "assistant-basic"),
    "en": ("assistant-basic", "frank-ruhl-libre-latin", "frank-ruhl-libre-basic"),
}
"""By language; the other files are fetched by who needs them."""
_FRAME = {
    "he": ("assistant-hebrew", "assistant-basic"),
    "ar": ("noto-sans-arabic-basic-400", "assistant-basic"),
    "en": ("assistant-basic",),
}
"""The text of a frame around a page in another language. Its titles, the name of the site, may stand in another face
for a moment: they are as wide in it, and what is read first is the page's own."""
_SCRIPTS = {
    "he": (b"\xd7", b"\xd7", expression("[\u05d0-\u05ea]")),
    "ar": (b"\xd8", b"\xd9", expression("[\u0621-\u064a]")),
}
"""With what the letters of a script begin in UTF-8: a byte that is nowhere is told faster than letters are counted."""
_LOOKED_AT = 6000
"""Characters of a page's HTML that its first screen may come from."""
_MANY = 40
"""Letters of a script in them from which on it is a text, and not the name of a language."""


def preloads(page: Page, frame_language: str) -> str:
    """`<link>`s for the fonts of the page's language, of what is written at its beginning, and of the frame around it."""
    own = (page.language,)
    return _links((*own, *_written_in(page.body[:_LOOKED_AT], but=own)), frame_language)


@lru_cache(maxsize=64)
def _links(languages: tuple[str, ...], frame_language: str) -> str:
    sets = [FIRST_SCREEN.get(language, FIRST_SCREEN["en"]) for language in languages]
    fonts = dict.fromkeys(font for each in (*sets, _FRAME.get(frame_language, _FRAME["en"])) for font in each)
    return "\n    ".join(
        f'<link rel="preload" href="{ROOT}assets/fonts/{font}.woff2" as="font" type="font/woff2" crossorigin>'
        for font in fonts
    )


def _written_in(html: str, but: Container[str]) -> Iterator[str]:
    written = html.encode()
    for language, (lower, upper, letter) in _SCRIPTS.items():
        if language in but or (lower not in written and upper not in written):
            continue
        if len(letter.findall(html)) >= _MANY:
            yield language
