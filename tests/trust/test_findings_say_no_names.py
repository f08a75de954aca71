"""No report, in any format, says a name that any process of the site withholds, however and wherever it is written."""

from __future__ import annotations

import json
import shutil
import unicodedata
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from generator.cli import sikum
from tests.plugin.small import small_site

NAME = "דנה זקאדם"
SPELLINGS = (NAME, "זקאדם, דנה", "דָּנָה  זקאדם", "דנה-זקאדם", "%D7%93%D7%A0%D7%94-זקאדם", "דנהזקאדם", "לדנה זקאדם")
FORMATS = ("full", "concise", "json", "github", "sarif", "junit")
LIST = f"שם,תפקיד,ארגון,הסכמה\nרות לדוגמה,רכזת,ארגון א,full\n{NAME},יועצת,ארגון ג,counted\n"


def _write(path: str, text: str) -> Callable[[Path], object]:
    def write(content: Path) -> None:
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")

    return write


def _field(path: str, name: str, value: str) -> Callable[[Path], object]:
    def write(content: Path) -> None:
        kept = [
            line
            for line in (content / path).read_text(encoding="utf-8").splitlines()
            if not line.startswith(f"{name}:")
        ]
        (content / path).write_text("\n".join([kept[0], f"{name}: {value}", *kept[1:]]) + "\n", encoding="utf-8")

    return write


def places(said: str) -> dict[str, Callable[[Path], object]]:
    """What somebody wrote where it cannot stand, so that it is a finding."""
    return {
        "a value that is not known": _field("example/index.md", "kind", f'"{said}"'),
        "a field that is not known": _field("example/index.md", f'"{said}"', "1"),
        "a value of another process": _field("second/index.md", "kind", f'"{said}"'),
        "a field of another process": _field("second/index.md", f'"{said}"', "1"),
        "a date of another process": _field("second/index.md", "end_date", f'"{said}"'),
        "a link of another process": _write("second/content.md", f"[א](<{said}.md>)\n"),
        "a link of a page": _write("about.md", f"[א](<{said}.md>)\n"),
        "a page": _write(f"{said}.md", "[א](nowhere.md)\n"),
        "a registry": _write("ministries.yml", f'health:\n  name: {{he: א}}\n  type: "{said}"\n'),
        "a folder of processes": lambda content: shutil.move(content / "example", content / said / "example"),
        "an attached file": _write(f"example/appendices/{said}.csv", "שם,טלפון\nא ב,1\nג ד,2\n"),
        "the list's own cells": _write("example/participants.csv", f"שם,מגזר,הסכמה\n{NAME},{said},{said}\n"),
    }  # fmt: skip


def says_name(report: str) -> bool:
    """Whether the letters of both words stand together, whatever is between and upon them."""
    plain = unicodedata.normalize("NFKD", unquote(unescape(report)))
    letters = "".join(filter(str.isalnum, plain))
    return "דנהזקאדם" in letters or "זקאדםדנה" in letters


@pytest.mark.parametrize("place", places(""))
def test_a_report_says_where_and_not_whom(place: str, tmp_path: Path) -> None:
    """The log of a build server is read by more people than the list, and one process does not know the names of another."""
    for number, said in enumerate(SPELLINGS):
        content = small_site(tmp_path / str(number)) / "processes"
        shutil.copytree(content / "example", content / "second")
        (content / "example/participants.csv").write_text(LIST, encoding="utf-8")
        places(said)[place](content)
        for form in FORMATS:
            told = CliRunner().invoke(sikum, ["check", str(content.parent), "--format", form])
            assert told.exit_code in (0, 1), told.output
            report = told.stdout
            if form in ("json", "sarif"):
                report = json.dumps(json.loads(report), ensure_ascii=False)
            assert not says_name(report + told.stderr), (said, form)
