"""`make corpora DIR=folder`: every .docx of a folder through the importer, and whether a reader's word was lost unsaid.

Seen are the words that a reader of the file sees (`reader_words`, which shares no code with the importer); kept are those on
the pages that Sikum makes of the written Markdown, said are those that the account names. What is in neither is lost.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from benchmarks.reader_words import reader_words, words
from generator.importing.known_headings import is_known_heading
from generator.importing.placing import place_blocks
from generator.importing.word.account import make_account, markdown_of
from generator.importing.word.document import read_document
from generator.importing.word.package import UnreadableDocument
from generator.markup import plain_text, render, scan_body
from generator.structure import Structure, load_structure


class Row(Struct, frozen=True, kw_only=True):
    """What became of one file."""

    path: Path
    seen: int
    kept: int
    said: Counter[str]
    """Words by the reason for which they are left out."""
    lost: Counter[str]
    """Words that a reader sees and that are neither on a page nor in the account."""
    is_balanced: bool
    """Whether words seen are words kept and words left out, in the importer's own account."""
    seconds: float


def measure(path: Path, structure: Structure) -> Row | None:
    """Import one file; None for one that is refused, or that is no document."""
    content = path.read_bytes()
    start = time.perf_counter()
    try:
        word = read_document(content, is_known=lambda heading: is_known_heading(structure, heading))
    except UnreadableDocument:
        return None
    placement = place_blocks(word.text, structure)
    seconds = time.perf_counter() - start
    reader = reader_words(content)
    if reader is None:
        return None
    bodies = [chapter.body for chapter in placement.chapters] + [placement.brief]
    pages = [_page(body) for body in bodies]
    shown = Counter(words(" ".join(pages)))
    titles = [chapter.title or "" for chapter in placement.chapters] + [placement.title or ""]
    fields = [str(chapter.fields) for chapter in placement.chapters if chapter.fields]
    headings = [heading for heading, _ in placement.placed]
    shown.update(words(" ".join((*titles, *fields, *headings))))
    left_out = (*word.left_out, *placement.left_out)
    said: Counter[str] = Counter()
    plain = (markdown_of(each) for each in (*titles, *fields, *headings))
    account = make_account(word.seen, [("", each) for each in (*bodies, *plain)], left_out)
    for entry, count in account.left_out:
        said[entry.reason] += count
    told = [entry for entry, _ in account.left_out]
    outside = make_account(
        list(reader.elements()), [("", markdown_of(text)) for text in (*pages, *titles, *fields, *headings)], told
    )
    lost = Counter(words(" ".join(entry.text for entry, _ in outside.left_out[len(told) :])))
    named = set(words(" ".join(entry.text for entry in told)))
    for half in [each for each in lost if _is_in_two(each, named, shown)]:
        del lost[half]
    return Row(
        path=path,
        seen=sum(reader.values()),
        kept=sum((reader & shown).values()),
        said=said,
        lost=lost,
        is_balanced=account.seen == account.kept_words + account.left_out_words,
        seconds=seconds,
    )


def _is_in_two(word: str, named: Collection[str], shown: Collection[str]) -> bool:
    """Whether one half of a word is named as left out, hidden letters within it, and the other stands on a page."""
    halves = [(word[:place], word[place:]) for place in range(1, len(word))]
    return any((a in named and b in shown) or (b in named and a in shown) for a, b in halves)


def _page(markdown: str) -> str:
    """The words of the page that Sikum makes of a body."""
    body = scan_body("", markdown, 1, ())
    html = render(body, lambda target: target).html
    return plain_text(html.replace("<sup id=", " <sup id="))


def main() -> int:
    """Print the table; the exit status is 1 when anything is lost."""
    folder = Path(os.environ.get("DIR") or (sys.argv[1] if len(sys.argv) > 1 else "."))
    structure = load_structure()
    rows: list[Row] = []
    refused = 0
    for path in sorted(folder.rglob("*.docx")):
        row = measure(path, structure)
        if row is None:
            refused += 1
            continue
        rows.append(row)
        if row.lost or not row.is_balanced:
            sample = ", ".join(f"{word} ×{count}" for word, count in row.lost.most_common(8))
            print(f"{path.relative_to(folder)}: lost {sum(row.lost.values())} of {row.seen}: {sample}", flush=True)
    _table(rows, refused)
    return int(any(row.lost or not row.is_balanced for row in rows))


def _table(rows: list[Row], refused: int) -> None:
    said: Counter[str] = Counter()
    for row in rows:
        said.update(row.said)
    print(f"\n{'files read':<28}{len(rows):>10,}")
    print(f"{'files refused, with a reason':<28}{refused:>10,}")
    print(f"{'words that a reader sees':<28}{sum(row.seen for row in rows):>10,}")
    print(f"{'kept on pages':<28}{sum(row.kept for row in rows):>10,}")
    for reason, count in said.most_common():
        print(f"  left out: {reason:<16}{count:>10,}")
    print(f"{'lost unsaid':<28}{sum(sum(row.lost.values()) for row in rows):>10,}")
    print(f"{'accounts that do not settle':<28}{sum(not row.is_balanced for row in rows):>10,}")
    slowest = max(rows, key=lambda row: row.seconds, default=None)
    if slowest is not None:
        print(f"{'slowest, seconds':<28}{slowest.seconds:>10.1f}  {slowest.path.name} ({slowest.seen:,} words)")


if __name__ == "__main__":
    sys.exit(main())
