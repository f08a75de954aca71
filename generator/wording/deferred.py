"""Messages that are written down in one place and said in another, in a language that is known only there."""

from __future__ import annotations

from collections.abc import Callable

Look = Callable[[str], str]
"""Finds the translation of a message, such as `Wording("he").gettext`."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name, by which tools find messages
    """The message itself: marks it for translation. Whoever says it hands it to `Wording.gettext`."""
    return message


class Deferred:
    """A message with its values, by name in braces; a value may be such a message itself. As `str` it is English."""

    __slots__ = ("message", "values")

    def __init__(self, message: str, /, **values: object) -> None:
        self.message, self.values = message, values

    def __str__(self) -> str:
        return self.worded(str)

    def worded(self, gettext: Look) -> str:
        """The message in the language of `gettext`."""
        values = {
            name: each.worded(gettext) if isinstance(each, Deferred) else each for name, each in self.values.items()
        }
        return gettext(self.message).format(**values)


class DeferredError(Exception):
    """An error that is worded where it is told. As `str` it is English, in one line."""

    def __init__(self, message: str, /, **values: object) -> None:
        self.said = Deferred(message, **values)
        super().__init__(str(self.said))


def words_of(error: Exception, gettext: Look) -> str:
    """What an error says, in the language of `gettext` where it can be worded."""
    return error.said.worded(gettext) if isinstance(error, DeferredError) else str(error)
