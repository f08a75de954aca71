"""A process in another language: what stands at addresses of its own, and what is said to be missing."""

from msgspec.structs import replace

from generator.markup import scan_body
from generator.model.dates import PartialDate
from generator.model.published import (
    PublishedProcess,
)
from generator.model.record import NextStage
from generator.model.site import ROOT, Page
from generator.rendering.context import CrossReferences, SiteContext
from tests.pages.conftest import pages_of, soup_of


def test_a_translation_stands_beside_the_original_and_says_what_is_missing(pages: dict[str, Page]) -> None:
    """Readers of another language get what there is of it, and the way to the rest."""
    record, chapter, note = (pages[f"safe-routes/en/{rest}"] for rest in ("", "policy/", "reflection/"))
    assert {page.language for page in (record, chapter, note)} == {"en"}
    assert [each.language for each in record.alternates] == ["he", "en"]
    assert [each.language for each in pages["safe-routes/policy/"].alternates] == ["he", "en"]
    assert pages["safe-routes/reflection/"].alternates == ()
    assert soup_of(record).find("a", href=f"{ROOT}safe-routes/en/reflection/") is not None
    assert "This chapter is not translated yet." in soup_of(note).text
    assert soup_of(note).find("a", href=f"{ROOT}safe-routes/reflection/") is not None
    assert soup_of(record).select("[data-sikum-lag], .timeline") == []


def test_a_record_whose_words_are_translated_tells_its_course_as_the_original_does(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """The front page says that the process is written in English too; its reader is not sent to Hebrew for what came next."""
    words = replace(process.translations[0], has_record=True, words={"output.next_stage.description": "Another street"})
    output = replace(
        process.record.output,
        continuation="next-stage",
        next_stage=NextStage(description="רחוב נוסף", date=PartialDate(2031)),
    )
    told = replace(process, record=replace(process.record, output=output), translations=(words,))
    pages = pages_of(told, cross_references, context)
    original, english = (soup_of(pages[f"safe-routes/{rest}"]) for rest in ("", "en/"))
    for shown in ("#chain", ".banner--stage", "#responses + figure", "#timeline", "#stages"):
        assert original.select_one(shown) is not None, shown
        assert english.select_one(shown) is not None, shown
    assert "Another street" in english.select_one(".banner--stage").text
    assert len(english.select(".timeline > li")) == len(original.select(".timeline > li"))
    assert english.select_one('.timeline .is-meeting [lang="he"]') is not None


def test_what_a_translation_has_of_meetings_and_lists_stands_at_addresses_of_its_own(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """Whoever reads Arabic asks first what was done with their words, and got the answer in Hebrew."""
    english = process.translations[0]
    (meeting,), first = process.meetings, process.responses[0]
    words = replace(
        english,
        has_record=True,
        meetings=(replace(meeting, title="Opening", body=scan_body("meetings/opening.en.md", "We met.\n", 1, ())),),
        responses=(replace(first, id="crossing", heard="Mend the crossing", explanation="Mended."),),
    )
    told = replace(
        process,
        translations=(words,),
        responses=(replace(first, id="crossing"), replace(process.responses[1], id="street")),
    )
    pages = pages_of(told, cross_references, context)
    opening, answers, record = (pages[f"safe-routes/en/{rest}"] for rest in (
        "meetings/2023-02-05-opening/", "responses/", "",
    ))  # fmt: skip
    assert {opening.language, answers.language} == {"en"}
    assert "31" in soup_of(opening).text
    assert [each.url for each in opening.alternates] == [
        "safe-routes/meetings/2023-02-05-opening/", "safe-routes/en/meetings/2023-02-05-opening/",
    ]  # fmt: skip
    actions = [link["href"] for link in soup_of(record).select(".actions a")]
    assert actions[:1] == [f"{ROOT}safe-routes/en/responses/"]
    heard = soup_of(answers).select(".heard")
    assert [(each.text, each.get("lang")) for each in heard] == [
        ("Mend the crossing", None),
        ("לסגור את הרחוב", "he"),
    ]
    assert soup_of(answers).find("a", href=f"{ROOT}safe-routes/en/policy/#rules") is not None
    assert soup_of(record).find("a", href=f"{ROOT}safe-routes/en/responses/") is not None
    assert "safe-routes/en/promises/" not in pages
    assert soup_of(record).find("a", href=f"{ROOT}safe-routes/promises/", hreflang="he") is not None
