"""Strings, dates, numbers, plurals and sorting in Hebrew, Arabic and English.

Message ids are the English texts; `locale/<language>/LC_MESSAGES/sikum.po` holds the others (gettext).
Nothing here knows a page: `Wording` is handed to whoever writes words.
"""

from generator.wording.words import DIRECTIONS, LANGUAGES, Wording

__all__ = ["DIRECTIONS", "LANGUAGES", "Wording"]
