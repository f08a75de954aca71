"""`ministries.yml` and `topics.yml` -> the registries that processes refer to (spec 3.6). Their faults are all M001."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from generator.diagnostics import Finding, Span, finding
from generator.model.registry import Ministry, Registries, Topic
from generator.reading.fields import FieldReader, Values, first_key
from generator.reading.scalars import ID, Context
from generator.reading.typed import day, inner, text, texts
from generator.rules.fields.record import UNFILLED_GAP
from generator.rules.fields.values import MISSING_FIELD
from generator.rules.registries import BAD_REGISTRY
from generator.source.nodes import Entry, MapNode, Node, Scalar, parse_yaml
from generator.source.placeholders import is_placeholder, wanted_by
from generator.source.text import decode
from generator.structure import FieldSpec, Structure, nearest

MINISTRIES = "ministries.yml"
TOPICS = "topics.yml"
DEFAULT_TYPE = "ministry"


def read_registries(contents: Mapping[str, bytes], structure: Structure) -> tuple[Registries, tuple[Finding, ...]]:
    """The registries in the bytes of the content folder's own files, by name; a file that is not there is empty.

    A registry may also be a folder, `ministries/health.yml`, with an entry in each file: the file's name is its id. Then
    ten offices that each add theirs change ten files, and none of them conflicts.
    """
    context = Context(structure, None)
    findings: list[Finding] = []
    bodies: dict[str, Ministry] = {}
    ministry_entries = _with_folder(_entries(contents, MINISTRIES, findings), contents, MINISTRIES, findings)
    for entry in ministry_entries or ():
        if values := _read(entry, structure.ministry, context, findings):
            bodies[entry.key.text] = _ministry(entry.key.text, *values)
    topics: dict[str, Topic] = {}
    topic_entries = _with_folder(_entries(contents, TOPICS, findings), contents, TOPICS, findings)
    for entry in topic_entries or ():
        if values := _read(entry, structure.topic, context, findings):
            fields, spans = values
            topics[entry.key.text] = Topic(id=entry.key.text, title=_names(inner(fields, "title")), span=spans["id"])
    faulty = _faulty(ministry_entries, bodies)
    known = _with_known_successors(bodies, faulty or frozenset(), _successor_spans(contents), findings)
    registries = Registries(
        ministries=known, topics=topics, faulty_ministries=faulty, faulty_topics=_faulty(topic_entries, topics)
    )
    return registries, tuple(sorted(findings, key=lambda finding: finding.order))


def _entries(contents: Mapping[str, bytes], name: str, findings: list[Finding]) -> tuple[Entry, ...] | None:
    """The entries of a registry; None when the file cannot be read as one, which a finding says."""
    node, faults = parse_registry(contents, name)
    findings += faults
    if node is None:
        return None if faults else ()
    if isinstance(node, Scalar) and node.is_empty:
        return ()
    if not isinstance(node, MapNode):
        findings.append(_fault(first_key(node), name))
        return None
    return node.entries


def _with_folder(
    entries: tuple[Entry, ...] | None, contents: Mapping[str, bytes], name: str, findings: list[Finding]
) -> tuple[Entry, ...] | None:
    """The entries of a registry's file and of the files in its folder; an id that is there already is a fault."""
    found = {entry.key.text: entry for entry in entries or ()}
    folder = f"{name.removesuffix('.yml')}/"
    paths = sorted(path for path in contents if path.startswith(folder))
    for path in paths:
        node, faults = parse_registry(contents, path)
        findings += faults
        own = path.removeprefix(folder).removesuffix(".yml")
        if not isinstance(node, MapNode):
            findings += [] if faults else [_fault(Span.start_of(path), own)]
            continue
        value = node.get(own)
        key = Scalar(own, Span.start_of(path), is_plain=True)
        entry = Entry(key, value if value is not None and len(node.entries) == 1 else node)
        if own in found:
            findings.append(_fault(key.span, own))
        found.setdefault(own, entry)
    return entries if not paths else tuple(found.values())


def _faulty(entries: tuple[Entry, ...] | None, read: Collection[str]) -> frozenset[str] | None:
    """The ids of entries that are there and were not read; None when none of the file was."""
    return None if entries is None else frozenset(entry.key.text for entry in entries) - frozenset(read)


def parse_registry(contents: Mapping[str, bytes], name: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """The YAML of one file by its path, and its faults; None without the file, or where it cannot be read."""
    if name not in contents:
        return None, ()
    source, findings = decode(name, contents[name])
    if source is None:
        return None, findings
    node, faults = parse_yaml(source.text, name)
    return node, (*findings, *faults)


def _read(
    entry: Entry, specs: tuple[FieldSpec, ...], context: Context, findings: list[Finding]
) -> tuple[Values, dict[str, Span]] | None:
    """The values of one entry with their places; None when it is no entry."""
    if not ID.match(entry.key.text):
        findings.append(_fault(entry.key.span, entry.key.text))
        return None
    if not isinstance(entry.value, MapNode):
        findings.append(_fault(entry.key.span, entry.key.text))
        return None
    anchor = first_key(entry.value)
    reader = FieldReader(context, anchor)
    values = reader.read(entry.value, specs, f"{entry.key.text}.", anchor)
    reader.missing({})
    findings += map(_as_registry_fault, reader.findings)
    reader.spans["id"] = entry.key.span
    findings += _marks(values, reader.spans)
    return values, reader.spans


def _marks(values: Values, spans: Mapping[str, Span]) -> Iterator[Finding]:
    """Names that are still placeholders, which would be shown on every page."""
    for field in ("name", "title"):
        for name in _names(inner(values, field)).values():
            if is_placeholder(name):
                yield finding(UNFILLED_GAP, spans["id"], {"value": wanted_by(name)})


def _as_registry_fault(fault: Finding) -> Finding:
    """M001 at the same place, with the field and, where one was found, the nearest name."""
    hint = fault.hint if fault.hint in ("did-you-mean", "last-day") else None
    if fault.rule == MISSING_FIELD.code and fault.values["field"].endswith((".name", ".title", ".he")):
        hint = "name-in-three"
    return finding(BAD_REGISTRY, fault.span, fault.values, hint=hint, related=fault.related)


def _ministry(identifier: str, values: Values, spans: dict[str, Span]) -> Ministry:
    return Ministry(
        id=identifier,
        name=_names(inner(values, "name")),
        type=text(values, "type") or DEFAULT_TYPE,
        aliases=texts(values, "aliases"),
        url=text(values, "url"),
        same_as=texts(values, "same_as"),
        successor=text(values, "successor"),
        start=day(values, "from"),
        end=day(values, "to"),
        span=spans["id"],
    )


def _names(values: Values) -> dict[str, str]:
    return {language: name for language, name in values.items() if isinstance(name, str)}


def _successor_spans(contents: Mapping[str, bytes]) -> dict[str, Span]:
    node, _ = parse_registry(contents, MINISTRIES)
    found: dict[str, Span] = {}
    for entry in node.entries if isinstance(node, MapNode) else ():
        successor = entry.value.get("successor") if isinstance(entry.value, MapNode) else None
        if successor is not None:
            found[entry.key.text] = successor.span
    return found


def _with_known_successors(
    bodies: dict[str, Ministry], faulty: AbstractSet[str], spans: Mapping[str, Span], findings: list[Finding]
) -> dict[str, Ministry]:
    """The ministries without successors that are not in the registry, or that lead back to the ministry itself."""
    known = dict(bodies)
    for body in bodies.values():
        if body.successor is None:
            continue
        span = spans.get(body.id, body.span)
        if body.successor in faulty:
            known[body.id] = replace(body, successor=None)
        elif body.successor not in bodies:
            near = nearest(body.successor, tuple(bodies))
            values = {"field": f"{body.id}.successor", "value": body.successor, **({"known": near} if near else {})}
            findings.append(_fault(span, values["field"], "did-you-mean" if near else "unknown-successor", values))
            known[body.id] = replace(body, successor=None)
        elif _comes_back(body, bodies):
            findings.append(_fault(span, f"{body.id}.successor", "unknown-successor"))
            known[body.id] = replace(body, successor=None)
    return known


def _comes_back(body: Ministry, bodies: Mapping[str, Ministry]) -> bool:
    seen: set[str] = set()
    current: Ministry | None = body
    while current is not None and current.successor is not None and current.id not in seen:
        seen.add(current.id)
        current = bodies.get(current.successor)
        if current is body:
            return True
    return False


def _fault(span: Span, field: str, hint: str | None = None, values: Mapping[str, str] | None = None) -> Finding:
    shown = dict(values) if values else {"field": field}
    return finding(BAD_REGISTRY, span, shown, hint=hint)
