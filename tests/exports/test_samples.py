"""Data and feeds of real folders: from files on disk to bytes to download."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from frictionless import Package
from jsonschema import Draft7Validator
from lxml import etree

from generator import exports, feeds
from generator.disk.cache import DiskCache
from generator.disk.reader import DiskReader
from generator.exports.jobs import catalogue_jobs
from generator.pipeline.catalogue import check_site
from generator.pipeline.options import SiteOptions
from generator.rendering.context import SiteContext
from generator.wording import Wording
from tests.exports.conftest import bytes_of

SAMPLES = Path(__file__).parents[2] / "processes"


def data_of(content: Path, cache_dir: Path, url: str | None = "https://example.org/") -> dict[str, bytes]:
    """Every file of open data and every feed of a content folder, by uri."""
    cache = DiskCache(cache_dir)
    options = SiteOptions(content_dir=content, site_url=url, today=date(2026, 11, 1))
    checked = check_site(options, DiskReader(content, cache), cache, workers=1)
    catalogue = checked.catalogue
    context = SiteContext(
        site_name=options.site_name,
        site_url=url,
        wording=Wording(options.language),
        structure=checked.structure,
        ministries=catalogue.ministries,
        topics=catalogue.topics,
    )
    jobs = [exports.process_job(process, context, "") for process in catalogue.processes]
    jobs += [*catalogue_jobs(catalogue, context), *feeds.catalogue_jobs(catalogue, context)]
    assert len({job.id for job in jobs}) == len(jobs)
    made: dict[str, bytes] = {}
    for file in (file for job in jobs for file in job.build()):
        assert file.uri not in made
        made[file.uri] = bytes_of(file)
    return made


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The data of the sample catalogue."""
    return data_of(SAMPLES, tmp_path_factory.mktemp("cache"))


def test_the_data_of_the_samples_is_sound(samples: dict[str, bytes], tmp_path: Path) -> None:
    """Real texts have quotes, commas, line breaks and signs in two directions; every table still checks out."""
    for uri, content in samples.items():
        if uri.startswith("data/"):
            (tmp_path / uri).parent.mkdir(exist_ok=True)
            (tmp_path / uri).write_bytes(content)
    report = Package(str(tmp_path / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    schema = json.loads(samples["data/catalogue.schema.json"])
    catalogue = json.loads(samples["data/catalogue.json"])
    assert list(Draft7Validator(schema).iter_errors(catalogue)) == []
    assert len(catalogue["processes"]) > 5


def test_every_process_keeps_to_the_schema_of_a_process(samples: dict[str, bytes]) -> None:
    """A program that was written after the schema reads every process, and meets no name that it was not told of."""
    validator = Draft7Validator(json.loads(samples["data/process.schema.json"]))
    processes = [content for uri, content in samples.items() if uri.endswith("/process.json")]
    assert len(processes) > 5
    assert [error.message for content in processes for error in validator.iter_errors(json.loads(content))] == []


def test_every_process_of_the_samples_is_there_whole(samples: dict[str, bytes]) -> None:
    """What the list names can be fetched, and agrees with the list."""
    for card in json.loads(samples["data/catalogue.json"])["processes"]:
        data = json.loads(samples[f"{card['id']}/process.json"])
        shared = set(card) & set(data)
        assert {name: data[name] for name in shared} == {name: card[name] for name in shared}
        assert {f"{card['id']}/citation.{ending}" for ending in ("bib", "ris", "cff")} <= set(samples)


def test_every_feed_of_the_samples_is_xml(samples: dict[str, bytes]) -> None:
    """A reader drops a feed at the first fault."""
    found = {uri: etree.fromstring(content) for uri, content in samples.items() if uri.startswith("feeds/")}
    assert len(found["feeds/all.xml"]) > 10
    assert len(found) > 10


def test_two_builds_are_the_same_bytes(samples: dict[str, bytes], tmp_path: Path) -> None:
    """A difference between two versions of the data must mean that something changed."""
    assert data_of(SAMPLES, tmp_path) == samples


RECORD = """\
---
title: {title}
short_description: תיאור.
ministry: office
kind: knowledge
methods: [other]
start_date: 2024-01
end_date: 2024-03-10
status: {status}
participants: {{default_consent: organisation, basis: טופס}}
withdrawn: {{date: 2024-05-01, explanation: markexplained}}
---
גוף.
"""
PEOPLE = """\
name,role,organisation,sector,consent
markfull,markrole,markorganisation,academia,full
marksecret1,marksecret2,markshown,business,organisation
marksecret3,marksecret4,marksecret5,public,counted
marksecret6,markrole2,,other,role
"""


def test_what_consent_withholds_is_in_no_byte_of_the_data(tmp_path: Path) -> None:
    """Open data is copied and kept by strangers: a name that slips into it cannot be taken back."""
    content = tmp_path / "content"
    for name, status in (("shown", "closing"), ("gone", "withdrawn")):
        (content / name).mkdir(parents=True)
        text = RECORD.format(title=f"marktitle-{name}", status=status)
        (content / name / "index.md").write_text(text, encoding="utf-8")
        (content / name / "participants.csv").write_text(PEOPLE, encoding="utf-8")
        (content / name / "promises.yml").write_text(f"- {{id: a, text: markpromise-{name}}}\n", encoding="utf-8")
    (content / "ministries.yml").write_text("office: {name: {he: משרד}}\n", encoding="utf-8")
    everything = b"\n".join(data_of(content, tmp_path / "cache").values()).decode("utf-8", "replace")
    assert "marksecret" not in everything
    for shown in ("markfull", "markrole", "markorganisation", "markshown", "markrole2", "marktitle-shown"):
        assert shown in everything
    for gone in ("marktitle-gone", "markpromise-gone", "markexplained"):
        assert gone not in everything
