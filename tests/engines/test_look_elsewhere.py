"""The site's look in an engine that renders the pages itself: `sikum write --look`, built with Zensical."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.plugin.small import build, configure, run, small_site

CONFIGURATION = """\
[project]
site_name = "קטלוג"
docs_dir = "docs"
site_dir = "site-zensical"
[project.theme]
language = "he"
custom_dir = "look"
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built both ways: by the plugin into `site`, by Zensical into `site-zensical`."""
    folder = tmp_path_factory.mktemp("look")
    small_site(folder)
    (folder / "processes/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    configure(
        folder,
        "site_url: https://x.example.org/\ncopyright: המשרד {{ 1 }}\n"
        "theme: {name: sikum, language: he, logo: logo.svg}\nextra: {alternate: [{name: English, link: /en/, lang: en}]}\n",
    )
    assert build(folder).returncode == 0
    done = run("generator", "write", "docs", "--look", "look", folder=folder)
    assert done.returncode == 0, done.stderr
    (folder / "zensical.toml").write_text(CONFIGURATION, encoding="utf-8")
    done = run("zensical", "build", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def _part(site: Path, folder: str, page: str, element: str) -> str:
    """An element of a page, without blanks, the search and the mark of the current line: only Sikum's build has these."""
    text = (site / folder / page).read_text("utf-8")
    match = re.search(rf"<{element}.*?</{element.split(maxsplit=1)[0]}>", text, re.DOTALL)
    assert match, f"{page} has no {element}"
    plain = re.sub(r'<form class="site-search".*?</form>| aria-current="true"', "", match[0], flags=re.DOTALL)
    plain = re.sub(r'href="((?:\.\.?/?)+)"', lambda link: f'href="{link[1].rstrip("/")}"', plain)
    return re.sub(r"\s*([<>])\s*", r"\1", plain).replace('"./', '"')


@pytest.mark.parametrize("page", ["index.html", "example/index.html", "example/content/index.html"])
@pytest.mark.parametrize("element", ['header class="site-header"', 'footer class="site-footer"'])
def test_head_and_foot_are_those_of_the_site(site: Path, page: str, element: str) -> None:
    """A catalogue that changes its engine would look like somebody else's."""
    assert _part(site, "site-zensical", page, element) == _part(site, "site", page, element)


@pytest.mark.parametrize("page", ["index.html", "example/index.html", "example/content/index.html", "404.html"])
def test_every_page_has_its_styles_direction_and_title(site: Path, page: str) -> None:
    """Of a page for a lost visitor too, whose links have to begin at the root."""
    text = (site / "site-zensical" / page).read_text("utf-8")
    assert 'dir="rtl"' in text.partition("<head>")[0]
    up = "/" if page == "404.html" else "../" * page.count("/") or "./"
    assert f'href="{up}assets/css/sikum.css"' in text
    assert (site / "site-zensical/assets/css/sikum.css").is_file()
    assert re.search(r"<title>[^<]*קטלוג</title>", text)
    assert "{{" not in text.partition("<footer")[0]
    assert "המשרד {{ 1 }}" in text


def test_nothing_of_the_engines_own_look_is_asked_for(site: Path) -> None:
    """Its theme would fetch fonts from another host, and draw a second menu."""
    text = (site / "site-zensical/example/index.html").read_text("utf-8")
    assert "stylesheets/" not in text
    assert "fonts.g" not in text
    assert 'data-sikum-page="process"' in text
