"""Pages of the site that belong to no process, with their outlines."""

from __future__ import annotations

from generator.diagnostics import Finding, Span, finding
from generator.model.outline import Outline, PageOutline
from generator.model.published import OrdinaryPage
from generator.pipeline.discovery import Reader, Tree
from generator.reading import read_ordinary_page
from generator.reading.translations import translated
from generator.rules.links.files import SYMBOLIC_LINK
from generator.structure import Structure


def ordinary_pages(
    tree: Tree, reader: Reader, structure: Structure, language: str
) -> tuple[tuple[OrdinaryPage, ...], tuple[Outline, ...], tuple[Finding, ...]]:
    """The site's own pages in its language: `about.ar.md` stands in for `about.md` in an Arabic site, and in no other."""
    in_language = {
        known[0]: entry for entry in tree.pages if (known := translated(entry.path, structure)) and known[1] == language
    }
    originals = [entry for entry in tree.pages if translated(entry.path, structure) is None]
    lone = [entry for path, entry in in_language.items() if all(each.path != path for each in originals)]
    pages: list[OrdinaryPage] = []
    outlines: list[Outline] = []
    findings: list[Finding] = []
    for original in sorted((*originals, *lone), key=lambda entry: entry.path):
        entry = in_language.get(original.path, original)
        if entry.is_link:
            findings.append(finding(SYMBOLIC_LINK, Span.start_of(entry.path), {"path": entry.path}))
            continue
        path = (translated(entry.path, structure) or (entry.path, ""))[0]
        page, found = read_ordinary_page(entry.path, reader.read(entry.path), structure, address=path)
        findings += found
        if page is not None:
            outlines.append(page_outline(page, path))
            if page.body.is_readable:
                pages.append(page)
    return tuple(pages), tuple(outlines), tuple(findings)


def page_outline(page: OrdinaryPage, *originals: str) -> Outline:
    """A page's outline; links to the `originals` lead to the page that stands in for them."""
    anchors = frozenset(heading.id for heading in page.body.headings)
    return Outline(
        id="",
        path=page.path,
        status="",
        pages=tuple(
            PageOutline(path=path, url=page.url, anchors=anchors) for path in dict.fromkeys((page.path, *originals))
        ),
        links_out=page.body.links,
    )
