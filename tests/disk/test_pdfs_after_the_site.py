"""PDFs come after the site, and the end is the same as if everything had waited for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from generator.pipeline.options import SiteOptions
from generator.pipeline.pdfs import FEW
from generator.pipeline.running import PageRenderer
from generator.plugin.pdfs import waits
from tests.plugin.small import copy_of
from tests.trust.sites import TODAY, catalogue_files, plain, process_files, tree, write_project

NAMES = ("a", "b", "c", "d", "e")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five processes whose profile asks for a document that stands alone, and two that are content with pages."""
    files = dict(catalogue_files())
    for name in NAMES:
        files |= process_files(name, title=f"תהליך {name}")
        record = files[f"{name}/index.md"]
        assert isinstance(record, str)
        files[f"{name}/index.md"] = record.replace("audience: [participants]", "audience: [decision-makers]")
    return write_project(tmp_path_factory.mktemp("content") / "project", files)


@pytest.fixture
def project(content: Path, tmp_path: Path) -> Path:
    """The processes, not yet built."""
    return copy_of(content, tmp_path / "project")


@pytest.fixture(scope="module")
def watched(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Watched:
    """The same, built on one core with its PDFs after the site, and what the site was on the way."""
    build = Watched(copy_of(content, tmp_path_factory.mktemp("built") / "project"), "site", workers=1)
    build.build(is_after=True)
    return build


@pytest.fixture
def built(watched: Watched) -> Path:
    """That project, to be copied: with what its build left in the cache."""
    return watched.project


@pytest.fixture(scope="module")
def together(content: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site when everything waits for its PDFs, on two cores and without a cache."""
    project = copy_of(content, tmp_path_factory.mktemp("together") / "project")
    return Watched(project, "site", workers=2).build(is_after=False, is_cached=False)


class Watched:
    """Builds, and what the published site was each time it was exchanged."""

    def __init__(self, project: Path, site: str, *, workers: int | None = None) -> None:
        self.project, self.site = project, project / site
        self.workers = workers
        self.seen: list[tuple[int, int]] = []

    def build(self, *, is_after: bool, is_cached: bool = True) -> dict[str, bytes]:
        """The site at the end."""
        self.seen = []
        content = self.project / "processes"
        builder = SiteBuilder(self.project, content, is_cached=is_cached, workers=self.workers)
        options = SiteOptions(
            content_dir=content, prefix="processes/", today=TODAY, site_url="https://c.example.org/", with_pdf=True
        )
        checked = builder.check(options)
        progress = self.look if is_after else None
        builder.build(checked, PageRenderer("plain", plain), self.site, engine_files={}, progress=progress)
        builder.close()
        return tree(self.site)

    def look(self, done: int, count: int) -> None:
        """The site as a visitor finds it now: each link to a PDF leads to one."""
        self.seen.append((done, count))
        there = {path.stem for path in self.site.glob("*/*.pdf")}
        linked = {name for name in NAMES if f"{name}.pdf".encode() in (self.site / name / "index.html").read_bytes()}
        assert there == linked
        assert len(there) == done


def test_the_site_is_there_before_its_pdfs_and_links_to_none_that_is_not(watched: Watched) -> None:
    """Three hundred PDFs take minutes: a visitor neither waits for them nor meets a link that leads nowhere."""
    site = tree(watched.site)
    assert watched.seen[0] == (0, len(NAMES))
    assert watched.seen[-1] == (len(NAMES), len(NAMES))
    assert len(watched.seen) > 2, "those that are ready are published while others are made"
    assert {f"{name}/{name}.pdf" for name in NAMES} <= set(site)


def test_after_and_together_end_in_the_same_bytes(built: Path, together: dict[str, bytes], tmp_path: Path) -> None:
    """A pipeline that waits, an office that does not, one core or two, a warm cache: one site."""
    after = tree(built / "site")
    warm = Watched(copy_of(built, tmp_path / "project"), "site")
    assert warm.build(is_after=True) == after
    assert warm.seen == [], "nothing is made again"
    assert together == after


def test_after_an_edit_the_site_is_the_one_of_a_cold_build(built: Path, tmp_path: Path) -> None:
    """One PDF is made before the exchange: nobody sees its link vanish and come back."""
    project = copy_of(built, tmp_path / "project")
    chapter = project / "processes/b/background.md"
    chapter.write_text(chapter.read_text(encoding="utf-8").replace("כך היה.", "כך היה תמיד."), encoding="utf-8")
    edited = Watched(project, "site")
    site = edited.build(is_after=True)
    assert FEW >= 1
    assert edited.seen == []
    assert Watched(project, "cold").build(is_after=False, is_cached=False) == site


def test_a_build_that_was_ended_midway_is_taken_up_again(
    project: Path, together: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of the PDFs are no reason to make them twice."""

    class Ended(Exception):
        pass

    watched = Watched(project, "site", workers=1)

    def end(done: int, _: int) -> None:
        if done:
            raise Ended

    monkeypatch.setattr(watched, "look", end)
    with pytest.raises(Ended):
        watched.build(is_after=True)
    again = Watched(project, "site", workers=1)
    whole = again.build(is_after=True)
    assert again.seen == [], "one was left, and that is few"
    assert together == whole


def test_a_pipeline_can_say_that_it_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """`mkdocs build` knows no flag of ours: an option or a variable of the environment says it."""
    monkeypatch.delenv("SIKUM_PDF", raising=False)
    assert waits("wait")
    assert not waits("auto")
    monkeypatch.setenv("SIKUM_PDF", "wait")
    assert waits("auto")
