"""The site is brought over at once; what was there stays whole until then."""

import os
import time
from pathlib import Path

import pytest

from generator.disk.cache import DiskCache
from generator.disk.publishing import publish
from generator.disk.store import ObjectStore
from generator.disk.subtrees import subtrees
from generator.disk.tree import update


@pytest.fixture
def store(tmp_path: Path) -> ObjectStore:
    """An empty store in a cache of its own."""
    return ObjectStore(DiskCache(tmp_path / "cache"))


def bring(site: Path, files: dict[str, str], store: ObjectStore) -> None:
    """Publish with the staging tree where a build has it."""
    publish(site, subtrees(files), store, store.root.parent / "staging")


def files(folder: Path) -> dict[str, str]:
    """What a folder holds, by path."""
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_a_new_site_replaces_the_old_one_whole(tmp_path: Path, store: ObjectStore) -> None:
    """A page that was taken down must not stay reachable."""
    site = tmp_path / "site"
    bring(site, {"index.html": store.put(b"one"), "old/index.html": store.put(b"old")}, store)
    bring(site, {"index.html": store.put(b"two"), "new/index.html": store.put(b"new")}, store)
    assert files(site) == {"index.html": "two", "new/index.html": "new"}
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["cache", "site"]
    assert files(store.root.parent / "staging") == files(site)


def test_a_file_that_did_not_change_is_not_written_again(tmp_path: Path, store: ObjectStore) -> None:
    """`rsync` and hosts upload what has a new time; an unchanged page must not cost an upload."""
    site = tmp_path / "site"
    bring(site, {"a.html": store.put(b"same"), "b.html": store.put(b"before")}, store)
    before = (site / "a.html").stat()
    bring(site, {"a.html": store.put(b"same"), "b.html": store.put(b"after")}, store)
    after = (site / "a.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_no_second_name_stays_of_a_file_that_was_right_already(tmp_path: Path, store: ObjectStore) -> None:
    """Where a cache was copied, the manifest was published a second time below a name that ends in `~`, and stayed there."""
    site = tmp_path / "site"
    manifest = {".well-known/sikum-manifest.json": store.put(b"one")}
    bring(site, manifest, store)
    update(site, manifest, {}, store)
    assert os.listdir(site / ".well-known") == ["sikum-manifest.json"]


def test_dotted_names_of_the_old_site_stay(tmp_path: Path, store: ObjectStore) -> None:
    """A site folder may be a git worktree; its `.git` is not ours to throw away."""
    site = tmp_path / "site"
    bring(site, {"a.html": store.put(b"a")}, store)
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref")
    bring(site, {"a.html": store.put(b"b")}, store)
    assert (site / ".git" / "HEAD").read_text() == "ref"


def test_a_site_that_cannot_be_laid_out_leaves_the_old_one(tmp_path: Path, store: ObjectStore) -> None:
    """A full disk in the middle of a build must not take the site down."""
    site = tmp_path / "site"
    bring(site, {"a.html": store.put(b"a")}, store)
    with pytest.raises((OSError, KeyError)):
        bring(site, {"a.html": store.put(b"b"), "c.html": "0" * 64}, store)
    assert files(site) == {"a.html": "a"}
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["cache", "site"]


def test_leftovers_of_a_killed_build_are_put_right(tmp_path: Path, store: ObjectStore) -> None:
    """A build killed between the two steps of a plain exchange leaves the old site beside its place."""
    old = tmp_path / ".site.old-999999999"
    old.mkdir()
    (old / "a.html").write_text("a")
    half = tmp_path / ".site.new-999999998"
    half.mkdir()
    bring(tmp_path / "site", {"b.html": store.put(b"b")}, store)
    assert files(tmp_path / "site") == {"b.html": "b"}
    assert not half.exists()
    assert not old.exists()


def test_the_preview_is_updated_file_by_file(tmp_path: Path, store: ObjectStore) -> None:
    """One save must not cost the writing of a whole catalogue."""
    site = tmp_path / "site"
    first = {"a/index.html": store.put(b"a"), "b/index.html": store.put(b"b")}
    update(site, first, {}, store)
    second = {"a/index.html": store.put(b"a2")}
    update(site, second, first, store)
    assert files(site) == {"a/index.html": "a2"}
    assert not (site / "b").exists()


def test_a_damaged_cache_entry_is_thrown_away_with_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A cache is never trusted: a flipped bit must not become a page."""
    cache = DiskCache(tmp_path)
    cache.put("units/a", "key", b"payload")
    assert cache.get("units/a", "key") == b"payload"
    assert cache.get("units/a", "another key") is None
    path = tmp_path / "units" / "a"
    path.write_bytes(path.read_bytes().replace(b"payload", b"pAyload"))
    assert cache.get("units/a", "key") is None
    assert "damaged" in capsys.readouterr().err
    assert not path.exists()


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """On a full disk the site is still built, only slower the next time."""
    blocked = tmp_path / "file"
    blocked.write_text("")
    DiskCache(blocked).put("units/a", "key", b"payload")
    assert os.listdir(tmp_path) == ["file"]


def test_the_next_build_knows_the_contents_of_the_last_one(tmp_path: Path) -> None:
    """Without this every build renders every page again, and nobody is told why it is slow."""
    cache = DiskCache(tmp_path)
    first = ObjectStore(cache)
    kept, gone = first.put(b"kept"), first.put(b"gone")
    first.prune([kept])
    later = ObjectStore(cache)
    assert later.has(kept)
    assert not later.has(gone)
    assert not later.path(gone).exists()


def test_where_nothing_is_stored_or_linked_the_list_of_contents_is_not_read(tmp_path: Path) -> None:
    """Of 3,000 processes it has 8 MB, an eighth of the time of a check that asks for none of them."""

    class Unread(DiskCache):
        def get(self, name: str, key: str) -> bytes | None:  # noqa: ARG002
            raise AssertionError(name)

    assert not ObjectStore(Unread(tmp_path)).path("0" * 64).exists()


def test_no_other_content_is_there_after_each_build(tmp_path: Path) -> None:
    """A page that was taken down must not stay in the cache, which is copied between machines."""
    source, kept = tmp_path / "attached.pdf", [ObjectStore(DiskCache(tmp_path)).put(b"first")]
    for number in range(4):
        time.sleep(0.03)  # longer than the disk takes for the same time
        store = ObjectStore(DiskCache(tmp_path))
        source.write_bytes(b"attached %d" % number)
        made = [store.put(b"%d of %d" % (each, number)) for each in range(200)] + [store.put_file(source)]
        damaged = kept[0]
        store.path(damaged).write_bytes(b"written into")
        assert store.absent([*made, *kept]) == {damaged}
        kept = [*kept[1:][-50:], *made[::2], made[-1]]
        store.prune(kept)
        assert {path.parent.name + path.name for path in store.root.glob("*/*")} == set(kept)
        assert damaged not in kept


def test_what_a_build_left_that_was_ended_is_deleted(tmp_path: Path) -> None:
    """Pages of people who withdrew stayed in the cache of a build that was ended before its end."""
    cache = DiskCache(tmp_path)
    kept = ObjectStore(cache).put(b"kept")
    for _ in range(3):
        time.sleep(0.03)  # longer than the disk takes for the same time
        left = [ObjectStore(cache).put(b"left %d" % number) for number in range(300)]
        store = ObjectStore(cache)
        assert store.has(kept)
        store.prune([kept])
        assert not store.absent([kept])
        assert store.absent(left) == set(left)


def test_a_content_that_was_changed_in_place_is_not_believed(tmp_path: Path) -> None:
    """An editor's `sed -i` on a published page must not come back with the next build."""
    store = ObjectStore(DiskCache(tmp_path))
    content_hash = store.put(b"as built")
    path = store.path(content_hash)
    path.write_bytes(b"as found")
    assert not store.has(content_hash)
    assert store.put(b"as built") == content_hash
    assert store.read(content_hash) == b"as built"
