"""Forms for people without a terminal: the real CMS opens every process of the sample, and a save changes what was edited."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from generator.cli import sikum
from generator.source.nodes import ListNode, MapNode, Node, Scalar, parse_yaml
from tests.browser.forms import Forms, forms
from tests.browser.sites import HERE, SAMPLE

ADDED = " – נוסח אחר"
FILES = {
    f"processes/{path.relative_to(SAMPLE).as_posix()}": path.read_text("utf-8")
    for path in sorted(SAMPLE.rglob("*"))
    if path.suffix in (".md", ".yml")
}
RECORDS = [path for path in FILES if path.count("/") == 3 and path.endswith("/index.md")]
FULL = "processes/examples/example-full/"
OTHERS = {
    f"{FULL}foreword.md": ("sikum-foreword", "author.name"),
    f"{FULL}voices-online.md": ("sikum-more-content", "title"),
    f"{FULL}appendices/how-we-counted.md": ("sikum-appendices", "title"),
    f"{FULL}meetings/2023-02-05-opening.md": ("sikum-meetings", "title"),
    f"{FULL}promises.yml": ("sikum-promises", "items.0.text"),
    f"{FULL}responses.yml": ("sikum-responses", "items.0.heard"),
}


@pytest.fixture(scope="module")
def form(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forms]:
    """Sveltia with the sample in it, set up as the how-to says."""
    folder = tmp_path_factory.mktemp("admin")
    made = CliRunner().invoke(sikum, ["schema", str(folder), "--cms", "--site", str(HERE / "mkdocs.yml")])
    assert made.exit_code == 0, made.output
    with forms(chromium, folder, (folder / "config.yml").read_text("utf-8"), FILES) as opened:
        yield opened


def values(node: Node | None) -> object:
    """What Sikum reads: every scalar as the text that stands there."""
    if isinstance(node, MapNode):
        return {entry.key.text: values(entry.value) for entry in node.entries}
    if isinstance(node, ListNode):
        return [values(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def read(path: str, text: str) -> tuple[object, str]:
    """A file's data and its body."""
    if path.endswith(".yml"):
        return values(parse_yaml(text, path)[0]), ""
    _, data, body = text.split("---\n", 2)
    return values(parse_yaml(data, path)[0]), body.strip()


def put(data: object, field: str, added: str) -> None:
    """Adds to the text of one field, as an editor did in the form."""
    *within, last = field.split(".")
    for name in within:
        data = data[int(name)] if isinstance(data, list) else data[name]  # type: ignore[index]
    data[last] += added  # type: ignore[index]


def test_the_configuration_has_no_fault_and_every_process_is_in_the_list(form: Forms) -> None:
    """Sveltia shows a list of errors instead of forms where a setting is wrong, and grey warnings where one is unknown."""
    assert form.said == []
    assert form.count("sikum-record") == len(RECORDS) == 12


def test_one_field_is_edited_in_every_process_and_nothing_else_changes(form: Forms, tmp_path: Path) -> None:
    """All processes and one file of each kind: who corrects a title changes a title, and the check says what it said."""
    paths = form.paths()
    shutil.copytree(SAMPLE, tmp_path / "processes")
    for path in (*OTHERS, *RECORDS):
        collection, field = OTHERS.get(path, ("sikum-record", "title"))
        before, after = form.edit(collection, path, field, ADDED)
        wanted, body = read(path, before)
        put({"items": wanted} if path.endswith(".yml") else wanted, field, ADDED)
        assert read(path, after) == (wanted, body), path
        (tmp_path / path).write_text(after, encoding="utf-8")
    assert form.paths() == paths
    written, sample = (
        CliRunner().invoke(sikum, ["check", str(folder), "--format", "github"])
        for folder in (tmp_path / "processes", SAMPLE)
    )
    assert (written.exit_code, written.output) == (0, sample.output)


def test_the_second_save_changes_one_line(form: Forms) -> None:
    """The first save writes data in Sveltia's way, block by block; from then on a reviewer sees what was edited."""
    path = f"{FULL}index.md"
    form.edit("sikum-record", path, "title", "!")
    before, after = form.edit("sikum-record", path, "title", "?")
    lines = list(zip(before.splitlines(), after.splitlines(), strict=True))
    assert [new for old, new in lines if old != new] == [after.splitlines()[1]]
