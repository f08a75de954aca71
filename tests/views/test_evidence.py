"""Outside standards against a record: what is called met can be looked at, and what is not known is no blame."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.configuration.options import BadOption
from generator.configuration.settings import site_options
from generator.disk.builder import SiteBuilder
from generator.model.site import ROOT
from generator.views.packs import BadPack, packs, read_pack
from tests.commands import run
from tests.trust.sites import build, catalogue_files, process_files, write_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small catalogue, whose second process was closed and has answered nobody, late and without a meeting."""
    files = dict(catalogue_files())
    for gone in ("responses.yml", "meetings/2024-02-01-plenary.md", "promises.yml"):
        del files[f"second/{gone}"]
    index = str(files["second/index.md"])
    files["second/index.md"] = index.replace("status: closing", "status: closed").replace("2024-04-01", "2024-09-01")
    return write_project(tmp_path_factory.mktemp("evidence"), files)


def sheet(project: Path, *arguments: str) -> str:
    """What `sikum evidence` prints."""
    done = run("generator", "evidence", *arguments, folder=project)
    assert done.returncode == 0, done.stderr
    return done.stdout


def there(place: str, site: Mapping[str, bytes]) -> bool:
    """Whether the site has the page of an address, and on it the part that the address names."""
    url, _, part = place.partition("#")
    page = site.get(f"{url}index.html")
    return page is not None and (not part or BeautifulSoup(page.decode(), "html.parser").find(id=part) is not None)


def test_everything_that_is_met_is_shown_at_a_place_of_the_site(project: Path) -> None:
    """A claim without a place to look at is what such sheets are distrusted for."""
    _, site = build(SiteBuilder(project, project / "processes"), project)
    places = re.findall(
        r": \[met\]\(https://catalogue\.example\.org/([^)]*)\)", sheet(project, "first", "--lang", "en")
    )
    assert len(places) == 9
    assert [place for place in places if not there(place, site)] == []


def test_what_is_not_so_and_what_is_not_known_are_told_apart(project: Path) -> None:
    """A record that does not say is no record that says no."""
    lines = sheet(project, "transport", "--lang", "en").splitlines()
    answers = {
        re.split(r"[:(]", line.removeprefix("- "))[0].strip(): line.rpartition(": ")[2]
        for line in lines
        if line[:2] == "- "
    }
    assert answers["4 Reasoned response"] == "not met"
    assert answers["J A timely response"] == "not met"
    assert answers["1 A space for dialogue"] == "not known"
    assert not re.search(
        r"\d+\s*(?:%|/|of) ?\d*", "\n".join(line for line in lines if line[:2] == "- ").replace("12 weeks", "")
    )


def test_silence_of_a_record_by_others_or_with_a_reason_accuses_nobody(project: Path, tmp_path: Path) -> None:
    """Who wrote a ministry's process down from outside does not know what it answered; who explains has not kept silent."""
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    index = (project / "processes/second/index.md").read_text(encoding="utf-8")
    for number, (settings, record) in enumerate(
        (
            (config, index),
            (f"{config}      written_by: עורכי הקטלוג\n", index),
            (config, index.replace("---\n", "---\nwritten_by: {name: עורכת, date: 2025}\n", 1)),
            (config, index.replace("closing:\n", "closing:\n  waived: {responses: נענו בעל פה}\n", 1)),
        )
    ):
        folder = tmp_path / str(number)
        shutil.copytree(project, folder, ignore=shutil.ignore_patterns("site", ".cache"))
        (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
        (folder / "processes/second/index.md").write_text(record, encoding="utf-8")
        lines = sheet(folder, "second", "--lang", "en").splitlines()
        (line,) = [line for line in lines if "Reasoned response" in line]
        (late,) = [line for line in lines if "A timely response" in line]
        assert line.endswith(": not known" if number else ": not met"), number
        assert late.endswith(": not met")


def test_a_ministry_writes_a_standard_of_its_own(project: Path) -> None:
    """Offices have commitments that no package knows."""
    own = project / "own.yml"
    own.write_text(
        "id: own\ntitle: {he: א, ar: ب, en: Ours}\nsource: https://example.org/\ncriteria:\n"
        "  - {id: c, facts: [contact, promises], title: {he: א, ar: ب, en: Somebody answers}}\n"
    )
    text = sheet(project, "first", "--pack", str(own), "--lang", "en")
    assert "- Somebody answers: [met](https://catalogue.example.org/first/#side-contact)" in text
    assert "OGP" not in text


SOUND = """\
id: own
title: {he: א, ar: ب, en: c}
source: https://example.org/
criteria:
  - id: c
    number: 4
    facts: [goals]
    title: {he: א, ar: ب, en: c}
"""
MISTAKES = {
    ("facts: [goals]", "facts: [goal]"): "7:13: goal (goals?): facts are one or more of",
    ("facts: [goals]", "facts: []"): "7:12: facts: a list",
    ("facts: [goals]", "facts: goals"): "7:12: facts: a list",
    ("    facts: [goals]\n", ""): "5:5: missing here: facts",
    ("number: 4", "wieght: 3"): "6:5: wieght is not known here, only id, title, facts, number",
    ("number: 4", "titel: 3"): "6:5: titel (title?) is not known here",
    ("number: 4", "id: d"): "6:5: id is written twice",
    ("number: 4", "number: [4]"): "6:13: number: a text is expected",
    ("{he: א, ar: ب, en: c}\nsource", "{he: א, en: c}\nsource"): "2:8: missing here: ar",
    ("{he: א, ar: ب, en: c}\nsource", "Ours\nsource"): "2:8: a map is expected here, with he, ar, en",
    ("{he: א, ar: ب, en: c}\nsource", "{he: א, ar: , en: c}\nsource"): "2:20: ar: a text is expected",
    ("https://example.org/", "example.org"): "3:9: source: an address is expected, not 'example.org'",
    ("id: own\n", ""): "1:1: missing here: id",
    (
        "  - id: c",
        "  - id: c\n    facts: [goals]\n    title: {he: א, ar: ب, en: c}\n  - id: c",
    ): "8:5: c is written twice",
    ("criteria:", "criteria: ["): "cannot be read: ",
    ("title: {he", "title: &a {he"): "2:8: cannot be read: &a",
}


def test_a_standard_is_read_as_it_is_written() -> None:
    """`number: 4` is how anybody writes the fourth criterion."""
    assert read_pack(SOUND.encode(), "own.yml").criteria[0].number == "4"


@pytest.mark.parametrize(("mistake", "said"), MISTAKES.items(), ids=[new for _, new in MISTAKES])
def test_a_mistake_in_a_standard_is_said_with_its_place(mistake: tuple[str, str], said: str) -> None:
    """A misspelt fact would be "not known" for ever, and whoever wrote it has to find it."""
    assert mistake[0] in SOUND
    with pytest.raises(BadPack) as refused:
        read_pack(SOUND.replace(*mistake, 1).encode(), "own.yml")
    assert str(refused.value).startswith("own.yml:")
    assert said in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"# nothing yet\n", b"\xff\xfe", b"[1]", b"text"])
def test_what_is_no_standard_at_all_is_refused(content: bytes) -> None:
    """An empty file is what an editor saves first."""
    with pytest.raises(BadPack, match=r"own\.yml:1:1: "):
        read_pack(content, "own.yml")


def test_every_criterion_of_the_package_speaks_three_languages() -> None:
    """A Hebrew sheet with an English line is half a sheet."""
    for pack in packs():
        for text in (pack.title, *(criterion.title for criterion in pack.criteria)):
            assert text.he
            assert text.ar
            assert text.en


@pytest.fixture(scope="module")
def with_sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The small catalogue, one process of it rich and one a made-up example, with every standard and one of the site's own."""
    files = dict(catalogue_files())
    files["first/index.md"] = str(files["first/index.md"]).replace(
        "---\n", "---\nspectrum: involve\ninvited: open-with-outreach\n", 1
    )
    files.update(process_files("made-up", title="דוגמה"))
    files["made-up/index.md"] = str(files["made-up/index.md"]).replace("---\n", "---\nexample: true\n", 1)
    folder = tmp_path_factory.mktemp("sheets")
    (folder / "own.yml").write_text(
        "id: own\ntitle: {he: התקן שלנו, ar: ب, en: Ours}\nsource: https://example.org/ours\ncriteria:\n"
        "  - {id: c, facts: [contact, outcomes], title: {he: יש מענה, ar: ب, en: Somebody answers}}\n"
    )
    project = write_project(folder, files)
    names = ["ogp", "uk-consultation-principles", "iap2", "own.yml"]
    options = site_options(folder, {"site_url": "https://x.example.org"}, {"yardsticks": names}, content_dir=folder)
    return build(SiteBuilder(project, project / "processes"), project, yardsticks=options.yardsticks)[1]


def links_of(page: bytes) -> list[str]:
    """Where the lines of a sheet lead."""
    soup = BeautifulSoup(page.decode(), "html.parser")
    return [link["href"] for link in soup.select("ul.goals a[href]")]


def test_each_process_and_body_has_a_sheet_whose_links_lead_to_what_they_name(with_sheets: dict[str, bytes]) -> None:
    """A reader clicks on "met" and must see it; of a made-up example no body is said to have met anything."""
    for url in ("first/yardsticks/", "second/yardsticks/", "yardsticks/health/", "yardsticks/transport/"):
        page = with_sheets[f"{url}index.html"]
        places = [link.removeprefix(ROOT) for link in links_of(page)]
        assert len(places) >= 8, url
        assert [place for place in places if not there(place, with_sheets)] == []
        text = BeautifulSoup(page.decode(), "html.parser").get_text(" ")
        assert "התקן שלנו" in text
        assert "לא ידוע" in text
    body = BeautifulSoup(with_sheets["yardsticks/health/index.html"].decode(), "html.parser")
    assert [each["data-sikum-process"] for each in body.select("article[data-sikum-process]")] == ["first"]
    assert "made-up/yardsticks/index.html" in with_sheets


def test_no_sheet_counts_or_scores(with_sheets: dict[str, bytes]) -> None:
    """A number would be quoted as a mark, and a ministry would be ranked by how much it writes."""
    for uri, page in with_sheets.items():
        if "yardsticks/" in uri and uri.endswith("index.html"):
            main = BeautifulSoup(page.decode(), "html.parser").select_one("[data-sikum-page=yardsticks]")
            assert main is not None
            text = main.get_text(" ").replace("12", "")
            assert not re.search(r"\d+\s*(?:%|/|מתוך|of)", text), uri


def test_a_site_that_names_no_standard_has_no_sheet(tmp_path: Path) -> None:
    """Nobody is read against a standard that they did not take up."""
    project = write_project(tmp_path, catalogue_files())
    _, site = build(SiteBuilder(project, project / "processes"), project)
    assert not [uri for uri in site if "yardsticks" in uri]
    assert b"yardsticks" not in site["first/index.html"] + site["ministries/health/index.html"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["fame"], "yardsticks: fame is no file, and none of iap2, ogp, uk-consultation-principles"),
        (["gone.yml"], "yardsticks: gone.yml: No such file or directory"),
        (["broken.yml"], "yardsticks: broken.yml:1:1: cannot be read: "),
        ("ogp", "yardsticks: ogp cannot be used here"),
    ],
)
def test_a_standard_that_is_not_there_is_told_by_its_name(tmp_path: Path, written: object, said: str) -> None:
    """A misspelt name would leave the site without its sheets, and nobody would know."""
    (tmp_path / "broken.yml").write_text("id: [")
    with pytest.raises(BadOption, match=re.escape(said)):
        site_options(tmp_path, {}, {"yardsticks": written}, content_dir=tmp_path)


def test_meetings_are_regular_only_where_all_their_days_are_known(tmp_path: Path) -> None:
    """Half a year and a day is too long; a month without a day might be either, and is not known."""
    for number, (days, answer) in enumerate(
        {
            ("2024-01-01", "2024-07-01"): "met",
            ("2024-01-01", "2024-07-05"): "not met",
            ("2024-01-01", "2024-02"): "not known",
        }.items()
    ):
        files = {name: text for name, text in catalogue_files().items() if "first/meetings" not in name}
        for day in days:
            files[f"first/meetings/{day}-m.md"] = f"---\ntitle: מפגש\ndate: {day}\n---\nנפגשו.\n"
        project = write_project(tmp_path / str(number), files)
        (line,) = [
            line for line in sheet(project, "first", "--lang", "en").splitlines() if "A space for dialogue" in line
        ]
        assert f": {answer}" in line.replace("[", "").replace("]", ""), (days, line)
