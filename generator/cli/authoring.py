"""What the commands that write content share: the catalogue they write into, and files that are never lost."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click
from msgspec import Struct

from generator.cli.folder import SITE, Project, open_project
from generator.cli.words import said, say
from generator.disk.reader import DiskReader
from generator.expressions import expression
from generator.model.private import Process
from generator.model.registry import Registries
from generator.pipeline.discovery import ProcessFolder, Tree, discover
from generator.reading import Folder, read_process, read_registries
from generator.reading.scalars import ID
from generator.structure import Structure, extend_structure, load_structure
from generator.wording.deferred import N_

FORCE = click.option("--force", is_flag=True, help="Overwrite files that are there; the old ones are kept as .bak.")

__all__ = ["FORCE", "SITE", "Catalogue", "Refused", "is_asking", "open_catalogue", "say", "write_files"]

_PROCESS_PATH = expression(r"[^/\\]+(?:/[^/\\]+)*\Z")


class Refused(click.ClickException):
    """The command was called rightly and still may not do it. One line, exit status 1."""

    def format_message(self) -> str:
        return f"sikum: {self.message}"

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        click.echo(self.format_message(), err=True)


class Catalogue(Struct, frozen=True, kw_only=True):
    """The content folder that a command adds to."""

    project: Project
    structure: Structure
    tree: Tree
    registries: Registries

    @property
    def language(self) -> str:
        """The editors' language: comments are in it."""
        return self.project.language

    def find(self, named: str) -> ProcessFolder | None:
        """The process that `ID` or `GROUP/ID` names; the id alone is enough, since it is unique."""
        wanted = named.strip("/").rpartition("/")[2]
        return next((folder for folder in self.tree.processes if folder.id == wanted), None)

    def read(self, folder: ProcessFolder, *, without: str = "") -> Process:
        """Reads a process, whatever is wrong with it. `without`: a file that is about to be written anew."""
        prefix = f"{folder.path}/"
        content_dir = self.project.content_dir
        paths = (entry.path.removeprefix(prefix) for entry in folder.entries)
        files = Folder(
            path=folder.path,
            paths=tuple(path for path in paths if path != without),
            links=frozenset(entry.path.removeprefix(prefix) for entry in folder.entries if entry.is_link),
            read=lambda path: (content_dir / folder.path / path).read_bytes(),
        )
        return read_process(files, self.structure, self.registries)[0]

    def place_for(self, named: str) -> str:
        """The folder of a process that is to be made, relative to the content folder.

        Raises click.UsageError for a name that can be no process: a bad or reserved id, or a place inside a process.
        """
        named = named.strip("/")
        group, _, identifier = named.rpartition("/")
        if not _PROCESS_PATH.match(named) or not ID.match(identifier):
            raise click.UsageError(
                said(N_("not an id: {value} (lower-case Latin letters, digits and single hyphens)"), value=identifier)
            )
        if any(not ID.match(part) for part in group.split("/") if group):
            raise click.UsageError(
                said(N_("not a name for a group: {value} (as ids: Latin letters, digits, hyphens)"), value=group)
            )
        if identifier in self.structure.reserved_ids or named.split("/")[0] in self.structure.reserved_ids:
            raise click.UsageError(said(N_("the site keeps this name for itself: {value}"), value=named))
        for folder in self.tree.processes:
            if f"{named}/".startswith(f"{folder.path}/") and named != folder.path:
                raise click.UsageError(said(N_("nothing inside a process can be a process: {path}"), path=folder.path))
        return named

    def write(
        self,
        folder: str,
        files: Iterable[tuple[str, str | bytes]],
        *,
        force: bool,
        also: Iterable[tuple[str, str | bytes]] = (),
    ) -> None:
        """Write files into a folder of the content folder; see `write_files`."""
        write_files(self.project.content_dir / folder, files, force=force, also=also)

    def shown(self, folder: str) -> str:
        """A folder of the content folder as a person names it."""
        path = self.project.content_dir / folder
        return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def open_catalogue(site: Path) -> Catalogue:
    """The catalogue at `site`. Raises click.UsageError when there is none."""
    project = open_project(site)
    structure = load_structure()
    extension = project.options().structure_path
    if extension is not None:
        structure, _ = extend_structure(structure, extension.read_text(encoding="utf-8"), extension.name)
    reader = DiskReader(project.content_dir, None)
    tree = discover(project.content_dir, reader, structure)
    registries, _ = read_registries({path: reader.read(path) for path in tree.registries}, structure)
    return Catalogue(project=project, structure=structure, tree=tree, registries=registries)


def write_files(
    folder: Path,
    files: Iterable[tuple[str, str | bytes]],
    *,
    force: bool,
    also: Iterable[tuple[str, str | bytes]] = (),
) -> None:
    """Write all of the files or none. Raises Refused, before anything is written, for one that is there already.

    With `force`, a file that is replaced stays beside the new one as `NAME.bak`, unless they are equal. `also`: files that
    are there and are written anew, such as a registry with one entry more.
    """
    contents = [(folder / path, content.encode() if isinstance(content, str) else content) for path, content in files]
    there = [path for path, _ in contents if path.exists() or path.is_symlink()]
    if there and not force:
        if len(there) == 1:
            raise Refused(said(N_("there already: {path} (--force overwrites)"), path=there[0]))
        raise Refused(
            said(N_("there already: {path} and {count} more (--force overwrites)"), path=there[0], count=len(there) - 1)
        )
    contents += [(folder / path, content.encode() if isinstance(content, str) else content) for path, content in also]
    for path, _ in contents:
        if path.is_symlink():
            raise Refused(said(N_("a link, not a file: {path}"), path=path))
    made: list[Path] = []
    try:
        for path, content in contents:
            made += _make_folders(path.parent)
            new = _beside(path, ".new")
            made.append(new)
            new.write_bytes(content)
    except OSError:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
        raise
    for path, content in contents:
        if path in there and path.read_bytes() != content:
            path.replace(_beside(path, ".bak"))
        _beside(path, ".new").replace(path)


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; returns the ones that were not there, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def is_asking() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()
