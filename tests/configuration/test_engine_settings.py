"""Settings of `mkdocs.yml` that are not Sikum's: what commands say of them, held against what the engine says."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from generator.cli import sikum
from generator.configuration.of_the_engine import check_settings, setting_names, unknown_settings
from generator.configuration.options import BadOption
from generator.configuration.reading import BadConfiguration, read_configuration
from generator.configuration.settings import content_folder
from tests.plugin.small import run, small_site

VALUES = (
    "", "true", "7", "1.5", "text", "'https://x.example.org/'", "'//x'", "[]", "[a]", "[7]", "[there.py]", "{}", "{a: b}",
    "{a: 7}", "''", "2026-01-01", "[{a: b}]", "[{a: [b, {c: d}]}]", "[null]", "'127.0.0.1:80'", "'[::1]:80'",
    "localhost:80", "'x:y'", "'!'", "'[a'", "[{path: a, defer: 1}]", "[{path: a, async: true}]", "[{a: b, c: d}]",
)  # fmt: skip
"""Of every kind that a hand may leave behind a name."""
INSTALLED = ("plugins", "markdown_extensions", "theme", "theme.name", "theme.locale")
"""Settings whose values name packages: whether these are installed is for the build to say."""
OWN = ("theme.language", "edit_uri_template")
"""What Sikum is stricter about than the engine."""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with what settings may lead to."""
    (tmp_path / "processes").mkdir()
    (tmp_path / "there.py").touch()
    monkeypatch.chdir(tmp_path)
    logging.disable(logging.CRITICAL)
    yield tmp_path
    logging.disable(logging.NOTSET)


def _write(site: Path, setting: str, value: str) -> Path:
    settings = {
        "site_name": "x",
        "docs_dir": "processes",
        "plugins": "[sikum]",
        "theme": "{name: material, language: he}",
    }
    name, _, inner = setting.partition(".")
    theme = {"name": "material"} | {inner: value}
    settings[name] = "{" + ", ".join(f"{key}: {each}" for key, each in theme.items()) + "}" if inner else value
    path = site / "mkdocs.yml"
    path.write_text("".join(f"{key}: {each}\n" for key, each in settings.items()), encoding="utf-8")
    return path


def _engine_refuses(path: Path) -> bool:
    try:
        load_config(str(path))
    except (Abort, ConfigurationError, ValidationError, TypeError, AttributeError, OSError):
        return True
    return False


def _command_refuses(path: Path) -> bool:
    try:
        configuration = read_configuration(path)
        check_settings(configuration, path.parent)
    except (BadConfiguration, BadOption):
        return True
    return not content_folder(path.parent, configuration).is_dir()


@pytest.mark.parametrize(
    "setting", [*(name for name, _ in MkDocsConfig._schema), "theme.name", "theme.custom_dir", "INHERIT"]
)
def test_a_command_and_the_engine_refuse_the_same(setting: str, site: Path) -> None:
    """`hooks: [gone.py]` passed every check before a commit, and no site was built of it afterwards."""
    for value in VALUES:
        path = _write(site, setting, value)
        refused, said = _engine_refuses(path), _command_refuses(path)
        if setting in INSTALLED:
            assert refused or not said, f"{setting}: {value}"
        elif setting not in OWN:
            assert refused == said, f"{setting}: {value}"


def test_every_setting_of_the_engine_is_known() -> None:
    """A new version's setting must be no misspelling."""
    assert sorted(setting_names()) == sorted(name for name, _ in MkDocsConfig._schema)


def test_a_misspelt_setting_is_named_and_fails_a_strict_check_as_it_fails_a_strict_build(tmp_path: Path) -> None:
    """Whoever wrote `exlude_docs` believes that something is held back."""
    small_site(
        tmp_path, "site_url: https://x.example.org/\nexlude_docs: drafts/\nvalidation: {link: {not_found: warn}}\n"
    )
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("copyright: x\n")
    checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--lang", "en"])
    assert checked.exit_code == 0
    assert "no setting of the engine: exlude_docs (did you mean exclude_docs?)" in checked.stderr
    assert "no setting of the engine: validation.link" in checked.stderr
    assert CliRunner().invoke(sikum, ["check", str(tmp_path), "--strict"]).exit_code == 1
    assert run("mkdocs", "build", "--strict", folder=tmp_path).returncode == 1


def test_a_setting_of_the_engine_is_none_that_is_unknown(site: Path) -> None:
    """A warning of what is right is not believed when it is true."""
    path = _write(site, "validation", "{links: {anchors: warn}, omitted_files: ignore}")
    assert unknown_settings(read_configuration(path)) == ()


def test_a_hook_that_is_not_there_is_named_by_every_command(tmp_path: Path) -> None:
    """The check before a commit was green, and the build stopped at a file that nobody had added."""
    small_site(tmp_path, "hooks: [hooks/gone.py]\n")
    for command in (["check", "--site"], ["export", str(tmp_path / "out"), "--site"], ["due", "--site"]):
        done = CliRunner().invoke(sikum, [*command, str(tmp_path)], standalone_mode=False)
        assert "hooks/gone.py" in str(done.exception)


def test_strict_in_the_configuration_is_strict_for_the_check(tmp_path: Path) -> None:
    """With `strict: true` the build failed by a warning that the check had passed."""
    small_site(tmp_path, "strict: true\nsite_url: https://x.example.org/\n")
    assert CliRunner().invoke(sikum, ["check", str(tmp_path)]).exit_code == 0
    with (tmp_path / "processes/example/content.md").open("a", encoding="utf-8") as file:
        file.write("\n[x](#nowhere)\n")
    assert CliRunner().invoke(sikum, ["check", str(tmp_path)]).exit_code == 1
