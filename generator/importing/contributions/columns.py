"""Which column of an export is what: by the words of its head, and for what people wrote by what stands in it.

Only points, ways to answer them and the consent to be answered are taken. Names, roles and all else stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from statistics import median

from msgspec import Struct

from generator.importing.lists.columns import LEAVE_OUT
from generator.importing.lists.grid import one_line
from generator.importing.lists.head_words import field_asked
from generator.reading.consent_words import asks_consent
from generator.reading.contributions import COLUMNS
from generator.reading.list_heads import pattern_of
from generator.structure import normal

FIELDS = tuple(COLUMNS)

_NAMES = {normal(name): field for field, names in COLUMNS.items() for name in names}
_REFERENCE = frozenset(
    map(
        normal,
        (
            "response id", "unique id", "submission id", "respondent id", "record id", "answer id", "respondentid",
            "comment-id", "מזהה תשובה", "מזהה פנייה", "מספר תשובה", "מספר פנייה", "מס' פנייה", "מזהה תגובה",
            "رقم الرد", "رقم الاستمارة", "معرف الرد",
        ),
    )
)  # fmt: skip
_CONTACT = pattern_of(r"\be ?mail\b|\bmail\b|דואל|דוא ל|דואר אלקטרוני|אימייל|מייל|البريد|بريد|الايميل")
_OF_OTHERS = pattern_of(r"assignee|admin|moderator|owner|manager|valuator|מטפל|אחראי|מנהל|נציג המשרד|المشرف|المسؤول")
"""An address of the office's own."""
_MAY_WRITE = pattern_of(
    r"לפנות אל|לכתוב לך|ליצור (?:את[ךכי]\w*|עמ[ךכ]\w*|אית[ךכ]\w*) קשר|ליצור קשר|לקבל (?:עדכו|תשוב|מענה|תגוב)|לעדכן אות|לחזור אל"
    r"|contact (?:you|me)|be contacted|keep (?:you|me)|hear (?:back|from us)|write to (?:you|me)"
    r"|receive (?:an? )?(?:answer|update|reply)"
    r"|التواصل مع|نتواصل|ابلاغك|اعلامك|الرد عليك|تلقي"
)
_TEXT = pattern_of(
    r"\Aה?(?:נוסח|טקסט|תגובה|תגובות|הערה|הערות|הצעה|הצעות|דעתך|דבריך)(?: שלך)?\Z|מה דעתך|מה תרצ|רוצה להוסיף|פירוט|נימוק"
    r"|\A(?:description|body(?: \w\w)?|תיאור)\Z"
    r"|\A(?:your )?(?:comments?|feedback|suggestions?|views?|comment body)\Z|please explain|tell us|your view"
    r"|\A(?:النص|تعليق|تعليقك|اقتراح|رأيك|ملاحظات)\Z|ما رأيك|اكتب رأيك"
)
_NEVER = pattern_of(
    r"\A(?:\w+ )?(?:date|time|datetime|timestamp)\Z|\A(?:submitted|published|created|updated)(?: (?:at|on))?\Z|\A(?:תאריך|מועד)\b"
    r"|חותמת זמן|طابع زمني|\A(?:answer|title)(?: \w\w)?\Z|כתובת|\A(?:\w+ ){0,2}address\Z|عنوان|\A(?:location|url)\Z"
    r"|\buser agent\b|\bbrowser\Z|\breferr?er\Z|\bip\Z|\Aקישור|\Aرابط"
)
"""What is long and is not what somebody said: days, addresses, programs, the office's own answers."""
_FEWEST_WORDS = 4
_FEWEST_LETTERS = 25
"""Of what people write in their own words, in the middle of a column."""
_DISTINCT = 0.5
"""Share of its cells: choices of a list come again and again."""


class Columns(Struct, frozen=True, kw_only=True):
    """What the columns of a table are."""

    fields: Mapping[str, int]
    """`ref`, `contact`, `consent`, `language`, `responses` -> index."""
    texts: tuple[int, ...]
    """Columns with points, one point a cell."""
    words: tuple[str, ...]
    """Of the head, by index."""

    @property
    def taken(self) -> tuple[tuple[str, str], ...]:
        """Words of a column -> its field, in the order of the table."""
        found = {index: field for field, index in self.fields.items()} | dict.fromkeys(self.texts, "text")
        return tuple((self.words[index], found[index]) for index in sorted(found))

    @property
    def left_out(self) -> tuple[str, ...]:
        """Words of all other columns."""
        used = {*self.fields.values(), *self.texts}
        return tuple(word for index, word in enumerate(self.words) if word and index not in used)


def columns_of(head: Sequence[str], below: Sequence[Sequence[str]], told: Mapping[str, str]) -> Columns:
    """The columns of a table by the cells of its head and all below it. `told`: normal words of a column -> field, or `-`."""
    words = tuple(one_line(cell) for cell in head)
    claims: dict[str, list[int]] = {}
    free: list[int] = []
    for index, word in enumerate(words):
        cells = [text for row in below if index < len(row) and (text := row[index].strip())]
        field = told.get(normal(word)) or _field(word, cells)
        if field is None and _is_free_text(word, cells):
            free.append(index)
        elif field is not None and field != LEAVE_OUT:
            claims.setdefault(field, []).append(index)
    texts = claims.pop("text", [])
    told_texts = [index for index in texts if told.get(normal(words[index])) == "text"]
    first = {field: min(found, key=lambda index: normal(words[index]) not in told) for field, found in claims.items()}
    return Columns(fields=first, texts=tuple(told_texts or sorted({*texts, *free})), words=words)


def score(head: Sequence[str], told: Mapping[str, str]) -> tuple[int, int]:
    """How much of a row reads like the head of such a table: columns that are known, and cells that hold anything."""
    words = [word for cell in head if (word := one_line(cell))]
    return sum(_names_a_column(word) or normal(word) in told for word in words), len(words)


def _names_a_column(word: str) -> bool:
    return word.endswith(("?", "؟")) or _field(word, ()) is not None or _NEVER.search(normal(word)) is not None


def _field(word: str, cells: Sequence[str]) -> str | None:
    plain = normal(word)
    if not plain:
        return None
    if _CONTACT.search(plain) and len(plain.split()) <= _FEWEST_WORDS * 3:
        return None if _OF_OTHERS.search(plain) else "contact"
    if _MAY_WRITE.search(plain):
        return "consent"
    known = _NAMES.get(plain) or ("ref" if plain in _REFERENCE else None)
    if known == "responses" and _is_free_text(word, cells):
        return "text"  # platforms call so what people answered, not what was answered to them
    if known == "text" or (known is None and _TEXT.search(plain) and not _NEVER.search(plain)):
        return "text" if not cells or _is_written(cells) else None
    return known


def _is_free_text(word: str, cells: Sequence[str]) -> bool:
    """Whether a column holds what people wrote in their own words, and about the matter rather than themselves."""
    plain = normal(word)
    if not cells or _NEVER.search(plain) or field_asked(word) is not None or asks_consent(word):
        return False
    long = median(
        max(len(cell.split()) / _FEWEST_WORDS, len(cell) / _FEWEST_LETTERS if " " in cell else 0) for cell in cells
    )
    return long >= 1 and len(set(cells)) >= _DISTINCT * len(cells) and _is_written(cells)


def _is_written(cells: Sequence[str]) -> bool:
    return not all(re.fullmatch(r"[\d\s.,:/+-]*|https?://\S+", cell) for cell in cells)
