"""What an editor wrote is quoted in reports, and commands neither a terminal nor a CI log."""

import json

import pytest

from generator.diagnostics import Finding, Severity, Span
from generator.wording.reports import as_json, concise, full, github

EVIL = "a\n::error file=x::b\r\x1b[31mred\u202e"


@pytest.mark.parametrize("form", ["concise", "full", "github"])
def test_a_value_commands_nothing(form: str) -> None:
    """A title with a line break could write an annotation of its own into a reviewer's pull request."""
    finding = Finding(
        rule="F021", severity=Severity.ERROR, span=Span("a/index.md", 4, 11, 4, 16), values={"value": EVIL}
    )
    report = {
        "concise": concise([finding], "en"),
        "full": full([finding], "en", lambda _path, _line: EVIL, is_terminal=False),
        "github": github([finding], "en"),
    }[form]
    assert not [line for line in report.splitlines()[1:] if line.startswith("::")]
    assert not set("\r\x1b\u202e") & set(report)


def test_the_machines_form_is_json_whatever_was_written() -> None:
    """A tool that reads the findings must not stumble over the very input they are about."""
    finding = Finding(
        rule="F021", severity=Severity.ERROR, span=Span("a/index.md", 4, 11, 4, 16), values={"value": EVIL}
    )
    document = json.loads(as_json([finding], "en", processes=1))
    assert document["summary"] == {"processes": 1, "errors": 1, "warnings": 0}
    assert document["findings"][0]["code"] == "F021"
    assert (document["findings"][0]["line"], document["findings"][0]["column"]) == (4, 11)
