"""`sikum check --published`: before a change goes out, which address of the public site it would take away."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from tests.trust.sites import build, catalogue_files, environment, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small catalogue, and a copy of it as it is published."""
    folder = write_project(tmp_path, catalogue_files())
    build(SiteBuilder(folder, folder / "processes"), folder)
    (folder / "site").rename(folder / "public")
    return folder


def gone(project: Path) -> list[str]:
    """The addresses that the command names."""
    command = [sys.executable, "-m", "generator", "check", "--published", "public", "--today", "2026-01-01"]
    done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, encoding="utf-8", check=False)
    found = [line.split()[3] for line in done.stderr.splitlines() if line.startswith("sikum: would vanish: ")]
    assert done.returncode == (1 if found else 0), done.stdout + done.stderr
    return found


@pytest.mark.parametrize("has_manifest", [True, False])
def test_what_is_still_there_is_not_named(project: Path, has_manifest: bool) -> None:
    """A warning at every change would be read by nobody."""
    if not has_manifest:
        shutil.rmtree(project / "public/.well-known")
    assert gone(project) == []


def test_each_address_that_would_be_gone_is_named(project: Path) -> None:
    """A chapter that is taken out, a file, and a whole process: each was cited by somebody."""
    content = project / "processes"
    (content / "first/appendices/report.pdf").unlink()
    (content / "first/promises.yml").unlink()
    (content / "first/meetings/2024-02-01-plenary.md").rename(content / "first/meetings/2024-02-01-opening.md")
    shutil.move(content / "second", content / "renamed")
    assert gone(project) == [
        "first/appendices/report.pdf",
        "first/meetings/2024-02-01-plenary/",
        "second/",
    ]
    index = content / "renamed/index.md"
    index.write_text(index.read_text().replace("---\n", "---\naliases: [second]\n", 1))
    assert "second/" not in gone(project)
