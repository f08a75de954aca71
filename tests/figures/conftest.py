"""A catalogue of 300 processes, made uneven on purpose, and every page that counts them, as a browser gets it."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from benchmarks.catalogue import write_catalogue
from generator.disk.builder import SiteBuilder
from generator.exports.tables import tables_of
from generator.model.site import ROOT, Page
from generator.pages.catalogue import catalogue_jobs
from generator.pipeline.build import site_context
from generator.pipeline.cross_references import cross_references_of
from generator.pipeline.options import SiteOptions
from generator.rendering.deadlines import deadlines

PROCESSES = 300
TODAY = date(2026, 11, 24)
CLOSING_DAYS = 84


@dataclass(frozen=True)
class Site:
    content: Path
    pages: dict[str, str]
    """URL -> HTML of the main content, links relative to the root."""
    tables: dict[str, list[dict[str, object]]]
    """Name of a table of the open data -> its rows."""
    due: list[tuple[str, str, date]]
    """What falls due: kind, process, day."""
    parsed: dict[str, BeautifulSoup] = field(default_factory=dict)
    """The pages that a test has asked for, to be looked at only."""

    def soup(self, url: str) -> BeautifulSoup:
        if url not in self.parsed:
            self.parsed[url] = BeautifulSoup(self.pages[url], "lxml")
        return self.parsed[url]

    def whole_list(self, url: str) -> list[BeautifulSoup]:
        """All pages of a list, in order."""
        numbered = sorted(
            (int(match[1]), other) for other in self.pages if (match := re.fullmatch(rf"{url}page/(\d+)/", other))
        )
        return [self.soup(url), *(self.soup(other) for _, other in numbered)]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Built once: the tests only look."""
    folder = tmp_path_factory.mktemp("figures")
    write_catalogue(folder / "made", processes=PROCESSES, seed=11)
    content = folder / "made" / "processes"
    _make_uneven(content)
    builder = SiteBuilder(folder, content, is_cached=False)
    checked = builder.check(SiteOptions(content_dir=content, today=TODAY, per_page=20, closing_days=CLOSING_DAYS))
    builder.close()
    context = site_context(checked)
    jobs = list(catalogue_jobs(checked.catalogue, cross_references_of(checked)[""], context))
    assert len({job.id for job in jobs}) == len(jobs)
    files = [file for job in jobs for file in job.build()]
    pages = {file.content.url: file.content.body.replace(ROOT, "") for file in files if isinstance(file.content, Page)}
    texts = {file.uri: file.content for file in files if isinstance(file.content, str)}
    texts |= {file.uri: file.content.decode() for file in files if isinstance(file.content, bytes)}
    tables = {
        table.name: [dict(zip([column.name for column in table.columns], row, strict=True)) for row in rows]
        for table, rows in tables_of(checked.catalogue, context)
    }
    due = [(each.kind, each.process, each.due) for each in deadlines(checked.catalogue, context)]
    return Site(content, pages | texts, tables, due)


def _make_uneven(content: Path) -> None:
    """What real catalogues have and the generator does not: gaps, waivers, lateness, and a body that was renamed."""
    for number, index in enumerate(sorted(content.glob("*/index.md"))):
        _, front, body = index.read_text(encoding="utf-8").split("---\n", 2)
        record = yaml.load(front, yaml.CBaseLoader)
        closing = record["closing"]
        if number % 7 == 0:
            record["status"] = "closing"
            del closing["output_sent"]
        if number % 11 == 0:
            record["end_date"] = record["end_date"][:7]
        if number % 13 == 0:
            closing["output_sent"] = record["end_date"][:4]
        if number % 17 == 0:
            closing["waived"] = {"thanked": "הכתובות לא נשמרו", "contact": "הלשכה נסגרה"}
        if number % 29 == 0:
            record["status"] = "open"
        if number % 19 == 0:
            closing.setdefault("waived", {})["in-time"] = "הבחירות דחו את הפרסום"
        _make_commitments_uneven(record, number)
        index.write_text("---\n" + _dumped(record) + "---\n" + body, encoding="utf-8")
        ledger = index.parent / "promises.yml"
        if ledger.exists() and number % 3 == 0:
            promises = yaml.load(ledger.read_text(encoding="utf-8"), yaml.CBaseLoader)
            promises[0] |= {"status": "pending", "due": ("2024", "2026-11", "2026-11-23", "2026-11-24")[number % 4]}
            if number % 2:
                del promises[-1]["status"]
            ledger.write_text(_dumped(promises), encoding="utf-8")
    registry = content / "ministries.yml"
    bodies = yaml.load(registry.read_text(encoding="utf-8"), yaml.CBaseLoader)
    bodies["body-00"]["successor"] = "body-01"
    bodies["body-00"]["to"] = "2019"
    registry.write_text(_dumped(bodies), encoding="utf-8")


def _dumped(data: object) -> str:
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True))


def _make_commitments_uneven(record: dict, number: int) -> None:
    """Steps in every state, due on every kind of day; outcomes with and without a day, news and a decision."""
    days = ("2024", "2026-11", "2026-11-23", "2026-11-24", "2026-11-25", "2031")
    record["closing"]["next_steps"] = [
        {"text": f"צעד {place}", "who": "המשרד", "due": days[(number + place) % 6]} for place in range(number % 4)
    ]
    for place, step in enumerate(record["closing"]["next_steps"]):
        state = ("open", "done", "dropped")[(number + place) % 3]
        if state == "dropped":
            step |= {"state": state, "explanation": "אין בכך צורך"}
        elif state == "done" or number % 2:
            step |= {"state": state}
        if number % 5 == 0:
            del step["due"]
    for place, outcome in enumerate(record["outcomes"]):
        if (number + place) % 3 == 0:
            outcome["due"] = days[(number + place) % 6]
        elif (number + place) % 3 == 1:
            del outcome["due"]
        if (number + place) % 4 == 0:
            outcome["updates"] = [{"date": ("2020-01", "2025-11-24", "2025-11-23", "2026")[number % 4], "note": "נבדק"}]
        if (number + place) % 7 == 0:
            outcome["state"] = ("partly", "rejected", "withdrawn", "unknown")[number % 4]
