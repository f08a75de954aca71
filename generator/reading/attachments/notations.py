"""Texts in a notation of their own -> what they say: tables, data, calendars, visiting cards, letters, RTF, XML."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator

from generator.expressions import expression
from generator.reading.attachments.markup import said_in_xml
from generator.reading.attachments.tables import data_tables, delimited_rows, lines_of

_TABLES = frozenset("csv tsv tab".split())
_DATA = frozenset("json geojson jsonl ndjson jsonld topojson webmanifest".split())
_LETTERS = frozenset("eml mht mhtml".split())
_READ_AS_MARKDOWN = frozenset("html htm xhtml md txt text markdown".split())
_RTF_LETTER = expression(r"\\u(-?\d{1,6}) ?\??|\\'([0-9a-fA-F]{2})")
_RTF_WORD = expression(r"\\(par|line|tab|cell|row)(?![a-zA-Z]) ?|\\[a-zA-Z]+-?\d* ?|\\\*|[{}]")
_RTF_BETWEEN = {"par": "\n\n", "row": "\n\n", "line": "\n", "tab": "\t", "cell": " | "}
_LONGEST_HEAD = 2_000
_QUOTED = expression(r"(?:=[0-9A-F]{2})+")
_CARD_NAME = expression(r"^((?:item\d\.)?N\b[^:\n]*:)(.*)$", re.MULTILINE)
_FOLDED = expression(r"\r?\n[ \t]|=\r?\n")


def said_in_text(ending: str, text: str) -> Iterator[str]:
    """What a text says; `ending` of its file, in lower case."""
    start = text.lstrip()[:20]
    if ending in _TABLES:
        yield from lines_of(delimited_rows(text))
    elif ending in _DATA:
        tables = [line for rows in data_tables(text) for line in lines_of(rows)]
        yield from tables or [re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)]
    elif ending in ("ics", "vcf"):
        unfolded = _quoted_printable(_FOLDED.sub("", text))
        yield _CARD_NAME.sub(lambda found: found[1] + found[2].replace(";", " "), unfolded)
    elif start.startswith(r"{\rtf"):
        yield from _of_rtf(text)
    elif ending in _LETTERS:
        yield from _of_letter(text)
    elif start.startswith("<") and ending not in _READ_AS_MARKDOWN:
        yield said_in_xml(text)
    else:
        yield text


def _quoted_printable(text: str) -> str:
    def letters(found: re.Match[str]) -> str:
        return quopri.decodestring(found[0].encode()).decode("utf-8", "replace")

    return _QUOTED.sub(letters, text)


def _of_rtf(text: str) -> Iterator[str]:
    for encoding in ("windows-1255", "windows-1256"):

        def letter(found: re.Match[str], encoding: str = encoding) -> str:
            if found[1]:
                return chr(int(found[1]) % 0x10000)
            return bytes.fromhex(found[2]).decode(encoding, "replace")

        read = _RTF_LETTER.sub(letter, text)
        yield _RTF_WORD.sub(lambda found: _RTF_BETWEEN.get(found[1] or "", ""), read)


def _of_letter(text: str) -> Iterator[str]:
    """The heads of a letter, and its parts that are text."""
    from email import message_from_string, policy  # few processes attach a letter
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        message = message_from_string(text, policy=policy.compat32)
        for value in message.values():
            yield str(make_header(decode_header(str(value)[:_LONGEST_HEAD])))
        for part in message.walk():
            if part.get_content_maintype() == "text":
                is_coded = str(part.get("content-transfer-encoding")).lower() in ("base64", "quoted-printable")
                content = part.get_payload(decode=True) if is_coded else part.get_payload()
                charset = part.get_content_charset() or "utf-8"
                yield content.decode(charset, "replace") if isinstance(content, bytes) else str(content)
    except (MessageError, LookupError, ValueError, TypeError):
        yield text
