"""The blank of the closing letter to participants, for an office that writes it by hand: the method's points in their order."""

from __future__ import annotations

from generator.blanks.outline import Line
from generator.source.placeholders import placeholder
from generator.wording import Wording


def letter_outline(wording: Wording) -> tuple[Line, ...]:
    """What was done with what they said, what is expected to happen, thanks, and an invitation to keep in touch."""
    _ = wording.gettext

    def gap(wanted: str) -> Line:
        return Line(placeholder(wanted, wording.language))

    return (
        Line(_("A letter to the participants at the closing of a process"), 0),
        Line(_("To everyone who took part,")),
        gap(_("thanks for what they gave: their time, their knowledge, what they said")),
        Line(_("The output"), 1),
        gap(_("what came out of the process, when it ended, and where the whole of it can be read")),
        Line(_("What was done with what you said"), 1),
        gap(_("the main points that were made, and of each: adopted, partly, or not, and why")),
        Line(_("What was promised, and what came of it"), 1),
        gap(_("every promise that was made to participants, and whether it was kept")),
        Line(_("What is expected to happen"), 1),
        gap(
            _(
                "will it be submitted for a decision, enter a work plan, change how decisions are made; or nothing, and why"
            )
        ),
        Line(_("The door stays open"), 1),
        gap(_("an invitation to keep in touch on any matter, with a name and an address")),
        Line(_("With thanks,")),
        gap(_("name, role and body")),
    )
