"""A process never ceases to be one unsaid: whatever becomes of its `index.md`, nothing withheld is published."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import sikum
from tests.plugin.small import build, run, small_site

RECORD = """\
---
title: ניסיון
short_description: תיאור
ministry: health
kind: knowledge
status: withdrawn
withdrawn: {date: 2025-01-02, explanation: הוסר}
participants:
  list:
    - {name: דנה זקאדם, consent: counted}
---
טקסט
"""
CHAPTER = "דנה זקאדם אמרה דבר שהוסר.\n"
HEBREW = RECORD.replace("ministry", "הגוף המכנס").replace("kind", "סוג התהליך").replace("status", "מצב")
OPENED = RECORD.removeprefix("---\n")
CONFLICT = "<<<<<<< HEAD\n" + RECORD + "=======\n" + RECORD.replace("טקסט", "אחר") + ">>>>>>> main\n"


def _rename(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "index.md").rename(folder / name) and None


def _write(content: str | bytes) -> Callable[[Path], None]:
    data = content.encode() if isinstance(content, str) else content
    return lambda folder: (folder / "index.md").write_bytes(data) and None


def _folder(folder: Path) -> None:
    (folder / "index.md").unlink()
    (folder / "index.md").mkdir()


def _link(folder: Path) -> None:
    (folder / "index.md").rename(folder.parent / "elsewhere.txt")
    (folder / "index.md").symlink_to("../elsewhere.txt")


def _only_people(folder: Path) -> None:
    (folder / "index.md").unlink()
    (folder / "content.md").rename(folder / "notes.md")
    (folder / "participants.xlsx").write_bytes(b"PK\x03\x04")


WAYS: dict[str, Callable[[Path], None]] = {
    "removed": lambda folder: (folder / "index.md").unlink(),
    "a capital": _rename("Index.md"),
    "a capital ending": _rename("index.MD"),
    "a second ending": _rename("index.md.txt"),
    "a space in the name": _rename("index .md"),
    "another ending": _rename("index.markdown"),
    "a copy": _rename("index (1).md"),
    "a page's name": _rename("README.md"),
    "an unseen mark in the name": _rename("index\u200f.md"),
    "a folder": _folder,
    "a symbolic link": _link,
    "only a list of participants": _only_people,
    "empty": _write(""),
    "only spaces": _write(" \n\n"),
    "an empty line first": _write("\n" + RECORD),
    "empty lines of Windows first": _write("\r\n\r\n" + RECORD.replace("\n", "\r\n")),
    "a space first": _write(" " + RECORD),
    "a tab first": _write("\t" + RECORD),
    "a space that does not break first": _write("\xa0" + RECORD),
    "a mark of direction first": _write("\u200f" + RECORD),
    "a space without width first": _write("\u200b" + RECORD),
    "two byte order marks": _write("\ufeff\ufeff" + RECORD),
    "a byte order mark and an empty line": _write("\ufeff\n" + RECORD),
    "a comment first": _write("<!-- טיוטה -->\n" + RECORD),
    "a comment that is not closed": _write("<!-- טיוטה\n" + RECORD),
    "commented out": _write("<!--\n" + RECORD + "-->\n"),
    "a heading first": _write("# כותרת\n\n" + RECORD),
    "a paragraph first": _write("נא לבדוק לפני הפרסום.\n\n" + RECORD),
    "no opening line": _write(OPENED),
    "no lines at all": _write(OPENED.replace("---\n", "")),
    "an em dash": _write("—-\n" + OPENED),
    "one em dash each": _write(RECORD.replace("---", "—")),
    "en dashes": _write(RECORD.replace("---", "–––")),
    "four hyphens": _write(RECORD.replace("---", "----")),
    "two hyphens": _write(RECORD.replace("---", "--")),
    "hyphens apart": _write(RECORD.replace("---", "- - -")),
    "a word after the hyphens": _write("--- yaml\n" + OPENED),
    "a comment after the hyphens": _write("--- # הרשומה\n" + OPENED),
    "TOML": _write(RECORD.replace("---", "+++").replace(": ", " = ")),
    "plus signs": _write(RECORD.replace("---", "+++")),
    "asterisks": _write(RECORD.replace("---", "***")),
    "a fence of code": _write("```yaml\n" + OPENED.replace("---", "```")),
    "a fence of tildes": _write("~~~\n" + OPENED.replace("---", "~~~")),
    "JSON": _write('{"title": "ניסיון", "status": "withdrawn",\n "participants": [{"name": "דנה זקאדם"}]}\n'),
    "carriage returns alone": _write(RECORD.replace("\n", "\r")),
    "line separators": _write(RECORD.replace("\n", "\u2028")),
    "next lines": _write(RECORD.replace("\n", "\x85")),
    "keys in capitals": _write(RECORD.replace("ministry", "Ministry").replace("kind", "KIND").replace("status", "Status")),
    "keys in Hebrew": _write(HEBREW),
    "keys in Hebrew after a line": _write("\n" + HEBREW),
    "indented": _write("".join(f"  {line}\n" if line != "---" else "---\n" for line in RECORD.splitlines())),
    "indented whole": _write("".join(f"    {line}\n" for line in RECORD.splitlines())),
    "quoted": _write("".join(f"> {line}\n" for line in RECORD.splitlines())),
    "a list": _write("".join(f"- {line}\n" if line[0].isalpha() else f"{line}\n" for line in RECORD.splitlines())),
    "a second front matter": _write("---\ntitle: טיוטה\n---\n" + RECORD),
    "an empty front matter before": _write("---\n---\n" + RECORD),
    "conflict markers at the top": _write(CONFLICT),
    "conflict markers inside": _write(RECORD.replace("status:", "<<<<<<< HEAD\nstatus:")),
    "UTF-16": _write(RECORD.encode("utf-16")),
    "UTF-16 without a mark": _write(RECORD.encode("utf-16-le")),
    "UTF-16 and an empty line": _write(("\n" + RECORD).encode("utf-16")),
    "Windows-1255 and an empty line": _write(("\n" + RECORD).encode("cp1255")),
    "Hebrew keys in Windows-1255": _write(HEBREW.encode("cp1255")),
    "a NUL first": _write("\0" + RECORD),
    "fields with wide colons": _write(RECORD.replace(": ", "： ")),
    "escaped hyphens": _write(RECORD.replace("---", "\\-\\-\\-")),
}  # fmt: skip


def site_with_a_withdrawn_process(folder: Path) -> Path:
    """A site with one sound process, and a small withdrawn one, whose folder is returned."""
    demo = small_site(folder) / "processes" / "health" / "demo"
    put_process(demo)
    return demo


def put_process(demo: Path) -> None:
    """The small withdrawn process in a folder of its own."""
    demo.mkdir(parents=True)
    (demo / "index.md").write_text(RECORD, encoding="utf-8")
    (demo / "content.md").write_text(CHAPTER, encoding="utf-8")


@pytest.mark.parametrize("way", WAYS)
def test_a_process_that_ceases_to_be_one_is_an_error_to_check_and_build_alike(way: str, tmp_path: Path) -> None:
    """Its private list, withheld names and withdrawn text went out as ordinary pages, with exit 0 and not a word."""
    demo = site_with_a_withdrawn_process(tmp_path)
    WAYS[way](demo)
    checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--format", "concise", "--lang", "en"])
    assert checked.exit_code == 1, checked.output
    assert any("health/demo" in line and " error " in line for line in checked.stdout.splitlines()), checked.stdout
    assert "זקאדם" not in checked.output


def test_a_build_stops_at_each_of_them_and_leaves_the_old_site(tmp_path: Path) -> None:
    """A green check before a build that publishes, or the other way round, is what nobody would notice."""
    small_site(tmp_path)
    for number, way in enumerate(WAYS.values()):
        put_process(tmp_path / f"processes/group{number}/demo{number}")
        way(tmp_path / f"processes/group{number}/demo{number}")
    built = build(tmp_path)
    assert built.returncode == 1, built.stderr
    assert not (tmp_path / "site").exists()
    told = run("generator", "check", "--format", "concise", folder=tmp_path).stdout
    silent = [way for number, way in enumerate(WAYS) if f"demo{number}/" not in told]
    assert silent == []
    assert "זקאדם" not in built.stdout + built.stderr
    cached = [
        path for path in (tmp_path / ".cache").rglob("*") if path.is_file() and "זקאדם".encode() in path.read_bytes()
    ]
    assert cached == []


SOUND = {
    "a group's page": ("index.md", "# בריאות\n\nכל התהליכים של המשרד.\n"),
    "a page with a line drawn": ("about.md", "# אודות\n\nטקסט.\n\n---\n\nעוד: טקסט\n\n---\n"),
    "a page with headings underlined": ("about.md", "אודות: הקטלוג\n---\n\nטקסט\n\nמצב: פתוח\n---\n"),
    "a page that explains": ("guide.md", "כך כותבים:\n\n```yaml\n---\nstatus: open\nkind: policy\n---\n```\n"),
    "a page with facts": ("team.md", "משתתפים: 12\nמקום: חיפה\n"),
    "a page with facts between lines": ("team.md", "טקסט\n\n---\n\nמשתתפים: 12\n\nמקום: חיפה\n\n---\n"),
    "a table": ("team.md", "| שם | מצב |\n|---|---|\n| א | פתוח |\n"),
    "a page with front matter": ("about.md", "---\ntitle: אודות\nhide: true\n---\nטקסט\n"),
    "a page with a general name": ("policy.md", "# מדיניות הפרטיות\n\nטקסט\n"),
    "a page with words from git": ("git.md", "הסימן <<<<<<< פותח, והסימן >>>>>>> סוגר.\n"),
    "a quotation": ("about.md", "> כותרת: ציטוט\n> מצב: טוב\n"),
    "an English page": ("about.md", "Status: this page is new.\n\nKind: regards.\n"),
    "a table of contents": ("index.md", "- [א](a.md)\n- [ב](b.md)\n"),
    "a document of meetings": ("meetings.md", "# מפגשים\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_an_ordinary_page_stays_one(name: str, tmp_path: Path) -> None:
    """A false alarm that cannot be mended teaches an office to look away."""
    path, text = SOUND[name]
    page = small_site(tmp_path) / "processes" / "about-us" / path
    page.parent.mkdir()
    page.write_text(text, encoding="utf-8")
    checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--format", "concise", "--lang", "en"])
    assert not [line for line in checked.stdout.splitlines() if "S01" in line], checked.stdout


def test_what_was_a_process_in_the_build_before_is_missed(tmp_path: Path) -> None:
    """A record that lost every sign of itself leaves pages that look like any other."""
    demo = site_with_a_withdrawn_process(tmp_path)
    (demo / "content.md").unlink()
    (demo / "story.md").write_text(CHAPTER, encoding="utf-8")
    CliRunner().invoke(sikum, ["check", str(tmp_path)])
    (demo / "index.md").write_text("# סתם עמוד\n", encoding="utf-8")
    for _ in range(2):
        checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--format", "concise", "--lang", "en"])
        assert "health/demo/index.md:1:1: error S013" in checked.stdout
    (demo / "index.md").unlink()
    (demo / "story.md").unlink()
    demo.rmdir()
    checked = CliRunner().invoke(sikum, ["check", str(tmp_path), "--format", "concise", "--lang", "en"])
    assert checked.exit_code == 0


def _into_another(demo: Path) -> None:
    demo.rename(demo.parent.parent / "example/demo")


def _into_another_broken(demo: Path) -> None:
    (demo / "index.md").write_text(f"\n{RECORD}", encoding="utf-8")
    _into_another(demo)


def _behind_a_link(demo: Path) -> None:
    demo.rename(demo.parent.parent.parent / "elsewhere")
    demo.symlink_to("../../elsewhere")


def _only_pictures(demo: Path) -> None:
    for path in demo.iterdir():
        path.unlink()
    (demo / "media").mkdir()
    (demo / "media/notes.txt").write_text(CHAPTER, encoding="utf-8")


@pytest.mark.parametrize(
    ("move", "place"),
    [
        (_into_another, "example/demo/index.md"),
        (_into_another_broken, "example/demo/index.md"),
        (_behind_a_link, "health/demo"),
        (_only_pictures, "health/demo/media/notes.txt"),
    ],
)
def test_a_process_that_went_somewhere_else_is_missed(tmp_path: Path, move: Callable[[Path], None], place: str) -> None:
    """Dragged into another process, or replaced by a link, it left the site with a warning beside others, and exit 0."""
    demo = small_site(tmp_path) / "processes/health/demo"
    shutil.copytree(tmp_path / "processes/example", demo)
    assert build(tmp_path).returncode == 0
    move(demo)
    checked = run("generator", "check", "--format", "concise", "--lang", "en", folder=tmp_path)
    assert f"{place}:1:1: error S013" in checked.stdout
    assert (checked.returncode, build(tmp_path).returncode) == (1, 1)
