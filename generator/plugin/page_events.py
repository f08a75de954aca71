"""The site's pages on their way through the events of the other plugins, in MkDocs' order and one page after another.

A way of its own, and a slow one: only sites with plugins or hooks that act on pages take it. What these are handed is what
is published: texts after consent was applied, under the paths of the files that they were written in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import TableOfContents
from msgspec.structs import replace
from pathspec import GitIgnoreSpec

from generator.expressions import expression
from generator.model.site import ROOT, Page, page_file, way_up
from generator.pipeline.changed_texts import PublishedText
from generator.plugin import engine
from generator.plugin.contents import contents_of
from generator.plugin.policy import inline_code
from generator.plugin.shell import ThemeRenderer

TEXT_EVENTS = ("page_read_source", "page_markdown")
PAGE_EVENTS = ("pre_page", *TEXT_EVENTS, "page_content", "page_context", "post_page")

QUIET_ON_TEXT = frozenset(
    "search tags meta blog social rss typeset projects group info privacy offline optimize glightbox minify git-authors "
    "git-committers git-committers-2 git-revision-date git-revision-date-localized section-index awesome-nav awesome-pages "
    "literate-nav redirects exclude print-site llmstxt".split()
)
"""Plugins that take nothing in an author's text for an instruction. Any other may read files and run code at the word of
whoever writes a chapter, so it sees only the texts that the option `evaluated_docs` names. Hooks are the site's own code."""

ABOUT_FILES = frozenset(("rss", "git-authors"))
"""Plugins that tell of files: pages that have none, since the machine makes them, pass these by."""

_WHOLE_DOCUMENT = expression(r"\A\s*<html><head></head><body>(.*)</body></html>\s*\Z", re.DOTALL)
_PARTS_WITH_LINKS = ("body", "side", "toc", "pager", "head")


class PageEvents:
    """One object for one build. Its three steps are called in order: texts, contents, write."""

    def __init__(self, config: MkDocsConfig, content_dir: str, acting: Iterable[str], evaluated: str) -> None:
        """`acting`: names of the plugins and hooks whose events are run; `evaluated`: patterns as in `exclude_docs`."""
        self._config = config
        self._content_dir = content_dir
        self._acting = frozenset(acting)
        self._quiet = frozenset(name for name in self._acting if is_quiet(config, name))
        self._without_files = frozenset(name for name in self._acting if name.rpartition("/")[2] not in ABOUT_FILES)
        self._evaluated = GitIgnoreSpec.from_lines(evaluated.splitlines())
        self._files: dict[str, File] = {}
        self._pages: dict[str, EnginePage] = {}
        self._contents: dict[str, str] = {}
        self._all = Files([])
        self.inline: set[str] = set()
        """Elements with code in them that stand in the pages as they were written: the site's policy allows these."""

    def show(self, files: Files, shown: Iterable[File]) -> None:
        """Take note of the files of the site and of its pages, as `on_files` had them."""
        self._files = {file.url: file for file in shown}
        self._all = Files([*files, *self._files.values()])

    def change(self, text: PublishedText) -> str:
        """The text of a page after `on_pre_page` and `on_page_markdown`."""
        page = self._page(text.path, text.url, text.title)
        page.meta.update(title=text.title, description=text.description, language=text.language)
        if text.topics:
            page.meta["tags"] = list(text.topics)
        page.markdown = text.text
        engine.set_content(page.file, text.text)
        by = self._acting if self._evaluated.match_file(text.path) else self._quiet
        self._run("pre_page", page, by=by, config=self._config, files=self._all)
        changed = self._run("page_markdown", text.text, by=by, page=page, config=self._config, files=self._all)
        page.markdown = str(changed)
        return page.markdown

    def read(self, pages: Iterable[Page]) -> None:
        """Run `on_page_content` for every page; what comes back is kept until the page is written.

        A page that the machine makes has no text; its events of texts are run all the same, since plugins count on them.
        """
        for page in pages:
            if _is_lost(page):
                continue
            whole = _with_links(page, way_up)
            known = self._page(page.source, page.url, page.title)
            known.meta.setdefault("title", page.title)
            known.meta.setdefault("description", page.description)
            known.content, known.toc = whole.body, contents_of(whole.body)
            known.markdown = (
                known.markdown or ""
            )  # plugins search it, and a page may have texts of several files or none
            by = self._acting
            if page.source is None:
                by = self._without_files
                self._run("pre_page", known, by=by, config=self._config, files=self._all)
                self._run("page_markdown", "", by=by, page=known, config=self._config, files=self._all)
            found = self._run("page_content", whole.body, by=by, page=known, config=self._config, files=self._all)
            if (content := _inner(str(found))) != whole.body:
                self._contents[page.url] = content
            known.content = None

    def write(self, pages: Iterable[Page], renderer: ThemeRenderer, env: Environment, nav: Navigation) -> None:
        """Render every page in the theme's template and write it into the folder that the engine writes to.

        A page that comes back empty is not written, as with MkDocs.
        """
        for page in pages:
            path = Path(self._config.site_dir, page_file(page).uri)
            path.parent.mkdir(parents=True, exist_ok=True)
            if _is_lost(page):
                path.write_bytes(renderer.render_page(page))
                continue
            whole = _with_links(page, renderer.way_up)
            known = self._page(page.source, page.url, page.title)
            known.content = self._contents.get(page.url, whole.body)
            slots = renderer.slots(replace(whole, body=known.content))

            def context(values: engine.Context, known: EnginePage = known) -> engine.Context:
                by = self._acting if known.file.abs_src_path else self._without_files
                found: engine.Context = self._run(
                    "page_context", values, by=by, page=known, config=self._config, nav=nav
                )
                return found

            html = engine.render_for(env, self._config, nav, self._all, known, slots, context)
            html = renderer.linked(str(self._run("post_page", html, page=known, config=self._config)))
            known.content = None
            self.inline |= inline_code(html)
            if html.strip():
                path.write_bytes(html.encode("utf-8", errors="xmlcharrefreplace"))

    def _page(self, source: str | None, url: str, title: str) -> EnginePage:
        """The engine's page at an address, the same one for all events of a build."""
        known = self._pages.get(url)
        if known is None:
            file = self._files.get(url or "./")
            if file is None:
                file = engine.page_file(
                    self._config, source or f"{url}index.md", url, self._content_dir, source is None
                )
                self._files[file.url] = file
                self._all.append(file)
            known = self._pages[url] = EnginePage(title, file, self._config)
            known.toc = TableOfContents([])
        return known

    def _run(self, event: str, item: object, *, by: frozenset[str] | None = None, **values: object) -> Any:
        return engine.run_event(self._config, event, item, self._acting if by is None else by, **values)


def is_quiet(config: MkDocsConfig, name: str) -> bool:
    """Whether a plugin or hook may be handed any text: it takes nothing in it for an instruction."""
    return name in {str(hook) for hook in config.hooks} or name.rpartition("/")[2] in QUIET_ON_TEXT


def _is_lost(page: Page) -> bool:
    """Whether it is the page for a lost visitor, which is a template for MkDocs too, and passes no events of pages."""
    return page.url.endswith(".html")


def _with_links(page: Page, way_up: Callable[[str], str]) -> Page:
    """The page with its links as they will stand in it."""
    up = way_up(page.url)
    return replace(page, **{part: getattr(page, part).replace(ROOT, up) for part in _PARTS_WITH_LINKS})


def _inner(html: str) -> str:
    """Without the frame of a document, which parsers put around what they are handed."""
    return match[1] if (match := _WHOLE_DOCUMENT.match(html)) else html
