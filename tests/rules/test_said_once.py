"""What a rule is called and how much it weighs is said in its entry and nowhere else."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import force_setattr

import generator
from generator.diagnostics import Rule, Severity
from tests.rules.test_examples import SHOWN_BY_FILES, findings_of

PACKAGE = Path(generator.__file__ or "").parent
CODE = re.compile(r"[SFCPGML]\d{3}")


def _elsewhere() -> Iterator[tuple[str, ast.AST]]:
    """Every piece of code outside the catalogue of rules and the module that says what a finding is."""
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE).as_posix()
        if where != "diagnostics.py" and not where.startswith("rules/"):
            yield from ((where, node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def test_no_code_of_a_rule_is_written_outside_the_catalogue() -> None:
    """Whoever looks for the users of a rule searches for its constant; a code in quotation marks would be missed."""
    written = [
        f"{where}:{node.lineno} {node.value}"
        for where, node in _elsewhere()
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    ]
    assert written == []


def test_no_severity_is_chosen_and_no_finding_made_outside_the_one_function() -> None:
    """A severity beside the entry's would win over it, and changing the entry would silently do nothing."""
    chosen = [
        f"{where}:{node.lineno}"
        for where, node in _elsewhere()
        if (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Severity")
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding")
        or (isinstance(node, ast.Call) and _changes_a_finding(node))
    ]
    assert chosen == []


def _changes_a_finding(call: ast.Call) -> bool:
    """Whether a call of `replace` gives a finding another rule or another severity."""
    is_replace = isinstance(call.func, ast.Name) and call.func.id == "replace"
    return is_replace and any(keyword.arg in ("rule", "severity") for keyword in call.keywords)


@pytest.mark.parametrize("rule", SHOWN_BY_FILES, ids=lambda rule: rule.code)
def test_changing_the_severity_in_the_entry_is_enough(rule: Rule, write_example: Callable[[str], Path]) -> None:
    """Who turns a warning into an error, or back, edits one word; every part that finds the fault follows."""
    content = write_example(rule.wrong)
    before = rule.severity
    other = Severity.WARNING if before is Severity.ERROR else Severity.ERROR
    force_setattr(rule, "severity", other)
    try:
        assert [(found.rule, found.severity) for found in findings_of(content)] == [(rule.code, other)]
    finally:
        force_setattr(rule, "severity", before)
