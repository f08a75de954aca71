"""The MkDocs plugin: passes options, prints findings, and leaves configuration, theme and preview to MkDocs.

MkDocs parses none of the content: `docs_dir` and `site_dir` point to temporary folders while it runs, so that it only renders
the theme's shell and copies the theme's files. Sikum builds everything else and publishes it in `on_post_build`.
"""

from __future__ import annotations

import contextlib
import logging
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from generator.cli.output import prepare_output
from generator.configuration.language import LANGUAGES, chosen_language
from generator.configuration.settings import site_options
from generator.disk.builder import SiteBuilder
from generator.disk.ending import end_in_order, end_preview_in_order
from generator.disk.failures import one_line
from generator.disk.published_versions import take_over
from generator.editions.availability import PdfUnavailable
from generator.pipeline.build import site_context
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.changed_texts import PrivateInText, with_changed_texts
from generator.pipeline.options import SiteOptions
from generator.pipeline.running import PageRenderer
from generator.plugin import engine, neighbours
from generator.plugin.folders import files_in, project_folder
from generator.plugin.memory import give_back
from generator.plugin.options import SikumConfig
from generator.plugin.page_events import PageEvents
from generator.plugin.pdfs import say_how_far, waits, wants_pdf
from generator.plugin.policy import headers_file
from generator.plugin.report import advise, print_findings, reason_to_stop, renew, too_many_warnings
from generator.plugin.shell import ThemeRenderer
from generator.rendering.theme_context import frames, theme_context
from generator.wording import Wording
from generator.wording.by_process import words
from generator.wording.deferred import Look, words_of

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.sikum")


class SikumPlugin(BasePlugin[SikumConfig]):
    """One object lives for a whole `mkdocs serve`, so that a rebuild starts from the results of the build before."""

    def __init__(self) -> None:
        self._is_preview = False
        self._shown: list[File] = []
        """The site's pages, while other plugins look at the files."""
        self._events: PageEvents | None = None
        """Where other plugins act on pages."""
        self._builder: SiteBuilder | None = None
        self._checked: CheckedCatalogue | None = None
        self._theme: tuple[Environment, Navigation, Files] | None = None
        self._folders: tuple[str, str] | None = None
        """The configured docs_dir and site_dir while they point to temporary folders."""
        self._staging: TemporaryDirectory[str] | None = None
        self._spoken = LANGUAGES[0]
        """The site's language, once its configuration is read."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        prepare_output()
        if command == "serve":
            end_preview_in_order()
        else:
            end_in_order(lambda name: words(self._spoken, "ended", signal=name))
        self._is_preview, self._began = command == "serve", time.time()

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self._spoken = self._language(config)
        engine.add_theme_folder(config)
        engine.silence_engine_pages(config)
        engine.list_own_theme_files(config)
        if self._builder is None:
            neighbours.name_what_is_not_read(engine.configuration_of(config), self._language(config))
            neighbours.check_plugins(config, self._language(config))
        engine.without_navigation(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        options = self._site_options(config)
        if self._builder is None:
            advise(config, self.config, options.language)
            neighbours.say_who_acts(config, self.config.evaluated_docs or "", options.language)
            neighbours.name_missing_files(options.assets, engine.content_folders(config), options.language)
            self._builder = SiteBuilder(project_folder(config), options.content_dir, workers=self.config.workers)
        try:
            if self._is_preview and self._checked is None:
                self._builder.note_folder(Path(config.site_dir))
            self._checked = self._builder.check(options)
            if take_over(self._builder, self._checked, Path(config.site_dir)):
                self._checked = self._builder.check(options)
        except OSError as error:
            raise engine.Stopped(one_line(error, self._gettext(config))) from error
        print_findings(self._checked)
        if not self._is_preview and (reason := reason_to_stop(self._checked, is_strict=config.strict)):
            self._clean_up()
            raise engine.Stopped(reason)
        renew(self.config.forms, self._checked, project_folder(config))
        self._events = neighbours.page_events(config, str(options.content_dir), self.config.evaluated_docs or "")
        try:
            self._use_temporary_folders(config)
        except OSError as error:
            raise engine.Stopped(one_line(error, self._gettext(config))) from error

    @event_priority(100)
    def _show_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let the others see the site's pages among the files: redirects ask where a page will be."""
        if self._events or engine.plugins_with(config, ("files",)):
            assert self._checked is not None
            content = str(self._checked.options.content_dir)
            self._shown = [
                engine.page_file(config, page.path, page.url, content)
                for outline in self._checked.outlines
                for page in outline.pages
            ]
            for file in self._shown:
                files.append(file)
        return files

    @event_priority(-1000)
    def _hide_pages(self, files: Files, *, config: MkDocsConfig) -> Files:
        """And take them away again: MkDocs would render each of them."""
        for file in self._shown:
            with contextlib.suppress(ValueError):  # somebody took it away before
                files.remove(file)
        engine.without_navigation(config)  # which some plugins set only now
        if self._events:
            assert self._checked is not None
            config.docs_dir = str(self._checked.options.content_dir)  # what a text names is looked for there
            self._events.show(files, self._shown)
        self._shown = []
        return files

    on_files = CombinedEvent(_show_pages, _hide_pages)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._nav = nav
        return nav

    @event_priority(1000)
    def _read_pages(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """For those who act on pages: their work on texts and contents, which MkDocs has done before this event."""
        if self._events:
            assert self._checked is not None
            assert self._builder is not None
            try:
                self._checked = with_changed_texts(self._checked, self._events.change)
            except PrivateInText as error:
                raise engine.Stopped(str(error)) from error
            self._events.read(self._builder.pages(self._checked))
        return env

    def _take_theme(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        assert self._checked is not None
        context = site_context(self._checked)
        env.globals["sikum_frames"] = frames(context)
        env.globals["sikum_site"] = theme_context(context)
        self._theme = env, self._nav, files
        neighbours.name_missing_icons(config, env, self._checked.options.language)
        return env

    on_env = CombinedEvent(_read_pages, _take_theme)

    @event_priority(1000)
    def _write_pages(self, *, config: MkDocsConfig) -> None:
        """For those who act on pages: the pages lie in the folder when the others' `on_post_build` begins, as with MkDocs."""
        if self._events:
            assert self._checked is not None
            assert self._builder is not None
            assert self._theme is not None
            renderer = self._renderer(config)
            neighbours.check_theme(config, renderer, self._checked.options.language)
            env, nav, _ = self._theme
            self._events.write(self._builder.pages(self._checked), renderer, env, nav)

    @event_priority(-1000)
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Bring the site over: after the others have written theirs, and not with a warning that a strict build counts."""
        assert self._checked is not None
        assert self._builder is not None
        staged = Path(config.site_dir)
        self._restore(config)
        options, renderer, events = self._checked.options, self._renderer(config), self._events
        progress = None if events or waits(self.config.pdf) else say_how_far(options.language, config.site_dir)
        try:
            neighbours.check_theme(config, renderer, options.language)
            shells = (*renderer.samples, *(events.inline if events else ()))
            if config.strict and (count := engine.warnings_so_far()):
                raise engine.Stopped(too_many_warnings(count, options.language))
            self._builder.build(
                self._checked,
                None if events else PageRenderer(renderer.key, renderer.render_page),
                Path(config.site_dir),
                engine_files=files_in(staged) | {"_headers": headers_file(shells).encode()},
                with_search=self.config.search,
                progress=progress,
            )
            if not self._is_preview:
                log.info("sikum: %s", words(options.language, "site", folder=config.site_dir))
        except OSError as error:
            raise engine.Stopped(one_line(error, self._gettext(config))) from error
        except PdfUnavailable as error:
            raise engine.Stopped(words_of(error, self._gettext(config))) from error
        finally:
            self._clean_up()
            if self._is_preview:
                give_back()

    on_post_build = CombinedEvent(_write_pages, _publish)

    def _renderer(self, config: MkDocsConfig) -> ThemeRenderer:
        assert self._checked is not None
        assert self._theme is not None
        options = self._checked.options
        return ThemeRenderer(
            engine.theme_renderer(self._theme[0], config, *self._theme[1:]),
            site_name=options.site_name,
            site_url=options.site_url,
            language=options.language,
            is_fast=self.config.fast,
            is_for_disk=not config.use_directory_urls,
        )

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        self._clean_up()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        # brings watchdog, which a build has no use for
        from generator.plugin.watching import is_looking, watched_besides

        for path in watched_besides(project_folder(config), self.config, config.theme):
            server.watch(path)
        looks = partial(is_looking, self.config.poll, config.docs_dir, self._language(config))
        engine.speed_up_preview(server, looks, self._began)
        return server

    def on_shutdown(self) -> None:
        self._clean_up()
        if self._builder is not None:
            self._builder.close()

    def _language(self, config: MkDocsConfig) -> str:
        """The site's language before its options are judged; one that Sikum does not speak is told later."""
        language = chosen_language(engine.configuration_of(config), self.config)
        return language if language in LANGUAGES else LANGUAGES[0]

    def _site_options(self, config: MkDocsConfig) -> SiteOptions:
        try:
            return site_options(
                project_folder(config),
                engine.configuration_of(config),
                self.config,
                content_dir=Path(config.docs_dir),
                file=Path(config.config_file_path) if config.config_file_path else None,
                is_preview=self._is_preview,
                with_pdf=not self._is_preview and wants_pdf(self.config.pdf),
                with_archives=not self._is_preview and bool(self.config.archive),
            )
        except ValueError as error:
            raise engine.Stopped(words_of(error, self._gettext(config))) from error

    def _gettext(self, config: MkDocsConfig) -> Look:
        """Finds words in the language of the site, as it is written: also where an option cannot be used."""
        return Wording(chosen_language(engine.configuration_of(config), self.config)).gettext

    def _use_temporary_folders(self, config: MkDocsConfig) -> None:
        assert self._builder is not None
        self._staging = self._builder.temporary_folder()
        empty, staged = Path(self._staging.name, "content"), Path(self._staging.name, "site")
        empty.mkdir()
        staged.mkdir()
        engine.say_where_the_site_will_be(config, staged)
        self._folders = config.docs_dir, config.site_dir
        config.docs_dir, config.site_dir = str(empty), str(staged)

    def _restore(self, config: MkDocsConfig) -> None:
        if self._folders is not None:
            config.docs_dir, config.site_dir = self._folders
            self._folders = None

    def _clean_up(self) -> None:
        if self._staging is not None:
            self._staging.cleanup()
            self._staging = None
        self._folders = None
