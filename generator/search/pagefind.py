"""Pagefind's own files: the engine, and an index of one shard in the format its engine reads.

The engine (its script and WebAssembly) is what the `pagefind` command ships. The index is written here and not by the
command, which cannot give a place two words, and takes as long for the written words alone as this does with all their
keys; docs/search.md has the measurements. The format belongs to one version of Pagefind: `VERSION` is pinned, and
`tests/search/test_pagefind_format.py` compares this writer with the command on the same words, so that an upgrade that
changes the format fails there and not in a reader's browser.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from importlib.metadata import version

from pagefind.service import get_executable

from generator.search.blocks import Block
from generator.search.cbor import array, integer, page_step, text
from generator.search.packing import SMALLEST, packed

VERSION = "1.5.2"
"""The version of Pagefind whose format this is."""
SIGNATURE = b"pagefind_dcd"
CHUNK = 14_000
"""Bytes of an index chunk before packing at which the next one begins. Each word of a query moves one chunk of each shard,
so small ones serve the reader, and large ones keep the number of files and the table of chunks down."""

_ENGINE = ("pagefind.js", "wasm.unknown.pagefind")


def engine_files() -> dict[str, bytes]:
    """The script and the WebAssembly of Pagefind, by name, as its command gives them for an empty index."""
    if version("pagefind") != VERSION:
        raise RuntimeError(
            f"the search index is written for pagefind {VERSION}, and {version('pagefind')} is installed"
        )
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
    return {name: files[name] for name in _ENGINE}


def index_files(name: str, pages: Sequence[tuple[str, int]], blocks: Sequence[Block]) -> Iterator[tuple[str, bytes]]:
    """The files of one shard: its chunks, then its table `pagefind.<name>.pf_meta`.

    `pages` are (id, number of tokens), in the order of the blocks' rows. `name` must change with the content: the chunks
    are named after it.
    """
    chunks: list[tuple[str, str]] = []
    for first, last, content in _chunks(blocks):
        yield f"index/{name}{len(chunks):x}.pf_index", packed(SIGNATURE + content)
        chunks.append((first, last))
    bounds = _bounds(chunks)
    meta = b"".join(
        (
            array(6),
            text(VERSION),
            array(len(pages)),
            *(array(2) + text(page) + integer(length) for page, length in pages),
            array(len(bounds)),
            *(
                array(3) + text(first) + text(last) + text(f"{name}{number:x}")
                for number, (first, last) in enumerate(bounds)
            ),
            array(0),
            array(0),
            array(0),
        )
    )
    yield f"pagefind.{name}.pf_meta", packed(SIGNATURE + meta, SMALLEST)


def entry_file(shards: dict[str, tuple[str, int]]) -> bytes:
    """`pagefind-entry.json`: which table belongs to which key; Pagefind calls the keys languages."""
    languages = {key: {"hash": name, "wasm": None, "page_count": pages} for key, (name, pages) in shards.items()}
    return json.dumps({"version": VERSION, "languages": languages, "include_characters": ["_"]}).encode()


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
        group.append((term, content))
        size += len(content)
        if size >= CHUNK:
            yield _chunk(group)
            group, size = [], 0
    if group:
        yield _chunk(group)


def _chunk(group: list[tuple[str, bytes]]) -> tuple[str, str, bytes]:
    content = b"".join((array(1), array(len(group)), *(word for _, word in group)))
    return group[0][0], group[-1][0], content


def _bounds(chunks: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The chunks' first and last terms, cut to as many letters as tell neighbours apart."""
    bounds = [list(chunk) for chunk in chunks]
    for before, after in itertools.pairwise(bounds):
        same = len(list(itertools.takewhile(lambda pair: pair[0] == pair[1], zip(before[1], after[0], strict=False))))
        before[1] = max(before[0], before[1][: same + 1])
        after[0] = after[0][: same + 1]
    return [(first, last) for first, last in bounds]
