"""What a rebuild does again, and what it leaves alone."""

import os
from datetime import date
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from generator.disk.reader import DiskReader
from generator.pipeline.build import site_batches
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.options import SiteOptions
from tests.trust.sites import TODAY, build, catalogue_files, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two processes of two ministries, built once."""
    folder = write_project(tmp_path, catalogue_files())
    build(SiteBuilder(folder, folder / "processes"), folder)
    return folder


def check(project: Path, today: date = TODAY) -> CheckedCatalogue:
    """The catalogue as a fresh process finds it."""
    options = SiteOptions(content_dir=project / "processes", prefix="processes/", today=today)
    return SiteBuilder(project, project / "processes").check(options)


def keys(checked: CheckedCatalogue) -> dict[str, str]:
    """Key of every batch by its id."""
    return {batch.id: batch.key for batch in site_batches(checked)}


def edit(file: Path, before: str, after: str) -> None:
    """Change the one place where `before` stands."""
    text = file.read_text()
    assert text.count(before) == 1
    file.write_text(text.replace(before, after))


def test_a_sentence_in_a_chapter_touches_its_process_and_no_list_and_no_table(project: Path) -> None:
    """An editor waits for a page, not for the lists of three thousand others; a host is not sent all open data anew."""
    before = keys(check(project))
    edit(project / "processes/first/background.md", "כך היה.", "כך היה תמיד.\n\nועוד שורה.")
    after = keys(check(project))
    assert {name for name in before if before[name] != after[name]} == {"process/first"}


def test_a_chapter_that_grows_by_much_is_told_of_in_the_data(project: Path) -> None:
    """The table of chapters says about how long each is, and must not say it of a text of last year."""
    before = keys(check(project))
    edit(project / "processes/first/background.md", "כך היה.", "כך היה תמיד. " * 200)
    after = keys(check(project))
    assert {name for name in before if before[name] != after[name]} >= {"process/first", "data"}


def test_a_title_touches_the_lists_and_no_other_process(project: Path) -> None:
    """What lists show of a process must not stay as it was."""
    before = keys(check(project))
    edit(project / "processes/first/index.md", "title: תהליך ראשון", "title: תהליך אחר")
    after = keys(check(project))
    assert {name for name in before if before[name] != after[name]} == {"process/first", "lists", "data"}


def test_a_process_that_the_cache_has_lost_is_read_again(project: Path) -> None:
    """A cache that somebody cleaned by half costs time and nothing else."""
    cold = build(SiteBuilder(project, project / "processes", is_cached=False), project)
    for entry in (project / ".cache/sikum/published").iterdir():
        entry.unlink()
    edit(project / "processes/first/index.md", "title: תהליך ראשון", "title: תהליך אחר")
    build(SiteBuilder(project, project / "processes"), project)
    edit(project / "processes/first/index.md", "title: תהליך אחר", "title: תהליך ראשון")
    assert build(SiteBuilder(project, project / "processes"), project) == cold


def test_what_a_version_before_kept_of_each_process_is_removed(project: Path) -> None:
    """A cache that is kept from version to version would grow by a folder with each."""
    left = project / ".cache/sikum/bodies/0"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"")
    edit(project / "processes/first/index.md", "title: תהליך ראשון", "title: תהליך אחר")
    check(project)
    assert not left.exists()


def test_a_date_to_come_is_a_fault_until_it_has_come(project: Path) -> None:
    """Nobody touches the file again on the day; a warning that stays for ever is one that nobody reads."""
    first = project / "processes/first"
    edit(first / "index.md", "status: closing", "status: closed")
    edit(first / "promises.yml", "status: pending\n  due: 2025", "status: kept\n  evidence: appendices/report.pdf")
    edit(first / "index.md", "date: 2024-06-01, note", "date: 2026-03-01, note")
    days = [date(2026, 1, 1), date(2026, 2, 28), date(2026, 3, 1), date(2026, 2, 1)]
    found = [{finding.rule for finding in check(project, day).findings} for day in days]
    assert ["F026" in rules for rules in found] == [True, True, False, True]


def test_what_workers_have_hashed_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each worker hashes the files that it reads; a check after an edit read thousands of files if they kept it to themselves."""
    folder = write_project(tmp_path, catalogue_files())
    options = SiteOptions(content_dir=folder / "processes", prefix="processes/", today=TODAY)
    cold = SiteBuilder(folder, folder / "processes", workers=2).check(options)
    read: list[str] = []
    plain = DiskReader.read

    def watched(reader: DiskReader, path: str) -> bytes:
        read.append(path)
        return plain(reader, path)

    monkeypatch.setattr(DiskReader, "read", watched)
    warm = SiteBuilder(folder, folder / "processes").check(options)
    assert warm.units == cold.units
    assert [path for path in read if path.startswith(("first/", "second/"))] == []


def test_a_file_that_changes_during_a_first_check_is_remembered_as_it_was_hashed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor saves twice, and takes the second back: the site must not show what no file says any more."""
    folder = write_project(tmp_path, catalogue_files())
    chapter = folder / "processes/first/background.md"
    before = chapter.read_text()
    plain = DiskReader.read

    def saved_meanwhile(reader: DiskReader, path: str) -> bytes:
        content = plain(reader, path)
        if path == "first/background.md":
            chapter.write_text(f"{before}\nמשפט שנמחק.\n")
        return content

    with monkeypatch.context() as editor:
        editor.setattr(DiskReader, "read", saved_meanwhile)
        check(folder)
    chapter.write_text(before)
    checked = check(folder)
    first = checked.records.whole(next(unit for unit in checked.units if unit.path == "first"))
    texts = [each.body.text for each in first.chapters]
    assert any("כך היה." in text for text in texts)
    assert not any("משפט שנמחק" in text for text in texts)


def test_a_small_catalogue_starts_no_worker(tmp_path: Path) -> None:
    """Below fifty pages workers cost more than they save, on a laptop that has other things to do."""
    forks: list[int] = []
    os.register_at_fork(before=lambda: forks.append(1))
    folder = write_project(tmp_path, catalogue_files())
    build(SiteBuilder(folder, folder / "processes"), folder, with_search=True)
    assert forks == []
    build(SiteBuilder(folder, folder / "processes", is_cached=False, workers=2), folder, with_search=True)
    assert forks
