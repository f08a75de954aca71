"""html-validate, which checks HTML's own rules and those of accessibility, finds nothing on any page that was built."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.sites import BELOW, LANGUAGES, built_folder, kinds_in

TOOL = Path(__file__).parents[2] / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = Path(__file__).parent / "html-validate.json"
"""Off: roles that are written out so that a table stays one when a phone shows its rows as blocks, and `section` in place
of `role="region"` on the frame of a table that scrolls."""


Fault = tuple[str, int, str, str]
"""Page, line, rule and what is wrong."""


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[Fault]]:
    """By language what is found, in one run of the tool: its start takes as long as fifty pages."""
    sites = {language: built_folder(tmp_path_factory, language) / BELOW for language in LANGUAGES}
    pages = [path for language, site in sites.items() for path in _pages(site, language)]
    report = tmp_path_factory.mktemp("html") / "report.json"
    with report.open("wb") as file:  # into a pipe, the tool ends before a long report is through
        subprocess.run(["node", TOOL, "--config", RULES, "--formatter", "json", *pages], stdout=file, check=False)
    found: dict[str, set[Fault]] = {language: set() for language in LANGUAGES}
    for page in json.loads(report.read_bytes()):
        path = Path(page["filePath"])
        language = next(each for each, site in sites.items() if path.is_relative_to(site))
        name = path.relative_to(sites[language]).as_posix()
        found[language] |= {(name, each["line"], each["ruleId"], each["message"]) for each in page["messages"]}
    return found


def _pages(site: Path, language: str) -> list[Path]:
    """In Hebrew every page that was built is looked at, in the other languages one of each kind."""
    if language == "he":
        pages = sorted(site.rglob("*.html"))
        assert len(pages) > 100
        return pages
    urls = {url.split("?")[0] for url in kinds_in(language).values() if not url.startswith("no/")}
    return sorted(site / url / "index.html" for url in urls)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_sound_html(faults: dict[str, set[Fault]], language: str) -> None:
    """Each browser and each reading aid would mend a fault in its own way, and some readers would get another page."""
    assert faults[language] == set()
