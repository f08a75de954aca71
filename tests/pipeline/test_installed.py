"""What an installation keeps for all its sites is what each would have made, or it is made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.installed import kept_or_made


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
