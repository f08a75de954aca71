"""Files that are no Word document: which kind of file it is decides what an editor can do about it."""

import io
import zipfile

import pytest

from generator.importing.markdown import joined
from generator.importing.word.document import read_document
from generator.importing.word.package import REASONS, UnreadableDocument
from tests.importing.conftest import excel
from tests.importing.word.packages import NAMESPACES, par

OPEN = (
    b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0'\0\0\0'\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.text"
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", "old-word"),
        (b"{\\rtf1 text}", "rich-text"),
        (b"%PDF-1.7 and more", "pdf"),
        (OPEN, "open-document"),
        (excel(("שם",)), "no-document"),
        (b"", "no-word"),
        (b"text", "no-word"),
        (b"PK\x03\x04", "no-word"),
    ],
)
def test_what_is_no_word_document_is_said_by_its_kind(content: bytes, reason: str) -> None:
    """A traceback tells an editor nothing, and neither does "no Word file" of one that Word itself shows."""
    with pytest.raises(UnreadableDocument) as told:
        read_document(content)
    assert str(told.value) == reason
    assert reason in REASONS


@pytest.mark.parametrize("root", ["document", "glossary"])
def test_a_document_that_its_package_does_not_lead_to_is_found_where_all_have_it(root: str) -> None:
    """A program that lost the list of parts still wrote the text where Word looks for it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("[Content_Types].xml", "")
        body = f"<w:{root} {NAMESPACES}><w:body>{par('טקסט')}</w:body></w:{root}>"
        file.writestr("word/document.xml", body)
    if root == "document":
        assert joined(read_document(made.getvalue()).text) == "טקסט"
    else:
        with pytest.raises(UnreadableDocument, match="no-document"):
            read_document(made.getvalue())
