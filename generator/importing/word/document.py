"""A Word report -> blocks and pictures, and the account of what is not in them."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import mammoth
from msgspec import Struct, structs

from generator.importing.markdown import MarkdownText, to_markdown
from generator.importing.word.account import Change, LeftOut, Other
from generator.importing.word.guesses import Guess
from generator.importing.word.package import UnreadableDocument
from generator.importing.word.prepare import prepare
from generator.source.placeholders import placeholder

_STYLES = "\n".join(
    (
        "p[style-name='Title'] => h1.title:fresh",
        *(f"p[style-name='guessed {n}'] => h{n}.guessed:fresh" for n in range(1, 7)),
        *(f"p[style-name='heading {n}'] => h{n}:fresh" for n in range(1, 7)),
        "p[style-name='Quotation'] => blockquote > p:fresh",
        "r[style-name='Formula'] => code.formula",
    )
)
_WEBP = "image/webp"
"""Mammoth warns of it, and all browsers show it."""
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", _WEBP: "webp"}
_ALT = {"he": "מה רואים בתמונה", "ar": "ماذا يظهر في الصورة", "en": "what the picture shows"}


class WordDocument(Struct, frozen=True, kw_only=True):
    text: MarkdownText
    language: str
    pictures: tuple[tuple[str, bytes], ...]
    """By path in the process folder."""
    undescribed: int
    """Pictures without alternative text: a marked placeholder stands for it."""
    seen: tuple[str, ...]
    """Every word of the file."""
    left_out: tuple[LeftOut, ...]
    others: tuple[Other, ...]
    changes: tuple[Change, ...]
    comments: tuple[Other, ...]
    guesses: tuple[Guess, ...]
    """Lines that were taken for headings, or for the title, without a style that says so."""
    has_headings: bool
    messages: tuple[str, ...]
    """What mammoth says: nothing, unless it met something that was not foreseen."""


def read_document(
    content: bytes, *, is_accepting: bool = True, is_known: Callable[[str], bool] = lambda _: False
) -> WordDocument:
    """What a .docx file holds. Raises UnreadableDocument.

    `is_accepting`: open tracked changes count as accepted, else as rejected; `is_known`: whether a text names a chapter.
    """
    try:
        prepared = prepare(content, is_accepting=is_accepting, is_known=is_known)
        pictures = _Pictures()
        result = mammoth.convert_to_html(
            io.BytesIO(prepared.content), style_map=_STYLES, convert_image=mammoth.images.img_element(pictures.keep)
        )
    except UnreadableDocument:
        raise
    except Exception as error:
        raise UnreadableDocument("broken") from error
    text = to_markdown(result.value, lambda target: target or None)
    language = language_of(" ".join(block.text for block in text.blocks))
    return WordDocument(
        text=_described(text, language),
        language=language,
        pictures=tuple(pictures.kept),
        undescribed=pictures.undescribed,
        seen=prepared.seen,
        left_out=prepared.left_out,
        others=prepared.others,
        changes=prepared.changes,
        comments=prepared.comments,
        guesses=prepared.guesses,
        has_headings=prepared.has_headings,
        messages=tuple(dict.fromkeys(each.message for each in result.messages if _WEBP not in each.message)),
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
        self._paths: dict[bytes, str] = {}
        self.undescribed = 0

    def keep(self, image: Any) -> dict[str, str]:
        """What mammoth should write for a picture."""
        with image.open() as stream:
            content = stream.read()
        path = self._paths.get(content)
        if path is None:
            path = self._paths[content] = f"media/picture-{len(self.kept) + 1}.{_ENDINGS[image.content_type]}"
            self.kept.append((path, content))
        words = " ".join((image.alt_text or "").split())
        if not words:
            self.undescribed += 1
        return {"src": path, "alt": words}


def _described(text: MarkdownText, language: str) -> MarkdownText:
    """Pictures without words get a placeholder for them: an empty alternative text would say that they mean nothing."""
    wanted = placeholder(_ALT[language], language)

    def described(markdown: str) -> str:
        markdown = re.sub(r"!\[\]\(", lambda _: f"![{wanted}](", markdown)
        return re.sub(r'(<img [^<>]*?)alt=""', lambda match: f'{match[1]}alt="{wanted}"', markdown)

    return MarkdownText(
        blocks=tuple(structs.replace(block, markdown=described(block.markdown)) for block in text.blocks),
        notes=text.notes,
    )
