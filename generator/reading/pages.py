"""Ordinary pages: Markdown of the content folder that belongs to no process (`about.md`)."""

from __future__ import annotations

from generator.diagnostics import Finding, Span, finding
from generator.model.content import Body
from generator.model.published import OrdinaryPage
from generator.reading.chapters import read_body, stem_of
from generator.reading.documents import parse_document
from generator.reading.folder import Folder
from generator.reading.unsafe_markup import check_markdown
from generator.rules.fields.names import RESERVED_NAME
from generator.rules.fields.values import UNKNOWN_FIELD
from generator.source.nodes import ListNode, MapNode, Scalar
from generator.structure import Structure, nearest

FIELDS = ("title", "description", "hide")
"""The only ones of Material's that pass through (spec 3)."""


def read_ordinary_page(
    path: str, content: bytes, structure: Structure, *, address: str = ""
) -> tuple[OrdinaryPage | None, tuple[Finding, ...]]:
    """A page by its path in the content folder; None when its address is the site's own.

    Of one that cannot be read there is its address, and a body that says so: links to it are no faults of others.

    `address`: the path by which it is published where that is another one, as for a page in another language.
    """
    source, findings = Folder.of("", {path: content}).read_text(path)
    url = _url(address or path)
    first = url.split("/")[0]
    if first in structure.reserved_ids:
        return None, (*findings, finding(RESERVED_NAME, Span.start_of(path), {"value": first}))
    if source is None:
        unread = Body(path=path, text="", first_line=1, is_readable=False)
        return OrdinaryPage(path=path, url=url, title="", description="", is_hidden=True, body=unread), findings
    document, faults = parse_document(source, structure)
    findings = (*findings, *faults, *_unknown(document.fields))
    body = read_body(document, ())
    heading = next((heading.text for heading in body.headings if heading.level == 1 and heading.text), "")
    page = OrdinaryPage(
        path=path,
        url=url,
        title=_text(document.fields, "title") or heading or stem_of(path).replace("-", " "),
        description=_text(document.fields, "description"),
        is_hidden=_is_hidden(document.fields),
        body=body,
    )
    return page, (*findings, *check_markdown(body))


def _url(path: str) -> str:
    bare = path.removesuffix(".md")
    if bare == "index" or bare.endswith("/index"):
        return bare.removesuffix("index")
    return f"{bare}/"


def _text(fields: MapNode, name: str) -> str:
    node = fields.get(name)
    return node.text.strip() if isinstance(node, Scalar) and not node.is_empty else ""


def _is_hidden(fields: MapNode) -> bool:
    """`hide: true`, or Material's list with `page` or `navigation` in it."""
    node = fields.get("hide")
    if isinstance(node, ListNode):
        return any(isinstance(item, Scalar) and item.text in ("page", "navigation") for item in node.items)
    return isinstance(node, Scalar) and node.text.lower() in ("true", "yes", "page", "navigation")


def _unknown(fields: MapNode) -> list[Finding]:
    found: list[Finding] = []
    for entry in fields.entries:
        if entry.key.text not in FIELDS:
            near = nearest(entry.key.text, FIELDS)
            values = {"field": entry.key.text, **({"known": near} if near else {})}
            hint = "did-you-mean" if near else None
            found.append(finding(UNKNOWN_FIELD, entry.key.span, values, hint=hint))
    return found
