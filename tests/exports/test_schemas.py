"""`sikum schema`: what an editor offers while somebody writes a record, and that it never cries wolf."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.exports.schemas import TRUTHS, Schema, schemas
from generator.model.registry import Registries
from generator.reading import read_registries, scalars
from generator.reading.localities import read_localities
from generator.structure import extend_structure, load_structure

ROOT = Path(__file__).parents[2] / "processes"
TRANSLATIONS = ("translation", "promises-translation", "responses-translation")
NAMES = ("record", "ministries", "topics", "localities", "promises", "responses", "participants", *TRANSLATIONS)


SOUND = "{title: א, short_description: ב, ministry: health, kind: policy, methods: [other], status: open}"
"""The fewest fields of a record that nobody calls faulty."""


class _AsText(yaml.BaseLoader):
    """Every scalar as text: how Sikum reads."""


class _AsEditors(yaml.SafeLoader):
    """Numbers and truths typed, dates not: YAML 1.2, how an editor's language server reads."""


_AsEditors.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _AsEditors.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})\\Z"), list(first))


@pytest.fixture(scope="module")
def registries() -> Registries:
    """The sample catalogue's bodies and topics."""
    contents = {name: (ROOT / name).read_bytes() for name in ("ministries.yml", "topics.yml")}
    found, _ = read_registries(contents, load_structure())
    return found


@pytest.fixture(scope="module")
def made(registries: Registries) -> dict[str, Schema]:
    """The schemas of a site that knows its bodies and topics."""
    return schemas(load_structure(), registries)


def documents() -> Iterator[tuple[str, Path, str]]:
    """Every YAML document of the samples: which schema it is of, where it is, its text."""
    yield "ministries", ROOT / "ministries.yml", (ROOT / "ministries.yml").read_text()
    yield "topics", ROOT / "topics.yml", (ROOT / "topics.yml").read_text()
    for path in sorted(ROOT.rglob("*.yml")):
        if path.stem in ("promises", "responses", "participants"):
            yield path.stem, path, path.read_text()
    for path in sorted(ROOT.rglob("*/responses.??.yml")):
        yield "responses-translation", path, path.read_text()
    for path in sorted(ROOT.rglob("*/*/index.??.md")):
        yield "translation", path, path.read_text().split("---\n")[1]
    for path in sorted(ROOT.rglob("index.md")):
        match = re.match(r"---\n(.*?)\n---\n", path.read_text(), re.DOTALL)
        if match and "\nministry:" in match[1]:
            yield "record", path, match[1]


def test_there_is_a_schema_for_every_file_and_each_is_a_schema(made: dict[str, Schema]) -> None:
    """An editor silently ignores a schema that is none."""
    assert tuple(made) == NAMES
    for schema in made.values():
        Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("loader", [_AsText, _AsEditors])
@pytest.mark.parametrize("with_registries", [True, False])
def test_every_sample_process_is_accepted(loader: type, with_registries: bool, registries: Registries) -> None:
    """A sound record under red lines would teach editors to ignore them."""
    made = schemas(load_structure(), registries if with_registries else None)
    seen = set()
    for name, path, text in documents():
        data = yaml.load(text, loader)
        errors = [
            f"{path}: {error.json_path}: {error.message}" for error in Draft7Validator(made[name]).iter_errors(data)
        ]
        assert errors == []
        seen.add(name)
    assert seen >= {"record", "ministries", "topics", "promises", "responses"}


@pytest.mark.parametrize(
    ("name", "spoiled"),
    [
        ("record", SOUND.replace("policy", "polcy")),
        ("record", SOUND.replace("health", "helth")),
        ("record", SOUND.replace("[other]", "other")),
        ("record", SOUND.replace("title: א, ", "")),
        ("record", f"{SOUND[:-1]}, start_date: 1.2.2024}}"),
        ("promises", "[{id: Not An Id, text: א}]"),
        ("promises", "[{id: a}]"),
        ("responses", "[{heard: א, voices: many}]"),
        ("ministries", "{Health!: {name: {he: א}}}"),
        ("topics", "{water: {title: {en: Water}}}"),
        ("participants", "[{name: א, consent: maybe}]"),
    ],
)
def test_what_check_calls_an_error_is_marked_while_writing(made: dict[str, Schema], name: str, spoiled: str) -> None:
    """A mistyped value, an unknown body, a list that is none, a missing field, an impossible date."""
    assert not Draft7Validator(made[name]).is_valid(yaml.load(spoiled, _AsText))
    assert Draft7Validator(made["record"]).is_valid(yaml.load(SOUND, _AsText))


@pytest.mark.parametrize("kind", ["policy", "Making policy", "קביעת מדיניות", "מדיניות", "وضع سياسة", None])
def test_a_value_may_be_written_by_any_of_its_names(made: dict[str, Schema], kind: str | None) -> None:
    """`kind: מדיניות` is a good record, and must look like one."""
    properties: Any = made["record"]["properties"]
    schema = {"definitions": made["record"]["definitions"], **properties["kind"]}
    assert Draft7Validator(schema).is_valid(kind)


def test_columns_of_participants_may_be_named_in_three_languages(made: dict[str, Schema]) -> None:
    """And what stands under such a name is held to the same."""
    validator = Draft7Validator(made["participants"])
    assert validator.is_valid([{"שם": "א", "منظمة": "ב", "הסכמה": "full", "מספר": "3"}])
    assert not validator.is_valid([{"הסכמה": "maybe"}])


def test_an_unknown_field_is_marked_and_not_refused(made: dict[str, Schema]) -> None:
    """`check` warns of it, and a schema must not be stricter."""
    schema = made["promises"]
    assert Draft7Validator(schema).is_valid([{"id": "a", "text": "ב", "colour": "red"}])
    items: Any = schema["items"]
    assert items["additionalProperties"]["deprecationMessage"]


def test_titles_and_guidance_come_in_the_site_s_language(registries: Registries) -> None:
    """An editor in an Arabic office is helped in Arabic."""
    for language, title in (("he", "סוג התהליך"), ("ar", "نوع العملية"), ("en", "Kind of process")):
        properties: Any = schemas(load_structure(), registries, language)["record"]["properties"]
        assert properties["kind"]["title"] == title
        assert properties["kind"]["description"]


def test_a_field_that_a_site_adds_is_in_the_schema() -> None:
    """`structure.yml` is the only schema; this one is made from it, extensions and all."""
    text = "record:\n  budget:\n    type: integer\n    title: {he: תקציב, ar: ميزانية, en: Budget}\n"
    structure, findings = extend_structure(load_structure(), text, "structure.yml")
    assert findings == ()
    properties: Any = schemas(structure)["record"]["properties"]
    assert properties["budget"]["title"] == "תקציב"
    assert not Draft7Validator(properties["budget"]).is_valid("a lot")


def test_words_for_true_and_false_are_those_that_are_read() -> None:
    """The schema is made without the reader, and must not drift from it."""
    assert set(TRUTHS) == scalars._TRUE | scalars._FALSE


@pytest.mark.parametrize(
    ("written", "is_sound"),
    [
        ("3000: {he: ירושלים, ar: القدس, en: Jerusalem}", True),
        ("'0028': חיפה", True),
        ("28: {he: מזכרת בתיה}", True),
        ("", True),
        ("haifa: חיפה", False),
        ("30000: חיפה", False),
        ("0: חיפה", False),
        ("4000:", False),
        ("4000: {ar: حيفا}", False),
        ("4000: {he: חיפה, fr: Haïfa}", False),
        ("- 4000", False),
    ],
)
def test_names_of_localities_are_held_to_what_is_read(made: dict[str, Schema], written: str, is_sound: bool) -> None:
    """An editor that underlines what `check` takes, or takes what it refuses, is soon not looked at."""
    node: Any = yaml.load(written, _AsText) if written else None
    data = {key: value or None for key, value in node.items()} if isinstance(node, dict) else node
    assert Draft7Validator(made["localities"]).is_valid(data) is is_sound
    _, findings = read_localities({"localities.yml": written.encode()}, load_structure())
    assert (not findings) is is_sound
