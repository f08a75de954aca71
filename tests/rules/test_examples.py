"""The examples that the guide and `sikum explain` show are true: the wrong one raises its rule and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.folder import open_project
from generator.diagnostics import Finding, Rule
from generator.disk.builder import SiteBuilder
from generator.rules import RULES
from generator.wording.reports import concise
from tests.rules.conftest import TODAY

NEEDS_NETWORK = {"L010"}
"""Rules that only `sikum check --links` raises."""

NEEDS_HISTORY = {"F044", "F045", "F046", "F050"}
"""Rules that only `sikum check --since` raises: see tests/cli/test_since.py."""


SHOWN_BY_FILES = [rule for rule in RULES if rule.code not in NEEDS_NETWORK | NEEDS_HISTORY]


def findings_of(content: Path) -> tuple[Finding, ...]:
    """What `sikum check` finds in a content folder, beside a `mkdocs.yml` or without one."""
    project = open_project(content.parent if (content.parent / "mkdocs.yml").exists() else content)
    builder = SiteBuilder(project.folder, content, is_cached=False)
    try:
        return builder.check(project.options(today=TODAY.isoformat())).findings
    finally:
        builder.close()


def check(content: Path) -> str:
    """The findings of a content folder in the concise form."""
    return concise(findings_of(content), "en")


@pytest.mark.parametrize("rule", SHOWN_BY_FILES, ids=lambda rule: rule.code)
def test_the_wrong_example_raises_its_rule_and_the_right_one_nothing(
    rule: Rule, write_example: Callable[[str], Path]
) -> None:
    """An editor copies the right example; a reviewer trusts the wrong one to be what the message is about."""
    found = [line.split(": ")[1].split()[1] for line in check(write_example(rule.wrong)).splitlines()]
    assert found == [rule.code]
    assert check(write_example(rule.right)) == ""
