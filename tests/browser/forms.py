"""Sveltia CMS in Chromium, on a folder of files that only the browser sees.

The folder that a person would pick is one of the origin-private file system; all else is what an office serves:
Sveltia's own page and the configuration that `sikum schema --cms` writes.
"""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect

from tests.browser.sites import HERE

SCRIPT = HERE / "node_modules" / "@sveltia" / "cms" / "dist" / "sveltia-cms.js"

_PICKED = (
    "window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('repository')"
)
_PUT = """async files => {
    const root = await navigator.storage.getDirectory();
    const top = await root.getDirectoryHandle('repository', {create: true});
    await top.getDirectoryHandle('.git', {create: true});
    for (const [path, text] of Object.entries(files)) {
        const folders = path.split('/'), name = folders.pop();
        let folder = top;
        for (const each of folders) folder = await folder.getDirectoryHandle(each, {create: true});
        const file = await (await folder.getFileHandle(name, {create: true})).createWritable();
        await file.write(text);
        await file.close();
    }
}"""
_GET = """async path => {
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('repository');
    const folders = path.split('/'), name = folders.pop();
    for (const each of folders) folder = await folder.getDirectoryHandle(each);
    return await (await (await folder.getFileHandle(name)).getFile()).text();
}"""
_PATHS = """async () => {
    const paths = [];
    const walk = async (folder, above) => {
        for await (const [name, each] of folder.entries()) {
            if (each.kind === 'directory') await walk(each, above + name + '/');
            else paths.push(above + name);
        }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('repository'), '');
    return paths.sort();
}"""


class Forms:
    """Sveltia's page, signed in to the folder."""

    def __init__(self, page: Page, address: str, said: list[str]) -> None:
        self.page = page
        self.said = said
        """What the configuration was blamed for, in Sveltia's words."""
        self._address = address

    def text(self, path: str) -> str:
        """A file as it now stands in the folder."""
        return str(self.page.evaluate(_GET, path))

    def paths(self) -> list[str]:
        """All files in the folder."""
        return list(self.page.evaluate(_PATHS))

    def count(self, collection: str) -> int:
        """How many files a collection lists."""
        self.page.goto(f"{self._address}index.html#/collections/{collection}")
        rows = self.page.get_by_role("row")
        rows.first.wait_for()
        return rows.count()

    def edit(self, collection: str, path: str, field: str, added: str) -> tuple[str, str]:
        """Adds to the text of one field of the file and saves: the file before and after."""
        before = self.text(path)
        entry = re.sub(r"\.[a-z]+$", "", path.removeprefix("processes/"))
        self.page.goto(f"{self._address}index.html#/collections/{collection}/entries/{entry}")
        box = self.page.locator(f'[data-key-path="{field}"]').locator("input, textarea").first
        box.wait_for()
        box.fill(box.input_value() + added)
        self.page.get_by_role("button", name="Save", exact=True).first.click()
        # a form that was saved closes; one with errors stays and says so
        expect(self.page).to_have_url(re.compile(rf"#/collections/{re.escape(collection)}$"), timeout=30_000)
        return before, self.text(path)


@contextmanager
def forms(browser: Browser, folder: Path, config: str, files: Mapping[str, str]) -> Iterator[Forms]:
    """Sveltia on `files` (by path) with the configuration; `folder` is served, and nothing else is reached."""
    (folder / "sveltia-cms.js").write_bytes(SCRIPT.read_bytes())
    (folder / "config.yml").write_text(config, encoding="utf-8")
    (folder / "empty.html").write_text("<!doctype html><title>empty</title>", encoding="utf-8")
    (folder / "index.html").write_text(
        '<!doctype html><meta charset="utf-8"><title>forms</title><body><script src="sveltia-cms.js"></script>',
        encoding="utf-8",
    )
    with _served(folder) as address:
        context = browser.new_context(locale="en-US", viewport={"width": 1400, "height": 1000}, reduced_motion="reduce")
        try:
            context.set_default_timeout(30_000)
            context.route(lambda url: not url.startswith((address, "blob:", "data:")), _refuse)
            page = context.new_page()
            said: list[str] = []
            page.on("console", lambda line: said.append(line.text) if _is_blame(line) else None)
            page.goto(f"{address}empty.html")
            page.evaluate(_PUT, dict(files))
            page.add_init_script(_PICKED)
            page.goto(f"{address}index.html")
            page.get_by_role("button", name=re.compile("local", re.IGNORECASE)).click()
            page.wait_for_url(re.compile("#/collections/"))
            page.get_by_role("row").first.wait_for()
            yield Forms(page, address, said)
        finally:
            context.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing of what was asked."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """A plain server: the forms' page has a place of its own, without the published site's policy."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def _is_blame(line: ConsoleMessage) -> bool:
    """Whether it is about the configuration, and not about a font that could not be fetched."""
    return line.type in ("error", "warning") and "ERR_FAILED" not in line.text


def _refuse(route: Route) -> None:
    route.abort()
