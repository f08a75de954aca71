"""Templates as Jinja compiled them, in `__pycache__` beside them, as Python keeps its own modules.

Compiling the templates of one language takes as long as all else of a small edit. What was compiled is read again only with the
same template, words, Jinja, Python and environment; it lies in the package, since nothing that is run may come from a site's
cache. Where that folder cannot be written to, templates are compiled at each start.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.model.digest import digest
from generator.model.installed import put_in_place
from generator.rendering import jinja
from generator.wording.catalogues import DOMAIN, LOCALE


class KeptTemplates(BytecodeCache):
    """Compiled templates in a folder `__pycache__`, by the name of what they were compiled for and a key of all it hangs on."""

    def __init__(self, folder: Path, name: str, key: str) -> None:
        self._folder = folder / "__pycache__"
        self._name = name
        self._key = digest(version("jinja2"), sys.implementation.cache_tag, key)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket of a template, if it was kept."""
        with suppress(OSError), self._path(bucket).open("rb") as file:
            bucket.load_bytecode(file)  # looks whether it is of this source and this Python

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Put a compiled template in the place of older ones, at once; where that is not allowed, do nothing."""
        put_in_place(self._path(bucket), bucket.bytecode_to_string(), f"{bucket.key}.{self._name}.*.code")

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{self._name}.{self._key}.code"


class CompiledTemplates(KeptTemplates):
    """The compiled templates of one language."""

    def __init__(self, templates: Path, language: str) -> None:
        words = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        code = Path(jinja.__file__).read_bytes()
        super().__init__(templates, language, digest(code, words.read_bytes() if words.is_file() else b""))
