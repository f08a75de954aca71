"""A Word report -> blocks and pictures. Mammoth reads the styles; what it cannot tell is marked for a person."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any

import mammoth
from msgspec import Struct

from generator.importing.markdown import Block, MarkdownText, to_markdown
from generator.importing.package import is_package
from generator.source.placeholders import placeholder

_STYLES = """\
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name^='toc'] => !
p[style-name^='TOC'] => !
"""
_PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
_ALT = {"he": "מה רואים בתמונה", "ar": "ماذا يظهر في الصورة", "en": "what the picture shows"}


class UnreadableDocument(ValueError):
    """Why nothing can be read from a file, in words for its owner."""


class WordDocument(Struct, frozen=True, kw_only=True):
    text: MarkdownText
    language: str
    pictures: tuple[tuple[str, bytes], ...]
    """By path in the process folder."""
    undescribed: int
    """Pictures without alternative text: a marked gap stands for it."""
    unreadable_pictures: int
    """Pictures in a format that no browser shows (Windows metafiles): they are left out."""


def read_document(content: bytes) -> WordDocument:
    """What a .docx file holds. Raises UnreadableDocument."""
    _look_inside(content)
    pictures = _Pictures()
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(content), style_map=_STYLES, convert_image=mammoth.images.img_element(pictures.keep)
        ).value
    except Exception as error:
        raise UnreadableDocument("not a whole Word document") from error
    text = to_markdown(html, lambda target: target or None)
    language = language_of(" ".join(block.text for block in text.blocks))
    return WordDocument(
        text=_described(text, language),
        language=language,
        pictures=tuple(pictures.kept),
        undescribed=pictures.undescribed,
        unreadable_pictures=pictures.unreadable,
    )


def language_of(text: str) -> str:
    """`he`, `ar` or `en`, by the letters that are most in it."""
    letters = Counter(
        "he" if "א" <= letter <= "ת" else "ar" if "ء" <= letter <= "ي" else "en" for letter in text if letter.isalpha()
    )
    return letters.most_common(1)[0][0] if letters else "he"


class _Pictures:
    def __init__(self) -> None:
        self.kept: list[tuple[str, bytes]] = []
        self.undescribed = 0
        self.unreadable = 0

    def keep(self, image: Any) -> dict[str, str]:
        """What mammoth should write for a picture."""
        ending = _PICTURES.get(image.content_type)
        if ending is None:
            self.unreadable += 1
            return {"src": ""}
        with image.open() as stream:
            content = stream.read()
        path = next((path for path, known in self.kept if known == content), None)
        if path is None:
            path = f"media/picture-{len(self.kept) + 1}.{ending}"
            self.kept.append((path, content))
        words = " ".join((image.alt_text or "").split())
        if not words:
            self.undescribed += 1
        return {"src": path, "alt": words}


def _described(text: MarkdownText, language: str) -> MarkdownText:
    """Pictures without words get a gap for them: an empty alternative text would say that they mean nothing."""
    wanted = f"![{placeholder(_ALT[language], language)}]("
    blocks = tuple(
        Block(
            markdown=re.sub(r"!\[\]\(", lambda _: wanted, block.markdown),
            text=block.text,
            level=block.level,
            is_bold=block.is_bold,
        )
        for block in text.blocks
    )
    return MarkdownText(blocks=blocks, notes=text.notes)


def _look_inside(content: bytes) -> None:
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise UnreadableDocument("an old Word file, or one with a password; save it as .docx")
    if not is_package(content):
        raise UnreadableDocument("not a Word document (.docx), or far too large")
