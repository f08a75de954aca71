"""`exclude_docs` and `draft_docs` do what whoever uses MkDocs expects: what is held back is not public."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.structure.files import get_files, set_exclusions

from generator.configuration.settings import site_options
from generator.disk.reader import DiskReader
from generator.pipeline.discovery import discover
from generator.structure import load_structure
from tests.plugin.small import build, configure, files, run, small_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a second process, `drafts/not-yet`, and two ordinary pages that should not be seen yet."""
    small_site(tmp_path)
    content = tmp_path / "processes"
    shutil.copytree(content / "example", content / "drafts/not-yet")
    record = content / "drafts/not-yet/index.md"
    record.write_text(re.sub(r"(?m)^title: .*$", "title: טיוטה שלא לפרסום", record.read_text("utf-8")), "utf-8")
    for name in ("notes", "wip"):
        (content / f"{name}.md").write_text(f"---\ntitle: דף {name}\n---\nטקסט\n", encoding="utf-8")
    return tmp_path


PATTERNS = [
    "exclude_docs: |\n  drafts/\n  notes.md\ndraft_docs: |\n  wip.md\n",
    "exclude_docs: |\n  /drafts/not-yet/\n  /notes.md\n  wip*\n",
    "draft_docs: |\n  drafts/*/index.md\n  notes.md\n  wip.md\n",
    "exclude_docs: |\n  *.yml\n  *.csv\n  drafts/**\n  notes.md\n  wip.md\n",
]


@pytest.mark.parametrize("patterns", PATTERNS)
def test_what_is_held_back_is_nowhere_in_the_site(site: Path, patterns: str) -> None:
    """An unfinished process, and internal notes, were in the site, the sitemap and the open data."""
    configure(site, f"site_url: https://x.example.org/\n{patterns}")
    done = build(site, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    made = files(site / "site")
    assert "example/index.html" in made
    assert not [name for name in made if name.startswith(("not-yet", "notes", "wip"))]
    told = "".join(content.decode("utf-8", "replace") for content in made.values())
    assert "טיוטה שלא לפרסום" not in told
    assert "דף notes" not in told
    assert "not-yet" not in told
    assert (site / "site/example/participants/index.html").exists()
    assert run("generator", "check", "--strict", folder=site).returncode == 0
    assert run("generator", "export", "od", folder=site).returncode == 0
    assert "not-yet" not in (site / "od/data/catalogue.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("exclude", "draft"),
    [
        ("", ""),
        ("drafts/", ""),
        ("/drafts", "*.md"),
        ("*.md\n!about.md", ""),
        ("drafts/", "!drafts/not-yet/index.md"),
        ("drafts/*\n!drafts/not-yet/", "notes.md"),
        ("notes.*", "!notes.md"),
        ("**/index.md", ""),
        ("[nw]*.md", ""),
        ("# notes.md\n\\#odd.md", "wip?md"),
        ("אודות.md", "עמודים/"),
        ("עמודים/**/שני.md", ""),
        ("a/**/b.md\n!a/b.md", ""),
        ("/b.md", "a/"),
        ("NOTES.md", ""),
        ("*.md  \n!wip.md", "w*.md"),
    ],
)
def test_what_is_held_back_is_what_mkdocs_would_hold_back(tmp_path: Path, exclude: str, draft: str) -> None:
    """A pattern that somebody knows from git or from MkDocs, and that means another thing here, publishes what nobody meant to."""
    content = tmp_path / "processes"
    names = (
        "index",
        "about",
        "notes",
        "wip",
        "#odd",
        "b",
        "a/b",
        "a/x/b",
        "אודות",
        "עמודים/שני",
        "עמודים/פנים/שני",
        "drafts/not-yet/index",
    )
    for name in names:
        path = content / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# א\n", encoding="utf-8")
    settings = {"site_name": "x", "docs_dir": "processes", "plugins": []}
    settings |= {name: text for name, text in (("exclude_docs", exclude), ("draft_docs", draft)) if text}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    theirs = get_files(config)
    set_exclusions(theirs, config)
    options = site_options(tmp_path, settings, {}, content_dir=content)
    ours = discover(content, DiskReader(content, None), load_structure(), options.held_back)
    assert [page.path for page in ours.pages] == sorted(file.src_uri for file in theirs if file.inclusion.is_included())


def test_a_chapter_that_is_held_back_is_missing(site: Path) -> None:
    """A process is judged by what of it is shown."""
    configure(site, "exclude_docs: |\n  drafts/\n  example/foreword.md\n")
    done = run("generator", "check", "--lang", "en", "--format", "concise", folder=site)
    assert "C001" in done.stdout
    assert done.returncode == 1


def test_a_link_to_what_is_held_back_leads_nowhere(site: Path) -> None:
    """Held back is not there: for readers, and so for links."""
    (site / "processes/about.md").write_text("---\ntitle: א\n---\n[ב](drafts/not-yet/index.md)\n", encoding="utf-8")
    configure(site, "draft_docs: drafts/\n")
    done = run("generator", "check", "--lang", "en", "--format", "concise", folder=site)
    assert re.search(r"about\.md:\d+:\d+: error L001", done.stdout)


def test_what_is_held_back_can_still_be_worked_on(site: Path) -> None:
    """A draft is written before it is published: commands that write into it have to find it."""
    configure(site, "draft_docs: drafts/\n")
    done = run("generator", "new", "meeting", "not-yet", "2026-03-10", folder=site)
    assert done.returncode == 0, done.stderr
    assert (site / "processes/drafts/not-yet/meetings/2026-03-10.md").is_file()
