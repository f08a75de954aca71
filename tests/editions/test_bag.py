"""A process is handed over to an archive: whole, readable without the site, and the same bytes each time."""

import io
import re
import zipfile
from pathlib import Path

import bagit
import pytest

from generator.disk.builder import SiteBuilder
from generator.editions.bag import bag
from tests.commands import run
from tests.trust.sites import PDF, build, catalogue_files, process_files, tree, write_project


def archived(project: Path, out: Path) -> bytes:
    """What `sikum archive first` writes."""
    done = run("generator", "archive", "first", "--out", out, folder=project)
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
    """A line break in a description would make two facts of one."""
    made = bag("b", {"a.txt": b"x"}, {"External-Description": "שורה\nשנייה", "Contact-Name": ""})
    assert (unpacked(made, tmp_path) / "bag-info.txt").read_text().splitlines() == [
        "External-Description: שורה שנייה",
        "Payload-Oxum: 1.1",
    ]


def test_a_bag_whose_files_have_percent_signs_in_their_names_is_whole_by_the_standard_and_by_the_library(
    tmp_path: Path,
) -> None:
    """The standard has the sign escaped and the library does not know it: one of the two would refuse the archive."""
    files = {"a%b.txt": b"1", "appendices/50%0A.txt": b"2", "appendices/50%.txt": b"3", "appendices/50％.txt": b"4"}
    folder = unpacked(bag("b", files, {}), tmp_path)
    assert bagit.Bag(str(folder)).is_valid()
    assert "%" not in (folder / "manifest-sha256.txt").read_text()
    inside = tree(folder / "data")
    assert inside["a％b.txt"] == b"1"
    assert inside["appendices/50％.txt"] == b"4"
    assert inside["appendices/_50％.txt"] == b"3"
    assert sorted(inside.values()) == sorted(files.values())


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """The small catalogue with a process that was renamed and one that was withdrawn, built with archives."""
    files = dict(catalogue_files())
    files["first/index.md"] = str(files["first/index.md"]).replace("---\n", "---\naliases: [before]\n", 1)
    files |= process_files("gone", title="הוסר", status="withdrawn")
    project = write_project(tmp_path_factory.mktemp("offered"), files)
    return project, build(SiteBuilder(project, project / "processes"), project, with_archives=True)[1]


def test_the_site_offers_each_process_as_a_bag(offered: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    """An archive that takes a site over fetches one file a process, finds it whole, and finds in it what the site shows."""
    _, site = offered
    for process_id in ("first", "second"):
        assert f"{process_id}/archive.zip".encode() in site[f"{process_id}/index.html"]
        folder = unpacked(site[f"{process_id}/archive.zip"], tmp_path / process_id)
        assert bagit.Bag(str(folder)).is_valid()
        inside = tree(folder / "data")
        beside = {
            uri.removeprefix(f"{process_id}/"): content
            for uri, content in site.items()
            if uri.startswith(f"{process_id}/") and not uri.endswith(("index.html", "archive.zip"))
        }
        assert inside.pop("document.html").startswith(b"<!doctype html>")
        assert inside == beside
    assert site["before/archive.zip"] == site["first/archive.zip"]
    assert not [uri for uri in site if uri.startswith("gone/") and uri.endswith(".zip")]
    assert not [uri for uri in site if ".sikum" in uri or "document.html" in uri]


def test_an_edit_packs_one_process_anew(offered: tuple[Path, dict[str, bytes]]) -> None:
    """Of thousands of processes with their attachments, nobody waits for those that are as they were."""
    project, before = offered
    index = project / "processes/second/index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("תהליך שני", "תהליך אחר"), encoding="utf-8")
    kept = {path.stat().st_ino for path in project.glob("site/*/archive.zip")}
    _, after = build(SiteBuilder(project, project / "processes"), project, with_archives=True)
    assert after["second/archive.zip"] != before["second/archive.zip"]
    assert after["first/archive.zip"] == before["first/archive.zip"]
    assert (project / "site/first/archive.zip").stat().st_ino in kept
    _, cold = build(SiteBuilder(project, project / "processes", is_cached=False), project, with_archives=True)
    assert cold["second/archive.zip"] == after["second/archive.zip"]
    _, without = build(SiteBuilder(project, project / "processes"), project)
    assert not [uri for uri in without if uri.endswith("archive.zip") or b"archive.zip" in without[uri]]


def test_somebody_who_withdraws_consent_is_in_no_bag_any_more(tmp_path: Path) -> None:
    """A bag that was packed before must not be handed on from the cache."""
    project = write_project(tmp_path, catalogue_files())
    table = project / "processes/first/participants.csv"
    agreed = table.read_text(encoding="utf-8").replace("רות,", "יוכבד,")
    found = []
    for number, rows in enumerate((agreed, agreed.replace("civil-society,\n", "civil-society,counted\n"))):
        table.write_text(rows, encoding="utf-8")
        _, site = build(SiteBuilder(project, project / "processes"), project, with_archives=True)
        inside = tree(unpacked(site["first/archive.zip"], tmp_path / str(number)))
        found.append(sorted(name for name, content in inside.items() if "יוכבד".encode() in content))
    assert found == [["data/document.html", "data/process.json"], []]
