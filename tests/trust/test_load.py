"""Very large processes are built within bounds, and their pages stay of a size that a telephone can show."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.trust.sites import PDF, catalogue_files, environment, write_project

PEOPLE = 20_000
ATTACHMENTS = 1_000
MOST_MEMORY_KB = 1_500_000
MOST_PAGE_BYTES = 400_000


@pytest.mark.alone
def test_a_process_of_twenty_thousand_people_and_a_thousand_files_is_built(tmp_path: Path) -> None:
    """A national consultation must not bring down the build of everybody, nor its page the reader's telephone."""
    files = catalogue_files()
    rows = (f"אדם מספר {row},תפקיד {row % 90},ארגון {row % 700},public," for row in range(PEOPLE))
    files["first/participants.csv"] = "\n".join(["שם,תפקיד,ארגון,מגזר,הסכמה", *rows]) + "\n"
    files["first/index.md"] = str(files["first/index.md"]).replace(
        "participants_count: 40", f"participants_count: {PEOPLE}"
    )
    paragraph = "זהו משפט ארוך למדי, שנכתב כדי שיהיה מה לקרוא ומה לחפש בו. " * 12
    files["first/content.md"] = "## ממצא {#finding}\n\nא\n\n" + "\n\n".join(
        f"## סעיף {number}\n\n{paragraph}" for number in range(4_100)
    )
    assert len(str(files["first/content.md"]).encode()) > 5_000_000
    for number in range(ATTACHMENTS):
        files[f"second/appendices/file-{number:04d}.pdf"] = PDF + b"%%%d\n" % number
    project = write_project(tmp_path, files)
    began = time.monotonic()
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    with (tmp_path / "said.txt").open("w") as said:
        process = subprocess.Popen(command, cwd=project, env=environment(), stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, (tmp_path / "said.txt").read_text()[-2_000:]
    assert usage.ru_maxrss < MOST_MEMORY_KB
    assert time.monotonic() - began < 300
    site = project / "site"
    pages = list((site / "first/participants").rglob("index.html"))
    assert len(pages) > 20
    assert max(page.stat().st_size for page in pages) < MOST_PAGE_BYTES
    assert sum(page.read_text().count("אדם מספר") for page in pages) >= PEOPLE
    assert len(list((site / "second/appendices").glob("*.pdf"))) == ATTACHMENTS + 1
    others = [path for path in site.rglob("*.html") if not path.is_relative_to(site / "first")]
    assert max(path.stat().st_size for path in others) < MOST_PAGE_BYTES
