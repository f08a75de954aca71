"""`sikum check --since REF`: the catalogue against what a branch or a commit of its repository holds."""

from __future__ import annotations

import io
import tarfile
import tempfile
from pathlib import Path

import click
from msgspec.structs import replace

from generator.cli.folder import Project
from generator.cli.words import said
from generator.diagnostics import Finding
from generator.disk.checker import SiteChecker
from generator.disk.git import git_output, moved_since
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.options import SiteOptions
from generator.pipeline.since import changed_since
from generator.pipeline.since_sent import RECORD
from generator.wording.deferred import N_


def check_since(checked: CheckedCatalogue, options: SiteOptions, project: Project, ref: str) -> tuple[Finding, ...]:
    """What of the version `ref` reads otherwise now. Raises click.UsageError without a repository, or such a version."""
    if ref.startswith("-"):
        raise click.UsageError(said(N_("no branch or commit: {value}"), value=ref))
    packed = git_output(project.content_dir, "archive", "--format=tar", ref)
    if packed is None:
        raise click.UsageError(
            said(N_("no branch or commit of a git repository that holds the content: {value}"), value=ref)
        )
    with tempfile.TemporaryDirectory(prefix="sikum-") as folder:
        content = Path(folder)
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(content, filter="data")
        checker = SiteChecker(content, content, is_cached=False)
        try:
            before = checker.check(replace(options, content_dir=content, prefix=""))
            moved = moved_since(project.content_dir, ref, RECORD)
            return tuple(changed_since(before, checked, moved))
        finally:
            checker.close()
