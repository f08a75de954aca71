"""`structure.yml`, and what a site adds to it -> `Structure`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from generator.diagnostics import Finding, Text
from generator.model.digest import digest
from generator.source.nodes import MapNode, Node, parse_yaml
from generator.structure.conditions import questions_of
from generator.structure.parser import StructureParser
from generator.structure.specs import EditionSpec, GateSpec, StepSpec, Structure

PATH = Path(__file__).parent.parent / "structure.yml"

_EMPTY = Structure(
    record=(), chapter_fields=(), elements=(), promise=(), response=(), meeting=(), meeting_parts=(), participant=(),
    ministry=(), topic=(), accessibility=(), vocabularies={}, editions=(), gate=(),
)  # fmt: skip

_OPEN = ("vocabularies", "record", "chapter", "elements", "promise", "response", "meeting", "meeting_parts")
"""Sections to which a site may add: whatever is read there is also shown."""
_WORDED = ("participant", "ministry", "topic", "accessibility")
"""Sections that a site may only reword: consent has nothing to say about a column that it does not know."""
_OWN = ("editions", "gate", "method", "steps", "questions", "reserved")
"""Sections that only the package has: the code acts on each of their entries."""


def structure_text() -> str:
    """The package's own `structure.yml`."""
    return PATH.read_text(encoding="utf-8")


@cache
def load_structure() -> Structure:
    """The structure that comes with the package. ValueError when the package's own file is broken."""
    structure, findings = _read(_EMPTY, structure_text(), PATH.name, is_site=False)
    if findings:
        raise ValueError(f"{PATH.name} is broken: {findings[0]}")
    return structure


def structure_digest() -> str:
    """The digest of the structure that comes with the package, which need not be read for it."""
    return digest(_EMPTY.digest, structure_text())


def extend_structure(structure: Structure, text: str, path: str) -> tuple[Structure, tuple[Finding, ...]]:
    """`structure` with what a site's own file adds: fields, vocabulary terms, elements, parts, words.

    What is wrong in it is left out and reported as M002 (S002, S003 where it is not YAML), and the rest holds.
    It cannot remove anything, nor change what the spec fixes about what exists: types, vocabularies, requirements;
    `consent`, `status` and `language` keep their terms, participants their columns.
    """
    return _read(structure, text, path, is_site=True)


def _read(base: Structure, text: str, path: str, *, is_site: bool) -> tuple[Structure, tuple[Finding, ...]]:
    root, findings = parse_yaml(text, path)
    hashed = digest(base.digest, text)
    if root is None:
        return replace(base, digest=hashed), findings
    parser = StructureParser(path, is_site=is_site)
    if not isinstance(root, MapNode):
        parser.shape(root, path, "{…}")
        return replace(base, digest=hashed), (*findings, *parser.findings)
    parser.keys(root, "", (*_OPEN, *_WORDED, *(() if is_site else _OWN)), fixed=_OWN if is_site else ())

    parser.known_vocabularies = parser.vocabularies(root.get("vocabularies"), base.vocabularies)
    participant = parser.fields(root.get("participant"), "participant", base.participant, may_add=not is_site)
    parser.shared = {"participant": participant}
    structure = replace(
        base,
        vocabularies=parser.known_vocabularies,
        record=parser.fields(root.get("record"), "record", base.record),
        chapter_fields=parser.fields(root.get("chapter"), "chapter", base.chapter_fields),
        promise=parser.fields(root.get("promise"), "promise", base.promise),
        response=parser.fields(root.get("response"), "response", base.response),
        meeting=parser.fields(root.get("meeting"), "meeting", base.meeting),
        meeting_parts=parser.parts(root.get("meeting_parts"), "meeting_parts", base.meeting_parts),
        participant=participant,
        ministry=parser.fields(root.get("ministry"), "ministry", base.ministry, may_add=not is_site),
        topic=parser.fields(root.get("topic"), "topic", base.topic, may_add=not is_site),
        accessibility=parser.fields(
            root.get("accessibility"), "accessibility", base.accessibility, may_add=not is_site
        ),
        digest=hashed,
    )
    if not is_site:
        structure = _with_own(structure, root, parser)
    elements = parser.elements(root.get("elements"), base.elements, structure.reserved_stems)
    structure = replace(structure, elements=elements)
    _check_names(structure, parser)
    return structure, (*findings, *sorted(parser.findings, key=lambda finding: finding.order))


def _with_own(structure: Structure, root: MapNode, parser: StructureParser) -> Structure:
    """What only the package's file has."""
    reserved = root.get("reserved")
    ids, stems = (reserved.get("ids"), reserved.get("stems")) if isinstance(reserved, MapNode) else (None, None)
    return replace(
        structure,
        editions=tuple(
            EditionSpec(id=key, title=_text(parser, node, "title"), when=condition)
            for key, node in _entries(parser, root.get("editions"), "editions")
            if (condition := parser.condition(node.get("when"), f"editions.{key}.when"))
        ),
        gate=tuple(
            GateSpec(
                id=key,
                rule=parser.word(node.get("rule"), key) or "",
                side=parser.word(node.get("side"), key) or "",
                title=_text(parser, node, "title"),
                who=_text(parser, node, "who"),
                guidance=parser.text(node.get("guidance"), key),
                written=parser.word(node.get("written"), key) or "",
            )
            for key, node in _entries(parser, root.get("gate"), "gate")
        ),
        method=_steps(parser, root.get("method"), "method"),
        steps=_steps(parser, root.get("steps"), "steps"),
        questions=_steps(parser, root.get("questions"), "questions"),
        reserved_ids=frozenset(parser.words(ids, "reserved.ids")),
        reserved_stems=frozenset(parser.words(stems, "reserved.stems")),
    )


def _steps(parser: StructureParser, node: Node | None, place: str) -> tuple[StepSpec, ...]:
    return tuple(
        StepSpec(id=key, title=_text(parser, inner, "title"), guidance=_text(parser, inner, "guidance"))
        for key, inner in _entries(parser, node, place)
    )


def _entries(parser: StructureParser, node: Node | None, place: str) -> Iterable[tuple[str, MapNode]]:
    for entry in parser.entries(node, place):
        if isinstance(entry.value, MapNode):
            yield entry.key.text, entry.value
        else:
            parser.shape(entry.value, f"{place}.{entry.key.text}", "{…}")


def _text(parser: StructureParser, node: MapNode, key: str) -> Text:
    text = parser.text(node.get(key), key)
    if text is None:
        parser.fault(node.span, key, "", "structure-no-title")
    return text or Text(he="", ar="", en="")


def _check_names(structure: Structure, parser: StructureParser) -> None:
    """Questions and answers are named before all of them are read: now they can be judged."""
    questions = questions_of(structure)
    for asked in parser.questions:
        known = questions.get(asked.question.text)
        if known is None:
            parser.unknown(asked.question, asked.place, questions)
            continue
        for answer in asked.answers:
            if answer.text not in known:
                parser.unknown(answer, asked.place, sorted(known))
