"""Dates, numbers and order as readers of each language write them."""

from datetime import date

import pytest

from generator.model.dates import PartialDate
from generator.wording import Wording


@pytest.mark.parametrize(
    ("written", "he", "en"),
    [("2016", "2016", "2016"), ("2016-06", "יוני 2016", "June 2016"), ("2016-06-12", "12 ביוני 2016", "12 June 2016")],
)
def test_a_date_is_printed_as_precisely_as_it_is_known(written: str, he: str, en: str) -> None:
    """A month must not turn into its first day."""
    value = PartialDate.parse(written)
    assert value is not None
    assert (Wording("he").date(value), Wording("en").date(value)) == (he, en)


def test_a_period_says_each_end_once() -> None:
    """Years and months stand in a range without spaces, anything longer with them; a year is not said twice."""
    year, later = PartialDate(2016), PartialDate(2017)
    wording = Wording("he")
    assert wording.period(year, later) == "2016–2017"
    assert wording.period(PartialDate(2024, 1), PartialDate.of(date(2024, 3, 10))) == "ינואר 2024 – 10 במרץ 2024"
    assert wording.period(PartialDate(2024, 1), PartialDate(2024, 3)) == "ינואר–מרץ 2024"
    assert wording.period(PartialDate(2023, 12), PartialDate(2024, 3)) == "דצמבר 2023 – מרץ 2024"
    days = PartialDate.of(date(2024, 1, 15)), PartialDate.of(date(2024, 3, 10))
    assert [Wording(language).period(*days) for language in ("he", "ar", "en")] == [
        "15 בינואר – 10 במרץ 2024",
        "15 يناير – 10 مارس 2024",
        "15 January – 10 March 2024",
    ]
    assert wording.period(None, later) == "2017"
    assert wording.period(year, year) == "2016"
    assert wording.period(None, None) == ""


@pytest.mark.parametrize(
    ("name", "en"),
    [
        ("Ministry of Health", "the Ministry of Health"),
        ("Office of the State Comptroller", "the Office of the State Comptroller"),
        ("Haifa Municipality", "Haifa Municipality"),
        ("The Knesset", "The Knesset"),
    ],
)
def test_a_body_has_its_article_within_an_english_sentence(name: str, en: str) -> None:
    """`A process of Ministry of Health` reads as if a machine had written it; other languages have no such word."""
    assert [Wording(language).body(name) for language in ("en", "he", "ar")] == [en, name, name]


def test_a_title_within_an_english_sentence_has_no_capital() -> None:
    """`Audience: Decision makers and The public` is two headings in a sentence; an acronym stays one."""
    wording = Wording("en")
    assert [wording.within(each) for each in ("The public", "A process", "PDF", "")] == [
        "the public",
        "a process",
        "PDF",
        "",
    ]
    assert Wording("he").within("Word") == "Word"


def test_spellings_of_one_name_sort_together() -> None:
    """`צה"ל`, `צה״ל` and `צהל` are one word to a reader; `2 אחים` comes before `10 אחים`."""
    wording = Wording("he")
    names = ["צהל", "צהוב", 'צה"ל', "צה״ל", "10 אחים", "2 אחים", "Zoo", "אבא"]
    ordered = sorted(names, key=wording.sort_key)
    assert ordered[:2] == ["2 אחים", "10 אחים"]
    assert ordered[2:4] == ["אבא", "צהוב"]
    assert set(ordered[4:7]) == {"צהל", 'צה"ל', "צה״ל"}
    assert ordered[-1] == "Zoo"


def test_numbers_keep_latin_digits_in_every_language() -> None:
    """Figures of one catalogue must compare across its languages."""
    assert {Wording(language).number(1250) for language in ("he", "ar", "en")} == {"1,250"}


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("en", "ltr")])
def test_a_range_stays_on_one_line_in_every_language(language: str, direction: str) -> None:
    """`2012–` at the end of a line and `2020` on the next reads as an open end, from either side."""
    from generator.markup import keep_ranges
    from generator.rendering.templates import environment

    assert Wording(language).direction == direction
    shown = environment(language).from_string("{{ text | isolate }}").render(text="2012–2020 & <b>, F021–x")
    assert str(shown) == '<bdi dir="ltr">2012–2020</bdi> &amp; &lt;b&gt;, F021–x'
    assert keep_ranges("<code>1–2</code> 3–4") == '<code>1–2</code> <bdi dir="ltr">3–4</bdi>'
