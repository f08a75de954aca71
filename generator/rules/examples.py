"""A rule's example taken apart into its files, to be shown or laid out. `generator.rules` says how one is written."""

import re

from msgspec import Struct

from generator.diagnostics import Text

_HEADER = re.compile(r"=== (?P<path>[^(\n]+?)(?: \((?P<note>[^()\n]+)\))?")


class ExampleFile(Struct, frozen=True, kw_only=True):
    """One file of an example."""

    path: str
    """Relative to the content folder, with `/`; `../mkdocs.yml` lies beside that folder."""
    note: str
    """What stands in brackets after the path, such as `fields` or `absent`; empty for a file given whole."""
    text: str
    """The file's text, or of a `fields` file the fields that differ; ends with a line break unless empty."""


_NOTES = {
    "fields": Text(he="השדות השונים", ar="الحقول المختلفة", en="fields"),
    "absent": Text(he="אינו קיים", ar="غير موجود", en="absent"),
    "today": Text(he="היום", ar="اليوم", en="today"),
    "escapes": Text(he="תווים לפי מספרם", ar="محارف بأرقامها", en="escapes"),
}
"""What stands in brackets in an example, for readers."""


def for_readers(example: str, language: str) -> str:
    """The example with the notes in its brackets in a language; names of files and fields are the same in all."""

    def told(found: re.Match[str]) -> str:
        return f"({_NOTES[found[1]].in_language(language)})"

    return re.sub(rf"\(({'|'.join(_NOTES)})\)(?=$)", told, example.strip(), flags=re.MULTILINE)


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
