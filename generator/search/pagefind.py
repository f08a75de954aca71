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
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version

from generator.search.blocks import Block
from generator.search.cbor import array, integer, page_step, text
from generator.search.packing import SMALLEST, packed

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


def index_files(name: str, lengths: Sequence[int], blocks: Sequence[Block]) -> Iterator[tuple[str, bytes]]:
    """The files of one shard: its chunks, the list of their first terms, and the table of its pages.

    `lengths` are numbers of tokens, in the order of the blocks' rows. `name` must change with the content: all are named
    after it.
    """
    chunks: list[tuple[str, str]] = []
    for first, last, content in _chunks(blocks):
        yield f"index/{name}{len(chunks):x}.pf_index", packed(SIGNATURE + content)
        chunks.append((first, last))
    yield f"index/{name}.pack", packed("\n".join(_firsts(chunks)).encode(), SMALLEST)
    yield f"index/{name}.pf_meta", packed(SIGNATURE + _table(lengths), SMALLEST)


def _table(lengths: Sequence[int]) -> bytes:
    """Version, pages, and no chunks, filters, orders or fields: the browser looks for chunks in the list of first terms."""
    pages = (array(2) + text(str(page)) + integer(length) for page, length in enumerate(lengths))
    return b"".join((array(6), text(VERSION), array(len(lengths)), *pages, array(0) * 4))


def _chunks(blocks: Sequence[Block]) -> Iterator[tuple[str, str, bytes]]:
    """(first term, last term, content) of each chunk, in order of terms."""
    firsts: list[int] = []
    lasts: list[int] = []
    places: list[bytes] = []
    counts = b"".join(block.counts for block in blocks)
    found: dict[str, list[int]] = {}  # term → where in the four it is
    start = 0
    for block in blocks:
        for at, term in enumerate(block.terms, start=len(places)):
            if term in found:
                found[term].append(at)
            else:
                found[term] = [at]
        firsts += [start + page for page in block.firsts]
        lasts += [start + page for page in block.lasts]
        places += block.places
        start += len(block.rows)
    group: list[tuple[str, bytes]] = []
    size = 0
    for term in sorted(found):
        parts: list[bytes] = []
        last = pages = 0
        for at in found[term]:
            parts += page_step(firsts[at] - last), places[at]
            last = lasts[at]
            pages += counts[at]
        content = b"".join((b"\x83", text(term), array(pages), *parts, b"\x80"))
        if group and size + len(content) > CHUNK:
            yield _chunk(group)
            group, size = [], 0
        group.append((term, content))
        size += len(content)
    if group:
        yield _chunk(group)


def _chunk(group: list[tuple[str, bytes]]) -> tuple[str, str, bytes]:
    content = b"".join((array(1), array(len(group)), *(word for _, word in group)))
    return group[0][0], group[-1][0], content


def _firsts(chunks: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The chunks' first terms, cut to as many letters as tell each from the term before."""
    last = ""
    for first, last_of_chunk in chunks:
        same = len(list(itertools.takewhile(lambda pair: pair[0] == pair[1], zip(last, first, strict=False))))
        yield first[: same + 1]
        last = last_of_chunk
