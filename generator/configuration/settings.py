"""From what a configuration says to the options of the site: one function for the build and for every command."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from generator.configuration.language import chosen_language
from generator.configuration.options import BadOption, check_options
from generator.configuration.own_files import own_files
from generator.model.licences import licence_of
from generator.model.yardsticks import Pack
from generator.pipeline.options import SiteOptions, reminders, resolve_today
from generator.wording.deferred import N_

SITE_NAME = "כל המשרדים, כל התהליכים"
PER_PAGE = 50
STALE_AFTER = 365
NO_LICENCE = N_("without data_license nobody is told on what terms the data may be reused")
"""What whoever builds a site is told once when nobody settled that."""

_EDIT_FOLDERS = {
    "github.com": "edit/master/docs/",
    "gitlab.com": "edit/master/docs/",
    "bitbucket.org": "src/default/docs/",
}
"""Where MkDocs supposes the content of a site whose repository is on one of these hosts."""


def content_folder(folder: Path, configuration: Mapping[str, Any]) -> Path:
    """`docs_dir`, which may be absolute, of a configuration that lies in `folder`."""
    return Path(os.path.normpath(folder / str(configuration.get("docs_dir") or "docs")))


def site_options(
    folder: Path,
    configuration: Mapping[str, Any],
    plugin: Mapping[str, Any],
    *,
    content_dir: Path,
    file: Path | None = None,
    today: str | None = None,
    is_preview: bool = False,
    with_pdf: bool = False,
    with_archives: bool = False,
) -> SiteOptions:
    """The options of the site. `folder`: the configuration's, and what the paths of findings are relative to;
    `file`: the configuration itself, where there is one.

    `today`: a day that somebody asked for, before the one that is written. Raises BadOption, a ValueError.
    """
    check_options(plugin, configuration)
    structure = plugin.get("structure")
    if structure and not (folder / str(structure)).is_file():
        raise BadOption(N_("{name}: no such file: {value}"), name="structure", value=structure)
    address = configuration.get("site_url")
    target = plugin.get("closing_target") or {}
    licence = str(plugin.get("data_license") or "").strip()
    written: str | date | None = plugin.get("today")
    return SiteOptions(
        content_dir=content_dir,
        prefix=_prefix(folder, content_dir),
        site_name=str(configuration.get("site_name") or SITE_NAME),
        site_url=f"{str(address).rstrip('/')}/" if address else None,
        language=chosen_language(configuration, plugin),
        today=_today(today, written if isinstance(written, date) else str(written) if written else None),
        data_license=licence_of(licence) if licence else None,
        closing_days=target.get("days"),
        remind=reminders(target.get("remind") or ()),
        stale_after_days=int(plugin.get("stale_after") or STALE_AFTER),
        tracked_contributions=bool(plugin.get("tracked_contributions")),
        per_page=int(plugin.get("per_page") or PER_PAGE),
        structure_path=folder / str(structure) if structure else None,
        sources=tuple({key: str(value) for key, value in source.items()} for source in plugin.get("sources") or ()),
        toolbox=str(plugin["toolbox"]) if plugin.get("toolbox") else None,
        written_by=_writers(plugin.get("written_by"), chosen_language(configuration, plugin)),
        reviewed=_reviewed(plugin.get("reviewed") or {}, _prefix(folder, content_dir)),
        yardsticks=tuple(_pack(folder, str(name)) for name in plugin.get("yardsticks") or ()),
        edit_url=edit_template(configuration),
        held_back=_held_back(configuration, is_preview=is_preview),
        assets=_assets(configuration),
        own_files=own_files(file, configuration, content_dir) if file else (),
        is_preview=is_preview,
        is_holding=plugin.get("on_error") == "hold" and not is_preview,
        with_parquet=bool(plugin.get("parquet")),
        with_pdf=with_pdf,
        with_archives=with_archives,
    )


def _reviewed(paths: Iterable[object], prefix: str) -> frozenset[str]:
    """Paths as findings show them, from the configuration's folder, as paths from the content folder."""
    return frozenset(posixpath.relpath(str(path), prefix or ".") for path in paths)


def _pack(folder: Path, name: str) -> Pack:
    """A standard of the package by its id, or a file of the site's own, relative to the configuration."""
    from generator.views.packs import BadPack, packs, read_pack  # few sites measure themselves against one

    known = {pack.id: pack for pack in packs()}
    if name in known:
        return known[name]
    if not name.endswith((".yml", ".yaml")):
        raise BadOption(
            N_("{name}: {value} is no file, and none of {known}"), name="yardsticks", value=name, known=", ".join(known)
        )
    try:
        return read_pack((folder / name).read_bytes(), name)
    except BadPack as error:
        raise BadOption(N_("{name}: {reason}"), name="yardsticks", reason=error.said) from error
    except OSError as error:
        raise BadOption(
            N_("{name}: {value}: {reason}"), name="yardsticks", value=name, reason=error.strerror
        ) from error


def _today(asked: str | None, written: str | date | None) -> date:
    try:
        return resolve_today(asked, written)
    except (ValueError, OverflowError, OSError) as error:
        name = "--today" if asked else "today" if written else "SOURCE_DATE_EPOCH"
        raise BadOption(
            N_("{name}: {value} is no day such as 2026-01-31"),
            name=name,
            value=asked or written or os.environ.get("SOURCE_DATE_EPOCH"),
        ) from error


def edit_template(configuration: Mapping[str, Any]) -> str | None:
    """Where an authored file may be edited, with `{path}`, `{path!q}` and `{path_noext}`; None when nobody said where.

    As MkDocs makes it of `repo_url`, `edit_uri` and `edit_uri_template`.
    """
    repository = str(configuration.get("repo_url") or "")
    template = configuration.get("edit_uri_template")
    folder = configuration.get("edit_uri")
    if folder is None and repository:
        folder = _EDIT_FOLDERS.get(urlsplit(repository).netloc.lower())
    if not template and not folder:
        return None
    within = str(template) if template else f"{_literal(str(folder).rstrip('/'))}/{{path}}"
    if not repository:
        return within
    if not within.startswith(("?", "#")) and not repository.endswith("/"):
        repository += "/"
    return urljoin(_literal(repository), within)


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _prefix(folder: Path, content_dir: Path) -> str:
    """From the folder that findings are relative to, to the content: it may lie beside it, or on another drive."""
    try:
        relative = os.path.relpath(content_dir, folder)
    except ValueError:
        relative = str(content_dir)
    return "" if relative == "." else f"{relative.replace(os.sep, '/')}/"


def _held_back(configuration: Mapping[str, Any], *, is_preview: bool) -> tuple[str, ...]:
    """Patterns of what is not published, in lines: `exclude_docs`, and outside a preview `draft_docs` too.

    Each by itself, as the engine has them: what one lets in again (`!…`), the other may still leave out.
    """
    names = ("exclude_docs",) if is_preview else ("exclude_docs", "draft_docs")
    return tuple(patterns for name in names if (patterns := str(configuration.get(name) or "")))


def _assets(configuration: Mapping[str, Any]) -> frozenset[str]:
    """Paths that the theme and the pages ask for by the configuration's word, as far as they are no addresses."""
    theme = configuration.get("theme")
    named = [theme.get(name) for name in ("logo", "favicon")] if isinstance(theme, Mapping) else []
    files = (*(configuration.get("extra_css") or ()), *(configuration.get("extra_javascript") or ()))
    named += [each.get("path") if isinstance(each, Mapping) else each for each in files]
    return frozenset(str(path) for path in named if path and "//" not in str(path))


def _writers(written: object, language: str) -> dict[str, str]:
    """Names by language; one that is given alone is in the site's."""
    named = written if isinstance(written, Mapping) else {language: written} if written else {}
    return {str(each): " ".join(str(name).split()) for each, name in named.items()}
