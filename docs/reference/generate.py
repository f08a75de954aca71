"""Writes the pages that are made from the code: commands, formats, rules, open data and the table of profiles.

    python -m docs.reference.generate

`tests/docs/test_reference.py` fails when a page and what is made here differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from docs.reference.data_page import data_page
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

_RTL = '<div dir="rtl" lang="he" markdown>\n\n{}\n</div>\n'


def pages() -> dict[str, Callable[[], str]]:
    """Every generated page: path under `docs/` -> what makes its text."""
    return {
        "reference/cli.md": partial(cli_page, "en"),
        "reference/formats.md": partial(formats_page, "en"),
        "reference/rules.md": partial(rules_page, "en"),
        "data.md": data_page,
        "profile-table.md": profile_page,
        "he/commands.md": partial(cli_page, "he"),
        "he/formats.md": partial(formats_page, "he"),
        "he/rules.md": partial(rules_page, "he"),
    }


# --- commands ---

_CLI = """\
# Commands

What `sikum --help` and every command's `--help` say; this page is made from them and not edited.
`python -m generator` is the same command.

Findings and data go to standard output, everything else to standard error.
Exit status: 0 done or sound, 1 errors found or the work failed, 2 misuse.
`NO_COLOR` in the environment turns colour off.
What commands say is in the site's language; `SIKUM_LANG=en` asks for another one.
Findings of `sikum check` are in the site's language too; `--lang` asks for another one.
Where there is no site yet, the computer's language is taken.

"""


_CLI_IN_HEBREW = """\
# פקודות

מה שאומרות sikum --help וכל פקודה עם --help; העמוד נוצר מהן ואין לערוך אותו.

ממצאים ונתונים נכתבים לפלט הרגיל, וכל השאר לפלט השגיאות.
קוד היציאה: 0 נעשה או תקין, 1 נמצאו שגיאות או שהפעולה נכשלה, 2 קריאה שגויה לפקודה.
הפקודות מדברות בשפת האתר; `SIKUM_LANG=en` מבקש שפה אחרת.
גם הממצאים של `sikum check` נאמרים בשפת האתר; `--lang` מבקש שפה אחרת.
כשאין עדיין אתר, נלקחת שפת המחשב.

"""


def cli_page(language: str) -> str:
    """The help of the command and of all its commands, one under another, in a language."""
    from generator.cli import sikum

    translate_click()
    blocks = "\n".join(
        f"## `{name}`\n\n```text\n{text}\n```\n" for name, text in _helps(sikum, "sikum", None, language)
    )
    return _CLI + blocks if language == "en" else _RTL.format(_CLI_IN_HEBREW + blocks)


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


@dataclass(frozen=True, slots=True)
class _Words:
    """The few words of these pages that stand neither in `structure.yml` nor in a rule."""

    texts: dict[str, str]

    def __getitem__(self, key: str) -> str:
        return self.texts[key]


_ENGLISH = _Words(
    {
        "language": "en",
        "formats": "# Formats\n\nEverything a process is written in: fields, elements, parts and lists of values.\n"
        "This page is made from `generator/structure.yml` and not edited; a site's own extension adds to it.\n\n"
        "Where a list of values is named, a value's id, its title in Hebrew, Arabic or English, and its other names "
        "are all understood.\n",
        "field": "Field",
        "type": "Type",
        "required": "Required",
        "about": "What is wanted",
        "always": "always",
        "or": " or ",
        "and": " and ",
        "exactly": "exactly ",
        "rule": "reported as",
        "list": "list of",
        "bare": "a bare text is",
        "up to": "up to {} characters",
        "items": "{}–{} items",
        "least": "at least {}",
        "id": "Id",
        "title": "Title",
        "other names": "Other names",
        "record": "The record: front matter of `index.md`",
        "chapter": "Front matter of any chapter",
        "elements": "Elements of the document, in order",
        "once": "At most one in a process.",
        "generated": "Written by the machine.",
        "appendix": "An appendix: its file may lie in `appendices/`.",
        "hosts": "May also hold the parts of",
        "wanted": "Required",
        "parts when": "Required parts, by the first condition that holds",
        "no parts": "none",
        "also": "Besides",
        "recommended": "Recommended",
        "part": "Part",
        "promise": "An item of `promises.yml`",
        "response": "An item of `responses.yml`",
        "meeting": "Front matter of `meetings/*.md`",
        "meeting parts": "Parts of a meeting's summary",
        "participant": "Columns of `participants.csv`",
        "ministry": "An entry of `ministries.yml`",
        "topic": "An entry of `topics.yml`",
        "accessibility": "`accessibility.yml`",
        "vocabularies": "Lists of values",
        "closed": "The code acts on each of these: a site may add other names, but no value.",
        "editions": "Editions",
        "when": "When",
        "gate": "The closing gate",
        "who": "Who acts",
        "reserved": "Reserved names",
        "reserved ids": "For processes, groups and ordinary pages",
        "reserved stems": "For chapters",
        "rules": "# Rules\n\nEvery fault that `sikum check` can find. `sikum explain F021` shows one of them.\n"
        "Families: **S** source · **F** fields · **C** chapters and parts · **P** participants and privacy · "
        "**G** closing gate · **M** registries · **L** links and files.\n"
        "C and G are silent while a process is `open`, warnings while it is `closing`, errors once it is `closed`.\n\n"
        "In a message, `{value}` and the like stand for what was written.\n"
        "An example shows only the files, or the fields, in which it differs from a process that is sound.\n",
        "message": "Message",
        "hint": "What to do",
        "wrong": "Wrong",
        "right": "Right",
        "error": "error",
        "warning": "warning",
        "fields": "these fields differ",
        "absent": "the file is not there",
    }
)

_HEBREW = _Words(
    {
        "language": "he",
        "formats": "# מה כותבים, ואיפה\n\nכל מה שתהליך נכתב בו: שדות, רכיבים, חלקים ורשימות ערכים.\n"
        "העמוד נוצר מתוך `generator/structure.yml` ואין עורכים אותו; הרחבה של אתר מוסיפה עליו.\n\n"
        "בכל מקום שבו מצוינת רשימת ערכים מובנים המזהה, הכותרת בעברית, בערבית או באנגלית, והשמות הנוספים.\n",
        "field": "שדה",
        "type": "סוג",
        "required": "חובה",
        "about": "מה לכתוב",
        "always": "תמיד",
        "or": " או ",
        "and": " וגם ",
        "exactly": "בדיוק ",
        "rule": "מדווח בתור",
        "list": "רשימה של",
        "bare": "טקסט לבדו הוא",
        "up to": "עד {} תווים",
        "items": "{}–{} פריטים",
        "least": "לפחות {}",
        "id": "מזהה",
        "title": "כותרת",
        "other names": "שמות נוספים",
        "record": "הרשומה: השדות שבראש `index.md`",
        "chapter": "שדות בראש כל פרק",
        "elements": "רכיבי המסמך, לפי הסדר",
        "once": "לכל היותר אחד בתהליך.",
        "generated": "נכתב בידי המכונה.",
        "appendix": "נספח: הקובץ יכול לעמוד בתיקייה `appendices/`.",
        "hosts": "יכול להכיל גם את החלקים של",
        "wanted": "חובה",
        "parts when": "חלקים נדרשים, לפי התנאי הראשון שמתקיים",
        "no parts": "אין",
        "also": "נוסף על כך",
        "recommended": "מומלץ",
        "part": "חלק",
        "promise": "פריט בקובץ `promises.yml`",
        "response": "פריט בקובץ `responses.yml`",
        "meeting": "שדות בראש `meetings/*.md`",
        "meeting parts": "חלקים של סיכום מפגש",
        "participant": "העמודות של `participants.csv`",
        "ministry": "רשומה בקובץ `ministries.yml`",
        "topic": "רשומה בקובץ `topics.yml`",
        "accessibility": "`accessibility.yml`",
        "vocabularies": "רשימות ערכים",
        "closed": "התכנית פועלת לפי כל אחד מהם: אתר יכול להוסיף שמות, לא ערכים.",
        "editions": "מהדורות",
        "when": "מתי",
        "gate": "תנאי הסגירה",
        "who": "באחריות",
        "reserved": "שמות שמורים",
        "reserved ids": "לתהליכים, לקבוצות ולעמודים רגילים",
        "reserved stems": "לפרקים",
        "rules": "# הכללים\n\nכל תקלה ש־`sikum check` יודע למצוא. הפקודה `sikum explain F021` מציגה אחד מהם.\n"
        "המשפחות: **S** קובצי המקור · **F** שדות · **C** פרקים וחלקים · **P** משתתפים ופרטיות · "
        "**G** תנאי הסגירה · **M** מרשמים · **L** קישורים וקבצים.\n"
        "\u200fC ו־G אינם מופיעים כל עוד התהליך `open`, מזהירים כשהוא `closing`, והם שגיאות כשהוא `closed`.\n\n"
        "בהודעה, `{value}` ודומיו באים במקום מה שנכתב.\n"
        "דוגמה מראה רק את הקבצים, או את השדות, שבהם היא שונה מתהליך תקין.\n",
        "message": "ההודעה",
        "hint": "מה עושים",
        "wrong": "שגוי",
        "right": "נכון",
        "error": "שגיאה",
        "warning": "אזהרה",
        "fields": "השדות השונים",
        "absent": "הקובץ איננו",
    }
)

_WORDS = {"en": _ENGLISH, "he": _HEBREW}


def formats_page(language: str) -> str:
    """All that `structure.yml` says, as tables."""
    structure, words = load_structure(), _WORDS[language]
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


def _fields(specs: Sequence[FieldSpec], words: _Words, *, with_names: bool = False) -> str:
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


def _type(spec: FieldSpec, words: _Words) -> str:
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


def _element(element: ElementSpec, words: _Words) -> str:
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


def _asked(element: ElementSpec, words: _Words) -> Iterator[str]:
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


def _requirement(requirement: Requirement, words: _Words) -> str:
    parts = ", ".join(words["or"].join(f"`{part}`" for part in one_of) for one_of in requirement.parts)
    return f"{_condition(requirement.when, words)} → {parts or words['no parts']}"


def _condition(condition: Condition, words: _Words) -> str:
    if condition.all:
        return words["and"].join(f"({_condition(each, words)})" for each in condition.all)
    if condition.any:
        return words["or"].join(f"({_condition(each, words)})" for each in condition.any)
    if condition.question is None:
        return words["always"]
    answers = words["or"].join(f"`{answer}`" for answer in sorted(condition.answers))
    return f"`{condition.question}`: {words['exactly'] if condition.only else ''}{answers}"


def _parts(parts: Sequence[PartSpec], words: _Words) -> str:
    if not parts:
        return ""
    rows = [
        [f"`{part.id}`", _in(part.title, words), _in(part.guidance, words), " · ".join(part.aliases)] for part in parts
    ]
    return _table([words["part"], words["title"], words["about"], words["other names"]], rows)


def _vocabulary(vocabulary: Vocabulary, words: _Words) -> str:
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


def _editions(structure: Structure, words: _Words) -> str:
    rows = [[f"`{each.id}`", _in(each.title, words), _condition(each.when, words)] for each in structure.editions]
    return _table([words["id"], words["title"], words["when"]], rows)


def _gate(structure: Structure, words: _Words) -> str:
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


def _in(text: Text | None, words: _Words) -> str:
    return text.in_language(words["language"]) if text else ""


def _in_direction(page: str, language: str) -> str:
    return _RTL.format(page) if language == "he" else page


# --- rules ---


def rules_page(language: str) -> str:
    """Every rule with its words and its two examples."""
    words = _WORDS[language]
    return _in_direction("\n".join([words["rules"], *(_rule(each, words) for each in RULES)]), language)


def _rule(rule: Rule, words: _Words) -> str:
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


def _example(example: str, words: _Words) -> str:
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
