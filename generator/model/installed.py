"""What is the same for every site of one installation, kept in the package's `__pycache__` folders, as Python keeps modules.

It lies in the package and not in a site's cache where it would be run, or where each new site would make it again. Where
the folder cannot be written to, it is made each time.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.model.digest import digest


def kept_or_made(folder: Path, name: str, key: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, from `folder/__pycache__` if it was made there under this name and key; it is then kept.

    `key`: a hash of all that it depends on, in ASCII. A name holds one content; its older ones are removed.
    """
    path = folder / "__pycache__" / f"{name}.{key}.kept"
    with suppress(OSError):
        content = path.read_bytes()
        found, _, sound = content.rpartition(_SEAL)
        if sound.decode("ascii", "replace") == digest(found):
            return found
    made = make()
    put_in_place(path, made + _SEAL + digest(made).encode(), f"{name}.*.kept")
    return made


_SEAL = b"\n-- "


def put_in_place(path: Path, content: bytes, older: str) -> None:
    """Write a file at once, and remove those beside it that match `older`; where that is not allowed, do nothing."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(path)
        for other in path.parent.glob(older):
            if other != path:
                other.unlink(missing_ok=True)
