"""Reports to the size of the reader: a screen for a build, a part for an office, a form for each machine."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.plugin.small import ENVIRONMENT, build, run, small_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Forty processes of two offices, each with two errors and a warning."""
    small_site(tmp_path, "site_url: https://x.example.org/\n")
    content = tmp_path / "processes"
    with (content / "ministries.yml").open("a", encoding="utf-8") as registry:
        registry.write(
            "\nwelfare: {name: {he: משרד הרווחה, ar: وزارة الرفاه, en: Ministry of Welfare}, type: ministry}\n"
        )
    for number in range(40):
        office = "health" if number % 2 else "welfare"
        folder = content / office / f"process-{number:02}"
        shutil.copytree(content / "example", folder)
        record = folder / "index.md"
        record.write_text(record.read_text("utf-8").replace("ministry: health", f"ministry: {office}"), "utf-8")
        with (folder / "content.md").open("a", encoding="utf-8") as chapter:
            chapter.write("\n[א](nothere.md) [ב](nowhere.md) [ג](#nothing)\n")
    return tmp_path


def test_a_build_tells_a_screen_of_it(site: Path) -> None:
    """896 processes printed 22,553 lines, with `-q` too; the first of them was out of sight at once."""
    done = build(site)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 160
    assert lines[0].startswith(
        "processes/health/process-01: שגיאות: 2, אזהרות: 1; processes/health/process-01/content.md:"
    )
    assert "L001" in lines[0]
    assert "25" in lines[-2]
    assert "80" in lines[-1]
    assert "sikum check" in lines[-1]


def test_a_summary_has_a_line_for_each_process(site: Path) -> None:
    """Whoever runs the catalogue wants to see who has how much to do."""
    done = run("generator", "check", "--summary", "--lang", "en", folder=site)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert len(lines) == 41
    assert lines[-1].startswith("errors: 80, warnings: 40")


@pytest.mark.parametrize(
    ("only", "count"),
    [
        (["process-03"], 3),
        (["health/process-03"], 3),
        (["health"], 60),
        (["l012"], 40),
        (["missing-heading"], 40),
        (["process-03", "process-04"], 6),
    ],
)
def test_an_office_sees_its_own(site: Path, only: list[str], count: int) -> None:
    """What others have to do hides what is one's own."""
    options = [option for name in only for option in ("--only", name)]
    done = run("generator", "check", "--format", "concise", *options, folder=site)
    assert len(done.stdout.splitlines()) == count
    assert done.returncode == (0 if "l012" in only or "missing-heading" in only else 1)


def test_what_nothing_is_called_is_said(site: Path) -> None:
    """A misspelt name must not look like a sound process."""
    done = run("generator", "check", "--only", "process-3", folder=site)
    assert done.returncode == 2
    assert "אולי הכוונה: process-" in done.stderr


def test_some_are_shown_and_the_rest_counted(site: Path) -> None:
    """Errors first: with `--show 5` nobody is to read five warnings."""
    done = run("generator", "check", "--show", "5", "--format", "concise", "--lang", "en", folder=site)
    lines = done.stdout.splitlines()
    assert len(lines) == 6
    assert all(" error " in line for line in lines[:5])
    assert "115" in lines[5]


def test_a_terminal_has_a_heading_for_each_process(site: Path) -> None:
    """Forty times the same message, and no telling where one process ends."""
    reading, writing = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "check", "--lang", "en", "--only", "process-03"],
        cwd=site, env=ENVIRONMENT, stdout=writing, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        os.close(writing)
        told = b""
        while chunk := _read(reading):
            told += chunk
        process.wait()
    os.close(reading)
    assert "── processes/health/process-03 · errors: 2, warnings: 1" in told.decode()


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 65536)
    except OSError:
        return b""


def test_sarif_is_what_analysers_take_in(site: Path) -> None:
    """Its schema asks for rules by index, places by uri, and levels of its own."""
    done = run("generator", "check", "--format", "sarif", "--lang", "en", "--only", "process-03", folder=site)
    (only_run,) = json.loads(done.stdout)["runs"]
    rules = [rule["id"] for rule in only_run["tool"]["driver"]["rules"]]
    assert rules == ["L001", "L012"]
    assert [rules[result["ruleIndex"]] for result in only_run["results"]] == ["L001", "L001", "L012"]
    assert [result["level"] for result in only_run["results"]] == ["error", "error", "warning"]
    place = only_run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "processes/health/process-03/content.md"
    assert place["region"]["startLine"] >= 2


def test_junit_is_a_test_for_each_process(site: Path) -> None:
    """A list of tests shows at once which office's process fails, and `example` that is sound."""
    done = run("generator", "check", "--format", "junit", "--lang", "en", folder=site)
    suite = ET.fromstring(done.stdout).find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("41", "40")
    sound = [case.get("name") for case in suite.iter("testcase") if case.find("failure") is None]
    assert sound == ["processes/example"]


def test_junit_has_what_the_strictest_reader_of_it_asks_for(site: Path) -> None:
    """The schema of Ant's reports, which several systems hold results to, wants these attributes and this order of elements,
    and no output within a test; the one that Jenkins uses takes all of it, too."""
    done = run("generator", "check", "--format", "junit", "--today", "2026-01-31", folder=site)
    (suite,) = ET.fromstring(done.stdout)
    wanted = {"name", "package", "id", "hostname", "time", "timestamp", "tests", "failures", "errors"}
    assert set(suite.attrib) == wanted
    assert suite.get("timestamp") == "2026-01-31T00:00:00"
    assert [each.tag for each in suite] == ["properties", *["testcase"] * 41, "system-out", "system-err"]
    for case in suite.iter("testcase"):
        assert set(case.attrib) == {"classname", "name", "time"}
        assert [each.tag for each in case] in ([], ["failure"])
        assert all(set(each.attrib) == {"message", "type"} for each in case)


def test_a_warning_of_a_process_that_passes_is_in_the_output_of_all(tmp_path: Path) -> None:
    """A process without errors passes, and what somebody should look at is still told with its place."""
    folder = small_site(tmp_path)
    with (folder / "processes/example/content.md").open("a", encoding="utf-8") as file:
        file.write("\n[x](#nowhere)\n")
    done = run("generator", "check", "--format", "junit", "--lang", "en", folder=folder)
    (suite,) = ET.fromstring(done.stdout)
    assert suite.get("failures") == "0"
    assert (suite.findtext("system-out") or "").startswith("processes/example/content.md:3:")
