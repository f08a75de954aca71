"""`sikum check --published`: before a change goes out, which address of the public site it would take away."""

import shutil
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from tests.commands import run
from tests.serving import served
from tests.trust.sites import build, catalogue_files, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small catalogue, and a copy of it as it is published."""
    folder = write_project(tmp_path, catalogue_files())
    build(SiteBuilder(folder, folder / "processes"), folder)
    (folder / "site").rename(folder / "public")
    return folder


def gone(project: Path, where: str = "public") -> list[str]:
    """The addresses that the command names, of the public site in a folder or at an address."""
    done = run("generator", "check", "--published", where, "--today", "2026-01-01", folder=project)
    found = [line.split()[2] for line in done.stderr.splitlines() if line.startswith("sikum: תיעלם: ")]
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


def test_a_site_on_the_web_is_asked_for_its_addresses(project: Path) -> None:
    """A pipeline has no copy of the public site, only its address: with and without the last stroke."""
    content = project / "processes"
    with served(project / "public") as address:
        assert gone(project, address) == []
        shutil.move(content / "second", content / "renamed")
        (content / "first/appendices/report.pdf").unlink()
        (content / "first/promises.yml").unlink()
        assert gone(project, address) == ["first/appendices/report.pdf", "second/"]
        assert gone(project, address.rstrip("/")) == ["first/appendices/report.pdf", "second/"]


def test_a_host_that_has_no_such_site_is_no_site_without_addresses(project: Path) -> None:
    """An answer of "nothing is gone" from a wrong address would let every address go."""
    (project / "elsewhere/.well-known").mkdir(parents=True)

    def said(where: str) -> str:
        done = run("generator", "check", "--published", where, "--today", "2026-01-01", folder=project)
        assert done.returncode in (1, 2), done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stderr

    assert ".well-known/sikum-manifest.json" in said(str(project)), "the folder above the site is not the site"
    with served(project / "elsewhere") as address:
        assert ".well-known/sikum-manifest.json" in said(address)
        (project / "elsewhere/.well-known/sikum-manifest.json").write_text("<!doctype html><title>404</title>")
        assert "אינו רשימת הקבצים של האתר" in said(address)
    assert said(address)
