"""Lays an example of a rule out on disk: the smallest sound process, with what the example changes."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.rules.examples import ExampleFile, files_of

SMALLEST = Path(__file__).parent.parent / "smallest" / "processes"
TODAY = date(2026, 1, 1)
"""The day on which examples are checked."""

_FIELD = re.compile(r"(?=^[^\s#-][^:\n]*:)", re.MULTILINE)


@pytest.fixture
def write_example(tmp_path: Path) -> Callable[[str], Path]:
    """A function from `Rule.wrong` or `Rule.right` to a content folder; each call makes a new one."""

    def make(example: str) -> Path:
        content = tmp_path / f"site-{len(list(tmp_path.iterdir()))}" / "processes"
        shutil.copytree(SMALLEST, content)
        for file in files_of(example):
            lay_file(content, file)
        return content

    return make


def lay_file(content: Path, file: ExampleFile) -> None:
    """One file of an example in a content folder, as the note after its path says."""
    target = content / file.path
    if file.note == "before":
        return  # what an earlier version held
    if file.note == "absent":
        target.unlink()
        return
    if file.note == "fields" and not target.parent.exists():
        shutil.copytree(SMALLEST / "example", target.parent)
    text = file.text.replace("(today)", TODAY.isoformat())
    if file.note == "fields":
        text = with_fields(target.read_text(encoding="utf-8"), text)
    if file.note == "escapes":
        text = re.sub(r"\\u([0-9a-f]{4})", lambda escape: chr(int(escape[1], 16)), text)
    target.parent.mkdir(parents=True, exist_ok=True)
    if file.note.startswith("link to "):
        target.symlink_to(file.note.removeprefix("link to "))
        return
    target.write_bytes(text.encode(file.note if file.note == "windows-1255" else "utf-8"))
    if file.note.endswith(" MB"):
        os.truncate(target, int(file.note.removesuffix(" MB")) * 1024 * 1024)
    if file.note == "tracked":
        subprocess.run(["git", "init", "-q"], cwd=content, check=True)
        subprocess.run(["git", "add", "--force", file.path], cwd=content, check=True)


def with_fields(page: str, changes: str) -> str:
    """The page with the fields of its head replaced, added, or taken out where they are `(absent)`."""
    _, head, body = page.split("---\n", 2)
    changed = _fields(changes)
    kept = [text for name, text in _fields(head) if name not in dict(changed)]
    new = [text for _, text in changed if not text.rstrip().endswith("(absent)")]
    return f"---\n{''.join(kept)}{''.join(new)}---\n{body}"


def _fields(head: str) -> list[tuple[str, str]]:
    """Each top field with all its lines, in order; a name may come twice."""
    return [(text.partition(":")[0], text) for text in _FIELD.split(head) if text]
