"""Characters of the private use area that carry, within a text, what neither mammoth nor HTML can hold. None is written."""

NUMBER_START, NUMBER_END = "\ue000", "\ue001"
"""Around the number of a list's item, at the start of its text."""

NOTE_START, NOTE_END = "\ue002", "\ue003"
"""Around the label of a note whose text is to stand in this place: below a table that is HTML."""
