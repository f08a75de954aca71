"""Twenty plugins that sites of MkDocs have, each beside Sikum: what docs/how-to/look-and-plugins.md says of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugin.small import ENVIRONMENT, configure, run, small_site

GIT = ("git", "-c", "user.name=A Writer", "-c", "user.email=writer@example.org")
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
TOPICS = "digital:\n  title: {he: שירות דיגיטלי, ar: خدمة رقمية, en: Digital service}\n"


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run([*GIT, *arguments], cwd=folder, check=True, capture_output=True)


def _site(folder: Path, plugins: str) -> Path:
    small_site(folder)
    processes = folder / "processes"
    (processes / "about.md").write_text("---\ntitle: אודות\n---\nמי אנחנו.\n", encoding="utf-8")
    (processes / "topics.yml").write_text(TOPICS, encoding="utf-8")
    (processes / "example/media").mkdir()
    (processes / "example/media/a.png").write_bytes(PICTURE)
    (processes / "example/content.md").write_text("# תוכן\n\n![תמונה](media/a.png)\n\nנשאל.\n", encoding="utf-8")
    record = processes / "example/index.md"
    record.write_text(record.read_text("utf-8").replace("title:", "topics: [digital]\ntitle:", 1), encoding="utf-8")
    (folder / "gen.py").write_text("import mkdocs_gen_files as m\nm.open('made.txt', 'w').write('made')\n", "utf-8")
    configure(
        folder,
        "site_url: https://x.example.org/\nexclude_docs: participants.*\n",
        f"[{{sikum: {{data_license: CC-BY-4.0, evaluated_docs: about.md}}}}, {plugins}]",
    )
    _git(folder, "init", "-q")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "written")
    return folder


def _built(folder: Path, plugins: str) -> str:
    """The log of a strict build that worked."""
    _site(folder, plugins)
    done = run("mkdocs", "build", "--strict", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


def _text(folder: Path, path: str) -> str:
    return (folder / "site" / path).read_text("utf-8")


def test_git_revision_date_localized_dates_every_page(tmp_path: Path) -> None:
    """A reader could not see when a chapter was last changed, though the site's owners had asked for it."""
    _built(tmp_path, "git-revision-date-localized: {enable_creation_date: true}")
    chapter = _text(tmp_path, "example/content/index.html")
    assert "עדכון אחרון:" in chapter
    assert "git-revision-date-localized-plugin-date" in chapter


def test_git_authors_names_who_wrote(tmp_path: Path) -> None:
    """As its users know it, with whoever committed a file; pages that the machine makes name nobody."""
    _built(tmp_path, "git-authors")
    assert "A Writer" in _text(tmp_path, "example/content/index.html")
    assert "A Writer" not in _text(tmp_path, "ministries/index.html")


def test_glightbox_opens_pictures_under_the_sites_own_policy(tmp_path: Path) -> None:
    """Its code stands in the pages: without its hash the policy would stop it, and a picture would open nothing."""
    _built(tmp_path, "glightbox")
    chapter = _text(tmp_path, "example/content/index.html")
    assert chapter.count("<html") == 1
    assert '<a class="glightbox"' in chapter
    assert (tmp_path / "site/assets/javascripts/glightbox.min.js").is_file()
    policy = _text(tmp_path, "_headers")
    assert policy.count("'sha256-") == 2
    assert 'data-sikum-page="chapter"' in chapter


def test_minify_makes_pages_small(tmp_path: Path) -> None:
    """And nothing of them is lost: the hooks of a page are what other programs find it by."""
    _built(tmp_path, "minify: {minify_html: true}")
    chapter = _text(tmp_path, "example/content/index.html")
    assert "\n\n" not in chapter
    assert "data-sikum-page=chapter" in chapter
    assert "תוכן" in chapter


def test_redirects_lead_to_pages_of_processes(tmp_path: Path) -> None:
    """An address that was printed keeps its reader."""
    _built(tmp_path, "redirects: {redirect_maps: {old.md: example/content.md, who.md: about.md}}")
    assert "../example/content/" in _text(tmp_path, "old/index.html")
    assert "../about/" in _text(tmp_path, "who/index.html")


def test_rss_tells_of_pages_that_somebody_wrote(tmp_path: Path) -> None:
    """Its feeds were empty, and stood beside Sikum's own."""
    _built(tmp_path, "rss")
    feed = _text(tmp_path, "feed_rss_created.xml")
    assert "https://x.example.org/example/content/" in feed
    assert "https://x.example.org/ministries/" not in feed
    assert "דנה" not in feed


def test_include_markdown_reads_files_where_it_is_allowed_and_nowhere_else(tmp_path: Path) -> None:
    """A chapter could include the list of participants as it lies on the disk."""
    _site(tmp_path, "include-markdown")
    (tmp_path / "processes/about.md").write_text('{% include "example/foreword.md" %}\n', encoding="utf-8")
    (tmp_path / "processes/example/content.md").write_text('{% include "participants.csv" %}\n', encoding="utf-8")
    foreword = (tmp_path / "processes/example/foreword.md").read_text("utf-8").splitlines()[-1]
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert foreword in _text(tmp_path, "about/index.html")
    assert "participants.csv" in _text(tmp_path, "example/content/index.html")
    assert "דנה לדוגמה" not in _text(tmp_path, "example/content/index.html")


def test_tags_has_the_topics_of_a_process(tmp_path: Path) -> None:
    """Sites that list their pages by tag have the processes among them."""
    _built(tmp_path, "tags")
    assert '<ul class="page__tags">' in _text(tmp_path, "example/index.html")
    assert "שירות דיגיטלי" in _text(tmp_path, "example/index.html").partition("page__tags")[2]


def test_those_that_have_nothing_to_do_here_do_no_harm(tmp_path: Path) -> None:
    """Navigation is made of the catalogue, and what the others bring is in place already."""
    quiet = "search, meta, typeset, privacy, offline, blog, awesome-nav, literate-nav, gen-files: {scripts: [gen.py]}"
    _built(tmp_path, quiet)
    assert _text(tmp_path, "made.txt") == "made"
    assert 'data-sikum-page="chapter"' in _text(tmp_path, "example/content/index.html")


def test_section_index_warns_and_does_no_harm(tmp_path: Path) -> None:
    """It looks for the templates of a theme that it knows; the site is whole all the same."""
    _site(tmp_path, "section-index, awesome-pages")
    done = run("mkdocs", "build", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "section-index plugin couldn't detect a supported theme" in done.stderr
    assert 'data-sikum-page="chapter"' in _text(tmp_path, "example/content/index.html")


@pytest.mark.parametrize(
    ("plugin", "instead"),
    [
        ("i18n: {languages: [{locale: he, default: true, name: עברית}, {locale: ar, name: عربي}]}", "תרגומים"),
        ("print-site", "עמוד להדפסה"),
    ],
)
def test_those_that_would_ruin_the_site_are_refused(tmp_path: Path, plugin: str, instead: str) -> None:
    """static-i18n made the whole site Arabic, and its Hebrew was gone without a word."""
    _site(tmp_path, plugin)
    done = run("mkdocs", "build", folder=tmp_path)
    assert done.returncode == 1
    assert "אינו יכול לפעול לצד Sikum" in done.stderr
    assert instead in done.stderr
    assert not (tmp_path / "site").exists()


def test_mike_keeps_a_version_of_the_site(tmp_path: Path) -> None:
    """It calls the build itself, and puts what comes out into a branch."""
    _site(tmp_path, "mike")
    for engine in ("mkdocs", "properdocs"):  # it calls one of them by its name
        command = tmp_path / "bin" / engine
        command.parent.mkdir(exist_ok=True)
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {engine} "$@"\n', encoding="utf-8")
        command.chmod(0o755)
    environment = ENVIRONMENT | {"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    environment |= {
        f"GIT_{who}_{what}": "w@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        [sys.executable, "-c", "from mike.driver import main; main()", "deploy", "1.0"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    listed = subprocess.check_output(["git", "ls-tree", "-r", "--name-only", "gh-pages"], cwd=tmp_path, text=True)
    assert "1.0/example/content/index.html" in listed
