"""The catalogue of rules, as editors meet it: in the terminal, in the page, in `sikum explain` and in the guide."""

import json
import re
import string
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from msgspec.structs import fields

from generator.cli import sikum
from generator.diagnostics import Rule, Severity, Text
from generator.rules import PHRASES, PROBLEMS, RULES, RULES_BY_CODE, rule
from generator.rules.examples import files_of

PLACEHOLDERS = frozenset(
    ("value", "field", "known", "count", "limit", "date", "other", "element", "part", "id", "path", "line", "row")
)

FIXED = """
S001 not-utf8, S002 bad-yaml, S003 duplicate-key, S004 bad-csv
F001 missing-field, F002 unknown-field (w), F003 wrong-type, F004 unknown-value, F005 bad-date, F006 dates-reversed
F007 too-long (w), F008 count-below-listed, F010 bad-id, F011 duplicate-id, F012 reserved-name, F021 unknown-ministry
F022 unknown-topic, F023 unknown-process
C001 missing-chapter, C002 missing-part, C003 unknown-element, C004 missing-element-field
P001 no-consent (w), P002 no-basis, P003 withheld-name-in-text, P004 unknown-column (w), P005 duplicate-participant (w)
M001 bad-registry
L001 broken-link, L002 missing-file, L003 outside-resource, L004 unsafe-html, L005 file-not-published (w)
"""
"""As the format's description fixes them; w is a warning."""

GATE_IDS = [
    "partners-aligned",
    "expectations-revisited",
    "participants-told",
    "output-sent",
    "thanked",
    "contact",
    "promises",
    "use",
    "profile",
]

every_rule = pytest.mark.parametrize("entry", RULES, ids=[entry.name for entry in RULES])


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def _texts(entry: Rule) -> dict[str, Text]:
    return {each.name: text for each in fields(entry) if isinstance(text := getattr(entry, each.name), Text)}


def test_codes_are_of_a_known_family_and_stand_in_order() -> None:
    """`sikum rules` and the guide list rules by code; a code out of its family would be looked up in vain."""
    codes = [entry.code for entry in RULES]
    assert all(re.fullmatch(r"[SFCPGML]\d{3}", code) for code in codes)
    assert codes == sorted(codes)


def test_no_code_and_no_name_is_given_twice() -> None:
    """A waiver, a search or a link to a rule would reach the wrong one."""
    given = Counter(entry.code for entry in RULES) + Counter(entry.name for entry in RULES)
    assert [name for name, times in given.items() if times > 1] == []


def test_rules_that_others_build_on_keep_code_name_and_severity() -> None:
    """Reviewers' scripts and published guides name these codes; another name or severity would break them."""
    for code, name, mark in re.findall(r"([A-Z]\d{3}) ([a-z0-9-]+)( \(w\))?", FIXED):
        severity = Severity.WARNING if mark else Severity.ERROR
        assert (RULES_BY_CODE[code].name, RULES_BY_CODE[code].severity) == (name, severity)


def test_the_gate_has_one_rule_for_each_id_in_order() -> None:
    """The hint of a gate rule names the id that a waiver must use: a wrong one would send editors in a circle."""
    gate = [entry for entry in RULES if entry.code[0] == "G"]
    assert [entry.code for entry in gate] == [f"G{number:03}" for number in range(1, 10)]
    for entry, gate_id in zip(gate, GATE_IDS, strict=True):
        assert entry.hint.he.endswith(f"closing.waived: {gate_id}")
        assert entry.hint.ar.endswith(f"closing.waived: {gate_id}")
        assert f"under {gate_id} in closing.waived" in entry.hint.en


def test_a_rule_is_found_by_code_or_name_in_any_case() -> None:
    """An editor types what the terminal showed, in capitals or not."""
    wanted = RULES_BY_CODE["F021"]
    assert rule("F021") is rule("f021 ") is rule("unknown-ministry") is wanted
    assert rule("F999") is None
    assert rule("") is None


@every_rule
def test_a_name_is_kebab_case(entry: Rule) -> None:
    """Names are anchors in the guide and titles in pull-request annotations."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", entry.name)


@every_rule
def test_every_text_is_there_in_its_own_script(entry: Rule) -> None:
    """An Arabic office would meet Hebrew or nothing where a translation was forgotten or put in the wrong place."""
    for text in _texts(entry).values():
        assert re.search("[א-ת]", text.he)
        assert not re.search("[ء-ي]", text.he)
        assert re.search("[ء-ي]", text.ar)
        assert not re.search("[א-ת]", text.ar)
        assert not re.search("[א-תء-ي]", text.en)


@every_rule
def test_messages_and_hints_have_the_same_places_to_fill_in_all_languages(entry: Rule) -> None:
    """A value told in one language and kept back in another would help some readers only."""
    for text in (entry.message, entry.hint):
        assert _placeholders(text.he) == _placeholders(text.ar) == _placeholders(text.en)
        assert _placeholders(text.he) <= PLACEHOLDERS


@every_rule
def test_a_message_says_what_is_wrong_and_gives_no_advice(entry: Rule) -> None:
    """Messages stand alone in one-line formats: a full stop, a shout or a piece of advice reads as a scolding there."""
    for message in (entry.message.he, entry.message.ar, entry.message.en):
        assert message[-1] not in ".!?؟:"
        assert "!" not in message
        assert not re.search(r"\b(illegal|invalid|you|must|should not)\b|לא חוקי|יש להוסיף|ينبغي", message)
    assert not re.match("[A-Z]", entry.message.en.removeprefix("YAML "))


@every_rule
def test_the_written_value_stands_last_in_hebrew_and_arabic(entry: Rule) -> None:
    """A Latin value inside a sentence turns its order about; last, after a colon, it disturbs nothing."""
    for template in (entry.message.he, entry.message.ar):
        for value in ("{value}", "{path}", "{id}", "{date}", "{count}"):
            assert value not in template or template.endswith(f": {value}")


@every_rule
def test_explanations_are_whole_sentences_and_name_their_source(entry: Rule) -> None:
    """`sikum explain` is where an office asks "who says so?"."""
    assert entry.what.en.endswith(".")
    assert re.search(r"\((method|spec|WCAG|IS)\b[^()]*\)\.$", entry.why.en)
    assert re.search(r"\((השיטה|מפרט|WCAG|ת\"י)[^()]*\)\.$", entry.why.he)
    assert re.search(r"\((المنهج|المواصفة|WCAG|المعيار)[^()]*\)\.$", entry.why.ar)


@every_rule
def test_an_example_is_whole_and_its_two_sides_differ(entry: Rule, write_example: Callable[[str], Path]) -> None:
    """Editors copy the right example; both are laid out as they stand, and the records in them can be read."""
    assert entry.wrong != entry.right
    assert files_of(entry.wrong)
    assert files_of(entry.right)
    write_example(entry.wrong)
    for page in write_example(entry.right).rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        if text.startswith("---\n"):
            assert isinstance(yaml.safe_load(text.split("---\n")[1]), dict)


@every_rule
def test_an_example_shows_the_fault_and_little_else(entry: Rule) -> None:
    """Nobody looks for one line in forty."""
    assert len(entry.wrong.splitlines()) <= 20
    assert len(entry.right.splitlines()) <= 25


def test_phrases_are_there_in_three_languages_with_the_same_places_to_fill() -> None:
    """A hint such as "did you mean" replaces a rule's own, so it is held to the same."""
    for phrase in (*PHRASES.values(), *PROBLEMS.values()):
        assert re.search("[א-ת]", phrase.he)
        assert re.search("[ء-ي]", phrase.ar)
        assert _placeholders(phrase.he) == _placeholders(phrase.ar) == _placeholders(phrase.en) <= PLACEHOLDERS


def test_a_rule_is_in_the_catalogue_by_being_written_in_a_module_of_its_family() -> None:
    """Adding a rule is one entry: every constant of every module is found, under the code of its family."""
    folder = Path(sys.modules["generator.rules"].__file__ or "").parent
    written: Counter[str] = Counter()
    for module in folder.rglob("*.py"):
        family = module.relative_to(folder).parts[0].removesuffix(".py")
        for constant, code in re.findall(
            r'^([A-Z0-9_]+) = Rule\(\n    code="(\w+)"', module.read_text("utf-8"), re.MULTILINE
        ):
            written[code] += 1
            assert RULES_BY_CODE[code].name == constant.lower().replace("_", "-")
            assert code[0] == {"registries": "M"}.get(family, family[0].upper())
    assert written == Counter(RULES_BY_CODE.keys())


def test_the_catalogue_needs_nothing_but_the_shape_of_a_finding() -> None:
    """Every run loads it, also the one that finds nothing: it brings no parser and no other part of Sikum along."""
    program = "import sys, json, generator.rules; print(json.dumps(sorted(sys.modules)))"
    modules = json.loads(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout)
    own = {name for name in modules if name.startswith("generator.") and not name.startswith("generator.rules")}
    assert own == {"generator.diagnostics"}
    assert "yaml" not in modules


@pytest.mark.parametrize("language", ["he", "ar"])
def test_an_example_is_shown_in_one_language(language: str) -> None:
    """`(fields)` and `Wrong:` in the middle of Hebrew read like a fault of the page."""
    for entry in RULES:
        shown = CliRunner().invoke(sikum, ["explain", entry.code, "--lang", language]).output
        assert not re.search(
            r"\((?:fields|absent|today|escapes)\)$|^(?:Wrong|Right|Like|Not like)", shown, re.MULTILINE
        )
