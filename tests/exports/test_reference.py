"""`docs/data.md` is a promise to re-users, and is made from what it promises."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.exports import process_job
from generator.model.published import PublishedProcess
from generator.rendering.context import SiteContext

PAGE = Path(__file__).parents[2] / "docs" / "data.md"


def test_the_page_names_every_name_of_process_json_and_no_other(tables: PublishedProcess, context: SiteContext) -> None:
    """Names are written by one function and told of by another; this holds them together."""
    [written] = [file.content for file in process_job(tables, context, "").build() if file.uri.endswith(".json")]
    assert isinstance(written, bytes)
    data = json.loads(written)
    section = PAGE.read_text(encoding="utf-8").partition("process.json`\n")[2].partition("## Citations")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", section, re.MULTILINE))
    assert set(data) - {"budget"} == set(rows)
    for name in ("chapters", "promises", "responses", "meetings"):
        assert set(data[name][0]) == set(re.findall(r"`(\w+)`", rows[name])), name
