"""`sikum sync`: copies of the other catalogues in `sources:`. The only command that fetches; a build never does."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import click

from generator.cli.authoring import SITE, Refused
from generator.cli.folder import Project, open_project
from generator.cli.help import Command
from generator.cli.words import said, say, tell, worded, words
from generator.disk.builder import VERSION
from generator.disk.cache import write_beside
from generator.disk.failures import one_line
from generator.importing.federation import MAX_BYTES, BadCatalogue, copy_of
from generator.reading.federation import FOLDER
from generator.reading.scalars import ID
from generator.wording.deferred import N_

TIMEOUT_SECONDS = 30
OWN_ADDRESS = "site_url"
"""As `--published`: the address of the configuration, so that a pipeline is the same for every catalogue."""


@click.command(cls=Command)
@click.option(
    "--published", metavar="DIR|URL", help="Fetch the last version of each process from the published site instead."
)
@SITE
def sync(published: str | None, site: Path) -> None:
    """Fetch catalogue.json of every source in the plugin's options into the folder sources/, which belongs into git.

    A source is a file or an https address. One that cannot be fetched keeps its last copy, and the exit status is 1.
    With --published, what the public site shows of each process becomes its last version, for builds with
    `on_error: hold` that keep no cache; DIR is a copy of the site, and `site_url` stands for the address in mkdocs.yml.

    \b
    Examples:
      sikum sync && git diff --stat sources
      sikum sync --published https://sikum.example.org/
      sikum sync --published site_url
    """
    project = open_project(site)
    if published is not None:
        _fetch_versions(project, published)
        return
    sources = project.options().sources
    if not sources:
        tell(N_("no sources: list them in mkdocs.yml, under the plugin sikum"))
        return
    failed = []
    for source in sources:
        missing = [name for name in ("id", "title", "url") if not source.get(name)]
        if missing or not ID.match(source["id"]):
            raise click.UsageError(
                said(N_("a source has an id (as processes do), a title and a url: {value}"), value=dict(source))
            )
        target = project.content_dir.parent / FOLDER / f"{source['id']}.json"
        try:
            content = _fetched(source["url"], project.folder)
            address = source["url"] if urlsplit(source["url"]).scheme else None
            copy = copy_of(content, address)
        except (OSError, ValueError) as error:
            failed.append(source["id"])
            say(f"{source['id']}: {_reason(error)}")
            continue
        write_beside(target, copy.content)
        tell(N_("{name}: {count} processes"), name=source["id"], count=copy.count)
        if copy.left_out:
            tell(
                N_("{name}: {count} entries are not in the published shape, and left out"),
                name=source["id"],
                count=copy.left_out,
            )
    if failed:
        raise Refused(said(N_("not fetched: {names}"), names=", ".join(failed)))


def _fetch_versions(project: Project, published: str) -> None:
    """The last version of each process there is, into the cache. One that is not there has none, which is no fault."""
    if published == OWN_ADDRESS:
        published = project.options().site_url or ""
        if not published:
            tell(N_("no versions: mkdocs.yml has no site_url"))
            return
    builder = project.builder()
    base = published if urlsplit(published).scheme else str(Path(published).absolute())

    def fetch(uri: str) -> bytes:
        return _fetched(
            f"{base.rstrip('/')}/{quote(uri)}" if urlsplit(base).scheme else f"{base}/{uri}", project.folder
        )

    count = 0
    try:
        checked = builder.check(project.options())
        try:
            builder.restore_pages([outline.pages[0].url for outline in checked.outlines if not outline.id], fetch)
        except (OSError, ValueError) as error:
            say(f"{VERSION}: {_reason(error)}")
        for folder in checked.tree.processes:
            try:
                builder.restore(folder, fetch)
                count += 1
            except (OSError, ValueError) as error:
                say(f"{folder.id}: {_reason(error)}")
    finally:
        builder.close()
    tell(N_("processes: {count}"), count=count)


class _OnlyHttps(urllib.request.HTTPRedirectHandler):
    """A redirect to anything but https is refused."""

    def redirect_request(
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme != "https":
            raise urllib.error.URLError(said(N_("led on to an address that is not https: {value}"), value=newurl))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _fetched(address: str, folder: Path) -> bytes:
    """The bytes at an https address or in a file. Raises OSError, or ValueError for another kind of address."""
    parts = urlsplit(address)
    if not parts.scheme:
        return (folder / address).read_bytes()
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError(said(N_("neither a file nor an https address: {value}"), value=address))
    request = urllib.request.Request(address, headers={"User-Agent": "sikum-sync", "Accept": "application/json"})  # noqa: S310 - https, above
    with urllib.request.build_opener(_OnlyHttps).open(request, timeout=TIMEOUT_SECONDS) as answer:
        content = answer.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise BadCatalogue(N_("more than {count} bytes"), count=MAX_BYTES)
    assert isinstance(content, bytes)
    return content


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.URLError):
        return " ".join(str(error.reason).split())
    if isinstance(error, OSError) and error.strerror:
        return one_line(error, words())
    return " ".join(worded(error).split())
