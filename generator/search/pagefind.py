"""Pagefind's own files: the engine, and an index of one shard in the format its engine reads.

The engine is the WebAssembly that the `pagefind` command ships; `search-engine.js` asks it. The index is written here and
not by the command, which cannot give a place two words, and takes as long for the written words alone as this does with
all their keys; docs/search.md has the measurements. The format belongs to one version of Pagefind: `VERSION` is pinned, and
`tests/search/test_pagefind_format.py` compares this writer with the command on the same words, so that an upgrade that
changes the format fails there and not in a reader's browser.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import subprocess
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version

from generator.search.cbor import array, integer, text
from generator.search.inverted import Inverted
from generator.search.packing import SMALLEST, packed
from generator.search.postings import UNUSUAL

VERSION = "1.5.2"
"""The version of Pagefind whose format this is."""
SIGNATURE = b"pagefind_dcd"
CHUNK = 10_000
"""Bytes of an index chunk before packing, unless a single word has more. Each word of a query moves one chunk of each shard,
so small ones serve the reader, and large ones keep the number of files and the list of chunks down."""

_ENGINE = "wasm.unknown.pagefind"


def engine_files() -> dict[str, bytes]:
    """The WebAssembly of Pagefind, by its name, as the command gives it for an empty index."""
    if version("pagefind") != VERSION:
        raise RuntimeError(
            f"the search index is written for pagefind {VERSION}, and {version('pagefind')} is installed"
        )
    from pagefind.service import get_executable  # brings asyncio, which a build that has the engine can do without

    program = get_executable()
    if program is None:
        raise RuntimeError("pagefind's program is not installed: it comes with pagefind[bin]")
    requests = ({"type": "NewIndex", "config": {}}, {"type": "GetFiles", "index_id": 0})
    with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as service:  # noqa: S603
        assert service.stdin
        assert service.stdout
        for number, payload in enumerate(requests):
            message = json.dumps({"message_id": number, "payload": payload})
            service.stdin.write(base64.b64encode(message.encode()) + b",")
        service.stdin.flush()
        answers = b""
        # the service stops when its input ends, answered or not: read the answers before closing it
        while answers.count(b",") < len(requests) and (more := os.read(service.stdout.fileno(), 1 << 20)):
            answers += more
        service.stdin.close()
    last = json.loads(base64.b64decode(answers.split(b",")[len(requests) - 1]))
    files = {file["path"]: base64.b64decode(file["content"]) for file in last["payload"]["files"]}
    return {_ENGINE: files[_ENGINE]}


def plan_chunks(index: Inverted, offsets: Sequence[int]) -> list[tuple[int, int]]:
    """The first term of each chunk and that of the next, as numbers. `offsets` are those of the index."""
    chunks = []
    first, end = bisect_left(index.terms, UNUSUAL + "\U0010ffff"), len(index.terms)
    while first < end:
        after = max(first + 1, bisect_right(offsets, offsets[first] + CHUNK) - 1)
        chunks.append((first, after))
        first = after
    return chunks


def chunk_file(index: Inverted, offsets: Sequence[int], first: int, after: int) -> bytes:
    """The content of a chunk's file."""
    entries = index.content[offsets[first] : offsets[after]]
    return packed(b"".join((SIGNATURE, array(1), array(after - first), entries)))


def chunk_uri(name: str, number: int) -> str:
    """Where the chunk of this number lies; `name` is that of its shard, as in `table_files`."""
    return f"index/{name}{number:x}.pf_index"


def table_files(name: str, lengths: Sequence[int], index: Inverted) -> dict[str, bytes]:
    """The list of the chunks' first terms, and the table of the pages, by uri.

    `lengths` are the pages' numbers of tokens. `name` must change with the content: all files of the shard but its cards
    are named after it.
    """
    chunks = plan_chunks(index, index.offsets())
    firsts = _firsts((index.terms[first], index.terms[after - 1]) for first, after in chunks)
    return {
        f"index/{name}.pack": packed("\n".join(firsts).encode(), SMALLEST),
        f"index/{name}.pf_meta": packed(SIGNATURE + _table(lengths), SMALLEST),
    }


def _table(lengths: Sequence[int]) -> bytes:
    """Version, pages, and no chunks, filters, orders or fields: the browser looks for chunks in the list of first terms."""
    pages = (array(2) + text(str(page)) + integer(length) for page, length in enumerate(lengths))
    return b"".join((array(6), text(VERSION), array(len(lengths)), *pages, array(0) * 4))


def _firsts(chunks: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The chunks' first terms, cut to as many letters as tell each from the term before."""
    last = ""
    for first, last_of_chunk in chunks:
        same = len(list(itertools.takewhile(lambda pair: pair[0] == pair[1], zip(last, first, strict=False))))
        yield first[: same + 1]
        last = last_of_chunk
