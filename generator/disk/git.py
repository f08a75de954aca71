"""What git says of files, where there is a repository and a git to ask."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

_QUIET = ("-c", "core.fsmonitor=false", "-c", "safe.directory=*", "-c", "core.quotepath=false")
"""No program of the repository's own is started, and one that another user owns is read all the same."""

SAME_FILE = "-M70%"
"""How much of a record has to have stayed for git to take it for the same file: two records of one template are less alike."""


def git_output(folder: Path, *arguments: str, with_patterns: bool = False) -> bytes | None:
    """What a git command prints when it runs in `folder`; None without git, without a repository, or when it fails.

    `with_patterns`: whether paths are patterns; a folder may well be called `*`, so that they are not otherwise.
    """
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, and paths after `--`
            ["git", *_QUIET, "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            env=os.environ | {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "0" if with_patterns else "1"},
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def tracked(folder: Path, paths: Iterable[str]) -> frozenset[str]:
    """Which of `paths`, relative to `folder`, are in git's index."""
    wanted = tuple(paths)
    found = git_output(folder, "ls-files", "-z", "--", *wanted) if wanted else None
    return frozenset(os.fsdecode(path) for path in (found or b"").split(b"\0") if path)


def moved_since(folder: Path, ref: str, name: str) -> dict[str, str]:
    """Folders below `folder` whose file `name` lay in another one in the version `ref`: path of now -> path of then.

    A file counts as the same that git takes for it (`SAME_FILE`); one that git is not told of yet has not moved.
    """
    form = ("--name-status", "--diff-filter=R", SAME_FILE, "--relative", "-z")
    found = git_output(folder, "diff", *form, ref, "--", f":(glob)**/{name}", with_patterns=True)
    parts = iter(os.fsdecode(part) for part in (found or b"").split(b"\0")[:-1])
    moves = ((next(parts, ""), next(parts, "")) for _ in parts)
    pairs = {after.rpartition("/")[0]: before.rpartition("/")[0] for before, after in moves}
    return {after: before for after, before in pairs.items() if after != before}


def repository_of(folder: Path) -> Path | None:
    """The top folder of the repository that holds a folder; None when there is none."""
    found = git_output(folder, "rev-parse", "--show-toplevel")
    return Path(os.fsdecode(found.rstrip(b"\n"))) if found else None
