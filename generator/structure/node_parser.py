"""Nodes of a structure file -> names, titles, texts, conditions. A fault is a finding M002 at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.diagnostics import Finding, Span, Text, finding
from generator.expressions import expression
from generator.rules.registries import BAD_STRUCTURE_EXTENSION
from generator.source.nodes import Entry, ListNode, MapNode, Node, Scalar
from generator.structure.conditions import SIBLING
from generator.structure.lookups import nearest
from generator.structure.specs import ALWAYS, Condition, FieldSpec, FieldType

_ID = expression(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")
_LANGUAGES = ("he", "ar", "en")


class Question(Struct, frozen=True, kw_only=True):
    """A question as written in a condition, kept until all questions and answers are known."""

    place: str
    question: Scalar
    answers: tuple[Scalar, ...]


class NodeParser:
    """Parses single values; collects the findings, and the questions that can be judged only when the whole file is read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.questions: list[Question] = []

    def fault(self, span: Span, place: str, value: str, reason: str, known: Iterable[str] = ()) -> None:
        """Note M002. Values: `field` where (dotted), `value` what was written, `known` what fits there instead.

        `reason` is the key of the hint: `did-you-mean`, or one of the `structure-…` phrases.
        """
        values = {"field": place, "value": value, "known": ", ".join(known)}
        self.findings.append(finding(BAD_STRUCTURE_EXTENSION, span, values, hint=reason))

    def unknown(self, written: Scalar, place: str, known: Iterable[str]) -> None:
        """Note a name that is not among `known`: with the nearest where there is one, else with all of them."""
        known = tuple(known)
        near = nearest(written.text, known)
        reason, offered = ("did-you-mean", (near,)) if near else ("structure-known-names", known)
        self.fault(written.span, place, written.text, reason, offered)

    def entries(self, node: Node | None, place: str) -> Iterator[Entry]:
        """The entries of a mapping; a fault when it is none. Nothing where nothing was written."""
        if isinstance(node, MapNode):
            yield from node.entries
        elif node is not None:
            self.shape(node, place, "{…}")

    def items(self, node: Node | None, place: str) -> tuple[Node, ...]:
        """The items of a list; a lone value counts as a list of one."""
        if isinstance(node, ListNode):
            return node.items
        if isinstance(node, MapNode):
            self.shape(node, place, "[…]")
            return ()
        return () if node is None or node.is_empty else (node,)

    def shape(self, node: Node, place: str, wanted: str) -> None:
        """Note that a mapping, list or text (`wanted`: `{…}`, `[…]`, `…`) should stand here."""
        self.fault(node.span, place, node.text if isinstance(node, Scalar) else "", "structure-shape", (wanted,))

    def keys(self, node: MapNode, place: str, known: Iterable[str], fixed: Iterable[str] = ()) -> None:
        """Note every key that is neither known here nor, being `fixed` by the spec, open to change."""
        known, fixed = tuple(known), frozenset(fixed)
        for entry in node.entries:
            here = f"{place}.{entry.key.text}" if place else entry.key.text
            if entry.key.text in fixed:
                self.fault(entry.key.span, here, entry.key.text, "structure-fixed", known)
            elif entry.key.text not in known:
                self.unknown(entry.key, here, known)

    def id(self, key: Scalar, place: str) -> bool:
        """Whether a key will do as an id; a fault when it will not."""
        if _ID.match(key.text):
            return True
        self.fault(key.span, place, key.text, "structure-bad-id")
        return False

    def word(self, node: Node | None, place: str) -> str | None:
        """A text; None when there is none."""
        if isinstance(node, Scalar):
            return None if node.is_empty else node.text
        if node is not None:
            self.shape(node, place, "…")
        return None

    def words(self, node: Node | None, place: str) -> tuple[str, ...]:
        """A list of texts."""
        found = (self.word(item, place) for item in self.items(node, place))
        return tuple(word for word in found if word is not None)

    def number(self, node: Node | None, place: str) -> int | None:
        """A whole number from 0."""
        word = self.word(node, place)
        if word is None or not isinstance(node, Scalar):
            return None
        if not word.isascii() or not word.isdigit():
            self.fault(node.span, place, word, "structure-shape", ("0, 1, 2 …",))
            return None
        return int(word)

    def truth(self, node: Node | None, place: str) -> bool | None:
        """`true` or `false`."""
        word = self.word(node, place)
        if word is None or not isinstance(node, Scalar):
            return None
        if word not in ("true", "false"):
            self.fault(node.span, place, word, "structure-shape", ("true, false",))
        return word == "true"

    def text(self, node: Node | None, place: str, base: Text | None = None) -> Text | None:
        """A text in three languages: `{he: …, ar: …, en: …}`, or one text for all three.

        A language that is left out keeps what `base` says in it, else takes the first that is given.
        """
        if node is None:
            return base
        if isinstance(node, Scalar):
            return base if node.is_empty else Text(he=node.text, ar=node.text, en=node.text)
        given: dict[str, str] = {}
        for entry in self.entries(node, place):
            if entry.key.text not in _LANGUAGES:
                self.unknown(entry.key, f"{place}.{entry.key.text}", _LANGUAGES)
            elif word := self.word(entry.value, f"{place}.{entry.key.text}"):
                given[entry.key.text] = word
        if not given:
            return base
        first = next(given[language] for language in _LANGUAGES if language in given)
        he, ar, en = (given.get(each) or (base.in_language(each) if base else first) for each in _LANGUAGES)
        return Text(he=he, ar=ar, en=en)

    def type(self, node: Node | None, place: str, known: Iterable[FieldType] = FieldType) -> FieldType | None:
        """The name of one of the `known` types."""
        word = self.word(node, place)
        if word is None or not isinstance(node, Scalar):
            return None
        types = {kind.value: kind for kind in known}
        if word not in types:
            self.unknown(node, place, types)
        return types.get(word)

    def condition(self, node: Node | None, place: str) -> Condition | None:
        """`always`; `{question: answer}` or `{question: [one, of, these]}`, several meaning all of them;
        `{all: […]}`, `{any: […]}`; `{only: {question: answer}}` for this answer and no other. None when it is none.
        """
        if node is None or (isinstance(node, Scalar) and node.is_empty):
            return None
        if isinstance(node, Scalar):
            if node.text == "always":
                return ALWAYS
            self.unknown(node, place, ("always",))
            return None
        branches: list[Condition] = []
        for entry in self.entries(node, place):
            key = entry.key.text
            if key in ("all", "any"):
                inner = tuple(
                    found for item in self.items(entry.value, place) if (found := self.condition(item, place))
                )
                if inner:
                    branches.append(Condition(all=inner) if key == "all" else Condition(any=inner))
            elif key == "only":
                branches += (self.leaf(each, place, only=True) for each in self.entries(entry.value, place))
            else:
                branches.append(self.leaf(entry, place, only=False))
        if not branches:
            return None
        return branches[0] if len(branches) == 1 else Condition(all=tuple(branches))

    def leaf(self, entry: Entry, place: str, *, only: bool) -> Condition:
        """One question with the answers that make it true."""
        answers = tuple(item for item in self.items(entry.value, place) if isinstance(item, Scalar))
        self.questions.append(Question(place=place, question=entry.key, answers=answers))
        return Condition(question=entry.key.text, answers=frozenset(answer.text for answer in answers), only=only)

    def check_siblings(self, fields: tuple[FieldSpec, ...], since: int) -> None:
        """Judge the `this.…` questions read since question number `since`: now the mapping's fields are known."""
        asked = self.questions[since:]
        del self.questions[since:]
        for each in asked:
            if not each.question.text.startswith(SIBLING):
                self.questions.append(each)
            elif each.question.text.removeprefix(SIBLING) not in {spec.id for spec in fields}:
                self.unknown(each.question, each.place, (SIBLING + spec.id for spec in fields))
