"""The words under which the texts of the open data are found, kept from build to build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.kept import Kept

FOLDER = "text-words"


def words_of(texts: Iterable[str], kept: Kept) -> Iterator[str]:
    """For each text, in their order, its words (`generator.search.forms`); what the last build kept is not made again."""
    from generator.search.forms import word_forms  # the word tables are read only where a database is made

    return kept.each(FOLDER, "", texts, word_forms)
