"""`sikum check --links`: whether pages on other hosts are there. Asked only on request, a bounded number, never in a build."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from generator.diagnostics import Finding, Span, finding
from generator.pipeline.catalogue import CheckedCatalogue
from generator.rules.links.pages import UNREACHABLE_LINK

TIMEOUT_SECONDS = 10
MOST_ADDRESSES = 2_000
WORKERS = 8


def check_outside_links(checked: CheckedCatalogue) -> Iterator[Finding]:
    """A finding at every place that links to an address which does not answer. Asks each address once."""
    places: dict[str, list[Span]] = defaultdict(list)
    for outline in checked.outlines:
        for link in outline.links_out:
            address = link.target.partition("#")[0]
            if address.startswith(("http://", "https://")):
                places[address].append(link.span)
    addresses = sorted(places)[:MOST_ADDRESSES]
    with ThreadPoolExecutor(WORKERS) as pool:
        for address, is_there in zip(addresses, pool.map(answers, addresses), strict=True):
            if not is_there:
                for span in places[address]:
                    path = checked.options.prefix + span.path
                    span = Span(path, span.line, span.column, span.end_line, span.end_column)
                    yield finding(UNREACHABLE_LINK, span, {"value": address})


def answers(address: str) -> bool:
    """Whether a page answers a HEAD, or where that is refused a GET, with anything but "not there"."""
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(address, method=method, headers={"User-Agent": "sikum-check"})  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS):  # noqa: S310 - http and https only, above
                return True
        except urllib.error.HTTPError as error:
            if error.code not in (403, 405, 429, 501, 503):
                return False
        except (OSError, ValueError):
            return False
    return True
