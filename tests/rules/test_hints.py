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
    assert "CSV UTF-8" in worded.hint
