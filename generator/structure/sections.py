"""Nodes of a structure file -> fields, vocabularies, elements.

The package's file and a site's extension have one form and one reader; `base` is what is known so far. In an extension
(`is_site`) an entry that exists already may be reworded and given more names, but what the spec fixes about it –
its type, when it is required, its vocabulary – stays (reason `structure-fixed`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from generator.diagnostics import Span, Text
from generator.source.nodes import ListNode, MapNode, Node, Scalar
from generator.structure.forms import Forms
from generator.structure.lookups import names_of, normal
from generator.structure.values import (
    ElementSpec,
    FieldSpec,
    FieldType,
    PartSpec,
    Requirement,
    Term,
    Vocabulary,
)

Named = TypeVar("Named", Term, FieldSpec, PartSpec, ElementSpec)

WORDING = ("title", "guidance", "aliases")
"""What a site may say about anything that exists."""

FIELD = (
    *("type", "title", "guidance", "aliases", "required", "rule", "vocabulary", "of", "fields", "shorthand"),
    *("max_length", "min_items", "max_items", "example", "shown"),
)
ELEMENT = (
    *("title", "guidance", "aliases", "parts", "fields", "once", "required", "requirements", "also", "recommended"),
    *("recommended_when", "hosts", "appendix", "generated", "after"),
)


class Sections(Forms):
    """Reads the sections of a structure file."""

    def __init__(self, path: str, *, is_site: bool) -> None:
        super().__init__(path)
        self.is_site = is_site
        self.known_vocabularies: Mapping[str, Vocabulary] = {}
        """Read before the fields that name them."""
        self.shared: Mapping[str, tuple[FieldSpec, ...]] = {}
        """Sections that a map may take its fields from (`fields: participant`)."""

    def title(self, node: MapNode, key: Scalar, place: str, base: Text | None) -> Text | None:
        """The title of an entry: a new one must have it."""
        title = self.text(node.get("title"), f"{place}.title", base)
        if title is None:
            self.fault(key.span, place, key.text, "structure-no-title")
        return title

    def is_free(self, spec: Named, others: tuple[Named, ...], span: Span, place: str) -> bool:
        """Whether no other entry is called by one of this one's names; a fault when one is."""
        for other in others:
            if other.id != spec.id and (taken := spec.names & other.names):
                own = (spec.id, spec.title.he, spec.title.ar, spec.title.en, *spec.aliases)
                shown = next((name for name in own if normal(name) in taken), spec.id)
                self.fault(span, place, shown, "structure-taken", (other.id,))
                return False
        return True

    def wording(self, node: MapNode, key: Scalar, place: str, base: Named | None) -> dict[str, Any] | None:
        """id, title, aliases, guidance and names of an entry; None when it has no title."""
        title = self.title(node, key, place, base.title if base else None)
        if title is None:
            return None
        aliases = (*(base.aliases if base else ()), *self.words(node.get("aliases"), f"{place}.aliases"))
        guidance = self.text(node.get("guidance"), f"{place}.guidance", base.guidance if base else None)
        return {
            "id": key.text,
            "title": title,
            "aliases": aliases,
            "guidance": guidance,
            "names": names_of(key.text, title, aliases),
        }

    # fields

    def fields(
        self, node: Node | None, place: str, base: tuple[FieldSpec, ...], *, may_add: bool = True
    ) -> tuple[FieldSpec, ...]:
        """The fields of one mapping: `base` with what is said of them here, then the new ones."""
        since = len(self.questions)
        found = {spec.id: spec for spec in base}
        for entry in self.entries(node, place):
            here = f"{place}.{entry.key.text}"
            known = found.get(entry.key.text)
            if not isinstance(entry.value, MapNode):
                self.shape(entry.value, here, "{…}")
            elif known is None and not may_add:
                self.unknown(entry.key, here, found)
            elif known is not None and self.is_site:
                spec = self.reworded_field(entry.value, entry.key, here, known)
                if self.is_free(spec, tuple(found.values()), entry.key.span, here):
                    found[spec.id] = spec
            elif self.id(entry.key, here) and (new := self.field(entry.value, entry.key, here)):
                if self.is_free(new, tuple(found.values()), entry.key.span, here):
                    found[new.id] = new
        fields = tuple(found.values())
        self.check_siblings(fields, since)
        return fields

    def reworded_field(self, node: MapNode, key: Scalar, place: str, base: FieldSpec) -> FieldSpec:
        """What a site says of a field that exists: other words, an example, or that it is required where it was not."""
        may = [
            *WORDING,
            "example",
            *(["required"] if base.required is None else []),
            *(["fields"] if base.fields else []),
        ]
        self.keys(node, place, may, fixed=set(FIELD) - set(may))
        wording = self.wording(node, key, place, base) or {}
        return replace(
            base,
            **wording,
            example=self.word(node.get("example"), f"{place}.example") or base.example,
            required=base.required or self.condition(node.get("required"), f"{place}.required"),
            fields=self.fields(node.get("fields"), place, base.fields, may_add=False) if base.fields else base.fields,
        )

    def field(self, node: MapNode, key: Scalar, place: str, title: Text | None = None) -> FieldSpec | None:
        """A new field; with `title`, the items of a list, which are called like the list."""
        self.keys(node, place, FIELD)
        wording = (
            {"id": key.text, "title": title, "guidance": self.text(node.get("guidance"), f"{place}.guidance")}
            if title
            else self.wording(node, key, place, None)
        )
        kind = self.type(node.get("type"), f"{place}.type")
        if kind is None and node.get("type") is None:
            kind = FieldType.TEXT
        if wording is None or kind is None:
            return None
        vocabulary, of = node.get("vocabulary"), node.get("of")
        if isinstance(vocabulary, Scalar) and vocabulary.text not in self.known_vocabularies:
            self.unknown(vocabulary, f"{place}.vocabulary", self.known_vocabularies)
            return None
        if (kind is FieldType.TERM) != isinstance(vocabulary, Scalar):
            self.fault(key.span, f"{place}.vocabulary", key.text, "structure-term-and-vocabulary")
            return None
        if kind is FieldType.LIST and of is None:
            of = MapNode((), key.span)
        return FieldSpec(
            **wording,
            type=kind,
            required=self.condition(node.get("required"), f"{place}.required"),
            required_rule=self.word(node.get("rule"), f"{place}.rule"),
            vocabulary=self.word(vocabulary, f"{place}.vocabulary"),
            of=self.field(of, key, f"{place}.of", wording["title"]) if isinstance(of, MapNode) else None,
            fields=self.inner_fields(node.get("fields"), place),
            shorthand=self.word(node.get("shorthand"), f"{place}.shorthand"),
            max_length=self.number(node.get("max_length"), f"{place}.max_length"),
            min_items=self.number(node.get("min_items"), f"{place}.min_items"),
            max_items=self.number(node.get("max_items"), f"{place}.max_items"),
            example=self.word(node.get("example"), f"{place}.example"),
            is_shown=self.truth(node.get("shown"), f"{place}.shown") is not False,
            is_added=self.is_site,
        )

    def inner_fields(self, node: Node | None, place: str) -> tuple[FieldSpec, ...]:
        """The fields of a map: written out, or the name of a section that has them."""
        if isinstance(node, Scalar) and node.text in self.shared:
            return self.shared[node.text]
        return self.fields(node, place, ())

    # vocabularies

    def vocabularies(self, node: Node | None, base: Mapping[str, Vocabulary]) -> dict[str, Vocabulary]:
        """All vocabularies: `base` with more terms and words, then the new ones."""
        found = dict(base)
        for entry in self.entries(node, "vocabularies"):
            place = f"vocabularies.{entry.key.text}"
            known = found.get(entry.key.text)
            if not isinstance(entry.value, MapNode):
                self.shape(entry.value, place, "{…}")
                continue
            self.keys(entry.value, place, ("title", "closed", "terms"), fixed=("closed",) if self.is_site else ())
            title = self.title(entry.value, entry.key, place, known.title if known else None)
            if title is None or not self.id(entry.key, place):
                continue
            is_closed = known.is_closed if known else self.truth(entry.value.get("closed"), place) is True
            may_add = not (self.is_site and is_closed)
            terms = self.terms(
                entry.value.get("terms"), f"{place}.terms", known.terms if known else (), may_add=may_add
            )
            found[entry.key.text] = Vocabulary(id=entry.key.text, title=title, terms=terms, is_closed=is_closed)
        return found

    def terms(self, node: Node | None, place: str, base: tuple[Term, ...], *, may_add: bool) -> tuple[Term, ...]:
        """The terms of one vocabulary."""
        return self.named(node, place, base, Term, may_add=may_add)

    def parts(self, node: Node | None, place: str, base: tuple[PartSpec, ...]) -> tuple[PartSpec, ...]:
        """The parts of one element, or of a meeting's page."""
        return self.named(node, place, base, PartSpec, may_add=True)

    def named(
        self, node: Node | None, place: str, base: tuple[Any, ...], make: type[Any], *, may_add: bool
    ) -> tuple[Any, ...]:
        """Terms or parts: entries that have names and guidance and nothing else. A bare text is a title."""
        found = {spec.id: spec for spec in base}
        for entry in self.entries(node, place):
            here = f"{place}.{entry.key.text}"
            known = found.get(entry.key.text)
            value = entry.value
            if known is None and not may_add:
                self.fault(entry.key.span, here, entry.key.text, "structure-fixed", found)
                continue
            if not isinstance(value, MapNode):
                self.shape(value, here, "{…}")
                continue
            self.keys(value, here, WORDING)
            wording = self.wording(value, entry.key, here, known)
            if wording and self.id(entry.key, here):
                spec = make(**wording)
                if self.is_free(spec, tuple(found.values()), entry.key.span, here):
                    found[spec.id] = spec
        return tuple(found.values())

    # elements

    def elements(
        self, node: Node | None, base: tuple[ElementSpec, ...], reserved: frozenset[str]
    ) -> tuple[ElementSpec, ...]:
        """All elements in the order of publication. A site's new one stands where `after` says, else before the appendices."""
        found = list(base)
        for entry in self.entries(node, "elements"):
            place = f"elements.{entry.key.text}"
            known = next((spec for spec in found if spec.id == entry.key.text), None)
            if not isinstance(entry.value, MapNode):
                self.shape(entry.value, place, "{…}")
                continue
            spec = self.element(entry.value, entry.key, place, known)
            if spec is None or not self.is_free(spec, tuple(found), entry.key.span, place):
                continue
            if known is not None:
                found[found.index(known)] = spec
            elif self.is_site and spec.names & {normal(stem) for stem in reserved}:
                self.fault(entry.key.span, place, entry.key.text, "structure-reserved", sorted(reserved))
            else:
                found.insert(self.position(entry.value.get("after"), place, found), spec)
        return tuple(found)

    def position(self, after: Node | None, place: str, elements: list[ElementSpec]) -> int:
        """Where a new element goes among those there are."""
        ids = [spec.id for spec in elements]
        if isinstance(after, Scalar) and after.text in ids:
            return ids.index(after.text) + 1
        if isinstance(after, Scalar):
            self.unknown(after, f"{place}.after", ids)
        last = len(ids)
        return next((i for i, spec in enumerate(elements) if spec.is_appendix), last) if self.is_site else last

    def element(self, node: MapNode, key: Scalar, place: str, base: ElementSpec | None) -> ElementSpec | None:
        """A new element, or one that exists with more words, parts, fields and additional requirements."""
        if base is None:
            self.keys(node, place, ELEMENT)
        else:
            may = (*WORDING, "parts", "fields", "also")
            self.keys(node, place, may, fixed=set(ELEMENT) - set(may))
        wording = self.wording(node, key, place, base)
        if wording is None or not self.id(key, place):
            return None
        parts = self.parts(node.get("parts"), f"{place}.parts", base.parts if base else ())
        ids = frozenset(part.id for part in parts)
        inner = {
            "parts": parts,
            "fields": self.fields(node.get("fields"), f"{place}.fields", base.fields if base else ()),
            "also": (base.also if base else ()) + self.requirements(node.get("also"), f"{place}.also", ids),
        }
        if base is not None:
            return replace(base, **wording, **inner)
        return ElementSpec(
            **wording,
            **inner,
            repeats=self.truth(node.get("once"), f"{place}.once") is not True,
            required=self.condition(node.get("required"), f"{place}.required"),
            requirements=self.requirements(node.get("requirements"), f"{place}.requirements", ids),
            recommended=tuple(self.part_ids(node.get("recommended"), f"{place}.recommended", ids)),
            recommended_when=self.condition(node.get("recommended_when"), f"{place}.recommended_when"),
            hosts=self.words(node.get("hosts"), f"{place}.hosts"),
            is_appendix=self.truth(node.get("appendix"), f"{place}.appendix") is True,
            is_generated=self.truth(node.get("generated"), f"{place}.generated") is True,
        )

    def requirements(self, node: Node | None, place: str, parts: frozenset[str]) -> tuple[Requirement, ...]:
        """`[{when: condition, parts: [this, that, [one, of, these]]}]`."""
        found = []
        for item in self.items(node, place):
            if not isinstance(item, MapNode):
                self.shape(item, place, "{when: …, parts: […]}")
                continue
            self.keys(item, place, ("when", "parts"))
            when = self.condition(item.get("when"), f"{place}.when")
            asked = tuple(
                group
                for each in self.items(item.get("parts"), f"{place}.parts")
                if (group := tuple(self.part_ids(each, f"{place}.parts", parts)))
            )
            if when is None:
                self.fault(item.span, f"{place}.when", "", "structure-shape", ("always, {…}",))
            else:
                found.append(Requirement(when=when, parts=asked))
        return tuple(found)

    def part_ids(self, node: Node | None, place: str, parts: frozenset[str]) -> list[str]:
        """Ids of parts; those that the element does not have are faults."""
        items = node.items if isinstance(node, ListNode) else (node,)
        found = []
        for item in items:
            if isinstance(item, Scalar) and item.text in parts:
                found.append(item.text)
            elif isinstance(item, Scalar):
                self.unknown(item, place, sorted(parts))
        return found
