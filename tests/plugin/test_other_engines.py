"""A new site, with people in it, built by engines that know nothing of Sikum: no list of people may come out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import sikum
from tests.plugin.small import SMALLEST, run

PEOPLE = "שם,תפקיד,ארגון,הסכמה\nדנה זקאדם,רכזת,ארגון,counted\n"
PRIVATE = {
    "example/participants.yml": "- {name: דנה זקאדם}\n",
    "example/participants (1).csv": PEOPLE,
    "example/copy of participants.csv": PEOPLE,
    "example/רשימה.csv": PEOPLE,
    "example/רשימה.xlsx": PEOPLE,
    "example/Participants.CSV": PEOPLE,
    "example/רשימה.XLSX": PEOPLE,
    "example/appendices/Participants.Csv": PEOPLE,
    "example/Responses.YML": "- {heard: א} # דנה זקאדם\n",
    "example/Index.md.BAK": "דנה זקאדם",
    "example/appendices/participants.csv": PEOPLE,
    "example/contributions.csv": "name,text\nדנה זקאדם,די\n",
    "example/contributions.xlsx": PEOPLE,
    "example/promises.yml": "- {id: a, text: א, source: ב} # דנה זקאדם\n",
    "example/responses.yaml": "- {heard: א} # דנה זקאדם\n",
    "example/coverage.yml": "# דנה זקאדם\n",
    "example/index.md.bak": "---\nparticipants: {list: [{name: דנה זקאדם}]}\n---\n",
    "example/index.md~": "---\nparticipants: {list: [{name: דנה זקאדם}]}\n---\n",
    "example/.index.md.swp": "דנה זקאדם",
    "example/meetings/2024-01-02.csv": PEOPLE,
    "example/.sikum/withheld": "דנה זקאדם",
    ".sikum/withheld": "דנה זקאדם",
    "topics/water.yml": "title: {he: מים} # דנה זקאדם\n",
    "ministries/health.yml": "name: {he: בריאות} # דנה זקאדם\n",
    "example/appendices/figures.csv": "שנה,סכום\n2024,3\n",
}
"""Everything that Sikum reads and does not publish, and what editors and offices leave beside it."""
CONFIGURATION = "site_name: x\ndocs_dir: processes\ntheme: {name: material}\nplugins: []\n"


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_a_new_site_built_without_the_plugin_publishes_no_list(engine: str, tmp_path: Path) -> None:
    """Somebody tries another engine on the folder, and every list is copied as it lies."""
    site = tmp_path / "site-of-an-office"
    assert CliRunner().invoke(sikum, ["new", "site", str(site)]).exit_code == 0
    shutil.copytree(SMALLEST / "example", site / "processes/example", dirs_exist_ok=True)
    (site / "processes/example/participants.csv").write_text(PEOPLE, encoding="utf-8")
    for name, text in PRIVATE.items():
        path = site / "processes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    written = (site / "mkdocs.yml").read_text(encoding="utf-8")
    start = written.index("exclude_docs:")
    excluded = written[start : written.index("plugins:", start)]
    (site / "mkdocs.yml").write_text(CONFIGURATION + excluded, encoding="utf-8")
    built = run(engine, "build", *(["--quiet"] if engine != "zensical" else []), folder=site)
    assert built.returncode == 0, built.stderr
    published = [path for path in (site / "site").rglob("*") if path.is_file()]
    assert any(path.name == "index.html" for path in published)
    assert (site / "site/example/appendices/figures.csv").is_file(), "tables that are attached are meant to be public"
    assert [
        path for path in published if "זקאדם".encode() in path.read_bytes() or path.stem.lower() == "participants"
    ] == []
