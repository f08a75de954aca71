"""What an installation keeps for all its sites is what each would have made, or it is made again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.model.installed import kept_or_made, releases
from generator.pipeline import cache


def test_it_is_made_once_for_a_key(tmp_path: Path) -> None:
    """Each new site would draw the same Word forms again; a new version's would be the old ones."""
    made = kept_or_made(tmp_path, "forms", "1", lambda: b"first")
    assert made == kept_or_made(tmp_path, "forms", "1", lambda: pytest.fail("made again")) == b"first"
    assert kept_or_made(tmp_path, "forms", "2", lambda: b"second") == b"second"
    assert len(list((tmp_path / "__pycache__").iterdir())) == 1, "older versions would gather in the package"


@pytest.mark.parametrize("damage", [b"", b"first", b"other\n-- 0123"])
def test_what_was_damaged_is_made_again(tmp_path: Path, damage: bytes) -> None:
    """A disk that was full once would spoil the forms of every site."""
    kept_or_made(tmp_path, "forms", "1", lambda: b"first")
    next((tmp_path / "__pycache__").iterdir()).write_bytes(damage)
    assert kept_or_made(tmp_path, "forms", "1", lambda: b"again") == b"again"


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    """A package that an administrator installed is not the user's to change."""
    (tmp_path / "__pycache__").write_text("a file where a folder should be")
    assert kept_or_made(tmp_path, "forms", "1", lambda: b"made") == b"made"


def test_the_hash_of_the_package_is_of_what_stands_in_it_wherever_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache that a pipeline restores would be of no use, or one of the program before would be believed."""

    def hash_at(folder: Path) -> str:
        monkeypatch.setattr(cache, "PACKAGE", folder)
        return cache._own_code()

    one, other = tmp_path / "one", tmp_path / "other"
    (one / "inner").mkdir(parents=True)
    (one / "inner/a.py").write_text("A = 1")
    (one / "b.po").write_text("")
    first = hash_at(one)
    assert hash_at(one) == first
    shutil.copytree(one, other, ignore=shutil.ignore_patterns("__pycache__"), copy_function=shutil.copyfile)
    assert hash_at(other) == first
    (one / "inner/a.py").write_text("A = 11")
    changed = hash_at(one)
    assert changed != first
    state = (one / "inner/a.py").stat()
    (one / "inner/a.py").write_text("A = 22")
    os.utime(one / "inner/a.py", ns=(state.st_atime_ns, state.st_mtime_ns + 1_000_000))
    assert hash_at(one) not in {first, changed}


def test_a_library_of_another_release_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that an older library drew would be believed after an upgrade."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (
        first / "Babel-2.17.dist-info",
        second / "babel-2.18.0.dist-info",
        second / "PyYAML-6.0-py3.11.egg-info",
    ):
        folder.mkdir(parents=True)
    monkeypatch.setattr("sys.path", [str(tmp_path / "nowhere"), str(first), str(second)])
    found = releases(("babel", "pyyaml"))
    assert found == ("Babel-2.17.dist-info", "PyYAML-6.0-py3.11.egg-info"), "what Python finds first is what it loads"
    (first / "Babel-2.17.dist-info").rename(first / "babel-2.18.dist-info")
    assert releases(("babel", "pyyaml")) != found


def test_a_library_whose_folder_says_no_release_is_asked_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is developed beside this program lies in no folder of its release; one that is not there has none."""
    (tmp_path / "sample.egg-info").mkdir()
    (tmp_path / "sample.egg-info/PKG-INFO").write_text("Metadata-Version: 2.1\nName: sample\nVersion: 3.1.2\n")
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    assert releases(("missing", "sample")) == ("missing ", "sample 3.1.2")
