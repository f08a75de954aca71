"""`sikum refs`: how many points were answered, and the codes by which people find their own, ready to be published."""

from __future__ import annotations

import csv
import io
import os
import secrets
from pathlib import Path

import click

from generator.cli.folder import SITE, check_project, find_unit
from generator.cli.help import Command
from generator.cli.words import note, said
from generator.disk.cache import write_beside
from generator.disk.git import repository_of
from generator.pipeline.codes import SHORTEST_KEY, anchors, coded_coverage, coverage_text
from generator.wording.deferred import N_

VARIABLE = "SIKUM_REFS_KEY"
CODES = "contributions.codes.csv"

KEY = click.option(
    "--key",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"The file of the key, outside the repository; else {VARIABLE}, else a file of the user's own.",
)


@click.command(cls=Command)
@click.argument("process_id", metavar="ID")
@KEY
@SITE
def refs(process_id: str, key: Path | None, site: Path) -> None:
    """Write coverage.yml beside process ID: figures and codes of its contributions.csv, and nothing of what it says.

    coverage.yml is to be published. contributions.codes.csv, beside it, says whose code is whose and is not.
    The key is kept outside the repository, and made where there is none: who has it can work out the codes.

    \b
    Examples:
      sikum refs health-parliament
      sikum refs health-parliament --key ~/sikum-refs.key
    """
    checked = check_project(site)
    unit = find_unit(checked, process_id)
    process = checked.records.private(unit)
    if not process.contributions:
        raise click.UsageError(
            said(N_("{path} has no contributions.csv or contributions.xlsx with points in it"), path=unit.path)
        )
    folder = checked.options.content_dir / unit.path
    secret = known_key(key) or _made_key(_key_file(key), folder, checked.options.content_dir)
    coverage = coded_coverage(process, secret)
    assert coverage is not None
    write_beside(folder / "coverage.yml", coverage_text(coverage).encode())
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(("ref", "response", "code"))
    for point in process.contributions:
        rows.writerows((point.ref, response or "", code) for response, code in anchors(point, process, secret))
    write_beside(folder / CODES, table.getvalue().encode("utf-8-sig"))
    words = N_("{coverage} (to be published), {codes} (not to be)")
    note(words, coverage=f"{unit.path}/coverage.yml", codes=f"{unit.path}/{CODES}")


def known_key(named: Path | None) -> bytes | None:
    """The key that there is: of the named file, of the environment, of the user's own file; None without one.

    Raises click.UsageError for one that is too short to be a secret, and for a file inside a repository.
    """
    written = os.environ.get(VARIABLE) if named is None else None
    if written is None:
        file = _key_file(named)
        if not file.is_file():
            return None
        _refuse_inside(file)
        written = file.read_text(encoding="utf-8")
    if len(written.strip()) < SHORTEST_KEY:
        raise click.UsageError(said(N_("the key of the codes is shorter than {count} characters"), count=SHORTEST_KEY))
    return written.strip().encode()


def _key_file(named: Path | None) -> Path:
    return (named or Path(click.get_app_dir("sikum")) / "refs.key").absolute()


def _made_key(file: Path, *published: Path) -> bytes:
    _refuse_inside(file, *published)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = secrets.token_hex(32)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as opened:
        opened.write(f"{made}\n")
    words = N_("made the key {path}: keep it, the codes of letters that were sent depend on it")
    note(words, path=file)
    return made.encode()


def _refuse_inside(file: Path, *published: Path) -> None:
    """Raises click.UsageError for a key that a repository, or the site, would hold."""
    folder = next(each for each in file.resolve().parents if each.is_dir())
    is_published = any(file.resolve().is_relative_to(each.resolve()) for each in published)
    if is_published or repository_of(folder) is not None:
        raise click.UsageError(
            said(N_("the key has to lie outside the repository: whoever reads it can work out the codes"))
        )
