"""An entry of the cache is one file, of which a part can be read alone, and which is believed only as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.disk.cache import DiskCache

PARTS = (b"record\n", b"", b"texts \x00\n of it")


def read(root: Path) -> list[bytes | None]:
    """The parts of the entry, as a build finds them."""
    return [DiskCache(root).get("published/a", "key", part) for part in range(3)]


def test_each_part_of_an_entry_is_read_by_itself(tmp_path: Path) -> None:
    """Lists need the records of all processes, and no text of any."""
    DiskCache(tmp_path).put("published/a", "key", *PARTS)
    assert [path.name for path in (tmp_path / "published").iterdir()] == ["a"]
    assert read(tmp_path) == [*PARTS]
    assert DiskCache(tmp_path).get("published/a", "another", 1) is None
    assert read(tmp_path) == [*PARTS]  # it may be asked for again with its own key


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda entry: entry[:-1], [PARTS[0], PARTS[1], None]),
        (lambda entry: entry + b"!", [PARTS[0], PARTS[1], None]),
        (lambda entry: entry.replace(b"record", b"recorD"), [None] * 3),
        (lambda entry: entry.replace(b":7 ", b":99999999999999999999 "), [None] * 3),
        (lambda entry: entry.replace(b":7 ", b":x "), [None] * 3),
        (lambda entry: entry.partition(b"\n")[0], [None] * 3),
        (lambda entry: entry[:0], [None] * 3),
    ],
)
def test_what_was_damaged_is_told_and_made_again(tmp_path: Path, capsys, change, left) -> None:
    """A disk that lies, or a cache that was restored by half, must not end a build or publish half a text."""
    DiskCache(tmp_path).put("published/a", "key", *PARTS)
    entry = tmp_path / "published/a"
    entry.write_bytes(change(entry.read_bytes()))
    assert read(tmp_path) == left
    assert "published/a is damaged" in capsys.readouterr().err
    assert not entry.exists()
