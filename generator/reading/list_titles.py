"""The titles of groups within a list: a row with one cell that says something of the people below it."""

from __future__ import annotations

from generator.model.consent import COUNTED, FULL
from generator.model.record import ConsentPolicy
from generator.reading.attendance import is_title_of_absent, is_title_of_present
from generator.reading.consent_heads import agrees_by_yes
from generator.reading.consent_words import (
    CONSENT,
    asks_consent,
    names_nobody,
    read_consent,
    yes_or_no,
)
from generator.reading.remarks import withholds_in_words
from generator.structure import Vocabulary, match_term

_ALL_AGREED = ConsentPolicy(default_consent=FULL, basis="-")
_LONGEST = 12
"""Words of a title."""


def is_title_of_group(text: str, vocabulary: Vocabulary, *, is_after_title: bool = False) -> bool:
    """Whether a cell that stands alone in its row is a title, and nobody's name: it says what was agreed to, who came, or who
    did not.

    `is_after_title`: another title above it spoke of consent, so that "anonymous" is one too, rather than somebody without a
    name.
    """
    if len(text.split()) > _LONGEST:
        return False
    if text.endswith(":") or is_title_of_absent(text) or is_title_of_present(text):
        return True
    if names_nobody(text, vocabulary):
        return is_after_title or len(text.split()) > 1 or text.endswith(("ים", "ות", "ون", "ين", "s"))
    return yes_or_no(text) is not None or asks_consent(text) or withholds_in_words(text)


def title_withholds(title: str, vocabulary: Vocabulary) -> bool:
    """Whether the title of a section or a sheet says that names are not to be published, or might say so. One that
    begins with a yes, "agreed to publication", does not."""
    term = match_term(vocabulary, title)
    if term is not None:
        return term.id == COUNTED
    first = title.split(maxsplit=1)[0]
    said = read_consent([(CONSENT, first)], vocabulary, _ALL_AGREED, others_answer=False)
    if said.is_understood and said.level == COUNTED and not any(character.isdigit() for character in title):
        return True  # "No. 3" refuses nothing
    is_grant = said.level == FULL or agrees_by_yes(title)
    return (asks_consent(title) and not is_grant) or withholds_in_words(title)
