"""What the builders make: files of a site, before an entry point writes them. The one seam to engines (spec 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from msgspec import Struct

PageLayout = Literal["plain", "wide", "process"]
"""`plain`: one column of text; `wide`: the full width; `process`: text beside the process's list of pages."""
NavSection = Literal["catalogue", "ministries", "promises", "outcomes", "lessons", "guide", "data"]
"""The keys of the site's navigation, as `rendering.theme_context` has it."""


class Alternate(Struct, frozen=True, kw_only=True):
    """The same page in another language."""

    language: str
    url: str


class Page(Struct, frozen=True, kw_only=True):
    """A page of the site before an entry point renders it. Every `url` is relative to the site's root, without `/` in front.

    Links inside `body` are written relative to the root as `{root}path/`, where `{root}` is the text of `ROOT`:
    the entry point replaces it by the way up from the page (`../../`), so that one page is right at any depth and host.
    """

    url: str
    """`""` for the front page, else ending in `/` (or `404.html`)."""
    kind: str
    """The value of `data-sikum-page`."""
    title: str
    """Plain text: `<title>`, Open Graph, feeds."""
    description: str = ""
    language: str
    """Language of the article, not of the site around it."""
    body: str
    """HTML of the main content, its `<h1>` included."""
    section: NavSection | Literal[""] = ""
    """Which line of the site's navigation is current; empty for none."""
    layout: PageLayout = "plain"
    """`plain`: one column of text; `wide`: the full width; `process`: text beside the process's side list."""
    side: str = ""
    """Ready HTML of the process's own side list; empty where the layout has none."""
    toc: str = ""
    """Ready HTML of the list of the page's headings."""
    pager: str = ""
    """Ready HTML of the steps to the page before and after."""
    head: str = ""
    """Ready HTML for `<head>` that is the page's own: JSON-LD, citation tags, feeds."""
    alternates: tuple[Alternate, ...] = ()
    source: str | None = None
    """The authored file, relative to the content folder; None for a page made by the machine."""
    markdown: Callable[[], str] | None = None
    """For other engines: the authored Markdown with links resolved, made when asked for; None when `body` is all there is."""
    is_listed: bool = True
    """Whether it stands in the sitemap."""
    image: str = ""
    """The picture that stands for it where links are shared, relative to the site's root; empty for the site's own card."""


ROOT = "\x02root\x03"
"""Stands in links for the way up to the site's root. Two control characters that no authored text can hold (S007)."""


class SiteFile(Struct, frozen=True, kw_only=True):
    """A file of the site. `uri` is relative to the site's root, with `/`."""

    uri: str
    content: Page | str | bytes | Path
    """A page to render, text or bytes to write, or a file on disk to copy before the job is asked for its next one."""
    source: str | None = None
    """What it was made from, relative to the content folder, where that is one file."""


def page_file(page: Page) -> SiteFile:
    """The file a page is written to: `url/index.html`, or the name itself when the url is one (`404.html`)."""
    uri = page.url if page.url.endswith(".html") else f"{page.url}index.html"
    return SiteFile(uri=uri, content=page, source=page.source)


def way_up(url: str) -> str:
    """From a page to the site's root: `../../` for `a/b/`, `./` for the front page, `/` for `404.html`."""
    if url.endswith(".html"):
        return "/" if url == "404.html" else "../" * url.count("/") or "./"
    return "../" * url.count("/") or "./"


class Job(Struct, frozen=True):
    """Files of the site that are made together, and the hash of everything they are made from.

    `build` must use nothing that `key` does not cover: a job whose key is unchanged is not run again,
    and a warm build has to equal a cold one byte for byte.
    """

    id: str
    """Stable and unique, for example `process/health-parliament` or `list/ministries/health/2`."""
    key: str
    build: Callable[[], Iterable[SiteFile]]
