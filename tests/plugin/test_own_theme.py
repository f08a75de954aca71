"""The theme `sikum`: the same pages without Material, for the day when Material ends."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugin.small import ENVIRONMENT, build, configure, files, run, small_site

OWN = "theme: {name: sikum, language: he}\n"
WITHOUT = """\
import sys
class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("material", "materialx"):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Gone())
from mkdocs.__main__ import cli
cli(["build", "--quiet"])
"""
_OF_ITS_SCRIPTS = (
    r'<input class="md-toggle"[^>]*>',
    r'<label class="md-overlay"[^>]*></label>',
    r'<div data-md-component="skip">\s*</div>',
    r'<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner md-typeset"></div>\s*</div>',
)
"""What Material draws in every page."""


def _plain(page: bytes) -> str:
    """A page without what Material draws for its own scripts, and without blanks between elements."""
    return re.sub(r"\s*([<>])\s*", r"\1", re.sub("|".join(_OF_ITS_SCRIPTS), "", page.decode()))


def test_the_same_pages_without_a_file_of_material(tmp_path: Path) -> None:
    """Material ends in May 2027: a catalogue that cannot be built without it would end with it."""
    small_site(tmp_path)
    assert build(tmp_path).returncode == 0
    with_material = files(tmp_path / "site")
    configure(tmp_path, OWN)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    without = files(tmp_path / "site")
    assert without.keys() == with_material.keys()
    pages = [name for name in without if name.endswith(".html") and "/print/" not in name]
    assert len(pages) > 20
    assert [name for name in pages if _plain(without[name]) != _plain(with_material[name])] == []


def test_the_other_engine_knows_the_theme_too(tmp_path: Path) -> None:
    """ProperDocs goes on where MkDocs rests, and finds the theme under the same name."""
    small_site(tmp_path)
    configure(tmp_path, OWN)
    assert build(tmp_path).returncode == 0
    made = files(tmp_path / "site")
    assert build(tmp_path, engine="properdocs").returncode == 0
    again = files(tmp_path / "site")
    assert [name for name in made if made[name] != again.get(name) and not name.startswith(".well-known/")] == []


def test_what_a_user_of_material_wrote_is_honoured_or_named(tmp_path: Path) -> None:
    """Changing one word of the configuration must not lose a logo, and must not be silent of what it does lose."""
    small_site(tmp_path)
    (tmp_path / "processes/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    configure(
        tmp_path,
        "theme: {name: sikum, language: he, logo: logo.svg, favicon: logo.svg, palette: {primary: teal}, "
        "font: false, features: [navigation.tabs]}\n"
        "copyright: המשרד\nextra:\n"
        "  social: [{icon: fontawesome/brands/mastodon, link: 'https://social.example.org/@office', name: The office}]\n"
        "  alternate: [{name: English, link: /en/, lang: en}]\n",
    )
    done = run("mkdocs", "build", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/index.html").read_text("utf-8")
    assert '<img class="logo" src="logo.svg"' in page or '<img class="logo" src="./logo.svg"' in page
    assert re.search(r'<link rel="icon" href="(\./)?logo.svg">', page)
    for honoured in ("המשרד</p>", "https://social.example.org/@office", "The office", 'hreflang="en"'):
        assert honoured in page
    (line,) = [line for line in done.stderr.splitlines() if "אין כאן שימוש" in line]
    assert all(name in line for name in ("theme.palette", "theme.font", "theme.features"))
    assert "אין הסמל fontawesome/brands/mastodon" in done.stderr


def test_an_own_template_fits_both_themes(tmp_path: Path) -> None:
    """Its blocks bear the names that Material gave them."""
    small_site(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own/main.html").write_text(
        '{% extends "shell.html" %}{% block announce %}חדש{% endblock %}'
        '{% block extrahead %}{{ super() }}<meta name="office" content="health">{% endblock %}',
        encoding="utf-8",
    )
    for name in ("material", "sikum"):
        configure(tmp_path, f"theme: {{name: {name}, language: he, custom_dir: own}}\n")
        assert build(tmp_path).returncode == 0
        page = (tmp_path / "site/example/index.html").read_text("utf-8")
        assert "חדש" in page
        assert '<meta name="office" content="health">' in page
        assert 'dir="rtl"' in page.partition("<head>")[0]


@pytest.mark.parametrize("name", ["base.html", "NOTICE.md"])
def test_what_is_taken_says_from_whom(name: str) -> None:
    """The licence asks for it, and whoever reads the file should know."""
    text = (Path(__file__).parents[2] / "generator/frame" / name).read_text("utf-8")
    assert "Copyright (c) 2016-2025 Martin Donath" in text
