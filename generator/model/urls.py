"""The URLs of the site's pages and files, relative to its root. Each is written here and nowhere else."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

MINISTRIES: Final = "ministries/"
TOPICS: Final = "topics/"
KINDS: Final = "kinds/"
METHODS: Final = "methods/"
STATUSES: Final = "statuses/"
DISTRICTS: Final = "districts/"
LOCALITIES: Final = "localities/"
YEARS: Final = "years/"
PROMISES: Final = "promises/"
PROMISES_BY_STATUS: Final = "promises/statuses/"
PROMISES_BY_MINISTRY: Final = "promises/ministries/"
OUTCOMES: Final = "outcomes/"
OUTCOMES_BY_STATE: Final = "outcomes/states/"
OUTCOMES_BY_TYPE: Final = "outcomes/types/"
OUTCOMES_BY_YEAR: Final = "outcomes/years/"
OUTCOMES_BY_MINISTRY: Final = "outcomes/ministries/"
LESSONS: Final = "lessons/"
YARDSTICKS: Final = "yardsticks/"
CLOSING: Final = "closing/"
CLOSING_BY_MINISTRY: Final = "closing/ministries/"
CALENDAR: Final = "closing/due.ics"
CLOSING_CSV: Final = "closing/closing.csv"
GUIDE: Final = "guide/"
RULES: Final = "guide/rules/"
BLANK_PROCESS: Final = "guide/process.docx"
BLANK_MEETING: Final = "guide/meeting.docx"
BLANK_LETTER: Final = "guide/letter.docx"
BLANK_PARTICIPANTS: Final = "guide/participants.xlsx"
BLANKS: Final = (BLANK_PROCESS, BLANK_MEETING, BLANK_LETTER, BLANK_PARTICIPANTS)
DATA: Final = "data/"
ACCESSIBILITY: Final = "accessibility/"
FEEDS: Final = "feeds/"
ALL_FEED: Final = "feeds/all.xml"
NOT_FOUND: Final = "404.html"


class ProcessUrls(Struct, frozen=True, gc=False):
    """The URLs of one process; `base` is the URL of its own page, `<id>/`, or of a translation, `<id>/<language>/`."""

    base: str

    def in_language(self, language: str) -> ProcessUrls:
        """The URLs of a translation: of its own page, its chapters, and of what else is translated."""
        return ProcessUrls(f"{self.base}{language}/")

    def chapter(self, stem: str) -> str:
        return f"{self.base}{stem}/"

    def meeting(self, stem: str) -> str:
        return f"{self.meetings}{stem}/"

    def promise(self, promise_id: str) -> str:
        return f"{self.promises}#{promise_id}"

    @property
    def meetings(self) -> str:
        return f"{self.base}meetings/"

    @property
    def promises(self) -> str:
        return f"{self.base}promises/"

    @property
    def responses(self) -> str:
        return f"{self.base}responses/"

    @property
    def participants(self) -> str:
        return f"{self.base}participants/"

    @property
    def since_sent(self) -> str:
        return f"{self.base}since-sent/"

    @property
    def yardsticks(self) -> str:
        return f"{self.base}yardsticks/"

    @property
    def print(self) -> str:
        return f"{self.base}print/"

    @property
    def brief(self) -> str:
        return f"{self.base}brief/"

    @property
    def handout(self) -> str:
        return f"{self.base}handout/"

    @property
    def data(self) -> str:
        return f"{self.base}process.json"

    @property
    def archive(self) -> str:
        return f"{self.base}archive.zip"

    @property
    def feed(self) -> str:
        return f"{self.base}feed.xml"

    @property
    def pdf(self) -> str:
        """`<id>/<id>.pdf`, and of a translation `<id>/<language>/<id>-<language>.pdf`."""
        return f"{self.base}{self.base.rstrip('/').replace('/', '-')}.pdf"


def process(process_id: str) -> str:
    """The process's own page."""
    return f"{process_id}/"


def ministry(ministry_id: str) -> str:
    """The page of a ministry."""
    return f"{MINISTRIES}{ministry_id}/"


def calendar(ministry_id: str) -> str:
    """The calendar of what falls due at a ministry."""
    return f"{CLOSING}due/{ministry_id}.ics"


def yardsticks_of(ministry_id: str) -> str:
    """What the processes of a ministry show of outside standards."""
    return f"{YARDSTICKS}{ministry_id}/"


def topic(topic_id: str) -> str:
    """The processes of a topic."""
    return f"{TOPICS}{topic_id}/"


def promises_of(ministry_id: str) -> str:
    """The promises of a ministry."""
    return f"{PROMISES_BY_MINISTRY}{ministry_id}/"


def lessons_of(dimension: str, value: str) -> str:
    """The lessons with a value of a dimension (`ministries`, `themes`, …)."""
    return f"{LESSONS}{dimension}/{value}/"


def feed(name: str) -> str:
    """An Atom feed: of a ministry by its id, of a topic (`topics/<id>`), or of all (`all`)."""
    return f"{FEEDS}{name}.xml"


def data_file(name: str) -> str:
    """A file of the open data."""
    return f"{DATA}{name}"


def table_citation(table: str, ending: str) -> str:
    """How one table of the open data is cited, for programs: `bib` or `ris`."""
    return f"{DATA}{table}.{ending}"


def data_citation(ending: str) -> str:
    """How the open data is cited, for programs: `bib`, `ris` or `cff`."""
    return f"{DATA}citation.{ending}"
