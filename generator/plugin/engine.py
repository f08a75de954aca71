"""Everything that touches the inside of MkDocs and Material, in one place.

Each function says what of theirs it leans on; `tests/plugin/test_engine.py` tells which one broke when a new version comes.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click
from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.utils import CountHandler

from generator.plugin.compiled_theme import CompiledTheme
from generator.plugin.frames import frame_of, mended
from generator.plugin.shell import RenderTheme

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

THEME_FOLDER = Path(__file__).parent.parent / "theme"
SAVE_DELAY_SECONDS = 0.05
"""How long a preview waits for a burst of saves to end; MkDocs itself waits 0.1 s after looking every 0.5 s."""


Context = dict[str, Any]
"""What a template of the theme is given, by name."""


class Stopped(Abort):
    """Why a build cannot go on. One line to stderr: stdout is for findings.

    Leans on: MkDocs lets `Abort` through to click, and click lets an exception show itself.
    """

    def show(self, *_: Any, **__: Any) -> None:
        click.echo(f"sikum: {self.format_message()}", err=True)


def add_theme_folder(config: MkDocsConfig) -> None:
    """Put Sikum's templates behind the site's own `custom_dir` and before Material's. Leans on: `theme.dirs` is a list."""
    folder = str(THEME_FOLDER)
    if folder not in config.theme.dirs:
        custom = getattr(config.theme, "custom_dir", None)
        config.theme.dirs.insert(1 if custom and config.theme.dirs[0] == custom else 0, folder)


def silence_engine_pages(config: MkDocsConfig) -> None:
    """MkDocs' own 404 and sitemap are made by Sikum. Leans on: `theme.static_templates` is a set."""
    config.theme.static_templates = set()


def list_own_theme_files(config: MkDocsConfig) -> None:
    """Let MkDocs look for files to copy in the site's own theme folder alone, not among Material's 15,600.

    Our shell asks for none of Material's. Leans on: `theme.get_env`, and that files are found by the loader's
    `list_templates`; templates themselves are still found everywhere.
    """
    theme = config.theme
    make_env = type(theme).get_env
    custom = getattr(theme, "custom_dir", None)
    own = [custom] if custom else []

    def get_env() -> Environment:
        env = make_env(theme)
        env.loader = _OwnFiles(theme.dirs, own)
        env.bytecode_cache = CompiledTheme([folder for folder in theme.dirs if folder not in own])
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


class _OwnFiles(FileSystemLoader):
    """Finds templates in every folder of the theme, and lists those of some."""

    def __init__(self, folders: Sequence[str], listed: Sequence[str]) -> None:
        super().__init__(folders)
        self._listed = FileSystemLoader(listed)

    def list_templates(self) -> list[str]:
        return self._listed.list_templates()


def theme_renderer(env: Environment, config: MkDocsConfig, nav: Navigation, files: Files) -> RenderTheme:
    """Renders the theme's `main.html` as MkDocs would for a page. Leans on: `get_context` and the `Page` constructor."""

    def render(url: str, slots: Mapping[str, str]) -> str:
        if url.endswith(".html"):
            # The 404 page is shown at any address, so its links begin at the host's root, as MkDocs has it.
            context = get_context(nav, files, config, None, urlsplit(config.site_url or "/").path)
        else:
            page = EnginePage(None, File.generated(config, f"{url}index.md", content=""), config)
            page.content = ""
            context = get_context(nav, files, config, page)
        site = frame_of(env, slots)
        html = env.get_template("main.html").render(context, sikum_site=site, sikum_slots=dict(slots))
        return mended(html, site)

    return render


def say_where_the_site_will_be(config: MkDocsConfig, staged: Path) -> None:
    """MkDocs tells which folder it writes to: for the reader that is the site's, not the one it is made in.

    Leans on: the logger of `mkdocs.commands.build`, and that the folder stands in the message.
    """
    logger, real = logging.getLogger("mkdocs.commands.build"), config.site_dir
    for earlier in [each for each in logger.filters if isinstance(each, _RealFolder)]:
        logger.removeFilter(earlier)
    logger.addFilter(_RealFolder(str(staged), real))


class _RealFolder(logging.Filter):
    def __init__(self, staged: str, real: str) -> None:
        super().__init__()
        self._staged, self._real = staged, real

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.msg, str):
            record.msg = record.msg.replace(self._staged, self._real)
        return True


def content_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """Where files that the configuration names may lie: the content, and the theme's folders."""
    return tuple(Path(folder) for folder in (config.docs_dir, *config.theme.dirs))


def warnings_so_far() -> int:
    """How many warnings a strict build has counted; 0 when it counts none.

    Leans on: the `CountHandler` that MkDocs hangs on its logger in strict mode, and asks when the site is over.
    """
    handlers = logging.getLogger("mkdocs").handlers
    counts = [count for each in handlers if isinstance(each, CountHandler) for _, count in each.get_counts()]
    return sum(counts)


def page_file(config: MkDocsConfig, source: str, url: str, content_dir: str, is_made: bool = False) -> File:
    """A page of the site as the other plugins know pages: by its source path, and at its own address.

    Where it lies on the disk is told (`git log` asks for it), and its content is empty until what is published is put in.
    `is_made`: no file stands behind it.
    Leans on: the address, a cached value.
    """
    if is_made:
        file = File.generated(config, source, content="")
    else:
        file = File(source, content_dir, config.site_dir, use_directory_urls=True)
        set_content(file, "")
    file.dest_uri, file.url = f"{url}index.html", url or "./"
    return file


def set_content(file: File, text: str) -> None:
    """Let a file of the disk hold this text for whoever asks it, and keep its place.

    Leans on: `_content`, which is looked at before the disk; the public `content_string` forgets the place.
    """
    file._content = text  # noqa: SLF001


def run_event(engine_config: MkDocsConfig, event: str, item: object, names: Container[str], /, **values: object) -> Any:
    """What the plugins and hooks of these names make of `item`, one after another; what returns None leaves it.

    Leans on: `plugins.events`, and `_current_plugin`, which MkDocs sets while a plugin has its turn.
    """
    plugins = engine_config.plugins
    for method in plugins.events.get(event, ()):
        name = _name_of(engine_config, method)
        if name is None or name not in names:
            continue
        plugins._current_plugin = name  # noqa: SLF001
        found = method(item, **values)
        item = item if found is None else found
    plugins._current_plugin = None  # noqa: SLF001
    return item


def render_for(
    env: Environment,
    config: MkDocsConfig,
    nav: Navigation,
    files: Files,
    page: EnginePage,
    slots: Mapping[str, str],
    change: Callable[[Context], Context],
) -> str:
    """A page in the theme's template, or in the one that its metadata names, with the context as `change` gives it back.

    Leans on: `get_context`, and `page.active`.
    """
    page.active = True
    context: Context = dict(get_context(nav, files, config, page))
    template = env.get_template(str(page.meta.get("template", "main.html")))
    site = frame_of(env, slots)
    html = template.render(change(context), sikum_site=site, sikum_slots=dict(slots))
    page.active = False
    return mended(html, site)


def _name_of(config: MkDocsConfig, method: object) -> str | None:
    """Whose listener it is: a plugin's name, a hook's, or None where nobody's is known."""
    owner = getattr(method, "__self__", None)
    known = next((name for name, plugin in config.plugins.items() if plugin is owner), None)
    if known is None and (hook := str(getattr(method, "__module__", ""))) in {str(name) for name in config.hooks}:
        return hook
    return known


def plugins_with(config: MkDocsConfig, events: Iterable[str]) -> list[str]:
    """Names of plugins and hooks beside Sikum that listen to any of these events. Leans on: `plugins.events`."""
    names: dict[str, None] = {}
    for event in events:
        for method in config.plugins.events.get(event, ()):
            known = _name_of(config, method)
            if known is not None and known.rpartition("/")[2] != "sikum":
                names[known] = None
    return list(names)


def without_navigation(config: MkDocsConfig) -> None:
    """The site's navigation is made of the catalogue: MkDocs would look for the pages of `nav`, and of
    `extra_templates`, among files that it does not see. Leans on: both settings are looked at after `on_config`."""
    config.nav = None
    config.extra_templates = []


def configuration_of(config: MkDocsConfig) -> dict[str, Any]:
    """What the site's author wrote, as commands read it too, with the values that MkDocs or a hook put in since.

    A setting that nobody wrote is not there: Material's own language, English, is nobody's choice.
    Leans on: `user_configs` keeps what was written. MkDocs itself does not use it, and says so to whoever reads it.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        configurations = config.user_configs
    written: dict[str, Any] = {}
    for each in configurations:
        written.update(each)
    return written | {name: config.get(name) for name in _MAY_CHANGE}


_MAY_CHANGE = ("site_name", "site_url", "docs_dir", "repo_url", "edit_uri", "edit_uri_template")


def speed_up_preview(server: LiveReloadServer, looks: Callable[[list[str]], bool], began: float) -> None:
    """Watch by the system's notices instead of looking at every file twice a second, and wait less for bursts.

    `looks`: whether these paths have to be looked at all the same; the rest between two looks grows with what a look takes.
    `began`: when the first build did, before anything was watched: what was saved since is built at once.
    Leans on: `server.observer` (replaced before it is started), `_watched_paths`, `build_delay`, `_want_rebuild`.
    """
    from generator.plugin.watching import LOOK_SECONDS, changed_since, looking_observer, notices_observer

    watched = list(getattr(server, "_watched_paths", {}))
    is_looking = looks(watched)
    observer = looking_observer(LOOK_SECONDS) if is_looking else notices_observer()
    if observer is None or not watched or server.observer.is_alive():
        return
    for path in watched:
        server.unwatch(path)
    server.observer = observer  # type: ignore[assignment]
    for path in watched:
        server.watch(path)
    if not is_looking:
        server.build_delay = SAVE_DELAY_SECONDS
    server._want_rebuild = changed_since(watched, began)  # noqa: SLF001 - what its own handler of notices sets
