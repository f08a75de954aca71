"""What is the same for every site of one installation, kept in the package's `__pycache__` folders, as Python keeps modules;
and which libraries are installed.

It lies in the package and not in a site's cache where it would be run, or where each new site would make it again. Where
the folder cannot be written to, it is made each time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from generator.model.digest import digest

PACKAGE = Path(__file__).parent.parent
"""The folder of the package, in which its assets and templates lie as well."""
_METADATA = (".dist-info", ".egg-info")


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


def releases(libraries: Iterable[str]) -> tuple[str, ...]:
    """The installed releases of libraries (names in lower case), as installers name their metadata: `babel-2.18.0.dist-info`.

    `importlib.metadata` reads whole files for a version, by means of Python's package for e-mail: a tenth of a check after
    an edit. It is asked for what has no such name alone, such as a library that is developed beside this one; then the
    version follows a blank, and nothing where there is no such library.
    """
    left, found = set(libraries), []
    for folder in sys.path:
        with suppress(OSError):
            names = [name for name in os.listdir(folder or ".") if name.endswith(_METADATA) and "-" in name[:-10]]
            here = sorted(name for name in names if name.partition("-")[0].lower() in left)
            left.difference_update(name.partition("-")[0].lower() for name in here)
            found += here
        if not left:
            break
    return *found, *map(_release, sorted(left))


def _release(library: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return f"{library} "


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
