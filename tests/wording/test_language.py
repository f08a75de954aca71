"""What an editor sees in a text and a machine can see too: quotation marks, options, numbers, instructions, prefixes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.rules import RULES
from tests.wording.test_glossary import LANGUAGES, QUOTES, texts

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "generator" / "wording" / "locale"
LRM = "\N{LEFT-TO-RIGHT MARK}"
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\{?[^{}]*\}\}?")


def translations(language: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Forms of each message id, and forms of its translation."""
    for path in sorted((LOCALE / language).rglob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                if message.id:
                    yield (
                        message.id if isinstance(message.id, tuple) else (message.id,),
                        message.string if isinstance(message.string, tuple) else (message.string,),
                    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_has_one_pair_of_quotation_marks(language: str) -> None:
    """Curly beside straight, or a gershayim as a quotation mark, shows that two hands wrote one page."""
    assert [(place, text) for place, text in texts(language) if re.search("[“”„«»״׳’‘]", text)] == []


@pytest.mark.parametrize("language", ["he", "ar"])
def test_what_is_translated_is_in_the_language(language: str) -> None:
    """A translation equal to its message is one that nobody made; names of types on the command line stay as they are."""
    same = {ids for ids, strings in translations(language) if set(ids) & set(strings)}
    assert {ids for ids in same if re.search(r"[A-Za-z]", PLACEHOLDER.sub("", ids[0]))} == {
        ("file",),
        ("directory",),
        ("path",),
    }


@pytest.mark.parametrize("language", ["he", "ar"])
def test_an_option_keeps_its_hyphens_and_a_command_can_be_copied(language: str) -> None:
    """`--force` after a Hebrew word shows its hyphens behind it; a mark inside a command makes the shell refuse it."""
    faults = []
    for _, strings in translations(language):
        for text in strings:
            commands = re.findall(rf"\bsikum [a-z]+[ A-Za-z{LRM}-]*", text)
            faults += [f"a mark in a command: {each!r}" for each in commands if LRM in each.rstrip(LRM + " -")]
            for found in re.finditer(r"(?<![\w-])--[a-z]", text):
                before = text[: found.start()]
                if re.search(r"[א-תء-ي]\W*$", before) and not before.endswith(LRM):
                    faults.append(f"no mark before the option: {text!r}")
    assert faults == []


COUNTED = {
    "he": re.compile(r"(?:%\((?:count|total|shown|days|seen)\)s|\{(?:count|total|seen)\}) ([א-ת]+(?:ים|ות))(?![א-ת])"),
    "ar": re.compile(
        r"(?:%\((?:count|total|shown|days|seen)\)s|\{(?:count|total|seen)\}) ([ء-ي]+(?:ات|ين|ون)|[ء-ي]+ًا)"
    ),
}
"""A number and the noun after it."""
MANY = {"הדברים", "הגופים", "בתים"}
"""Nouns after a number that is never 1 or 2."""


@pytest.mark.parametrize("language", ["he", "ar"])
def test_a_number_stands_before_a_noun_only_where_the_message_has_plural_forms(language: str) -> None:
    """Arabic counts in six ways, Hebrew in three: where there is one form, the number stands after its noun and a colon."""
    words = {
        (ids[0], word)
        for ids, strings in translations(language)
        if len(ids) == 1
        for text in strings
        for word in COUNTED[language].findall(text)
    }
    assert {each for each in words if each[1] not in MANY} == set()


INSTRUCTION = {"he": r"(?:^|[ ,:])(?:יש|אין|כדאי) ל|[,;] ו?אין ל|יש לה|אין לה", "ar": r"ينبغي"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_reads_as_an_instruction(rule: object) -> None:
    """ "Each field is there" describes a file that is in order; whoever reads a rule asks what to do."""
    what = rule.what  # type: ignore[attr-defined]
    assert re.search(INSTRUCTION["he"], what.he), what.he
    assert re.search(INSTRUCTION["ar"], what.ar), what.ar
    assert not re.match(r"(?:A|An|The|Each|No|Only|There|It|So|Where)\b(?!.*, (?:agree|tell)\b)", what.en), what.en


def test_a_hebrew_prefix_joins_what_follows_by_a_maqaf() -> None:
    """`ב־PDF` and `ב-PDF` on one page: the one sign is longer than the other, and a search finds half."""
    faults = []
    for folder in ("docs/he", "processes"):
        for path in sorted((ROOT / folder).rglob("*.md")):
            if path.name in ("commands.md", "formats.md", "rules.md"):
                continue
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if re.search(r"(?<![א-ת\"'])[ובכלמשה]{1,3}-[`A-Za-z0-9]", line) and '"כ-40"' not in line:
                    faults.append(f"{path.relative_to(ROOT)}:{number}: {line}")
                if re.search(r"[א-ת]  [א-ת]|[א-ת] [,.;]", QUOTES.sub("x", line)):
                    faults.append(f"{path.relative_to(ROOT)}:{number}: blanks: {line}")
    assert faults == []
