"""What Jinja compiled of an installed theme is used again, and only where the same would be compiled."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.plugin.compiled_theme import CompiledTheme


def environment(tmp_path: Path) -> Environment:
    """As MkDocs makes one at each start: the site's own folder before the theme's."""
    own, theme = tmp_path / "own", tmp_path / "theme"
    cache = CompiledTheme([str(theme)], kept_in=tmp_path)
    return Environment(loader=FileSystemLoader([own, theme]), bytecode_cache=cache, autoescape=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A theme of two templates; the site has one of its own."""
    for path, text in (("theme/main.html", "main {% include 'own.html' %}"), ("own/own.html", "{{ 'a'|upper }}")):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text(text)
    return tmp_path


def test_the_themes_templates_are_compiled_once_and_the_sites_own_each_time(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a second of each small build was compiling Material; nothing of a site's own code may lie in the package."""
    assert environment(site).get_template("main.html").render() == "main A"
    assert len(list((site / "__pycache__").iterdir())) == 1
    compiled, compile_ = [], Environment.compile
    monkeypatch.setattr(
        Environment,
        "compile",
        lambda self, source, name, *more: compiled.append(name) or compile_(self, source, name, *more),
    )
    assert environment(site).get_template("main.html").render() == "main A"
    assert compiled == ["own.html"]


def test_a_new_version_of_the_theme_is_compiled_anew(site: Path) -> None:
    """Pages of the old theme would be published with the new one's styles."""
    environment(site).get_template("main.html").render()
    (site / "theme/main.html").write_text("other")
    assert environment(site).get_template("main.html").render() == "other"


def test_a_plugin_that_changes_a_filter_is_heard(site: Path) -> None:
    """Jinja works out constants while it compiles: with another's filter the page says something else."""
    (site / "theme/main.html").write_text("{{ 'a'|upper }}")
    assert environment(site).get_template("main.html").render() == "A"
    changed = environment(site)
    changed.filters["upper"] = shouted
    assert changed.get_template("main.html").render() == "a!"
    assert environment(site).get_template("main.html").render() == "A"


def shouted(text: str) -> str:
    """Another way to write it large."""
    return f"{text}!"
