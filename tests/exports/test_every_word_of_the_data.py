"""All that the open data says of a small catalogue, in whole: rows, descriptors, citations, forms of a CMS, schemas of editors.

`every_word/<name>` holds each; `SNAPSHOTS=overwrite` writes them anew: read the difference as a program that reads the data.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pyarrow.parquet as pq
import pytest
import yaml
from msgspec.structs import replace

from generator.exports.catalogue import catalogue_data, catalogue_schema, withdrawn_data
from generator.exports.citations import bibtex, bibtex_of_data, cff, cff_of_data, ris, ris_of_data
from generator.exports.cms import cms_config
from generator.exports.csvw import csvw_data
from generator.exports.database import make_database
from generator.exports.dcat import dcat_data
from generator.exports.file_facts import Facts
from generator.exports.one_file import member_of, one_file
from generator.exports.package import package_data
from generator.exports.parquet import parquet_bytes
from generator.exports.process_schema import process_schema
from generator.exports.record import process_data
from generator.exports.schemas import schemas
from generator.exports.tables import ministry_name, tables_of
from generator.model.commitments import ClosingTarget
from generator.model.coverage import Coverage
from generator.model.dates import PartialDate
from generator.model.licences import licence_of
from generator.model.published import PublishedCatalogue, PublishedOutcome, PublishedProcess, PublishedStep
from generator.model.record import Closing, Goal, NextStep, Outcome, Partner, Update, Waiver
from generator.model.registry import Registries
from generator.rendering.context import SiteContext
from generator.rendering.datasets import TABLES
from generator.structure import FieldSpec, Structure, load_structure
from generator.views.data_citation import citation_of_data
from generator.views.span_of_data import span_of_data
from tests.snapshots import assert_as_written

SAID = Path(__file__).parent / "every_word"


DESCRIBED = ("processes", "promises", "updates")
"""Tables that have columns of every type, keys and references between them."""


MADE = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'search_*' ORDER BY name"


FOUND = "SELECT row FROM texts WHERE number IN (SELECT rowid FROM search WHERE search MATCH 'לשלוח')"


def some(fields: Sequence[FieldSpec], names: str) -> tuple[FieldSpec, ...]:
    """The fields of these names."""
    return tuple(field for field in fields if field.id in names.split())


@pytest.fixture(scope="module")
def small() -> Structure:
    """A structure with a field of every kind, a chapter with parts, one that repeats, and an appendix."""
    whole = load_structure()
    record = (
        "title ministry partners topics methods start_date status participants_count output written_by example reference"
        " publish_lists"
    )
    return replace(
        whole,
        record=(
            *some(whole.record, record),
            *(replace(each, fields=some(each.fields, "output_sent waived")) for each in some(whole.record, "closing")),
        ),
        elements=tuple(
            each for each in whole.elements if each.id in ("foreword", "content", "appendix", "participants")
        ),
        gate=whole.gate[:2],
        languages=("he", "ar"),
        meeting=some(whole.meeting, "title date start_time organisations"),
        promise=some(whole.promise, "id text status due"),
        response=some(whole.response, "heard voices chapter"),
        participant=some(whole.participant, "name consent count"),
    )


@pytest.fixture
def full(tables: PublishedProcess) -> PublishedProcess:
    """The closed process, with everything that a row can hold and with what is late or has no id."""
    when = PartialDate(2023, 10, 1)
    news = (
        Update(date=when, note="נדון", state="partly", url="https://example.org/news"),
        Update(date=None, note="עוד"),
    )
    first = tables.promises[0]
    promise = replace(
        first.promise, explanation="מדוע", source="דף", planned="כך", done="אחרת", due=PartialDate(2023, 12)
    )
    adopted = Outcome(
        id="",
        type="regulation",
        state="adopted",
        title="תקנה",
        date=when,
        reference="ק״ת 7",
        url="https://example.org/law",
        note="הערה",
        evidence="appendices/report.pdf",
        updates=news,
    )
    steps = (
        NextStep(
            id="",
            text="להדפיס",
            who="המשרד",
            due=when,
            state="done",
            evidence="appendices/report.pdf",
            explanation="בגלל",
            updates=news,
        ),
        NextStep(id="print", text="לפרסם", updates=news),
    )
    dated = replace(
        tables.record.closing,
        partners_aligned=PartialDate(2023, 7, 1),
        expectations_revisited=PartialDate(2023, 7, 2),
        participants_told=PartialDate(2023, 7, 3),
        thanked=PartialDate(2023, 7),
        why_now="חוק חדש",
        next_steps=steps,
        waived=(Waiver(subject="use", reason="אין"), Waiver(subject="in-time", reason="חופש")),
    )
    partners = (
        *tables.record.partners,
        Partner(ministry="welfare", name="אגף", organisation="האגף", sector="government"),
        Partner(ministry="gone"),
    )
    goals = (*tables.record.goals, Goal(text="לדעת"))
    meeting = replace(tables.meetings[0], end_time="12:00", location="ירושלים", type="סיור", attendees_count=40)
    return replace(
        tables,
        record=replace(
            tables.record, closing=dated, partners=partners, goals=goals, license="CC BY-SA 4.0", aliases=("ישן",)
        ),
        promises=(replace(first, promise=promise), *tables.promises[1:]),
        outcomes=(*tables.outcomes, PublishedOutcome(outcome=adopted, is_stale=True)),
        steps=tuple(PublishedStep(step=each, is_overdue=not each.id) for each in steps),
        responses=(replace(tables.responses[0], id="lines", explanation="כי"), *tables.responses[1:]),
        meetings=(meeting,),
        coverage=Coverage(total=30, answered=22, waiting=8, responses={"lines": 14}),
        closing_target=ClosingTarget(due=date(2023, 8, 1), timeliness="late", days_late=19),
    )


@pytest.fixture
def whole(catalogue: PublishedCatalogue, full: PublishedProcess) -> PublishedCatalogue:
    """A catalogue with that process."""
    return replace(catalogue, processes=(full, *catalogue.processes[1:]))


@pytest.fixture
def licensed(context: SiteContext) -> SiteContext:
    """The site with a licence, and with people other than the bodies who wrote its texts."""
    return replace(context, licence=licence_of("CC BY 4.0"), written_by={"he": "מכון לדוגמה"})


def test_every_row_of_every_table(whole: PublishedCatalogue, licensed: SiteContext) -> None:
    """A value in the column of another is believed by whoever counts."""
    said = {
        table.name: [dict(zip([column.name for column in table.columns], row, strict=True)) for row in rows]
        for table, rows in tables_of(whole, licensed)
    }
    assert_as_written(SAID / "rows.yml", said)


def test_a_process_as_data_holds_each_value_under_its_name(full: PublishedProcess, licensed: SiteContext) -> None:
    """Programs read a process by these names alone."""
    assert_as_written(SAID / "process.yml", process_data(full, licensed))


def test_a_name_is_said_in_the_sites_language_else_in_hebrew_else_the_id_stands(
    tables: PublishedProcess, context: SiteContext
) -> None:
    """A table without the name of a body is one that nobody can sort by it."""
    english = replace(context, wording=context.wording_for("en"))
    assert ministry_name(tables, english) == "Ministry of Health"
    assert ministry_name(replace(tables, ministry_name={"he": "משרד"}), english) == "משרד"
    assert ministry_name(replace(tables, ministry_name={}), english) == "health"


def test_a_process_of_which_nothing_is_known_after_its_end_has_no_row_of_closing(
    early: PublishedProcess, context: SiteContext
) -> None:
    """An empty row would be counted as a process that was closed."""
    unknown = replace(early, record=replace(early.record, closing=Closing()), closing_lag_days=None)
    rows = {table.name: rows for table, rows in tables_of(PublishedCatalogue(processes=(unknown,)), context)}
    assert rows["closing"] == ()
    rows = {table.name: rows for table, rows in tables_of(PublishedCatalogue(processes=(early,)), context)}
    assert rows["closing"] == (("early", None, None, None, "2020-05-05", "2020-05-05", -5, None, None, None, None),)


@pytest.mark.parametrize("is_known", [True, False])
def test_what_describes_the_tables_says_each_thing_in_its_place(licensed: SiteContext, is_known: bool) -> None:
    """A column that is described as another is read as another, by every tool at once."""
    context = licensed if is_known else replace(licensed, site_url=None, licence=None)
    files = {
        name: Facts(size, f"{size:064x}")
        for size, name in enumerate((*(table.file for table in TABLES), "catalogue.json"))
    }
    package = package_data(files, ("מכון לדוגמה",), context)
    assert isinstance(package["resources"], list)
    package["resources"] = [each for each in package["resources"] if each["name"] in (*DESCRIBED, "catalogue")]
    tables = csvw_data(context)
    assert isinstance(tables["tables"], list)
    tables["tables"] = [
        each for each in tables["tables"] if each["url"].removesuffix(".csv") in (*DESCRIBED, "closing")
    ]
    if not is_known:
        for each in (package, tables):
            del each["resources" if "resources" in each else "tables"]
    name = "described.yml" if is_known else "described-nowhere.yml"
    assert_as_written(SAID / name, {"datapackage.json": package, "csv-metadata.json": tables})


def test_what_portals_harvest_says_each_thing_in_its_place(whole: PublishedCatalogue, licensed: SiteContext) -> None:
    """A portal shows a dataset by these properties, and passes over what it does not know."""
    names = (
        *(f"{table.name}.{form}" for table in TABLES for form in ("csv", "parquet")),
        "catalogue.json",
        "catalogue.zip",
        "catalogue.sqlite",
    )
    data = dcat_data(
        {name: Facts(7, "ab" * 32) for name in names}, span_of_data(whole.counted), ("מכון", "עמותה"), licensed
    )
    datasets = data["dcat:dataset"]
    assert isinstance(datasets, list)
    data["dcat:dataset"] = [datasets[0], datasets[-1]]
    assert_as_written(SAID / "dcat.yml", data)


def test_the_catalogue_and_the_schemas_of_what_programs_read(
    whole: PublishedCatalogue, licensed: SiteContext, small: Structure
) -> None:
    """A schema is read once by whoever writes a program, and then relied on."""
    rows = next(rows for table, rows in tables_of(whole, licensed) if table.name == "processes")
    withdrawn = [withdrawn_data(each, licensed) for each in whole.withdrawn]
    said = {
        "catalogue.json": {**catalogue_data(rows, withdrawn, licensed), "processes": withdrawn},
        "catalogue.schema.json": catalogue_schema(licensed),
        "process.schema.json": process_schema(replace(licensed, structure=small)),
    }
    assert_as_written(SAID / "schemas.yml", said)


def test_the_forms_of_a_cms_have_each_field_as_it_is_to_be_filled(context: SiteContext, small: Structure) -> None:
    """A wrong word here is a file that no form opens, or a field that is lost when it is saved."""
    registries = Registries(ministries=context.ministries, topics=context.topics)
    assert_as_written(SAID / "cms.yml", cms_config(small, registries, depths=(2,)))


def test_the_forms_of_a_cms_without_registries_and_for_two_depths(small: Structure) -> None:
    """A body is typed where nobody has listed any; two lists of one name would be one that shows an error."""
    fewer = replace(small, record=some(small.record, "ministry topics"), languages=("ar",))
    arguments = {"content": "content", "backend": "gitlab", "repo": "office/site", "branch": "trunk"}
    config = yaml.safe_load(cms_config(fewer, None, "ar", depths=(2, 1, 1), **arguments))
    collections = config.pop("collections")
    listed = [f"{each['name']}: {each['label']}: {each['path']}" for each in collections]
    assert_as_written(SAID / "cms-two.yml", {**config, "record": collections[0], "all": listed})


def test_the_schemas_of_editors_offer_and_accept_what_may_be_written(context: SiteContext, small: Structure) -> None:
    """An editor underlines what these refuse, and offers what they name."""
    registries = Registries(ministries=context.ministries, topics=context.topics)
    names = "title ministry topics start_date status participants_count written_by example publish_lists"
    fewer = replace(
        small,
        ministry=load_structure().ministry[:2],
        topic=load_structure().topic[:1],
        record=(*some(small.record, names), *some(load_structure().record, "localities")),
    )
    assert_as_written(
        SAID / "editors.yml", {"with": schemas(fewer, registries), "without": schemas(fewer, None, "en")["record"]}
    )


def test_each_form_of_a_citation_says_who_what_and_when(
    whole: PublishedCatalogue, licensed: SiteContext, context: SiteContext
) -> None:
    """A reference manager takes each line as it is into somebody's bibliography."""
    first = whole.processes[0]
    dated = replace(
        first,
        record=replace(first.record, license=None, end_date=None, closing=Closing(output_sent=PartialDate(2023, 8))),
    )
    said = [
        *(make(process, licensed) for process in whole.processes for make in (bibtex, ris, cff)),
        *(
            make(process, replace(context, site_url=None))
            for process in (dated, *whole.processes)
            for make in (bibtex, ris, cff)
        ),
        *(
            make(citation_of_data(span_of_data(whole.counted), each, "he"), "2.0.0+0123456789ab", each)
            for each in (licensed, context)
            for make in (bibtex_of_data, ris_of_data, cff_of_data)
        ),
    ]
    assert_as_written(SAID / "citations.txt", "\n".join(said))


def asked(connection: sqlite3.Connection, question: str) -> list[list[object]]:
    """All rows of an answer."""
    return [list(row) for row in connection.execute(question)]


def test_the_database_is_typed_tied_together_described_and_searched(
    whole: PublishedCatalogue, licensed: SiteContext, tmp_path: Path
) -> None:
    """Who has this file alone learns from it what its columns are, and finds by any word of a text what it stands in."""
    path = tmp_path / "catalogue.sqlite"
    make_database(path, tables_of(whole, licensed), lambda of: ([f"{text} עוד" for text in texts] for texts in of))
    with closing(sqlite3.connect(path)) as connection:
        said = {
            "tables": [row[0] for row in asked(connection, MADE)],
            "columns": asked(connection, "SELECT * FROM columns WHERE \"table\" = 'promises'"),
            "texts": asked(connection, "SELECT * FROM texts"),
            "found by every word": asked(connection, "SELECT count(*) FROM search WHERE search MATCH 'עוד'"),
            "found": asked(connection, FOUND),
            "overdue": asked(connection, "SELECT id, overdue FROM promises"),
            "of updates": asked(connection, "SELECT kind, id, promise, outcome, step FROM updates"),
            "lists": asked(connection, "SELECT methods, topics, aliases FROM processes"),
        }
        assert asked(connection, "PRAGMA foreign_key_check") == []
        assert asked(connection, "PRAGMA page_size") == [[4096]]
    assert_as_written(SAID / "database.yml", said)


def test_a_parquet_file_says_what_each_column_means_and_which_cannot_be_empty(
    whole: PublishedCatalogue, licensed: SiteContext, tmp_path: Path
) -> None:
    """A frame takes the types and meanings from the file."""
    table, rows = next(each for each in tables_of(whole, licensed) if each[0].name == "promises")
    path = tmp_path / "promises.parquet"
    path.write_bytes(parquet_bytes(table, rows, "ar"))
    found = pq.read_schema(path)
    assert [(field.name, str(field.type), field.nullable) for field in found] == [
        (column.name, {"boolean": "bool"}.get(column.type, "string"), column.name not in ("process", "id"))
        for column in table.columns
    ]
    assert [field.metadata for field in found] == [
        {b"description": column.meaning.ar.encode()} for column in table.columns
    ]
    group = pq.read_metadata(path)
    assert (group.format_version, group.row_group(0).column(0).compression) == ("2.6", "ZSTD")


@pytest.mark.parametrize("is_known", [True, False])
def test_the_one_file_tells_whoever_finds_it_alone_what_is_in_it(licensed: SiteContext, is_known: bool) -> None:
    """Ten years later a copy on somebody's disk is all that there is."""
    context = licensed if is_known else replace(licensed, site_url=None, licence=None)
    packed = one_file(
        {"a.csv": member_of(b"a"), "B.csv": member_of(b"b")}, dict.fromkeys(("he", "ar", "en"), "cited so"), context
    )
    with ZipFile(BytesIO(packed)) as archive:
        entries = archive.infolist()
        texts = {each.filename: archive.read(each).decode() for each in entries}
    assert {(each.date_time, each.create_system, each.external_attr, each.compress_type) for each in entries} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o644 << 16, 8)
    }
    assert texts.pop("SHA256SUMS") == "".join(
        f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in sorted(texts.items())
    )
    assert all(re.search(r"\S\n\Z", text) for name, text in texts.items() if name.startswith("README"))
    until = f"\n## {'promises' if is_known else 'processes'}.csv\n"
    said = {name: text.partition(until)[0] for name, text in texts.items()}
    assert_as_written(SAID / f"one-file{'' if is_known else '-nowhere'}.yml", said)
