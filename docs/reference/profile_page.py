"""The profile table: every combination of the deciding answers, what it requires and which editions it makes.

Answers that make no difference share a row, so the table shrinks to what a reader can take in, and grows by itself
when the structure begins to tell more answers apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from generator.diagnostics import Text
from generator.structure import (
    Answers,
    FieldSpec,
    PartSpec,
    Structure,
    editions_of,
    load_structure,
    required_elements,
    required_fields,
    required_parts,
    spec_at,
)

QUESTIONS = (
    "kind",
    "output.audience",
    "output.type",
    "output.purpose",
    "output.distribution",
    "output.continuation",
)
"""In the order of the columns. The audience stands before the type, since it decides first about the background."""

_PAGES = {
    "en": """\
# What each profile asks for

The kind of process and the answers to the four questions decide what a closing document must hold,
and which editions are made of it.
This page is made from `generator/structure.yml`; it is not edited.

- Every profile asks for: {always}.
- **–** in a column of answers: whatever is answered there makes no difference.
- *Participants* stands for an audience of participants alone.
  Where several audiences are named, decision makers decide wherever they are among them;
  otherwise participants among others change nothing.
- Where several ways of distribution are named, the editions of each are made.
- Parts stand in brackets after their chapter; with “or”, one of them is enough.
- In addition, whatever the profile: *Expectations not met*, in *Looking back*,
  when a promise was not kept or a goal not met.
- *A critical look* is recommended wherever the purpose is to show the process,
  and *Development* in a model or a policy.
""",
    "he": """\
# מה נדרש, לפי סוג התהליך והתשובות

סוג התהליך והתשובות לארבע השאלות קובעים מה צריך להיות במסמך המסכם, ואילו מהדורות נעשות ממנו.
העמוד נוצר מתוך `generator/structure.yml` ואין לערוך אותו.

- בכל תהליך נדרשים: {always}.
- **–** בעמודה של תשובות: התשובה שם אינה משנה.
- *משתתפי התהליך* הוא קהל יעד של משתתפים בלבד.
  כשיש כמה קהלים ומקבלי החלטות ביניהם, מקבלי ההחלטות קובעים; משתתפים לצד אחרים אינם משנים דבר.
- כשיש כמה דרכי הפצה, נעשות המהדורות של כולן.
- החלקים כתובים בסוגריים אחרי הפרק; כשכתוב "או", די באחד מהם.
- נוסף על כך, בכל תהליך שבו הבטחה לא קוימה או מטרה לא הושגה: *ציפיות שלא מומשו*, בפרק *מבט לאחור*.
- *מבט ביקורתי* מומלץ בכל מקום שבו המטרה היא להציג את התהליך, ו*פיתוח* במודל ובמדיניות.
""",
    "ar": """\
# ما المطلوب، بحسب نوع العملية والإجابات

نوع العملية والإجابات عن الأسئلة الأربعة تحدد ما ينبغي أن يكون في الوثيقة الختامية، وأي طبعات تُصنع منها.
هذه الصفحة مصنوعة من `generator/structure.yml` ولا تُحرَّر.

- في كل عملية يُطلب: {always}.
- **–** في عمود إجابات: الإجابة هناك لا تغيّر شيئًا.
- *المشاركون في العملية* جمهور مستهدف من المشاركين وحدهم.
  عندما تُذكر جماهير عدة وبينها صنّاع القرار، فهم الذين يقررون؛ والمشاركون إلى جانب غيرهم لا يغيّرون شيئًا.
- عندما تُذكر طرق توزيع عدة، تُصنع طبعات كل منها.
- تُكتب الأجزاء بين قوسين بعد فصلها؛ وحيث كُتب «أو» يكفي واحد منها.
- وإضافة إلى ذلك، في كل عملية لم يُوفَ فيها بوعد أو لم يتحقق فيها هدف: *توقعات لم تتحقق*، في فصل *نظرة إلى الوراء*.
- *نظرة نقدية* يوصى بها حيثما كانت الغاية عرض العملية، و*التطوير* في النموذج والسياسة.
""",
}
_HEADS = {
    "en": ("Chapters", "Fields", "Editions"),
    "he": ("פרקים", "שדות", "מהדורות"),
    "ar": ("الفصول", "الحقول", "الطبعات"),
}
_OR = {"en": " or ", "he": " או ", "ar": " أو "}

_Outcome: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


class ProfileRow(Struct, frozen=True, kw_only=True):
    """One combination of answers, in the words of one language."""

    answers: tuple[tuple[str, ...], ...]
    """For each of `QUESTIONS` the answers that this row stands for; empty when any answer will do."""
    chapters: tuple[str, ...]
    """Required chapters, each with its required parts in brackets."""
    fields: tuple[str, ...]
    """Required fields of the record that not every process needs."""
    editions: tuple[str, ...]


def profile_table(structure: Structure, language: str) -> tuple[ProfileRow, ...]:
    """All combinations of single answers to `QUESTIONS`, those alike in one row, in the structure's order."""
    always = {path for path, _ in required_fields(structure, {"status": frozenset(("closed",))})}

    def outcome(answers: Answers) -> _Outcome:
        fields = (spec.title for path, spec in required_fields(structure, answers) if path not in always)
        return (
            _chapters(structure, answers, language),
            tuple(title.in_language(language) for title in fields),
            tuple(edition.title.in_language(language) for edition in editions_of(structure, answers)),
        )

    def rows(position: int, given: dict[str, frozenset[str]]) -> tuple[ProfileRow, ...]:
        if position == len(QUESTIONS):
            chapters, fields, editions = outcome({**given, "expectations-unmet": frozenset(("no",))})
            return (ProfileRow(answers=(), chapters=chapters, fields=fields, editions=editions),)
        question = QUESTIONS[position]
        alike: dict[tuple[ProfileRow, ...], list[str]] = {}
        terms = structure.vocabularies[_vocabulary(structure, question)].terms
        for term in terms:
            below = rows(position + 1, {**given, question: frozenset((term.id,))})
            alike.setdefault(below, []).append(term.title.in_language(language))
        return tuple(
            ProfileRow(
                answers=(() if len(titles) == len(terms) else tuple(titles), *row.answers),
                chapters=row.chapters,
                fields=row.fields,
                editions=row.editions,
            )
            for below, titles in alike.items()
            for row in below
        )

    return rows(0, {})


def profile_page(language: str) -> str:
    """The page `profile-table.md` of a language as Markdown: a table for each kind of process."""
    structure = load_structure()
    rows = profile_table(structure, language)
    heads = [_spec(structure, question).title.in_language(language) for question in QUESTIONS[1:]]
    always = [chapter for chapter in rows[0].chapters if all(chapter in row.chapters for row in rows)]
    lines = [_PAGES[language].format(always=" · ".join(always))]
    for kind in dict.fromkeys(row.answers[0] for row in rows):
        lines += [f"## {_cell(kind, ' / ')}", "", _line([*heads, *_HEADS[language]])]
        lines += [_line(["---"] * (len(heads) + 3))]
        for row in rows:
            if row.answers[0] == kind:
                answers = [_cell(answer, " / ") for answer in row.answers[1:]]
                chapters = [chapter for chapter in row.chapters if chapter not in always]
                rest = [_cell(chapters, " · "), _cell(row.fields, " · "), _cell(row.editions, " · ")]
                lines.append(_line([*answers, *rest]))
        lines.append("")
    return "\n".join(lines)


def _chapters(structure: Structure, answers: Answers, language: str) -> tuple[str, ...]:
    parts = required_parts(structure, answers)
    found = []
    for required in required_elements(structure, answers):
        element = required.element
        asked = [
            _OR[language].join(_part(element.parts, part).in_language(language) for part in each.one_of)
            for each in parts
            if each.element == element.id
        ]
        found.append(element.title.in_language(language) + (f" ({', '.join(asked)})" if asked else ""))
    return tuple(found)


def _part(parts: Sequence[PartSpec], part: str) -> Text:
    return next(spec.title for spec in parts if spec.id == part)


def _spec(structure: Structure, question: str) -> FieldSpec:
    spec = spec_at(structure, question)
    if spec is None:
        raise ValueError(f"{question} is no field of the record")
    return spec


def _vocabulary(structure: Structure, question: str) -> str:
    spec = _spec(structure, question)
    vocabulary = spec.vocabulary or (spec.of.vocabulary if spec.of else None)
    if vocabulary is None:
        raise ValueError(f"{question} has no vocabulary")
    return vocabulary


def _cell(values: Sequence[str], separator: str) -> str:
    return separator.join(values) or "–"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
