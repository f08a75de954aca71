"""`coverage.yml`: the figures and codes that `sikum refs` made of the private list of points, ready to be published."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from generator.diagnostics import Finding, Span, finding
from generator.expressions import expression
from generator.model.coverage import Coverage
from generator.model.small_figures import SMALL_FIGURE
from generator.reading.documents import read_yaml
from generator.reading.folder import Folder
from generator.rules.fields.contributions import BAD_COVERAGE
from generator.source.nodes import ListNode, MapNode, Node

COVERAGE = "coverage.yml"
CODE = expression(r"p-[a-z2-7]{16}")
_MOST = 10_000_000


class _Response(Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    points: int | None = None
    codes: tuple[str, ...] = ()


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    total: int | None = None
    answered: int | None = None
    waiting: int | None = None
    responses: tuple[_Response, ...] = ()
    waiting_codes: tuple[str, ...] = ()


def read_coverage(folder: Folder) -> tuple[Coverage | None, tuple[Finding, ...]]:
    """The figures; None without a file, or with one that is not as `sikum refs` writes it (F040)."""
    if COVERAGE not in folder.paths or COVERAGE in folder.links:
        return None, ()
    node, findings = read_yaml(folder, COVERAGE)
    if node is None:
        return None, findings
    try:
        written = msgspec.convert(_plain(node), _File, strict=False)
    except msgspec.ValidationError:
        return None, (*findings, _fault(folder))
    if not _is_sound(written):
        return None, (*findings, _fault(folder))
    return (
        Coverage(
            total=written.total,
            answered=written.answered,
            waiting=written.waiting,
            responses={each.id: each.points for each in written.responses},
            codes={each.id: each.codes for each in written.responses if each.codes},
            waiting_codes=written.waiting_codes,
        ),
        findings,
    )


def _fault(folder: Folder) -> Finding:
    return finding(BAD_COVERAGE, Span.start_of(folder.place(COVERAGE)))


def _is_sound(written: _File) -> bool:
    """Whether there is no small figure, the sums are right, and ids and codes are unique and well-formed."""
    figures = (written.total, written.answered, written.waiting, *(each.points for each in written.responses))
    if any(each is not None and (not 0 <= each <= _MOST or 0 < each < SMALL_FIGURE) for each in figures):
        return False
    if (written.answered is None) != (written.waiting is None):
        return False
    if written.answered is not None and written.answered + (written.waiting or 0) != written.total:
        return False
    codes = [*written.waiting_codes, *(code for each in written.responses for code in each.codes)]
    ids = [each.id for each in written.responses]
    return len(set(codes)) == len(codes) and len(set(ids)) == len(ids) and all(map(CODE.fullmatch, codes))


def _plain(node: Node) -> object:
    if isinstance(node, MapNode):
        return {entry.key.text: _plain(entry.value) for entry in node.entries}
    if isinstance(node, ListNode):
        return [_plain(each) for each in node.items]
    return None if node.is_empty else node.text
