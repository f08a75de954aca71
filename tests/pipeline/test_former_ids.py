"""A process that was renamed: whoever kept an old address, or wrote an old id, still gets there."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from generator.disk.builder import SiteBuilder
from tests.trust.sites import build, catalogue_files, write_project

ATOM = "{http://www.w3.org/2005/Atom}"


def built(folder: Path, old: str = "first", new: str = "renamed", aliases: str = "[first]") -> dict[str, bytes]:
    """The small catalogue with its first process moved; every other text still calls it by its old name."""
    files = dict(catalogue_files())
    moved = {name.replace(f"{old}/", f"{new}/", 1): content for name, content in files.items() if name.startswith(old)}
    files = {name: content for name, content in files.items() if not name.startswith(old)} | moved
    files[f"{new}/index.md"] = str(files[f"{new}/index.md"]).replace("---\n", f"---\naliases: {aliases}\n", 1)
    files["second/index.md"] = str(files["second/index.md"]).replace("---\n", "---\nprevious: [first]\n", 1)
    files["second/content.md"] = str(files["second/content.md"]) + "\n[קודם](../first/content.md#finding)\n"
    project = write_project(folder, files)
    findings, site = build(SiteBuilder(project, project / "processes"), project)
    assert not [each for each in findings if each.is_error]
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site after the move."""
    return built(tmp_path_factory.mktemp("renamed"))


def test_every_address_that_was_there_is_still_there(site: dict[str, bytes], tmp_path: Path) -> None:
    """A citation of a chapter, a PDF or data in a court file or a thesis would lead nowhere."""
    project = write_project(tmp_path, catalogue_files())
    _, before = build(SiteBuilder(project, project / "processes"), project)
    assert {uri for uri in before if uri.startswith("first/")} - set(site) == set()


def test_an_old_page_leads_on_without_script_or_server(site: dict[str, bytes]) -> None:
    """On a memory stick, and with scripts off, a page that only a server could move would be a dead end."""
    old = [uri for uri in site if uri.startswith("first/") and uri.endswith("index.html")]
    assert {"first/index.html", "first/content/index.html", "first/promises/index.html"} <= set(old)
    for uri in old:
        page = site[uri].decode()
        leads = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page)
        assert leads is not None
        assert f'<a href="{leads[1]}">' in page
        where = urljoin(f"http://x/{uri}", leads[1]).removeprefix("http://x/")
        assert where == uri.replace("first/", "renamed/", 1).removesuffix("index.html")
        assert f"{where}index.html" in site
        assert 'name="robots" content="noindex"' in page
        assert "<script" not in page


def test_texts_that_use_the_old_id_lead_to_the_new_address(site: dict[str, bytes]) -> None:
    """Another ministry's editors would have to mend their files because somebody renamed a folder."""
    assert "\x02root\x03renamed/content/#finding" in site["second/content/index.html"].decode()
    assert "\x02root\x03renamed/" in site["about/index.html"].decode()
    assert "\x02root\x03renamed/" in site["second/index.html"].decode()


def test_data_name_the_old_id_and_a_feed_tells_no_old_news(site: dict[str, bytes], tmp_path: Path) -> None:
    """A program that joins by id would lose the process, and every subscriber would get all its news again."""
    cards = {card["id"]: card for card in json.loads(site["data/catalogue.json"])["processes"]}
    assert cards["renamed"]["aliases"] == ["first"]
    assert cards["second"]["aliases"] == []
    assert json.loads(site["renamed/process.json"])["aliases"] == ["first"]
    project = write_project(tmp_path, catalogue_files())
    _, before = build(SiteBuilder(project, project / "processes"), project)
    assert news(site["renamed/feed.xml"]) == news(before["first/feed.xml"])
    assert site["first/feed.xml"] == site["renamed/feed.xml"]


def news(feed: bytes) -> list[str | None]:
    """The ids of a feed's entries."""
    return [entry.findtext(f"{ATOM}id") for entry in ET.fromstring(feed).iter(f"{ATOM}entry")]
