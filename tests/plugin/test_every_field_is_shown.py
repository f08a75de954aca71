"""What an editor writes in any field of the structure is read by people, on the site and on paper, and by programs.

Once the address of an update, its new state and what proves a next step stood in the data and on no page, or on the page
and not in print: nobody had looked at all fields together.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
import yaml

from generator.structure import FieldSpec, FieldType, fields_of, load_structure, parts_of
from tests.plugin.small import build, small_site

STRUCTURE = load_structure()
SHORT = {"output.files[].format": "FMT"}
"""What has a form of its own."""
LEFT_OUT = {
    "withdrawn",  # it leaves nothing of the process but a notice
    "privacy",  # for the check alone
    "participants",  # from the list, by consent: tests of its own
    "participants_count",
    "previous",  # other processes
    "aliases",  # addresses that lead here
    "localities",  # codes of a registry
    "written_by",  # said in the notice, which an example does without
    "example",
    "language",
    "status",
    "waived",  # reasons of the gate, with the steps
    "picture",  # with its file: test_picture.py
    "path",  # a file of the folder
    "process",
    "chapter",
    "id",
    "element",
    "order",
    "covers",
    "standing",  # asks who the author is
}
NOT_ON_PAPER = {"output.files[].format"}
"""A link on paper has its address, and no size or format."""


class Values:
    """A value for every field, and where each that can be looked for was written."""

    def __init__(self) -> None:
        self.marks: dict[str, str] = {}
        """What is written → the field."""
        self._number = count(100)

    def of(self, specs: Sequence[FieldSpec], place: str = "") -> dict[str, object]:
        """A mapping of all these fields."""
        found = {each.id: self._value(each, f"{place}{each.id}") for each in specs if each.id not in LEFT_OUT}
        return {name: value for name, value in found.items() if value is not None}

    def _value(self, spec: FieldSpec, place: str) -> object:
        number = next(self._number)
        match spec.type:
            case FieldType.TEXT | FieldType.LONG_TEXT:
                return self._mark(SHORT.get(place) or f"סימן{number}", place)
            case FieldType.URL:
                return self._mark(f"https://example.org/mark{number}", place)
            case FieldType.EMAIL:
                return self._mark(f"mark{number}@example.org", place)
            case FieldType.DATE:
                return f"2024-02-{number % 28 + 1:02}"
            case FieldType.TIME:
                return "10:30"
            case FieldType.INTEGER:
                return 7
            case FieldType.BOOLEAN:
                return True
            case FieldType.TERM:
                return STRUCTURE.vocabularies[spec.vocabulary or ""].terms[0].id
            case FieldType.LIST if spec.of:
                item = self._value(spec.of, f"{place}[]")
                return None if item is None else [item]
            case FieldType.MAP:
                return self.of(spec.fields, f"{place}.")
        return None

    def _mark(self, written: str, place: str) -> str:
        self.marks[written] = place
        return written


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Values]:
    """A site whose one process has a value in every field."""
    folder = small_site(tmp_path_factory.mktemp("every-field"))
    process, values = folder / "processes/example", Values()
    index = process / "index.md"
    _, head, text = index.read_text("utf-8").split("---\n", 2)
    record = yaml.safe_load(head) | values.of(STRUCTURE.record)
    index.write_text(f"---\n{_yaml(record)}---\n{text}", "utf-8")
    (process / "promises.yml").write_text(
        _yaml([{"id": "letter", "status": "kept"} | values.of(STRUCTURE.promise, "promise.")]), "utf-8"
    )
    (process / "responses.yml").write_text(_yaml([values.of(STRUCTURE.response, "response.")]), "utf-8")
    for element in ("foreword", "reflection"):
        parts = [part.id for part in parts_of(STRUCTURE, element)]
        fields: dict[str, object] = values.of(fields_of(STRUCTURE, element), f"{element}.")
        (process / f"{element}.md").write_text(f"---\n{_yaml(fields | {'covers': parts})}---\nפסקה.\n", "utf-8")
    (process / "meetings").mkdir()
    meeting = values.of(STRUCTURE.meeting, "meeting.")
    (process / "meetings/one.md").write_text(f"---\n{_yaml(meeting)}---\nדיברנו.\n", "utf-8")
    built = build(folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder / "site/example", values


def test_a_reader_of_the_site_finds_every_field_on_a_page(site: tuple[Path, Values]) -> None:
    """An editor links the protocol that proves an update; a citizen must be able to open it."""
    folder, values = site
    editions = {"print", "brief"}
    pages = [each for each in folder.rglob("*.html") if editions.isdisjoint(each.parts)]
    assert list(_missing(values, pages)) == []


def test_a_reader_of_paper_finds_every_field_in_the_printed_document(site: tuple[Path, Values]) -> None:
    """What goes to the minister and to the archive on paper says no less than the site."""
    folder, values = site
    assert [each for each in _missing(values, [folder / "print/index.html"]) if each not in NOT_ON_PAPER] == []


def test_a_program_finds_every_field_in_the_data(site: tuple[Path, Values]) -> None:
    """A researcher who reads `process.json` alone knows what the pages say."""
    folder, values = site
    assert list(_missing(values, [folder / "process.json"])) == []


def _missing(values: Values, files: Sequence[Path]) -> Iterator[str]:
    """The fields whose value is in none of the files."""
    text = "\n".join(html.unescape(each.read_text("utf-8")) for each in files)
    return (place for written, place in values.marks.items() if written not in text)


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
