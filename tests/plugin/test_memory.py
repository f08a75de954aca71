"""A preview lives for as long as its editor's working day, and holds what it needs between two saves."""

from generator.names import pack_words
from generator.names.text import split
from generator.plugin.memory import give_back
from generator.search import lexicon


def test_what_a_build_remembers_of_words_is_forgotten_when_it_has_ended() -> None:
    """Each save adds words that nobody asks for again, and an afternoon of saves made the preview several times its size."""
    packed = pack_words(["שלום לכולם"])
    lexicon.hebrew("שלום")
    give_back()
    assert split.cache_info().currsize == 0
    assert lexicon.hebrew.cache_info().currsize == 0
    assert pack_words(["שלום לכולם"]) == packed
