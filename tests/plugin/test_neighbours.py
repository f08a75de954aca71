"""Plugins and hooks beside Sikum: those that ask where pages are find them, and those that see none are named."""

from __future__ import annotations

from pathlib import Path

from tests.plugin.small import configure, run, small_site

REDIRECTS = """\
from pathlib import Path
pages = {}
def on_files(files, config):
    for file in files.documentation_pages():
        pages[file.src_uri] = file.url
def on_post_build(config):
    for source in ("about.md", "example/index.md", "example/content.md"):
        Path(config.site_dir, source.replace("/", "-") + ".txt").write_text(pages[source])
"""


def test_who_asks_where_a_page_is_finds_it(tmp_path: Path) -> None:
    """ "Redirect target 'about.md' does not exist!" it said, and it did: a renamed process could not keep its address."""
    small_site(tmp_path)
    (tmp_path / "processes/about.md").write_text("---\ntitle: אודות\n---\nא\n", encoding="utf-8")
    (tmp_path / "redirects.py").write_text(REDIRECTS, encoding="utf-8")
    configure(tmp_path, "site_url: https://x.example.org/\nhooks: [redirects.py]\n")
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    told = {path.name: path.read_text("utf-8") for path in (tmp_path / "site").glob("*.md.txt")}
    assert told == {
        "about.md.txt": "about/",
        "example-index.md.txt": "example/",
        "example-content.md.txt": "example/content/",
    }
    assert 'data-sikum-page="chapter"' in (tmp_path / "site/example/content/index.html").read_text("utf-8")


def test_who_acts_on_pages_is_named(tmp_path: Path) -> None:
    """Such a build is slow, and nothing said why."""
    small_site(tmp_path)
    (tmp_path / "shout.py").write_text("def on_page_markdown(markdown, **_):\n    return markdown.upper()\n", "utf-8")
    configure(tmp_path, "site_url: https://x.example.org/\nhooks: [shout.py]\n")
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    (line,) = [line for line in done.stderr.splitlines() if "אלה פועלים על עמודים" in line]
    assert "shout.py" in line


def test_a_slip_in_a_template_is_told_in_a_line(tmp_path: Path) -> None:
    """Forty lines of traceback ended with what was wrong, and the file with it stood nowhere."""
    small_site(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own/main.html").write_text('{% extends "shell.html" %}{% block x %}', encoding="utf-8")
    configure(tmp_path, "theme: {name: material, language: he, custom_dir: own}\n")
    done = run("mkdocs", "build", "--quiet", folder=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "own/main.html" in done.stderr
    assert "Unexpected end of template" in done.stderr
    assert not (tmp_path / "site").exists()
