"""`make look`: pictures of every kind of page, for a person to look at, beside those of the last time.

`artefacts/look/index.html` is the contact sheet, `artefacts/look/now` has the pictures and `artefacts/look/before` those of
the last run. Nothing is compared by pixel: the sheet only says which pictures are the same bytes as before.
`python -m tests.look he process closing` takes these kinds in this language alone.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.browser.sites import HERE, KINDS, LANGUAGES, build_site, kinds_in, served
from tests.look.sheet import write_sheet
from tests.look.shots import by_chromium, by_firefox, by_webkit

FOLDER = HERE / "artefacts" / "look"


def main(arguments: list[str]) -> None:
    """Builds the sites, takes the pictures and writes the sheet; `arguments` are languages and kinds, none for all."""
    languages = [each for each in LANGUAGES if each in arguments] or list(LANGUAGES)
    kinds = {each for each in KINDS if each in arguments} or set(KINDS)
    now, before = FOLDER / "now", FOLDER / "before"
    now.mkdir(parents=True, exist_ok=True)
    shutil.copytree(now, before, dirs_exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        pages = []
        for language in languages:
            build_site(Path(folder) / language, language)
            root = servers.enter_context(served(Path(folder) / language / "site"))
            pages += [(language, kind, root + url) for kind, url in kinds_in(language).items() if kind in kinds]
        for take in (by_chromium, by_firefox, by_webkit):
            said = take(pages, now, Path(folder))
            sys.stdout.write(f"{take.__name__}: {said}\n")
    sys.stdout.write(f"{write_sheet(FOLDER).as_uri()}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
