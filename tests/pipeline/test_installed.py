"""What an installation keeps for all its sites is what each would have made, or it is made again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.model.installed import kept_or_made
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
