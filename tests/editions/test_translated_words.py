"""A whole translation says all of the record in its own words: sources, reasons, partners, expectations, updates."""

from __future__ import annotations

from msgspec.structs import replace

from generator.model.content import Body, Translation
from generator.model.published import PublishedProcess
from generator.model.record_words import in_other_words, lists_of, words_of
from generator.views.translated import in_language, whole_translations


def translated(process: PublishedProcess, words: dict[str, str], lines: tuple[str, ...] = ()) -> Translation:
    """A translation of every page of the process, with these words of its record."""
    return Translation(
        language="ar",
        title="عنوان",
        short_description="وصف",
        brief=Body(path="index.ar.md", text="", first_line=1),
        has_record=True,
        chapters=process.chapters,
        meetings=process.meetings,
        promises=tuple(each.promise for each in process.promises),
        responses=process.responses,
        bottom_lines=lines,
        words=words,
    )


def test_every_text_of_a_record_can_be_said_in_other_words(process: PublishedProcess) -> None:
    """A text that the record says and no translation can would stay in Hebrew in the Arabic document."""
    words = {place: f"ar: {text}" for place, text in words_of(process.record).items()}
    assert {place.partition("[")[0].partition(".")[0].partition("#")[0] for place in words} >= {
        "partners",
        "closing",
        "sources",
    }
    assert words_of(in_other_words(process.record, words)) == words


def test_facts_stay_as_they_are(process: PublishedProcess) -> None:
    """Two languages that disagree on a date or an address leave the reader with two records."""
    said = in_other_words(process.record, dict.fromkeys(words_of(process.record), "…"))
    assert said.closing.output_sent == process.record.closing.output_sent
    assert [each.url for each in said.sources] == [each.url for each in process.record.sources]
    assert [each.ministry for each in said.partners] == [each.ministry for each in process.record.partners]
    assert [each.date for each in said.outcomes] == [each.date for each in process.record.outcomes]
    assert lists_of(said) == lists_of(process.record)


def test_the_reasons_of_the_gate_are_those_of_the_translation(process: PublishedProcess) -> None:
    """The checklist takes them from the gate, the summary from the record: both are read on one page."""
    places = {place: "سبب" for place in words_of(process.record) if place.startswith("closing.waived.")}
    assert places
    told = in_language(process, translated(process, places))
    waived = [step.reason for step in told.gate if step.state == "waived"]
    assert waived == ["سبب"] * len(waived)
    assert {each.reason for each in told.record.closing.waived} == {"سبب"}


def test_a_bottom_line_that_is_not_translated_is_shown_as_it_was_written(process: PublishedProcess) -> None:
    """It vanished from the Arabic document, and nobody was told that there had been another."""
    assert len(process.record.bottom_lines) > 1
    (whole,) = whole_translations(replace(process, translations=(translated(process, {}, ("سطر",)),)))
    first, *others = whole.record.bottom_lines
    assert first.text == "سطر"
    assert others == list(process.record.bottom_lines[1:])
