"""What the site counts equals what the files say, recomputed independently."""

import csv
import io
import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup, Tag

from tests.figures.conftest import CLOSING_DAYS, TODAY, Site
from tests.figures.recount import (
    Counted,
    all_promises,
    falls_due,
    figures,
    in_time,
    is_forgotten,
    is_late,
    is_overdue,
    led_to,
    lessons_where,
    load,
    median,
    oldest,
    outcomes_of,
    steps_of,
)


@pytest.fixture(scope="session")
def counted(site: Site) -> list[Counted]:
    """What the files say."""
    return load(site.content, TODAY)


def rows_of(pages: list[BeautifulSoup], heading: str) -> dict[str, Tag]:
    """The rows of the table that follows a heading, by where their names lead."""
    rows = (row for page in pages for row in page.select(f"{heading} ~ .table-wrap tbody tr"))
    return {only(row, "th a")["href"]: row for row in rows}


def only(place: Tag, selector: str) -> Tag:
    """The one element that the selector finds."""
    (found,) = place.select(selector)
    return found


def by_ministry(counted: list[Counted]) -> dict[str, list[Counted]]:
    """The processes that each body convened."""
    groups: dict[str, list[Counted]] = {}
    for each in counted:
        groups.setdefault(each.ministry, []).append(each)
    return groups


def shown_figures(place: Tag) -> dict[str, str]:
    """The figures of a body within a page or a row, by the names of their hooks."""
    found = {}
    for name in ("closed", "median", "open"):
        cells = place.select(f"[data-sikum-{name}]")
        assert len(cells) <= 1
        if cells:
            found[name] = cells[0][f"data-sikum-{name}"]
    return found


def test_the_catalogue_is_uneven_enough_to_tell(counted: list[Counted]) -> None:
    """Were nothing closing, overdue, waived or partly dated, the other tests would compare zeros."""
    assert {each.status for each in counted} == {"open", "closing", "closed"}
    assert any(each.lag is None for each in counted if each.status == "closed")
    assert sum(is_overdue(promise, TODAY) for _, promise in all_promises(counted)) > 10
    assert any("status" not in promise for _, promise in all_promises(counted))
    assert any("waived" in each.record["closing"] for each in counted)


def test_each_process_stands_on_the_closing_page_with_its_days(site: Site, counted: list[Counted]) -> None:
    """A ministry that closed in 12 days must not be shown with another's 120; a guess must not be shown at all."""
    rows = [row for page in site.whole_list("closing/") for row in page.select("tr[data-sikum-process]")]
    shown = {row["data-sikum-process"]: row.get("data-sikum-lag") for row in rows}
    assert len(rows) == len(shown)
    assert shown == {each.id: None if each.lag is None else str(each.lag) for each in counted}


def test_what_was_explained_instead_of_done_stands_on_the_closing_page(site: Site, counted: list[Counted]) -> None:
    """Comply or explain: an explanation that nobody sees explains nothing."""
    shown = {
        (row["data-sikum-process"], mark["data-sikum-waived"])
        for page in site.whole_list("closing/")
        for row in page.select("tr[data-sikum-process]")
        for mark in row.select("[data-sikum-waived]")
    }
    assert shown == {(each.id, name) for each in counted for name in each.record["closing"].get("waived", {})}


def test_each_body_is_shown_with_its_own_closing_figures(site: Site, counted: list[Counted]) -> None:
    """The figures of a body are read in three places, and all three have to be those of its files."""
    index = rows_of(site.whole_list("ministries/"), "#bodies")
    pages = site.whole_list("closing/ministries/") if "closing/ministries/" in site.pages else [site.soup("closing/")]
    table = rows_of(pages, "#by-body")
    for ministry, processes in by_ministry(counted).items():
        url = f"ministries/{ministry}/"
        expected = figures(processes)
        assert shown_figures(site.soup(url)) == expected
        assert shown_figures(index[url]) == expected
        assert shown_figures(table[url]) == expected
        first = oldest(processes)
        links = [a["href"] for a in table[url].select("td a")]
        assert links == ([f"{first.id}/"] if first else [])


def test_the_closing_page_sums_all_bodies_up(site: Site, counted: list[Counted]) -> None:
    """The figures at the top are the ones that get quoted."""
    page = site.soup("closing/")
    figures_shown = [dd.get_text() for dd in page.select(".figures dd")]
    lags = [each.lag for each in counted if each.status == "closed" and each.lag is not None]
    unknown = sum(each.status == "closed" and each.lag is None for each in counted)
    closing = sum(each.status == "closing" for each in counted)
    assert figures_shown == [median(lags), str(len(lags)), str(unknown), str(closing)]
    first = oldest(counted)
    assert first
    assert page.select_one(".figures + p a")["href"] == f"{first.id}/"


def test_the_table_behind_the_graph_of_spans_counts_every_closed_process_once(
    site: Site, counted: list[Counted]
) -> None:
    """A span that overlaps another would count an office's process twice."""
    cells = site.soup("closing/").select('[data-sikum-graph="lag-spans"] tbody td')
    lags = [each.lag for each in counted if each.status == "closed" and each.lag is not None]
    limits = (30, 60, 90, 180, 365)
    expected = [sum(low < lag <= high for lag in lags) for low, high in zip((-1, *limits), limits, strict=False)]
    expected.append(sum(lag > limits[-1] for lag in lags))
    assert [int(cell.get_text()) for cell in cells] == expected


def test_the_closing_table_for_spreadsheets_says_the_same(site: Site, counted: list[Counted]) -> None:
    """Whoever computes with the file must get what whoever reads the page got."""
    rows = list(csv.DictReader(io.StringIO(site.pages["closing/closing.csv"].removeprefix("\ufeff"))))
    assert {row["process"]: row["closing_lag_days"] for row in rows} == {
        each.id: "" if each.lag is None else str(each.lag) for each in counted
    }


def test_every_promise_is_listed_with_its_status(site: Site, counted: list[Counted]) -> None:
    """A promise that is on no list was never made, as far as a reader can see."""
    shown = Counter(
        (holder["data-sikum-process"], mark["data-sikum-promise"], mark["data-status"])
        for page in site.whole_list("promises/")
        for holder in page.select("[data-sikum-process]")
        for mark in holder.select("[data-sikum-promise]")
    )
    assert shown == Counter(
        (each.id, promise["id"], promise.get("status", "")) for each, promise in all_promises(counted)
    )


def test_promises_by_status_are_those_and_no_others(site: Site, counted: list[Counted]) -> None:
    """The list of what was not kept is the one that is looked for, and what is overdue the next."""
    wanted = Counter(promise.get("status", "unstated") for _, promise in all_promises(counted))
    wanted["overdue"] = sum(is_overdue(promise, TODAY) for _, promise in all_promises(counted))
    front = site.soup("promises/")
    links = {a["href"]: int(a.select_one(".count").get_text()) for a in front.select(".tags a")}
    links |= {li.a["href"]: int(li.b.get_text()) for li in front.select(".tally li") if li.a}
    assert links == {f"promises/statuses/{status}/": count for status, count in wanted.items()}
    for status, count in wanted.items():
        pages = site.whole_list(f"promises/statuses/{status}/")
        assert sum(len(page.select("[data-sikum-promise]")) for page in pages) == count
    tally = [int(b.get_text()) for b in site.soup("promises/").select(".tally b")]
    assert sum(tally) == sum(1 for _ in all_promises(counted))


def test_each_body_answers_for_its_own_promises(site: Site, counted: list[Counted]) -> None:
    """Figures per ministry are what a reviewer asks an office about."""
    pages = (
        site.whole_list("promises/ministries/") if "promises/ministries/" in site.pages else [site.soup("promises/")]
    )
    rows = rows_of(pages, "#by-body")
    for ministry, processes in by_ministry(counted).items():
        promises = [promise for _, promise in all_promises(processes)]
        counts = Counter(promise.get("status") for promise in promises)
        late = sum(is_overdue(promise, TODAY) for promise in promises)
        statuses = ("kept", "partly", "not-kept", "changed", "pending")
        cells = [int(cell.get_text()) for cell in rows[f"promises/ministries/{ministry}/"].select("td")]
        assert cells == [len(promises), *(counts[status] for status in statuses), late]
        kept = f"{counts['kept']} מתוך {len(promises)}"
        assert kept in site.soup(f"ministries/{ministry}/").select_one(".figures").get_text()
        for status in (*statuses, "overdue"):
            count = late if status == "overdue" else counts[status]
            url = f"promises/ministries/{ministry}/{status}/"
            listed = site.whole_list(url) if url in site.pages else []
            assert sum(len(page.select("[data-sikum-promise]")) for page in listed) == count


def lessons_on(site: Site, url: str) -> int:
    """How many lessons a list holds; none where there is no such list."""
    return sum(len(page.select(".lessons > li")) for page in site.whole_list(url)) if url in site.pages else 0


def test_every_lesson_is_found_by_verdict_method_kind_and_body(site: Site, counted: list[Counted]) -> None:
    """An editor looks for "what worked less in round tables": a lesson left out there is learnt once more."""
    assert lessons_on(site, "lessons/") == lessons_where(counted, lambda _each, _lesson: True)
    verdicts = {lesson["verdict"] for each in counted for lesson in each.lessons}
    names = {
        "methods": lambda each: each.record["methods"],
        "kinds": lambda each: [each.record["kind"]],
        "ministries": lambda each: [each.ministry],
    }
    for verdict in verdicts:
        expected = lessons_where(counted, lambda _each, lesson, wanted=verdict: lesson["verdict"] == wanted)
        assert lessons_on(site, f"lessons/verdicts/{verdict}/") == expected
    for dimension, of in names.items():
        for value in {name for each in counted for name in of(each)}:
            url = f"lessons/{dimension}/{value}/"
            holders = [each for each in counted if value in of(each)]
            assert lessons_on(site, url) == sum(len(each.lessons) for each in holders)
            for verdict in verdicts:
                expected = sum(lesson["verdict"] == verdict for each in holders for lesson in each.lessons)
                assert lessons_on(site, f"{url}{verdict}/") == expected


def test_what_worked_less_in_round_tables_is_two_steps_away(site: Site) -> None:
    """The way an editor goes who starts a new process, without a script."""
    first = site.soup("lessons/").select_one('a[href="lessons/methods/round-table/"]')
    assert first
    second = site.soup(first["href"]).select_one('.tags a[href="lessons/methods/round-table/worked-less/"]')
    assert second
    assert site.soup(second["href"]).select(".lessons .state--worked-less")
    assert not site.soup(second["href"]).select(".lessons .state--worked")


def test_every_list_holds_exactly_its_processes(site: Site, counted: list[Counted]) -> None:
    """A process that is missing from a list of its topic is lost to whoever goes by topics."""
    lists = {
        "": lambda _each: [""],
        "topics/": lambda each: each.record["topics"],
        "years/": lambda each: [each.record["end_date"][:4]],
        "kinds/": lambda each: [each.record["kind"]],
        "methods/": lambda each: each.record["methods"],
        "statuses/": lambda each: [each.status],
    }
    for base, of in lists.items():
        for value in {name for each in counted for name in of(each)}:
            url = f"{base}{value}/" if value else ""
            pages = site.whole_list(url)
            cards = [
                card["data-sikum-process"]
                for page in pages
                for card in page.select("[data-sikum-results] [data-sikum-process]")
            ]
            expected = [each.id for each in counted if value in of(each)]
            assert sorted(cards) == sorted(expected)
            assert {page.select_one("[data-sikum-results]")["data-count"] for page in pages} == {str(len(expected))}


def test_a_successor_lists_what_it_took_over_and_counts_only_its_own(site: Site, counted: list[Counted]) -> None:
    """A renamed ministry keeps its history in sight, and nobody is praised or blamed for a predecessor's days."""
    groups = by_ministry(counted)
    pages = site.whole_list("ministries/body-01/")
    cards = {
        card["data-sikum-process"]
        for page in pages
        for card in page.select("[data-sikum-results] [data-sikum-process]")
    }
    assert cards == {each.id for each in (*groups["body-00"], *groups["body-01"])}
    assert shown_figures(pages[0]) == figures(groups["body-01"])
    assert pages[0].select('header a[href="ministries/body-00/"]')
    assert site.soup("ministries/body-00/").select('header a[href="ministries/body-01/"]')


def test_the_first_page_says_how_much_there_is(site: Site, counted: list[Counted]) -> None:
    """The totals are the first thing a reader sees of the whole."""
    totals = site.soup("").select_one(".hero .dots").get_text(" ")
    people = sum(int(each.record["participants_count"]) for each in counted)
    assert f"{len(counted)} תהליכים" in totals
    assert f"{len(by_ministry(counted))} גופים" in totals
    assert f"{people:,} משתתפים" in totals


def test_no_page_grows_with_the_catalogue(site: Site) -> None:
    """A list of everything on one page is what makes a site slow for all who come after."""
    for html in (page for url, page in site.pages.items() if not url.endswith(".csv")):
        assert html.count("data-sikum-promise=") <= 20
        assert html.count('class="card"') <= 20


def test_each_outcome_stands_in_the_list_of_all_and_under_its_state_type_year_and_body(
    site: Site, counted: list[Counted]
) -> None:
    """ "What came of it" would leave out a process, or promise a decision that nobody took."""
    every = [(each, outcome) for each in counted for outcome in outcomes_of(each)]
    shown = sum(len(page.select("article.promise")) for page in site.whole_list("outcomes/"))
    assert shown == len(every) > 50
    first = site.whole_list("outcomes/")[0]
    tags = {
        link["href"].split("outcomes/")[-1]: int(only(link, ".count").text.replace(",", ""))
        for link in first.select("a.tag")
    }
    said = Counter(f"states/{outcome['state']}/" for _, outcome in every if outcome["type"] != "none")
    said += Counter(f"types/{outcome['type']}/" for _, outcome in every)
    said += Counter(f"ministries/{each.ministry}/" for each, _ in every)
    years = (str(outcome.get("date") or outcome.get("due") or "undated")[:7] for _, outcome in every)
    said += Counter(f"years/{year if year == 'undated' else year[:4]}/" for year in years)
    assert {name: count for name, count in tags.items() if name != "states/stale/"} == dict(said)
    for name, count in tags.items():
        pages = site.whole_list(f"outcomes/{name}")
        assert sum(len(page.select("article.promise")) for page in pages) == count, name


def test_the_sentence_on_outcomes_is_what_the_files_say(site: Site, counted: list[Counted]) -> None:
    """It is the figure that is quoted: a wrong one would be quoted too."""
    for url, processes in [
        ("outcomes/", counted),
        *((f"outcomes/ministries/{body}/", own) for body, own in by_ministry(counted).items()),
    ]:
        if any(map(outcomes_of, processes)) and (figures_told := led_to(processes))[0]:
            sentence = only(site.whole_list(url)[0], ".page-head + p").get_text()
            numbers = [int(number) for number in re.findall(r"\d+", sentence.replace(",", ""))]
            assert numbers == list(figures_told) or (figures_told[0] < 3 and numbers == list(figures_told[1:]))


def test_every_next_step_and_outcome_has_its_state_in_the_data(site: Site, counted: list[Counted]) -> None:
    """A step that is called late in one place and open in another is believed in neither."""
    steps = [(each.id, step["state"], is_late(step, TODAY)) for each in counted for step in steps_of(each)]
    assert Counter(steps) == Counter((row["process"], row["state"], row["overdue"]) for row in site.tables["steps"])
    assert {state for _, state, _ in steps} == {"open", "done", "dropped"}
    assert sum(late for *_, late in steps) > 10
    outcomes = [
        (each.id, outcome["type"], outcome["state"], is_forgotten(outcome, TODAY))
        for each in counted
        for outcome in outcomes_of(each)
    ]
    told = ((row["process"], row["type"], row["state"], row["stale"]) for row in site.tables["outcomes"])
    assert Counter(outcomes) == Counter(told)
    assert 10 < sum(forgotten for *_, forgotten in outcomes) < len(outcomes) / 2


def test_each_process_is_in_time_late_or_explained(site: Site, counted: list[Counted]) -> None:
    """An office that explained would be called late, or one that is late would not."""
    wanted = {each.id: found for each in counted if (found := in_time(each, TODAY, CLOSING_DAYS)) is not None}
    told = {
        row["process"]: (row["timeliness"], row["days_late"]) for row in site.tables["closing"] if row["timeliness"]
    }
    assert told == wanted
    assert {name for name, _ in wanted.values()} == {"in-time", "late", "late-explained"}


def test_what_falls_due_is_what_the_files_say(site: Site, counted: list[Counted]) -> None:
    """What is on no list and in no calendar is forgotten again."""
    wanted = Counter(falls_due(counted, CLOSING_DAYS))
    assert Counter(site.due) == wanted
    assert {kind for kind, _, _ in wanted} == {"output", "promise", "outcome", "step"}
    assert [day for *_, day in site.due] == sorted(day for *_, day in site.due)
