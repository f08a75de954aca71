"""Packs of criteria: `generator/yardsticks/*.yml`, or a site's own file of the same form -> values, or what is wrong and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.diagnostics import Span, Text
from generator.model.installed import PACKAGE
from generator.model.yardsticks import Criterion, Pack
from generator.rules.source.syntax import DUPLICATE_KEY
from generator.source.nodes import ListNode, MapNode, Node, Scalar, parse_yaml
from generator.source.text import decode
from generator.structure import nearest
from generator.views.evidence import FACTS
from generator.wording.deferred import N_, Deferred, DeferredError

_LANGUAGES = ("he", "ar", "en")
_OF_A_PACK = ("id", "title", "source", "criteria")
_OF_A_CRITERION = ("id", "title", "facts", "number")
_OPTIONAL = ("number",)


class BadPack(DeferredError, ValueError):
    """What should be a pack of criteria is none. The message says what is wrong, with file, line and column."""

    def __init__(self, span: Span, message: str, /, **values: object) -> None:
        place = f"{span.path}:{span.line}:{span.column}"
        super().__init__(N_("{name}: {reason}"), name=place, reason=Deferred(message, **values))


def packs() -> Iterator[Pack]:
    """The standards that come with the package, by name of file."""
    folder = PACKAGE / "yardsticks"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            yield read_pack(file.read_bytes(), file.name)


def read_pack(content: bytes, path: str) -> Pack:
    """A pack from a file's bytes; `path` is how messages name the file. Raises BadPack for the first fault."""
    read, found = decode(path, content)
    node, faults = parse_yaml(read.text, path) if read else (None, ())
    for fault in (*found, *faults):
        written = next(iter(fault.values.values()), "")
        if fault.rule == DUPLICATE_KEY.code:
            raise BadPack(fault.span, N_("{name} is written twice"), name=written)
        raise BadPack(fault.span, N_("cannot be read: {reason}"), reason=written or fault.rule)
    start = Span.start_of(path)
    pack = _map(node, start, _OF_A_PACK)
    address = _text(pack, "source")
    if not address.startswith(("https://", "http://")):
        raise BadPack(
            pack["source"].span, N_("{name}: an address is expected, not {value}"), name="source", value=repr(address)
        )
    criteria: dict[str, Criterion] = {}
    for item in _list(pack, "criteria"):
        criterion = _criterion(item)
        if criterion.id in criteria:
            raise BadPack(item.span, N_("{name} is written twice"), name=criterion.id)
        criteria[criterion.id] = criterion
    return Pack(id=_text(pack, "id"), title=_title(pack), source=address, criteria=tuple(criteria.values()))


def _criterion(node: Node) -> Criterion:
    values = _map(node, node.span, _OF_A_CRITERION)
    return Criterion(
        id=_text(values, "id"),
        number=_text(values, "number") if "number" in values else "",
        title=_title(values),
        facts=tuple(_fact(item) for item in _list(values, "facts")),
    )


def _fact(node: Node) -> str:
    if isinstance(node, Scalar) and node.text in FACTS:
        return node.text
    raise BadPack(
        node.span,
        N_("{name}: facts are one or more of {known}"),
        name=_with_nearest(node.text, FACTS) if isinstance(node, Scalar) else "facts",
        known=", ".join(FACTS),
    )


def _title(values: dict[str, Node]) -> Text:
    names = _map(values["title"], values["title"].span, _LANGUAGES)
    return Text(**{language: _text(names, language) for language in _LANGUAGES})


def _map(node: Node | None, start: Span, known: Collection[str]) -> dict[str, Node]:
    """The values of a map by their keys, which have to be known and all there, but for those that may be left out."""
    if not isinstance(node, MapNode):
        raise BadPack(node.span if node else start, N_("a map is expected here, with {known}"), known=", ".join(known))
    for entry in node.entries:
        if entry.key.text not in known:
            name = _with_nearest(entry.key.text, known)
            raise BadPack(
                entry.key.span, N_("{name} is not known here, only {known}"), name=name, known=", ".join(known)
            )
    values = {entry.key.text: entry.value for entry in node.entries}
    if lacking := [name for name in known if name not in values and name not in _OPTIONAL]:
        raise BadPack(node.span, N_("missing here: {fields}"), fields=", ".join(lacking))
    return values


def _list(values: dict[str, Node], name: str) -> tuple[Node, ...]:
    node = values[name]
    if not isinstance(node, ListNode) or not node.items:
        raise BadPack(node.span, N_("{name}: a list with at least one item is expected"), name=name)
    return node.items


def _text(values: dict[str, Node], name: str) -> str:
    node = values[name]
    if not isinstance(node, Scalar) or node.is_empty or not node.text.strip():
        raise BadPack(node.span, N_("{name}: a text is expected"), name=name)
    return " ".join(node.text.split())


def _with_nearest(written: str, known: Collection[str]) -> str:
    """`goal (goals?)`: what was written, and what may have been meant."""
    near = nearest(written, known)
    return f"{written} ({near}?)" if near else written
