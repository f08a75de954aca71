"""The text inside an attached file, as far as it can be had without guessing: texts, data, office files, archives (bounded).

It is looked through for names that are withheld and for private numbers, and shown nowhere. What a file is, its bytes say,
and its ending only where these leave it open. Of a PDF, a picture or a film only what it says about itself is read.
"""

from generator.reading.attachments.files import MAX_BYTES, attachment_text
from generator.reading.attachments.letters import readings_of
from generator.reading.attachments.tables import Rows, data_tables, delimited_rows

__all__ = ["MAX_BYTES", "Rows", "attachment_text", "data_tables", "delimited_rows", "readings_of"]
