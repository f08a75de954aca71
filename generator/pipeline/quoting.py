"""What a finding, a report or a log may quote: the one place that decides it, for values, paths and lines of text alike.

It errs towards silence. A text is not quoted when all words of a person's name stand in it, in any order and spelling, a number
that looks like an identity number or a private phone, or an address at a provider of mail for everybody. What is said instead is
a place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import unescape
from urllib.parse import unquote

from generator.checks.contacts import holds_private_detail
from generator.names import fold, forms_of
from generator.names.letters import is_prefix
from generator.names.text import pieces, read

HIDDEN = "…"


class Quoting:
    """Decides for the names of one list, or of all."""

    def __init__(self, names: Iterable[str], says_name: Callable[[str], bool] | None = None) -> None:
        """`says_name`: tells of a text whether it holds a name of a large list, where going through all is too slow."""
        self._says_name = says_name
        self._names: set[tuple[str, ...]] = set()
        self._words: set[str] = set()
        for name in set(names):
            for form in forms_of(name):
                words = tuple(sorted((word for word in form.words if word != ","), key=len, reverse=True))
                if len(words) > 1:
                    self._names.add(words)
                elif len(form.words[0]) > 1:
                    self._words.add(form.words[0])

    def allows(self, text: str) -> bool:
        """Whether a text holds no one's name and no one's number, however spelt, encoded or spaced."""
        if not text:
            return True
        if holds_private_detail(text):
            return False
        if self._says_name is not None and self._says_name(text):
            return False
        if not self._names and not self._words:
            return True
        plain = unquote(unescape(text))
        letters = "".join(filter(str.isalnum, fold(plain)))
        if any(all(word in letters for word in name) for name in self._names):
            return False
        return not (self._words and any(map(self._is_name, self._whole_words(plain))))

    def path(self, path: str) -> str:
        """A path as it may be shown: a folder or file whose name says somebody's is `…`, with its ending."""
        if self.allows(path):
            return path
        shown = [part if self.allows(part) else _without_name(part) for part in path.split("/")]
        if not self.allows("/".join(shown)):
            shown = [*(HIDDEN for _ in shown[:-1]), _without_name(shown[-1])]
        return "/".join(shown)

    @staticmethod
    def _whole_words(text: str) -> Iterable[str]:
        plain, inside = read(text)
        for part in (plain, *(within for _, within in inside)):
            yield from (piece.letters for piece in pieces(part))

    def _is_name(self, word: str) -> bool:
        return word in self._words or any(
            word[n:] in self._words and is_prefix(word[:n]) for n in range(1, min(4, len(word)))
        )


def _without_name(part: str) -> str:
    ending = part.rpartition(".")[2] if "." in part else ""
    return f"{HIDDEN}.{ending}" if ending.isascii() and ending.isalnum() and len(ending) <= 5 else HIDDEN
