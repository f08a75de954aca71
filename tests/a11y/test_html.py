"""html-validate, which checks HTML's own rules and those of accessibility, finds nothing on any page that was built."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.sites import BELOW, built_folder, kinds_in

TOOL = Path(__file__).parents[2] / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = Path(__file__).parent / "html-validate.json"
"""Off: roles that are written out so that a table stays one when a phone shows its rows as blocks, and `section` in place
of `role="region"` on the frame of a table that scrolls."""


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_every_page_is_sound_html(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, language: str) -> None:
    """Each browser and each reading aid would mend a fault in its own way, and some readers would get another page.

    In Hebrew every page that was built is looked at, in the other languages one of each kind.
    """
    site = built_folder(tmp_path_factory, language) / BELOW
    if language == "he":
        pages = sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))
        assert len(pages) > 100
    else:
        pages = sorted(
            {f"{url.split('?')[0]}index.html" for url in kinds_in(language).values() if not url.startswith("no/")}
        )
    report = tmp_path / "report.json"
    with report.open("wb") as file:  # into a pipe, the tool ends before a long report is through
        subprocess.run(
            ["node", TOOL, "--config", RULES, "--formatter", "json", *pages], cwd=site, stdout=file, check=False
        )
    faults = {
        (Path(page["filePath"]).relative_to(site).as_posix(), message["line"], message["ruleId"], message["message"])
        for page in json.loads(report.read_bytes())
        for message in page["messages"]
    }
    assert faults == set()
