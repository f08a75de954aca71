"""The tables of the open data and what each column means: written once, for the files, their package and the pages about them.

What is in a column is `generator.exports.tables`; a test holds the two together.
"""

from generator.rendering.datasets.answers import LESSONS, PROMISES, RESPONSES
from generator.rendering.datasets.closing_page import CLOSING_PAGE
from generator.rendering.datasets.columns import TYPES, Column, ColumnType, Reference, Table
from generator.rendering.datasets.follow_up import CLOSING, OUTCOMES, STEPS, UPDATES, WAIVERS
from generator.rendering.datasets.people import PARTICIPANTS
from generator.rendering.datasets.processes import CHAPTERS, GOALS, MEETINGS, PARTNERS, PROCESSES

__all__ = [
    "CHAPTERS",
    "CLOSING",
    "CLOSING_PAGE",
    "GOALS",
    "LESSONS",
    "MEETINGS",
    "OUTCOMES",
    "PARTICIPANTS",
    "PARTNERS",
    "PROCESSES",
    "PROMISES",
    "RESPONSES",
    "STEPS",
    "TABLES",
    "TYPES",
    "UPDATES",
    "WAIVERS",
    "Column",
    "ColumnType",
    "Reference",
    "Table",
]

TABLES = (
    PROCESSES,
    PARTICIPANTS,
    PROMISES,
    RESPONSES,
    LESSONS,
    OUTCOMES,
    STEPS,
    UPDATES,
    MEETINGS,
    PARTNERS,
    GOALS,
    CHAPTERS,
    CLOSING,
    WAIVERS,
)
"""In the order in which they are listed everywhere."""
