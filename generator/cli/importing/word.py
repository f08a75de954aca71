"""What the commands that read Word files share: reading one, and what is said of a file that cannot be read."""

from __future__ import annotations

from pathlib import Path

from generator.cli.authoring import Refused
from generator.cli.words import said
from generator.importing.known_headings import is_known_heading
from generator.importing.word.document import WordDocument, read_document
from generator.importing.word.package import UnreadableDocument
from generator.structure import Structure
from generator.wording import Wording
from generator.wording.deferred import N_


def read_word(file: Path, changes: str, structure: Structure, wording: Wording) -> WordDocument:
    """Read a .docx. Raises Refused, with one line in the editor's language, for what is none."""
    try:
        return read_document(
            file.read_bytes(),
            is_accepting=changes == "accepted",
            is_known=lambda heading: is_known_heading(structure, heading),
        )
    except UnreadableDocument as error:
        raise Refused(f"{file.name}: {_refusal(str(error), wording)}") from error


def check_folder_is_there(path: Path | None) -> None:
    """Refuse, before anything is written, a file beside the site whose folder is not there."""
    if path is not None and not path.resolve().parent.is_dir():
        raise Refused(said(N_("no such folder: {path}"), path=path.parent))


def _refusal(reason: str, wording: Wording) -> str:
    _ = wording.gettext
    save = _("open it in Word or LibreOffice and save it as .docx")
    texts = {
        "old-word": _("an old Word file (.doc), or one with a password"),
        "open-document": _("an OpenDocument file (.odt)"),
        "rich-text": _("a rich text file (.rtf)"),
        "pdf": _("a PDF"),
    }
    if reason == "pdf":
        return texts[reason] + ": " + _("import the Word file that it was made from")
    if reason in texts:
        return f"{texts[reason]}: {save}"
    if reason == "no-document":
        return _("an office file, but no Word document: it has no text to take over")
    return _("not a whole Word document (.docx), or far too large: open it in Word and save it again")
