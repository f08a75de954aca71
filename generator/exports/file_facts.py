"""What descriptions say of a published file: how large it is, and the hash by which a copy is known to be whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from generator.model.digest import hash_of, hash_of_file


class Facts(Struct, frozen=True):
    """Of one file."""

    size: int
    """Bytes."""
    sha256: str
    """Hexadecimal."""

    @property
    def described(self) -> dict[str, object]:
        """As a Data Package names them."""
        return {"bytes": self.size, "hash": f"sha256:{self.sha256}"}


def facts_of(content: bytes) -> Facts:
    """Size and hash of a file's content."""
    return Facts(len(content), hash_of(content))


def facts_of_file(path: Path) -> Facts:
    """The same of a file on the disk, which is not held in memory. Raises OSError."""
    with path.open("rb") as file:
        return Facts(path.stat().st_size, hash_of_file(file))


def digest_of_files(files: Mapping[str, Facts]) -> str:
    """Twelve hexadecimal characters that change when any of the files does."""
    text = "\n".join(f"{facts.sha256} {name}" for name, facts in sorted(files.items()))
    return hash_of(text.encode())[:12]
