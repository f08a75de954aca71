"""One thing, one word: the catalogues, the structure and the rules keep to `locale/glossary.yml`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from generator.diagnostics import Text
from generator.rules import HINTS, PHRASES, PROBLEMS, RELATED, RULES
from generator.scaffold import words

ROOT = Path(__file__).parents[2] / "generator"
LANGUAGES = ("he", "ar", "en")
GLOSSARY = yaml.load((ROOT / "wording" / "locale" / "glossary.yml").read_text("utf-8"), yaml.CSafeLoader)
FOUND_AS = {
    "he": r"(?<![א-ת])[ובכלמשה]{{0,3}}(?:{})(?![א-ת])",
    "ar": r"(?:{})",
    "en": r"(?i)(?<!\w)(?:{})(?!\w)",
}


def catalogue_texts(language: str) -> Iterator[tuple[str, str]]:
    """Where, and text: translations, or for English the message ids themselves."""
    for path in sorted((ROOT / "wording" / "locale" / ("he" if language == "en" else language)).rglob("*.po")):
        with path.open("rb") as file:
            messages = tuple(read_po(file))
        for message in messages:
            ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
            strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
            if ids[0]:
                yield from ((f"{path.name}: {ids[0]}", text) for text in (ids if language == "en" else strings))


def structure_texts(node: object, language: str, place: str = "structure.yml") -> Iterator[tuple[str, str]]:
    """Titles and guidance. Aliases are not held to the glossary: they are what people write, also before it."""
    if isinstance(node, dict):
        if set(node) <= set(LANGUAGES) and language in node:
            yield place, str(node[language])
        for name, value in node.items():
            if name != "aliases":
                yield from structure_texts(value, language, f"{place} {name}")


def rule_texts(language: str) -> Iterator[tuple[str, str]]:
    """What rules say in messages, hints and on `/guide/rules/`, and the content that they show."""
    for rule in RULES:
        for name in ("message", "hint", "what", "why"):
            yield f"{rule.code} {name}", getattr(getattr(rule, name), language)
    for group in (HINTS, PHRASES, PROBLEMS, RELATED):
        yield from ((name, text.in_language(language)) for name, text in group.items())


def rule_examples() -> Iterator[tuple[str, str]]:
    """The content that rules show as wrong and as right: faults of form are meant, words are not."""
    for rule in RULES:
        yield f"{rule.code} wrong", rule.wrong
        yield f"{rule.code} right", rule.right


def scaffold_texts(language: str) -> Iterator[tuple[str, str]]:
    """What new folders say to whoever opens them."""
    for name, value in vars(words).items():
        if isinstance(value, Text):
            yield f"scaffold {name}", value.in_language(language)


def spoken_texts(language: str) -> Iterator[tuple[str, str]]:
    """What code says in three languages: every `Text(he=…, ar=…, en=…)`, and the descriptions of columns on `/data/`."""
    for place, name, call in _calls():
        if name == "Text":
            said = [each.value for each in call.keywords if each.arg == language]
        else:
            said = call.args[2:][LANGUAGES.index(language) :][:1]
        yield from (
            (place, each.value) for each in said if isinstance(each, ast.Constant) and isinstance(each.value, str)
        )


@cache
def _calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Where, of what, and as it stands: every call of `Text` and of `column` in the code."""
    return tuple(
        (f"{path.relative_to(ROOT)}:{node.lineno}", node.func.id, node)
        for path in sorted(ROOT.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Text", "column")
    )


def test_descriptions_of_columns_are_among_the_texts() -> None:
    """They are read by researchers, in a table that no catalogue of translations holds."""
    for language, description in (
        ("he", "אסמכתה: טקסט או כתובת"),
        ("ar", "الدليل: نص أو رابط"),
        ("en", "Evidence: text or an address"),
    ):
        assert description in {text for _, text in spoken_texts(language)}


QUOTES = re.compile(r"`[^`\n]*`|^\s*aliases:.*$|https?://\S+|\]\([^)]*\)", re.MULTILINE)
"""Names of fields and files, other names that people write, and addresses: not said by us."""
NOT_OURS = {"method-map.md", "formats.md", "profile-table.md", "specification.md", "rules.md"}
"""Quotations of the method, tables that repeat the structure or the rules, and the assignment as it was given."""


@cache
def document_texts() -> tuple[tuple[str, str], ...]:
    """The documentation, the sample catalogue and its site's own pages, line by line, in whatever language."""
    folders = (ROOT.parent / "docs", ROOT.parent / "processes")
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".yml")]
    found = []
    for path in (*files, ROOT.parent / "README.md", ROOT.parent / "CHANGELOG.md"):
        if path.name in NOT_OURS or "decisions" in path.parts:
            continue
        for number, line in enumerate(QUOTES.sub(" ", path.read_text("utf-8")).splitlines(), 1):
            found.append((f"{path.relative_to(ROOT.parent)}:{number}", line))
    return tuple(found)


@cache
def texts(language: str) -> tuple[tuple[str, str], ...]:
    """Every text of the product in a language, with where it stands."""
    found = [*catalogue_texts(language)]
    found += structure_texts(yaml.load((ROOT / "structure.yml").read_text("utf-8"), yaml.CSafeLoader), language)
    return (*found, *rule_texts(language), *scaffold_texts(language), *spoken_texts(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_says_what_the_glossary_forbids(language: str) -> None:
    """A reader takes two words for two things, and `34 voices` for a poll."""
    said = (*texts(language), *rule_examples(), *document_texts())
    together = "\n".join(text for _, text in said)
    faults = []
    for entry in GLOSSARY[language]:
        forbidden = FOUND_AS[language].format(entry["not"])
        if re.search(forbidden, together, re.MULTILINE):  # one look at all, since nothing is; then where it stands
            faults += [
                f"{place}: {text!r} – say: {entry['say']} ({entry['why']})"
                for place, text in said
                if re.search(forbidden, text)
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
    marks = re.compile(r"—|(?<![א-ת])[בהוכלמש]-(?=\d)|(?<=\w) - (?=\w)|(?<=\w) [,;.](?=\s|$)|(?<=[^\s\n])  (?=\S)")
    assert [(place, text) for place, text in texts(language) if marks.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_are_told_reasons_without_numbers_of_the_specification(language: str) -> None:
    """Nobody who reads `/guide/rules/` has the specification; its contributors have it in the reference."""
    from generator.rendering.reasons import reason_for_readers

    for rule in RULES:
        shown = reason_for_readers(getattr(rule.why, language))
        assert not re.search(r"spec \d|מפרט \d|المواصفة \d|\(\)|;\)", shown), shown
