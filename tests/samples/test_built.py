"""The sample catalogue as readers get it, in three languages: no name of a file, no number that disagrees with its word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from msgspec.structs import replace

from generator.cli.folder import open_project
from generator.model.site import ROOT as PAGE_ROOT
from generator.model.site import Page
from generator.pipeline.build import site_jobs
from generator.rules import RULES

ROOT = Path(__file__).parents[2]
LANGUAGES = ("he", "ar", "en")
FOR_EDITORS = ("guide/rules/", "data/")
"""Pages that speak of files and tables by their names, to those who write or read them."""
SHOWN_AS_IT_IS = ("code", "pre", "script", "style", "svg")


@cache
def pages(language: str) -> dict[str, BeautifulSoup]:
    """The pages of the sample catalogue for a site in this language, by their URLs."""
    project = open_project(ROOT)
    builder = project.builder()
    try:
        checked = builder.check(project.options(today="2026-11-28", language=language))
        assert not checked.has_errors, "pages of the site stand in for one another by language"
        files = [file for job in site_jobs(checked) for file in job.build()]
    finally:
        builder.close()
    made = {file.content.url: file.content for file in files if isinstance(file.content, Page)}
    return {
        url: BeautifulSoup((page.body + page.side + page.pager).replace(PAGE_ROOT, ""), "html.parser")
        for url, page in made.items()
    }


def texts(soup: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """What is read on a page, piece by piece, and the tag it stands in."""
    for piece in soup.find_all(string=True):
        inside = piece.parent
        if type(piece) is NavigableString and inside and not inside.find_parent(SHOWN_AS_IT_IS):
            if inside.name not in SHOWN_AS_IT_IS and str(piece).strip():
                yield inside, str(piece)


def for_readers(language: str) -> Iterator[tuple[str, BeautifulSoup]]:
    """The pages that are not for editors."""
    for url, soup in pages(language).items():
        if not url.startswith(FOR_EDITORS):
            yield url, soup


@cache
def texts_for_readers(language: str) -> tuple[tuple[str, Tag, str], ...]:
    """URL, tag and piece of all that is read on the pages that are not for editors."""
    return tuple((url, inside, text) for url, soup in for_readers(language) for inside, text in texts(soup))


def lines(soup: BeautifulSoup) -> Iterator[str]:
    """What is read in one go: a paragraph, an item, a cell, a heading; the innermost of those that hold one another."""
    blocks = ["p", "li", "h1", "h2", "h3", "td", "th", "dd", "dt", "figcaption", "summary", "caption", "label"]
    for block in soup.find_all(blocks):
        if not block.find(blocks):
            own = copy(block)
            for address in own.select("bdi.address, code"):
                address.decompose()
            yield " ".join(re.sub(r"https?://\S+", " ", own.get_text(" ")).split())


CODES = re.compile(rf"\b(?:{'|'.join(rule.code for rule in RULES)})\b|\b(?:{'|'.join(rule.name for rule in RULES)})\b")
NAMES = re.compile(
    r"\b[\w-]+\.(?:md|yml|csv|json|xlsx|docx)\b|\b[a-z]+_[a-z_]+\b|\b(?:closing|output|participants)\.[a-z_]+"
)
SPEC = re.compile(r"spec(?:ification)? \d|מפרט \d|المواصفة \d")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_for_readers_shows_a_code_a_file_or_a_number_of_the_specification(language: str) -> None:
    """A citizen who asks what became of her words is shown `closing.waived`, as if she had to write it."""
    shown = {
        (url, found[0])
        for url, inside, text in texts_for_readers(language)
        for pattern in (CODES, NAMES, SPEC)
        for found in pattern.finditer(text)
        if not inside.find_parent(["bdi"], class_="address") and "://" not in text and "@" not in text
    }
    assert shown == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_is_written_without_names_of_fields_and_files(language: str) -> None:
    """An official who closes a process for the first time was shown `promises.yml` and `closing.next_steps`."""
    assert pages(language)["guide/"].find("code") is None
    assert pages(language)["guide/rules/"].select_one("section:has(> #fields) code") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_explained_is_called_by_its_title(language: str) -> None:
    """`The reason for 'responses'` on a citizen's page is a key of a file."""
    titles = {
        line.get_text().partition(":")[0]
        for url in ("closing/", "green-growth/", "ogp-action-plan-3/", "emergency-resilience/")
        for line in pages(language)[url].select("[data-sikum-waived]")
    }
    ids = {line["data-sikum-waived"] for line in pages(language)["closing/"].select("[data-sikum-waived]")}
    assert {"responses", "expected", "approvals"} <= ids
    assert not [title for title in titles if re.search(rf"(?<![\w ])(?:{'|'.join(ids)})(?![\w ])", title)]


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("promises/", "example-full/promises/"),
        ("lessons/", "example-full/"),
        ("outcomes/", "example-full/#outcomes"),
        ("closing/", "example-full/"),
    ],
)
def test_a_list_says_that_made_up_examples_are_not_in_it_and_leads_to_them(url: str, where: str) -> None:
    """Who came for the promises of the example found one promise of another process, and nothing that said why."""
    (note,) = (p for p in pages("en")[url].find_all("p") if "not in this list" in p.get_text())
    assert where in [link["href"] for link in note.find_all("a")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_page_says_in_each_other_language_what_can_be_read_in_it(language: str) -> None:
    """A reader of Arabic left a Hebrew front page, though a process was whole in Arabic two clicks away."""
    lines = {line["lang"]: line for line in pages(language)[""].select(".other-language")}
    assert set(lines) == {"ar", "en"}
    assert lines["en"].get_text().strip() == "Also in English: The national green growth plan"
    assert [link["href"] for link in lines["ar"].find_all("a")] == ["green-growth/ar/"]


def test_the_page_of_closings_leads_to_the_way_to_close() -> None:
    """The footer's "Closing of processes" is what an office clicks that wants to know how."""
    assert pages("he")["closing/"].find("a", href="guide/") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_vocabulary_is_shown_by_its_id(language: str) -> None:
    """`round-table` in the middle of a Hebrew line is what a title that is missing looks like."""
    structure = open_project(ROOT).options().structure_path
    assert structure is None
    from generator.structure import load_structure

    vocabularies = load_structure().vocabularies.values()
    ids = {term.id for vocabulary in vocabularies for term in vocabulary.terms if "-" in term.id}
    found = {(url, text) for url, _, text in texts_for_readers(language) if text.strip() in ids}
    assert found == set()


ONE = {
    "he": r"(?<![\d,.–/])1 (?:תהליכים|משתתפים|הבטחות|גופים|לקחים|ימים|מענים|מפגשים|תוצאות|דוגמאות)",
    "ar": r"(?<![\d,.–/])1 (?:عمليات|مشاركين|وعود|جهات|دروس|أيام|ردود|لقاءات|نتائج|أمثلة)",
    "en": r"(?<![\d,.–/])1 (?:processes|participants|promises|bodies|lessons|days|responses|meetings|outcomes|examples)\b",
}
TWO = {"he": r"(?<![\d,.–/])2 (?:תהליכים|ימים|הבטחות)\b", "ar": r"(?<![\d,.–/])2 (?:عمليات|أيام|وعود)\b", "en": r"(?!)"}
VOTES = {"he": r"(?<![א-ת])ה?קולות", "ar": r"أصوات|صوتًا", "en": r"\bvoices\b"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_agree_with_their_words_and_participants_are_no_votes(language: str) -> None:
    """`1 processes` is a machine's, and `34 voices` a poll that nobody held."""
    found = {
        (url, match[0])
        for url, soup in for_readers(language)
        for words in lines(soup)
        for pattern in (ONE[language], TWO[language], VOTES[language])
        for match in re.finditer(pattern, words)
    }
    assert found == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_range_of_years_is_kept_in_its_order_and_on_its_line(language: str) -> None:
    """From right to left 2016–2017 reads 2017–2016, and at a line's end it was broken in two."""
    loose = {
        (url, text.strip())
        for url, inside, text in texts_for_readers(language)
        if re.search(r"(?<!\d)(?:19|20)\d\d–(?:19|20)\d\d(?!\d)", text)
        and inside.name not in ("title", "option")
        and not (inside.name == "bdi" and inside.get("dir") == "ltr")
        and (inside.find_parent(["bdi"]) is None)
    }
    assert loose == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_one_kind_of_dash_and_one_pair_of_quotation_marks(language: str) -> None:
    """Two hands are seen in one sentence: `-` here, `—` there, and three kinds of quotation marks."""
    found = {
        (url, match[0])
        for url, inside, text in texts_for_readers(language)
        for match in re.finditer(r"\S+ - \S+|\S*—\S*|\S*[„«»]\S*|[בהוכלמש]-\d+", text)
        if not inside.find_parent(lang="en") or language == "en"
    }
    assert found == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_stands_over_nothing(language: str) -> None:
    """A section with a title and no item says that something was lost."""
    empty = {
        (url, section.get_text(" ").strip())
        for url, soup in pages(language).items()
        for section in soup.find_all("section")
        if (head := section.find(["h2", "h3"]))
        and section.get_text("").strip() == head.get_text("").strip()
        and not section.find(["img", "svg", "form", "input"])
    }
    assert empty == set()


@pytest.mark.parametrize(("language", "letters"), [("ar", "ء-ي"), ("en", "A-Za-z")])
def test_the_translated_process_has_no_hebrew_on_its_pages(language: str, letters: str) -> None:
    """Whole in another language is what a reader of it can read to the end, the author's name among it."""
    own = {url: soup for url, soup in pages("he").items() if url.startswith(f"green-growth/{language}/")}
    assert {"", "responses/", "meetings/2012-03-second-table/"} <= {
        url.removeprefix(f"green-growth/{language}/") for url in own
    }
    for url, soup in own.items():
        if url.endswith(("/print/", "/brief/")):
            continue  # the record's reasons and sources are in it, which are written in one language
        for marked in soup.find_all(lang="he"):
            marked.decompose()
        words = soup.get_text(" ").replace("עברית", "")
        assert re.search(f"[{letters}]", words)
        assert re.findall("[א-ת]+", words) == [], url


@pytest.mark.parametrize(
    ("language", "title"), [("he", "על הקטלוג"), ("ar", "عن الفهرس"), ("en", "About the catalogue")]
)
def test_the_site_s_own_pages_are_in_its_language(language: str, title: str) -> None:
    """An Arabic site whose front page spoke Hebrew told its readers that it was not for them."""
    assert title in pages(language)["about/"].get_text(" ")
    letters = {"he": "א-ת", "ar": "ء-ي", "en": "A-Za-z"}[language]
    for page in ("", "about/"):
        introduction = pages(language)[page].select_one(".prose")
        assert introduction is not None
        words = re.findall(r"[^\W\d_]+", introduction.get_text(" "))
        assert sum(bool(re.match(f"[{letters}]", word)) for word in words) > 0.8 * len(words)
    assert not any(url.startswith(("about.", "index.")) for url in pages(language))


MENU = ("", "ministries/", "promises/", "outcomes/", "lessons/", "guide/", "data/")
"""The main menu, which stands on every page."""


def clicks(language: str, target: str) -> int:
    """How many links lead from the front page to a page, at the least."""
    known, found = {"": 0}, [""]
    for url in found:
        links = {str(link["href"]).partition("#")[0] for link in pages(language)[url].find_all("a", href=True)}
        for link in sorted({*links, *MENU} & pages(language).keys()):
            if link not in known:
                known[link] = known[url] + 1
                found.append(link)
    return known[target]


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_questions_are_answered_a_few_links_from_the_front_page(language: str) -> None:
    """A participant, a citizen, an office and a researcher have two minutes each, and nobody to ask.

    What became of what was said in green growth; which promises of the example were not kept, and why; how to begin closing a
    process tomorrow; how to cite and reuse the table of outcomes.
    """
    own = f"green-growth/{language}/" if language != "he" else "green-growth/"
    assert clicks(language, f"{own}responses/") <= 2
    assert len(pages(language)[f"{own}responses/"].select(".response")) == 3

    assert clicks(language, "example-full/promises/") <= 2
    ledger = pages(language)["example-full/promises/"]
    unkept = ledger.select('[data-status="not-kept"]')
    assert unkept
    assert all(promise.select(".explain") for promise in unkept)

    assert clicks(language, "guide/") == 1
    begin = pages(language)["guide/"].select_one("section:has(> #begin)")
    assert begin is not None
    hrefs = [str(link["href"]) for link in begin.find_all("a", href=True)]
    assert {"#partners", "#expectations", "#questions", "guide/process.docx", "example-full/"} <= set(hrefs)

    assert clicks(language, "data/") == 1
    data = pages(language)["data/"]
    assert [head["id"] for head in data.select("h2")[:2]] == ["licence", "cite"]
    assert data.select_one('a[rel~="license"]') is not None
    table = {str(link["href"]) for link in pages(language)["outcomes/"].find_all("a", href=True)}
    assert {"data/outcomes.csv", "data/#licence"} <= table


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_translation_of_the_whole_has_editions_of_its_own(language: str) -> None:
    """A reader of Arabic was offered the document for print in Hebrew, or nothing to take home at all."""
    own = f"green-growth/{language}/"
    offered = {str(link["href"]) for link in pages("he")[own].select(".actions a")}
    assert offered == {f"{own}responses/", f"{own}print/", f"{own}brief/"}
    of_a_chapter = {str(link["href"]) for link in pages("he")[f"{own}policy/"].find_all("a", href=True)}
    assert offered <= of_a_chapter
    assert not of_a_chapter & {"green-growth/print/", "green-growth/brief/"}
    document = pages("he")[f"{own}print/"]
    chapters = document.select("[id^='doc:']")
    assert chapters
    assert {str(link["href"]) for link in document.find_all("a")} >= {"#doc:policy", "#doc:reflection"}
    assert not re.findall("[א-ת]+", " ".join(part.get_text(" ") for part in document.select("[id='doc:policy']")))
    assert f"{own}brief/" in pages("he")


def test_a_translation_of_a_part_leads_to_the_editions_of_the_original() -> None:
    """A document half in one language and half in another is no document."""
    from generator.model.published import PublishedProcess
    from generator.views.translated import whole_translations

    project = open_project(ROOT)
    builder = project.builder()
    try:
        checked = builder.check(project.options(today="2026-11-28", language="he"))
        process: PublishedProcess = next(
            checked.records.whole(unit) for unit in checked.published if unit.outline.id == "green-growth"
        )
    finally:
        builder.close()
    assert [told.url for told in whole_translations(process)] == ["green-growth/ar/", "green-growth/en/"]
    english = next(each for each in process.translations if each.language == "en")
    lacking = replace(process, translations=(replace(english, chapters=english.chapters[1:]),))
    assert whole_translations(lacking) == ()


@pytest.mark.parametrize(("language", "others"), [("ar", "[\u0590-\u05ff]"), ("en", "[\u0590-\u06ff]")])
def test_the_statement_and_the_bodies_are_in_the_language_of_the_site(language: str, others: str) -> None:
    """The coordinator's address stood amid Hebrew sentences; bodies without a name in the language, in every list."""
    statement = pages(language)["accessibility/"].get_text(" ")
    assert not re.search(others, statement.replace("כל המשרדים, כל התהליכים", ""))
    names = [link.get_text() for link in pages(language)["ministries/"].select("tbody th a")]
    assert names
    assert [name for name in names if re.search(others, name)] == []


def test_nothing_is_said_to_be_answered_agreed_or_known_that_is_not() -> None:
    """Of a record made of public sources each of these was once said with more than anybody knew."""
    site = pages("he")

    def words(url: str) -> str:
        return " ".join(re.sub("[\u2066-\u2069]", "", site[url].get_text(" ", strip=True)).split())

    green = words("green-growth/")
    assert "דעות שנרשמו: 3; לא ידוע מה נעשה בהן" in green
    assert "שכתוב מה נעשה בהן" not in green
    for url in ("civil-service-reform/", "civil-service-reform/participants/"):
        assert "לאחר הסכמה" not in words(url)
        assert "לפחות 56" in words(url), url
    found = re.search(r"(\d+) תהליכים נסגרו\. ([^.]+)\.", words("outcomes/"))
    assert found is not None
    assert sum(map(int, re.findall(r": (\d+)", found[2]))) == int(found[1])
    assert "המספר ידוע ב־3 מהתהליכים" in words("")
