"""A published site can be proved: every file by its hash, and whoever changed, took or added one is found out."""

import gzip
import itertools
import json
import shutil
import subprocess
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from generator.disk.cache import DiskCache
from generator.disk.manifest import MANIFEST, PARTS, BadManifest, read_manifest
from generator.model.digest import hash_of
from tests.commands import run
from tests.disk.manifests import Contents, manifest_files
from tests.serving import served
from tests.trust.sites import PDF, build, catalogue_files, environment, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small catalogue, built."""
    folder = write_project(tmp_path, catalogue_files())
    build(SiteBuilder(folder, folder / "processes"), folder)
    return folder


def listed_in(site: Path) -> dict[str, str]:
    """Path → hash, as anybody reads the lists who has no part in the program that wrote them."""
    lists = [gzip.decompress(part.read_bytes()).decode().splitlines() for part in sorted((site / PARTS).iterdir())]
    lines = [line.partition("  ") for listed in lists for line in listed if not line.startswith("#")]
    return {path: content_hash for content_hash, _, path in lines}


def verify(where: str, *more: str) -> subprocess.CompletedProcess[str]:
    """`sikum verify`, as somebody runs it who has no part in the site."""
    return run("generator", "verify", where, *more, environment=environment(SIKUM_LANG="en"))


def test_the_manifest_lists_every_file_with_its_hash(project: Path) -> None:
    """A file that is not listed could be anybody's."""
    site = project / "site"
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    there = {uri: content for uri, content in files.items() if not uri.startswith((MANIFEST, PARTS))}
    assert listed_in(site) == {uri: sha256(content).hexdigest() for uri, content in there.items()}
    parts = json.loads((site / MANIFEST).read_bytes())["parts"]
    assert {f"{PARTS}{name}.sha256.gz" for name in parts} == {uri for uri in files if uri.startswith(PARTS)}
    assert sum(part["files"] for part in parts.values()) == len(there)


def test_who_has_no_sikum_checks_the_lists_with_what_every_system_has(project: Path) -> None:
    """An archive opens the site in twenty years, when nobody has this program."""
    check = f"set -o pipefail; zcat {PARTS}*.gz | sha256sum --check --strict --quiet"
    ask = partial(subprocess.run, ["bash", "-c", check], cwd=project / "site", capture_output=True, check=False)
    assert ask().returncode == 0
    (project / "site/data/goals.csv").write_bytes(b"other")
    found = ask()
    assert found.returncode != 0
    assert b"data/goals.csv" in found.stdout


def test_one_sentence_changes_the_head_and_few_lists() -> None:
    """A host is sent what changed: one list of a large site was a megabyte after each edit."""
    files = {
        f"p{process}/{page}/index.html": hash_of(f"{process}/{page}".encode())
        for process in range(300)
        for page in range(28)
    }
    files |= {f"search/texts/{number:010x}.pack": hash_of(f"{number}".encode()) for number in range(1200)}
    before = manifest_files(files)
    files["p7/3/index.html"] = files["p7/print/index.html"] = "f" * 64
    after = manifest_files(files)
    changed = [uri for uri in after if before.get(uri) != after[uri]]
    assert len(changed) == 2
    assert sum(len(after[uri]) for uri in changed) < 40_000
    assert len(b"".join(after.values())) > 300_000
    few = manifest_files({"index.html": "0" * 64})
    assert len(few) == 2, "a small site has one list and not hundreds of empty ones"


def test_a_list_of_files_that_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    """Writing and packing the lists of 3,000 processes took a tenth of every edit."""
    files = {f"p{number}/index.html": hash_of(b"%d" % number) for number in range(300)}
    contents, cache = Contents(), DiskCache(tmp_path)
    manifest_files(files, contents, cache)
    contents.put_count = 0
    files["p7/index.html"] = "f" * 64
    after = manifest_files(files, contents, cache)
    assert contents.put_count == 2, "one list and the head"
    assert after == manifest_files(files)


def test_a_list_that_is_lost_is_made_again(tmp_path: Path) -> None:
    """Whoever clears the cache of built files would else have a manifest with a hole."""
    files = {f"p{number}/index.html": hash_of(b"%d" % number) for number in range(30)}
    whole = manifest_files(files, Contents(), DiskCache(tmp_path))
    assert manifest_files(files, Contents(), DiskCache(tmp_path)) == whole


def test_a_list_has_the_size_of_each_file_too(project: Path) -> None:
    """Whoever fetches a copy wants to know how much it is, and which file came only in part."""
    lists = (gzip.decompress(path.read_bytes()).decode() for path in (project / "site" / PARTS).iterdir())
    lines = "".join(lists).splitlines()
    sizes = {name[66:]: int(size.removeprefix("#")) for size, name in itertools.pairwise(lines) if size.startswith("#")}
    assert sizes["first/index.html"] == (project / "site/first/index.html").stat().st_size
    assert len(sizes) * 2 == len(lines)


def test_names_that_need_escaping_are_read_as_they_were_written() -> None:
    """`sha256sum` writes a line break in a name as two characters; read as they stand, they would be another file."""
    files = {"a/line\nbreak.pdf": "1" * 64, "a/דוח  סופי.pdf": "2" * 64}
    made = manifest_files(files)
    assert read_manifest(made[MANIFEST], made.get).files == files


def test_a_list_that_is_not_the_heads_is_named_and_nothing_in_it_believed(project: Path) -> None:
    """Whoever changes a page and its list, and not the signed head, is found out by the list."""
    site = project / "site"
    part = next(
        path for path in sorted((site / PARTS).iterdir()) if b"first/index.html" in gzip.decompress(path.read_bytes())
    )
    content = b"other"
    lines = gzip.decompress(part.read_bytes()).decode().splitlines(keepends=True)
    forged = [
        f"{sha256(content).hexdigest()}  first/index.html\n" if "  first/index.html" in line else line for line in lines
    ]
    for uri, new in (("first/index.html", content), (f"{PARTS}{part.name}", gzip.compress("".join(forged).encode()))):
        (site / uri).unlink()
        (site / uri).write_bytes(new)
    found = verify(str(site))
    assert (found.returncode, found.stdout) == (1, f"differs: {PARTS}{part.name}\n")
    part.unlink()
    with served(site) as address:
        assert verify(str(site)).stdout == verify(address).stdout == f"missing: {PARTS}{part.name}\n"


def test_a_list_of_files_that_are_gone_goes_with_them(project: Path) -> None:
    """A list left in the published folder, or coming back from the second tree, names what was taken down."""
    parts = project / "site" / PARTS
    for number in range(3):
        for folder in (project / "site", project / ".cache/sikum/staging"):
            (folder / PARTS).mkdir(parents=True, exist_ok=True)
            (folder / PARTS / "files-fff.sha256.gz").write_bytes(b"taken down")
        (project / "processes/about.md").write_text(f"---\ntitle: אחר\n---\n{number}\n")
        build(SiteBuilder(project, project / "processes"), project)
        named = json.loads((project / "site" / MANIFEST).read_bytes())["parts"]
        assert sorted(path.name for path in parts.iterdir()) == sorted(f"{name}.sha256.gz" for name in named)


def test_a_manifest_that_was_kept_names_each_file_that_is_another_now(project: Path) -> None:
    """A proof is what lies elsewhere: with its lists it still says which page was changed, after the site was built anew."""
    kept = project / "kept"
    with served(project / "site") as address:
        assert verify(address, "--keep", str(kept)).returncode == 0
        again = verify(address, "--keep", str(kept))
        assert again.returncode == 2, "another day's lists would be mixed with these"
    assert (kept / "sikum-manifest.json").read_bytes() == (project / "site" / MANIFEST).read_bytes()
    content = project / "processes/first/content.md"
    content.write_text(f"{content.read_text()}\nעוד משפט.\n")
    build(SiteBuilder(project, project / "processes"), project)
    assert verify(str(project / "site")).stdout == ""
    found = verify(str(project / "site"), "--manifest", str(kept))
    assert found.returncode == 1
    assert "differs: first/content/index.html" in found.stdout.splitlines()
    assert "differs: second/index.html" not in found.stdout.splitlines()


def test_a_manifest_of_an_earlier_version_is_verified_too(project: Path) -> None:
    """What an office kept in March must say something of the site for as long as the site is there."""
    site = project / "site"
    listed = {uri: {"sha256": each, "size": (site / uri).stat().st_size} for uri, each in listed_in(site).items()}
    kept = project / "kept-in-march.json"
    kept.write_text(json.dumps({"version": 1, "site": None, "commit": None, "files": listed}))
    assert verify(str(site), "--manifest", str(kept)).returncode == 0
    (site / "data/goals.csv").unlink()
    assert verify(str(site), "--manifest", str(kept)).stdout == "missing: data/goals.csv\n"
    shutil.copy(kept, site / MANIFEST)
    shutil.rmtree(site / PARTS)
    with served(site) as address:
        assert verify(address).stdout == "missing: data/goals.csv\n"


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
        kept.write_bytes((site / MANIFEST).read_bytes())  # its lists are asked of the site, and proved by it
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
    assert {f"first/appendices/{name}" for name in ODD} <= listed_in(site).keys()
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
        assert sorted(path.name for path in beside.parent.iterdir()) == [
            "security.txt",
            "sikum-manifest",
            "sikum-manifest.json",
        ]


def test_a_manifest_that_leads_out_of_the_site_is_none() -> None:
    """A forged one would have other files of the reader's disk compared and named."""
    for path in ("../secret", "/etc/hosts", "a/../../b"):
        whole = {"version": 1, "site": None, "commit": None, "files": {path: {"sha256": "", "size": 0}}}
        with pytest.raises(BadManifest):
            read_manifest(json.dumps(whole).encode(), {}.get)
        made = manifest_files({path: "0" * 64})
        with pytest.raises(BadManifest):
            read_manifest(made[MANIFEST], made.get)
        parts = {"version": 2, "site": None, "commit": None, "parts": {path: {"sha256": "0" * 64, "files": 1}}}
        with pytest.raises(BadManifest):
            read_manifest(json.dumps(parts).encode(), {}.get)


def test_what_a_linked_folder_leads_to_is_published_too(project: Path, tmp_path: Path) -> None:
    """A link to a folder of somebody's own files hands them out under the office's address."""
    site = project / "site"
    others = tmp_path / "others"
    (others / "deep").mkdir(parents=True)
    (others / "deep/page.html").write_text("not the office's")
    moved = tmp_path / "moved"
    (site / "first").rename(moved)
    (site / "first").symlink_to(moved)
    assert verify(str(site)).stdout == "", "the same bytes by a link are the same site"
    (site / "added").symlink_to(others)
    (site / "again").symlink_to(others)
    (moved / "loop").symlink_to(site)
    found = verify(str(site))
    assert found.returncode == 1
    assert found.stdout.splitlines() == ["not listed: added/deep/page.html", "not listed: first/loop"]


def test_an_edit_changes_short_lists_of_the_manifest() -> None:
    """One long list would be sent anew to the host with each sentence; very many would make the signed head long."""
    files = {f"process-{number:04}/page-{each}.html": "0" * 64 for number in range(500) for each in range(12)}
    before = manifest_files(files)
    edited = files | dict.fromkeys([f"process-0007/page-{each}.html" for each in range(12)], "1" * 64)
    after = manifest_files(edited)
    changed = [uri for uri in after if before[uri] != after[uri]]
    assert len(changed) == 2
    assert MANIFEST in changed
    named = json.loads(after[MANIFEST])["parts"]
    assert len(named) == 64
    assert max(part["files"] for part in named.values()) < 300
