"""Temporary folders of a build, and removal of those that killed builds left."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_SYNCHRONIZE = 0x00100000
"""Windows' right to wait for a process, which says that it is there."""

_PREFIX = "scratch-"
_NOTE = "preview-"
_own: set[str] = set()
"""Folders of this process: not what another one with the same number left."""


def temporary_folder(root: Path) -> TemporaryDirectory[str]:
    """An empty folder below `root`, removed at the end of a `with` or by `cleanup`. Raises OSError."""
    root.mkdir(parents=True, exist_ok=True)
    for leftover in root.glob(f"{_PREFIX}*"):
        if leftover.name not in _own and not is_alive(leftover.name.removeprefix(_PREFIX).partition("-")[0]):
            shutil.rmtree(leftover, ignore_errors=True)
    folder = TemporaryDirectory(prefix=f"{_PREFIX}{os.getpid()}-", dir=root)
    _own.add(Path(folder.name).name)
    return folder


@contextmanager
def own_temporary_files(root: Path | None = None) -> Iterator[None]:
    """Give libraries a temporary folder of their own, and remove it at the end.

    It is below `root`, else where the machine keeps temporary files.

    A worker ends without cleaning up, and WeasyPrint leaves a folder of fonts for every PDF in the machine's own.
    """
    before = tempfile.tempdir
    with temporary_folder(root) if root else TemporaryDirectory(prefix="sikum-") as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before


def note_folder(root: Path, folder: Path) -> None:
    """Note below `root` a folder that the engine made for this process among the machine's temporary files, and remove those
    that killed processes left there. Raises OSError.

    Only what has the same beginning of its name, up to `_`, and lies in the same folder is removed.
    """
    root.mkdir(parents=True, exist_ok=True)
    for note in root.glob(f"{_NOTE}*"):
        if is_alive(note.name.removeprefix(_NOTE)):
            continue
        left = Path(note.read_text(encoding="utf-8"))
        is_alike = left.parent == folder.parent and left.name.startswith(f"{folder.name.partition('_')[0]}_")
        if is_alike and left != folder and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        note.unlink(missing_ok=True)
    (root / f"{_NOTE}{os.getpid()}").write_text(str(folder), encoding="utf-8")


def is_alive(pid: str) -> bool:
    """Whether another process with this id is running; False for the current one and for what is no number."""
    if sys.platform == "win32":
        return _is_alive_on_windows(pid)
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return int(pid) != os.getpid()


def _is_alive_on_windows(pid: str) -> bool:
    """There, `os.kill` with 0 is no question but Control-C, for every process of the console."""
    if not pid.isdigit() or int(pid) == os.getpid():
        return False
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    handle = kernel.OpenProcess(_SYNCHRONIZE, False, int(pid))
    if not handle:
        return False
    kernel.CloseHandle(handle)
    return True
