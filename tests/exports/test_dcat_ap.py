"""`dcat.jsonld` before the judges that a portal has: the official shapes of DCAT-AP 3.0.1, and the words of its dates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pyshacl import validate
from rdflib import Graph
from rdflib.namespace import RDF, SH

from generator.exports.dcat import dcat_data
from generator.exports.file_facts import Facts
from generator.exports.jobs import catalogue_jobs
from generator.model.dates import PartialDate
from generator.model.digest import hash_of
from generator.model.licences import licence_of
from generator.model.published import PublishedCatalogue
from generator.rendering.context import SiteContext
from generator.rendering.datasets import TABLES
from generator.views.span_of_data import span_of_data
from generator.wording import Wording
from tests.exports.conftest import bytes_of

SHAPES = Path(__file__).parent / "shapes"
NOT_KNOWN = {
    "http://purl.org/dc/terms/type",
    "http://www.w3.org/ns/dcat#bbox",
    "http://www.w3.org/ns/dcat#centroid",
    "http://www.w3.org/ns/dcat#service",
}
"""Recommended, and known to no catalogue: of what type the publisher is, the corners of a country; and no service runs."""


def files_of(catalogue: PublishedCatalogue, context: SiteContext) -> dict[str, bytes]:
    """The files of `/data/` by name."""
    made = (file for job in catalogue_jobs(catalogue, context) for file in job.build())
    return {file.uri.removeprefix("data/"): bytes_of(file) for file in made}


@pytest.fixture
def licensed(context: SiteContext) -> SiteContext:
    """A site that says on what terms its data may be reused."""
    return replace(context, licence=licence_of("CC BY 4.0"))


def graph_of(dcat: bytes) -> Graph:
    """The catalogue as triples."""
    return Graph().parse(data=dcat, format="json-ld")


def results(data: Graph, *shapes: str) -> list[tuple[str, str, str]]:
    """What the shapes say against the data: severity, node and path."""
    rules = Graph()
    for name in shapes:
        rules.parse(SHAPES / f"dcat-ap-3.0.1-{name}.ttl")
    _, report, _ = validate(data, shacl_graph=rules, advanced=True, allow_warnings=True)
    assert isinstance(report, Graph)
    return [
        (
            str(report.value(each, SH.resultSeverity)).rpartition("#")[2],
            str(report.value(each, SH.focusNode)),
            str(report.value(each, SH.resultPath)),
        )
        for each in report.subjects(RDF.type, SH.ValidationResult)
    ]


def test_the_official_shapes_have_nothing_against_it(catalogue: PublishedCatalogue, licensed: SiteContext) -> None:
    """A portal of data refuses a catalogue that does not keep to the profile, whatever is in it."""
    data = graph_of(files_of(catalogue, licensed)["dcat.jsonld"])
    assert len(data) > 300
    assert [each for each in results(data, "shapes", "range", "deprecated") if each[0] == "Violation"] == []


def test_what_is_recommended_is_there_as_far_as_a_catalogue_can_know_it(
    catalogue: PublishedCatalogue, licensed: SiteContext
) -> None:
    """A portal ranks by what is recommended, and finds by it."""
    data = graph_of(files_of(catalogue, licensed)["dcat.jsonld"])
    missing = {path for _, node, path in results(data, "recommended") if "example.org" in node or "country" in node}
    assert missing <= NOT_KNOWN


@pytest.mark.parametrize("lost", ["dct:title", "dct:publisher", "dct:description"])
def test_the_shapes_see_what_is_missing(catalogue: PublishedCatalogue, licensed: SiteContext, lost: str) -> None:
    """The tests above have teeth."""
    spoilt = json.loads(files_of(catalogue, licensed)["dcat.jsonld"])
    del spoilt[lost]
    found = results(graph_of(json.dumps(spoilt).encode()), "shapes")
    assert any(severity == "Violation" for severity, *_ in found)


def nodes(value: object) -> Iterator[dict[str, Any]]:
    """Every object of the JSON."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for each in value if isinstance(value, list) else ():
        yield from nodes(each)


FORMS = {
    "xsd:date": r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])",
    "xsd:gYearMonth": r"\d{4}-(0[1-9]|1[0-2])",
    "xsd:gYear": r"\d{4}",
    "xsd:nonNegativeInteger": r"\d+",
    "xsd:hexBinary": r"([0-9a-f]{2})+",
}


@pytest.mark.parametrize("day", [PartialDate(2019), PartialDate(2019, 3), PartialDate(2019, 3, 4)])
def test_every_typed_value_is_written_as_its_type_is(
    catalogue: PublishedCatalogue, licensed: SiteContext, day: PartialDate
) -> None:
    """A validator of SHACL takes a month for a year and lets it through; a portal's database does not."""
    first = replace(catalogue.processes[0], record=replace(catalogue.processes[0].record, start_date=day))
    made = files_of(replace(catalogue, processes=(first, *catalogue.processes[1:])), licensed)
    typed = [each for each in nodes(json.loads(made["dcat.jsonld"])) if "@value" in each and "@type" in each]
    assert {each["@type"] for each in typed} <= set(FORMS)
    for each in typed:
        assert re.fullmatch(FORMS[each["@type"]], each["@value"]), each
    begins = {
        each["dcat:startDate"]["@value"] for each in nodes(json.loads(made["dcat.jsonld"])) if "dcat:startDate" in each
    }
    assert begins == {day.iso}


def test_each_distribution_says_what_a_copy_can_be_checked_by(
    catalogue: PublishedCatalogue, licensed: SiteContext
) -> None:
    """Licence, size and hash are those of the file that stands at the address."""
    made = files_of(catalogue, licensed)
    found = [each for each in nodes(json.loads(made["dcat.jsonld"])) if each.get("@type") == "dcat:Distribution"]
    names = {each["dcat:downloadURL"]["@id"].rpartition("/")[2] for each in found}
    assert {"processes.csv", "catalogue.json", "catalogue.zip", "catalogue.sqlite"} <= names
    for each in found:
        content = made[each["dcat:downloadURL"]["@id"].rpartition("/")[2]]
        assert each["dcat:byteSize"]["@value"] == str(len(content))
        assert each["spdx:checksum"]["spdx:checksumValue"]["@value"] == hash_of(content)
        assert each["dct:license"]["@id"] == "https://creativecommons.org/licenses/by/4.0/"


def test_no_licence_is_said_to_a_portal_that_nobody_gave(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """Silence is not permission, and made-up permission is worse."""
    assert b"dct:license" not in files_of(catalogue, context)["dcat.jsonld"]


def test_who_wrote_the_texts_is_told_to_portals_and_programs(
    catalogue: PublishedCatalogue, licensed: SiteContext
) -> None:
    """A ministry must not be named as the author of what others wrote of it."""
    made = files_of(catalogue, replace(licensed, written_by={"he": "עורכי הקטלוג"}))
    datasets = json.loads(made["dcat.jsonld"])["dcat:dataset"]
    names = {agent["foaf:name"]["@value"] for each in datasets for agent in each["dct:creator"]}
    assert names == {"עורכי הקטלוג"}
    contributors = json.loads(made["datapackage.json"])["contributors"]
    assert [(each["title"], each["roles"]) for each in contributors] == [
        ("כל המשרדים", ["publisher"]),
        ("עורכי הקטלוג", ["author"]),
    ]
    assert [each for each in results(graph_of(made["dcat.jsonld"]), "shapes", "range") if each[0] == "Violation"] == []
    assert b"dct:creator" not in files_of(catalogue, licensed)["dcat.jsonld"]


def test_each_writer_has_a_name_of_its_own(catalogue: PublishedCatalogue, licensed: SiteContext) -> None:
    """Two writers of one name would be one agent with two names to whoever joins catalogues."""
    made = files_of(catalogue, replace(licensed, written_by={"he": "עורכי הקטלוג"}))
    writers = {
        agent["@id"] for each in json.loads(made["dcat.jsonld"])["dcat:dataset"] for agent in each["dct:creator"]
    }
    assert writers == {f"{licensed.site_url}#writer-1"}


@pytest.mark.parametrize(
    ("licence", "kind"),
    [
        ("CC0-1.0", "PublicDomain"),
        ("CC-BY-4.0", "Attribution"),
        ("CC-BY-SA-4.0", "ViralEffect-ShareAlike"),
        ("CC-BY-ND-4.0", "NoDerivativeWork"),
        ("CC-BY-NC-SA-4.0", "NonCommercialUseOnly"),
    ],
)
def test_the_kind_of_a_licence_is_the_strictest_of_its_terms(
    catalogue: PublishedCatalogue, context: SiteContext, licence: str, kind: str
) -> None:
    """A portal filters by it: "attribution" on what may not be changed invites what the licence forbids."""
    catalogue_data = json.loads(files_of(catalogue, replace(context, licence=licence_of(licence)))["dcat.jsonld"])
    assert catalogue_data["dct:license"]["dct:type"]["@id"] == f"http://purl.org/adms/licencetype/{kind}"


def test_each_distribution_says_its_form_and_what_it_is_written_by(
    catalogue: PublishedCatalogue, licensed: SiteContext
) -> None:
    """A harvester picks Parquet or CSV without opening either, and knows that the one ZIP holds many files."""
    made = files_of(catalogue, replace(licensed, has_parquet=True))["dcat.jsonld"]
    said = {
        each["dcat:downloadURL"]["@id"].rpartition("/")[2]: each
        for each in nodes(json.loads(made))
        if each.get("@type") == "dcat:Distribution"
    }
    parquet, archive = said["processes.parquet"], said["catalogue.zip"]
    assert parquet["dcat:mediaType"]["@id"].endswith("/application/vnd.apache.parquet")
    assert "dcat:packageFormat" not in parquet
    assert "dcat:compressFormat" not in parquet, "it is packed within: nothing has to be unpacked to read it"
    assert archive["dcat:packageFormat"]["@id"].endswith("/application/zip")
    assert archive["dct:conformsTo"]["dct:title"]["@value"] == "Data Package v2"
    assert said["processes.csv"]["dct:conformsTo"]["@id"] == "https://www.rfc-editor.org/info/rfc4180"
    assert [each for each in results(graph_of(made), "shapes", "range", "deprecated") if each[0] == "Violation"] == []


@pytest.mark.parametrize(
    ("what", "is_said"),
    [
        ({}, False),
        ({"localities": {"3000": {"he": "ירושלים"}}}, True),
        ({"site_url": "https://data.example.gov.il/"}, True),
        ({"licence": licence_of("il-gov-data")}, True),
        ({"wording": Wording("he")}, True),
    ],
    ids=["nothing", "localities", "address", "licence", "language"],
)
def test_the_country_is_said_where_the_catalogue_shows_it(
    catalogue: PublishedCatalogue, context: SiteContext, what: dict[str, Any], is_said: bool
) -> None:
    """A portal of many countries finds a catalogue in English by its place, and by a wrong one it would mislead."""
    site = replace(context, **{"wording": Wording("en"), "site_url": "https://x.example.org/", **what})
    data = json.loads(files_of(catalogue, site)["dcat.jsonld"])
    places = [each.get("dct:spatial", {}).get("@id") for each in (data, *data["dcat:dataset"])]
    assert {bool(place) for place in places} == {is_said}
    assert all(place is None or place.endswith("/country/ISR") for place in places)


def test_a_catalogue_of_which_no_date_is_known_says_none_to_portals(licensed: SiteContext) -> None:
    """A period without an end or a beginning is one that a validator refuses."""
    files = {each: Facts(7, "ab" * 32) for each in (*(table.file for table in TABLES), "catalogue.json")}
    unlicensed = replace(licensed, licence=None)
    said = json.dumps(dcat_data(files, span_of_data(()), (), unlicensed))
    for name in ("temporal", "issued", "modified", "license", "creator"):
        assert f'"dct:{name}"' not in said
    arabic = replace(unlicensed, wording=licensed.wording_for("ar"), site_url="https://example.org/")
    assert '"dct:spatial"' in said
    assert '"dct:spatial"' not in json.dumps(dcat_data(files, span_of_data(()), (), arabic))
    israeli = replace(arabic, site_url="https://example.gov.il/")
    assert '"dct:spatial"' in json.dumps(dcat_data(files, span_of_data(()), (), israeli))


@pytest.mark.parametrize(
    ("licence", "kind"),
    [
        ("CC0 1.0", "PublicDomain"),
        ("CC BY-NC-SA 4.0", "NonCommercialUseOnly"),
        ("CC BY-ND 4.0", "NoDerivativeWork"),
        ("CC BY-SA 4.0", "ViralEffect-ShareAlike"),
        ("CC BY 4.0", "Attribution"),
        ("MIT", None),
    ],
)
def test_a_licence_is_of_the_type_that_portals_sort_by(context: SiteContext, licence: str, kind: str | None) -> None:
    """Whoever looks for data that a firm may use would find what it may not."""
    files = {each: Facts(7, "ab" * 32) for each in (*(table.file for table in TABLES), "catalogue.json")}
    found = licence_of(licence)
    said = dcat_data(files, span_of_data(()), (), replace(context, licence=found))["dct:license"]
    assert isinstance(said, dict)
    assert (said["@id"], said.get("dct:type", {}).get("@id")) == (
        found.url if found else None,
        f"http://purl.org/adms/licencetype/{kind}" if kind else None,
    )
