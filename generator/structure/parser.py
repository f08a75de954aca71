"""Nodes of a structure file -> vocabularies, parts, elements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from generator.source.nodes import ListNode, MapNode, Node, Scalar
from generator.structure.field_parser import WORDING, FieldParser
from generator.structure.lookups import normal
from generator.structure.specs import ElementSpec, PartSpec, Requirement, Term, Vocabulary

ELEMENT = (
    *("title", "guidance", "aliases", "parts", "fields", "once", "required", "requirements", "also", "recommended"),
    *("recommended_when", "hosts", "appendix", "generated", "after"),
)


class StructureParser(FieldParser):
    """Parses the sections of a structure file: vocabularies, parts, elements and the requirements between them."""

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

    def elements(
        self, node: Node | None, base: tuple[ElementSpec, ...], reserved: frozenset[str]
    ) -> tuple[ElementSpec, ...]:
        """All elements in the order of publication; a site's new one where `after` says, else before the appendices."""
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
            # What nobody generates must not be declared generated.
            own = ("generated",) if self.is_site else ()
            self.keys(node, place, [key for key in ELEMENT if key not in own], fixed=own)
        else:
            may = (*WORDING, "parts", "fields", "also")
            self.keys(node, place, may, fixed=set(ELEMENT) - set(may))
        wording = self.wording(node, key, place, base)
        if wording is None or not self.id(key, place):
            return None
        parts = self.parts(node.get("parts"), f"{place}.parts", base.parts if base else ())
        ids = frozenset(part.id for part in parts)
        inner: dict[str, Any] = {
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
