"""The files of a site by the top folder they lie in: after an edit nearly all of these are what they were."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.model.digest import hash_of


class Subtree(Struct, frozen=True):
    """The files below one folder."""

    files: Mapping[str, str]
    """uri -> hash of the content."""
    digest: str
    """Hash of both."""

    @property
    def folders(self) -> list[str]:
        """Every folder there is in it, with its own."""
        found = dict.fromkeys(uri.rpartition("/")[0] for uri in self.files)
        for folder in tuple(found):
            while (folder := folder.rpartition("/")[0]) and folder not in found:
                found[folder] = None
        return [*found]


def subtree_of(files: Mapping[str, str]) -> Subtree:
    """A subtree with these files."""
    return Subtree(files, hash_of("\0".join((*files, *files.values())).encode()))


def subtrees(files: Mapping[str, str]) -> dict[str, Subtree]:
    """Name of a top folder -> what lies below it; under the empty name the files that lie in no folder."""
    found: dict[str, dict[str, str]] = {}
    for uri, content_hash in files.items():
        folder, slash, _ = uri.partition("/")
        name = folder if slash else ""
        if (listed := found.get(name)) is None:
            listed = found[name] = {}
        listed[uri] = content_hash
    return {name: subtree_of(listed) for name, listed in found.items()}


def with_files(trees: Mapping[str, Subtree], files: Mapping[str, str]) -> dict[str, Subtree]:
    """Subtrees with further files."""
    more = subtrees(files)
    joined = {name: subtree_of({**trees[name].files, **more[name].files}) for name in more if name in trees}
    return {**trees, **more, **joined}
