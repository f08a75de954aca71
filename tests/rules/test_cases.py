"""Every rule as stories: a folder of files that differ from the smallest sound process, and the findings they should have.

`cases/<rule's name>/<case>/` holds whole files, laid over `tests/smallest`, and `expected.txt`: what `sikum check` says
in the concise form and in Hebrew. An empty one is the rule's sound neighbour: the nearest thing that is no fault.
What git or a person would stumble over (another encoding, an unseen character, a link, a huge file, a file that is
not there) stands in `unusual.txt`, written as an example of a rule is; `generator.rules` says how.

`SNAPSHOTS=overwrite` writes `expected.txt` anew: read the difference before it is committed.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from string import Formatter

import pytest
from click import UsageError

from generator.cli.folder import open_project
from generator.diagnostics import Finding
from generator.rules import PHRASES, RULES, RULES_BY_CODE
from generator.rules.examples import files_of
from generator.structure import fields_of, load_structure
from generator.wording.findings import word
from generator.wording.reports import concise
from tests.rules.conftest import SMALLEST, TODAY, lay_file
from tests.snapshots import assert_as_written

CASES = Path(__file__).parent / "cases"
EXPECTED, UNUSUAL = "expected.txt", "unusual.txt"
TESTED_ELSEWHERE = {
    "unreachable-link",
    "changed-without-note",
    "reworded-commitment",
    "figure-of-one",
    "stale-translation",
}
"""Rules that need more than a folder: test_outside_links.py, and tests/cli/test_since.py for what needs a history."""

GIVEN_TO_MANY = {"id", "field", "path", "value", "known", "limit"}
"""Values that code gives which many rules share; which of them its words take is the rule's choice."""

STRUCTURE = load_structure()
WAIVABLE = {
    "translation",
    *(step.id for step in STRUCTURE.gate),
    *(element.id for element in STRUCTURE.elements),
    *(part.id for element in STRUCTURE.elements for part in element.parts),
    *(field.id for element in STRUCTURE.elements for field in fields_of(STRUCTURE, element.id)),
    *(inner.id for element in STRUCTURE.elements for field in element.fields for inner in field.fields),
    *(field.id for field in STRUCTURE.record),
    *(inner.id for field in STRUCTURE.record for inner in field.fields),
}
"""What `closing.waived` may name."""

ALL = sorted(folder for folder in CASES.glob("*/*") if folder.is_dir())
every_case = pytest.mark.parametrize("case", ALL, ids=[f"{case.parent.name}/{case.name}" for case in ALL])


def files(case: Path) -> list[str]:
    """The paths that a case lays over the smallest process, relative to the folder with `processes/`."""
    found = [path.relative_to(case).as_posix() for path in case.rglob("*") if path.is_file()]
    return sorted(path for path in found if path not in (EXPECTED, UNUSUAL))


def lay_over(case: Path, folder: Path, *, without: str = "") -> None:
    """The smallest process in `folder`, with the files of a case over it."""
    shutil.copytree(SMALLEST, folder / "processes")
    for path in files(case):
        if path != without:
            # A folder may stand where the smallest process has a file.
            for above in (folder / path).parents:
                if above.is_file():
                    above.unlink()
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(case / path, folder / path)
    if (case / UNUSUAL).exists():
        for file in files_of((case / UNUSUAL).read_text(encoding="utf-8")):
            lay_file(folder / "processes", file)


def found_in(folder: Path) -> tuple[Finding, ...]:
    """What `sikum check` finds in the project, or where there is no `mkdocs.yml`, in its content folder."""
    project = open_project(folder if (folder / "mkdocs.yml").exists() else folder / "processes")
    builder = project.builder()
    try:
        return builder.check(project.options(today=TODAY.isoformat())).findings
    finally:
        builder.close()


@every_case
def test_a_case_has_the_findings_that_it_should_and_no_other(case: Path, tmp_path: Path) -> None:
    """An editor is sent to a line that is right, or a fault goes out with the site."""
    lay_over(case, tmp_path)
    findings = found_in(tmp_path)
    assert_as_written(case / EXPECTED, concise(findings, "he"))
    for each in findings:
        assert_helpful(each, tmp_path)


def assert_helpful(finding: Finding, folder: Path) -> None:
    """What a finding says besides its message: a whole hint, other places that are there, a subject that can be waived.

    A value that no word of it takes is a word that somebody forgot, or something that a log need not hold.
    """
    worded = word(finding, "en")
    assert set(finding.values) <= words_of(finding) | GIVEN_TO_MANY
    if not finding.is_private:
        assert "…" not in worded.message + worded.hint, "a value is missing"
        assert '""' not in worded.hint, "a value is empty"
    for related in finding.related:
        assert related.span != finding.span
        path = folder / "processes" / related.span.path
        assert related.span.line <= len(path.read_text("utf-8", "replace").splitlines())
    if finding.subject:
        assert set(finding.subject.split("|")) <= WAIVABLE


def words_of(finding: Finding) -> set[str]:
    """The names of the values that the words of a finding take, in any of its hints."""
    rule = RULES_BY_CODE[finding.rule]
    others = (*(related.message for related in finding.related), *filter(None, [finding.hint]))
    texts = (rule.message, rule.hint, *(PHRASES[name] for name in others))
    written = "".join(f"{text.he}{text.ar}{text.en}" for text in texts)
    return {name for _, name, _, _ in Formatter().parse(written) if name}


@every_case
def test_every_file_of_a_case_is_needed(case: Path, tmp_path: Path) -> None:
    """A file that changes nothing sends whoever reads the case the wrong way."""
    laid = files(case)
    assert laid or (case / UNUSUAL).exists()
    for path in laid:
        original = SMALLEST.parent / path
        assert not original.exists() or original.read_bytes() != (case / path).read_bytes()
    if len(laid) < 2 or not (case / EXPECTED).read_text(encoding="utf-8"):
        return
    lay_over(case, tmp_path / "whole")
    whole = found_in(tmp_path / "whole")
    for number, path in enumerate(laid):
        lay_over(case, tmp_path / str(number), without=path)
        with suppress(UsageError):  # the configuration names the file
            assert found_in(tmp_path / str(number)) != whole, path


def test_every_rule_has_a_case_that_raises_it() -> None:
    """A rule nobody has seen at work is a promise to editors that may not hold."""
    raised = {
        line.split(": ")[1].split()[2]
        for case in ALL
        for line in (case / EXPECTED).read_text(encoding="utf-8").splitlines()
        if line.split(": ")[1].split()[2] == case.parent.name
    }
    assert raised | TESTED_ELSEWHERE == {rule.name for rule in RULES}
    assert {case.parent.name for case in ALL} == raised


def test_every_family_has_a_sound_neighbour() -> None:
    """A check that shouts at everything would pass all other cases."""
    families = {rule.name: rule.code[0] for rule in RULES}
    sound = {families[case.parent.name] for case in ALL if not (case / EXPECTED).read_text(encoding="utf-8")}
    assert sound == set(families.values())


def test_a_case_is_two_folders_deep_and_says_what_it_expects() -> None:
    """A file put elsewhere, or a case without `expected.txt`, would test nothing and look as if it did."""
    assert [path for path in CASES.iterdir() if not path.is_dir()] == []
    assert [path for path in CASES.glob("*/*") if not path.is_dir()] == []
    assert [case for case in ALL if not (case / EXPECTED).exists()] == []
