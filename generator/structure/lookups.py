"""Finding a thing of the structure by what somebody wrote: an id, a title in one of three languages or an alias.

Spelling that carries no meaning makes no difference: case, niqqud and Arabic vowel signs, gershayim and other quotation
marks, hyphens, maqaf, underscores and other punctuation, spacing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from generator.diagnostics import Text
from generator.expressions import expression
from generator.structure.specs import ElementSpec, FieldSpec, FieldType, PartSpec, Structure, Term, Vocabulary

Named = TypeVar("Named", Term, FieldSpec, PartSpec, ElementSpec)

_SILENT = expression("[\"'`´׳״‘’‚“”„«»\u0640\u200b-\u200f\u2060-\u2069]")
"""Dropped without a trace, so that סמנכ"ל is one word: quotation marks, tatweel, marks of direction."""
_APART = expression(r"[\W_]+")
_UNMARKED = expression(r"[\x00-\x7f\u05d0-\u05ea\u0621\u0627-\u063a\u0641-\u064a\u2013\u2014]*+")
"""Letters of the three languages that have no marks and no accents, and dashes: most texts have nothing else."""
_NUMBERING = expression(
    r"\s*+(?:\(?(?:\d++(?:\.\d++)*+|[א-ת]{1,2}[׳']?|[\u0621-\u064a]|[A-Za-z]|[IVXivx]+)(?:[.)\]:]|\s++[-–—](?=\s))\s*+)+"
    r"|\s*+\d++(?:\.\d++)*+\s++"
)
"""`2 `, `2. `, `1.3 `, `ב. `, `ג - `, `(א) `, `IV) ` before a heading's words."""


@lru_cache(maxsize=100_000)  # the names of a long list are asked for twice
def normal(written: str) -> str:
    """The form in which two spellings of one name are equal; empty when nothing but punctuation was written."""
    return _APART.sub(" ", _SILENT.sub("", unmarked(written))).strip().casefold()


def unmarked(text: str) -> str:
    """The text without vowel signs and accents; `أ` and `ؤ` become `ا` and `و`. Patterns that are matched with normal names
    are written in this form."""
    if _UNMARKED.fullmatch(text):
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def names_of(id: str, title: Text, aliases: Iterable[str] = ()) -> frozenset[str]:  # noqa: A002
    """All normal names of a thing: its id, its titles and its aliases."""
    return frozenset(name for written in (id, title.he, title.ar, title.en, *aliases) if (name := normal(written)))


def match_name(specs: Iterable[Named], written: str) -> Named | None:
    """The one of `specs` that `written` names; None when none does."""
    wanted = normal(written)
    if not wanted:
        return None
    for spec in specs:
        if wanted in (spec.names or names_of(spec.id, spec.title, spec.aliases)):
            return spec
    return None


def match_term(vocabulary: Vocabulary, written: str) -> Term | None:
    """The term that `written` names: `government`, `Government`, `ממשלה`, `حكومة` … None when none does."""
    return vocabulary.by_name.get(normal(written))


def match_heading(parts: Sequence[Named], heading: str) -> Named | None:
    """The part (or element) that a heading's plain text opens; numbering before the words (`2.1.`, `ב.`) makes no difference."""
    return match_name(parts, heading) or match_name(parts, _NUMBERING.sub("", heading, count=1))


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known name nearest to what was written, as it is first spelled in `known`; None when none is near."""
    from difflib import get_close_matches  # for whoever wrote what nobody knows

    by_normal: dict[str, str] = {}
    for name in known:
        by_normal.setdefault(normal(name), name)
    close = get_close_matches(normal(written), by_normal, n=1, cutoff=0.6)
    return by_normal[close[0]] if close else None


def written_names(specs: Iterable[Term | FieldSpec | PartSpec | ElementSpec]) -> tuple[str, ...]:
    """Every id, title and alias of `specs` as spelled: what `nearest` may suggest."""
    names: dict[str, None] = {}
    for spec in specs:
        names |= dict.fromkeys((spec.id, spec.title.he, spec.title.ar, spec.title.en, *spec.aliases))
    return tuple(names)


def element_by_id(structure: Structure, element: str) -> ElementSpec | None:
    """The element with this id."""
    return structure.elements_by_id.get(element)


def parts_of(structure: Structure, element: str) -> tuple[PartSpec, ...]:
    """The parts that a chapter of this element may have; see `Structure.parts_by_element`."""
    return structure.parts_by_element.get(element, ())


def fields_of(structure: Structure, element: str) -> tuple[FieldSpec, ...]:
    """Fields that a chapter of this element may have; of no element, those of every chapter."""
    return structure.fields_by_element.get(element, structure.chapter_fields)


def hosts_of(structure: Structure, element: str) -> tuple[str, ...]:
    """Ids of the elements whose chapters may have this element's parts: itself first."""
    return (element, *(spec.id for spec in structure.elements if element in spec.hosts))


def spec_at(structure: Structure, dotted: str) -> FieldSpec | None:
    """The field of the record at a dotted path: `closing.output_sent`, `outcomes.type`, `outcomes[0].type`."""
    return spec_in(structure.record, dotted)


def spec_in(fields: Sequence[FieldSpec], dotted: str) -> FieldSpec | None:
    """The field at a dotted path below `fields`; numbers of list items (`updates[0].note`) make no difference."""
    found = None
    for name in re.sub(r"\[\d+\]", "", dotted).split("."):
        found = next((spec for spec in fields if spec.id == name), None)
        if found is None:
            return None
        inner = found.of if found.type is FieldType.LIST and found.of else found
        fields = inner.fields
    return found
