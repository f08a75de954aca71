"""Of a site's trees only what somebody changed is looked through, and nothing that was changed by hand stays."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.disk.cache import DiskCache
from generator.disk.publishing import publish
from generator.disk.store import ObjectStore
from generator.disk.subtrees import subtrees

PAGES = {
    "index.html": b"front",
    "one/index.html": b"one",
    "one/deep/page/index.html": b"deep",
    "two/index.html": b"two",
    "two/files/a.pdf": b"a",
}


class Site:
    """A site that was published often enough, and long enough ago, that both its trees are known."""

    def __init__(self, root: Path) -> None:
        self.root = root / "site"
        self.cache = root / "cache"
        for number in range(4):
            self.publish({"index.html": b"%d" % number})

    def publish(self, other: dict[str, bytes] | None = None, gone: tuple[str, ...] = ()) -> dict[str, bytes]:
        """Publish the pages, with `other` contents, as a process of its own does. Returns what is to be read there."""
        time.sleep(0.03)  # longer than the disk takes for the same time
        store = ObjectStore(DiskCache(self.cache))
        wanted = {uri: each for uri, each in (PAGES | (other or {})).items() if uri not in gone}
        hashes = {uri: store.put(content) for uri, content in wanted.items()}
        assert not store.absent(hashes.values())
        publish(self.root, subtrees(hashes), store, self.cache / "staging")
        store.prune(hashes.values())
        return wanted

    @property
    def files(self) -> dict[str, bytes]:
        """What is there."""
        paths = (path for path in self.root.rglob("*") if not path.is_dir())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    @property
    def folders(self) -> set[str]:
        """Every folder that is there."""
        return {path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_dir()}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site whose trees are known."""
    return Site(tmp_path)


def _visited(monkeypatch: pytest.MonkeyPatch, site: Site) -> set[str]:
    """Which folders of the trees are looked into from now on; the set grows."""
    visited: set[str] = set()
    real = os.scandir

    def scandir(path: str) -> object:
        for tree in (site.root, site.cache / "staging"):
            if str(path).startswith(f"{tree}/"):
                visited.add(str(path).removeprefix(f"{tree}/"))
        return real(path)

    monkeypatch.setattr("generator.disk.tree.os.scandir", scandir)
    return visited


def test_after_an_edit_only_the_folder_that_changed_is_looked_into(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site of 3,000 processes has 40,000 folders: looking into each took a tenth of every edit."""
    visited = _visited(monkeypatch, site)
    wanted = site.publish({"one/index.html": b"edited"})
    assert {name for name in visited if not name.startswith(".")} == {"", "one/", "one/deep/", "one/deep/page/"}
    assert site.files == wanted


CHANGES: dict[str, Callable[[Path], object]] = {
    "a page is deleted": lambda root: (root / "two/index.html").unlink(),
    "a folder is deleted": lambda root: shutil.rmtree(root / "one/deep"),
    "a whole process is deleted": lambda root: shutil.rmtree(root / "two"),
    "the front page is deleted": lambda root: (root / "index.html").unlink(),
    "a file is added": lambda root: (root / "one/deep/notes.txt").write_bytes(b"x"),
    "a folder is added": lambda root: (root / "one/more/and/more").mkdir(parents=True),
    "a folder with a file is added": lambda root: shutil.copytree(root / "one", root / "three"),
    "a page is replaced": lambda root: _replace(root / "two/files/a.pdf", b"another"),
    "a page is written into": lambda root: (root / "two/files/a.pdf").write_bytes(b"another"),
    "a folder is another one": lambda root: _other_folder(root / "one/deep"),
    "a folder leads elsewhere": lambda root: _link(root / "two"),
    "a page is renamed": lambda root: (root / "one/index.html").rename(root / "one/old.html"),
    "a page becomes a folder": lambda root: ((root / "one/index.html").unlink(), (root / "one/index.html").mkdir()),
}


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name("beside")
    beside.write_bytes(content)
    times = path.stat()
    os.utime(beside, ns=(times.st_atime_ns, times.st_mtime_ns))
    beside.replace(path)


def _other_folder(folder: Path) -> None:
    times = folder.stat()
    folder.rename(folder.with_name("aside"))
    folder.mkdir()
    os.utime(folder, ns=(times.st_atime_ns, times.st_mtime_ns))


def _link(folder: Path) -> None:
    elsewhere = folder.parent.parent / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("tree", ["site", "staging"])
def test_what_somebody_changed_by_hand_is_put_right(site: Site, change: Callable[[Path], object], tree: str) -> None:
    """Whoever deletes a page of the site by mistake, or leaves a file there, finds it as it was built after the next builds."""
    change(site.root if tree == "site" else site.cache / "staging")
    for number in range(4):
        wanted = site.publish({"index.html": b"later %d" % number})
        assert site.files == wanted
        assert site.folders == {"one", "one/deep", "one/deep/page", "two", "two/files"}


@pytest.mark.parametrize("edited", ["one/index.html", "two/index.html"])
def test_a_change_by_hand_beside_an_edit_is_put_right(site: Site, edited: str) -> None:
    """What a build changes in a folder must not make it forget that something else is missing there."""
    (site.root / "two/files/a.pdf").unlink()
    for number in range(4):
        wanted = site.publish({edited: b"later %d" % number})
        assert site.files == wanted


def test_a_page_that_goes_and_comes_back_is_there(site: Site) -> None:
    """A process that is withdrawn for a day."""
    for gone in (("one/index.html",), (), ("two/index.html", "two/files/a.pdf"), (), ()):
        wanted = site.publish(gone=gone)
        assert site.files == wanted


def test_a_content_that_was_stored_anew_is_linked_anew(site: Site) -> None:
    """Else the page that was written into would stay linked where no name changed."""
    shutil.rmtree(site.cache / "objects")
    for _ in range(3):
        site.publish()
        store = ObjectStore(DiskCache(site.cache))
        inodes = {store.path(each).stat().st_ino for each in store.known()}
        assert {path.stat().st_ino for path in site.root.rglob("*") if path.is_file()} == inodes


def test_a_build_that_ended_midway_is_believed_in_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that is killed between the two trees leaves them different."""

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("generator.disk.publishing.apply_changes", killed)
        with pytest.raises(KeyboardInterrupt):
            site.publish({"one/index.html": b"edited", "two/new.html": b"new"})
    for _ in range(3):
        wanted = site.publish({"two/index.html": b"later"})
        assert site.files == wanted


def test_a_disk_whose_folders_keep_their_time_is_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network shares give a folder no new time when a file in it goes."""
    monkeypatch.setattr("generator.disk.tree_states.time_of_disk", lambda _: 0)
    site = Site(tmp_path)
    visited = _visited(monkeypatch, site)
    site.publish()
    assert {"one/deep/page/", "two/files/"} <= visited


def test_a_folder_that_changed_just_now_is_looked_into_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk's time may stand still for seconds: a file that goes at once after the build would go unnoticed."""
    monkeypatch.setattr("generator.disk.tree_states.time_of_disk", lambda _: (site.root / "two").stat().st_ctime_ns)
    for number in range(3):
        site.publish({"two/index.html": b"later %d" % number})
    monkeypatch.undo()
    visited = _visited(monkeypatch, site)
    site.publish({"two/index.html": b"later 2"})
    assert "two/" in visited
