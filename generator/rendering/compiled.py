"""Templates as Jinja compiled them, in `__pycache__` beside them, as Python keeps its own modules.

Compiling the templates of one language takes as long as all else of a small edit. What was compiled is read again only with the
same template, words, Jinja, Python and environment; it lies in the package, since nothing that is run may come from a site's
cache. Where that folder cannot be written to, templates are compiled at each start.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.model.digest import digest
from generator.rendering import jinja
from generator.wording.catalogues import DOMAIN, LOCALE


class CompiledTemplates(BytecodeCache):
    """The compiled templates of one language."""

    def __init__(self, templates: Path, language: str) -> None:
        self._folder = templates / "__pycache__"
        self._language = language
        words = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        self._key = digest(
            version("jinja2"),
            sys.implementation.cache_tag,
            Path(jinja.__file__).read_bytes(),
            words.read_bytes() if words.is_file() else b"",
        )

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket of a template, if it was kept."""
        with suppress(OSError), self._path(bucket).open("rb") as file:
            bucket.load_bytecode(file)  # looks whether it is of this source and this Python

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Put a compiled template in the place of older ones, at once; where that is not allowed, do nothing."""
        path = self._path(bucket)
        with suppress(OSError):
            path.parent.mkdir(exist_ok=True)
            draft = path.with_suffix(f".{os.getpid()}")
            draft.write_bytes(bucket.bytecode_to_string())
            draft.replace(path)
            for other in path.parent.glob(f"{bucket.key}.{self._language}.*.code"):
                if other != path:
                    other.unlink(missing_ok=True)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{self._language}.{self._key}.code"
