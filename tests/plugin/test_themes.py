"""A site's own templates and themes: pages come out whole, or the build stops while the old site still stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.plugin.small import build, configure, copy_of, files, run, small_site

OWN = "theme: {name: material, language: he, custom_dir: own}\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that is built, with an empty folder for templates of its own."""
    folder = tmp_path_factory.mktemp("published")
    small_site(folder, OWN)
    (folder / "own").mkdir()
    assert build(folder).returncode == 0
    return folder


@pytest.fixture
def site(published: Path, tmp_path: Path) -> Path:
    """A copy of its own of the built site, with what its build left in the cache."""
    return copy_of(published, tmp_path / "catalogue")


@pytest.mark.parametrize(
    "template",
    [
        '{% extends "base.html" %}{% block announce %}שלום{% endblock %}',
        '{% extends "shell.html" %}{% block container %}ריק{% endblock %}',
        "<html><body>{{ page.content }}</body></html>",
        '{% extends "nothere.html" %}',
    ],
)
@pytest.mark.parametrize("strict", [(), ("--strict",)])
def test_a_template_that_drops_the_text_stops_the_build(site: Path, template: str, strict: tuple[str, ...]) -> None:
    """As Material's documentation tells to write it, 339 pages of 339 were published blank, with exit status 0."""
    before = files(site / "site")
    (site / "own/main.html").write_text(template, encoding="utf-8")
    done = build(site, *strict)
    assert done.returncode == 1
    assert "own/main.html" in done.stderr
    assert 'extends "shell.html"' in done.stderr
    assert "Traceback" not in done.stderr
    assert files(site / "site") == before


@pytest.mark.parametrize("theme", ["theme: readthedocs\n", "theme: mkdocs\n", "theme: {name: mkdocs, language: he}\n"])
def test_another_theme_stops_the_build_and_names_the_one_that_works(site: Path, theme: str) -> None:
    """Blank pages, or a traceback of Jinja, told nobody what to write instead."""
    before = files(site / "site")
    configure(site, theme)
    done = build(site)
    assert done.returncode == 1
    assert "theme: {name: material}" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(site / "site") == before


def test_a_template_that_extends_the_shell_keeps_language_and_direction(site: Path) -> None:
    """Even the right way to write it used to cost Hebrew its direction."""
    whole = (site / "site/index.html").read_text("utf-8")
    template = '{% extends "shell.html" %}{% block extrahead %}{{ super() }}<meta name="own">{% endblock %}'
    (site / "own/main.html").write_text(template, encoding="utf-8")
    assert build(site).returncode == 0
    made = (site / "site/index.html").read_text("utf-8")
    assert '<html dir="rtl" lang="he"' in made
    assert made.replace('<meta name="own">', "").split() == whole.split()


def test_a_direction_that_a_template_writes_itself_stays(site: Path) -> None:
    """Two directions on one element are none that can be relied on."""
    template = '{% set html %}{% include "shell.html" %}{% endset %}{{ html | replace("<html ", "<html dir=auto ") }}'
    (site / "own/main.html").write_text(template, encoding="utf-8")
    assert build(site).returncode == 0
    opening = (site / "site/index.html").read_text("utf-8").partition("<html")[2].partition(">")[0]
    assert opening.count("dir=") == 1
    assert "dir=auto" in opening


def test_what_a_template_leaves_out_without_harm_is_named(site: Path) -> None:
    """A block without `super()` drops what machines read: canonical address, feeds, Open Graph."""
    template = '{% extends "shell.html" %}{% block extrahead %}<meta name="own">{% endblock %}'
    (site / "own/main.html").write_text(template, encoding="utf-8")
    done = run("mkdocs", "build", folder=site)
    assert done.returncode == 0
    assert "משמיטות את head" in done.stderr


def test_a_translation_stands_in_a_frame_of_its_own_language(site: Path) -> None:
    """A reader of Arabic or English met the menu, the search and the foot in Hebrew on every page of a translation."""
    original = next((site / "processes").rglob("index.md"))
    for language, title in (("en", "A round table"), ("ar", "طاولة مستديرة")):
        (original.parent / f"index.{language}.md").write_text(
            f"---\ntitle: {title}\nshort_description: {title}.\n---\n{title}.\n", "utf-8"
        )
    assert build(site).returncode == 0
    name = original.parent.name
    for language, direction, menu in (("en", "ltr", "Promises"), ("ar", "rtl", "الوعود")):
        html = (site / "site" / name / language / "index.html").read_text("utf-8")
        assert re.search(rf'<html dir="{direction}" lang="{language}"', html)
        assert f'<body dir="{direction}"' in html
        assert f'hreflang="he">{menu}</a>' in html
        assert "הבטחות" not in html.partition("<article")[0]
    assert "Promises" not in (site / "site" / name / "index.html").read_text("utf-8")
