"""What is known of the two trees of a site, so that of a large one only what changed is looked through.

A folder gets a new time when a name in it is added, removed or replaced. So the times of the folders of a subtree tell that
its files are still the links that a build left there; what was written into one of them, the store notices.
"""

from __future__ import annotations

import contextlib
from collections.abc import Container, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.disk.cache import DiskCache
from generator.disk.folder_times import folder_times, time_of_disk
from generator.disk.store import ObjectStore
from generator.disk.subtrees import Subtree
from generator.model.digest import digest


class _State(Struct, frozen=True, array_like=True, gc=False):
    """A subtree as a build left it."""

    digest: str
    """Of its files and their inodes."""
    times: list[int]
    """When each of its folders was changed, in nanoseconds."""


_States = dict[str, _State]
_decoder = msgspec.msgpack.Decoder(dict[int, _States])


class TreeStates:
    """The states of a site's published tree and its staging tree, as the last build left them.

    They are forgotten when they are loaded, before a tree is touched: a build that is killed midway leaves two trees that
    differ. A change by hand of the published site is found in the next build, when that tree has become the staging tree.
    """

    def __init__(self, staging: Path, site_dir: Path, trees: Mapping[str, Subtree], store: ObjectStore) -> None:
        """`trees`: what the site is to hold. Raises OSError when what was known cannot be forgotten."""
        self._cache = DiskCache(staging.parent)
        self._name = f"{staging.name}-states"
        self._trees = {name: tree for name, tree in trees.items() if name and not name.startswith(".")}
        self._digests = {
            name: digest(tree.digest, store.inodes(tree.files.values())) for name, tree in self._trees.items()
        }
        payload = self._cache.get(self._name, _identity(site_dir)) if site_dir.exists() else None
        self._known: dict[int, _States] = {}
        with contextlib.suppress(msgspec.DecodeError):
            self._known = _decoder.decode(payload) if payload else {}
        self.are_equal = bool(self._known)
        """Whether the last build left both trees with the same files."""
        (staging.parent / self._name).unlink(missing_ok=True)

    def unchanged(self, root: Path) -> frozenset[str]:
        """Names of the subtrees that hold what they are to hold, in the tree below `root`."""
        known = self._of(root)
        return frozenset(
            name
            for name, tree in self._trees.items()
            if (state := known.get(name)) and state.digest == self._digests[name] and state.times == _times(root, tree)
        )

    def remember(self, site_dir: Path, roots: Mapping[Path, Container[str]]) -> None:
        """Save the states of both trees, which hold what they are to hold. `roots`: the root of each, and the subtrees in it
        that were not looked through: of these what was known still holds, if they are to hold the same as before.
        """
        now = time_of_disk(self._cache.root)
        found = {root.stat().st_ino: self._states(root, passed_over, now) for root, passed_over in roots.items()}
        self._cache.put(self._name, _identity(site_dir), msgspec.msgpack.encode(found))

    def _states(self, root: Path, passed_over: Container[str], now: int) -> _States:
        known = self._of(root)
        states: _States = {}
        for name, tree in self._trees.items():
            if name in passed_over:
                if (state := known.get(name)) and state.digest == self._digests[name]:
                    states[name] = state
            elif (times := _times(root, tree)) and max(times) < now:
                states[name] = _State(self._digests[name], times)
        return states

    def _of(self, root: Path) -> _States:
        try:
            return self._known.get(root.stat().st_ino, {})
        except FileNotFoundError:
            return {}


def _identity(site_dir: Path) -> str:
    facts = site_dir.stat()
    return f"{facts.st_dev}-{facts.st_ino}"


def _times(root: Path, tree: Subtree) -> list[int]:
    """When each folder was changed; empty where one is missing."""
    try:
        return folder_times(f"{root}/{folder}" for folder in tree.folders)
    except OSError:
        return []
