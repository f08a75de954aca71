"""A published site can be proved: every file by its hash, and whoever changed, took or added one is found out."""

import json
import subprocess
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from generator.disk.manifest import MANIFEST, BadManifest, read_manifest
from tests.commands import run
from tests.serving import served
from tests.trust.sites import PDF, build, catalogue_files, environment, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small catalogue, built."""
    folder = write_project(tmp_path, catalogue_files())
    build(SiteBuilder(folder, folder / "processes"), folder)
    return folder


def verify(where: str, *more: str) -> subprocess.CompletedProcess[str]:
    """`sikum verify`, as somebody runs it who has no part in the site."""
    return run("generator", "verify", where, *more, environment=environment(SIKUM_LANG="en"))


def test_the_manifest_lists_every_file_with_its_hash_and_size(project: Path) -> None:
    """A file that is not listed could be anybody's."""
    site = project / "site"
    listed = json.loads((site / MANIFEST).read_bytes())["files"]
    there = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    del there[MANIFEST]
    assert listed == {uri: {"sha256": sha256(it).hexdigest(), "size": len(it)} for uri, it in there.items()}


def test_each_kind_of_difference_is_named(project: Path) -> None:
    """Whoever doubts a publication asks which page it is, not whether something is wrong."""
    site = project / "site"
    sound = verify(str(site))
    assert (sound.returncode, sound.stdout) == (0, "")
    (site / "first/index.html").unlink()
    (site / "first/index.html").write_text("other")
    (site / "second/promises/index.html").unlink()
    (site / "first/added.html").write_text("new")
    found = verify(str(site))
    assert found.returncode == 1
    assert found.stdout.splitlines() == [
        "not listed: first/added.html",
        "differs: first/index.html",
        "missing: second/promises/index.html",
    ]


def test_a_site_on_the_web_is_asked_file_by_file(project: Path) -> None:
    """Most who want to know have no copy on a disk."""
    site = project / "site"
    with served(site) as address:
        assert verify(address).returncode == 0
        kept = project / "kept.json"
        kept.write_bytes((site / MANIFEST).read_bytes())
        (site / "data/promises.csv").unlink()
        found = verify(address, "--manifest", str(kept))
    assert (found.returncode, found.stdout) == (1, "missing: data/promises.csv\n")


ODD = ("דוח סופי.pdf", "a b&c.pdf", "plus+sign.pdf", "semi;colon,comma.pdf", "ünïcode.pdf", "UPPER.PDF", "a=b@c!.pdf")


def test_names_of_files_are_asked_for_as_they_are_published(tmp_path: Path) -> None:
    """An attachment with Hebrew, a blank or a plus in its name would be missing to every journalist who looks."""
    files = {**catalogue_files(), **{f"first/appendices/{name}": PDF + name.encode() for name in ODD}}
    project = write_project(tmp_path, files)
    build(SiteBuilder(project, project / "processes"), project)
    site = project / "site"
    listed = json.loads((site / MANIFEST).read_bytes())["files"]
    assert {f"first/appendices/{name}" for name in ODD} <= set(listed)
    with served(site) as address:
        assert verify(str(site)).stdout == verify(address).stdout == ""
        for name in ODD:
            file = site / "first/appendices" / name
            file.unlink()
            file.write_bytes(b"another")
        wanted = [f"differs: first/appendices/{name}" for name in sorted(ODD)]
        assert verify(str(site)).stdout.splitlines() == verify(address).stdout.splitlines() == wanted


def test_what_is_not_a_file_of_the_site_is_not_taken_for_one(project: Path) -> None:
    """A link out of the folder could stand for any file of the reader's machine; a host that is gone is no sound site."""
    site = project / "site"
    (project / "outside.csv").write_text("other")
    (site / "data/goals.csv").unlink()
    (site / "data/goals.csv").symlink_to(project / "outside.csv")
    (site / "dangling").symlink_to(project / "nowhere")
    assert verify(str(site)).stdout.splitlines() == ["not listed: dangling", "differs: data/goals.csv"]
    with served(site) as address:
        pass
    gone = verify(address)
    assert (gone.returncode, gone.stdout, "Traceback" in gone.stderr) == (1, "", False)


def test_the_commit_is_said_where_it_holds_the_content(project: Path) -> None:
    """A commit that does not hold what was built would prove the wrong thing."""
    git = partial(subprocess.run, cwd=project, check=True, capture_output=True)
    name = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    git(["git", "init", "-q"])
    git(["git", "add", "processes"])
    git(["git", *name, "commit", "-qm", "content"])
    head = git(["git", "rev-parse", "HEAD"]).stdout.decode().strip()
    build(SiteBuilder(project, project / "processes"), project)
    assert json.loads((project / "site" / MANIFEST).read_bytes())["commit"] == head
    (project / "processes/about.md").write_text("---\ntitle: אחר\n---\nאחר.\n")
    build(SiteBuilder(project, project / "processes"), project)
    assert json.loads((project / "site" / MANIFEST).read_bytes())["commit"] is None


def test_what_the_host_keeps_beside_the_manifest_stays(project: Path) -> None:
    """A certificate's challenge or security.txt would be gone with the next build."""
    beside = project / "site/.well-known/security.txt"
    for number in range(3):
        beside.write_text("Contact: mailto:office@example.org\n")
        (project / "processes/about.md").write_text(f"---\ntitle: אחר\n---\n{number}\n")
        build(SiteBuilder(project, project / "processes"), project)
        assert beside.read_text().startswith("Contact")
        assert sorted(path.name for path in beside.parent.iterdir()) == ["security.txt", "sikum-manifest.json"]


def test_a_manifest_that_leads_out_of_the_site_is_none() -> None:
    """A forged one would have other files of the reader's disk compared and named."""
    for path in ("../secret", "/etc/hosts", "a/../../b"):
        forged = {"version": 1, "site": None, "commit": None, "files": {path: {"sha256": "", "size": 0}}}
        with pytest.raises(BadManifest):
            read_manifest(json.dumps(forged).encode())
