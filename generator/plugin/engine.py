"""Everything that touches the inside of MkDocs and Material, in one place.

Each function says what of theirs it leans on; `tests/plugin/test_engine.py` tells which one broke when a new version comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage

from generator.plugin.shell import RenderTheme

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver

THEME_FOLDER = Path(__file__).parent.parent / "theme"
SAVE_DELAY_SECONDS = 0.05
"""How long a preview waits for a burst of saves to end; MkDocs itself waits 0.1 s after looking every 0.5 s."""


def add_theme_folder(config: MkDocsConfig) -> None:
    """Put Sikum's templates behind the site's own `custom_dir` and before Material's. Leans on: `theme.dirs` is a list."""
    folder = str(THEME_FOLDER)
    if folder not in config.theme.dirs:
        custom = getattr(config.theme, "custom_dir", None)
        config.theme.dirs.insert(1 if custom and config.theme.dirs[0] == custom else 0, folder)


def silence_engine_pages(config: MkDocsConfig) -> None:
    """MkDocs' own 404 and sitemap are made by Sikum. Leans on: `theme.static_templates` is a set."""
    config.theme.static_templates = set()


def theme_renderer(env: Environment, config: MkDocsConfig, nav: Navigation, files: Files) -> RenderTheme:
    """Renders the theme's `main.html` as MkDocs would for a page. Leans on: `get_context` and the `Page` constructor."""
    template = env.get_template("main.html")

    def render(url: str, slots: Mapping[str, str]) -> str:
        uri = url if url.endswith(".html") else f"{url}index.html"
        file = File.generated(config, uri.removesuffix(".html") + ".md", content="")
        page = EnginePage(None, file, config)
        page.meta = {"sikum": dict(slots)}
        page.content = ""
        context = get_context(nav, files, config, page)
        html = template.render(context)
        assert isinstance(html, str)
        return html

    return render


def quicken_preview(server: LiveReloadServer) -> None:
    """Watch by the system's notices instead of looking at every file twice a second, and wait less for bursts.

    Leans on: `server.observer` (replaced before it is started), `_watched_paths`, `build_delay`. Falls back to MkDocs' own
    polling where the system has no notices.
    """
    observer = _native_observer()
    watched = list(getattr(server, "_watched_paths", {}))
    if observer is None or not watched or server.observer.is_alive():
        return
    for path in watched:
        server.unwatch(path)
    server.observer = observer  # type: ignore[assignment]
    server.build_delay = SAVE_DELAY_SECONDS
    for path in watched:
        server.watch(path)


def _native_observer() -> BaseObserver | None:
    from watchdog.observers import Observer
    from watchdog.observers.polling import PollingObserver

    observer = Observer(timeout=0.05)
    return None if isinstance(observer, PollingObserver) else observer
