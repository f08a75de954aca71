"""The other forms of a report, on cases of several kinds: `full` for people, `github` and `json` for machines.

`formats/<name>/` holds what each form says; `SNAPSHOTS=overwrite` writes it anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import sikum
from tests.rules.conftest import TODAY
from tests.rules.test_cases import CASES, lay_over
from tests.snapshots import assert_as_written

GOLDEN = Path(__file__).parent / "formats"
SHOWN = {
    "latin-value": "unknown-ministry/misspelt",
    "inside-a-hebrew-line": "missing-heading/heading-of-another-page",
    "after-niqqud": "broken-link/after-niqqud",
    "line-that-names-someone": "withheld-name-in-text/with-niqqud",
    "two-places": "dates-reversed/year-slipped",
    "line-of-the-participants": "unknown-value/consent-in-csv",
    "missing-part": "missing-part/heading-without-text",
    "mended-line": "bad-yaml/gershayim-at-the-start",
    "hebrew-path": "duplicate-element/two-backgrounds",
}
"""What each golden folder shows, and the case it is made of."""


@pytest.mark.parametrize("form", ["full", "github", "json"])
@pytest.mark.parametrize("name", SHOWN)
def test_a_report_is_as_it_was_read_and_agreed(
    name: str, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A caret under the wrong word, or an annotation GitHub cannot place, sends the editor looking elsewhere."""
    lay_over(CASES / SHOWN[name], tmp_path)
    monkeypatch.chdir(tmp_path)
    options = ["processes", "--format", form, "--lang", "he", "--today", TODAY.isoformat()]
    report = CliRunner().invoke(sikum, ["check", *options]).stdout
    assert_as_written(GOLDEN / name / f"{form}.txt", report)


def test_the_machines_form_tells_all_that_the_line_does() -> None:
    """Whoever builds on the JSON must not need the text as well."""
    for name, case in SHOWN.items():
        document = json.loads((GOLDEN / name / "json.txt").read_text(encoding="utf-8"))
        lines = [
            "{path}:{line}:{column}: {severity} {code} {name}: {message}\n".format_map(each)
            for each in document["findings"]
        ]
        assert "".join(lines) == (CASES / case / "expected.txt").read_text(encoding="utf-8")
        assert document["summary"]["errors"] + document["summary"]["warnings"] == len(lines)


def test_no_golden_report_is_left_behind() -> None:
    """A folder that nothing compares looks like a promise that is kept."""
    assert {folder.name for folder in GOLDEN.iterdir()} == set(SHOWN)
