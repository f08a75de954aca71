"""Codes by which people find what was done with what they said: keyed hashes of the office's own references.

Without the key a code says nothing, and with it only the office can tell whose it is. Figures that are withheld have
codes that nobody holds beside the true ones, so that their number tells nothing either.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.model.coverage import Coverage, coverage_of
from generator.model.private import Contribution, Process
from generator.source.yaml_scalars import escaped

SHORTEST_KEY = 16
"""Characters; a shorter key could be guessed."""
_FEWEST = 8
"""Anchors at a figure that is withheld."""


def anchors(point: Contribution, process: Process, key: bytes) -> tuple[tuple[str | None, str], ...]:
    """(Id of a response, the code by which this person finds it) for each that the point names; (None, code) while it waits.

    Each has a code of its own: one at two responses would tell that one person said both.
    """
    known = {response.id for response in process.responses}
    named: Sequence[str | None] = [each for each in point.responses if each in known] or [None]
    return tuple((each, _code(key, process.id, point.ref, str(place))) for place, each in enumerate(named))


def coded_coverage(process: Process, key: bytes) -> Coverage | None:
    """The figures of a process's points with their codes; None where there is no point."""
    known = tuple(response.id for response in process.responses)
    coverage = coverage_of((point.responses for point in process.contributions), process.responses)
    if coverage is None:
        return None
    codes: dict[str | None, list[str]] = {each: [] for each in (*known, None)}
    for point in process.contributions:
        for response, code in anchors(point, process, key):
            codes[response].append(code)
    withheld = [each for each in known if coverage.responses[each] is None]
    hidden: list[str | None] = [*withheld, *([None] if coverage.waiting is None else [])]
    size = max((len(codes[each]) for each in hidden), default=0)
    size = max(_FEWEST, 1 << (size - 1).bit_length()) if size else _FEWEST
    for each in hidden:
        padding = range(size - len(codes[each]))
        codes[each] += [_code(key, process.id, "", f"{each or ''}/{number}") for number in padding]
    return replace(
        coverage,
        codes={each: tuple(sorted(codes[each])) for each in known if codes[each]},
        waiting_codes=tuple(sorted(codes[None])),
    )


def coverage_text(coverage: Coverage) -> str:
    """`coverage.yml`: figures and codes, to be published beside the process."""
    return "\n".join(_lines(coverage)) + "\n"


def _lines(coverage: Coverage) -> Iterator[str]:
    yield "# sikum refs"
    for name in ("total", "answered", "waiting"):
        yield f"{name}: {_figure(getattr(coverage, name))}"
    yield "responses:" if coverage.responses else "responses: []"
    for response, count in coverage.responses.items():
        yield f"- id: {escaped(response)}"
        yield f"  points: {_figure(count)}"
        yield from _codes("  codes", coverage.codes.get(response, ()))
    yield from _codes("waiting_codes", coverage.waiting_codes)


def _codes(name: str, codes: Sequence[str]) -> Iterator[str]:
    yield f"{name}:" if codes else f"{name}: []"
    yield from (f"{' ' * (len(name) - len(name.lstrip()))}- {code}" for code in codes)


def _figure(count: int | None) -> str:
    return "~" if count is None else str(count)


def _code(key: bytes, *words: str) -> str:
    message = b"".join(len(part).to_bytes(4, "big") + part for part in (word.encode() for word in words))
    made = hmac.new(key, message, hashlib.sha256).digest()[:10]
    return f"p-{base64.b32encode(made).decode().lower()}"
