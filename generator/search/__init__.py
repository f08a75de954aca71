"""Search: from what is published of each process to the static files that a reader's browser searches.

`build_index` takes a `DocumentSource` for each process and gives files, and knows no other part of Sikum. Pagefind is the
engine in the browser; which words a Hebrew or Arabic word stands for is decided here, at build time.
docs/search.md says how it fits together, what it costs and how well it finds.
"""

from generator.search.documents import DocumentSource, SearchDocument, Section
from generator.search.index import build_index, last_index
from generator.search.shards import shard_count
from generator.search.workplace import Workplace

__all__ = ["DocumentSource", "SearchDocument", "Section", "Workplace", "build_index", "last_index", "shard_count"]
