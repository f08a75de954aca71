"""Texts of an .xlsx package that are struck out in part: a person taken off a list within a cell."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping

from generator.importing.lists.parts import BadPackage, local_name, parse_part

_STRIKES = b"strike"


class RunReader:
    """Follows the runs of one text: `struck` is what is struck out, `kept` what is not."""

    def __init__(self) -> None:
        self.kept = self.struck = ""
        self._in_text = self._struck = self._in_sound = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "r":
            self._struck = False
        elif name == "strike":
            self._struck = attributes.get("val") not in ("0", "false")
        elif name == "t":
            self._in_text = not self._in_sound
        elif name == "rPh":
            self._in_sound = True

    def text(self, text: str) -> None:
        if self._in_text and self._struck:
            self.struck += text
        elif self._in_text:
            self.kept += text

    def end(self, name: str) -> None:
        if name == "t":
            self._in_text = False
        elif name == "r":
            self._struck = False
        elif name == "rPh":
            self._in_sound = False


def struck_strings(package: zipfile.ZipFile) -> dict[str, str]:
    """Index of each shared text that is struck out, wholly or in part -> what of it is not."""
    path = next((name for name in package.namelist() if name.lower().endswith("xl/sharedstrings.xml")), None)
    if path is None:
        return {}
    try:
        if _STRIKES not in package.read(path):
            return {}
        reader = _StringsReader()
        parse_part(package, path, reader.start, reader.end, reader.text)
    except (BadPackage, zipfile.BadZipFile, EOFError, OSError):
        return {}  # whoever reads the values says that the file is not whole
    return reader.found


class _StringsReader:
    """Follows the table of shared texts."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._number = -1
        self._runs = RunReader()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = local_name(name)
        if name == "si":
            self._number += 1
            self._runs = RunReader()
        else:
            self._runs.start(name, attributes)

    def text(self, text: str) -> None:
        self._runs.text(text)

    def end(self, name: str) -> None:
        name = local_name(name)
        self._runs.end(name)
        if name == "si" and self._runs.struck:
            self.found[str(self._number)] = self._runs.kept.strip()
