"""Options of any value: one line and an exit status, and the same answer from the check and from the build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.cli import sikum
from tests.plugin.small import build, configure, run, small_site

USELESS = [
    "per_page: -1", "per_page: 0", 'per_page: "50"', "per_page: 1.5", "per_page: true", "per_page: [50]",
    f"per_page: 1{'0' * 400}", "workers: 0", "workers: -3", "workers: 1000000", "workers: many", "pdf: maybe", "pdf: 3",
    "language: fr", "language: [he]", "today: 2026-01-01T10:00:00Z", "today: 2026", "today: tomorrow", "today: [1]",
    "structure: 7", "structure: {a: b}", "search: perhaps", "fast: 1", "sources: here", "sources: [{id: a}]",
    "sources: [{id: 1, title: a, url: b}]", "sources: [7]",
]  # fmt: skip
LEFT_OUT = ["per_page:", "workers:", "structure:", "today:", "language:", "sources: []", "pdf: false", "per_page: 1"]


REFUSED = [
    "exclude_docs: [drafts/, notes.md]", "exclude_docs: 7", "draft_docs: {a: b}", "site_url: 5", "site_url: x.example.org",
    "repo_url: 7", "repo_url: git.example.org/x", "edit_uri: [a]", "edit_uri_template: '{file}'", "edit_uri_template: '{'",
    "copyright: 2026", "extra_css: own.css", "extra_javascript: {a: b}", "extra: [a]", "theme: [material]",
    "site_name: [a]", "site_dir: 5", "site_dir: processes/site", "site_dir: processes", "docs_dir: .", "plugins: sikum",
]  # fmt: skip
"""Settings of the engine with which it builds nothing."""


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


@pytest.mark.parametrize(("written", "said"), [("he-IL", "he-IL"), ("", "None")])
def test_a_language_of_the_theme_that_sikum_does_not_speak_is_told(written: str, said: str, tmp_path: Path) -> None:
    """`he-IL`, and no word at all, ended in a template of Material's that is not there."""
    small_site(tmp_path, configuration=f"theme: {{name: material, language: {written}}}\n")
    status, message = _check(tmp_path)
    assert status == 2
    assert message.startswith("theme.language: ")
    assert said in message
    assert build(tmp_path).returncode == 1


def test_a_structure_that_is_not_utf8_is_a_finding_with_its_place(tmp_path: Path) -> None:
    """It was a traceback, which says neither which file nor what to do."""
    small_site(tmp_path, plugins="[{sikum: {structure: more.yml}}]")
    (tmp_path / "more.yml").write_bytes("record:\n  שם: x\n".encode("cp1255"))
    checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--format", "concise"])
    assert checked.stdout.startswith("more.yml:2:3: error S001")


@pytest.mark.parametrize("setting", REFUSED)
def test_a_setting_that_the_engine_refuses_is_refused_by_every_command(setting: str, tmp_path: Path) -> None:
    """A list under `exclude_docs` held nothing back and was checked as sound, and no build came of it."""
    small_site(tmp_path)
    name = setting.partition(":")[0]
    configuration = tmp_path / "mkdocs.yml"
    lines = [line for line in configuration.read_text("utf-8").splitlines() if not line.startswith(f"{name}:")]
    configuration.write_text("\n".join([*lines, setting, ""]), encoding="utf-8")
    with pytest.raises(Abort):
        load_config(str(configuration))
    status, message = _check(tmp_path)
    assert status == 2
    assert message.startswith(f"{name}: ")


def test_a_misspelt_option_is_named_and_fails_a_strict_check_as_it_fails_a_strict_build(tmp_path: Path) -> None:
    """Whoever wrote `perpage: 5` waits in vain for lists of five."""
    small_site(tmp_path, "site_url: https://x.example.org/\n", "[sikum: {perpage: 5, today: 2026-01-31}]")
    checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--lang", "en"])
    assert checked.exit_code == 0
    assert "no option of the plugin: perpage (did you mean per_page?)" in checked.stderr
    assert CliRunner().invoke(sikum, ["check", str(tmp_path), "--strict"]).exit_code == 1
    assert run("mkdocs", "build", "--strict", folder=tmp_path).returncode == 1
    assert build(tmp_path).returncode == 0


@pytest.mark.parametrize("form", ["full", "json", "sarif", "junit", "github"])
def test_a_site_without_a_process_is_sound_and_a_wrong_folder_is_misuse(form: str, tmp_path: Path) -> None:
    """The check before the first commit of a new site failed, and its pipeline was red before anything was written."""
    small_site(tmp_path)
    shutil.rmtree(tmp_path / "processes/example")
    checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--lang", "en", "--format", form, "--strict"])
    assert (checked.exit_code, checked.stderr.splitlines()[0]) == (
        0,
        "sikum: no process yet: sikum new process begins one",
    )
    assert form in ("full", "github") or checked.stdout.startswith(("{", "<?xml"))
    (tmp_path / "nothing").mkdir()
    assert CliRunner().invoke(sikum, ["check", str(tmp_path / "nothing")]).exit_code == 2


@pytest.mark.parametrize(
    ("option", "wanted"),
    [
        ("on_error: wait", "one of stop, hold is expected"),
        ("language: fr", "one of he, ar, en is expected"),
        ("pdf: maybe", "one of true, false, auto, wait is expected"),
        ("parquet: perhaps", "one of true, false is expected"),
        ("workers: many", "a whole number or nothing is expected and text is there"),
    ],
)
def test_an_option_of_a_few_words_names_them(
    option: str, wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It said 'Invalid enum value', which sends whoever wrote it to the documentation, and the answer is two words."""
    small_site(tmp_path, plugins=f"[{{sikum: {{{option}}}}}]")
    monkeypatch.setenv("SIKUM_LANG", "en")
    assert _check(tmp_path)[1].endswith(f"cannot be used here: {wanted}")


def test_a_structure_that_is_not_there_is_told_by_the_options_name(tmp_path: Path) -> None:
    """The system's own words named a path and no setting, in the build and in the check."""
    small_site(tmp_path, plugins="[{sikum: {structure: nothere.yml}}]")
    assert _check(tmp_path) == (2, "structure: אין קובץ כזה: nothere.yml")
    assert build(tmp_path).stderr == "sikum: structure: אין קובץ כזה: nothere.yml\n"
