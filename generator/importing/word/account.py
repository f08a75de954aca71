"""The account of an import: every word seen is either kept, or left out with a reason.

A word is a run of letters and digits. Seen are the words of the file as it is, found by a walk that knows nothing of what
the reader does with them; so what the reader lost by mistake is found here, and said like everything else.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.expressions import expression
from generator.importing.word.equations import FUNCTIONS

_WORD = expression(r"[^\W_]+")
_SILENT = expression("[\u00ad\u200b-\u200f\u2060-\u2069\u202a-\u202e\ufeff]")
_LINK = expression(
    r"(!?)(?<!\\)\[((?:[^\[\]\\]|\\.|\[[^\[\]\\]*\])*)\]\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
)
_FORMULA = expression(r"\$(?:`+ ?|<code>)(.+?)(?: ?`+|</code>)\$", re.DOTALL)
_COMMAND = expression(r"\\(?:begin|end)\{[a-z]+\}|\\[a-zA-Z]+|\\.")
_NOTE_MARK = expression(r"\[\^\w+\]:?")
_TAG = expression(r"<(/?)([a-zA-Z][\w-]*)[^<>]*>")
_NEIGHBOURS = 6
"""Words on each side of one that was not expected, among which the pieces of a word are looked for."""
_INLINE = frozenset(("a", "b", "code", "em", "i", "s", "strong", "sub", "sup", "u"))


class LeftOut(Struct, frozen=True, kw_only=True):
    """Words that are not in the files that were written."""

    reason: str
    """Id; the command has words for it."""
    text: str
    place: str = ""
    """The heading under which it stands; empty before the first."""


class Other(Struct, frozen=True, kw_only=True):
    """Something that is kept in another form than Word's, such as a chart as a table."""

    what: str
    text: str
    place: str = ""


class Change(Struct, frozen=True, kw_only=True):
    """A tracked change that was neither accepted nor rejected."""

    kind: str
    """`replaced`, `inserted`, `deleted` or `moved`."""
    before: str
    after: str
    place: str = ""


class Account(Struct, frozen=True, kw_only=True):
    """Words seen = words kept + words left out."""

    seen: int
    kept: dict[str, int]
    """By file, relative to the process folder."""
    left_out: tuple[tuple[LeftOut, int], ...]
    """Each with the count of its words."""

    @property
    def kept_words(self) -> int:
        return sum(self.kept.values())

    @property
    def left_out_words(self) -> int:
        return sum(count for _, count in self.left_out)


def words_of(text: str) -> list[str]:
    """The words of a plain text, in the form in which they are compared."""
    return _WORD.findall(unicodedata.normalize("NFKC", _SILENT.sub("", text)))


def plain_of(markdown: str) -> str:
    """What a reader sees of Markdown as the importer writes it: no marks, no addresses, entities as letters."""
    text = _FORMULA.sub(lambda formula: f" {_letters_of(html.unescape(formula[1]))} ", markdown)
    text = _NOTE_MARK.sub(" ", text)
    text = _LINK.sub(lambda link: "" if link[1] else link[2], text)
    text = _TAG.sub(lambda tag: "" if tag[2].lower() in _INLINE else " ", text)
    text = re.sub(r"\\([^\w\s])", "\\1", text.replace("\\*", "\u2217").replace("`", " "))
    return html.unescape(text.replace("*", ""))


def _letters_of(tex: str) -> str:
    """The letters of a formula, without the names of its commands."""
    names = _COMMAND.sub(lambda command: f" {command[0][1:]} " if command[0][1:] in FUNCTIONS else " ", tex)
    return re.sub(r"[\\`*\[<&{}]", lambda mark: "" if mark[0] in "{}" else " ", names)


def markdown_of(plain: str) -> str:
    """A plain text, such as a title, as the account takes Markdown."""
    return re.sub(r"[\\`*\[<&]", lambda mark: f"&#{ord(mark.group())};", plain)


def make_account(seen: Sequence[str], written: Iterable[tuple[str, str]], left_out: Sequence[LeftOut]) -> Account:
    """Settle the account. `seen`: every word of the document; `written`: (file, Markdown)."""
    open_words = Counter(seen)
    said = [_Text(words_of(entry.text), open_words) for entry in left_out]
    texts = [(path, _Text(words_of(plain_of(markdown)), open_words)) for path, markdown in written]
    lost = _lost(seen, open_words, [*said, *(text for _, text in texts)])
    kept: dict[str, int] = {}
    for path, text in texts:
        kept[path] = kept.get(path, 0) + text.count
    entries = [(entry, text.count) for entry, text in zip(left_out, said, strict=True)]
    if lost:
        entries.append((LeftOut(reason="lost", text=" ".join(lost)), len(lost)))
    return Account(seen=len(seen), kept=kept, left_out=tuple(entries))


class _Text:
    """One text that was written or left out: how many words of the document it holds, and what it has besides."""

    def __init__(self, words: Sequence[str], open_words: Counter[str]) -> None:
        self.count = 0
        self._words = words
        self._others: Counter[str] = Counter()
        """Words that are not among those seen, or not so often. It is not known which of several places is the odd one."""
        self._letters: dict[int, str] = {}
        """Place of a word of them -> its letters that no word has been found in yet."""
        for word in words:
            if open_words.get(word, 0) > 0:
                open_words[word] -= 1
                self.count += 1
            else:
                self._others[word] += 1

    def take(self, word: str) -> bool:
        """Find a word that stands here cut in another way: within a longer one, or over neighbours."""
        for place, whole in enumerate(self._words if self._others else ()):
            if place not in self._letters and self._others[whole] <= 0:
                continue
            own = self._letters.get(place, whole)
            before = "".join(self._words[max(0, place - _NEIGHBOURS) : place])
            after = "".join(self._words[place + 1 : place + 1 + _NEIGHBOURS])
            if len(word) > len(before) + len(own) + len(after):
                continue
            start = f"{before}{own}{after}".find(word, max(0, len(before) - len(word) + 1))
            if 0 <= start < len(before) + len(own):
                first, last = max(0, start - len(before)), start + len(word) - len(before)
                if place not in self._letters:
                    self._others[whole] -= 1
                self._letters[place] = f"{own[:first]}\0{own[last:]}"
                self.count += 1
                return True
        return False


def _lost(seen: Sequence[str], open_words: Counter[str], texts: Sequence[_Text]) -> list[str]:
    """Words that stand nowhere, in their order. The longest are looked for first, since they are found least by chance."""
    for word in sorted(+open_words, key=len, reverse=True):
        while open_words[word] and any(text.take(word) for text in texts):
            open_words[word] -= 1
    lost = []
    for word in seen:
        if open_words[word]:
            open_words[word] -= 1
            lost.append(word)
    return lost
