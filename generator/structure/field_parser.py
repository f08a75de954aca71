"""Nodes of a structure file -> fields.

The package's file and a site's extension have one form and one reader; `base` is what is known so far. In an extension
(`is_site`) an entry that exists already may be reworded and given more names, but what the spec fixes about it –
its type, when it is required, its vocabulary – stays (reason `structure-fixed`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from generator.diagnostics import Span, Text
from generator.source.nodes import MapNode, Node, Scalar
from generator.structure.lookups import names_of, normal
from generator.structure.node_parser import NodeParser
from generator.structure.specs import ElementSpec, FieldSpec, FieldType, PartSpec, Term, Vocabulary

Named = TypeVar("Named", Term, FieldSpec, PartSpec, ElementSpec)

WORDING = ("title", "guidance", "aliases")
"""What a site may say about anything that exists."""

FIELD = (
    *("type", "title", "guidance", "aliases", "required", "rule", "vocabulary", "of", "fields", "shorthand"),
    *("max_length", "min_items", "max_items", "example", "shown"),
)


_NESTED = (FieldType.MAP, FieldType.REASONS, FieldType.PART, FieldType.CHAPTER)
"""Types that only code with a place for them can show: not for a site's fields, which are shown as they are."""


class FieldParser(NodeParser):
    """Parses entries that have a title and names, and the fields of a mapping."""

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
        wording: dict[str, Any] | None = (
            {"id": key.text, "title": title, "guidance": self.text(node.get("guidance"), f"{place}.guidance")}
            if title
            else self.wording(node, key, place, None)
        )
        types = [kind for kind in FieldType if not (self.is_site and kind in _NESTED)]
        kind = self.type(node.get("type"), f"{place}.type", types)
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
        )

    def inner_fields(self, node: Node | None, place: str) -> tuple[FieldSpec, ...]:
        """The fields of a map: written out, or the name of a section that has them."""
        if isinstance(node, Scalar) and node.text in self.shared:
            return self.shared[node.text]
        return self.fields(node, place, ())
