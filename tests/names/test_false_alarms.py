"""Texts that say no name of a list, though nearly every word of theirs is one."""

from pathlib import Path

from generator.names.matcher import Matcher

FOLDER = Path(__file__).parent
NAMES = (FOLDER / "ordinary_names.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = (FOLDER / "ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()


def test_of_a_hundred_sentences_without_a_name_at_most_one_is_taken_for_one() -> None:
    """An office whose build stops for "the law of May" switches the search off, and with it the protection of everybody."""
    matcher = Matcher((name, name) for name in NAMES)
    alarms = [sentence for sentence in SENTENCES if any(matcher.find(sentence))]
    assert len(SENTENCES) >= 100
    assert len(alarms) <= len(SENTENCES) // 100, alarms
