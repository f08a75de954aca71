"""A list of a site in Arabic names a process in Arabic where it is translated: in cards, tables and rows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.commands import REPOSITORY
from tests.trust.sites import mkdocs

TITLES = {"ar": "الخطة الوطنية للنمو الأخضر", "en": "The national green growth plan"}
ORIGINAL = "התוכנית הלאומית לצמיחה ירוקה"


@pytest.fixture(scope="module", params=["ar", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The process that is whole in three languages, as the only one of a site in one of them."""
    language = str(request.param)
    folder = tmp_path_factory.mktemp(f"in-{language}")
    for name in ("environment/green-growth", "ministries.yml", "topics.yml"):
        source, target = REPOSITORY / "processes" / name, folder / "docs" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    (folder / "mkdocs.yml").write_text(
        f"site_name: x\nsite_url: https://x.example.org/\ntheme: {{name: material, language: {language}}}\n"
        "plugins: [sikum: {pdf: false, today: 2026-11-29}]\n",
        "utf-8",
    )
    done = mkdocs(folder)
    assert done.returncode == 0, done.stderr
    return folder / "site", language


def links_to_the_process(page: Path, language: str) -> Iterator[html.HtmlElement]:
    """Links of a page's own content whose text is the title, in whatever language."""
    for link in html.parse(page).getroot().iter("a"):
        if " ".join(link.text_content().split()).startswith((ORIGINAL, TITLES[language])):
            yield link


@pytest.mark.parametrize("page", ["", "closing/", "outcomes/", "ministries/environment/", "lessons/"])
def test_lists_name_a_process_in_the_language_of_the_site(site: tuple[Path, str], page: str) -> None:
    """A reader of Arabic would meet a list of Hebrew titles, and not know that one of them can be read in Arabic."""
    folder, language = site
    links = list(links_to_the_process(folder / page / "index.html", language))
    assert links or page == "lessons/"
    for link in links:
        assert link.text_content().strip().startswith(TITLES[language])
        assert "/he/" not in link.get("href")
        spoken = next(each.get("lang") for each in (link, *link.iterancestors()) if each.get("lang"))
        assert spoken == language
        if not link.get("href").endswith("/reflection/"):  # a lesson leads to where it stands, in its own words
            assert link.get("href").endswith(f"green-growth/{language}/"), link.get("href")


WORDS = {
    "ar": {
        "outcomes/": "إقرار الحكومة إطار الترخيص الأخضر",
        "lessons/": "جُمعت المعرفة من كل القنوات",
        "closing/": "لم يُعثر",
    },
    "en": {
        "outcomes/": "The government approves the outline",
        "lessons/": "What was learned through",
        "closing/": "Public sources",
    },
}


@pytest.mark.parametrize("page", ["outcomes/", "lessons/", "closing/"])
def test_lists_tell_what_is_translated_in_the_language_of_the_site(site: tuple[Path, str], page: str) -> None:
    """Outcomes, lessons and reasons were Hebrew on an Arabic site, although somebody had translated each of them."""
    folder, language = site
    content = html.parse(folder / page / "index.html").getroot().find(".//main")
    told = [each for each in content.iter() if each.text and each.text.strip().startswith(WORDS[language][page])]
    assert told
    for each in told:
        assert next(up.get("lang") for up in (each, *each.iterancestors()) if up.get("lang")) == language
    assert not [each.text for each in content.iter() if each.text and "לא נמצא" in each.text]


def test_what_is_not_translated_beside_a_title_says_its_own_language(site: tuple[Path, str]) -> None:
    """A reading voice would speak Hebrew letters as Arabic."""
    folder, _ = site
    hebrew = [
        each
        for each in html.parse(folder / "closing" / "index.html").getroot().iter("span", "p", "h3")
        if each.text and "לא נמצא במקורות" in each.text
    ]
    for each in hebrew:
        assert next(up.get("lang") for up in (each, *each.iterancestors()) if up.get("lang")) == "he"
