"""What only the whole catalogue tells: links between folders, former ids, names that are taken, files that nobody publishes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.checks import check_catalogue
from generator.diagnostics import Span
from generator.model.content import Link
from generator.model.outline import Outline, PageOutline
from generator.rules.fields.names import RESERVED_NAME
from tests.checks.talks import STRUCTURE, at


@pytest.mark.parametrize(
    ("target", "rule", "hint"),
    [
        ("/x.md", "L001", None),
        ("../../x.md", "L001", None),
        ("gone.md", "L001", None),
        ("files/map.pdf", "L002", None),
        ("talks/participants.csv", "L002", "never-published"),
        ("about.md#gone", "L012", None),
        ("#here", None, None),
        ("about.md", None, None),
    ],
)
def test_a_page_of_the_site_that_leads_nowhere_is_broken_and_a_process_was_seen_to(
    target: str, rule: str | None, hint: str | None
) -> None:
    """A link that leads nowhere on the site's first page; of a list of people it is said that it is never published."""
    link = Link(target=target, text="כאן", is_image=False, span=Span.start_of("about.md"))
    page = PageOutline(path="about.md", url="about/")
    outline = Outline(id="", path="about.md", status="", pages=(page,), links_out=(link,))
    found = [(each.rule, each.span, each.values, each.hint) for each in check_catalogue((outline,), STRUCTURE)]
    assert found == ([(rule, link.span, {"value": target}, hint)] if rule else [])
    inner = replace(link, span=Span.start_of("talks/index.md"))
    if target.startswith(("/", "..")):
        assert list(check_catalogue((replace(outline, id="talks", path="talks", links_out=(inner,)),), STRUCTURE)) == []


@pytest.mark.parametrize(
    ("target", "is_broken"),
    [
        ("old/index.md#now", False),
        ("old/index.md#then", True),
        ("old/notes.md", False),
        ("old/map.pdf", False),
        ("old/x.md", True),
    ],
)
def test_a_former_id_leads_to_the_process_of_today_unless_something_stands_there(target: str, is_broken: bool) -> None:
    """A folder that was named like a former id would lose its pages to the process that had it."""
    link = Link(target=target, text="כאן", is_image=False, span=Span.start_of("about.md"))
    outlines = (
        Outline(
            id="", path="about.md", status="", pages=(PageOutline(path="about.md", url="about/"),), links_out=(link,)
        ),
        Outline(id="", path="old/notes.md", status="", pages=(PageOutline(path="old/notes.md", url="old/notes/"),)),
        Outline(
            id="talks",
            path="health/talks",
            status="open",
            pages=(PageOutline(path="health/talks/index.md", url="talks/", anchors=frozenset(("now",))),),
            aliases=(("old", at(2)),),
        ),
    )
    found = check_catalogue(outlines, STRUCTURE, others=("old/map.pdf",))
    assert any(each.span == link.span for each in found) is is_broken


def test_a_page_or_a_group_may_not_take_a_name_of_the_sites_own() -> None:
    """The page of the open data would be overwritten by an ordinary one."""
    taken = min(STRUCTURE.reserved_ids)
    outlines = (
        Outline(id="", path=f"{taken}.md", status=""),
        Outline(id="talks", path=f"{taken}/talks", status="open"),
        Outline(id="", path="about.md", status=""),
    )
    for some in (outlines, outlines[1:]):
        found = [(each.rule, each.values, each.span.path) for each in check_catalogue(some, STRUCTURE)]
        path = some[0].path if some[0].id == "" else f"{taken}/talks/index.md"
        assert found == [(RESERVED_NAME.code, {"value": taken}, path)]


def test_the_first_line_of_a_file_that_nothing_publishes_is_not_shown() -> None:
    """It may be a list of people, and a log of checks is read by many."""
    outline = Outline(id="talks", path="talks", status="open", unpublished=("talks/people.csv",))
    found = list(check_catalogue((outline,), STRUCTURE, others=("more.csv",)))
    assert [(each.span.path, each.values, each.is_private) for each in found] == [
        ("talks/people.csv", {"path": "talks/people.csv"}, True), ("more.csv", {"path": "more.csv"}, True),
    ]  # fmt: skip
