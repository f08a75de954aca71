"""Hashes: of any frozen values, which cache keys are made of, and of the content of files."""

from __future__ import annotations

import hashlib
from io import BufferedReader

import msgspec

_ENCODER = msgspec.json.Encoder(order="deterministic")


def hash_of(content: bytes) -> str:
    """Hex SHA-256 of a file's content, whole, as `sha256sum` writes it."""
    return hashlib.sha256(content).hexdigest()


def hash_of_file(file: BufferedReader) -> str:
    """The same of an open file, without holding all of it in memory. Raises OSError as reading does."""
    return hashlib.file_digest(file, "sha256").hexdigest()


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
