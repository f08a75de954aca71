"""Publishes a site atomically: readers never see half of it, and a killed build leaves the old one.

Two trees of hard links are kept: the published site, and a staging tree in the cache. A build changes the staging tree,
swaps the two folders in one step, and then applies the same changes to the old one. So only one tree is scanned, and of
it only what somebody changed, only what changed is written, and nothing that was taken down stays in either.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.disk.manifest import PARTS
from generator.disk.store import ObjectStore
from generator.disk.subtrees import Subtree
from generator.disk.tempdirs import is_alive
from generator.disk.tree import apply_changes, synchronise
from generator.disk.tree_states import TreeStates
from generator.pipeline.workers import parallel_map

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


_WORTH_A_WORKER = 2000
"""Files in a tree from which on it pays to create both trees in parallel."""


def publish(
    site_dir: Path,
    trees: Mapping[str, Subtree],
    store: ObjectStore,
    staging: Path,
    *,
    workers: int | None = None,
) -> None:
    """Make `site_dir` hold exactly the files of `trees`, whose contents are in `store`, all at once.

    A file whose content is unchanged keeps its inode and time, so that `rsync` and hosts upload only what changed.
    Names that begin with a dot (`.git`, `.well-known`) in the old site stay, as MkDocs leaves them. `staging` is the
    path of the staging tree; where it is on another device than the site, a tree beside the site is used and removed.
    Raises OSError, and leaves the old site unchanged, when the new one cannot be written.
    """
    site_dir = Path(os.path.realpath(site_dir))
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    _recover(site_dir)
    is_near = _device(staging.parent) == _device(site_dir.parent)
    new = staging if is_near else site_dir.with_name(f".{site_dir.name}.new-{os.getpid()}")
    states = TreeStates(staging, site_dir, trees, store)
    is_first = not site_dir.exists()
    try:
        if is_first and is_near:
            _create_both(site_dir, trees, store, staging, workers)
            states.remember(site_dir, {site_dir: (), staging: ()})
            return
        unchanged = states.unchanged(new)
        changes = synchronise(new, trees, store, unchanged)
        if is_first:
            os.rename(new, site_dir)
            return
        try:
            _swap(new, site_dir)
        except OSError as error:
            if error.errno != errno.EBUSY:
                raise
            synchronise(site_dir, trees, store)  # a mount point stays where it is: file by file, each of them whole
            return
        _keep_dotfiles(new, site_dir)
        if is_near and states.are_equal:
            apply_changes(new, changes, store)
            states.remember(site_dir, {site_dir: unchanged, new: trees})
        elif is_near:
            synchronise(new, trees, store)
            states.remember(site_dir, {site_dir: unchanged, new: ()})
    finally:
        if not is_near:
            shutil.rmtree(new, ignore_errors=True)


def _create_both(
    site_dir: Path, trees: Mapping[str, Subtree], store: ObjectStore, staging: Path, workers: int | None
) -> None:
    """Create the first site and its staging tree together, so that the next build, after one edit, need not."""
    second = staging.with_name(f"{staging.name}-second")
    shutil.rmtree(second, ignore_errors=True)

    def work(root: Path) -> bytes:
        synchronise(root, trees, store)
        return b""

    count = sum(len(tree.files) for tree in trees.values())
    list(parallel_map(work, [staging, second], workers if count >= _WORTH_A_WORKER else 1, smallest=2))
    os.rename(staging, site_dir)
    os.rename(second, staging)


def _device(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    return folder.stat().st_dev


def _keep_dotfiles(old: Path, new: Path) -> None:
    for entry in list(os.scandir(old)):
        if entry.name.startswith("."):
            _keep(old, new, entry.name)


def _keep(old_root: Path, new_root: Path, uri: str) -> None:
    """Move what is in the old tree, and not in the new: `.well-known` holds the manifest and may hold the host's files.

    Lists of files in the manifest are the site's own, and name what may have been taken down since.
    """
    if uri == PARTS.rstrip("/"):
        return
    old, new = old_root / uri, new_root / uri
    if not os.path.lexists(new):
        os.rename(old, new)
    elif old.is_dir() and new.is_dir() and not old.is_symlink():
        for entry in list(os.scandir(old)):
            _keep(old_root, new_root, f"{uri}/{entry.name}")


def _swap(new: Path, site_dir: Path) -> None:
    """Swap two folders: in one step with `renameat2`, else by two renames. Afterwards the old site is at `new`."""
    # Windows has no library of the running program, and no such call
    library = None if os.name == "nt" else ctypes.CDLL(None, use_errno=True)
    renameat2 = getattr(library, "renameat2", None)
    if renameat2 is not None:
        paths = os.fsencode(new), os.fsencode(site_dir)
        if renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
            return
    old = site_dir.with_name(f".{site_dir.name}.old-{os.getpid()}")
    os.rename(site_dir, old)
    os.rename(new, site_dir)
    os.rename(old, new)


def _recover(site_dir: Path) -> None:
    """Clean up after a killed build: restore an old site that has no new one, remove every other leftover."""
    for leftover in sorted(site_dir.parent.glob(f".{site_dir.name}.*-*")):
        kind, _, pid = leftover.name.removeprefix(f".{site_dir.name}.").rpartition("-")
        if kind not in ("old", "new") or is_alive(pid):
            continue
        if kind == "old" and not site_dir.exists():
            os.rename(leftover, site_dir)
            continue
        if site_dir.exists():
            _keep_dotfiles(leftover, site_dir)
        shutil.rmtree(leftover, ignore_errors=True)
