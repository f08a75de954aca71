"""What an import has to tell: lines in the editor's language, to standard error, never with a name in them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cli.authoring import Catalogue, Refused, say
from generator.importing.lists.grid import UnreadableSheet
from generator.importing.lists.said import Said
from generator.wording import Wording

_SHOWN_ROWS = 12


class Account:
    """Says lines of an import."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.wording = Wording(catalogue.language)
        self.gettext = self.wording.gettext

    def line(self, message: str, **values: object) -> None:
        """A message of the catalogues, which is translated here, with its values."""
        say(self.gettext(message).format(**values))

    def rows(self, numbers: Sequence[int]) -> str:
        """Numbers of rows, in ranges where they follow on one another: `3, 7–9`."""
        ranges: list[list[int]] = []
        for number in sorted(numbers):
            if ranges and number == ranges[-1][1] + 1:
                ranges[-1][1] = number
            else:
                ranges.append([number, number])
        shown = [f"{first}" if first == last else f"{first}–{last}" for first, last in ranges[:_SHOWN_ROWS]]
        return ", ".join(shown) + (", …" if len(ranges) > _SHOWN_ROWS else "")

    def refusal(self, file: str, error: UnreadableSheet) -> Refused:
        """The one-line message for a file that cannot be read, without what may be somebody's name or number."""
        said = Said()
        folder, _, name = file.rpartition("/")
        values = {key: ", ".join(map(said.words, str(value).split(", "))) for key, value in error.values.items()}
        shown = f"{folder}/{said.file(name)}" if folder else said.file(name)
        return Refused(f"{shown}: {self.gettext(error.message).format(**values)}")
