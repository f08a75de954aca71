"""A withheld name that another plugin writes into a page, and pages for which a name was reviewed."""

from __future__ import annotations

from pathlib import Path

from tests.plugin.small import configure, run, small_site

ADDS = """\
def on_page_markdown(markdown, page, **_):
    return markdown + ("\\n\\nתודה לדנה זקאדם.\\n" if page.file.src_uri == "about.md" else "")
"""
LIST = "שם,תפקיד,ארגון,הסכמה\nדנה זקאדם,רכזת,עמותה,counted\n"
PLUGIN = "site_url: https://x.example.org/\nhooks: [adds.py]\n"


def _site(folder: Path, options: str, about: str) -> Path:
    small_site(folder)
    (folder / "processes/example/participants.csv").write_text(LIST, encoding="utf-8")
    (folder / "processes/about.md").write_text(f"---\ntitle: אודות\n---\n{about}\n", encoding="utf-8")
    (folder / "adds.py").write_text(ADDS, encoding="utf-8")
    configure(folder, PLUGIN, f"[{{sikum: {{data_license: CC-BY-4.0{options}}}}}]")
    return folder


def test_a_name_that_a_plugin_adds_stops_the_build_and_is_not_told(tmp_path: Path) -> None:
    """The file that was read holds no name; the page that would be published does."""
    done = run("mkdocs", "build", "--quiet", folder=_site(tmp_path, "", "מילים."))
    assert done.returncode == 1
    assert "זקאדם" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_page_for_which_the_name_was_reviewed_is_built_with_the_plugin_too(tmp_path: Path) -> None:
    """The editor of the site has the name of a participant: the office said so, and a plugin that turns the text keeps it."""
    reviewed = ", reviewed: {processes/about.md: The editor of the site of the same name}"
    done = run("mkdocs", "build", "--quiet", folder=_site(tmp_path, reviewed, "עורכת: דנה זקאדם."))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site/about/index.html").read_text("utf-8").count("זקאדם") >= 2
    assert "זקאדם" not in (tmp_path / "site/example/index.html").read_text("utf-8")
