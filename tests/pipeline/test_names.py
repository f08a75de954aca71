"""Names of files that are no text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import sikum
from tests.plugin.small import build, small_site

HEBREW = "דוח".encode("cp862")


@pytest.mark.parametrize(
    "place", [b"example/media/%s.pdf", b"example/%s.md", b"example/%s/a.txt", b"%s.md", b"%s/index.md"]
)
def test_a_name_that_is_not_utf8_is_a_finding_with_its_place(place: bytes, tmp_path: Path) -> None:
    """A zip made on Windows and unpacked elsewhere ended in a traceback that did not say which file."""
    small_site(tmp_path)
    path = tmp_path / "processes" / os.fsdecode(place % HEBREW)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("טקסט\n", encoding="utf-8")
    checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--format", "concise", "--lang", "en"])
    assert checked.exit_code == 1
    lines = [line for line in checked.stdout.splitlines() if " L011 " in line]
    assert len(lines) == 1
    assert lines[0].startswith("processes/")
    assert "\ufffd" in lines[0]


def test_the_build_says_so_too(tmp_path: Path) -> None:
    """What check says, the build stops at."""
    small_site(tmp_path)
    (tmp_path / "processes/example" / os.fsdecode(HEBREW + b".md")).write_text("a\n", encoding="utf-8")
    built = build(tmp_path)
    assert (built.returncode, "L011" in built.stdout) == (1, True)
