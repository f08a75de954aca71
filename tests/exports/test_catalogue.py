"""`catalogue.json`, its schema, the data package and DCAT: what programs read first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from jsonschema import Draft7Validator

from generator.exports.dcat import CONTEXT
from generator.exports.jobs import catalogue_jobs
from generator.model.published import PublishedCatalogue
from generator.rendering.context import SiteContext
from generator.rendering.datasets import PROCESSES, TABLES
from tests.exports.conftest import bytes_of


@pytest.fixture
def data(catalogue: PublishedCatalogue, context: SiteContext, tmp_path: Path) -> Path:
    """The `/data/` folder of a site, on disk."""
    for job in catalogue_jobs(catalogue, context):
        for file in job.build():
            (tmp_path / file.uri).parent.mkdir(exist_ok=True)
            (tmp_path / file.uri).write_bytes(bytes_of(file))
    return tmp_path / "data"


def test_a_card_holds_what_other_catalogues_need(data: Path) -> None:
    """Federated sites and search read exactly these names."""
    catalogue = json.loads((data / "catalogue.json").read_bytes())
    assert list(catalogue) == ["version", "language", "license", "processes"]
    assert (catalogue["version"], catalogue["language"]) == (1, "he")
    card = catalogue["processes"][0]
    assert list(card) == [*(column.name for column in PROCESSES.columns), "budget"]
    assert card == {
        "id": "tables",
        "url": "https://example.org/sikum/tables/",
        "title": 'שולחנות עגולים: "מים & אדמה"',
        "short_description": "מה נלמד, בשתי שורות.",
        "ministry": "health",
        "ministry_name": "משרד הבריאות",
        "kind": "policy",
        "methods": ["round-table", "workshop"],
        "topics": ["water"],
        "status": "closed",
        "language": "he",
        "start_date": "2023",
        "end_date": "2023-06-30",
        "output_sent": "2023-08-20",
        "closing_lag_days": 51,
        "participants_count": 30,
        "license": None,
        "license_url": None,
        "aliases": [],
        "writer": None,
        **dict.fromkeys(("spectrum", "invited", "recruitment", "setting", "facilitation")),
        "districts": [],
        "localities": [],
        "points": None,
        "points_answered": None,
        "budget": "3.5",
    }


def test_of_a_withdrawn_process_only_its_address_is_left(data: Path) -> None:
    """Who asked for a process to be taken down must not find its title in the data."""
    processes = json.loads((data / "catalogue.json").read_bytes())["processes"]
    assert processes[-1] == {"id": "gone", "url": "https://example.org/sikum/gone/", "status": "withdrawn"}


def test_the_catalogue_keeps_to_its_published_schema(data: Path) -> None:
    """And the schema refuses what is no card, else it would promise nothing."""
    schema = json.loads((data / "catalogue.schema.json").read_bytes())
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    catalogue = json.loads((data / "catalogue.json").read_bytes())
    assert list(validator.iter_errors(catalogue)) == []
    for spoil in (
        {"title": None},
        {"kind": "nonsense"},
        {"end_date": "30.6.2023"},
        {"closing_lag_days": "51"},
        {"more": 1},
    ):
        first = catalogue["processes"][0] | spoil
        assert not validator.is_valid(catalogue | {"processes": [first]}), spoil
    assert not validator.is_valid(catalogue | {"processes": [catalogue["processes"][-1] | {"title": "שם"}]})


def test_frictionless_finds_the_package_and_all_its_rows_sound(data: Path) -> None:
    """Types, keys and references of every cell, as any tool of open data checks them."""
    package = Package(str(data / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["title", "message"])
    assert [task.name for task in report.tasks] == [
        "processes",
        "participants",
        "promises",
        "responses",
        "lessons",
        "outcomes",
        "steps",
        "updates",
        "meetings",
        "partners",
        "goals",
        "chapters",
        "closing",
        "waivers",
        "catalogue",
    ]
    rows = package.get_resource("processes").read_rows()
    assert [row["closing_lag_days"] for row in rows] == [51, -5]
    assert package.get_resource("promises").read_rows()[1]["overdue"] is True


def test_frictionless_sees_a_reference_to_a_process_that_is_not_there(data: Path) -> None:
    """The check above has teeth: a row of an unknown process makes the package invalid."""
    path = data / "lessons.csv"
    path.write_bytes(path.read_bytes() + "nobody,health,לקח,,,,1,reflection\r\n".encode())
    report = Package(str(data / "datapackage.json")).validate()
    errors = {error.type for task in report.tasks for error in task.errors}
    # Size and hash are no longer those of the descriptor, which is another way to be seen.
    assert "foreign-key" in errors
    assert errors <= {"foreign-key", "hash-count", "byte-count"}


def test_dcat_has_what_the_application_profile_asks_for(data: Path) -> None:
    """A portal refuses a catalogue that lacks a mandatory property of DCAT-AP 3, whatever else is in it."""
    catalogue = json.loads((data / "dcat.jsonld").read_bytes())
    assert catalogue["@context"] == CONTEXT
    assert catalogue["@type"] == "dcat:Catalog"
    assert catalogue["dct:title"] == {"@value": "כל המשרדים", "@language": "he"}
    assert catalogue["dct:description"]["@value"]
    assert catalogue["dct:publisher"]["@type"] == "foaf:Agent"
    assert catalogue["dct:publisher"]["foaf:name"]["@value"]
    assert len(catalogue["dcat:dataset"]) == len(TABLES) + 1
    for dataset in catalogue["dcat:dataset"]:
        assert dataset["@type"] == "dcat:Dataset"
        assert dataset["dct:title"]["@value"]
        assert dataset["dct:description"]["@value"]
        assert dataset["dct:publisher"]["@id"] == catalogue["dct:publisher"]["@id"]
        for distribution in dataset["dcat:distribution"]:
            assert distribution["@type"] == "dcat:Distribution"
            url = distribution["dcat:accessURL"]["@id"]
            assert (data / url.removeprefix("https://example.org/sikum/data/")).is_file()


RANGES = {
    "dct:publisher": "foaf:Agent",
    "dct:creator": "foaf:Agent",
    "dct:language": "dct:LinguisticSystem",
    "foaf:homepage": "foaf:Document",
    "dcat:landingPage": "foaf:Document",
    "dct:spatial": "dct:Location",
    "dct:temporal": "dct:PeriodOfTime",
    "dct:accessRights": "dct:RightsStatement",
    "dct:accrualPeriodicity": "dct:Frequency",
    "dct:license": "dct:LicenseDocument",
    "dct:type": "skos:Concept",
    "dcat:contactPoint": "vcard:Kind",
    "dcat:inSeries": "dcat:DatasetSeries",
    "dcat:themeTaxonomy": "skos:ConceptScheme",
    "dcatap:availability": "skos:Concept",
    "spdx:checksum": "spdx:Checksum",
    "spdx:algorithm": "spdx:ChecksumAlgorithm",
    "dcat:dataset": "dcat:Dataset",
    "dcat:distribution": "dcat:Distribution",
    "dcat:theme": "skos:Concept",
    "dct:format": "dct:MediaTypeOrExtent",
    "dct:conformsTo": "dct:Standard",
    "dcat:mediaType": "dct:MediaType",
    "dcat:packageFormat": "dct:MediaType",
}
"""Of which class DCAT-AP wants the things that these properties lead to."""
PLAIN = {"dcat:accessURL", "dcat:downloadURL", "vcard:hasURL"}
LITERALS = {"dct:title", "dct:description", "dct:identifier", "foaf:name", "skos:prefLabel", "dcat:keyword", "vcard:fn"}
LITERALS |= {"dct:issued", "dct:modified", "dcat:startDate", "dcat:endDate", "dcat:byteSize", "spdx:checksumValue"}


def test_everything_dcat_names_is_of_the_class_that_the_profile_wants(data: Path) -> None:
    """A validator of DCAT-AP checks ranges; a mistyped property would be one that nobody looks for."""

    def walk(node: dict[str, Any]) -> None:
        for name, value in node.items():
            if name.startswith("@"):
                continue
            for each in value if isinstance(value, list) else [value]:
                if name in LITERALS:
                    assert isinstance(each, str) or each["@value"], name
                else:
                    assert each["@id"].startswith("http"), name
                    assert name in PLAIN or each["@type"] == RANGES[name], name
                    walk(each)

    document = json.loads((data / "dcat.jsonld").read_bytes())
    del document["@context"]
    walk(document)
