"""Messages that are written down in one place and said in another, in a language that is known only there."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - gettext's own name, by which tools find messages
    """The message itself: marks it for translation. Whoever says it hands it to `Wording.gettext`."""
    return message
