"""Hints that fit one case of a fault: what an editor is told to do has to help, and to be other than what is there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.folder import open_project
from generator.wording.findings import word
from tests.rules.conftest import TODAY

CONTENT = "=== example/content.md\nהידע שנאסף.\n"
"""What the smallest process has, for examples that change other files."""

HINTS = {
    "a colon in a line of a list": (
        "=== example/index.md (fields)\nbottom_lines:\n  - א\n  - ב: ועוד\n  - ג\n",
        ("F003", "write it like this: - 'ב: ועוד'"),
    ),
    "a colon in a list in brackets": (
        "=== example/index.md (fields)\ngoals: [להבין, ב: ועוד]\n",
        ("F003", "write it like this: 'ב: ועוד'"),
    ),
    "a colon in a lesson, which has to name its field": (
        "=== example/reflection.md\n---\nlessons:\n  - לפרסם מראש: זה עבד\n---\nמבט לאחור.\n",
        ("F003", "write it like this: - text: 'לפרסם מראש: זה עבד'"),
    ),
    "a quoted line below an open bracket": (
        "=== topics.yml\nwater: [\n  'מים: וביוב'\n",
        ("S002", "look at the indent, and put quotes around a value that holds a colon or begins with a sign"),
    ),
    "a part that the chapter does not hold, well spelt": (
        """\
=== example/responses.yml
- {heard: לפתוח בערב, response: noted, chapter: foreword#thanks}
=== example/foreword.md
---
author: {name: שם הכותבת}
covers: [essentials, impacts, use]
---
פסקה.
""",
        ("F024", "write the chapter's file name without its ending, and if wanted # and a part's id"),
    ),
    "data that is there and never published": (
        """\
=== example/promises.yml
- {id: p1, text: לפרסם, date: 2024-01, status: pending, due: 2030}
=== example/content.md
הידע, ו[ההבטחות](promises.yml).
""",
        ("L002", "this file is never published; link to the page that is made of it, or to another file in appendices"),
    ),
    "an ordinary page at a process's address": (
        "=== example.md\nעמוד.\n",
        ("F011", "rename one of the files: both have the same address"),
    ),
}


@pytest.mark.parametrize("name", HINTS)
def test_the_hint_is_one_that_helps(name: str, write_example: Callable[[str], Path]) -> None:
    """An editor does as the hint says, and the fault is still there, or a second one."""
    example, (rule, hint) = HINTS[name]
    project = open_project(write_example(example))
    builder = project.builder()
    found = builder.check(project.options(today=TODAY.isoformat())).findings
    builder.close()
    assert [word(each, "en").hint for each in found if each.rule == rule] == [hint]


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_an_encoding_that_nobody_knows_is_not_called_a_question_mark(
    language: str, write_example: Callable[[str], Path]
) -> None:
    """`iconv -f ?` is no command, and the office that copied it gave up."""
    content = write_example(CONTENT)
    (content / "example/content.md").write_bytes(b"\x93quoted\x94\n")
    project = open_project(content)
    builder = project.builder()
    (found,) = builder.check(project.options(today=TODAY.isoformat())).findings
    builder.close()
    worded = word(found, language)
    assert "?" not in worded.message + worded.hint
    assert "iconv" not in worded.hint
    assert "UTF-8" in worded.hint
    assert "CSV" not in worded.hint  # it is no table


RECORD = """\
---
title: שולחן עגול
ministry: health
kind: knowledge
status: open
---
טקסט.
"""


@pytest.mark.parametrize(
    ("written", "instead", "place", "message", "hint"),
    [
        ("\nkind:", "\n\tkind:", "4:1", "a tab at the beginning of the line, in place of spaces", "look at the indent"),
        ("\nkind:", "\n  kind:", "4:3", "an indent that is not that of the line above", "look at the indent"),
        ("kind: ", "kind:", "4:1", "no ordinary space after the colon", "type one space after the colon"),
        ("kind: ", "kind:\u00a0", "4:1", "no ordinary space after the colon", "type one space after the colon"),
        ("שולחן עגול", '"שולחן עגול', "2:1", "a quotation mark left open", "write it like this: title: 'שולחן עגול'"),
        ("שולחן עגול", '"C:\\מסמכים"', "2:11", "a backslash in double quotes", "look at the indent"),
    ],
)
def test_a_slip_in_a_record_is_told_in_plain_words_where_it_was_made(
    written: str, instead: str, place: str, message: str, hint: str, write_example: Callable[[str], Path]
) -> None:
    """The line below was named, or the words of a library, or a quotation mark was to be kept that nobody had meant."""
    content = write_example(CONTENT)
    (content / "example/index.md").write_text(RECORD.replace(written, instead, 1), encoding="utf-8")
    project = open_project(content)
    builder = project.builder()
    found = [each for each in builder.check(project.options(today=TODAY.isoformat())).findings if each.rule == "S002"]
    builder.close()
    worded = word(found[0], "en")
    assert f"{found[0].span.line}:{found[0].span.column}" == place
    assert message in worded.message
    assert worded.hint.startswith(hint)


def test_a_character_that_nobody_sees_in_a_fields_name_is_named(write_example: Callable[[str], Path]) -> None:
    """ "Unknown field status, did you mean status?" is all that an editor was told."""
    content = write_example(CONTENT)
    (content / "example/index.md").write_text(RECORD.replace("status:", "\u200fstatus:"), encoding="utf-8")
    project = open_project(content)
    builder = project.builder()
    found = [each for each in builder.check(project.options(today=TODAY.isoformat())).findings if each.rule == "S007"]
    builder.close()
    assert [(each.span.line, each.span.column, each.values["value"]) for each in found] == [(5, 1, "U+200F")]


def test_a_folder_with_a_name_that_is_no_id_is_to_be_renamed(write_example: Callable[[str], Path]) -> None:
    """An editor looked for a field called id, which a record does not have."""
    content = write_example(CONTENT)
    (content / "example").rename(content / "שולחן עגול")
    project = open_project(content)
    builder = project.builder()
    found = [each for each in builder.check(project.options(today=TODAY.isoformat())).findings if each.rule == "F010"]
    builder.close()
    assert "the folder's name: rename it" in word(found[0], "en").hint
