"""A new site, with people in it, built by engines that know nothing of Sikum: no list of people may come out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import sikum
from tests.plugin.small import SMALLEST, run

PEOPLE = "שם,תפקיד,ארגון,הסכמה\nדנה זקאדם,רכזת,ארגון,counted\n"
CONFIGURATION = "site_name: x\ndocs_dir: processes\ntheme: {name: material}\nplugins: []\n"


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_a_new_site_built_without_the_plugin_publishes_no_list(engine: str, tmp_path: Path) -> None:
    """Somebody tries another engine on the folder, and every list is copied as it lies."""
    site = tmp_path / "site-of-an-office"
    assert CliRunner().invoke(sikum, ["new", "site", str(site)]).exit_code == 0
    shutil.copytree(SMALLEST / "example", site / "processes/example", dirs_exist_ok=True)
    (site / "processes/example/participants.csv").write_text(PEOPLE, encoding="utf-8")
    (site / "processes/example/participants.yml").write_text("- {name: דנה זקאדם}\n", encoding="utf-8")
    written = (site / "mkdocs.yml").read_text(encoding="utf-8")
    start = written.index("exclude_docs:")
    excluded = written[start : written.index("plugins:", start)]
    (site / "mkdocs.yml").write_text(CONFIGURATION + excluded, encoding="utf-8")
    built = run(engine, "build", *(["--quiet"] if engine != "zensical" else []), folder=site)
    assert built.returncode == 0, built.stderr
    published = [path for path in (site / "site").rglob("*") if path.is_file()]
    assert any(path.name == "index.html" for path in published)
    assert [path for path in published if "זקאדם".encode() in path.read_bytes() or path.stem == "participants"] == []
