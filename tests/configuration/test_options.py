"""Options of any value: one line and an exit status, and the same answer from the check and from the build."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import sikum
from tests.plugin.small import build, configure, small_site

USELESS = [
    "per_page: -1", "per_page: 0", 'per_page: "50"', "per_page: 1.5", "per_page: true", "per_page: [50]",
    f"per_page: 1{'0' * 400}", "workers: 0", "workers: -3", "workers: 1000000", "workers: many", "pdf: maybe", "pdf: 3",
    "language: fr", "language: [he]", "today: 2026-01-01T10:00:00Z", "today: 2026", "today: tomorrow", "today: [1]",
    "structure: 7", "structure: {a: b}", "search: perhaps", "fast: 1", "sources: here", "sources: [{id: a}]",
    "sources: [{id: 1, title: a, url: b}]", "sources: [7]",
]  # fmt: skip
LEFT_OUT = ["per_page:", "workers:", "structure:", "today:", "language:", "sources: []", "pdf: false", "per_page: 1"]


def _check(folder: Path) -> tuple[int, str]:
    checked = CliRunner().invoke(sikum, ["check", str(folder)], standalone_mode=False)
    return (2 if checked.exception else checked.return_value or 0), str(checked.exception or "")


@pytest.mark.parametrize("option", USELESS)
def test_an_option_of_no_use_is_told_by_its_name_before_anything_is_read(option: str, tmp_path: Path) -> None:
    """`per_page: -1` lost an entry of every list, `per_page: 0` and others ended in a traceback."""
    small_site(tmp_path, plugins=f"[{{sikum: {{{option}}}}}]")
    status, message = _check(tmp_path)
    assert status == 2
    assert message.startswith(option.partition(":")[0])
    assert "\n" not in message
    assert len(message) < 200


@pytest.mark.parametrize("option", LEFT_OUT)
def test_an_option_that_says_nothing_is_as_good_as_none(option: str, tmp_path: Path) -> None:
    """A line that somebody emptied and left there is no fault."""
    small_site(tmp_path, plugins=f"[{{sikum: {{{option}}}}}]")
    assert _check(tmp_path) == (0, "")


def test_the_build_says_the_same_line_and_leaves_no_site(tmp_path: Path) -> None:
    """A green check before a red build, or the other way round, sends an editor looking in the content."""
    small_site(tmp_path)
    for option in ("per_page: 0", "today: 2026-01-01T10:00:00Z", "language: fr", "workers: many"):
        configure(tmp_path, plugins=f"[{{sikum: {{{option}}}}}]")
        built = build(tmp_path)
        assert (built.returncode, built.stderr) == (1, f"sikum: {_check(tmp_path)[1]}\n")
        assert not (tmp_path / "site").exists()


def test_a_language_of_the_theme_that_sikum_does_not_speak_is_told(tmp_path: Path) -> None:
    """`he-IL` ended in a template of Material's that is not there."""
    small_site(tmp_path, configuration="theme: {name: material, language: he-IL}\n")
    status, message = _check(tmp_path)
    assert status == 2
    assert message.startswith("theme.language: he-IL")


def test_a_structure_that_is_not_utf8_is_a_finding_with_its_place(tmp_path: Path) -> None:
    """It was a traceback, which says neither which file nor what to do."""
    small_site(tmp_path, plugins="[{sikum: {structure: more.yml}}]")
    (tmp_path / "more.yml").write_bytes("record:\n  שם: x\n".encode("cp1255"))
    checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--format", "concise"])
    assert checked.stdout.startswith("more.yml:2:3: error S001")
