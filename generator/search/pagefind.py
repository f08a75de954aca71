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
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version

from pagefind.service import get_executable

from generator.search.cbor import array, integer, text
from generator.search.packing import packed

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
        raise RuntimeError(f"the search index is written for pagefind {VERSION}, and {version('pagefind')} is installed")
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


def index_files(name: str, pages: list[tuple[str, int]], terms: list[dict[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files of one shard: its chunks, then its table `pagefind.<name>.pf_meta`.

    `pages` are (id, number of tokens), `terms` the encoded places of each page, in the same order. `name` must change with
    the content: the chunks are named after it.
    """
    chunks: list[tuple[str, str]] = []
    for first, last, content in _chunks(terms):
        yield f"index/{name}{len(chunks):x}.pf_index", packed(SIGNATURE + content)
        chunks.append((first, last))
    bounds = _bounds(chunks)
    meta = b"".join((
        array(6), text(VERSION),
        array(len(pages)), *(array(2) + text(page) + integer(length) for page, length in pages),
        array(len(bounds)), *(array(3) + text(first) + text(last) + text(f"{name}{number:x}")
                              for number, (first, last) in enumerate(bounds)),
        array(0), array(0), array(0),
    ))
    yield f"pagefind.{name}.pf_meta", packed(SIGNATURE + meta)


def entry_file(shards: dict[str, tuple[str, int]]) -> bytes:
    """`pagefind-entry.json`: which table belongs to which key; Pagefind calls the keys languages."""
    languages = {key: {"hash": name, "wasm": None, "page_count": pages} for key, (name, pages) in shards.items()}
    return json.dumps({"version": VERSION, "languages": languages, "include_characters": ["_"]}).encode()


def _chunks(terms: list[dict[str, bytes]]) -> Iterator[tuple[str, str, bytes]]:
    """(first term, last term, content) of each chunk, in order of terms."""
    found: dict[str, list[bytes]] = {}
    lasts: dict[str, int] = {}
    for number, page in enumerate(terms):
        for term, places in page.items():
            if term in found:
                found[term] += (_page(number - lasts[term]), places)
            else:
                found[term] = [_page(number), places]
            lasts[term] = number
    group: list[tuple[str, bytes]] = []
    size = 0
    for term in sorted(found):
        pages = found[term]
        content = b"".join((b"\x83", text(term), array(len(pages) // 2), *pages, b"\x80"))
        group.append((term, content))
        size += len(content)
        if size >= CHUNK:
            yield _chunk(group)
            group, size = [], 0
    if group:
        yield _chunk(group)


@cache
def _page(step: int) -> bytes:
    return array(3) + integer(step)


def _chunk(group: list[tuple[str, bytes]]) -> tuple[str, str, bytes]:
    content = b"".join((array(1), array(len(group)), *(word for _, word in group)))
    return group[0][0], group[-1][0], content


def _bounds(chunks: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The chunks' first and last terms, cut to as many letters as tell neighbours apart."""
    bounds = [list(chunk) for chunk in chunks]
    for before, after in itertools.pairwise(bounds):
        same = len(list(itertools.takewhile(lambda pair: pair[0] == pair[1], zip(before[1], after[0], strict=False))))
        before[1] = max(before[0], before[1][:same + 1])
        after[0] = after[0][:same + 1]
    return [(first, last) for first, last in bounds]
