"""All that is made of documents full of what is seldom met, theme by theme: those of `documents/`.

`every_word/<theme>.yml` holds it; `SNAPSHOTS=overwrite` writes it anew: read the difference beside the documents.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from generator.importing.known_headings import is_known_heading
from generator.importing.markdown import joined
from generator.importing.word.account import make_account
from generator.importing.word.document import read_document
from generator.structure import Structure, load_structure
from tests.importing.word.documents import by_eye, changes, drawings, fields, lists, looks, unseen, within
from tests.snapshots import assert_as_written

SAID = Path(__file__).parent / "every_word"
THEMES = (by_eye, changes, drawings, fields, lists, looks, unseen, within)


@pytest.fixture(scope="module")
def structure() -> Structure:
    """The package's own."""
    return load_structure()


def said(content: bytes, structure: Structure, *, is_accepting: bool) -> dict[str, object]:
    """All that is made of a document, each thing as a line."""
    document = read_document(
        content, is_accepting=is_accepting, is_known=lambda text: is_known_heading(structure, text)
    )
    text = joined(document.text)
    account = make_account(document.seen, [("content.md", text)], document.left_out)
    assert account.seen == account.kept_words + account.left_out_words
    assert not document.messages
    found = {
        "text": text.split("\n"),
        "titles": [block.text for block in document.text.blocks if block.is_title],
        "left out": [f"{each.reason}: {each.text} @ {each.place}" for each, _ in account.left_out],
        "kept otherwise": [f"{each.what}: {each.text} @ {each.place}" for each in document.others],
        "changes": [f"{each.kind}: {each.before} -> {each.after} @ {each.place}" for each in document.changes],
        "comments": [f"{each.text} @ {each.place}" for each in document.comments],
        "guesses": [f"{each.why}: {each.text}" for each in document.guesses],
        "pictures": [path for path, _ in document.pictures],
    }
    counts = {"words": [account.seen, account.kept_words], "undescribed": document.undescribed}
    return {name: value for name, value in found.items() if value} | counts


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.__name__.rpartition(".")[2])
def test_what_is_seldom_met_is_brought_or_said(theme: ModuleType, structure: Structure) -> None:
    """What one office in a hundred writes is noticed by nobody here, until that office's report lacks it."""
    whole = {}
    for name, content in theme.DOCUMENTS.items():
        whole[name] = said(content, structure, is_accepting=True)
        rejected = said(content, structure, is_accepting=False)
        if rejected != whole[name]:
            whole[f"{name}, changes rejected"] = rejected
    assert_as_written(SAID / f"{theme.__name__.rpartition('.')[2]}.yml", whole)
