"""What is a list of people who took part, and what only names people: programmes, timetables, works, places."""

from pathlib import Path

import pytest

from generator.reading.raw_lists import reads_like_people
from tests.reading.told import STRUCTURE


def _files() -> list[tuple[bool, str, str]]:
    lines = (Path(__file__).parent / "lists_of_people.txt").read_text(encoding="utf-8").splitlines()[1:]
    found: list[tuple[bool, str, str]] = []
    for line in lines:
        if line.startswith("| "):
            kind, name, text = found[-1]
            found[-1] = kind, name, f"{text}{line[2:]}\n"
        else:
            found.append((line[0] == "+", line[2:], ""))
    return found


FILES = _files()


@pytest.mark.parametrize(("is_list", "name", "text"), FILES, ids=[name for _, name, _ in FILES])
def test_a_list_of_people_is_told_from_a_programme(is_list: bool, name: str, text: str) -> None:
    """Every programme needed a reason in `publish_lists`, so that offices gave one without looking; a raw list went out."""
    assert reads_like_people(name, text.encode(), STRUCTURE) is is_list


def test_both_kinds_are_many() -> None:
    """A rule that is held by three cases is held by none."""
    assert min(sum(kind for kind, *_ in FILES), sum(not kind for kind, *_ in FILES)) >= 30
