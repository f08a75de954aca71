"""Writes the pages that are made from the code: commands, formats, rules, open data and the table of profiles.

    python -m docs.reference.generate

`tests/docs/test_reference.py` fails when a page and what is made here differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from docs.reference.data_page import data_page
from docs.reference.page_words import COMMANDS, WORDS, Words
from docs.reference.profile_page import profile_page
from generator.cli.click_words import translate_click
from generator.cli.words import asks_for
from generator.diagnostics import Rule, Text
from generator.rules import RULES
from generator.rules.examples import files_of
from generator.structure import (
    Condition,
    ElementSpec,
    FieldSpec,
    PartSpec,
    Requirement,
    Structure,
    Vocabulary,
    load_structure,
)

DOCS = Path(__file__).parent.parent
HELP_WIDTH = 80

_RTL = '<div dir="rtl" lang="{}" markdown>\n\n{}\n</div>\n'


def pages() -> dict[str, Callable[[], str]]:
    """Every generated page: path under `docs/` -> what makes its text."""
    return {
        "reference/cli.md": partial(cli_page, "en"),
        "reference/formats.md": partial(formats_page, "en"),
        "reference/rules.md": partial(rules_page, "en"),
        "data.md": data_page,
        "profile-table.md": partial(profile_page, "en"),
        "he/commands.md": partial(cli_page, "he"),
        "he/formats.md": partial(formats_page, "he"),
        "he/rules.md": partial(rules_page, "he"),
        "he/profile-table.md": partial(_profile_page, "he"),
        "ar/commands.md": partial(cli_page, "ar"),
        "ar/formats.md": partial(formats_page, "ar"),
        "ar/rules.md": partial(rules_page, "ar"),
        "ar/profile-table.md": partial(_profile_page, "ar"),
    }


def _profile_page(language: str) -> str:
    return _in_direction(profile_page(language), language)


# --- commands ---


def cli_page(language: str) -> str:
    """The help of the command and of all its commands, one under another, in a language."""
    from generator.cli import sikum

    translate_click()
    blocks = "\n".join(
        f"## `{name}`\n\n```text\n{text}\n```\n" for name, text in _helps(sikum, "sikum", None, language)
    )
    return _in_direction(COMMANDS[language] + blocks, language)


def _helps(command: click.Command, name: str, parent: click.Context | None, language: str) -> Iterator[tuple[str, str]]:
    size = {"terminal_width": HELP_WIDTH, "max_content_width": HELP_WIDTH}
    context = click.Context(command, info_name=name, parent=parent, **{**command.context_settings, **size})
    with context.scope(cleanup=False):
        asks_for(("--lang", language))
        text = command.get_help(context)
    yield context.command_path, text
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found is not None
            yield from _helps(found, inner, context, language)


# --- formats ---


def formats_page(language: str) -> str:
    """All that `structure.yml` says, as tables."""
    structure, words = load_structure(), WORDS[language]
    sections = [
        words["formats"],
        _section(words["record"], _fields(structure.record, words)),
        _section(words["chapter"], _fields(structure.chapter_fields, words)),
        _section(words["elements"], *(_element(element, words) for element in structure.elements)),
        _section(words["promise"], _fields(structure.promise, words)),
        _section(words["response"], _fields(structure.response, words)),
        _section(words["meeting"], _fields(structure.meeting, words)),
        _section(words["meeting parts"], _parts(structure.meeting_parts, words)),
        _section(words["participant"], _fields(structure.participant, words, with_names=True)),
        _section(words["ministry"], _fields(structure.ministry, words)),
        _section(words["topic"], _fields(structure.topic, words)),
        _section(words["accessibility"], _fields(structure.accessibility, words)),
        _section(words["vocabularies"], *(_vocabulary(each, words) for each in structure.vocabularies.values())),
        _section(words["editions"], _editions(structure, words)),
        _section(words["gate"], _gate(structure, words)),
        _section(
            words["reserved"],
            f"{words['reserved ids']}: {_codes(sorted(structure.reserved_ids))}",
            f"{words['reserved stems']}: {_codes(sorted(structure.reserved_stems))}",
        ),
    ]
    return _in_direction("\n".join(sections), language)


def _section(title: str, *blocks: str) -> str:
    return f"## {title}\n\n" + "\n\n".join(block for block in blocks if block) + "\n"


def _fields(specs: Sequence[FieldSpec], words: Words, *, with_names: bool = False) -> str:
    heads = [words["field"], words["title"], words["type"], words["required"], words["about"]]
    heads += [words["other names"]] if with_names else []
    rows = []
    for name, spec in _flat(specs, ""):
        required = _condition(spec.required, words) if spec.required else ""
        if required and spec.required_rule:
            required += f" ({words['rule']} {spec.required_rule})"
        row = [f"`{name}`", _in(spec.title, words), _type(spec, words), required, _in(spec.guidance, words)]
        rows.append([*row, " · ".join(spec.aliases)] if with_names else row)
    return _table(heads, rows)


def _flat(specs: Sequence[FieldSpec], before: str) -> Iterator[tuple[str, FieldSpec]]:
    """Fields and the fields inside them: `output.type`, `goals[].text`."""
    for spec in specs:
        yield f"{before}{spec.id}", spec
        yield from _flat(spec.fields, f"{before}{spec.id}.")
        if spec.of is not None and spec.id != "list":
            yield from _flat(spec.of.fields, f"{before}{spec.id}[].")


def _type(spec: FieldSpec, words: Words) -> str:
    told = f"`{spec.type}`"
    if spec.of is not None:
        told = f"{words['list']} {_type(spec.of, words)}"
    elif spec.vocabulary:
        told = f"`{spec.vocabulary}`"
    if spec.shorthand:
        told += f"; {words['bare']} `{spec.shorthand}`"
    if spec.max_length:
        told += f"; {words['up to'].format(spec.max_length)}"
    if spec.min_items and spec.max_items:
        told += f"; {words['items'].format(spec.min_items, spec.max_items)}"
    elif spec.min_items:
        told += f"; {words['least'].format(spec.min_items)}"
    return told


def _element(element: ElementSpec, words: Words) -> str:
    facts = {
        words["once"]: not element.repeats,
        words["generated"]: element.is_generated,
        words["appendix"]: element.is_appendix and not element.is_generated,
        f"{words['hosts']} {_codes(element.hosts)}.": bool(element.hosts),
    }
    blocks = [
        f"### `{element.id}` – {_in(element.title, words)}",
        _in(element.guidance, words),
        " ".join(fact for fact, holds in facts.items() if holds),
        f"{words['other names']}: {' · '.join(element.aliases)}" if element.aliases else "",
        "\n".join(_asked(element, words)),
        _parts(element.parts, words),
        _fields(element.fields, words) if element.fields else "",
    ]
    return "\n\n".join(block for block in blocks if block)


def _asked(element: ElementSpec, words: Words) -> Iterator[str]:
    """What the document must or should have of an element, as the items of a list."""
    if element.required:
        yield f"- {words['wanted']}: {_condition(element.required, words)}"
    if element.requirements:
        yield f"- {words['parts when']}:"
        yield from (f"    {number}. {_requirement(each, words)}" for number, each in enumerate(element.requirements, 1))
    yield from (f"- {words['also']}: {_requirement(each, words)}" for each in element.also)
    if element.recommended:
        when = f" – {_condition(element.recommended_when, words)}" if element.recommended_when else ""
        yield f"- {words['recommended']}: {_codes(element.recommended)}{when}"


def _requirement(requirement: Requirement, words: Words) -> str:
    parts = ", ".join(words["or"].join(f"`{part}`" for part in one_of) for one_of in requirement.parts)
    return f"{_condition(requirement.when, words)} → {parts or words['no parts']}"


def _condition(condition: Condition, words: Words) -> str:
    if condition.all:
        return words["and"].join(f"({_condition(each, words)})" for each in condition.all)
    if condition.any:
        return words["or"].join(f"({_condition(each, words)})" for each in condition.any)
    if condition.question is None:
        return words["always"]
    answers = words["or"].join(f"`{answer}`" for answer in sorted(condition.answers))
    return f"`{condition.question}`: {words['exactly'] if condition.only else ''}{answers}"


def _parts(parts: Sequence[PartSpec], words: Words) -> str:
    if not parts:
        return ""
    rows = [
        [f"`{part.id}`", _in(part.title, words), _in(part.guidance, words), " · ".join(part.aliases)] for part in parts
    ]
    return _table([words["part"], words["title"], words["about"], words["other names"]], rows)


def _vocabulary(vocabulary: Vocabulary, words: Words) -> str:
    rows = [
        [
            f"`{term.id}`",
            term.title.he,
            term.title.ar,
            term.title.en,
            _in(term.guidance, words),
            " · ".join(term.aliases),
        ]
        for term in vocabulary.terms
    ]
    table = _table([words["id"], "עברית", "العربية", "English", words["about"], words["other names"]], rows)
    closed = f"{words['closed']}\n\n" if vocabulary.is_closed else ""
    return f"### `{vocabulary.id}` – {_in(vocabulary.title, words)}\n\n{closed}{table}"


def _editions(structure: Structure, words: Words) -> str:
    rows = [[f"`{each.id}`", _in(each.title, words), _condition(each.when, words)] for each in structure.editions]
    return _table([words["id"], words["title"], words["when"]], rows)


def _gate(structure: Structure, words: Words) -> str:
    rows = [
        [f"`{step.id}`", step.rule, _in(step.title, words), _in(step.who, words), _in(step.guidance, words)]
        for step in structure.gate
    ]
    return _table([words["id"], "", words["title"], words["who"], words["about"]], rows)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def _codes(names: Sequence[str]) -> str:
    return " · ".join(f"`{name}`" for name in names)


def _in(text: Text | None, words: Words) -> str:
    return text.in_language(words["language"]) if text else ""


def _in_direction(page: str, language: str) -> str:
    return page if language == "en" else _RTL.format(language, page)


# --- rules ---


def rules_page(language: str) -> str:
    """Every rule with its words and its two examples."""
    words = WORDS[language]
    return _in_direction("\n".join([words["rules"], *(_rule(each, words) for each in RULES)]), language)


def _rule(rule: Rule, words: Words) -> str:
    blocks = [
        f"## {rule.code} {rule.name}",
        f"**{words[rule.severity]}** · {_in(rule.what, words)}",
        _in(rule.why, words),
        f"{words['message']}: {_plain(_in(rule.message, words))}  \n{words['hint']}: {_plain(_in(rule.hint, words))}",
        f"{words['wrong']}:\n\n{_example(rule.wrong, words)}",
        f"{words['right']}:\n\n{_example(rule.right, words)}",
    ]
    return "\n\n".join(blocks) + "\n"


def _plain(text: str) -> str:
    """A template's text, so that Markdown takes none of its signs for its own."""
    for sign in "\\*_`<>[]":
        text = text.replace(sign, f"\\{sign}")
    return text


def _example(example: str, words: Words) -> str:
    blocks = []
    for file in files_of(example):
        note = f" ({words.texts.get(file.note, file.note)})" if file.note else ""
        title = f"{file.path}{note}".replace('"', "'")
        if file.note == "absent":
            blocks.append(f"`{file.path}`{note}")
            continue
        fence = "````" if "```" in file.text else "```"
        ending = file.path.rpartition(".")[2]
        kind = {"yml": "yaml", "md": "markdown"}.get(ending, "text")
        kind = "yaml" if file.note == "fields" else kind
        blocks.append(f'{fence}{kind} title="{title}"\n{file.text.rstrip(chr(10))}\n{fence}')
    return "\n\n".join(blocks)


def write() -> None:
    """Write every generated page over what is there."""
    for path, make in pages().items():
        (DOCS / path).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    write()
