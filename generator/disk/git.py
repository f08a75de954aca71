"""What git says of files, where there is a repository and a git to ask."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

_QUIET = ("-c", "core.fsmonitor=false", "-c", "safe.directory=*", "-c", "core.quotepath=false")
"""No program of the repository's own is started, and one that another user owns is read all the same."""


def git_output(folder: Path, *arguments: str) -> bytes | None:
    """What a git command prints when it runs in `folder`; None without git, without a repository, or when it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, and paths after `--`
            ["git", *_QUIET, "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            env=os.environ | {"GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"},
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def tracked(folder: Path, paths: Iterable[str]) -> frozenset[str]:
    """Which of `paths`, relative to `folder`, are in git's index."""
    wanted = tuple(paths)
    found = git_output(folder, "ls-files", "-z", "--", *wanted) if wanted else None
    return frozenset(os.fsdecode(path) for path in (found or b"").split(b"\0") if path)


def repository_of(folder: Path) -> Path | None:
    """The top folder of the repository that holds a folder; None when there is none."""
    found = git_output(folder, "rev-parse", "--show-toplevel")
    return Path(os.fsdecode(found.rstrip(b"\n"))) if found else None
