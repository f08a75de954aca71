"""The parts of an .xlsx package: how they are related, and how their XML is followed.

Element names are compared without their namespaces, so that Transitional and Strict files, and prefixes, are all one.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Mapping
from xml.parsers import expat


class BadPackage(ValueError):
    """A part of the package is cut off, or is no XML."""


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Names of sheets -> paths of their parts. Raises BadPackage, KeyError."""
    relations = relations_of(package, "")
    workbook = next((path for kind, path in relations.values() if kind == "officeDocument"), "xl/workbook.xml")
    parts = relations_of(package, workbook)
    found: dict[str, str] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if local_name(name) == "sheet":
            identifier = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            if identifier in parts:
                found[attributes.get("name", "")] = parts[identifier][1]

    parse_part(package, workbook, start)
    return found


def relations_of(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Id -> kind and path of what a part is related to; the package itself is the part with no name."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if local_name(name) == "Relationship":
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], target.lstrip("/"))

    parse_part(package, path, start)
    return found


def parse_part(
    package: zipfile.ZipFile,
    path: str,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    *,
    passed_over: Callable[[bytes], bytes] | None = None,
) -> None:
    """Follow a part's XML: `start` with an element's name and attributes, `end` with its name, `text` with the text within.
    `passed_over` takes out what nothing has to be known of.

    Raises BadPackage for a part that is not there, is cut off, or is no XML.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        if passed_over is not None:
            parser.Parse(passed_over(package.read(path)), True)
            return
        with package.open(path) as part:
            parser.ParseFile(part)
    except (expat.ExpatError, KeyError, zipfile.BadZipFile, EOFError, OSError) as error:
        raise BadPackage(path) from error


def local_name(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2] if ":" in name else name


def number_of(text: str | None, default: int = 0) -> int:
    """An attribute's whole number; `default` where there is none, or something else."""
    return int(text) if text and text.isascii() and text.isdigit() else default
