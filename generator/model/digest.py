"""One hash for any frozen values: what cache keys are made of."""

from __future__ import annotations

import hashlib

import msgspec

_ENCODER = msgspec.json.Encoder(order="deterministic")


def digest(*values: object) -> str:
    """Hex SHA-256 over the values (structs, strings, numbers, tuples, mappings, bytes) and their order.

    The same values give the same hash on any machine; order within sets and mappings does not matter.
    """
    hasher = hashlib.sha256()
    for value in values:
        part = value if isinstance(value, bytes) else _ENCODER.encode(value)
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.hexdigest()[:32]
