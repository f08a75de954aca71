"""One cause gives one finding (spec 4), also where what uses the faulty thing stands in another file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.folder import open_project
from generator.wording.reports import concise
from tests.rules.conftest import TODAY

ASKED = "=== example/index.md (fields)\ntopics: [water]\n"
WATER = "=== topics.yml\nwater: {title: {he: מים, ar: ماء, en: Water}}\n"
REGISTRIES = {
    "topics that YAML cannot read": ("=== topics.yml\nwater:\n  title: {he: מים\n", "topics.yml:3:1: error S002"),
    "topics in another encoding": ("=== topics.yml (windows-1255)\nwater: מים\n", "topics.yml:1:8: error S001"),
    "topics as a list": ("=== topics.yml\n- water\n", "topics.yml:1:3: error M001"),
    "a topic without fields": ("=== topics.yml\nwater: מים\n", "topics.yml:1:1: error M001"),
    "bodies as a list": (WATER + "=== ministries.yml\n- health\n", "ministries.yml:1:3: error M001"),
    "a body without fields": (WATER + "=== ministries.yml\nhealth: הבריאות\n", "ministries.yml:1:1: error M001"),
    "another topic without fields": (WATER + "roads: כביש\n", "topics.yml:2:1: error M001"),
}  # fmt: skip


@pytest.mark.parametrize("name", REGISTRIES)
def test_a_fault_in_a_registry_is_told_once_and_not_for_every_process(
    name: str, write_example: Callable[[str], Path]
) -> None:
    """A colon in `topics.yml` turned four hundred processes red, and the one line to mend stood among them."""
    registry, expected = REGISTRIES[name]
    project = open_project(write_example(ASKED + registry))
    builder = project.builder()
    found = concise(builder.check(project.options(today=TODAY.isoformat())).findings, "en")
    builder.close()
    assert [line.partition(" bad-")[0].partition(" not-")[0] for line in found.splitlines()] == [expected]


def test_a_topic_that_a_sound_registry_lacks_is_still_told(write_example: Callable[[str], Path]) -> None:
    """What is faulty elsewhere in the file excuses no name that stands nowhere in it."""
    project = open_project(write_example(ASKED + "=== topics.yml\nroads: כביש\n"))
    builder = project.builder()
    found = builder.check(project.options(today=TODAY.isoformat())).findings
    builder.close()
    assert [each.rule for each in found] == ["F022", "M001"]
