"""A field is added in `structure.yml` and nowhere else: the promise that CONTRIBUTING and "Extending the structure" make.

Each test runs commands on a copy of the package whose own `structure.yml` has a few more fields, or on a site that adds
the same fields in its own file. No code is touched in either.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from openpyxl import load_workbook

from tests import commands

ROOT = Path(__file__).parents[2]
SMALLEST = ROOT / "tests" / "smallest" / "processes"

FIELD = (
    "{{type: {type}, title: {{he: {name} בעברית, ar: {name} بالعربية, en: {name} in English}}, guidance: {guidance}}}"
)
GUIDANCE = "{{he: הסבר {name}, ar: شرح {name}, en: About {name}}}"


def field(name: str, kind: str = "text") -> str:
    """A field as a structure file writes it, on one line."""
    return FIELD.format(type=kind, name=name, guidance=GUIDANCE.format(name=name))


OPEN = {"record": "shekels", "chapter": "reviewer", "promise": "owner", "response": "panel", "meeting": "room"}
"""Section of the structure -> a field that is added there, by the package or by a site."""
NESTED = {
    "  output:\n    type: map\n    fields:\n": "      printed: " + field("printed", "integer") + "\n",
    "      fields:\n        type: {type: term, vocabulary: outcome-type": "        cost: " + field("cost") + "\n",
}
"""Line of the package's own file -> a field that is added within a map, and one within the items of a list."""
VALUES = {
    "shekels": "ABC-777-SHEKELS",
    "reviewer": "ABC-777-REVIEWER",
    "owner": "ABC-777-OWNER",
    "panel": "ABC-777-PANEL",
    "room": "ABC-777-ROOM",
}
PRINTED, COST = 778899, "ABC-777-COST"


def package_with_fields(folder: Path) -> Path:
    """A copy of the package and of the makers of its docs; only `structure.yml` differs."""
    for name in ("generator", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / "generator" / "structure.yml"
    text = path.read_text("utf-8")
    for section, name in OPEN.items():
        assert f"\n{section}:\n" in text
        text = text.replace(f"\n{section}:\n", f"\n{section}:\n  {name}: {field(name)}\n")
    for place, added in NESTED.items():
        assert text.count(place) == 1
        start, lines = place.partition("fields:\n")[0] + "fields:\n", place.partition("fields:\n")[2]
        text = text.replace(place, start + added + lines)
    path.write_text(text, "utf-8")
    return folder


def site_with_values(folder: Path, *, nested: bool) -> Path:
    """A small catalogue whose one process gives every added field a value."""
    content = folder / "processes"
    shutil.copytree(SMALLEST, content)
    process = content / "example"
    index = (process / "index.md").read_text("utf-8").replace("\n---", f"\nshekels: {VALUES['shekels']}\n---", 1)
    if nested:
        index = index.replace("output: {", f"output: {{printed: {PRINTED}, ").replace(
            "outcomes: [{", f"outcomes: [{{cost: {COST}, "
        )
    (process / "index.md").write_text(index, "utf-8")
    chapter = (process / "foreword.md").read_text("utf-8")
    (process / "foreword.md").write_text(chapter.replace("---\n", f"---\nreviewer: {VALUES['reviewer']}\n", 1), "utf-8")
    promise = "- {id: one, text: הבטחה, status: kept, date: 2024-03, source: foreword, done: נעשה, evidence: דוח, "
    (process / "promises.yml").write_text(promise + f"owner: {VALUES['owner']}}}\n", "utf-8")
    response = f"- {{heard: דעה, response: noted, explanation: נרשם, panel: {VALUES['panel']}}}\n"
    (process / "responses.yml").write_text(response, "utf-8")
    (process / "meetings").mkdir()
    meeting = f"---\ntitle: מפגש\ndate: 2024-02-01\nlocation: חיפה\nroom: {VALUES['room']}\n---\n\nדברים.\n"
    (process / "meetings" / "first.md").write_text(meeting, "utf-8")
    return folder


def run(package: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command with the package that lies in `package`, in `folder`."""
    module, *others = arguments
    return commands.run(module, *others, folder=folder, checkout=package)


@pytest.fixture(scope="module", params=["in the package's own file", "in a site's own file"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, bool]:
    """The package, a catalogue that was built with it, and whether the fields are the package's own."""
    folder, is_own = tmp_path_factory.mktemp("field"), request.param == "in the package's own file"
    package = package_with_fields(folder / "package") if is_own else ROOT
    site = site_with_values(folder / "site", nested=is_own)
    option = "" if is_own else "\n      structure: structure.yml"
    (site / "mkdocs.yml").write_text(
        "site_name: אתר\nsite_url: https://example.org/\ndocs_dir: processes\n"
        f"theme: {{name: material, language: he}}\nplugins:\n  - sikum:\n      pdf: false{option}\n",
        "utf-8",
    )
    if not is_own:
        own = "".join(f"{section}:\n  {name}: {field(name)}\n" for section, name in OPEN.items())
        (site / "structure.yml").write_text(own, "utf-8")
    built = run(package, site, "mkdocs", "build", "-q")
    assert built.returncode == 0, built.stderr
    return package, site, is_own


def values(is_own: bool) -> list[str]:
    """What an editor wrote in the added fields."""
    return [*VALUES.values(), *([COST, str(PRINTED)] if is_own else [])]


def test_it_is_validated(made: tuple[Path, Path, bool]) -> None:
    """What is written in it is no unknown field, and a text where a number is wanted is told."""
    package, site, is_own = made
    checked = run(package, site, "generator", "check", "--format", "concise", "--today", "2026-01-01")
    assert checked.stdout == ""
    if is_own:
        index = site / "processes" / "example" / "index.md"
        text = index.read_text("utf-8")
        index.write_text(text.replace(str(PRINTED), "many"), "utf-8")
        checked = run(package, site, "generator", "check", "--format", "concise", "--today", "2026-01-01")
        index.write_text(text, "utf-8")
        assert "F003" in checked.stdout


def test_scaffolding_offers_it(made: tuple[Path, Path, bool]) -> None:
    """Who begins a process, a meeting or a list of promises finds the field there with its guidance."""
    package, site, is_own = made
    begun = run(package, site, "generator", "new", "process", "another", "--ministry", "health", "--kind", "knowledge")
    assert begun.returncode == 0, begun.stderr
    met = run(package, site, "generator", "new", "meeting", "another", "2026-03-10")
    assert met.returncode == 0, met.stderr
    folder = site / "processes" / "another"
    written = "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.is_file())
    shutil.rmtree(folder)
    for name in (*OPEN.values(), *(["printed"] if is_own else [])):
        assert f"{name}:" in written
        assert f"הסבר {name}" in written


def test_the_guide_explains_it(made: tuple[Path, Path, bool]) -> None:
    """An editor who wonders what a field is for finds it in the site's own guide."""
    _, site, is_own = made
    guide = (site / "site" / "guide" / "rules" / "index.html").read_text("utf-8")
    for name in (*OPEN.values(), *(["printed", "cost"] if is_own else [])):
        assert f'<code dir="ltr">{name}</code>' in guide
        assert f"הסבר {name}" in guide


@pytest.mark.parametrize("edition", ["", "print/"])
def test_it_is_on_the_page_and_in_print(made: tuple[Path, Path, bool], edition: str) -> None:
    """What an office was asked to write is shown, beside its title, wherever the process is read."""
    _, site, is_own = made
    folder = site / "site" / "example" / edition
    pages = [path for path in folder.rglob("*.html") if edition or "print" not in path.parts]
    shown = "".join(path.read_text("utf-8") for path in pages)
    assert [value for value in values(is_own) if value not in shown] == []
    assert [name for name in OPEN.values() if f"{name} בעברית" not in shown] == []


def test_it_is_in_the_pdf(made: tuple[Path, Path, bool]) -> None:
    """The document that is sent by mail says as much as the site."""
    package, site, is_own = made
    printed = run(package, site, "generator", "pdf", "example")
    assert printed.returncode == 0, printed.stderr
    text = subprocess.run(["pdftotext", site / "example.pdf", "-"], capture_output=True, check=True, encoding="utf-8")
    assert [value for value in values(is_own) if value not in text.stdout] == []


def test_it_is_in_the_data_and_in_its_schemas(made: tuple[Path, Path, bool]) -> None:
    """Programs and editors' tools get it under its name, where the YAML has it."""
    package, site, is_own = made
    data = json.loads((site / "site" / "example" / "process.json").read_text("utf-8"))
    schema = json.loads((site / "site" / "data" / "process.schema.json").read_text("utf-8"))
    assert list(Draft7Validator(schema).iter_errors(data)) == []
    assert data["shekels"] == VALUES["shekels"]
    for section in ("promise", "response", "meeting"):
        [item] = data[f"{section}s"]
        assert item[OPEN[section]] == VALUES[OPEN[section]]
        assert OPEN[section] in schema["properties"][f"{section}s"]["items"]["properties"]
    assert [chapter["reviewer"] for chapter in data["chapters"]] == [VALUES["reviewer"], None]
    assert schema["properties"]["shekels"]["title"] == "shekels בעברית"
    if is_own:
        assert data["output"]["printed"] == PRINTED
        assert [outcome["cost"] for outcome in data["outcomes"]] == [COST]
        assert schema["properties"]["output"]["properties"]["printed"]["type"] == ["integer", "null"]
    assert run(package, site, "generator", "schema", "schemas", "--cms").returncode == 0
    record = json.loads((site / "schemas" / "record.schema.json").read_text("utf-8"))
    assert record["properties"]["shekels"]["description"] == "הסבר shekels"
    assert "name: shekels" in (site / "schemas" / "config.yml").read_text("utf-8")


def test_it_is_a_column_of_the_tables(made: tuple[Path, Path, bool]) -> None:
    """Who counts over all processes reads tables; there the field was missing."""
    _, site, is_own = made
    places = {
        "processes": "shekels",
        "promises": "owner",
        "responses": "panel",
        "meetings": "room",
        "chapters": "reviewer",
    }
    wanted = {table: {name: VALUES[name]} for table, name in places.items()}
    if is_own:
        wanted["processes"]["output_printed"] = str(PRINTED)
        wanted["outcomes"] = {"cost": COST}
    for table, cells in wanted.items():
        content = (site / "site/data" / f"{table}.csv").read_text("utf-8-sig")
        first = next(csv.DictReader(io.StringIO(content, newline="")))
        assert {name: first[name] for name in cells} == cells, table


def test_it_is_a_column_in_excel_and_comes_back(made: tuple[Path, Path, bool]) -> None:
    """An assistant who keeps the promises in Excel fills the new field there, and the file says the same as before."""
    package, site, is_own = made
    book = site / "kept.xlsx"
    assert run(package, site, "generator", "export", "tables", str(book), "--from", "example").returncode == 0
    cells = {
        sheet.title: [row for row in sheet.iter_rows(values_only=True) if any(row)] for sheet in load_workbook(book)
    }
    wanted = {"promises": "owner", "responses": "panel", **({"outcomes": "cost"} if is_own else {})}
    for sheet, name in wanted.items():
        titles, *rows = cells[sheet]
        assert [row[titles.index(f"{name} בעברית")] for row in rows] == [VALUES.get(name, COST)]
        file = site / "processes" / "example" / ("index.md" if sheet == "outcomes" else f"{sheet}.yml")
        before = file.read_bytes()
        taken = run(package, site, "generator", "import", "table", sheet, str(book), "--into", "example", "--force")
        assert taken.returncode == 0, taken.stderr
        assert file.read_bytes() == before
    book.unlink()


def test_a_translated_chapter_or_meeting_says_it_in_its_language(made: tuple[Path, Path, bool], tmp_path: Path) -> None:
    """The English page would show the Hebrew value, or none, though the office translated it."""
    package, site, _ = made
    shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("site", ".cache"))
    process = tmp_path / "site" / "processes" / "example"
    (process / "index.en.md").write_text("---\ntitle: One\nshort_description: Words.\n---\nWords.\n", "utf-8")
    (process / "foreword.en.md").write_text("---\ntitle: Foreword\nreviewer: XYZ-REVIEWER\n---\nWords.\n", "utf-8")
    meeting = "---\ntitle: Meeting\nlocation: Haifa\nroom: XYZ-ROOM\n---\n\nWords.\n"
    (process / "meetings" / "first.en.md").write_text(meeting, "utf-8")
    built = run(package, tmp_path / "site", "mkdocs", "build", "-q")
    assert built.returncode == 0, built.stderr
    pages = tmp_path / "site" / "site" / "example" / "en"
    for page, name in (("foreword", "reviewer"), ("meetings/first", "room")):
        shown = (pages / page / "index.html").read_text("utf-8")
        assert f"XYZ-{name.upper()}" in shown
        assert VALUES[name] not in shown


def test_one_command_renews_the_documentation(tmp_path: Path) -> None:
    """After a field was added, `python -m docs.reference.generate` is all that there is to run."""
    package = package_with_fields(tmp_path)
    renewed = run(package, package, "docs.reference.generate")
    assert renewed.returncode == 0, renewed.stderr
    for page in ("reference/formats.md", "he/formats.md", "data.md"):
        text = (package / "docs" / page).read_text("utf-8")
        assert [name for name in (*OPEN.values(), "printed", "cost") if f"`{name}`" not in text.replace(".", "`")] == []
