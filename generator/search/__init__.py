"""Search: from documents to the static files that a reader's browser searches.

`build_index` takes a `DocumentSource` for each document and gives files, and imports no other part of Sikum. Which words a Hebrew
or Arabic word stands for is decided here, at build time; the scripts `assets/js/search*.js` read the files in the browser.
docs/search.md says how it fits together, what it costs and how well it finds.
"""

from generator.search.documents import DocumentSource, SearchDocument, Section
from generator.search.environment import IndexEnvironment
from generator.search.index import build_index, last_index
from generator.search.site_pages import PagePart, SitePage

__all__ = [
    "DocumentSource",
    "IndexEnvironment",
    "PagePart",
    "SearchDocument",
    "Section",
    "SitePage",
    "build_index",
    "last_index",
]
