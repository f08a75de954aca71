"""The same content gives the same bytes, wherever and whenever it is built, with no network; and every link leads somewhere."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from tests.trust.sites import environment, mkdocs, tree

ROOT = Path(__file__).parents[2]
NO_NETWORK = """\
import socket

def refuse(*_args, **_kwargs):
    raise RuntimeError("the build asked for the network")

for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
socket.getaddrinfo = socket.create_connection = refuse
"""


def copy_of_the_sample(folder: Path) -> Path:
    """The sample catalogue of this repository, somewhere else."""
    for name in ("processes", "theme_overrides"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def without_network(project: Path, **more: str) -> str:
    """Build where there is no network: none at all if the system lets us, else none that Python can open."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    can_cut = subprocess.run(["unshare", "-n", "true"], check=False, capture_output=True).returncode == 0
    guard = project.parent / f"guard-{project.name}"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(NO_NETWORK)
    paths = os.pathsep.join((str(guard), os.environ.get("PYTHONPATH", "")))
    done = subprocess.run(
        ["unshare", "-n", *command] if can_cut else command,
        cwd=project,
        env=environment(PYTHONPATH=paths, **more),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built without a network, on the other side of the world."""
    project = copy_of_the_sample(tmp_path_factory.mktemp("here"))
    without_network(project, TZ="Pacific/Kiritimati", SOURCE_DATE_EPOCH="1767225600", PYTHONHASHSEED="1")
    return project / "site"


def test_another_folder_time_zone_and_machine_give_the_same_bytes(here: Path, tmp_path: Path) -> None:
    """Anyone may build the site again and see that it is the one that was published."""
    other = tmp_path / "תיקייה אחרת"
    other.mkdir()
    project = copy_of_the_sample(other)
    umask = os.umask(0o077)
    try:
        done = mkdocs(
            project, "-q", TZ="America/Anchorage", SOURCE_DATE_EPOCH="1767225600", PYTHONHASHSEED="2", LC_ALL="C.UTF-8"
        )
    finally:
        os.umask(umask)
    assert done.returncode == 0, done.stdout + done.stderr
    ours, theirs = tree(here), tree(project / "site")
    assert sorted(ours) == sorted(theirs)
    assert [uri for uri in ours if ours[uri] != theirs[uri]] == []
    assert not any(str(folder).encode() in content for content in theirs.values() for folder in (other, tmp_path, ROOT))


def addresses(page: html.HtmlElement) -> Iterator[str]:
    """Whatever a browser would fetch or follow from a page."""
    for element, _, link, _ in page.iterlinks():
        if element.tag != "base" and link:
            yield unescape(link)
    for element in page.iter("img", "source"):
        for candidate in element.get("srcset", "").split(","):
            if candidate.strip():
                yield candidate.split()[0]


def test_every_link_anchor_and_file_of_the_site_is_there(here: Path) -> None:
    """A link that leads nowhere, in a site of the state, is a promise not kept."""
    pages = {path: html.document_fromstring(path.read_bytes()) for path in here.rglob("*.html")}
    ids = {path: {*page.xpath("//@id"), *page.xpath("//a/@name")} for path, page in pages.items()}
    site = "https://sikum.example.org/"
    broken: list[tuple[str, str]] = []
    checked = 0
    for path, page in pages.items():
        own = site + path.relative_to(here).as_posix().removesuffix("index.html")
        for link in addresses(page):
            full = urlsplit(urljoin(own, link))
            if full.netloc != "sikum.example.org":
                assert full.scheme in ("https", "http", "mailto", "tel"), (own, link)
                continue
            checked += 1
            target = here / unquote(full.path).lstrip("/")
            target = target / "index.html" if target.is_dir() else target
            anchor = unquote(full.fragment)
            if not target.is_file() or (
                anchor and target in ids and anchor not in ids[target] and not anchor.startswith(":~:")
            ):
                broken.append((own, link))
    assert broken == []
    assert checked > 1_000


def test_no_page_fetches_from_another_host(here: Path) -> None:
    """Another host would learn who reads what."""
    for path in here.rglob("*.html"):
        page = html.document_fromstring(path.read_bytes())
        fetched = page.xpath(
            "//img/@src | //script/@src | //iframe/@src | //link[@rel='stylesheet' or @rel='icon']/@href"
        )
        assert [each for each in fetched if urlsplit(each).netloc not in ("", "sikum.example.org")] == [], path
    for path in here.rglob("*.css"):
        assert "url(http" not in path.read_text().replace('"', "").replace("'", "")
        assert "@import" not in path.read_text()
