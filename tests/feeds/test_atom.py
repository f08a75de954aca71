"""`/feeds/*.xml`: what somebody who follows a ministry is told, and that readers understand it."""

from __future__ import annotations

import re

from lxml import etree
from msgspec.structs import replace

from generator.feeds import catalogue_jobs, process_job
from generator.model.dates import PartialDate
from generator.model.published import PublishedCatalogue, PublishedProcess
from generator.model.record import Change
from generator.rendering.context import SiteContext

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "https://example.org/sikum/"


def feeds(catalogue: PublishedCatalogue, context: SiteContext) -> dict[str, etree._Element]:
    """Every feed by uri, parsed as a strict reader would."""
    parsed = {}
    for job in catalogue_jobs(catalogue, context):
        for file in job.build():
            assert isinstance(file.content, str)
            parsed[file.uri] = etree.fromstring(file.content.encode())
    return parsed


def entries(feed: etree._Element) -> list[tuple[str, str]]:
    """Id and date of each entry, in order."""
    return [(entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}updated")) for entry in feed.findall(f"{ATOM}entry")]


def test_all_news_stand_in_one_feed_the_latest_first(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """Publications, changes and new updates of promises, by the dates the data has; a year alone is its first day."""
    assert entries(feeds(catalogue, context)["feeds/all.xml"]) == [
        (f"{BASE}tables/#change-2024", "2024-01-01T00:00:00Z"),
        (f"{BASE}tables/#change-2023-09-03", "2023-09-03T00:00:00Z"),
        (f"{BASE}tables/#change-2023-09-03-2", "2023-09-03T00:00:00Z"),
        (f"{BASE}tables/", "2023-08-20T00:00:00Z"),
        (f"{BASE}tables/promises/#summary-2023-08-20", "2023-08-20T00:00:00Z"),
        (f"{BASE}early/", "2020-05-05T00:00:00Z"),
    ]


def test_every_feed_is_what_the_atom_standard_asks_for(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """RFC 4287: exactly one id, title and updated; an author; a self link; an alternate link for an entry; unique ids."""
    found = feeds(catalogue, context)
    assert set(found) == {
        "feeds/all.xml",
        "feeds/health.xml",
        "feeds/welfare.xml",
        "feeds/empty.xml",
        "feeds/topics/water.xml",
    }
    for uri, feed in found.items():
        assert feed.tag == f"{ATOM}feed"
        assert feed.get(LANG) == "he"
        assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"{BASE}{uri}"
        for node in (feed, *feed.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(node.findall(f"{ATOM}{name}")) == 1, (uri, name)
            assert node.findtext(f"{ATOM}id").startswith("https://")
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", node.findtext(f"{ATOM}updated"))
            assert node.findtext(f"{ATOM}author/{ATOM}name")
            assert node.find(f"{ATOM}link[@rel='alternate']").get("href").startswith(BASE)
        ids = [identity for identity, _ in entries(feed)]
        assert len(ids) == len(set(ids))


def test_an_entry_speaks_its_process_s_language_and_names_its_body(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """A screen reader reads an Arabic title in a Hebrew feed with an Arabic voice."""
    found = {
        entry.findtext(f"{ATOM}id"): entry
        for entry in feeds(catalogue, context)["feeds/all.xml"].findall(f"{ATOM}entry")
    }
    assert found[f"{BASE}early/"].get(LANG) == "ar"
    assert found[f"{BASE}tables/"].get(LANG) == "he"
    assert found[f"{BASE}tables/"].findtext(f"{ATOM}author/{ATOM}name") == "משרד הבריאות"


def test_what_an_editor_writes_is_text_and_not_markup(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """A summary is declared as HTML: `<` in a note must not open a tag in the reader."""
    feed = feeds(catalogue, context)["feeds/all.xml"]
    summaries = [entry.findtext(f"{ATOM}summary") for entry in feed.findall(f"{ATOM}entry")]
    assert "תוקן &lt;שם&gt;." in summaries


def test_the_successor_s_feed_goes_on_with_what_the_former_body_left(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """Who follows the health ministry hears of promises that the welfare ministry handed over."""
    found = feeds(catalogue, context)
    assert (f"{BASE}early/", "2020-05-05T00:00:00Z") in entries(found["feeds/health.xml"])
    assert entries(found["feeds/welfare.xml"]) == [(f"{BASE}early/", "2020-05-05T00:00:00Z")]


def test_a_body_without_news_has_a_sound_feed_that_never_changes(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """Its page links to the feed; and a date from the clock would make two builds differ."""
    feed = feeds(catalogue, context)["feeds/empty.xml"]
    assert entries(feed) == []
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_a_withdrawn_process_is_in_no_feed(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """It is on no list."""
    for feed in feeds(catalogue, context).values():
        assert "gone" not in etree.tostring(feed, encoding="unicode")


def test_there_are_no_feeds_without_an_address(catalogue: PublishedCatalogue, nowhere: SiteContext) -> None:
    """A relative link in a feed leads nowhere in a reader."""
    assert feeds(catalogue, nowhere) == {}


def test_only_the_newest_fifty_are_told(
    catalogue: PublishedCatalogue, context: SiteContext, early: PublishedProcess
) -> None:
    """A feed stays small however old the catalogue is."""
    changes = tuple(Change(date=PartialDate(1990 + n), note=str(n)) for n in range(60))
    busy = replace(early, record=replace(early.record, changes=changes))
    told = entries(feeds(replace(catalogue, processes=(busy,)), context)["feeds/all.xml"])
    assert len(told) == 50
    assert told[0][1].startswith("2049")


def test_a_character_that_xml_forbids_does_not_break_the_feed(
    catalogue: PublishedCatalogue, context: SiteContext, early: PublishedProcess
) -> None:
    """Under `mkdocs serve` a faulty title is shown, and the preview must not fall over it."""
    odd = replace(early, record=replace(early.record, title="א\x0bב\ufffe"))
    feed = feeds(replace(catalogue, processes=(odd,)), context)["feeds/all.xml"]
    assert feed.find(f"{ATOM}entry").findtext(f"{ATOM}title") == "א\ufffdב\ufffd"


def test_mending_a_note_makes_no_news(
    catalogue: PublishedCatalogue, context: SiteContext, tables: PublishedProcess
) -> None:
    """Followers would otherwise be told again of every corrected typing mistake."""
    changes = tuple(replace(change, note=f"{change.note} (תוקן)") for change in tables.record.changes)
    mended = replace(tables, record=replace(tables.record, changes=changes))
    before = entries(feeds(catalogue, context)["feeds/all.xml"])
    assert (
        entries(feeds(replace(catalogue, processes=(mended, catalogue.processes[1])), context)["feeds/all.xml"])
        == before
    )


def test_only_the_feeds_of_the_bodies_concerned_are_made_again(
    catalogue: PublishedCatalogue, context: SiteContext, early: PublishedProcess
) -> None:
    """One change in a catalogue of sixty bodies writes two or three feeds."""
    renamed = replace(early, record=replace(early.record, title="אחר"))
    before = {job.id: job.key for job in catalogue_jobs(catalogue, context)}
    after = {
        job.id: job.key
        for job in catalogue_jobs(replace(catalogue, processes=(catalogue.processes[0], renamed)), context)
    }
    assert [name for name in before if before[name] != after[name]] == ["feed/all", "feed/health", "feed/welfare"]


def test_the_feed_of_a_process_is_made_again_where_it_has_something_else_to_tell(
    catalogue: PublishedCatalogue, context: SiteContext
) -> None:
    """A sentence more in a chapter is no news; a change of the record, its title and another site are."""
    process = next(each for each in catalogue.counted if each.id == "tables")
    key = process_job(process, context).key
    chapter, *others = process.chapters
    longer = replace(chapter, body=replace(chapter.body, text=f"{chapter.body.text} And more."))
    assert process_job(replace(process, chapters=(longer, *others)), context).key == key
    told = replace(process.record, changes=(*process.record.changes, Change(date=PartialDate(2025), note="Mended")))
    renamed = replace(process.record, title="Another title")
    for other in (told, renamed, replace(process.record, example=True)):
        assert process_job(replace(process, record=other), context).key != key
    assert process_job(process, replace(context, site_url="https://example.com/")).key != key


def test_of_an_example_there_is_no_feed(catalogue: PublishedCatalogue, context: SiteContext) -> None:
    """Nor of anything where the site has no address."""
    process = next(each for each in catalogue.counted if each.id == "tables")
    assert [file.uri for file in process_job(process, context).build()] == ["tables/feed.xml"]
    example = replace(process, record=replace(process.record, example=True))
    assert not list(process_job(example, context).build())
    assert not list(process_job(process, replace(context, site_url=None)).build())
