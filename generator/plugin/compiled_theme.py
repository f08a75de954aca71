"""The templates of an installed theme as Jinja compiled them, kept in the package: else each build compiles Material's anew.

A site's own templates, which change, are compiled each time. What was compiled is used again only by an environment with the
same options, extensions, filters and tests, since Jinja works out constants with them while it compiles.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment
from jinja2.bccache import Bucket

from generator.model.digest import digest
from generator.rendering.compiled import KeptTemplates

_FOLDER = Path(__file__).parent.parent / "theme"
_OPTIONS = (
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string", "comment_start_string",
    "comment_end_string", "line_statement_prefix", "line_comment_prefix", "trim_blocks", "lstrip_blocks",
    "newline_sequence", "keep_trailing_newline", "optimized", "autoescape", "newstyle_gettext",
)  # fmt: skip


_NOT_KEPT = ""


class CompiledTheme(KeptTemplates):
    """For the templates below these folders; of others nothing is kept."""

    def __init__(self, folders: Sequence[str], *, kept_in: Path = _FOLDER) -> None:
        super().__init__(kept_in, "theme", "")
        self._folders = tuple(f"{folder}{os.sep}" for folder in folders)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """As Jinja asks, once for each template."""
        is_installed = filename is not None and filename.startswith(self._folders)
        return super().get_cache_key(name, filename) if is_installed else _NOT_KEPT

    def load_bytecode(self, bucket: Bucket) -> None:
        """Nothing of what is not installed."""
        if bucket.key != _NOT_KEPT:
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """The same."""
        if bucket.key != _NOT_KEPT:
            super().dump_bytecode(bucket)

    def _path(self, bucket: Bucket) -> Path:
        return super()._path(bucket).with_suffix(f".{_traits(bucket.environment)}.code")


def _traits(environment: Environment) -> str:
    """Hash of what compiling depends on beside the template and Jinja."""
    functions = {**environment.filters, **{f"is {name}": test for name, test in environment.tests.items()}}
    return digest(
        [str(getattr(environment, option, None)) for option in _OPTIONS],
        sorted(environment.extensions),
        sorted((name, f"{one.__module__}.{getattr(one, '__qualname__', '')}") for name, one in functions.items()),
    )
