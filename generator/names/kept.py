"""Withheld names kept as keyed hashes, so that texts can be searched for names that are in no file any more.

A name's words are hashed one by one (HMAC-SHA256, with a secret key that lies outside the repository: names are few, and without
the key they could be guessed). A text's words are hashed in the same way, and a name all of whose words the text has is known
again, in memory, and looked for by the usual rule.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable

from generator.names.forms import Order, forms_of
from generator.names.letters import LONGEST_PREFIX, is_prefix
from generator.names.spaced import in_words
from generator.names.text import read, split, within_humps, words

_LENGTH = 16
"""Hexadecimal digits of a word's hash."""
_FIRST_LINE = "sikum withheld 1 "
SHORTEST_KEY = 16
"""Characters below which a key is refused: it could be tried out."""


def keep(names: Iterable[str], process: str, key: str, text: str = "") -> str:
    """The text of the file with the names of `process` in place of those it had there.

    One line for each name: the process's folder, and its forms as hashes of words. A file of another key begins anew.
    """
    first = _FIRST_LINE + _hash(_FIRST_LINE, key)
    lines = text.splitlines()
    others = [line for line in lines[1:] if line.partition("\t")[0] != process] if lines[:1] == [first] else []
    mine = {f"{process}\t{forms}" for name in names if (forms := _forms(name, key))}
    return "\n".join([first, *sorted((*others, *mine))]) + "\n"


def is_of_key(text: str, key: str) -> bool:
    """Whether a file was written with this key."""
    return text.startswith(_FIRST_LINE + _hash(_FIRST_LINE, key))


def known_again(text: str, texts: Iterable[str], key: str) -> frozenset[str]:
    """Of the names in a file's `text`, those all of whose words occur in some texts, as words with spaces between."""
    by_hash = {_hash(word, key): word for word in _words_of(texts)}
    found: set[str] = set()
    for line in text.splitlines()[1:]:
        for form in line.partition("\t")[2].split():
            hashes = form.split(",")
            if all(each in by_hash for each in hashes):
                found.add(" ".join(by_hash[each] for each in hashes))
    return frozenset(found)


def _forms(name: str, key: str) -> str:
    forms = {form.words for form in forms_of(name) if form.order in (Order.PLAIN, Order.JOINED)}
    return " ".join(sorted(",".join(_hash(word, key) for word in form) for form in forms))


def _words_of(texts: Iterable[str]) -> set[str]:
    """All words, and what is left of each without the letters that may be a prefix."""
    found: set[str] = set()
    waiting = list(texts)
    while waiting:
        plain, inside = read(waiting.pop())
        waiting += (within for _, within in inside)
        apart = (around for *_, around in in_words(plain))
        for raw in {word[0] for each in (plain, *apart) for word in words(each)}:
            for letters, _, _ in split(raw):
                found.add(letters)
                found.update(inner for inner, _ in within_humps(raw))
                for length in range(1, min(LONGEST_PREFIX, len(letters) - 1) + 1):
                    if is_prefix(letters[:length]):
                        found.add(letters[length:])
    return found


def _hash(word: str, key: str) -> str:
    return hmac.digest(key.encode(), word.encode("utf-8", "surrogatepass"), "sha256").hex()[:_LENGTH]
