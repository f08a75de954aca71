"""A process is handed over to an archive: whole, readable without the site, and the same bytes each time."""

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import bagit
import pytest

from generator.editions.bag import bag
from tests.trust.sites import PDF, catalogue_files, environment, write_project


def archived(project: Path, out: Path) -> bytes:
    """What `sikum archive first` writes."""
    command = [sys.executable, "-m", "generator", "archive", "first", "--out", str(out)]
    done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return (out / "first.zip").read_bytes()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small catalogue."""
    return write_project(tmp_path_factory.mktemp("archive"), catalogue_files())


@pytest.fixture(scope="module")
def packed(project: Path) -> bytes:
    """Its first process, archived."""
    return archived(project, project / "out")


def unpacked(packed: bytes, folder: Path) -> Path:
    """The one folder in it."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(folder)
    (found,) = folder.iterdir()
    return found


def test_an_archive_s_own_library_finds_it_whole(packed: bytes, tmp_path: Path) -> None:
    """An archive refuses what its tools call invalid, and the hand-over waits for months."""
    folder = unpacked(packed, tmp_path)
    found = bagit.Bag(str(folder))
    assert found.is_valid()
    assert found.info["External-Identifier"] == "https://catalogue.example.org/first/"
    assert found.info["Internal-Sender-Description"] == "תהליך ראשון"
    (folder / "data/process.json").write_text("{}")
    assert not found.is_valid()


def test_it_holds_what_is_published_and_nothing_that_is_not(packed: bytes, tmp_path: Path) -> None:
    """A list of participants in an archive could never be taken back."""
    data = unpacked(packed, tmp_path) / "data"
    files = {path.relative_to(data).as_posix(): path for path in data.rglob("*") if path.is_file()}
    assert {"document.html", "process.json", "citation.cff", "appendices/report.pdf", "media/plan.svg"} <= set(files)
    assert files["appendices/report.pdf"].read_bytes() == PDF
    assert not [name for name in files if name.endswith((".csv", ".yml", "index.html"))]


def test_the_document_stands_alone(packed: bytes, tmp_path: Path) -> None:
    """In thirty years there is no site to fetch a picture or a style from."""
    text = (unpacked(packed, tmp_path) / "data/document.html").read_text(encoding="utf-8")
    for words in ("תהליך ראשון", "כך היה.", "לפרסם סיכום", "צריך ספסלים", "מליאה"):
        assert words in text
    assert 'src="data:image/svg+xml;base64,' in text
    assert not re.findall(r"""(?:src|href)=["'](?!https?:|#|data:|mailto:|tel:)[^"']*["']|url\(|sikum:|@import""", text)
    places = set(re.findall(r'\sid="([^"]+)"', text))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= places


def test_the_same_process_gives_the_same_file(project: Path, packed: bytes) -> None:
    """Two copies that differ by a time of day would have to be compared by hand."""
    assert archived(project, project / "again") == packed


def test_what_a_line_of_the_bag_cannot_hold_is_written_so_that_it_can(tmp_path: Path) -> None:
    """A line break in a description, or a sign in a name, would make two facts of one."""
    made = bag("b", {"a%b.txt": b"x"}, {"External-Description": "שורה\nשנייה", "Contact-Name": ""})
    folder = unpacked(made, tmp_path)
    assert (folder / "bag-info.txt").read_text().splitlines() == [
        "External-Description: שורה שנייה",
        "Payload-Oxum: 1.1",
    ]
    assert "data/a%25b.txt" in (folder / "manifest-sha256.txt").read_text()
    assert os.listdir(folder / "data") == ["a%b.txt"]
