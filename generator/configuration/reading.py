"""`mkdocs.yml` as MkDocs reads it, without MkDocs: INHERIT, `!ENV`, and tags that only the engine understands.

Commands are run where the engine's other plugins are not installed (a check before a commit), so the engine's own loader,
which asks for each of them, is not what reads it; `tests/configuration/` holds the two against each other.
"""

from __future__ import annotations

import os
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
import yaml_env_tag
from mergedeep import merge

from generator.wording.deferred import N_, Deferred, DeferredError

NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""Names of a configuration, in the order in which they are looked for."""


class BadConfiguration(DeferredError):
    """A configuration that cannot be read. The message says which file, and why, in one line."""


class _Loader(yaml.SafeLoader):
    """Knows `!ENV`; what means something to the engine alone (`!!python/name:`, `!relative`) is read as None."""


_Loader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
_Loader.add_multi_constructor("!relative", lambda *_: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
_Loader.add_multi_constructor("!", lambda *_: None)


def find_configuration(folder: Path) -> Path | None:
    """The configuration file in a folder; None when there is none."""
    return next((path for name in NAMES if (path := folder / name).is_file()), None)


def read_configuration(path: Path) -> dict[str, Any]:
    """What a configuration says, with what it inherits. Raises BadConfiguration."""
    return _read(path, [])


def chain_of(path: Path) -> tuple[Path, ...]:
    """A configuration and those that it inherits. Raises BadConfiguration."""
    chain: list[Path] = []
    _read(path, chain)
    return tuple(chain)


def _read(path: Path, seen: list[Path]) -> dict[str, Any]:
    path = path.resolve()
    if path in seen:
        raise BadConfiguration(N_("{file}: INHERIT leads back to itself"), file=path.name)
    seen.append(path)
    try:
        loaded = deepcopy(_loaded(path.read_bytes(), frozenset(os.environ.items())))
    except OSError as error:
        raise BadConfiguration(
            N_("{file}: cannot be read: {reason}"), file=path, reason=error.strerror or error
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadConfiguration(N_("{file}: cannot be read: {reason}"), file=path.name, reason=_reason(error)) from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise BadConfiguration(N_("{file}: not a list of settings, each a name and a value"), file=path.name)
    if "INHERIT" not in loaded:
        return loaded
    parent = loaded.pop("INHERIT")
    if not isinstance(parent, str):
        raise BadConfiguration(N_("{file}: INHERIT names no file"), file=path.name)
    inherited: dict[str, Any] = merge(_read(path.parent / parent, seen), loaded)
    return inherited


@lru_cache(maxsize=8)
def _loaded(content: bytes, environment: frozenset[tuple[str, str]]) -> Any:  # noqa: ARG001 - `!ENV` asks for it
    """What a file says. A command asks three times: for its language, for the site, and for what the site inherits."""
    return yaml.load(content, Loader=_Loader)  # noqa: S506 - made of SafeLoader


def _reason(error: yaml.YAMLError | UnicodeDecodeError) -> object:
    """The line and column of a fault, and YAML's own words for it."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        mark, words = error.problem_mark, " ".join((error.problem or "").split())
        return Deferred(
            N_("line {line}, column {column}: {words}"), line=mark.line + 1, column=mark.column + 1, words=words
        )
    return Deferred(N_("it is not UTF-8")) if isinstance(error, UnicodeDecodeError) else " ".join(str(error).split())
