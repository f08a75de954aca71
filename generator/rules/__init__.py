"""The catalogue of rules: every kind of fault that Sikum knows, with its words in three languages and its examples.

A family of codes is a module or package here: `source` S, `fields` F, `chapters` C, `participants` P, `gate` G,
`registries` M, `links` L. A rule is a constant of a module, `from generator.rules.fields.names import UNKNOWN_MINISTRY`;
to add one, write its entry in a module of the family and its cases in `tests/rules/cases/`. Nothing else lists rules:
the modules of this package are looked through.

**Templates.** A rule's message and hint are `str.format` templates over `Finding.values`, from this set alone:

    {value}           what is written there            {other}        the second thing of a pair: a date, a count, a row
    {field}           name or path of a field          {count}        how many there are, or which
    {known}           nearest known name, or all       {limit}        how many there may or should be
    {date}            a date as it is written          {line} {row}   line of a file · row of a table, its head being 1
    {element} {part}  ids of the structure             {path}         a file, relative to the folder that is checked
    {id}              of a process or promise

No value is ever a participant's name or a piece of a participants file (spec 3.3). In Hebrew and Arabic the value
that was written stands last, after a colon, so that its own direction disturbs nothing.

**Where a rule comes from.** `why` ends with its source: "method" is the document on closing a process (step 1 with
people, step 2 writing; the structure's A to C, appendices), "spec" the section that fixes the format.

**Examples.** `wrong` and `right` hold the files that differ from the smallest sound process, which lies in `example/`
beside `ministries.yml`. Each begins with a line `=== path`, relative to the content folder, and may say in brackets:

    (fields)          only the fields given differ in the file's head; `name: (absent)` takes a field out; in a folder
                      other than `example/` this makes a second such process
    (absent)          the file is not there
    (windows-1255)    the file is in this encoding       (escapes)     \\uXXXX stands for that character
    (link to PATH)    a symbolic link                    (N MB)        the file goes on to that size

A value `(today)` is the day the check runs.
"""

from importlib import import_module
from pkgutil import walk_packages

from generator.diagnostics import Rule
from generator.rules.phrases import HINTS, PHRASES, RELATED
from generator.rules.problems import PROBLEMS

__all__ = ["HINTS", "PHRASES", "PROBLEMS", "RELATED", "RULES", "RULES_BY_CODE", "rule"]


def _all_rules() -> tuple[Rule, ...]:
    """The constants that are rules in every module of this package, sorted by code."""
    modules = (import_module(module.name) for module in walk_packages(__path__, f"{__name__}."))
    found = (entry for module in modules for entry in vars(module).values() if isinstance(entry, Rule))
    return tuple(sorted(found, key=lambda entry: entry.code))


RULES: tuple[Rule, ...] = _all_rules()
"""All rules, sorted by code."""

RULES_BY_CODE: dict[str, Rule] = {entry.code: entry for entry in RULES}

_RULES_BY_NAME: dict[str, Rule] = {entry.name: entry for entry in RULES}


def rule(code_or_name: str) -> Rule | None:
    """The rule of a code (`F021`, also `f021`) or a name (`unknown-ministry`); None when there is none."""
    wanted = code_or_name.strip()
    return RULES_BY_CODE.get(wanted.upper()) or _RULES_BY_NAME.get(wanted.lower())
