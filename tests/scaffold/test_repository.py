"""What a new site's repository begins with: owners, a check before each commit, pipelines, pinned packages."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from generator.scaffold.repository import repository_files
from tests.commands import run

FILES = {path: str(text) for path, text in repository_files()}


@pytest.mark.parametrize("path", [".github/workflows/catalogue.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"])
def test_pipelines_are_yaml_and_call_the_check(path: str) -> None:
    """A pipeline that cannot be read guards nothing, and says so nowhere."""
    assert yaml.safe_load(FILES[path])
    assert "sikum check" in FILES[path]


def test_every_action_is_pinned_by_commit() -> None:
    """A tag can be moved by whoever takes over an action; a commit cannot."""
    used = re.findall(r"uses: (\S+)", FILES[".github/workflows/catalogue.yml"])
    assert used
    assert [each for each in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", each)] == []
    example = (Path(__file__).parents[2] / "examples/github/catalogue.yml").read_text("utf-8")
    assert [each for each in re.findall(r"uses: (\S+)", example) if not re.search(r"@[0-9a-f]{40}$", each)] == []


def test_a_commit_that_only_deletes_is_checked() -> None:
    """Deleting the foreword and the list of participants went through: the hook was skipped for want of files."""
    (repository,) = yaml.safe_load(FILES[".pre-commit-config.yaml"])["repos"]
    offered = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in (*repository["hooks"], *offered):
        assert hook["always_run"] is True
        assert hook["pass_filenames"] is False
        assert "types_or" not in hook


def test_every_package_is_pinned_by_hash(tmp_path: Path) -> None:
    """`pip install --require-hashes` takes the file as it is: one line without a hash, and it refuses them all."""
    path = tmp_path / "requirements.txt"
    path.write_text(FILES["requirements.txt"], encoding="utf-8")
    lines = FILES["requirements.txt"].replace("\\\n", " ").splitlines()
    packages = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    assert len(packages) > 20
    assert [line for line in packages if "==" not in line or "--hash=sha256:" not in line] == []
    assert not [line for line in packages if re.match(r"sikum\b", line)]


def test_every_file_has_an_owner() -> None:
    """The file of owners itself, pipelines and templates had none, and any editor could change them."""
    rules = [line.split()[0] for line in FILES[".github/CODEOWNERS"].splitlines() if line and line[0] != "#"]
    assert rules[0] == "*"


def test_a_new_site_has_them(tmp_path: Path) -> None:
    """`sikum new site` is where a catalogue's repository begins."""
    assert run("generator", "new", "site", tmp_path / "new").returncode == 0
    assert [path for path in FILES if not (tmp_path / "new" / path).is_file()] == []


def test_a_catalogue_of_several_bodies_goes_on_without_the_one_that_is_wrong(tmp_path: Path) -> None:
    """The first mistake of any office would have stopped everybody's catalogue; a body alone wants to be stopped."""
    for arguments, is_holding in (((), True), (("--one-body",), False)):
        folder = tmp_path / f"new{len(arguments)}"
        assert run("generator", "new", "site", folder, *arguments).returncode == 0
        (entry,) = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))["plugins"]
        assert ((entry["sikum"] if isinstance(entry, dict) else None) == {"on_error": "hold"}) is is_holding


def test_pipelines_fetch_what_is_public_before_they_build() -> None:
    """A new requirements file begins a new cache, and every process that waits would have become a notice."""
    examples = Path(__file__).parents[2] / "examples"
    own = [FILES[".github/workflows/catalogue.yml"], FILES[".gitlab-ci.yml"]]
    own += [(examples / name).read_text("utf-8") for name in ("github/catalogue.yml", "gitlab/.gitlab-ci.yml")]
    for text in own:
        assert 0 < text.index("sikum sync --published site_url") < text.index("mkdocs build")


def test_a_pipeline_of_a_site_without_an_address_goes_on(tmp_path: Path) -> None:
    """A new site has no address yet: nothing can be fetched, and nothing is wrong with that."""
    assert run("generator", "new", "site", tmp_path / "new").returncode == 0
    done = run("generator", "sync", "--published", "site_url", folder=tmp_path / "new")
    assert (done.returncode, "site_url" in done.stdout + done.stderr) == (0, True)


def test_git_understands_every_line_of_the_attributes(tmp_path: Path) -> None:
    """Several patterns in one line are attributes to git: it complained at every command, and pictures were no binaries."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    (tmp_path / ".gitattributes").write_text(FILES[".gitattributes"], encoding="utf-8")
    names = ["a.png", "a.jpg", "a.pdf", "a.docx", "a.md"]
    done = subprocess.run(
        ["git", "check-attr", "text", "--", *names], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert done.stderr == ""
    assert [line.rpartition(" ")[2] for line in done.stdout.splitlines()] == [
        "unset",
        "unset",
        "unset",
        "unset",
        "auto",
    ]


def test_the_next_step_is_a_command_that_does_something(tmp_path: Path) -> None:
    """`cd . &&` before it is no mistake, and makes whoever begins wonder what it is for."""
    done = run("generator", "new", "site", ".", "--language", "en", folder=tmp_path)
    assert "next: sikum new process" in done.stderr
