"""Front matter with what is known, marked gaps for what is wanted, and the structure's guidance above each field."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.scaffold.yaml_text import Value, lines_of
from generator.source.placeholders import placeholder, placeholder_mark
from generator.structure import FieldSpec, FieldType, Structure

_WIDTH = 110
_UNBROKEN = "\N{NO-BREAK SPACE}"
_WORDS = frozenset((FieldType.TEXT, FieldType.LONG_TEXT))
_ANSWERS = frozenset((FieldType.TERM, FieldType.DATE, FieldType.EMAIL, FieldType.PHONE, FieldType.URL))
"""Fields that hold no words: a mark in them counts as no answer, and is among what `sikum check` lists."""
_LEFT_EMPTY = frozenset(("participants.basis",))
"""A mark must not pass for it: names are published on the word of a basis."""


class FieldWriter(Struct, frozen=True, kw_only=True):
    """Writes fields for one process."""

    structure: Structure
    language: str
    """Of the comments: the editor's."""
    own_language: str
    """Of the process: marks that stand where its text will stand are in it."""
    wanted: frozenset[str]
    """Dotted paths of the fields that the finished process must have."""
    assumed: frozenset[str] = frozenset()
    optional: bool = True
    """Whether fields that are neither known nor wanted are shown, commented out."""
    guidance: bool = True
    """Whether each field has its guidance above it; without, only what is marked has a comment."""

    def write(self, specs: Sequence[FieldSpec], values: Mapping[str, Value], prefix: str = "") -> list[str]:
        """The lines between the fences, or of a mapping within them."""
        indent = "  " * prefix.count(".")
        lines: list[str] = []
        for spec in specs:
            lines += self._field(spec, values.get(spec.id), prefix + spec.id, indent)
        return lines

    def _field(self, spec: FieldSpec, value: Value | None, path: str, indent: str) -> list[str]:
        is_wanted = self._is_wanted(path)
        if spec.type is FieldType.MAP and (value is None or isinstance(value, Mapping)):
            if not value and not is_wanted:
                return self._left_out(spec, path, indent)
            within = self.write(spec.fields, value or {}, f"{path}.")
            return [*self._comment(spec, indent), f"{indent}{spec.id}:", *within]
        if value is not None and (written := lines_of(spec.id, long_form(spec, value), indent)):
            return [*self._comment(spec, indent, marked=path in self.assumed), *written]
        if is_wanted:
            return self._gap(spec, path, indent)
        return self._left_out(spec, path, indent)

    def _gap(self, spec: FieldSpec, path: str, indent: str) -> list[str]:
        mark = placeholder(spec.title.in_language(self.own_language), self.own_language)
        if spec.type in _WORDS and path not in _LEFT_EMPTY:
            return [*self._comment(spec, indent), *lines_of(spec.id, mark, indent)]
        item = spec.of
        if item is not None and (item.type in _WORDS or item.shorthand):
            marks = [mark] * (spec.min_items or 1)
            return [*self._comment(spec, indent), *lines_of(spec.id, long_form(spec, marks), indent)]
        if item is not None and item.type is FieldType.TERM:
            return [*self._comment(spec, indent), *lines_of(spec.id, [mark], indent)]
        if spec.type in _ANSWERS and path not in _LEFT_EMPTY:
            return [*self._comment(spec, indent), *lines_of(spec.id, mark, indent)]
        return [*self._comment(spec, indent, marked=True), f"{indent}{spec.id}:"]

    def _left_out(self, spec: FieldSpec, path: str, indent: str) -> list[str]:
        if not self.optional:
            return []
        inner = spec.of.fields if spec.of else spec.fields
        names = f" ({', '.join(each.id for each in inner)})" if inner else ""
        shape = ": []" if spec.type is FieldType.LIST else ":"
        if path.count(".") and spec.guidance is None:
            return [f"{indent}# {spec.id}{shape}"]
        return [*self._comment(spec, indent, after=names), f"{indent}# {spec.id}{shape}"]

    def _is_wanted(self, path: str) -> bool:
        return path in self.wanted or any(each.startswith(f"{path}.") for each in self.wanted)

    def _comment(self, spec: FieldSpec, indent: str, *, marked: bool = False, after: str = "") -> list[str]:
        if not self.guidance and not marked:
            return []
        title = spec.title.in_language(self.language) + after
        guidance = f" – {spec.guidance.in_language(self.language)}" if spec.guidance else ""
        mark = f"{placeholder_mark(self.language)} " if marked else ""
        choices = " · ".join(self._choices(spec))
        text = f"{mark}{title}{guidance}"
        return [line for each in (text, choices) if each for line in comment(each, indent)]

    def _choices(self, spec: FieldSpec) -> Iterator[str]:
        vocabulary = spec.vocabulary or (spec.of.vocabulary if spec.of else None)
        if vocabulary:
            for term in self.structure.vocabularies[vocabulary].terms:
                yield f"{term.id} ({term.title.in_language(self.language)})".replace(" ", _UNBROKEN)


def long_form(spec: FieldSpec, value: Value) -> Value:
    """Items written as mappings where a bare text is allowed too: forms know no other way of writing them."""
    item = spec.of
    if item is None or not item.shorthand or isinstance(value, (str, Mapping)):
        return value
    return [{item.shorthand: each} if isinstance(each, str) else each for each in value]


def comment(text: str, indent: str = "") -> list[str]:
    """A text as comment lines of a bearable width; what no-break spaces hold together stays on one line."""
    lines = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"{indent}# {line}".replace(_UNBROKEN, " ") for line in lines]
