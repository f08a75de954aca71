"""Word documents: read whole, and accounted for."""

from generator.importing.word.account import Account, LeftOut, make_account, markdown_of, words_of
from generator.importing.word.document import WordDocument, read_document
from generator.importing.word.package import UnreadableDocument

__all__ = [
    "Account",
    "LeftOut",
    "UnreadableDocument",
    "WordDocument",
    "make_account",
    "markdown_of",
    "read_document",
    "words_of",
]
