"""A rule's example taken apart into its files, to be shown or laid out. `generator.rules` says how one is written."""

import re

from msgspec import Struct

_HEADER = re.compile(r"=== (?P<path>[^(\n]+?)(?: \((?P<note>[^()\n]+)\))?")


class ExampleFile(Struct, frozen=True, kw_only=True):
    """One file of an example."""

    path: str
    """Relative to the content folder, with `/`; `../mkdocs.yml` lies beside that folder."""
    note: str
    """What stands in brackets after the path, such as `fields` or `absent`; empty for a file given whole."""
    text: str
    """The file's text, or of a `fields` file the fields that differ; ends with a line break unless empty."""


def files_of(example: str) -> tuple[ExampleFile, ...]:
    """The files of `Rule.wrong` or `Rule.right`, in the order they are written."""
    files: list[ExampleFile] = []
    header: re.Match[str] | None = None
    lines: list[str] = []
    for line in [*example.splitlines(keepends=True), "=== end"]:
        found = _HEADER.fullmatch(line.rstrip("\n"))
        if found is None:
            lines.append(line)
            continue
        if header is not None:
            files.append(ExampleFile(path=header["path"], note=header["note"] or "", text="".join(lines)))
        header, lines = found, []
    return tuple(files)
