"""What a start loads: every edit and every check pays for it, most of all where nobody waits for anything else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugin.small import ENVIRONMENT, run, small_site

NOT_FOR_A_CHECK = (
    "babel",
    "calendar",
    "dataclasses",
    "difflib",
    "email",
    "generator.disk.builder",
    "generator.disk.store",
    "generator.names.matcher",
    "generator.reading.attachments",
    "generator.reading.raw_lists",
    "generator.rendering",
    "importlib.metadata",
    "importlib.resources",
    "jinja2",
    "json",
    "markdown",
    "mkdocs",
    "packaging",
    "tempfile",
    "xml.etree",
    "zipfile",
)
NOT_FOR_AN_EDIT = (
    "docx",
    "generator.names.matcher",
    "generator.reading.attachments",
    "generator.reading.raw_lists",
    "icalendar",
    "multiprocessing",
    "openpyxl",
    "packaging.licenses",
    "watchdog",
    "weasyprint",
)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built and checked, and has one more sentence since."""
    project = small_site(tmp_path_factory.mktemp("started"))
    for command in (("mkdocs", "build", "-q"), ("generator", "check")):
        assert run(*command, folder=project).returncode == 0
    return project


def loaded_by(module: str, *arguments: str, folder: Path) -> set[str]:
    """The modules that `python -m MODULE ARGUMENTS` has loaded when it ends, without those that come with a bare Python."""
    code = (
        "import runpy, sys\n"
        "before = set(sys.modules)\n"
        f"sys.argv = {[module, *arguments]!r}\n"
        f"try: runpy.run_module({module!r}, run_name='__main__', alter_sys=True)\n"
        "except SystemExit as end: assert not end.code\n"
        "print(*(set(sys.modules) - before), sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def add_a_sentence(project: Path) -> None:
    """An edit of a page that is no record."""
    page = next(path for path in sorted(project.rglob("*.md")) if path.name != "index.md")
    page.write_text(page.read_text("utf-8") + "\nעוד משפט.\n", "utf-8")


def test_a_check_after_an_edit_loads_what_it_uses(edited: Path) -> None:
    """It runs at each save in an editor: most of its time is imports, and e-mail, archives and templates are not its trade."""
    add_a_sentence(edited)
    loaded = loaded_by("generator", "check", folder=edited)
    assert "generator.reading.process" in loaded, "the edited process is read"
    assert not loaded.intersection(NOT_FOR_A_CHECK)


def test_a_build_after_an_edit_loads_what_it_uses(edited: Path) -> None:
    """Whoever writes waits for it after each sentence: readers of attached files and makers of documents stay where they are."""
    add_a_sentence(edited)
    loaded = loaded_by("mkdocs", "build", "-q", folder=edited)
    assert "generator.reading.process" in loaded, "the edited process is read"
    assert not loaded.intersection(NOT_FOR_AN_EDIT)
