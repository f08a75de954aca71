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
from generator.structure.sections import Sections
from generator.structure.values import EditionSpec, GateSpec, StepSpec, Structure

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
    read = Sections(path, is_site=is_site)
    if not isinstance(root, MapNode):
        read.shape(root, path, "{…}")
        return replace(base, digest=hashed), (*findings, *read.findings)
    read.keys(root, "", (*_OPEN, *_WORDED, *(() if is_site else _OWN)), fixed=_OWN if is_site else ())

    read.known_vocabularies = read.vocabularies(root.get("vocabularies"), base.vocabularies)
    participant = read.fields(root.get("participant"), "participant", base.participant, may_add=not is_site)
    read.shared = {"participant": participant}
    structure = replace(
        base,
        vocabularies=read.known_vocabularies,
        record=read.fields(root.get("record"), "record", base.record),
        chapter_fields=read.fields(root.get("chapter"), "chapter", base.chapter_fields),
        promise=read.fields(root.get("promise"), "promise", base.promise),
        response=read.fields(root.get("response"), "response", base.response),
        meeting=read.fields(root.get("meeting"), "meeting", base.meeting),
        meeting_parts=read.parts(root.get("meeting_parts"), "meeting_parts", base.meeting_parts),
        participant=participant,
        ministry=read.fields(root.get("ministry"), "ministry", base.ministry, may_add=not is_site),
        topic=read.fields(root.get("topic"), "topic", base.topic, may_add=not is_site),
        accessibility=read.fields(root.get("accessibility"), "accessibility", base.accessibility, may_add=not is_site),
        digest=hashed,
    )
    if not is_site:
        structure = _with_own(structure, root, read)
    elements = read.elements(root.get("elements"), base.elements, structure.reserved_stems)
    structure = replace(structure, elements=elements)
    _check_names(structure, read)
    return structure, (*findings, *sorted(read.findings, key=lambda finding: finding.order))


def _with_own(structure: Structure, root: MapNode, read: Sections) -> Structure:
    """What only the package's file has."""
    reserved = root.get("reserved")
    ids, stems = (reserved.get("ids"), reserved.get("stems")) if isinstance(reserved, MapNode) else (None, None)
    return replace(
        structure,
        editions=tuple(
            EditionSpec(id=key, title=_text(read, node, "title"), when=condition)
            for key, node in _entries(read, root.get("editions"), "editions")
            if (condition := read.condition(node.get("when"), f"editions.{key}.when"))
        ),
        gate=tuple(
            GateSpec(
                id=key,
                rule=read.word(node.get("rule"), key) or "",
                side=read.word(node.get("side"), key) or "",
                title=_text(read, node, "title"),
                who=_text(read, node, "who"),
                guidance=read.text(node.get("guidance"), key),
                written=read.word(node.get("written"), key) or "",
            )
            for key, node in _entries(read, root.get("gate"), "gate")
        ),
        method=_steps(read, root.get("method"), "method"),
        steps=_steps(read, root.get("steps"), "steps"),
        questions=_steps(read, root.get("questions"), "questions"),
        reserved_ids=frozenset(read.words(ids, "reserved.ids")),
        reserved_stems=frozenset(read.words(stems, "reserved.stems")),
    )


def _steps(read: Sections, node: Node | None, place: str) -> tuple[StepSpec, ...]:
    return tuple(
        StepSpec(id=key, title=_text(read, inner, "title"), guidance=_text(read, inner, "guidance"))
        for key, inner in _entries(read, node, place)
    )


def _entries(read: Sections, node: Node | None, place: str) -> Iterable[tuple[str, MapNode]]:
    for entry in read.entries(node, place):
        if isinstance(entry.value, MapNode):
            yield entry.key.text, entry.value
        else:
            read.shape(entry.value, f"{place}.{entry.key.text}", "{…}")


def _text(read: Sections, node: MapNode, key: str) -> Text:
    text = read.text(node.get(key), key)
    if text is None:
        read.fault(node.span, key, "", "structure-no-title")
    return text or Text(he="", ar="", en="")


def _check_names(structure: Structure, read: Sections) -> None:
    """Questions and answers are named before all of them are read: now they can be judged."""
    questions = questions_of(structure)
    for asked in read.questions:
        known = questions.get(asked.question.text)
        if known is None:
            read.unknown(asked.question, asked.place, questions)
            continue
        for answer in asked.answers:
            if answer.text not in known:
                read.unknown(answer, asked.place, sorted(known))
