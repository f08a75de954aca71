"""Laws and government decisions, and bodies that other registries know: each is the same thing everywhere that it is named."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, OWL, RDF

from generator.exports.patterns import PATTERNS
from generator.model.laws import parse_law
from generator.structure import FieldType
from tests.plugin.small import build, run, small_site

ELI = "https://data.europa.eu/eli/reg/2016/679/oj"
WIKIDATA = "https://www.wikidata.org/entity/Q1"
SCHEMA = Namespace("https://schema.org/")
KNESSET = "lawitemid=2000596"
OUTCOMES = f"""\
outcomes:
  - {{id: one, type: government-decision, state: adopted, title: החלטה, law: "החלטת ממשלה מס' 2768 מ־23.10.2011"}}
  - {{id: two, type: legislation, state: adopted, title: תיקון החוק, law: il-law:2000596, url: "https://x.example.org/"}}
sources: [{{title: התקנה, law: "{ELI}"}}, {{law: החלטה 550 של הממשלה ה־36}}]
"""


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("החלטה 2768 מיום 23.10.2011", "il-decision:2768:2011-10-23"),
        ("החלטת ממשלה מס׳ 2768 מ-2011-10-23", "il-decision:2768:2011-10-23"),
        ("החלטה 550 של הממשלה ה־36", "il-decision:550:gov-36"),
        ("القرار رقم 550 للحكومة 36", "il-decision:550:gov-36"),
        ("government decision no. 3190 of 2008-02", "il-decision:3190:2008-02"),
        ("il-decision:3190:2008-02", "il-decision:3190:2008-02"),
        ("il-law:2000596", "il-law:2000596"),
        ("urn:lex:it:stato:legge:2003-09-21;456", "urn:lex:it:stato:legge:2003-09-21;456"),
        (ELI, ELI),
        ("החלטה 2768", None),
        ("החלטה 2768 מיום 31.11.2011", None),
        ("il-decision:2768:2011-13", None),
        ("il-law:חוק", None),
        ("חוק חינוך מיוחד", None),
    ],
)
def test_one_law_has_one_identifier_however_it_is_written(text: str, identifier: str | None) -> None:
    """Two ministries that write of one decision in their own words would else have written of two."""
    law = parse_law(text)
    assert (law.id if law else None) == identifier
    is_of_the_form = re.search(PATTERNS[FieldType.LAW], text) is not None
    assert is_of_the_form or law is None, "an editor's program must not strike out what a check takes"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site, with what names laws and a body that Wikidata knows, and which is the publisher, too."""
    folder = small_site(tmp_path_factory.mktemp("site"), "site_url: https://s.example.org/\n")
    configuration = folder / "mkdocs.yml"
    configuration.write_text(
        configuration.read_text("utf-8").replace("site_name: קטלוג", "site_name: משרד הבריאות"), "utf-8"
    )
    record = folder / "processes/example/index.md"
    text = re.sub(r"\noutcomes: .*\n", f"\n{OUTCOMES}", record.read_text("utf-8"))
    record.write_text(text, "utf-8")
    (folder / "processes/example/promises.yml").write_text(
        "- {id: more, text: מפגש נוסף, status: kept, evidence: פרוטוקול, law: החלטה 2768 מיום 23.10.2011}\n", "utf-8"
    )
    registry = folder / "processes/ministries.yml"
    registry.write_text(
        re.sub(
            r"(?m)^health:\n",
            f"health:\n  url: https://health.example.org/\n  same_as: ['{WIKIDATA}']\n",
            registry.read_text("utf-8"),
        ),
        "utf-8",
    )
    checked = run("generator", "check", "--format", "concise", folder=folder)
    assert checked.returncode == 0, checked.stdout
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_the_tables_and_the_record_name_it_alike(site: Path) -> None:
    """A researcher joins what came of processes with a table of laws by this column."""
    rows = list(csv.DictReader(io.StringIO((site / "data/outcomes.csv").read_text("utf-8-sig"), newline="")))
    assert [row["law"] for row in rows] == ["il-decision:2768:2011-10-23", "il-law:2000596"]
    with closing(sqlite3.connect(site / "data/catalogue.sqlite")) as database:
        joined = database.execute("SELECT outcomes.id FROM promises JOIN outcomes USING (process, law)").fetchall()
    assert joined == [("one",)]
    record = json.loads((site / "example/process.json").read_bytes())
    assert [each["law"] for each in record["outcomes"]] == [row["law"] for row in rows]
    assert [each["law"] for each in record["sources"]] == [ELI, "il-decision:550:gov-36"]
    assert [each["law"] for each in record["promises"]] == ["il-decision:2768:2011-10-23"]


def test_the_pages_say_it_in_words_and_lead_to_what_has_an_address(site: Path) -> None:
    """A lawyer reads the number and the day, and a law of the Knesset's database is one click away."""
    page = BeautifulSoup((site / "example/index.html").read_bytes(), "html.parser")
    first, second = page.select(".outcomes > li")
    assert "החלטת ממשלה 2768 מיום 23 באוקטובר 2011" in first.get_text()
    assert any(KNESSET in link["href"] for link in second.select("a"))
    sources = {link["href"] for link in page.select("a[href^='https://data.europa.eu/']")}
    assert sources == {ELI}
    assert "החלטה 550 של הממשלה ה־36" in page.get_text()
    promises = BeautifulSoup((site / "example/promises/index.html").read_bytes(), "html.parser")
    assert "החלטת ממשלה 2768 מיום 23 באוקטובר 2011" in promises.get_text()


def graph_of(site: Path) -> list[dict[str, Any]]:
    """The page's JSON-LD, each thing with its properties."""
    page = BeautifulSoup((site / "example/index.html").read_bytes(), "html.parser")
    [script] = page.select('script[type="application/ld+json"]')
    said: list[dict[str, Any]] = json.loads(script.text)["@graph"]
    return said


def test_search_engines_read_the_identifiers_and_who_the_body_is(site: Path) -> None:
    """By these a portal knows that the decision and the body are those that it has already."""
    report = next(each for each in graph_of(site) if each["@type"] == "Report")
    body = next(each for each in graph_of(site) if each["@type"] == "GovernmentOrganization")
    assert {each["legislationIdentifier"] for each in report["mentions"]} == {
        "il-decision:2768:2011-10-23",
        "il-law:2000596",
    }
    assert [each["legislationIdentifier"] for each in report["citation"]] == [ELI, "il-decision:550:gov-36"]
    assert body["sameAs"] == [WIKIDATA]
    said = {"@context": {"@vocab": "https://schema.org/"}, "@graph": graph_of(site)}
    named = Graph().parse(data=json.dumps(said), format="json-ld").objects(None, SCHEMA.legislationIdentifier)
    assert len(set(map(str, named))) == 4


def test_a_portal_knows_the_publisher_by_its_other_addresses(site: Path) -> None:
    """Where the site is a body's own, the portal's list of publishers must not get a second one of the same name."""
    data = Graph().parse(site / "data/dcat.jsonld", format="json-ld")
    [catalogue] = data.subjects(RDF.type, DCAT.Catalog)
    [publisher] = data.objects(catalogue, DCTERMS.publisher)
    assert list(data.objects(publisher, OWL.sameAs)) == [URIRef(WIKIDATA)]
