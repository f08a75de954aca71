"""One thing, one word: the catalogues, the structure and the rules keep to `locale/glossary.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from generator.rules import RULES

ROOT = Path(__file__).parents[2] / "generator"
LANGUAGES = ("he", "ar", "en")
GLOSSARY = yaml.safe_load((ROOT / "wording" / "locale" / "glossary.yml").read_text("utf-8"))
FOUND_AS = {
    "he": r"(?<![א-ת])[ובכלמשה]{{0,3}}(?:{})(?![א-ת])",
    "ar": r"(?:{})",
    "en": r"(?i)(?<!\w)(?:{})(?!\w)",
}


def catalogue_texts(language: str) -> Iterator[tuple[str, str]]:
    """Where, and text: translations, or for English the message ids themselves."""
    with (ROOT / "wording" / "locale" / ("he" if language == "en" else language) / "LC_MESSAGES" / "sikum.po").open(
        "rb"
    ) as file:
        for message in read_po(file):
            ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
            strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
            if ids[0]:
                yield from ((f"sikum.po: {ids[0]}", text) for text in (ids if language == "en" else strings))


def structure_texts(node: object, language: str, place: str = "structure.yml") -> Iterator[tuple[str, str]]:
    """Titles and guidance. Aliases are not held to the glossary: they are what people write, also before it."""
    if isinstance(node, dict):
        if set(node) <= set(LANGUAGES) and language in node:
            yield place, str(node[language])
        for name, value in node.items():
            if name != "aliases":
                yield from structure_texts(value, language, f"{place} {name}")


@cache
def texts(language: str) -> tuple[tuple[str, str], ...]:
    """Every text of the product in a language, with where it stands."""
    found = [*catalogue_texts(language)]
    found += structure_texts(yaml.safe_load((ROOT / "structure.yml").read_text("utf-8")), language)
    for rule in RULES:
        found += (
            (f"{rule.code} {name}", getattr(getattr(rule, name), language)) for name in ("message", "what", "why")
        )
    return tuple(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_says_what_the_glossary_forbids(language: str) -> None:
    """A reader takes two words for two things, and `34 voices` for a poll."""
    faults = [
        f"{place}: {text!r} – say: {entry['say']} ({entry['why']})"
        for entry in GLOSSARY[language]
        for place, text in texts(language)
        if re.search(FOUND_AS[language].format(entry["not"]), text)
    ]
    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_glossary_recommends_it_does_not_forbid(language: str) -> None:
    """Or a translator could not follow it."""
    for entry in GLOSSARY[language]:
        assert not any(
            re.search(FOUND_AS[language].format(other["not"]), str(entry["say"])) for other in GLOSSARY[language]
        ), entry


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_has_one_kind_of_dash_and_of_spaces(language: str) -> None:
    """An em dash, a hyphen for a dash, a space before a comma: each looks like another hand."""
    marks = re.compile(r"—|(?<=\w) - (?=\w)|(?<=\w) [,;.](?=\s|$)|(?<=[^\s\n])  (?=\S)")
    assert [(place, text) for place, text in texts(language) if marks.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_are_told_reasons_without_numbers_of_the_specification(language: str) -> None:
    """Nobody who reads `/guide/rules/` has the specification; its contributors have it in the reference."""
    from generator.rendering.reasons import reason_for_readers

    for rule in RULES:
        shown = reason_for_readers(getattr(rule.why, language))
        assert not re.search(r"spec \d|מפרט \d|المواصفة \d|\(\)|;\)", shown), shown
