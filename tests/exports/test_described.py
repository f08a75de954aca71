"""What describes the data to programs is written in the words of its standard, and the data is what is described."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.exports import process_job
from generator.exports.jobs import catalogue_jobs
from generator.exports.process_schema import process_schema
from generator.exports.schemas import schemas
from generator.model.digest import hash_of
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.reading import read_registries
from generator.rendering.context import SiteContext
from generator.structure import Structure, load_structure
from tests.exports.conftest import bytes_of

KEYWORDS = frozenset(Draft7Validator.META_SCHEMA["properties"]) | {"deprecationMessage", "doNotSuggest"}
"""Of JSON Schema (draft 7), and two that editors understand."""
NAMED = ("properties", "definitions")
"""Keywords below which stand names, not keywords."""
VALUES = ("const", "enum", "required", "examples", "default")


def keywords(schema: object) -> Iterator[str]:
    """Every keyword of a schema and of the schemas in it."""
    if isinstance(schema, list):
        for each in schema:
            yield from keywords(each)
    elif isinstance(schema, dict):
        for name, value in schema.items():
            yield name
            if name in NAMED:
                yield from keywords(list(value.values()))
            elif name not in VALUES:
                yield from keywords(value)


def all_schemas(context: SiteContext, catalogue: PublishedCatalogue) -> dict[str, Any]:
    """Every schema that Sikum writes, by name."""
    structure: Structure = context.structure
    registries, _ = read_registries({}, load_structure())
    found: dict[str, Any] = {f"author's {name}": made for name, made in schemas(structure, registries, "en").items()}
    for file in files_of(catalogue, context):
        if file.endswith(".schema.json"):
            found[file] = json.loads(files_of(catalogue, context)[file])
    return found


def files_of(catalogue: PublishedCatalogue, context: SiteContext) -> dict[str, bytes]:
    """The open data of a catalogue, by uri."""
    made = (file for job in catalogue_jobs(catalogue, context) for file in job.build())
    return {file.uri: bytes_of(file) for file in made}


def test_every_schema_says_what_it_says_in_words_of_the_standard(
    context: SiteContext, catalogue: PublishedCatalogue
) -> None:
    """A keyword that is misspelt is ignored by every validator: the schema would let everything through."""
    found = all_schemas(context, catalogue)
    assert len(found) == 12
    for name, schema in found.items():
        Draft7Validator.check_schema(schema)
        assert set(keywords(schema)) <= KEYWORDS, name


def test_an_object_of_a_schema_asks_for_every_name_it_promises(context: SiteContext) -> None:
    """ "Every name is always there" is what a program relies on that was written after the schema."""
    schema = process_schema(context)
    assert set(schema["required"]) == set(schema["properties"])
    for name in ("promises", "responses", "meetings", "files", "translations", "participants"):
        item = schema["properties"][name]["items"]
        assert set(item["required"]) == set(item["properties"]), name
        assert item["additionalProperties"] is False


@pytest.mark.parametrize("of", ["files", "translations", "promises", "responses", "meetings", "participants"])
def test_a_process_keeps_to_its_schema_and_no_other_does(
    tables: PublishedProcess, context: SiteContext, of: str
) -> None:
    """A name that goes, or one that nobody was told of, must be seen by whoever validates."""
    [made] = [file.content for file in process_job(tables, context, "").build() if file.uri.endswith(".json")]
    assert isinstance(made, bytes)
    data, validator = json.loads(made), Draft7Validator(process_schema(context))
    assert [error.message for error in validator.iter_errors(data)] == []
    assert data[of]
    for name in list(data[of][0]):
        kept = data[of][0].pop(name)
        assert not validator.is_valid(data), name
        data[of][0][name] = kept
    data[of][0]["unknown"] = 1
    assert not validator.is_valid(data)


def test_types_of_a_sites_own_fields_are_those_of_json(tables: PublishedProcess, context: SiteContext) -> None:
    """A number that is a text cannot be added up, and `"false"` is true to most programs."""
    from msgspec.structs import replace

    from generator.exports.record import process_data
    from generator.model.record import ExtraField
    from generator.structure import extend_structure

    own = """\
record:
  places: {type: integer, title: {he: מקומות, ar: أماكن, en: Places}}
  online: {type: boolean, title: {he: מקוון, ar: عبر الشبكة, en: Online}}
  paid: {type: boolean, title: {he: בתשלום, ar: مدفوع, en: Paid}}
  rounds: {type: list, of: {type: integer}, title: {he: סבבים, ar: جولات, en: Rounds}}
"""
    structure, findings = extend_structure(load_structure(), own, "structure.yml")
    assert findings == ()
    extra = (
        ExtraField(id="places", values=("12",)),
        ExtraField(id="online", values=("true",)),
        ExtraField(id="paid", values=("false",)),
        ExtraField(id="rounds", values=("1", "2")),
    )
    process = replace(tables, record=replace(tables.record, extra=extra))
    data = process_data(process, replace(context, structure=structure))
    assert [data[name] for name in ("places", "online", "paid", "rounds")] == [12, True, False, [1, 2]]


PACKAGE = {"$schema", "name", "title", "homepage", "resources", "contributors"} | {
    "description",
    "created",
    "licenses",
    "version",
    "id",
}
RESOURCE = {"type", "name", "path", "title", "format", "mediatype", "encoding", "dialect", "schema", "bytes", "hash"}
PROFILES = "https://datapackage.org/profiles/2.0"
DIALECT = {"$schema": f"{PROFILES}/tabledialect.json"} | {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}


def test_the_package_is_written_in_the_words_of_data_package(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """A property that is misspelt is one that no program looks at."""
    package = json.loads(files_of(catalogue, context)["data/datapackage.json"])
    assert set(package) <= PACKAGE
    assert package["$schema"] == f"{PROFILES}/datapackage.json"
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]{12}", package["version"])
    assert package["homepage"] == context.site_url
    tables = [each for each in package["resources"] if each["path"].endswith(".csv")]
    assert len(tables) >= 5
    for resource in tables:
        assert set(resource) <= RESOURCE
        assert (resource["type"], resource["encoding"]) == ("table", "utf-8")
        content = files_of(catalogue, context)[f"data/{resource['path']}"]
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hash_of(content)}")
        assert resource["schema"]["$schema"] == f"{PROFILES}/tableschema.json"
        assert resource["dialect"] == DIALECT
        dates = [field for field in resource["schema"]["fields"] if field["name"] in ("start_date", "end_date", "due")]
        assert all("pattern" in field.get("constraints", {}) for field in dates)


def test_every_column_of_a_promise_has_the_promises_own_value(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """A due date that is not in the table is one that nobody can count from."""
    text = files_of(catalogue, context)["data/promises.csv"].decode("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["measure"]["due"] == "2024"
    assert rows["measure"]["status"] == "pending"


def test_every_property_of_the_catalogues_description_is_one_of_a_named_vocabulary(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """A harvester passes over a name that it does not know, and a dataset without keywords and period is not found."""
    found = json.loads(files_of(catalogue, context)["data/dcat.jsonld"])
    names = set(names_of({name: value for name, value in found.items() if name != "@context"}))
    prefixes = "|".join(name for name in found["@context"] if name[0] != "@")
    assert [
        name
        for name in sorted(names)
        if not re.fullmatch(rf"@(?:id|type|value|language|graph|list)|(?:{prefixes}):[a-z]\w*", name)
    ] == []
    assert names >= {"dcat:keyword", "dcat:theme", "dct:temporal", "dct:publisher", "dcat:distribution"}


def names_of(value: object) -> Iterator[str]:
    """The names of all members of a JSON value, at any depth."""
    if isinstance(value, list):
        for each in value:
            yield from names_of(each)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from names_of(inner)
