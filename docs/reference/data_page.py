"""The page `docs/data.md`: what each file of the open data is and what each column means, made from the same values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.exports.questions import QUESTIONS
from generator.exports.record import CHAPTER_NAMES, MEETING_NAMES, NOT_DATA, PROMISE_NAMES, RESPONSE_NAMES
from generator.rendering.datasets import CLOSING_PAGE, TABLES, TYPES, Column, Table
from generator.structure import FieldSpec, Structure, fields_of, load_structure

_PAGE = """\
# Open data

What a site publishes for programs, and what each column and name means.
This page is made from the code and not edited.

## What holds for all of it

- **Only what may be shown.** Everything here is made after consent was applied:
  who is only counted has no row, and what somebody did not agree to is empty.
- **A stable order.** Processes stand in the catalogue's order (`end_date` descending, then id, those without a \
date first),
  and what belongs to a process in the order of its files.
  The same content gives the same bytes on any machine, so that two versions can be compared line by line.
- **Addresses** are absolute when the site knows its own (`site_url`), else relative to the root of the site.
- **Dates** are ISO and as exact as they are known: `2016`, `2016-06` or `2016-06-12`.
- **Ids** of vocabularies (`kind`, `status`, `methods` and the like) are those of [the formats](reference/formats.md).
  They stay, whatever language the site speaks.
- **Withdrawn** processes are in no table and have no `process.json`.
  In `catalogue.json` there is left of each exactly `id`, `url` and `status`.
- Processes of other catalogues (`sources:`) are not repeated here: their own catalogues publish them.

## Tables

CSV in UTF-8 with a byte order mark, lines ending in CRLF, so that Excel opens it as it is.
What is absent is empty; lists are joined by `|`, and a `|` within an item is written `¦`; truth is `true` or `false`.
A cell that would begin with `=`, `+`, `-`, `@` (of full width, too), a tab or a line break has an apostrophe in front,
so that no spreadsheet runs it as a formula; that holds for negative numbers, too.
Codes of localities are text and may begin with a zero: Excel takes it away on opening, \
and so do `csvsort`, `csvjoin` and `in2csv` of csvkit 2.2 unless they are given `--no-leading-zeroes`.

Dates that are not known to the day are read by some programs as something else:

| program | what becomes of `2016`, `2016-06` and `2016-06-12` | what keeps them |
| --- | --- | --- |
| SQLite 3.50 and Datasette 0.65 | `date('2016')` is a day in the year -4707, \
and so is its row in the facet by date; `2016-06` is NULL \
(`findings/sqlite-year-as-a-day.sh`) | `substr(end_date, 1, 4)` |
| pandas 3.1 | `to_datetime(…, errors="coerce")` takes the form of the first \
and makes the others NaT; with `dayfirst=True` 12 June becomes 6 December (`findings/pandas-day-first.sh`) \
| `to_datetime(…, format="ISO8601")`, for which 2016 begins on 1 January |
| rdflib 7.6, on `dcat.jsonld` | every year and month is after any day: `?when > "2016-06-01"^^xsd:date` finds 2009 \
(`findings/rdflib-days-after-a-year.sh`) | `STR(?when) >= "2016-06"` |
| Pydantic 2.14 | a field `datetime` takes `2016` for seconds: 1 January 1970 | a field of text |

`datapackage.json` says all this to programs ([Data Package 2.0](https://datapackage.org/standard/data-package/)), \
with the size and SHA-256 of each file and the keys between tables.
Its `version` ends with twelve signs of a hash, which change when any of the tables does.
`csv-metadata.json` says it in the words of [CSV on the Web](https://www.w3.org/TR/tabular-data-primer/), whose \
readers look for it under this name.
csvw 4.1 reads it from a copy; from an address it takes the byte order mark for a part of the first column's name \
(`findings/csvw-byte-order-mark-by-address.sh`).
`dcat.jsonld` says it to portals that harvest ([DCAT-AP 3.0.1](https://semiceu.github.io/DCAT-AP/releases/3.0.1/)), \
and is there only with `site_url`:
a dataset for each table and one for all of them, in a series; `issued` is the day the first output was sent, \
`modified` the last day of which anything is told or on which somebody else wrote a text, \
`temporal` from the first beginning of participation to its last \
end.
The annex on high-value data is left out.

## On what terms

The [option `data_license`](reference/options.md#data_license) holds for all of it, and a process that has a \
`license` of its own says so in the columns `license` and `license_url` of `processes.csv`.
The licence stands, as name and address, on `/data/`, in the foot of the site, in `datapackage.json` (`licenses`), \
in `dcat.jsonld` (`dct:license` of the catalogue and of each distribution), in `catalogue.json`, and for each \
process in its JSON-LD, its citations and its PDF.
Without it nothing is said to machines, and `/data/` says that reuse is not settled.

## Laws, decisions and bodies

Outcomes, promises and sources may name the law or the government decision that they are, in the field `law`.
However it was written, the data have one identifier for it, so that tables can be joined by it:

| identifier | what |
| --- | --- |
| an address, such as an [ELI](https://eur-lex.europa.eu/eli-register/about.html) | as it was written |
| `urn:lex:…` | a name by RFC 9676, of a country that gives such names |
| `il-law:2000596` | an Israeli law, by its number in the Knesset's National Legislation Database, to which its link leads |
| `il-decision:2768:2011-10-23` | a decision of the Government of Israel, by its number and its date, as far as that is known |
| `il-decision:550:gov-36` | the same, by its number and the number of the government that took it |

The last three are this program's own names.
No ELI, ECLI or name in `urn:lex` is known to be given in Israel.
Each government counts its decisions anew, and the addresses of published decisions follow no rule by which a program \
could make one of a number, so that a decision has a link only where somebody writes one (`url`).
Bills, memoranda of laws, directives of ministries and decisions of local authorities have no identifier here: \
`reference` holds what they are called, `url` where they are.

The JSON-LD of a process's page has them as `Legislation` with `legislationIdentifier`: what it led to or promised as \
`mentions`, what it rests on as `citation`.

A body of the registry may have addresses in `same_as` (Wikidata, ISNI, a portal's list of publishers).
They are `sameAs` of the body in JSON-LD, and `owl:sameAs` of the publisher or writer in `dcat.jsonld` where that has \
the name of one body of the registry.
No public list gives every Israeli public body an identifier.

## How to cite it

`/data/#cite` has one finished citation of the whole, to be copied, and one of a table: who wrote the records \
([`written_by`](reference/options.md#written_by), else the site), the year and the day of which the data last tells \
anything, title, licence and address.
No clock is asked, so the same content is cited by the same words; the day on which a reader took the data is the \
reader's to add.
`data/citation.bib`, `data/citation.ris` and `data/citation.cff` say the same to programs, with the exact `version` of \
`datapackage.json`; `data/outcomes.bib` and `data/outcomes.ris` cite the table of outcomes.
The key of an entry is made of the address of the data (`example-org-data`), so that two catalogues have two.

## One file

`data/catalogue.zip` holds all tables, `datapackage.json`, `csv-metadata.json`, `catalogue.json`, `CITATION.cff`, `LICENSE.txt`, \
a README in Hebrew, Arabic and English, and `SHA256SUMS`.

`data/catalogue.sqlite` holds the same tables for SQLite 3.37 and later: typed, with primary and foreign keys \
(`PRAGMA foreign_key_check` finds nothing), lists as JSON arrays, truth as 0 or 1.
The table `columns` says in three languages what each column holds, and `questions` what these views answer:

{questions}
Full text: `texts` holds what is searched, `search` its words with the words that they are forms of, without points.
A word in its plain form finds all its forms; an abbreviation is asked for without its sign, `מנכל` for `מנכ"ל`, \
since a sign within a word makes a phrase of it to SQLite, and the index holds words alone:

```sql
SELECT texts.* FROM search JOIN texts ON number = search.rowid WHERE search MATCH 'ועדה';
```

Datasette opens it as it is, and shows the questions as views: `datasette catalogue.sqlite`.

Both files are the same bytes for the same content (and version of zlib and SQLite), and are made anew only when a \
row of any table changed.

## Parquet

With the option [`parquet`](reference/options.md#parquet) each table is there as Parquet, too: whole numbers as int64, \
truth as bool, lists as lists, everything else as text, what is absent as null, no apostrophe before a formula's sign, \
and the meaning of each column in its metadata.

## The tables

{tables}
## `data/catalogue.json`

```json
{{
  "version": 1,
  "language": "he",
  "license": {{"id": "CC-BY-4.0", "name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}},
  "processes": [{{"id": "…", "url": "…", "title": "…"}}, {{"id": "…", "url": "…", "status": "withdrawn"}}]
}}
```

`language` is the site's, and `license` that of its data: `null` where nobody said.
Each of `processes` has the columns of `processes.csv` as names: lists are lists, what is absent is `null`.
After them stand the withdrawn ones, by id.
`data/catalogue.schema.json` is its JSON Schema (draft 7).
`version` is raised when a name goes or changes its meaning.

## `<process-id>/process.json`

The record as consented to, under the names of [the YAML that authors write](reference/formats.md).
Every name is always there: what is absent is `null`, a list without items is `[]`.

{record}
Where it differs from the YAML:

- `participants` is the list of those who are listed (`name`, `role`, `organisation`; what is withheld is `null`),
  and `participants_basis` says how consent was got.
- `participants_by_sector` holds how many people of each sector took part.
  A figure of 1 to 4 is `null`, and so are those from which it could be worked out.
  Where there are too few of them the object is empty.
  The sector of a person is published nowhere.
- `closing.thanked` is `output_sent`'s date where thanks went with the output;
  `closing.waived` holds reasons by what they explain.
- `evidence` of promises, outcomes and next steps is the address that it leads to, where it leads to one.
- `goals`, `bottom_lines` and `partners` are always objects, also where the YAML has a bare text;
  a partner from the registry has its `name`.
- The texts of chapters and meetings are not here but on their pages, at `url`.

`data/process.schema.json` is the JSON Schema (draft 7) of every `process.json` of the site, with the fields that \
the site added.

Each of these is a list of objects:

{parts}
Fields that a site's own `structure.yml` adds stand under their ids.

## Citations

`<process-id>/citation.bib` (BibTeX), `citation.ris` (RIS) and `citation.cff` (Citation File Format).
The author is the convening body, by its name at the time, or who wrote the text where `written_by` names them;
readers that take RIS authors for persons (pandoc 3.9) make a family name of a body's last word, and read BibTeX right;
the date is the day the output was sent, else the end of participation.
There is an address only where the site knows its own.

## Feeds

`feeds/all.xml` and `feeds/<ministry-id>.xml`, Atom 1.0, only with `site_url`:
the newest 50 publications, changes and updates of promises, with the dates of the data
(a partial date counts as its first day).
What has no date is not told.
A body's feed goes on with the processes of the bodies it succeeded.
"""


def data_page() -> str:
    """The page as Markdown."""
    structure = load_structure()
    return _PAGE.format(
        tables="\n".join(_table(table) for table in (*TABLES, CLOSING_PAGE)),
        questions=_rows(("view", "answers"), ((f"`{each.view}`", each.asks.en) for each in QUESTIONS)),
        record=_rows(("name", "what"), _record_rows(structure)),
        parts=_rows(("list", "names of each"), _part_rows(structure)),
    )


def _table(table: Table) -> str:
    place = table.file if "/" in table.name else f"data/{table.file}"
    head = f"### `{place}`\n\n{table.title.en}."
    key = f" A row is named by {' and '.join(f'`{name}`' for name in table.key)}." if table.key else ""
    if table.references:
        key += "".join(
            f" {_code(each.columns)} {'names' if len(each.columns) == 1 else 'name'} a row of `{each.table}`."
            for each in table.references
        )
    rows = ((f"`{column.name}`", TYPES[column.type].en, _meaning(column)) for column in table.columns)
    return f"{head}{key}\n\n{_rows(('column', 'type', 'what it holds'), rows)}"


def _code(names: Iterable[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)


def _meaning(column: Column) -> str:
    values = f" (ids of `{column.vocabulary}`)" if column.vocabulary else ""
    return f"{column.meaning.en}{values}"


def _record_rows(structure: Structure) -> Iterator[tuple[str, str]]:
    own = (
        ("version", "Version of this form: 1"),
        ("id", "Id of the process"),
        ("url", "The page of the process"),
        ("ministry_name", "Name of the convening body at the time of the process"),
        ("closing_lag_days", "As in `processes.csv`"),
        ("closing_target", "By the site's target: `due`, `timeliness`, `days_late`; `null` where there is none"),
        (
            "stale_outcomes",
            "Ids of awaited outcomes that are past their date, with no news for as long as the site allows",
        ),
        ("overdue_steps", "Ids of steps that are open and whose time has passed"),
        ("files", "Attached files: `url`, `title`, `size` in bytes"),
        ("translations", "`language`, `url`, `title`, `short_description`, `bottom_lines`"),
        ("participants", "Those who are listed: `name`, `role`, `organisation`"),
        ("participants_by_sector", "People by sector, see below"),
        ("participants_basis", "How consent was got"),
        ("coverage", "Of the points that were made: `total`, `answered`, `waiting`; `null` where none are listed"),
    )
    for name, meaning in own:
        yield f"`{name}`", meaning
    for spec in structure.record:
        if spec.id not in NOT_DATA:
            yield f"`{spec.id}`", _titles(spec)


def _titles(spec: FieldSpec) -> str:
    inner = (spec.of.fields if spec.of else ()) or spec.fields
    names = ", ".join(f"`{each.id}`" for each in inner)
    return f"{spec.title.en}: {names}" if names else spec.title.en


def _part_rows(structure: Structure) -> Iterator[tuple[str, str]]:
    chapter = (each for element in structure.elements for each in fields_of(structure, element.id))
    for name, specs, added in (
        ("chapters", chapter, CHAPTER_NAMES),
        ("promises", structure.promise, PROMISE_NAMES),
        ("responses", structure.response, RESPONSE_NAMES),
        ("meetings", structure.meeting, MEETING_NAMES),
    ):
        names = dict.fromkeys((*added, *(each.id for each in specs if each.id not in NOT_DATA)))
        yield f"`{name}`", ", ".join(f"`{each}`" for each in names)


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)
