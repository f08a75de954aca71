"""Settings of MkDocs and Material: they do what their users expect, or are named as not used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.plugin.small import build, configure, files, run, small_site

SETTINGS = """\
site_url: https://x.example.org/c/
copyright: '&copy; <a href="https://office.example.org/">משרד לדוגמה</a>'
theme: {name: material, language: he, logo: images/logo.svg, favicon: images/icon.png}
extra_css: [styles/own.css]
extra:
  social: [{icon: fontawesome/brands/mastodon, link: 'https://social.example.org/@office', name: ערוץ המשרד}]
  alternate: [{name: English, link: /en/, lang: en}]
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site, not yet built."""
    return small_site(tmp_path)


def test_a_sites_own_look_is_shown(site: Path) -> None:
    """Logo, icon, notice of copyright, channels and sites in other languages were read nowhere, and nobody was told."""
    for name in ("images/logo.svg", "images/icon.png", "styles/own.css"):
        (site / "processes" / name).parent.mkdir(exist_ok=True)
        (site / "processes" / name).write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    configure(site, SETTINGS)
    done = build(site, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    soup = BeautifulSoup((site / "site/example/index.html").read_bytes(), "html.parser")
    assert soup.select_one("a.site-name img.logo")["src"] == "../images/logo.svg"  # type: ignore[index]
    assert soup.select_one("link[rel=icon]")["href"] == "../images/icon.png"  # type: ignore[index]
    footer = soup.select_one("footer")
    assert footer is not None
    assert "© משרד לדוגמה" in footer.get_text()
    assert footer.select_one("a[rel~=me]")["href"] == "https://social.example.org/@office"  # type: ignore[index]
    assert footer.select_one("a[rel~=me] svg") is not None
    assert footer.select_one("a[hreflang=en]").get_text() == "English"  # type: ignore[union-attr]
    made = files(site / "site")
    assert {"images/logo.svg", "images/icon.png", "styles/own.css"} <= made.keys()


UNUSED = """\
nav: [{אודות: about.md}, {משרד: 'https://example.org/'}]
markdown_extensions: [admonition]
extra_templates: [robots.html]
theme: {name: material, language: he, features: [navigation.tabs], palette: {primary: teal}}
extra: {analytics: {provider: google, property: G-1}}
"""


def test_what_is_not_used_is_named_once_and_stops_nothing(site: Path) -> None:
    """`nav` was said to name a page that is not there, which it is; and with `--strict` the exit status was 1."""
    (site / "processes/about.md").write_text("---\ntitle: אודות\n---\nא\n", encoding="utf-8")
    configure(site, f"site_url: https://x.example.org/\n{UNUSED}")
    done = run("mkdocs", "build", "--strict", folder=site)
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stderr.splitlines() if "אין כאן שימוש" in line]
    for name in ("nav", "markdown_extensions", "extra_templates", "theme.features", "theme.palette", "extra.analytics"):
        assert re.search(rf"[ ,]{re.escape(name)}\b", line), name
    assert "not found" not in done.stderr
    assert (site / "site/about/index.html").is_file()


def test_the_folder_that_is_named_is_the_one_where_the_site_lies(site: Path) -> None:
    """A newcomer looked for the site in a folder of the cache that was gone by then."""
    done = run("mkdocs", "build", folder=site)
    assert f"directory: {site / 'site'}" in done.stderr
    assert "scratch" not in done.stderr


LATE = """\
import logging
def on_post_build(config):
    logging.getLogger("mkdocs.plugins").warning("something of the others")
"""


def test_a_strict_build_that_fails_leaves_the_old_site(site: Path) -> None:
    """Exit status 1 and the new site in place at once: a pipeline says "failed" and the public sees it."""
    assert build(site).returncode == 0
    before = files(site / "site")
    (site / "late.py").write_text(LATE, encoding="utf-8")
    (site / "processes/about.md").write_text("---\ntitle: אודות\n---\nא\n", encoding="utf-8")
    configure(site, "hooks: [late.py]\n")
    done = run("mkdocs", "build", "--strict", folder=site)
    assert done.returncode == 1
    assert "האתר נשאר כפי שהיה" in done.stderr
    assert files(site / "site") == before
    assert build(site).returncode == 0
    assert (site / "site/about/index.html").is_file()
