"""The private list of points: what of it is published, what people get, and that nothing else of it leaves the office."""

from __future__ import annotations

import csv
import subprocess
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html

from generator.cli import sikum
from generator.disk.builder import SiteBuilder
from tests.trust.sites import build, catalogue_files, write_project

RESPONSES = """\
- {id: benches, heard: צריך ספסלים, response: accepted, explanation: יוצבו}
- {id: shade, heard: חסר צל, response: declined, explanation: אין תקציב}
"""


def listed() -> str:
    """Thirty points: twelve on benches, eight on shade, two on both, eight that wait. The person of the last refuses."""
    lines = ["ref,contact,consent,text,language,responses"]
    for number in range(30):
        named = "benches" if number < 12 else "shade" if number < 20 else "benches; shade" if number < 22 else ""
        consent = "no" if number == 29 else "yes"
        person = number // 2 if number < 10 else number
        lines.append(
            f"SECRETREF{number:03},person{person}@mailbox.example,{consent},SECRETTEXT{number:03},"
            f"{'ar' if number == 20 else ''},{named}"
        )
    return "\n".join(lines) + "\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose first process has a list of points."""
    monkeypatch.setenv("SIKUM_REFS_KEY", "0123456789abcdef0123456789abcdef")
    project = tmp_path / "project"
    write_project(project, catalogue_files())
    folder = project / "processes" / "first"
    (folder / "responses.yml").write_text(RESPONSES, encoding="utf-8")
    (folder / "contributions.csv").write_text(listed(), encoding="utf-8")
    return project


def run(project: Path, *words: str) -> Result:
    """A command on the site."""
    return CliRunner().invoke(sikum, [*words, "--site", str(project)])


def built(project: Path) -> dict[str, bytes]:
    """The files of the site."""
    builder = SiteBuilder(project, project / "processes")
    try:
        return build(builder, project, with_search=True)[1]
    finally:
        builder.close()


def test_a_person_finds_the_answer_by_a_code_and_nobody_else_is_told_anything(project: Path) -> None:
    """The heart of the method: everybody gets an answer, and no name, address or text of theirs is given away."""
    made = run(project, "refs", "first")
    assert made.exit_code == 0, made.output
    folder = project / "processes" / "first"
    with (folder / "contributions.codes.csv").open(encoding="utf-8-sig", newline="") as file:
        codes = list(csv.DictReader(file))
    assert len(codes) == 32
    with_list = built(project)
    page = html.document_fromstring(with_list["first/responses/index.html"].decode())
    (coverage,) = page.xpath("//*[@id='coverage']")
    assert "22 מתוך 30" in coverage.text_content()
    for row in codes:
        (place,) = page.xpath(f"//*[@id='{row['code']}']")
        found = place.xpath("ancestor::li/@id") or [""]
        assert found == [row["response"]]
    assert [each.text_content() for each in page.xpath("//p[@class='muted points']")] == [
        "המענה הוא ל־14 דברים שנאמרו.",
        "המענה הוא ל־10 דברים שנאמרו.",
    ]
    checked = run(project, "check")
    letters = project.parent / "letters"
    written = run(project, "letter", "first", "--each", str(letters))
    assert written.exit_code == 0, written.output
    told = [made.output, checked.output, written.output]
    kept = {str(each): each.read_bytes() for each in (project / ".cache").rglob("*") if each.is_file()}
    assert len(kept) > 10
    public = {**with_list, **kept, "coverage.yml": (folder / "coverage.yml").read_bytes()}
    for mark in ("SECRETREF", "SECRETTEXT", "mailbox.example"):
        assert not any(mark in text for text in told), mark
        assert not [name for name, content in public.items() if mark.encode() in content], mark
    # Without the list, as in CI, the same is published to the byte.
    (folder / "contributions.csv").unlink()
    assert built(project) == with_list


def test_everybody_who_may_be_written_to_gets_one_letter_with_all_that_they_said(project: Path) -> None:
    """A person would get the letter of another, or be asked to look for their own among three hundred points."""
    letters = project.parent / "letters"
    written = run(project, "letter", "first", "--each", str(letters))
    assert written.exit_code == 0, written.output
    assert "letters: 24;" in written.output
    assert "אנשים שאינם רוצים פנייה: 1" in written.output
    mails = [message_from_bytes(each.read_bytes(), policy=default) for each in sorted(letters.glob("*.eml"))]
    assert all(isinstance(mail, EmailMessage) for mail in mails)
    texts = {str(mail["To"]): mail.get_body(("plain",)).get_content() for mail in mails}
    assert len(texts) == len(mails) == len(list(letters.glob("*.md"))) == 24
    for number in range(29):
        person = f"person{number // 2 if number < 10 else number}@mailbox.example"
        assert [to for to, text in texts.items() if f"SECRETTEXT{number:03}" in text] == [person]
    assert not any("SECRETTEXT029" in text for text in texts.values())
    assert "צריך ספסלים – התקבל: יוצבו" in texts["person0@mailbox.example"]
    assert "https://catalogue.example.org/first/responses/#p-" in texts["person0@mailbox.example"]
    assert "הדברים ממתינים למענה." in texts["person25@mailbox.example"]
    languages = {str(mail["To"]): mail["Content-Language"] for mail in mails}
    assert languages["person20@mailbox.example"] == "ar"
    assert languages["person0@mailbox.example"] == "he"


def test_a_list_that_git_tracks_stops_the_site_unless_it_is_allowed(project: Path) -> None:
    """A repository keeps every version: addresses that were pushed once cannot be taken back."""
    run(project, "refs", "first")
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    assert "P016" not in run(project, "check").output
    subprocess.run(["git", "add", "--force", "processes/first/contributions.csv"], cwd=project, check=True)
    found = run(project, "check")
    assert "P016" in found.output
    assert found.exit_code == 1
    configuration = project / "mkdocs.yml"
    allowed = configuration.read_text(encoding="utf-8").rstrip() + "\n      tracked_contributions: true\n"
    configuration.write_text(allowed, encoding="utf-8")
    assert "P016" not in run(project, "check").output


def test_the_key_is_made_outside_the_repository_and_refused_within(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the key beside the codes, whoever reads the repository could tell whose code is whose."""
    monkeypatch.delenv("SIKUM_REFS_KEY")
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    inside = run(project, "refs", "first", "--key", str(project / "refs.key"))
    assert inside.exit_code == 2
    assert not (project / "refs.key").exists()
    assert not (project / "processes/first/coverage.yml").exists()
    key = project.parent / "kept" / "refs.key"
    assert run(project, "refs", "first", "--key", str(key)).exit_code == 0
    first = (project / "processes/first/coverage.yml").read_bytes()
    assert key.stat().st_mode & 0o077 == 0
    assert run(project, "refs", "first", "--key", str(key)).exit_code == 0
    assert (project / "processes/first/coverage.yml").read_bytes() == first


def test_figures_that_are_no_longer_those_of_the_list_are_a_warning(project: Path) -> None:
    """The site would go on saying that people wait who have been answered."""
    run(project, "refs", "first")
    assert "F041" not in run(project, "check").output
    path = project / "processes/first/contributions.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("SECRETTEXT025,,", "SECRETTEXT025,,shade"), encoding="utf-8"
    )
    assert "F041" in run(project, "check").output


def test_what_an_import_brings_in_leaves_the_office_by_no_way(project: Path, tmp_path: Path) -> None:
    """The list and the copy of it that an import keeps lie among the files that are published."""
    lines = ["Response ID,Email,Name,What is missing?"]
    lines += [
        f"SECRETREF{number:03},person{number}@mailbox.example,SECRETNAME,SECRETTEXT{number:03} is missing here"
        for number in range(12)
    ]
    folder = project / "processes" / "first"
    for count in (8, 13):
        (tmp_path / "answers.csv").write_text("\n".join(lines[:count]) + "\n", encoding="utf-8")
        made = run(project, "import", "contributions", str(tmp_path / "answers.csv"), "--into", "first")
        assert made.exit_code == 0, made.output
    kept = (folder / "contributions.csv").read_text(encoding="utf-8-sig")
    assert [kept.count(f"SECRETTEXT{number:03}") for number in range(12)] == [1] * 12
    assert "SECRETNAME" not in kept
    assert list(folder.glob("contributions.csv.bak*"))
    told = [made.output, run(project, "refs", "first").output, run(project, "check").output]
    site = built(project)
    cached = {str(each): each.read_bytes() for each in (project / ".cache").rglob("*") if each.is_file()}
    for mark in ("SECRETREF", "SECRETTEXT", "SECRETNAME", "mailbox.example"):
        assert not any(mark in text for text in told), mark
        assert not [name for name, content in {**site, **cached}.items() if mark.encode() in content], mark
