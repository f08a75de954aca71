"""How many promises are in which state: the same figures on the record, in print and on the one page."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.trust.sites import catalogue_files, mkdocs, write_project

PROMISES = """\
- {id: p1, text: לפרסם, date: 2024-01-10, source: מפגש, status: kept, done: פורסם, evidence: דוח}
- {id: p2, text: לשתף, source: מפגש}
- {id: p3, text: לחזור, source: מפגש, status: pending, due: 2025}
- {id: p4, text: לבדוק, source: מפגש, status: pending, due: 2024}
- {id: p5, text: לשקול, source: מפגש, status: pending, due: 2027}
- {id: p6, text: לענות, source: מפגש}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue whose first process made six promises: one kept, three pending of which two are late, two without a state."""
    made = catalogue_files() | {"first/promises.yml": PROMISES}
    folder = write_project(tmp_path_factory.mktemp("tallies"), made)
    done = mkdocs(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def state_of(item: Tag) -> str:
    """The state that a line of a tally counts, by the class that draws its shape."""
    mark = item.select_one("[class*=state--]")
    assert mark is not None
    return next(name for name in mark["class"] if name.startswith("state--")).removeprefix("state--")


def tally(page: Path) -> dict[str, int]:
    """State -> count, of the first tally of a page that counts promises."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    lists = ({state_of(item): int(item.b.get_text()) for item in found("li")} for found in soup.select("ul.tally"))
    return next(counts for counts in lists if "kept" in counts)


def test_the_record_counts_also_the_promises_that_nobody_gave_a_state(site: Path) -> None:
    """Six promises of which four are counted look like four."""
    assert tally(site / "first" / "index.html") == {"kept": 1, "pending": 3, "unknown": 2, "overdue": 2}


@pytest.mark.parametrize("edition", ["print", "brief"])
def test_print_and_the_one_page_count_what_is_late(site: Path, edition: str) -> None:
    """A meeting that gets the one page must not think that all is well."""
    counts = tally(site / "first" / edition / "index.html")
    assert {state: counts[state] for state in ("kept", "pending", "overdue")} == {"kept": 1, "pending": 3, "overdue": 2}
