"""Fonts: which ones a page fetches at once, and that no word is torn apart between two files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.model.site import Page
from generator.plugin.fonts import FIRST_SCREEN, preloads

FONTS = Path(__file__).parents[2] / "generator" / "assets" / "fonts"
TOKENS = FONTS.parent / "css" / "tokens.css"
HEBREW, ARABIC = (
    "תושבים ואנשי מקצוע קבעו יחד מה צריך להיות בכל גינה",
    "اتفق أصحاب الدكاكين والسكان على ساعات التفريغ في السوق",
)


def page(language: str, body: str) -> Page:
    """A page with this text."""
    return Page(url="x/", kind="about", title="x", language=language, body=f"<p>{body}</p>")


def fetched(page: Page, frame: str) -> list[str]:
    """The names of the fonts that the page asks for at once, in that order."""
    return re.findall(r"assets/fonts/([a-z0-9-]+)\.woff2", preloads(page, frame))


@pytest.mark.parametrize(
    ("frame", "language", "body", "languages"),
    [
        ("he", "he", HEBREW, "he"),
        ("ar", "ar", ARABIC, "ar"),
        ("en", "en", "Fishers, swimmers and the port", "en"),
        ("en", "en", f"Processes {HEBREW}", "en he"),
        ("he", "he", f"{HEBREW} العربية", "he"),
        ("he", "he", f"{HEBREW} {ARABIC}", "he ar"),
        ("en", "en", "كم منهم يكون قليلون ممن هم من قومي كلهم يمكن ولكنهم يقومون", "en ar"),
    ],
)
def test_a_page_asks_at_once_for_what_its_first_screen_is_set_in(
    frame: str, language: str, body: str, languages: str
) -> None:
    """On a slow phone the text would stand in another face first, and jump; what is not shown would hold up what is."""
    wanted = {font for each in languages.split() for font in FIRST_SCREEN[each]}
    assert set(fetched(page(language, body), frame)) == wanted


def test_around_a_page_in_another_language_only_the_text_of_the_frame_comes_at_once_and_last() -> None:
    """Two whole sets would share a phone's line with the style sheet, and the page's first words would come later."""
    assert fetched(page("ar", ARABIC), "he") == [*FIRST_SCREEN["ar"], "assistant-hebrew"]
    assert fetched(page("he", HEBREW), "en") == [*FIRST_SCREEN["he"]]
    assert fetched(page("en", "Fishers and the port"), "ar") == [*FIRST_SCREEN["en"], "noto-sans-arabic-basic-400"]


def test_every_font_that_is_asked_for_at_once_is_there_and_in_the_style_sheet() -> None:
    """A preload of a file that the styles do not name is fetched twice or in vain."""
    named = set(re.findall(r"fonts/([a-z0-9-]+)\.woff2", TOKENS.read_text(encoding="utf-8")))
    for fonts in FIRST_SCREEN.values():
        assert set(fonts) <= named
        assert all((FONTS / f"{font}.woff2").is_file() for font in fonts)


def ranges(name: str) -> set[int]:
    """The letters for which the style sheet fetches this file."""
    face = next(line for line in TOKENS.read_text(encoding="utf-8").splitlines() if f"/{name}.woff2" in line)
    spans = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face)
    return {letter for first, last in spans for letter in range(int(first, 16), int(last or first, 16) + 1)}


@pytest.mark.parametrize("weight", [400, 700])
def test_arabic_words_of_today_stand_in_one_small_file(weight: int) -> None:
    """Letters of one word from two files do not join: a word would fall apart in its middle."""
    small, whole = f"noto-sans-arabic-basic-{weight}", f"noto-sans-arabic-{weight}"
    letters = set(map(ord, "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْـ٠١٢٣٤٥٦٧٨٩،؛؟پچژڤگکی"))
    assert letters <= ranges(small)
    assert letters <= set(TTFont(FONTS / f"{small}.woff2").getBestCmap())
    assert not ranges(small) & ranges(whole)
    assert (FONTS / f"{small}.woff2").stat().st_size < (FONTS / f"{whole}.woff2").stat().st_size / 3


def test_arabic_in_the_small_file_is_joined_as_in_the_whole_one() -> None:
    """A subset without its rules for joining would draw each letter alone, as no reader of Arabic writes."""
    features = {}
    for name in ("noto-sans-arabic-basic-400", "noto-sans-arabic-400"):
        records = TTFont(FONTS / f"{name}.woff2")["GSUB"].table.FeatureList.FeatureRecord
        features[name] = {record.FeatureTag for record in records}
    assert {"ccmp", "init", "medi", "fina", "rlig"} <= features["noto-sans-arabic-basic-400"]
    assert features["noto-sans-arabic-basic-400"] <= features["noto-sans-arabic-400"]
