"""`.sikum/withheld` and the key to it: names that an import left out, as `generator.names.kept` writes them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from generator.names.kept import SHORTEST_KEY, is_of_key

FILE = ".sikum/withheld"
KEY, KEY_FILE = "SIKUM_WITHHELD_KEY", "SIKUM_WITHHELD_KEY_FILE"
"""Variables of the environment: the key itself, and the path of a file with it."""
_USUAL = "sikum/withheld.key"
"""Below the folder of a person's settings: where the key is looked for when no variable names it."""


class KeptNames(Struct, frozen=True, kw_only=True):
    """The file's text and the key. Both empty where there are none."""

    text: str = ""
    key: str = ""
    path: str = ""
    """Of the file, as findings name it."""

    @property
    def is_open(self) -> bool:
        """Whether there are names, and the key to them."""
        return bool(self.text) and bool(self.key) and is_of_key(self.text, self.key)


def read_kept_names(content_dir: Path, environment: Mapping[str, str] = os.environ) -> KeptNames:
    """The names kept for a content folder. What cannot be read is not there."""
    path = kept_file(content_dir)
    text = ""
    with suppress(OSError, UnicodeDecodeError):
        text = path.read_text(encoding="utf-8")
    return KeptNames(text=text, key=find_key(content_dir, environment) if text else "", path=FILE)


def kept_file(content_dir: Path) -> Path:
    """Where the names are kept: beside the site's `mkdocs.yml`, or in the content folder where there is none near."""
    for folder in (content_dir, *content_dir.absolute().parents[:3]):
        if (folder / FILE).exists() or (folder / "mkdocs.yml").exists():
            return folder / FILE
    return content_dir / FILE


def find_key(content_dir: Path, environment: Mapping[str, str] = os.environ) -> str:
    """The secret: from the environment, or from a file outside the site's own folder. Empty when there is none to trust."""
    key = environment.get(KEY, "").strip()
    if not key:
        settings = Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        named = Path(environment.get(KEY_FILE) or settings / _USUAL).expanduser()
        site = kept_file(content_dir).parent.parent.resolve()
        if not named.resolve().is_relative_to(site):
            with suppress(OSError, UnicodeDecodeError):
                key = named.read_text(encoding="utf-8").strip()
    return key if len(key) >= SHORTEST_KEY else ""
