"""Plugins and hooks that act on pages: Sikum's pages go through their events, and only what is published is handed out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.plugin.small import build, configure, files, run, small_site

LISTENER = """\
import json
from pathlib import Path
log = Path(__file__).with_name("log.jsonl")
def note(event, page, text):
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps([event, page.file.src_uri, page.url, text, page.file.content_string, dict(page.meta)]) + "\\n")
def on_pre_page(page, **_):
    note("pre_page", page, "")
def on_page_markdown(markdown, page, **_):
    note("page_markdown", page, markdown)
    return markdown.replace("השאלה", "HEARD")
def on_page_content(html, page, **_):
    note("page_content", page, html)
    return html + "<p>AFTER-CONTENT</p>"
def on_env(env, **_):
    with log.open("a", encoding="utf-8") as file:
        file.write('["env"]\\n')
def on_page_context(context, page, **_):
    note("page_context", page, "")
    assert context["page"] is page
def on_post_page(output, page, **_):
    note("post_page", page, output)
    return output.replace("</body>", "<script>said()</script></body>")
def on_post_build(config, **_):
    found = sorted(path.name for path in Path(config.site_dir, "example").iterdir())
    log.with_name("found.json").write_text(json.dumps(found))
"""
COUNTED = "שם,תפקיד,ארגון,הסכמה\nדנה לדוגמה,רכזת,ארגון א,full\nשלומית ברנדוויין,רכזת,ארגון ב,counted\n"


def _site(folder: Path, hook: str = LISTENER, plugins: str = "") -> Path:
    small_site(folder)
    (folder / "hook.py").write_text(hook, encoding="utf-8")
    sikum = "[{sikum: {data_license: CC-BY-4.0}}" + (f", {plugins}" if plugins else "") + "]"
    configure(folder, "site_url: https://x.example.org/\nhooks: [hook.py]\n", sikum)
    (folder / "processes/example/content.md").write_text("# תוכן\n\nהשאלה נשאלה.\n", encoding="utf-8")
    return folder


def _calls(folder: Path) -> list[list[object]]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text("utf-8").splitlines()]


def test_a_page_goes_through_every_event_in_the_engines_order(tmp_path: Path) -> None:
    """A hook that a site has had for years did nothing, and what it was for was missing from every page."""
    _site(tmp_path)
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    calls = _calls(tmp_path)
    of_chapter = [call[0] for call in calls if call[1:2] in ([], ["example/content.md"])]
    assert of_chapter == ["pre_page", "page_markdown", "page_content", "env", "page_context", "post_page"]
    (text,) = [call[3] for call in calls if call[:2] == ["page_markdown", "example/content.md"]]
    assert text == "# תוכן\n\nהשאלה נשאלה.\n"
    assert {call[2] for call in calls if call[0] == "post_page"} >= {"", "example/", "example/content/", "ministries/"}
    assert "content" in json.loads((tmp_path / "found.json").read_text())


CONTENTS = """\
import json
from pathlib import Path
def on_page_content(html, page, **_):
    page.toc.items = [item for item in page.toc.items if item.title != "שתיים"]
def on_page_context(context, page, **_):
    if page.file.src_uri == "example/content.md":
        found = [[item.title, item.url, item.level, [child.title for child in item.children]] for item in page.toc]
        Path(__file__).with_name("toc.json").write_text(json.dumps(found))
"""


def test_a_page_has_the_table_of_its_headings(tmp_path: Path) -> None:
    """Plugins that show, count or shorten it found none, on every page of the site."""
    _site(tmp_path, CONTENTS)
    text = "# תוכן\n\n## אחת *ועוד* R&D < 2\n\nא\n\n### בתוכה\n\nב\n\n## שתיים\n\nג\n\n## שלוש {#three}\n\nד\n"
    (tmp_path / "processes/example/content.md").write_text(text, encoding="utf-8")
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    first, third = json.loads((tmp_path / "toc.json").read_text())
    assert first == ["אחת ועוד R&amp;D &lt; 2", first[1], 2, ["בתוכה"]]
    assert first[1][0] == "#"
    assert f'id="{first[1][1:]}"' in (tmp_path / "site/example/content/index.html").read_text("utf-8")
    assert third == ["שלוש", "#three", 2, []]


def test_what_they_change_is_in_the_page_and_in_what_is_made_of_its_text(tmp_path: Path) -> None:
    """The chapter would say one thing on its page and another in print."""
    _site(tmp_path)
    assert build(tmp_path).returncode == 0
    page = (tmp_path / "site/example/content/index.html").read_text("utf-8")
    assert "HEARD נשאלה" in page
    assert "<p>AFTER-CONTENT</p>" in page
    assert "<script>said()</script>" in page
    assert "HEARD" in (tmp_path / "site/example/print/index.html").read_text("utf-8")
    assert "'sha256-" in (tmp_path / "site/_headers").read_text("utf-8").partition("script-src")[2].partition(";")[0]


def test_a_second_build_gives_the_same_site_and_takes_in_an_edit(tmp_path: Path) -> None:
    """With what is kept of the build before, a page would miss what a hook does, or show yesterday's text."""
    _site(tmp_path)
    assert build(tmp_path).returncode == 0
    first = files(tmp_path / "site")
    assert build(tmp_path).returncode == 0
    assert files(tmp_path / "site") == first
    (tmp_path / "processes/example/content.md").write_text("# תוכן\n\nהשאלה שונתה.\n", encoding="utf-8")
    assert build(tmp_path).returncode == 0
    assert "HEARD שונתה" in (tmp_path / "site/example/content/index.html").read_text("utf-8")


def test_nothing_is_handed_out_that_is_not_published(tmp_path: Path) -> None:
    """A plugin that writes feeds or files for language models would publish whom the list only counts."""
    _site(tmp_path)
    (tmp_path / "processes/example/participants.csv").write_text(COUNTED, encoding="utf-8")
    done = build(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    log = (tmp_path / "log.jsonl").read_text("utf-8").encode().decode("unicode_escape", "surrogatepass")
    handed = json.dumps(_calls(tmp_path), ensure_ascii=False)
    assert "דנה לדוגמה" in handed
    assert "ברנדוויין" not in handed
    assert "title:" not in "".join(str(call[4]) for call in _calls(tmp_path) if len(call) > 1)
    assert log


BRINGS_IN = """\
from pathlib import Path
def on_page_markdown(markdown, page, **_):
    if page.file.src_uri == {where!r}:
        return markdown + Path(__file__).with_name("processes").joinpath("example/participants.csv").read_text("utf-8")
"""


@pytest.mark.parametrize("where", ["example/content.md", "about.md"])
def test_a_text_that_comes_back_with_a_name_nobody_agreed_to_stops_the_build(tmp_path: Path, where: str) -> None:
    """Consent was applied before; a hook that reads the list would put the withheld name on a page."""
    _site(tmp_path, "")
    (tmp_path / "processes/about.md").write_text("---\ntitle: אודות\n---\nא\n", encoding="utf-8")
    (tmp_path / "processes/example/participants.csv").write_text(COUNTED, encoding="utf-8")
    assert build(tmp_path).returncode == 0
    before = files(tmp_path / "site")
    (tmp_path / "hook.py").write_text(BRINGS_IN.format(where=where), encoding="utf-8")
    done = build(tmp_path)
    assert done.returncode == 1
    assert f"sikum: {where}: what another plugin made of this text may not be published (P" in done.stderr
    assert "ברנדוויין" not in done.stderr + done.stdout
    assert files(tmp_path / "site") == before


def test_a_page_that_comes_back_empty_is_not_in_the_site(tmp_path: Path) -> None:
    """As with MkDocs: a plugin that leaves a page out means it, and a page without a text would stand there instead."""
    _site(tmp_path, "def on_post_page(output, page, **_):\n    return '' if page.url == 'example/content/' else None\n")
    assert build(tmp_path).returncode == 0
    assert not (tmp_path / "site/example/content/index.html").exists()
    assert (tmp_path / "site/example/index.html").exists()


def test_a_site_without_such_plugins_is_made_as_ever(tmp_path: Path) -> None:
    """The slow way is for those who need it: everybody else's pages are filled into shells, and kept."""
    _site(tmp_path, "def on_post_build(config, **_):\n    pass\n")
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0
    assert "פועלים על עמודים" not in done.stderr
    assert "<script>" not in (tmp_path / "site/index.html").read_text("utf-8")


def test_a_plugin_that_obeys_texts_sees_only_those_that_are_named(tmp_path: Path) -> None:
    """Whoever writes a chapter in one office could let the machine that builds run a template, or read a list of names."""
    _site(tmp_path, "", "macros")
    for path in ("processes/about.md", "processes/example/content.md"):
        (tmp_path / path).write_text("---\ntitle: אודות\n---\n{{ 6 * 7 }}\n", encoding="utf-8")
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "אף טקסט אינו נמסר ל: macros" in done.stderr
    assert "{{ 6 * 7 }}" in (tmp_path / "site/about/index.html").read_text("utf-8")
    configuration = (tmp_path / "mkdocs.yml").read_text("utf-8")
    allowed = configuration.replace("{data_license: CC-BY-4.0}", "{data_license: CC-BY-4.0, evaluated_docs: about.md}")
    (tmp_path / "mkdocs.yml").write_text(allowed, encoding="utf-8")
    done = run("mkdocs", "build", "--strict", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "אף טקסט אינו נמסר" not in done.stderr
    assert "42" in (tmp_path / "site/about/index.html").read_text("utf-8")
    assert "{{ 6 * 7 }}" in (tmp_path / "site/example/content/index.html").read_text("utf-8")
