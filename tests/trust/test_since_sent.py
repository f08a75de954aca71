"""What changed since it was sent: old and new wording from git, of what is published, and no name that withdrew."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from generator.disk.builder import SiteBuilder
from generator.model.site import ROOT
from generator.names.kept import keep
from tests.trust.sites import build, catalogue_files, write_project

PAGE = "first/since-sent/index.html"
SENT, LATER = "2024-04-01T10:00:00+03:00", "2024-09-01T10:00:00+03:00"


def commit(project: Path, when: str, message: str = "x") -> None:
    """Commit everything, on that day."""
    who = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x@example.org", "GIT_COMMITTER_NAME": "x"}
    environment = {**who, "GIT_COMMITTER_EMAIL": "x@example.org", "GIT_COMMITTER_DATE": when, "GIT_AUTHOR_DATE": when}
    for words in (["add", "-A"], ["commit", "-q", "--allow-empty", "-m", message]):
        subprocess.run(["git", *words], cwd=project, check=True, env={**environment, "PATH": "/usr/bin:/bin"})


def change(project: Path, name: str, before: str, after: str) -> None:
    """Put other words into a file of the first process."""
    path = project / "processes" / "first" / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def built(project: Path) -> dict[str, bytes]:
    """The files of the site."""
    builder = SiteBuilder(project, project / "processes")
    try:
        return build(builder, project)[1]
    finally:
        builder.close()


def pairs(site: dict[str, bytes]) -> list[tuple[str, str]]:
    """The old and the new wording of each line of the page."""
    page = html.document_fromstring(site[PAGE].decode())
    found = []
    for line in page.xpath("//li[@class='response']"):
        old, new = line.xpath("./div")
        found.append(tuple(" ".join(each.xpath("./p[1]")[0].text_content().split()) for each in (old, new)))
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A catalogue in a repository; its version of the day on which the first process was sent is committed."""
    project = tmp_path / "project"
    write_project(project, catalogue_files())
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    (project / ".gitignore").write_text(".cache\nsite\n", encoding="utf-8")
    commit(project, SENT)
    return project


def test_old_and_new_wording_stand_side_by_side(project: Path) -> None:
    """A promise that was quietly reworded looks like the one that was made."""
    change(project, "index.md", "bottom_lines: [תחבורה, ", "bottom_lines: [תחבורה ציבורית, ")
    change(project, "index.md", "title: חוברת", "title: חוברת מקוצרת")
    change(project, "promises.yml", "text: לפרסם סיכום", "text: לשקול פרסום סיכום")
    commit(project, LATER)
    site = built(project)
    assert pairs(site) == [
        ("תחבורה", "תחבורה ציבורית"),
        ("לפרסם סיכום", "לשקול פרסום סיכום"),
        ("חוברת", "חוברת מקוצרת"),
    ]
    page = html.document_fromstring(site[PAGE].decode())
    assert "1 באפריל 2024" in page.text_content()
    record = html.document_fromstring(site["first/index.html"].decode())
    assert record.xpath("//section[h2/@id='changes']//a/@href") == [f"{ROOT}first/since-sent/"]
    for place in page.xpath("//li[@class='response']//p[@class='more']/a/@href"):
        target, _, anchor = place.removeprefix(ROOT).partition("#")
        named = html.document_fromstring(site[f"{target}index.html"].decode())
        assert named.xpath(f"//*[@id='{anchor}']"), place


def test_what_was_added_or_taken_out_is_said(project: Path) -> None:
    """A promise that disappears is the loudest rewording of all."""
    change(project, "index.md", ", מים]", ", מים, אנרגיה]")
    change(project, "promises.yml", "- id: p2\n  text: לשתף שוב\n  status: partly\n  explanation: שותפו רק חלק\n", "")
    commit(project, LATER)
    assert pairs(built(project)) == [("לא היה כתוב.", "אנרגיה"), ("לשתף שוב", "הוסר.")]


def test_there_is_no_page_without_git_or_without_a_change(project: Path) -> None:
    """A page that says that nothing changed would say so of processes that nobody followed."""
    assert PAGE not in built(project)
    change(project, "promises.yml", "status: kept", "status: partly\n  explanation: רק חלק")
    change(project, "index.md", "title: חוברת", "title:   חוברת")
    commit(project, LATER)
    assert PAGE not in built(project)
    change(project, "promises.yml", "text: לפרסם סיכום", "text: לשקול")
    site = built(project)
    assert PAGE in site
    copy = project.parent / "copy"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns(".git", ".cache", "site"))
    without = built(copy)
    assert PAGE not in without
    assert "since-sent" not in without["first/index.html"].decode()


def test_a_wording_between_drafts_is_not_shown(project: Path) -> None:
    """The version that counts is the one that was sent; what was written before and between is nobody's business."""
    change(project, "promises.yml", "text: לפרסם סיכום", "text: BETWEEN")
    commit(project, "2024-05-01T10:00:00+03:00")
    change(project, "promises.yml", "text: BETWEEN", "text: לשקול")
    commit(project, LATER)
    site = built(project)
    assert pairs(site) == [("לפרסם סיכום", "לשקול")]
    assert not [name for name, content in site.items() if b"BETWEEN" in content]


def test_a_repository_that_began_later_compares_with_the_first_version_that_was_sent(tmp_path: Path) -> None:
    """Most offices put a process into git after it was sent, and reword it later still."""
    project = tmp_path / "project"
    write_project(project, catalogue_files())
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    change(project, "index.md", "  output_sent: 2024-04-01\n", "")
    change(project, "promises.yml", "text: לפרסם סיכום", "text: DRAFT")
    commit(project, "2024-06-01T10:00:00+03:00")
    change(project, "index.md", "closing:\n", "closing:\n  output_sent: 2024-04-01\n")
    change(project, "promises.yml", "text: DRAFT", "text: לפרסם סיכום")
    commit(project, "2024-07-01T10:00:00+03:00")
    change(project, "promises.yml", "text: לפרסם סיכום", "text: לשקול")
    commit(project, LATER)
    site = built(project)
    assert pairs(site) == [("לפרסם סיכום", "לשקול")]
    assert not [name for name, content in site.items() if b"DRAFT" in content]


def held_back(project: Path, *secrets: str) -> None:
    """Of the old wording nothing is shown, and it stands in no byte of the site or the cache."""
    site = built(project)
    assert pairs(site) == [("הנוסח הקודם אינו מוצג.", "לפרסם סיכום")]
    kept = {str(each): each.read_bytes() for each in (project / ".cache").rglob("*") if each.is_file()}
    assert len(kept) > 10
    for secret in secrets:
        assert not [name for name, content in {**site, **kept}.items() if secret.encode() in content], secret


@pytest.mark.parametrize("how", ["row taken out", "consent withdrawn", "list taken out"])
def test_a_name_that_was_withdrawn_stands_in_no_earlier_wording(tmp_path: Path, how: str) -> None:
    """Consent holds in every version: history would publish again what the office took back."""
    project = tmp_path / "project"
    write_project(project, catalogue_files())
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    (project / ".gitignore").write_text(".cache\nsite\n", encoding="utf-8")
    people = project / "processes" / "first" / "participants.csv"
    before = people.read_text(encoding="utf-8-sig") if people.exists() else "שם,תפקיד,ארגון,הסכמה\n"
    head = before.splitlines()[0]
    width = head.count(",")
    row = "צופיה נסתרת" + "," * width
    people.write_text(f"{before.rstrip()}\n{row}\n", encoding="utf-8")
    change(project, "promises.yml", "text: לפרסם סיכום", "text: לפרסם את הסיכום של צופיה נסתרת")
    commit(project, SENT)
    change(project, "promises.yml", "text: לפרסם את הסיכום של צופיה נסתרת", "text: לפרסם סיכום")
    if how == "row taken out":
        people.write_text(before, encoding="utf-8")
    elif how == "list taken out":
        people.unlink()
    else:
        level = head.split(",").index("הסכמה") if "הסכמה" in head else None
        cells = row.split(",")
        if level is None:
            people.write_text(f"{head},הסכמה\n{row},נספר בלבד\n", encoding="utf-8")
        else:
            cells[level] = "נספר בלבד"
            people.write_text(f"{before.rstrip()}\n{','.join(cells)}\n", encoding="utf-8")
    commit(project, LATER)
    held_back(project, "צופיה", "נסתרת")


def test_a_name_that_an_import_left_out_stands_in_no_earlier_wording(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check found it in the promise, the editor took it out, and the page would show it beside the correction."""
    key = "0123456789abcdef0123456789abcdef"
    subprocess.run(["git", "checkout", "-q", "--orphan", "again"], cwd=project, check=True)
    change(project, "promises.yml", "text: לפרסם סיכום", "text: לפרסם את הסיכום של צופיה נסתרת")
    commit(project, SENT)
    change(project, "promises.yml", "text: לפרסם את הסיכום של צופיה נסתרת", "text: לפרסם סיכום")
    (project / ".sikum").mkdir()
    (project / ".sikum" / "withheld").write_text(keep(["צופיה נסתרת"], "first", key), encoding="utf-8")
    commit(project, LATER)
    monkeypatch.setenv("SIKUM_WITHHELD_KEY", key)
    held_back(project, "צופיה", "נסתרת")
    shutil.rmtree(project / ".cache")
    monkeypatch.delenv("SIKUM_WITHHELD_KEY")
    held_back(project, "צופיה", "נסתרת")


def test_a_way_to_reach_a_person_stands_in_no_earlier_wording(project: Path) -> None:
    """A telephone number that was taken out of a promise was taken out for a reason."""
    subprocess.run(["git", "checkout", "-q", "--orphan", "again"], cwd=project, check=True)
    change(project, "promises.yml", "text: לפרסם סיכום", 'text: "לחזור לדנה, 050-1234567"')
    commit(project, SENT)
    change(project, "promises.yml", 'text: "לחזור לדנה, 050-1234567"', "text: לפרסם סיכום")
    commit(project, LATER)
    held_back(project, "050-1234567")


def test_a_new_commit_alone_makes_the_page_anew(project: Path) -> None:
    """The cache knew yesterday's history, and went on showing it."""
    builder = SiteBuilder(project, project / "processes")
    try:
        assert PAGE not in build(builder, project)[1]
        change(project, "promises.yml", "text: לפרסם סיכום", "text: לשקול")
        assert pairs(build(builder, project)[1]) == [("לפרסם סיכום", "לשקול")]
        commit(project, SENT)
        assert PAGE not in build(builder, project)[1]
    finally:
        builder.close()


def test_the_pages_of_a_withdrawn_process_show_no_history(project: Path) -> None:
    """A notice alone stays of it."""
    change(project, "promises.yml", "text: לפרסם סיכום", "text: לשקול")
    path = project / "processes" / "first" / "index.md"
    text = path.read_text(encoding="utf-8").replace(
        "status: closing", "status: withdrawn\nwithdrawn: {date: 2025-01-01, explanation: טעות}"
    )
    path.write_text(text, encoding="utf-8")
    commit(project, LATER)
    assert PAGE not in built(project)


def listed(project: Path, folder: str, *names: str) -> None:
    """Put people on a process's list who may only be counted."""
    people = project / "processes" / folder / "participants.csv"
    rows = "".join(f"{name},,,,counted\n" for name in names)
    people.write_text(people.read_text(encoding="utf-8") + rows, encoding="utf-8")


def reworded_with_a_name(project: Path) -> None:
    """The promise of the version that was sent names somebody, and that of today does not."""
    change(project, "promises.yml", "text: לפרסם סיכום", "text: לפרסם את הסיכום של צופיה נסתרת")
    commit(project, SENT)
    change(project, "promises.yml", "text: לפרסם את הסיכום של צופיה נסתרת", "text: לפרסם סיכום")


def test_a_name_that_another_process_withholds_stands_in_no_earlier_wording(project: Path) -> None:
    """The other process's list is the only place that knows that she may not be named: the page would name her all the same."""
    subprocess.run(["git", "checkout", "-q", "--orphan", "again"], cwd=project, check=True)
    reworded_with_a_name(project)
    listed(project, "second", "צופיה נסתרת")
    commit(project, LATER)
    held_back(project, "צופיה", "נסתרת")


def test_a_name_that_another_list_withholds_from_now_on_is_taken_out_at_once(project: Path) -> None:
    """The page was made when she might be named; the next build has to take her out, though this process was not edited."""
    subprocess.run(["git", "checkout", "-q", "--orphan", "again"], cwd=project, check=True)
    reworded_with_a_name(project)
    commit(project, LATER)
    assert pairs(built(project)) == [("לפרסם את הסיכום של צופיה נסתרת", "לפרסם סיכום")]
    listed(project, "second", "צופיה נסתרת")
    held_back(project, "צופיה", "נסתרת")


@pytest.mark.parametrize("how", ["row taken out", "folder taken out"])
def test_a_name_that_another_list_once_withheld_stands_in_no_earlier_wording(project: Path, how: str) -> None:
    """She left the other list altogether, which is the strongest way not to agree."""
    subprocess.run(["git", "checkout", "-q", "--orphan", "again"], cwd=project, check=True)
    people = project / "processes" / "second" / "participants.csv"
    before = people.read_text(encoding="utf-8")
    listed(project, "second", "צופיה נסתרת")
    reworded_with_a_name(project)
    if how == "row taken out":
        people.write_text(before, encoding="utf-8")
    else:
        shutil.rmtree(people.parent)
    commit(project, LATER)
    held_back(project, "צופיה", "נסתרת")


def test_somebody_whom_another_process_names_today_may_stand_in_an_earlier_wording(project: Path) -> None:
    """Old words would vanish for no reason, and a page of gaps proves nothing."""
    subprocess.run(["git", "checkout", "-q", "--orphan", "again"], cwd=project, check=True)
    listed(project, "second", "צופיה נסתרת")
    reworded_with_a_name(project)
    people = project / "processes" / "second" / "participants.csv"
    text = people.read_text(encoding="utf-8").replace("צופיה נסתרת,,,,counted", "צופיה נסתרת,,,,full")
    people.write_text(text, encoding="utf-8")
    commit(project, LATER)
    assert pairs(built(project)) == [("לפרסם את הסיכום של צופיה נסתרת", "לפרסם סיכום")]


@pytest.mark.parametrize("how", ["by git alone", "much edited, with its former id", "twice", "with all of the content"])
def test_a_renamed_folder_keeps_its_history(project: Path, how: str) -> None:
    """A new address would be a way to have never promised anything."""
    content = project / "processes"
    place, page = content / "renamed", "renamed/since-sent/index.html"
    if how == "much edited, with its former id":
        record = (content / "first" / "index.md").read_text(encoding="utf-8")
        text = record.replace("---\n", "---\naliases: [first]\n", 1) + "\nמילים אחרות לגמרי.\n" * 400
        (content / "first" / "index.md").write_text(text, encoding="utf-8")
    if how == "twice":
        (content / "first").rename(content / "between")
        commit(project, "2024-05-01T10:00:00+03:00")
        (content / "between").rename(place)
    elif how == "with all of the content":
        (content / "first").rename(place)
        (project / "docs").mkdir()
        content.rename(project / "docs" / "processes")
        commit(project, "2024-05-01T10:00:00+03:00")
        (project / "docs" / "processes").rename(content)
    else:
        (content / "first").rename(place)
    commit(project, "2024-06-01T10:00:00+03:00")
    promises = place / "promises.yml"
    promises.write_text(promises.read_text(encoding="utf-8").replace("לפרסם סיכום", "לשקול"), encoding="utf-8")
    commit(project, LATER)
    site = built(project)
    assert pairs({PAGE: site[page]}) == [("לפרסם סיכום", "לשקול")]


def test_a_new_process_in_the_folder_of_another_has_no_history_of_it(project: Path) -> None:
    """It would be said to have reworded what it never promised."""
    content = project / "processes"
    (content / "first").rename(content / "renamed")
    commit(project, "2024-05-01T10:00:00+03:00")
    shutil.copytree(content / "second", content / "first")
    promises = content / "first" / "promises.yml"
    promises.write_text(promises.read_text(encoding="utf-8").replace("לפרסם סיכום", "לשקול"), encoding="utf-8")
    commit(project, LATER)
    assert PAGE not in built(project)
