"""The index we write is one that Pagefind would write: an upgrade that changes its format must fail here, in plain words."""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
from importlib.metadata import version
from typing import Any

from pagefind.service import get_executable

from generator.search.cbor import array, integer
from generator.search.inverted import Inverted, exchanged
from generator.search.pagefind import SIGNATURE, VERSION, chunk_file, chunk_uri, engine_files, plan_chunks, table_files


def integer_list(*values: int) -> bytes:
    """An array of integers, packed."""
    return array(len(values)) + b"".join(map(integer, values))


def read_cbor(content: bytes, at: int = 0) -> tuple[Any, int]:
    """The value that begins at `at`, and where it ends."""
    major, value = content[at] >> 5, content[at] & 31
    at += 1
    if value >= 24:
        size = 1 << value - 24
        value, at = int.from_bytes(content[at : at + size]), at + size
    if major == 4:
        items = []
        for _ in range(value):
            item, at = read_cbor(content, at)
            items.append(item)
        return items, at
    if major == 3:
        return content[at : at + value].decode(), at + value
    return (value if major == 0 else -1 - value), at


def opened(content: bytes) -> Any:
    """The value in a file of the index."""
    plain = gzip.decompress(content)
    assert plain.startswith(SIGNATURE)
    value, end = read_cbor(plain, len(SIGNATURE))
    assert end == len(plain)
    return value


def pagefinds(pages: list[str]) -> dict[str, bytes]:
    """The files that Pagefind's own command makes of these texts."""
    requests: list[dict[str, Any]] = [{"type": "NewIndex", "config": {}}]
    requests += [
        {"type": "AddRecord", "index_id": 0, "url": f"/{number}/", "content": text, "language": "he"}
        for number, text in enumerate(pages)
    ]
    requests += [{"type": "GetFiles", "index_id": 0}]
    with subprocess.Popen(
        [str(get_executable()), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as service:
        assert service.stdin
        assert service.stdout
        answer = b""
        for number, payload in enumerate(requests):
            service.stdin.write(
                base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b","
            )
            service.stdin.flush()
            answer = b""
            while not answer.endswith(b","):
                answer += service.stdout.read1()  # type: ignore[attr-defined]
        service.stdin.close()
    files = json.loads(base64.b64decode(answer[:-1]))["payload"]["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


def test_the_version_is_the_one_whose_format_we_write() -> None:
    """A newer engine would read our index wrongly and find nothing, without an error."""
    assert version("pagefind") == VERSION, (
        f"read docs/search.md, then set VERSION in generator/search/pagefind.py ({VERSION})"
    )


def test_our_index_has_the_shape_of_pagefinds() -> None:
    """The two are compared on the same words: the same pages, terms and places, the same kinds of value."""
    texts = ["alpha beta alpha gamma", "beta delta"]
    theirs = pagefinds(texts)
    meta = opened(next(content for name, content in theirs.items() if name.endswith(".pf_meta")))
    words = opened(next(content for name, content in theirs.items() if name.endswith(".pf_index")))
    alpha = integer_list(-25, 0, 2) + array(0)
    index = Inverted(terms=[], counts=b"", sizes=b"", pages=b"", lengths=b"", content=b"")
    for page, pieces in enumerate(({"alpha": alpha}, {"beta": integer_list(1) + array(0)})):
        index = exchanged(index, page, pieces, is_new=True)
    chunks = enumerate(plan_chunks(index, index.offsets()))
    ours = table_files("x", [4, 2], index)
    ours |= {chunk_uri("x", number): chunk_file(index, index.offsets(), *each) for number, each in chunks}
    our_meta = opened(ours["index/x.pf_meta"])
    assert meta[0] == our_meta[0] == VERSION
    assert [length for _, length in sorted(meta[1], key=lambda page: -page[1])] == [length for _, length in our_meta[1]]
    assert len(meta[1][0]) == len(our_meta[1][0])
    assert len(meta) == len(our_meta) == 6
    assert our_meta[2:] == [[], [], [], []]  # which chunks there are, the browser reads elsewhere
    [our_words] = opened(ours["index/x0.pf_index"])
    their_alpha = next(word for word in words[0] if word[0] == "alpha")
    our_alpha = next(word for word in our_words if word[0] == "alpha")
    assert their_alpha[1][0][1:] == our_alpha[1][0][1:]
    assert their_alpha[2] == our_alpha[2] == []
    assert gzip.decompress(ours["index/x.pack"]) == b"a"


def test_the_engine_is_pagefinds_own() -> None:
    """The site would ship a program that nobody made."""
    theirs = pagefinds(["x"])
    for name, content in engine_files().items():
        assert content == theirs[name]
