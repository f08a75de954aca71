"""Titles of the structure's things: what a reader is shown for an id."""

import pytest

from generator.rendering.terms import state_of, term_title
from generator.structure import load_structure


def test_a_term_that_is_not_known_is_shown_as_it_is_and_a_vocabulary_that_is_not_is_a_fault_of_the_code() -> None:
    """A slip in the name of a vocabulary would put ids of the record on every page, and nobody would be told."""
    structure = load_structure()
    assert term_title(structure, "promise-status", "kept", "he") == "קוימה"
    assert term_title(structure, "promise-status", "of-another-site", "he") == "of-another-site"
    for titled in (term_title, state_of):
        with pytest.raises(KeyError):
            titled(structure, "promise-stats", "kept", "he")
