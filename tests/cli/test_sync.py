"""`sikum sync` brings other catalogues' lists into the repository; builds read them there."""

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result

from generator.cli import sikum
from generator.importing.federation import BadCatalogue, copy_of
from generator.reading import read_federated_processes
from generator.structure import load_structure

SMALLEST = Path(__file__).parent.parent / "smallest" / "processes"
PROCESS = {
    "id": "north-roads", "url": "https://north.example.org/north-roads/", "title": "כבישי הצפון",
    "short_description": "דוגמה.", "ministry": "north", "ministry_name": "מחוז הצפון", "kind": "policy",
    "methods": ["workshop"], "topics": [], "status": "closed", "language": "he", "start_date": "2024-01",
    "end_date": "2024-03-10", "output_sent": None, "closing_lag_days": None, "participants_count": 12,
}  # fmt: skip


def catalogue(*processes: object, version: int = 1) -> bytes:
    """A catalogue.json."""
    return json.dumps({"version": version, "language": "he", "processes": processes}).encode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose source is a file beside it."""
    (tmp_path / "site/processes").mkdir(parents=True)
    (tmp_path / "site/mkdocs.yml").write_text(
        "site_name: x\ndocs_dir: processes\nplugins:\n  - sikum:\n"
        "      sources:\n        - {id: north, title: צפון, url: ../catalogue.json}\n",
        encoding="utf-8",
    )
    return tmp_path / "site"


def sync(site: Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(sikum, ["sync", "--site", str(site)])


def test_the_copy_is_what_a_build_reads(site: Path) -> None:
    """A ministry keeps its own repository and still stands in the common index."""
    (site.parent / "catalogue.json").write_bytes(catalogue(PROCESS, {"id": "x", "url": "x", "status": "withdrawn"}))
    assert sync(site).exit_code == 0
    sources = [{"id": "north", "title": "צפון", "url": "../catalogue.json"}]
    processes, findings = read_federated_processes(site / "processes", sources)
    assert [(each.id, each.title, each.source) for each in processes] == [("north-roads", "כבישי הצפון", "צפון")]
    assert findings == ()


def test_the_copy_has_a_field_a_line_and_no_field_that_is_not_published(site: Path) -> None:
    """A reviewer reads the diff; a stranger's extra field could hold anything."""
    (site.parent / "catalogue.json").write_bytes(catalogue({**PROCESS, "extra": "x" * 1000}))
    sync(site)
    text = (site / "sources/north.json").read_text("utf-8")
    assert "extra" not in text
    assert '   "title": "כבישי הצפון"' in text


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"<html>", catalogue(PROCESS, version=2), catalogue({**PROCESS, "title": ["x"]}),
        catalogue({**PROCESS, "url": "javascript:alert(1)"}), catalogue({**PROCESS, "id": "../x"}),
        catalogue({**PROCESS, "end_date": "soon"}), catalogue({"id": "a", "url": "https://a.example.org", "status": "closed"}),
    ],
)  # fmt: skip
def test_what_is_not_in_the_published_shape_keeps_the_last_copy(site: Path, content: bytes) -> None:
    """Another office's fault must not empty this one's index, nor put a script into it."""
    (site.parent / "catalogue.json").write_bytes(catalogue(PROCESS))
    sync(site)
    before = (site / "sources/north.json").read_bytes()
    (site.parent / "catalogue.json").write_bytes(content)
    result = sync(site)
    assert result.exit_code == 1
    assert "north: " in result.stderr
    assert (site / "sources/north.json").read_bytes() == before


@pytest.mark.parametrize(
    "address", ["http://north.example.org/data/catalogue.json", "file:///etc/hostname", "ftp://x.example.org/a"]
)
def test_only_files_and_https_are_fetched(site: Path, address: str) -> None:
    """A list that came over an open line could be anybody's."""
    configuration = site / "mkdocs.yml"
    configuration.write_text(configuration.read_text("utf-8").replace("../catalogue.json", f'"{address}"'), "utf-8")
    result = sync(site)
    assert (result.exit_code, "לא קובץ ולא כתובת https" in result.stderr) == (1, True)


def test_addresses_are_led_from_the_root_of_the_site_they_came_from() -> None:
    """A site that does not know where it stands publishes relative addresses; here they would lead into this one."""
    copy = copy_of(catalogue({**PROCESS, "url": "north-roads/"}), "https://north.example.org/all/data/catalogue.json")
    assert copy.count == 1
    assert json.loads(copy.content)["processes"][0]["url"] == "https://north.example.org/all/north-roads/"
    with pytest.raises(BadCatalogue):
        copy_of(catalogue({**PROCESS, "url": "north-roads/"}))


def test_a_source_without_a_copy_is_said_by_check(site: Path) -> None:
    """Its processes would be missing from every list, and nobody would know why."""
    shutil.copytree(SMALLEST, site / "processes", dirs_exist_ok=True)
    (site.parent / "catalogue.json").write_bytes(catalogue(PROCESS))

    def checked() -> str:
        return CliRunner().invoke(sikum, ["check", str(site), "--format", "concise"]).stdout

    assert "sources/north.json:1:1: warning M005" in checked()
    sync(site)
    assert "M005" not in checked()


HOSTILE = {
    "an endless number": {"closing_lag_days": 10**400},
    "fewer than nobody": {"participants_count": -5},
    "a turned title": {"title": "דוח \u202efdp"},
    "a NUL": {"title": "דוח\0"},
    "a title that shows nothing": {"title": "\u200f"},
    "half a character": {"title": "\ud800"},
    "a year of another age": {"start_date": "9999-01-01"},
    "a kind of its own": {"kind": "zzz"},
    "a status of its own": {"status": "zzz"},
    "a body that is a path": {"ministry": "../x"},
    "a title without end": {"title": "א" * 10_000},
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_broken_entry_of_another_catalogue_costs_itself_and_a_warning(name: str, site: Path) -> None:
    """One number of another ministry stopped every later build of this one."""
    copy = site / "sources/north.json"
    copy.parent.mkdir()
    copy.write_bytes(catalogue(PROCESS, {**PROCESS, "id": "bad", **HOSTILE[name]}))
    sources = [{"id": "north", "title": "צפון", "url": "x"}]
    processes, findings = read_federated_processes(site / "processes", sources, load_structure())
    assert [each.id for each in processes] == ["north-roads"]
    assert [(each.rule, each.values["count"]) for each in findings] == [("M006", "1")]


def test_sync_takes_the_other_entries_and_says_how_many_it_left_out(site: Path) -> None:
    """One field of one entry kept the copy of a whole ministry as it was, for months."""
    (site.parent / "catalogue.json").write_bytes(catalogue(PROCESS, {**PROCESS, "id": "bad", "title": ["x"]}))
    done = sync(site)
    assert done.exit_code == 0
    assert "1" in done.output.splitlines()[-1]
    assert [each["id"] for each in json.loads((site / "sources/north.json").read_bytes())["processes"]] == [
        "north-roads"
    ]


def test_another_catalogue_makes_no_pages_without_end() -> None:
    """3,000 invented methods made 3,001 pages, and a site of 141 MB."""
    entries = [
        {**PROCESS, "id": f"p{number}", "ministry": f"m{number}", "methods": [f"x{number}"], "topics": [f"t{number}"]}
        for number in range(300)
    ]
    copy = copy_of(catalogue(*entries))
    assert (copy.count, copy.left_out) == (200, 100)
    with TemporaryDirectory() as folder:
        (Path(folder) / "sources").mkdir()
        (Path(folder) / "sources/north.json").write_bytes(copy.content)
        sources = [{"id": "north", "title": "צפון", "url": "x"}]
        processes, _ = read_federated_processes(Path(folder, "processes"), sources, load_structure(), ["water"])
    assert len({each.ministry for each in processes}) == 200
    assert {method for each in processes for method in (*each.methods, *each.topics)} == set()
