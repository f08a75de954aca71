"""What `sikum new site` writes for git and its hosts, used for real: pre-commit's hook, the hosts' schemas, the preview."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.scaffold.repository import repository_files
from tests.commands import REPOSITORY, run
from tests.plugin.small import ENVIRONMENT
from tests.plugin.test_preview import Preview

FILES = {path: str(text) for path, text in repository_files()}
IDENTITY = {f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


class Repository:
    """A new site under git, with pre-commit's hook in it, as an office sets it up."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        hidden = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "PRE_COMMIT")
        environment = {name: value for name, value in ENVIRONMENT.items() if name not in hidden}
        self._environment = environment | IDENTITY | {"PATH": programs, "PRE_COMMIT_HOME": str(home)}
        self.call("git", "init", "--quiet", "--initial-branch", "main")
        self.call("pre-commit", "install")

    def call(self, *command: str) -> subprocess.CompletedProcess[str]:
        """A command in the repository, with what it said in one."""
        return subprocess.run(
            command, cwd=self.folder, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, check=False, timeout=100,
        )  # fmt: skip

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Everything that changed, as one commit, if the hook lets it through."""
        self.call("git", "add", "--all")
        return self.call("git", "commit", "--message", "x")

    def commits(self) -> int:
        return len(self.call("git", "log", "--oneline").stdout.splitlines())


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A new site with one finished process, committed."""
    assert run("generator", "new", "site", tmp_path / "site").returncode == 0
    site = tmp_path / "site"
    shutil.copytree(REPOSITORY / "tests/smallest/processes", site / "processes", dirs_exist_ok=True)
    made = Repository(site, tmp_path / "home")
    done = made.commit()
    assert (done.returncode, made.commits()) == (0, 1), done.stdout
    return made


def test_a_fault_is_not_committed_and_its_mending_is(repository: Repository) -> None:
    """The hook is the first that tells an editor, long before a pull request does."""
    record = repository.folder / "processes/example/index.md"
    sound = record.read_text("utf-8")
    record.write_text(sound.replace("ministry: health", "ministry: helth"), "utf-8")
    refused = repository.commit()
    assert refused.returncode != 0
    assert "processes/example/index.md:4:" in refused.stdout
    record.write_text(sound.replace("ministry: health", "ministry: health # משרד"), "utf-8")
    assert repository.commit().returncode == 0
    assert repository.commits() == 2


@pytest.mark.parametrize("gone", ["foreword.md", "content.md"])
def test_a_commit_that_only_deletes_is_checked_too(repository: Repository, gone: str) -> None:
    """Hooks that name kinds of files are skipped then, and a chapter that others link to was gone without a word."""
    (repository.folder / "processes/example" / gone).unlink()
    refused = repository.commit()
    assert (refused.returncode != 0, repository.commits()) == (True, 1), refused.stdout
    assert "Skipped" not in refused.stdout


def test_what_is_staged_is_judged_and_not_what_lies_beside_it(repository: Repository) -> None:
    """The fault was mended in the folder and not staged: what is committed is still wrong."""
    record = repository.folder / "processes/example/index.md"
    sound = record.read_text("utf-8")
    record.write_text(sound.replace("ministry: health", "ministry: helth"), "utf-8")
    repository.call("git", "add", "--all")
    record.write_text(sound, "utf-8")
    assert repository.call("git", "commit", "--message", "x").returncode != 0
    assert repository.commits() == 1
    assert record.read_text("utf-8") == sound


@pytest.mark.parametrize(
    ("schema", "file"),
    [("github-workflows", ".github/workflows/catalogue.yml"), ("gitlab-ci", ".gitlab-ci.yml")],
)
def test_pipelines_keep_to_the_schemas_of_their_hosts(schema: str, file: str, tmp_path: Path) -> None:
    """A host ignores a pipeline that it cannot read, and nothing guards the catalogue from then on."""
    path = tmp_path / Path(file).name
    path.write_text(FILES[file], encoding="utf-8")
    kind = "github" if "github" in schema else "gitlab"
    examples = [*(REPOSITORY / "examples" / kind).glob("*.yml"), *(REPOSITORY / "examples" / kind).glob(".*.yml")]
    done = run("check_jsonschema", "--builtin-schema", f"vendor.{schema}", path, *examples)
    assert (done.returncode, examples != []) == (0, True), done.stdout


def test_a_new_site_is_previewed_at_once(tmp_path: Path) -> None:
    """The second command of the tutorial: what stands on the first page before a word is written."""
    assert run("generator", "new", "site", tmp_path / "site").returncode == 0
    preview = Preview(tmp_path / "site")
    try:
        assert "livereload" in preview.wait("", lambda page: "data-sikum-page=" in page)
    finally:
        preview.stop()
