"""`--site FILE` and configurations of every kind, as commands of a shell."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.plugin.small import build, run, small_site

PROD = (
    "site_name: הפקה\nsite_url: https://prod.example.org/\ndocs_dir: other\n"
    "theme: {name: material, language: ar}\nplugins: [sikum]\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with two configurations, each with its own content."""
    small_site(tmp_path, "site_url: https://s.example.org/\n")
    shutil.copytree(tmp_path / "processes", tmp_path / "other")
    record = tmp_path / "other/example/index.md"
    record.write_text(re.sub(r"(?m)^title: .*$", "title: מן האתר האחר", record.read_text("utf-8")), "utf-8")
    (tmp_path / "prod.yml").write_text(PROD, encoding="utf-8")
    return tmp_path


def first_of(catalogue: Path) -> dict[str, Any]:
    """The only process of a catalogue.json."""
    (process,) = json.loads(catalogue.read_text("utf-8"))["processes"]
    assert isinstance(process, dict)
    return process


@pytest.mark.parametrize("named", ["prod.yml", "mkdocs.yml", "."])
def test_a_command_reads_the_file_that_is_named(site: Path, named: str) -> None:
    """Letters and open data for the staging site went out with addresses of the real one, or the other way round."""
    where = ("prod.example.org", "מן האתר האחר") if named == "prod.yml" else ("s.example.org", "שולחן עגול לדוגמה")
    assert run("generator", "export", "od", "--site", named, folder=site).returncode == 0
    process = first_of(site / "od/data/catalogue.json")
    assert where[0] in process["url"]
    assert process["title"] == where[1]
    letter = run("generator", "letter", "example", "--site", named, folder=site).stdout
    assert where[1] in letter
    assert run("generator", "write", "md", "--site", named, folder=site).returncode == 0
    assert where[1] in (site / "md/example/index.md").read_text("utf-8")
    for arguments in (("check", "--site", named), ("check", named)):
        assert run("generator", *arguments, folder=site).returncode == 0


@pytest.mark.parametrize(
    "command", [["check", "--site"], ["check"], ["export", "od", "--site"], ["schema", "s", "--site"]]
)
def test_a_file_that_is_not_there_is_misuse(site: Path, command: list[str]) -> None:
    """`--site nothere.yml` was accepted, and mkdocs.yml read in its place."""
    done = run("generator", *command, "nothere.yml", folder=site)
    assert done.returncode == 2
    assert "no such file" in done.stderr
    assert "nothere.yml" in done.stderr


@pytest.mark.parametrize(
    "configuration",
    [
        {"base.yml": "{all}", "mkdocs.yml": "INHERIT: base.yml\nsite_name: y\n"},
        {"mkdocs.yml": "{all}site_url: !ENV [NOTSET, 'https://e.example.org/']\n"},
        {"properdocs.yml": "{all}"},
        {"mkdocs.yaml": "{all}"},
        {"mkdocs.yml": "{absolute}"},
    ],
    ids=["inherits", "environment", "properdocs", "yaml", "absolute"],
)
def test_the_open_data_of_a_command_is_that_of_the_build(site: Path, configuration: dict[str, str]) -> None:
    """The site said one thing of a process, and the files that were sent to others said another."""
    plugins = "plugins: [sikum: {{per_page: 7, data_license: CC0-1.0}}]\n"
    everything = f"site_name: x\ndocs_dir: {{docs}}\ntheme: {{{{name: material, language: ar}}}}\n{plugins}"
    texts = {"all": everything.format(docs="other"), "absolute": everything.format(docs=site / "other")}
    (site / "mkdocs.yml").unlink()
    for name, text in configuration.items():
        (site / name).write_text(text.format(**texts), encoding="utf-8")
    engine = "properdocs" if "properdocs.yml" in configuration else "mkdocs"
    done = build(site, engine=engine)
    assert done.returncode == 0, done.stderr
    assert run("generator", "check", "--strict", folder=site).returncode == 0
    assert run("generator", "export", "od", folder=site).returncode == 0
    for name in ("catalogue.json", "processes.csv"):
        assert (site / "od/data" / name).read_bytes() == (site / "site/data" / name).read_bytes()


def test_findings_outside_the_sites_folder_show_their_line(site: Path) -> None:
    """With an absolute docs_dir the path of a finding has to lead from where the reader stands."""
    (site / "conf").mkdir()
    (site / "conf/mkdocs.yml").write_text(PROD.replace("docs_dir: other", f"docs_dir: {site / 'other'}"), "utf-8")
    record = site / "other/example/index.md"
    record.write_text(record.read_text("utf-8").replace("ministry: health", "ministry: helth"), "utf-8")
    done = run("generator", "check", "conf", "--lang", "en", folder=site)
    assert done.returncode == 1
    assert "../other/example/index.md:4" in done.stdout
    assert "| ministry: helth" in done.stdout
