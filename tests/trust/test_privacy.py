"""What somebody did not agree to publish is nowhere: in no byte that a build, a report or a letter leaves behind."""

import io
import itertools
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from generator.cli import sikum
from tests.trust.sites import CONFIG, PDF, catalogue_files, mkdocs, write_files, write_project
from tests.trust.traces import packed, traces, traces_below

NAMES = ("Zqalpha Zqperson", "Zqbeta Zqperson", "Zqgamma Zqperson", "Zqdelta Zqperson", "זקדלתא זקאדם")
ROLES = ("Zqroleorg", "Zqrolecounted", "Zqrolenoconsent")
ORGANISATIONS = ("Zqorgcounted", "Zqorgnoconsent")
OTHERS = ("Zqunknowncolumn", "Zqunknowncell", "Zqcomment", "Zqsheet")
WITHHELD = (*NAMES, "Zqperson", *ROLES, *ORGANISATIONS, *OTHERS)
SHOWN = ("Zqshownname", "Zqshownrole", "Zqshownorg", "Zqroleonly", "Zqorgonly")
LIST = """\
שם,תפקיד,ארגון,מגזר,הסכמה,Zqunknowncolumn
Zqshownname,Zqshownrole,Zqshownorg,academia,full,Zqunknowncell
Zqalpha Zqperson,Zqroleonly,Zqshownorg,academia,role,Zqunknowncell
Zqbeta Zqperson,Zqroleorg,Zqorgonly,academia,organisation,Zqunknowncell
Zqgamma Zqperson,Zqrolecounted,Zqorgcounted,business,counted,Zqunknowncell
זקדלתא זקאדם,Zqrolecounted,Zqorgcounted,business,counted,
Zqdelta Zqperson,Zqrolenoconsent,Zqorgnoconsent,business,,Zqunknowncell
# Zqcomment זקדלתא זקאדם,,,,,
"""
INLINE = """\
participants:
  list:
    - {name: Zqshownname, role: Zqshownrole, organisation: Zqshownorg, consent: full}
    - {name: Zqalpha Zqperson, role: Zqroleonly, organisation: Zqshownorg, consent: role}
    - {name: Zqbeta Zqperson, role: Zqroleorg, organisation: Zqorgonly, consent: organisation}
    - {name: Zqgamma Zqperson, role: Zqrolecounted, organisation: Zqorgcounted, consent: counted}
    # Zqcomment
    - {name: Zqdelta Zqperson, role: Zqrolenoconsent, organisation: Zqorgnoconsent, Zqunknowncolumn: Zqunknowncell}
"""


def sheet() -> bytes:
    """The office's own list, left lying beside."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Zqsheet", *NAMES])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def files() -> dict[str, str | bytes]:
    """Marks in all that is not published: in a file of participants, and in a list inside the record."""
    made = catalogue_files()
    with_consent_by_row = str(made["first/index.md"]).replace(
        "participants: {default_consent: full, basis: טופס הרשמה}\n", ""
    )
    made["first/index.md"] = with_consent_by_row.replace("audience: [participants]", "audience: [decision-makers]")
    made["first/participants.csv"] = LIST
    made["first/participants.xlsx"] = sheet()
    made["first/רשימה.xlsx"] = sheet()
    made["first/appendices/participants.csv"] = LIST
    made["first/media/Participants.PDF"] = b"%PDF-1.4 Zqsheet"
    made["second/index.md"] = str(made["second/index.md"]).replace(
        "participants: {default_consent: full, basis: טופס הרשמה}\n", INLINE
    )
    del made["second/participants.csv"]
    return made


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once, with everything that a build can make; the tests only look."""
    folder = write_project(tmp_path_factory.mktemp("marks"), files(), config=CONFIG.replace("pdf: false", "pdf: true"))
    done = mkdocs(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (folder / "log.txt").write_text(done.stdout + done.stderr)
    return folder


def run(*arguments: str) -> str:
    """What a command says, to both."""
    result = CliRunner().invoke(sikum, arguments, catch_exceptions=False)
    return result.output


def test_the_looking_finds_what_is_there() -> None:
    """A search that finds nothing anywhere would let everything through."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("a", packed("… ZQALPHA zqperson …"))
    assert traces(archive.getvalue(), NAMES) == {"Zqalpha Zqperson"}
    assert traces(json.dumps("זקדלתא זקאדם").encode(), NAMES) == {"זקדלתא זקאדם"}


def test_nothing_withheld_is_in_any_byte_of_the_site_the_cache_and_the_log(project: Path) -> None:
    """One name in one search index is enough to break the word that was given."""
    leftover = traces_below(project / "site", WITHHELD) + traces_below(project / ".cache", WITHHELD)
    assert leftover == []
    assert traces((project / "log.txt").read_bytes(), WITHHELD) == set()
    page = (project / "site/first/participants/index.html").read_text()
    assert all(mark in page for mark in SHOWN), (
        "what was agreed to is shown, so the marks were looked for in the right place"
    )
    assert (project / "site/first/first.pdf").read_bytes().startswith(b"%PDF")
    assert list((project / "site/search/index").rglob("*")), "the search index is there"


def test_no_report_says_a_name(project: Path) -> None:
    """A log of CI is public, and so is the annotation of a pull request."""
    for form, language in itertools.product(("full", "concise", "github", "json"), ("he", "ar", "en")):
        said = run("check", str(project), "--format", form, "--lang", language, "--today", "2026-01-01")
        assert traces(said.encode(), WITHHELD) == set(), (form, language)
        assert "P001" in said


@pytest.mark.parametrize("text", ["Zqalpha\nZqperson", "נפגשנו עם Zqalpha\nZqperson, ושמענו.", "**Zqalpha**\nZqperson"])
def test_no_report_shows_the_line_that_holds_half_a_name(tmp_path: Path, text: str) -> None:
    """The finding that a withheld name stands in a text must not print the text: with its place, half a name is enough."""
    made = files()
    made["first/foreword.md"] = f"{made['first/foreword.md']}\n{text}\n"
    project = write_project(tmp_path, made)
    for form in ("full", "json", "github"):
        said = run("check", str(project), "--format", form, "--lang", "en", "--today", "2026-01-01")
        assert "P003" in said
        assert traces(said.encode(), (*WITHHELD, "Zqalpha")) == set(), said


def test_nothing_else_that_is_written_out_says_a_name(project: Path, tmp_path: Path) -> None:
    """Letters, pages for other engines and the open data alone are publications too."""
    run("write", str(tmp_path / "pages"), "--site", str(project / "mkdocs.yml"))
    run("export", str(tmp_path / "data"), "--site", str(project / "mkdocs.yml"))
    run("schema", str(tmp_path / "schemas"))
    assert len(list(tmp_path.rglob("*"))) > 100
    assert traces_below(tmp_path, WITHHELD) == []


def letter(project: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """The letter's text, as it would be piped into a file."""
    monkeypatch.chdir(project)
    return run("letter", *arguments)


def test_letters_say_no_name(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The letter goes to everybody who took part."""
    for recipient, language in itertools.product(("participants", "partners"), ("he", "ar", "en")):
        text = letter(project, monkeypatch, "first", "--to", recipient, "--lang", language)
        assert text.strip()
        assert traces(text.encode(), WITHHELD) == set()


BROKEN = {
    "no-header": b"Zqalpha Zqperson,Zqrolecounted,Zqorgcounted,,counted\nZqbeta Zqperson,a,b,,counted\n",
    "unclosed": 'שם,תפקיד,הסכמה\nZqalpha Zqperson,"Zqrolecounted,counted\nZqbeta Zqperson,a,counted\n'.encode(),
    "too-many-cells": "שם,תפקיד,הסכמה\nZqalpha Zqperson,a,counted,Zqorgcounted,x\n".encode(),
    "nul": "שם,תפקיד,הסכמה\nZqalpha Zqperson\x00,a,counted\n".encode(),
    "bidi": "שם,תפקיד,הסכמה\nZqalpha\u202e Zqperson,Zqrolecounted,counted\n".encode(),
    "windows-1255": "שם,תפקיד,הסכמה\nזקדלתא זקאדם,Zqrolecounted,counted\n".encode("windows-1255"),
    "bad-consent": "שם,תפקיד,ארגון,הסכמה\nZqalpha Zqperson,x,y,Zqcomment\n".encode(),
    "shifted": "שם,תפקיד,ארגון,מגזר,הסכמה\nx,y,z,Zqalpha Zqperson,Zqbeta Zqperson\n".encode(),
    "count": "שם,הסכמה,מספר\nZqalpha Zqperson,counted,Zqbeta Zqperson\n".encode(),
    "hundred-columns": ("שם," * 101 + "\nZqalpha Zqperson," + "Zqorgcounted," * 101 + "\n").encode(),
    "duplicates": "שם,הסכמה\nZqalpha Zqperson,counted\nZqalpha  Zqperson,counted\n".encode(),
    "names-as-header": b"Zqalpha Zqperson,Zqbeta Zqperson\nZqgamma Zqperson,Zqdelta Zqperson\n",
}
BROKEN_YAML = {
    "colon": b"- name: Zqalpha Zqperson: Zqrolecounted\n  consent: counted\n",
    "quote": b'- name: "Zqalpha" Zqperson\n  consent: counted\n',
    "duplicate-key": b"- name: Zqalpha Zqperson\n  name: Zqbeta Zqperson\n  consent: counted\n",
    "unknown": b"- name: Zqalpha Zqperson\n  Zqunknowncolumn: Zqunknowncell\n  consent: Zqbeta Zqperson\n",
    "keys-are-names": b"Zqalpha Zqperson: {consent: counted}\nZqbeta Zqperson: {consent: counted}\n",
    "list-of-names": b"- Zqalpha Zqperson\n- Zqbeta Zqperson\n",
    "cut": b"- name: Zqalpha Zqperson #Zqcomment\n  consent: counted\n",
    "alias": b"- &Zqcomment {name: Zqalpha Zqperson}\n- *Zqcomment\n",
    "tag": b"- !Zqcomment {name: Zqalpha Zqperson}\n",
    "bytes": b"- name: Zqalpha Zqperson\xff\n",
}


@pytest.mark.parametrize("case", [*BROKEN, *BROKEN_YAML])
def test_a_broken_list_is_reported_without_a_name(tmp_path: Path, case: str) -> None:
    """The moment a list breaks is when it would be copied into a log, together with the line that is wrong."""
    made = catalogue_files()
    del made["first/participants.csv"]
    made["first/index.md"] = str(made["first/index.md"]).replace("default_consent: full", "default_consent: counted")
    in_yaml = case in BROKEN_YAML
    made[f"first/participants.{'yml' if in_yaml else 'csv'}"] = BROKEN_YAML[case] if in_yaml else BROKEN[case]
    project = write_project(tmp_path, made)
    for form, language in (("full", "he"), ("json", "en"), ("github", "ar")):
        said = run("check", str(project), "--format", form, "--lang", language, "--today", "2026-01-01")
        assert "first/participants." in said
        assert traces(said.encode(), WITHHELD) == set(), said


@pytest.mark.parametrize(
    "broken",
    [
        "participants:\n  list:\n    - name: Zqalpha Zqperson: x\n",
        "participants: {list: [Zqalpha Zqperson, {Zqbeta Zqperson: x}]}\n",
        "participants: [Zqalpha Zqperson, {name: Zqbeta Zqperson}]\n",
        "participants: Zqalpha Zqperson\n",
        '"participants":\n  list: [{name: Zqalpha Zqperson, consent: Zqbeta Zqperson}]\n',
        "participants:\n- name: Zqalpha Zqperson\n  Zqunknowncolumn: Zqunknowncell\n",
        "participants:\n\n  list:\n  - {name: Zqalpha Zqperson, consent: counted, sector: Zqbeta Zqperson, count: Zqcomment}\n",
        "participants : {list: [{name: Zqalpha Zqperson, consent: Zqbeta Zqperson}]}\n",
        "משתתפים: {list: [{name: Zqalpha Zqperson, consent: Zqbeta Zqperson}]}\n",
        "? participants\n: list: [{name: Zqalpha Zqperson, consent: Zqbeta Zqperson}]\n",
    ],
)
def test_a_broken_list_inside_the_record_is_reported_without_a_name(tmp_path: Path, broken: str) -> None:
    """A short list may stand in the record, and is no less private there."""
    made = catalogue_files()
    del made["first/participants.csv"]
    made["first/index.md"] = str(made["first/index.md"]).replace(
        "participants: {default_consent: full, basis: טופס הרשמה}\n", broken
    )
    project = write_project(tmp_path, made)
    for form, language in (("full", "he"), ("json", "en"), ("github", "ar")):
        said = run("check", str(project), "--format", form, "--lang", language, "--today", "2026-01-01")
        assert "first/index.md" in said
        assert traces(said.encode(), WITHHELD) == set(), said


NAME = "דנה זקאדם"
PLACES = {
    "body": ("first/content.md", f"אמרה {NAME}.\n"),
    "two spaces": ("first/content.md", "אמרה דנה  זקאדם.\n"),
    "two lines": ("first/content.md", "אמרה דנה\n   זקאדם.\n"),
    "emphasis": ("first/content.md", "אמרה **דנה** זקאדם.\n"),
    "entity": ("first/content.md", "אמרה דנה&nbsp;זקאדם.\n"),
    "line break": ("first/content.md", "אמרה דנה<br>זקאדם.\n"),
    "niqqud": ("first/content.md", "אמרה דָּנָה זַקאדם.\n"),
    "soft hyphen": ("first/content.md", "אמרה דנה זקא\u00adדם.\n"),
    "prefix": ("first/content.md", f"נאמר לְ{NAME}.\n"),
    "heading": ("first/content.md", f"## {NAME}\n\nטקסט.\n"),
    "link title": ("first/content.md", f"[א](background.md '{NAME}')\n"),
    "picture": ("first/content.md", f"![{NAME}](media/plan.svg)\n"),
    "footnote": ("first/content.md", f"א[^1]\n\n[^1]: {NAME}\n"),
    "chapter title": ("first/content.md", f"---\ntitle: {NAME}\n---\nטקסט.\n"),
    "lesson": ("first/content.md", f"---\ninsights: [{NAME}]\n---\nטקסט.\n"),
    "promise": ("first/promises.yml", f"- {{id: a, text: א, status: kept, evidence: {NAME}}}\n"),
    "response": ("first/responses.yml", f"- {{heard: {NAME}, response: noted}}\n"),
    "meeting": ("first/meetings/2024-02-01-plenary.md", f"---\ntitle: א\nlocation: {NAME}\n---\n## הסכמות\n\nכן.\n"),
    "appendix": ("first/appendices/depth.md", f"---\nelement: appendix\ntype: depth\ntitle: א\n---\n{NAME}\n"),
    "file name with hyphens": ("first/appendices/דנה-זקאדם.pdf", PDF),
    "file name": (f"first/appendices/{NAME}.pdf", PDF),
    "page name": (f"first/appendices/{NAME}.md", "---\nelement: appendix\ntype: depth\n---\nא\n"),
    "another finding's line": ("first/content.md", f"[אין](missing.md) אמרה {NAME}.\n"),
    "a broken line": ("first/promises.yml", f"- text: א: ב {NAME}\n"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_withheld_name_in_any_text_is_an_error_that_does_not_repeat_it(tmp_path: Path, place: str) -> None:
    """An editor who thanks people by name forgets who asked not to be named."""
    name, content = PLACES[place]
    made = catalogue_files() | {name: content}
    made["first/participants.csv"] = f"שם,תפקיד,הסכמה\n{NAME},רכזת,counted\n"
    project = write_project(tmp_path, made)
    report = json.loads(run("check", str(project), "--format", "json", "--today", "2026-01-01"))
    found = {finding["code"] for finding in report["findings"] if finding["severity"] == "error"}
    assert found & {"P003", "S002"}, found
    if not name.isascii():
        return  # where the file has the name, its place is its name
    for form, language in (("full", "he"), ("json", "en"), ("github", "ar"), ("concise", "he")):
        said = run("check", str(project), "--format", form, "--lang", language, "--today", "2026-01-01")
        assert traces(said.encode(), ["זקאדם"]) == set(), said


def test_when_consent_is_withdrawn_the_next_build_has_no_trace(tmp_path: Path) -> None:
    """Who takes a word back has a right to be forgotten by the site and by the machine that made it."""
    made = catalogue_files()
    made["first/participants.csv"] = "שם,תפקיד,ארגון,הסכמה\nZqalpha Zqperson,Zqrolecounted,Zqorgcounted,full\n"
    made["third/index.md"] = str(made["second/index.md"]).replace("[ומה עלה בהם](content.md#finding)", "ומה עלה")
    made["third/participants.csv"] = "שם,הסכמה\nZqbeta Zqperson,full\n"
    project = write_project(tmp_path, made)
    assert mkdocs(project).returncode == 0
    assert {mark for _, mark in traces_below(project / "site", WITHHELD)} >= {"Zqalpha Zqperson", "Zqbeta Zqperson"}
    write_files(
        project / "processes",
        {"first/participants.csv": "שם,תפקיד,ארגון,הסכמה\nZqalpha Zqperson,Zqrolecounted,Zqorgcounted,counted\n"},
    )
    (project / "processes/third").rename(project / "processes/fourth")
    write_files(project / "processes", {"fourth/participants.csv": "שם,הסכמה\n,counted\n"})
    assert mkdocs(project).returncode == 0
    assert traces_below(project / "site", WITHHELD) == []
    assert traces_below(project / ".cache", WITHHELD) == []


@pytest.mark.parametrize(
    ("sectors", "unlisted"),
    [
        ({"academia": 9, "business": 3, "public": 7}, 0),
        ({"academia": 9, "business": 3}, 2),
        ({"academia": 2, "business": 3, "public": 8}, 0),
        ({"academia": 5, "business": 1, "public": 5, "government": 6}, 4),
    ],
)
def test_a_small_figure_cannot_be_found_by_subtraction(tmp_path: Path, sectors: dict[str, int], unlisted: int) -> None:
    """Whoever has all pages and all data of the site must still be left with more than one reading of a hidden figure."""
    made = catalogue_files()
    rows = [f"אדם {sector} {row},,,{sector},full" for sector, count in sectors.items() for row in range(count)]
    made["first/participants.csv"] = (
        "\n".join(["שם,תפקיד,ארגון,מגזר,הסכמה", *rows, *([",,,,counted"] * unlisted)]) + "\n"
    )
    made["first/index.md"] = re.sub(r"participants_count: \d+\n", "", str(made["first/index.md"]))
    project = write_project(tmp_path, made)
    done = mkdocs(project)
    assert done.returncode == 0, done.stdout
    site = project / "site"
    published = json.loads((site / "first/process.json").read_text())["participants_by_sector"]
    assert set(published) == set(sectors)
    hidden = [sector for sector, count in published.items() if count is None]
    assert {sector for sector, count in sectors.items() if count < 5} <= set(hidden)
    # What a reader knows: how many people took part, and the figures shown. Nothing says how many gave no sector.
    people = json.loads((site / "data/catalogue.json").read_text())["processes"]
    known = {each["id"]: each["participants_count"] for each in people}["first"] or sum(sectors.values()) + unlisted
    rest = known - sum(count or 0 for count in published.values())
    ranges = [range(1, 5) if sectors[sector] < 5 else range(5, rest + 1) for sector in hidden]
    readings = [values for values in itertools.product(*ranges) if sum(values) <= rest]
    for index, sector in enumerate(hidden):
        assert len({values[index] for values in readings}) > 1, (sector, readings)
