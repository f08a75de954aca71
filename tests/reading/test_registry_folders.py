"""A registry as a folder: an entry in each file, so that ten branches that each add one do not collide."""

from __future__ import annotations

from generator.reading import read_registries
from generator.structure import load_structure

HEALTH = "name: {he: משרד הבריאות, ar: وزارة الصحة, en: Ministry of Health}\ntype: ministry\n"
WELFARE = "welfare:\n  name: {he: משרד הרווחה, ar: وزارة الرفاه, en: Ministry of Welfare}\n  type: ministry\n"


def read(**files: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Ids of bodies, and each finding's rule and file."""
    contents = {name.replace("__", "/") + ".yml": text.encode() for name, text in files.items()}
    registries, findings = read_registries(contents, load_structure())
    return sorted(registries.ministries), [(each.rule, each.span.path) for each in findings]


def test_a_file_is_an_entry_with_or_without_its_id() -> None:
    """An entry that is moved out of ministries.yml as it stands is right, and so is one without the line of its id."""
    assert read(ministries__health=HEALTH, ministries__welfare=WELFARE) == (["health", "welfare"], [])


def test_file_and_folder_stand_side_by_side() -> None:
    """A catalogue moves over one body at a time."""
    assert read(ministries=WELFARE, ministries__health=HEALTH) == (["health", "welfare"], [])


def test_an_id_in_both_is_said() -> None:
    """Which of the two holds would hang on the order of reading."""
    ids, findings = read(ministries=WELFARE, ministries__welfare=WELFARE)
    assert ids == ["welfare"]
    assert findings == [("M001", "ministries/welfare.yml")]


def test_one_broken_file_leaves_the_others() -> None:
    """One office's slip in its own entry is no fault of all."""
    ids, findings = read(ministries__health=HEALTH, ministries__welfare="- א\n")
    assert ids == ["health"]
    assert findings == [("M001", "ministries/welfare.yml")]
