"""A cache that was copied with its checkout, or restored in a pipeline, has other times and inodes, and the same content."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.disk.cache import DiskCache
from generator.disk.store import ObjectStore
from tests.plugin.small import build, small_site
from tests.plugin.test_holding import files

HOLD = "[sikum: {on_error: hold, today: 2026-01-31}]"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A cache with one stored content, copied without its times as pipelines do."""
    store = ObjectStore(DiskCache(tmp_path / "one"))
    store.prune([store.put(b"content")])
    shutil.copytree(tmp_path / "one", tmp_path / "two", copy_function=shutil.copyfile)
    return tmp_path / "two"


def test_a_copied_content_is_kept(root: Path) -> None:
    """Every restored cache was as good as empty, and files of versions that wait were lost with it."""
    store = ObjectStore(DiskCache(root))
    (content_hash,) = store.known()
    assert store.has(content_hash)
    there = {"a.html": os.stat(store.name(content_hash)).st_ino}
    assert store.others({"a.html": content_hash}, there) == []


def test_a_content_that_changed_on_the_way_is_not(root: Path) -> None:
    """Else a page that somebody edited in a shared cache would be published."""
    store = ObjectStore(DiskCache(root))
    (content_hash,) = store.known()
    store.path(content_hash).write_bytes(b"CONTENT")
    assert not store.has(content_hash)


def test_a_content_that_another_process_stores_again_is_known_as_it_is_then(tmp_path: Path) -> None:
    """A page that somebody wrote into is made again by a worker; the build went on to link the old file."""
    store = ObjectStore(DiskCache(tmp_path))
    content_hash = store.put(b"content")
    linked = tmp_path / "a.html"
    linked.hardlink_to(store.name(content_hash))
    linked.write_bytes(b"CONTENT")
    assert store.absent([content_hash]) == {content_hash}
    ObjectStore(DiskCache(tmp_path)).put(b"content")
    store.register([content_hash])
    assert store.others({"a.html": content_hash}, {"a.html": linked.stat().st_ino}) == [("a.html", content_hash)]


def test_a_copied_checkout_holds_the_same_version(tmp_path: Path) -> None:
    """The version that waits has a file that is gone from the folder: only the store has it."""
    here, there = tmp_path / "here", tmp_path / "there"
    small_site(here, "site_url: https://x.example.org/\n", HOLD)
    (here / "processes/example/media").mkdir(exist_ok=True)
    (here / "processes/example/media/a.txt").write_text("מצורף", encoding="utf-8")
    chapter = here / "processes/example/content.md"
    chapter.write_text(chapter.read_text("utf-8") + "\n[נספח](media/a.txt)\n", encoding="utf-8")
    assert build(here).returncode == 0
    (here / "processes/example/media/a.txt").unlink()
    shutil.copytree(here, there, copy_function=shutil.copyfile)
    shutil.rmtree(there / "site")
    for site in (here, there):
        done = build(site)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (there / "site/example/media/a.txt").read_text("utf-8") == "מצורף"
    assert files(there / "site") == files(here / "site")
