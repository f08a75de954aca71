"""Files of a folder -> YAML nodes and Markdown bodies."""

from __future__ import annotations

from msgspec import Struct

from generator.diagnostics import Finding, Span, finding
from generator.reading.fields import first_key
from generator.reading.folder import Folder
from generator.reading.recognise import is_misplaced
from generator.rules.fields.values import WRONG_TYPE
from generator.rules.source.processes import MISPLACED_FRONT_MATTER
from generator.rules.source.syntax import BAD_YAML, UNCLOSED_FRONT_MATTER
from generator.source.nodes import ListNode, MapNode, Node, Scalar, parse_yaml
from generator.source.text import SourceText, split_front_matter
from generator.structure import Structure


class Document(Struct, frozen=True, kw_only=True):
    """A Markdown file in parts."""

    path: str
    """Relative to the content folder."""
    start: Span
    """The opening `---`, or the first character: where a missing field is reported."""
    fields: MapNode
    """The front matter; empty when there is none."""
    is_readable: bool
    """False when the front matter could not be read: then nothing in it is called missing."""
    body: str
    body_line: int
    has_body: bool = True
    """False when nobody can tell what the body is: not UTF-8, too large, front matter without an end."""


def read_document(folder: Folder, path: str, structure: Structure) -> tuple[Document, tuple[Finding, ...]]:
    """A Markdown file of the folder. Total: what cannot be read is empty, and a finding says why."""
    source, findings = folder.read_text(path)
    if source is None:
        return _unreadable(folder.place(path)), findings
    document, faults = parse_document(source, structure)
    return document, (*findings, *faults)


def parse_document(source: SourceText, structure: Structure) -> tuple[Document, tuple[Finding, ...]]:
    """Decoded Markdown in parts. Front matter that is not at the top is S011, and nothing of the file is taken then."""
    parts, findings = split_front_matter(source)
    if not findings and is_misplaced(parts.body, structure, has_front_matter=parts.yaml is not None):
        start = Span.start_of(source.path)
        fault = finding(MISPLACED_FRONT_MATTER, start, is_private=True)
        return _unreadable(source.path), (fault,)
    start = Span.start_of(source.path)
    fields = MapNode((), start)
    is_readable = not findings
    if parts.yaml is not None:
        start = Span(source.path, 1, 1, 1, 4)
        node, faults = parse_yaml(parts.yaml, source.path, first_line=parts.yaml_line)
        findings = (*findings, *faults)
        if isinstance(node, MapNode):
            fields = node
        elif node is None or (isinstance(node, Scalar) and node.is_empty):
            is_readable = not any(fault.rule == BAD_YAML.code for fault in faults)
        else:
            is_readable = False
            findings = (*findings, wrong_shape(node, "---", "want-fields"))
    document = Document(
        path=source.path,
        start=start,
        fields=fields,
        is_readable=is_readable,
        body=parts.body,
        body_line=parts.body_line,
        has_body=not any(finding.rule == UNCLOSED_FRONT_MATTER.code for finding in findings),
    )
    return document, findings


def read_yaml(folder: Folder, path: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """A YAML file of the folder; None when it is empty or cannot be read."""
    source, findings = folder.read_text(path)
    if source is None:
        return None, findings
    node, faults = parse_yaml(source.text, source.path)
    if isinstance(node, Scalar) and node.is_empty:
        node = None
    return node, (*findings, *faults)


def read_list(folder: Folder, path: str, name: str) -> tuple[ListNode | None, tuple[Finding, ...]]:
    """A YAML file that is one list; anything else is F003."""
    node, findings = read_yaml(folder, path)
    if node is None or isinstance(node, ListNode):
        return node, findings
    return None, (*findings, wrong_shape(node, name, "want-list"))


def wrong_shape(node: Node, field: str, hint: str) -> Finding:
    """F003 for a whole file or front matter that is of another shape."""
    return finding(WRONG_TYPE, first_key(node), {"field": field}, hint=hint)


def _unreadable(path: str) -> Document:
    start = Span.start_of(path)
    return Document(
        path=path, start=start, fields=MapNode((), start), is_readable=False, body="", body_line=1, has_body=False
    )
