"""What `sikum write` writes is sound Markdown for either family of engines, and it minds whose files it touches."""

from __future__ import annotations

import shutil
from pathlib import Path

import markdown
import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.disk.managed_output import LIST
from generator.editions.markdown import markdown_page
from generator.model.site import Page
from tests.plugin.small import files, run, small_site


def parts(text: str) -> tuple[dict[str, str], str]:
    """Front matter and body."""
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


def test_every_page_has_front_matter_that_is_yaml(written: Path) -> None:
    """A title with a colon or a quotation mark in it must not stop another engine."""
    texts = [path.read_text("utf-8") for path in sorted(written.rglob("*.md"))]
    assert len(texts) > 60
    for text in texts:
        head, body = parts(text)
        assert head["title"]
        assert set(head) <= {"title", "description"}
        assert body.strip()
        assert "\x02" not in text


@pytest.mark.parametrize("family", ["python-markdown", "commonmark"])
def test_both_families_leave_the_html_alone(written: Path, family: str) -> None:
    """A blank line or an indentation in HTML is enough for Markdown to make paragraphs and code of the rest."""
    convert = markdown.markdown if family == "python-markdown" else MarkdownIt("commonmark").render
    for path in sorted(written.rglob("*.md")):
        _, body = parts(path.read_text("utf-8"))
        html = convert(body)
        blocks = [block for block in body.strip().split("\n\n") if block.startswith("<div lang=")]
        assert blocks or "<div data-sikum-page=" in body
        for block in blocks:
            assert block in html, f"{path.name}: {block[:80]}"


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_title_is_read_back(title: str, description: str) -> None:
    """Whatever an editor pastes from Word: line separators, byte order marks, quotation marks."""
    page = Page(url="a/", kind="page", title=title, description=description, language="he", body="<p>x</p>")
    text = markdown_page(page, "he")
    head, _ = parts(text)
    assert (head["title"], head.get("description", "")) == (title, description)


def test_a_page_in_another_language_says_which_way_it_runs() -> None:
    """Markdown has no word for it: an English chapter of a Hebrew site would run from the right."""
    page = Page(url="a/", kind="chapter", title="A", language="en", body="<h1>A</h1>", markdown=lambda: "# A\n")
    assert '<div lang="en" dir="ltr">\n<h1>A</h1>\n</div>' in markdown_page(page, "he")
    assert "# A\n" in markdown_page(page, "en")


def test_what_needs_a_script_is_hidden_where_there_is_none() -> None:
    """A button that does nothing is worse than none."""
    page = Page(url="", kind="catalogue", title="A", language="he", body="<button data-needs-script>x</button>")
    button = BeautifulSoup(markdown_page(page, "he"), "html.parser").button
    assert button is not None
    assert button.has_attr("hidden")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site, written once."""
    small_site(tmp_path)
    assert run("generator", "write", "docs", folder=tmp_path).returncode == 0
    return tmp_path


def test_written_again_nothing_is_touched(site: Path) -> None:
    """Engines build what has a new time; a page that did not change must not cost a build."""
    before = {path: path.stat().st_mtime_ns for path in (site / "docs").rglob("*.md")}
    assert run("generator", "write", "docs", folder=site).stderr.startswith("קבצים ב־docs: ")
    assert {path: path.stat().st_mtime_ns for path in (site / "docs").rglob("*.md")} == before


def test_an_edited_chapter_is_written_anew(site: Path) -> None:
    """The other engine would publish what the office has corrected."""
    chapter = site / "processes/example/content.md"
    chapter.write_text(f"{chapter.read_text('utf-8')}\nתוקן אחרי הפרסום.\n", encoding="utf-8")
    assert run("generator", "write", "docs", folder=site).returncode == 0
    assert "תוקן אחרי הפרסום." in (site / "docs/example/content/index.md").read_text("utf-8")


def test_pages_that_are_no_longer_made_go_and_other_files_stay(site: Path) -> None:
    """A process that was taken down must not stay in the other engine's site; a page of that site's own must."""
    own = site / "docs/about-us.md"
    own.write_text("# שלנו\n", encoding="utf-8")
    changed = site / "docs/example/foreword/index.md"
    changed.write_text("תוקן ביד\n", encoding="utf-8")
    shutil.rmtree(site / "processes/example")
    done = run("generator", "write", "docs", folder=site)
    assert done.returncode == 0, done.stderr
    assert "הוסרו, כי אינם נוצרים עוד" in done.stderr
    assert "נשארו, כי השתנו מאז שנכתבו: example/foreword/index.md" in done.stderr
    assert (own.read_text("utf-8"), changed.read_text("utf-8")) == ("# שלנו\n", "תוקן ביד\n")
    assert not (site / "docs/example/index.md").exists()
    assert not (site / "docs/example/participants").exists()


@pytest.mark.parametrize("name", ["index.md", "data/index.md"])
def test_a_file_of_somebody_else_is_not_written_over(tmp_path: Path, name: str) -> None:
    """OUT may be a docs folder with years of work in it; nothing at all is written then."""
    site = small_site(tmp_path)
    own = site / "docs" / name
    own.parent.mkdir(parents=True)
    own.write_text("שלנו", encoding="utf-8")
    done = run("generator", "write", "docs", folder=site)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"שהשתנו מאז: {name}; לא נכתב דבר" in done.stderr
    assert files(site / "docs") == {name: "שלנו".encode()}
    assert run("generator", "write", "docs", "--force", folder=site).returncode == 0
    assert own.read_text("utf-8").startswith("---\ntitle:")


@pytest.mark.parametrize("out", ["processes", "processes/out", ".", ".."])
def test_pages_are_not_written_among_the_content(tmp_path: Path, out: str) -> None:
    """They would be read as content the next time."""
    (tmp_path / "project").mkdir()
    site = small_site(tmp_path / "project")
    before = files(tmp_path)
    done = run("generator", "write", out, folder=site)
    assert (done.returncode, done.stdout) == (2, "")
    assert "נמצאות זו בתוך זו" in done.stderr
    assert files(tmp_path) == before


def test_with_an_error_nothing_is_written(site: Path) -> None:
    """What is published elsewhere is as right as what is published here."""
    before = files(site / "docs")
    record = site / "processes/example/index.md"
    record.write_text(record.read_text("utf-8").replace("ministry: ", "ministry: no-"), encoding="utf-8")
    assert run("generator", "write", "docs", folder=site).returncode == 1
    assert files(site / "docs") == before


def test_a_build_killed_in_the_middle_knows_its_own_again(site: Path) -> None:
    """Files that a killed command had already written must not stand in the way of the next."""
    listed = (site / "docs" / LIST).read_text("utf-8")
    (site / "docs/index.md").unlink()
    (site / "docs/closing/index.md").write_bytes((site / "docs/closing/index.md").read_bytes())
    (site / "docs" / LIST).write_text(listed + f"{'0' * 64}  gone.md\n", encoding="utf-8")
    assert run("generator", "write", "docs", folder=site).returncode == 0
    assert (site / "docs/index.md").is_file()
    assert (site / "docs" / LIST).read_text("utf-8") == listed
