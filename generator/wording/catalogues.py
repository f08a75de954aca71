"""The gettext catalogues: Babel compiles the `.po` files, the standard library reads what was compiled.

An edited word shows at once, without a compile step: what was compiled lies in `__pycache__` under a hash of the
`.po` file, as Python keeps its own. Where that folder cannot be written to, it is compiled at each start.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from generator.model.digest import digest

DOMAIN = "sikum"
COMMANDS = "commands"
"""What commands say of themselves (`--help`), and click's own words: a catalogue that a build never loads."""
LOCALE = Path(__file__).parent / "locale"


@cache
def translations(language: str, domain: str = DOMAIN) -> NullTranslations:
    """The translations of `language` in a domain; for English, whose texts are the message ids, none."""
    source = LOCALE / language / "LC_MESSAGES" / f"{domain}.po"
    return read_catalogue(source) if source.is_file() else NullTranslations()


def read_catalogue(source: Path) -> GNUTranslations:
    """A `.po` file. Entries that are marked as fuzzy or commented out are left out. Raises OSError as reading does."""
    content = source.read_bytes()
    kept = source.parent / "__pycache__" / f"{source.stem}.{digest(content)}.mo"
    try:
        compiled = kept.read_bytes()
    except OSError:
        compiled = compile_catalogue(content)
        _keep(kept, compiled)
    return GNUTranslations(BytesIO(compiled))


def compile_catalogue(content: bytes) -> bytes:
    """The content of a `.mo` file for that of a `.po` file."""
    # Here, because most starts find the catalogue compiled and need none of Babel's tools for translators.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(content), charset="utf-8"))
    return compiled.getvalue()


def _keep(path: Path, content: bytes) -> None:
    """Put a compiled catalogue in the place of older ones, at once; where that is not allowed, do nothing."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(path)
        for other in path.parent.glob(f"{path.name.partition('.')[0]}.*.mo"):
            if other != path:
                other.unlink(missing_ok=True)
