"""`mkdocs build` with the plugin: what it prints and where, how it ends, and what a site may set."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.plugin.small import build, configure, files, run, small_site

RECORD = "processes/example/index.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site, not yet built."""
    return small_site(tmp_path)


def spoil(site: Path) -> None:
    """Put an error into the record: a ministry that is not there."""
    record = site / RECORD
    record.write_text(
        re.sub(r"^ministry: .*$", "ministry: nobody", record.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )


def add_stray_file(site: Path) -> None:
    """Put a file there that raises a warning."""
    (site / "processes/stray.txt").write_text("x", encoding="utf-8")


def test_a_sound_catalogue_is_built_in_silence(site: Path) -> None:
    """Standard output is for findings; a pipeline that counts its lines must count none."""
    configure(site, "site_url: https://example.org/\n")
    done = build(site)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (site / "site/example/index.html").is_file()


def test_an_error_stops_the_build_and_leaves_the_site(site: Path) -> None:
    """A record that no longer holds must not take down, or half replace, what was published."""
    build(site)
    before = {path: path.stat().st_mtime_ns for path in (site / "site").rglob("*")}
    spoil(site)
    done = build(site)
    assert done.returncode == 1
    assert "unknown-ministry" in done.stdout
    assert f"{RECORD}:" in done.stdout
    assert "unknown-ministry" not in done.stderr
    assert "האתר נשאר כפי שהיה" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.stat().st_mtime_ns for path in (site / "site").rglob("*")} == before


def test_a_warning_stops_a_strict_build_only(site: Path) -> None:
    """A reviewer's pipeline refuses what an editor's desk lets pass."""
    add_stray_file(site)
    strict = build(site, "--strict")
    assert (strict.returncode, (site / "site").exists()) == (1, False)
    assert "file-not-published" in strict.stdout
    assert "file-not-published" not in strict.stderr
    assert "בקטלוג יש אזהרות" in strict.stderr
    lenient = build(site)
    assert (lenient.returncode, (site / "site/index.html").is_file()) == (0, True)
    assert lenient.stdout == strict.stdout


def test_a_sound_catalogue_passes_a_strict_build(site: Path) -> None:
    """What lacks an address is told, and stops nobody: a strict build is about the content."""
    done = run("mkdocs", "build", "--strict", folder=site)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("בלי site_url") == 1


@pytest.mark.parametrize("address", ["", "site_url: https://example.org/catalogue/\n"])
def test_that_nobody_settled_the_licence_is_one_warning(site: Path, address: str) -> None:
    """A ministry's lawyer finds it before the first portal asks; a strict build, which is about the content, goes through."""
    said = "בלי data_license איש אינו יודע באילו תנאים מותר להשתמש בנתונים"
    configure(site, address, plugins="[sikum]")
    plain = run("mkdocs", "build", folder=site)
    (line,) = [line for line in plain.stderr.splitlines() if "data_license" in line]
    assert line.startswith("WARNING")
    assert line.endswith(said)
    strict = run("mkdocs", "build", "--strict", folder=site)
    assert (strict.returncode, strict.stderr.count(said)) == (0, 1), strict.stderr
    assert "לא נקבע באילו תנאים" in (site / "site/data/index.html").read_text(encoding="utf-8")
    assert run("generator", "write", "docs", folder=site).stderr.count(said) == 1
    for settled in ("CC-BY-4.0", "data.gov.il"):
        configure(site, address, plugins=f"[{{sikum: {{data_license: {settled}}}}}]")
        assert "data_license" not in run("mkdocs", "build", folder=site).stderr


def test_without_an_address_there_is_one_warning_and_nothing_that_needs_one(site: Path) -> None:
    """A feed with relative links is no feed; who wonders where it is must be told once."""
    done = run("mkdocs", "build", folder=site)
    assert done.stderr.count("בלי site_url אין הזנות") == 1
    made = files(site / "site")
    assert not [uri for uri in made if uri.startswith(("feeds/", "sitemap")) or uri == "data/dcat.jsonld"]
    assert b'rel="canonical"' not in made["index.html"]


def test_with_an_address_the_sitemap_is_a_sitemap(site: Path) -> None:
    """MkDocs' own, a template that nobody had filled, once stood in its place."""
    configure(site, "site_url: https://example.org/catalogue\n")
    assert build(site).stderr == ""
    made = files(site / "site")
    sitemap = BeautifulSoup(made["sitemap.xml"], "xml")
    assert "https://example.org/catalogue/example/" in [each.text for each in sitemap.find_all("loc")]
    assert {"feeds/all.xml", "data/dcat.jsonld"} <= made.keys()


def test_links_of_the_404_page_hold_at_any_depth(site: Path) -> None:
    """A host shows it in place of `/catalogue/a/b/c`: a link from its own folder would lead nowhere."""
    configure(site, "site_url: https://example.org/catalogue/\n")
    build(site)
    page = BeautifulSoup((site / "site/404.html").read_text("utf-8"), "html.parser")
    own = ("/catalogue/", "#", "https://example.org/catalogue/", "https://creativecommons.org/")
    links = [str(tag.get("href") or tag.get("src")) for tag in page.select("[href], [src]")]
    assert [link for link in links if not link.startswith(own)] == []


def test_the_slow_plain_way_gives_the_same_bytes(site: Path) -> None:
    """Shells are a short cut; a byte of difference would be a fault of theirs, seen by nobody."""
    configure(site, "site_url: https://example.org/\n", "[{sikum: {fast: true, today: 2026-01-31}}]")
    build(site)
    configure(site, "site_url: https://example.org/\n", "[{sikum: {fast: false, today: 2026-01-31}}]")
    build(site, "--site-dir", "slow")
    assert files(site / "site") == files(site / "slow")


def test_the_sites_own_files_win_over_the_packages(site: Path) -> None:
    """A ministry's logo and colours are put beside the package, not into it."""
    (site / "own/partials/sikum").mkdir(parents=True)
    (site / "own/assets/css").mkdir(parents=True)
    (site / "own/partials/sikum/logo.html").write_text('<b class="own">סמל</b>', encoding="utf-8")
    (site / "own/assets/css/tokens.css").write_text("/* own */", encoding="utf-8")
    configure(site, "theme: {name: material, language: he, custom_dir: own}\n")
    build(site)
    assert (site / "site/assets/css/tokens.css").read_text("utf-8") == "/* own */"
    for page in ("index.html", "example/index.html", "404.html"):
        assert '<b class="own">סמל</b>' in (site / "site" / page).read_text("utf-8")


def test_styles_and_scripts_of_the_configuration_reach_every_page(site: Path) -> None:
    """`extra_css` and `extra_javascript` are how MkDocs' own documentation says to add them."""
    (site / "own/assets").mkdir(parents=True)
    (site / "own/assets/own.css").write_text("a {}", encoding="utf-8")
    (site / "own/assets/own.js").write_text("1", encoding="utf-8")
    configure(
        site,
        "theme: {name: material, language: he, custom_dir: own}\n"
        "extra_css: [assets/own.css]\nextra_javascript: [assets/own.js]\n",
    )
    build(site)
    for page, up in (("index.html", ""), ("example/content/index.html", "../../")):
        html = (site / "site" / page).read_text("utf-8")
        assert f'<link rel="stylesheet" href="{up}assets/own.css">' in html
        assert f'<script src="{up}assets/own.js"></script>' in html
        assert html.index("assets/own.css") > html.index("assets/css/sikum.css"), "they could not win over ours"
    assert (site / "site/assets/own.js").is_file()


@pytest.mark.parametrize("plugins", ["[search, sikum]", "[sikum, search]"])
def test_other_plugins_beside_it_do_no_harm(site: Path, plugins: str) -> None:
    """MkDocs' search stands in most configurations that a site is begun from."""
    configure(site, plugins="[sikum]")
    build(site)
    alone = files(site / "site")
    configure(site, plugins=plugins)
    done = build(site)
    assert done.returncode == 0, done.stderr
    beside = files(site / "site")
    beside.pop("search/search_index.json", None)
    manifests = [[each.pop(uri) for uri in sorted(each) if uri.startswith(".well-known/")] for each in (alone, beside)]
    assert manifests[0] != manifests[1], "the manifest lists what the other plugin wrote"
    assert beside == alone


def test_the_addresses_do_not_hang_on_use_directory_urls(site: Path) -> None:
    """The addresses of a site that is cited are Sikum's: `/<id>/`, whatever MkDocs would do with its own pages."""
    build(site)
    plain = files(site / "site")
    configure(site, "use_directory_urls: false\n")
    assert build(site).returncode == 0
    assert files(site / "site").keys() == plain.keys()


def test_a_site_for_a_disk_is_read_without_a_server_and_without_scripts(site: Path) -> None:
    """From a USB stick a link to a folder opens a list of files, and who archives a site cannot turn a page of it."""
    configure(site, "use_directory_urls: false\n")
    assert build(site).returncode == 0
    made = files(site / "site")
    followed = 0
    for uri, content in made.items():
        if not uri.endswith(".html") or uri == "404.html":
            continue
        for link in BeautifulSoup(content, "lxml").select("a[href]"):
            path = unquote(urlsplit(str(link["href"])).path)
            if urlsplit(str(link["href"])).scheme or not path:
                continue
            assert normpath(join(dirname(uri), path)) in made, f"{uri}: {link['href']}"
            followed += 1
    assert followed > 100


def test_a_content_folder_that_is_not_there_is_said(site: Path) -> None:
    """One line with the path, from either entry point."""
    (site / "processes").rename(site / "elsewhere")
    done = build(site)
    assert done.returncode == 1
    assert re.search(r"docs_dir.*/processes", done.stderr)
    checked = run("generator", "check", folder=site)
    assert (checked.returncode, checked.stdout) == (2, "")
    assert checked.stderr.strip() == f"sikum: אין תיקייה כזאת: {site / 'processes'}"


@pytest.mark.parametrize(
    ("option", "told"), [("per_page: many", "per_page"), ("pdf: perhaps", "pdf"), ("today: tomorrow", "today")]
)
def test_an_option_that_cannot_be_is_said_by_name(site: Path, option: str, told: str) -> None:
    """A traceback for a slip of the pen helps nobody."""
    configure(site, plugins=f"[{{sikum: {{{option}}}}}]")
    done = build(site)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_commands_that_build_nothing_are_left_alone(site: Path) -> None:
    """`mkdocs gh-deploy --help` and the like never meet the plugin."""
    spoil(site)
    for command in ("gh-deploy", "serve", "build", "get-deps"):
        assert run("mkdocs", command, "--help", folder=site).returncode == 0
    assert not (site / "site").exists()
    assert not (site / ".cache").exists()


def test_a_build_names_the_command_that_tells_all(site: Path) -> None:
    """A build has a line for each process; whoever wants to mend one needs the whole."""
    add_stray_file(site)
    done = run("mkdocs", "build", folder=site)
    assert "sikum check" in done.stdout.splitlines()[-1]
    assert str(site / "site") in done.stderr


def test_a_shell_is_no_pages_own(site: Path) -> None:
    """All pages of a depth share one: what the first of them says of itself must not stand on the others."""
    (site / "own/partials/sikum").mkdir(parents=True)
    notice = "<p class=own>{{ page.url }}</p>"
    (site / "own/partials/sikum/notice.html").write_text(notice, encoding="utf-8")
    (site / "processes/about.md").write_text("---\ntitle: על האתר\n---\nטקסט.\n", encoding="utf-8")
    configure(site, "theme: {name: material, language: he, custom_dir: own}\n")
    build(site)
    for page in (site / "site").glob("*/index.html"):
        soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        assert soup.select_one(".site-footer a[href='../about/']"), page
        assert soup.select_one(".own").text == "x/", page  # type: ignore[union-attr]
