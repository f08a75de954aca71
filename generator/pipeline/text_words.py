"""The words under which the texts of the open data are found, kept from build to build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.kept import Kept

FOLDER = "text-words"


def words_of(processes: Iterable[tuple[str, ...]], kept: Kept) -> Iterator[list[str]]:
    """For each text of each process, in their order, its words (`generator.search.forms`).

    Those of a process whose texts are what they were in the last build are not made again.
    """
    from generator.search.forms import word_forms  # the word tables are read only where a database is made

    made = kept.each(FOLDER, "", processes, lambda texts: "\n".join(map(word_forms, texts)))
    return (words.split("\n") for words in made)
