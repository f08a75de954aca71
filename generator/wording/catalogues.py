"""The gettext catalogues, read from their `.po` files, so that an edited word shows without a compile step."""

from __future__ import annotations

import gettext
from functools import cache
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

DOMAIN = "sikum"


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The translations of `language`; for English, whose texts are the message ids, none."""
    source = files("generator.wording") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not source.is_file():
        return gettext.NullTranslations()
    with source.open("rb") as file:
        catalogue = read_po(file, locale=language, domain=DOMAIN)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
