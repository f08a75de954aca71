"""An archive of consultations is taken over: what it says is kept, what it does not say is marked."""

from pathlib import Path

import pytest

from generator.importing.consultations import UnreadableArchive, read_archive
from tests.importing.conftest import findings_of

ARCHIVE = Path(__file__).parent / "archive.json"


@pytest.fixture
def draft():
    """The draft of the archive's one consultation."""
    return read_archive(ARCHIVE.read_bytes()).consultations[0].draft


def test_an_item_becomes_a_process_in_english(draft):
    """Dates, bodies and words come over as they are."""
    assert draft.id == "example-river-paths"
    wanted = {"language": "en", "status": "closing", "start_date": "2020-02-03", "end_date": "2020-04-30"}
    assert {name: draft.record[name] for name in wanted} == wanted
    assert (draft.record["ministry"], draft.record["partners"]) == ("department-for-examples", ["example-agency"])
    assert draft.record["changes"] == [{"date": "2020-07-01", "note": "Published the outcome."}]


def test_what_was_asked_heard_and_decided_have_their_chapters(draft):
    """A reader of the archive finds the same three things again."""
    bodies = {chapter.element: chapter.body for chapter in draft.chapters}
    assert "[paths](https://www.gov.uk/guidance/paths)" in bodies["background"]
    assert bodies["content"] == "Most wanted benches."
    assert "1. benches\n2. no lamps" in bodies["policy"]


def test_documents_are_linked_where_they_lie(draft):
    """They stay on the archive's own host."""
    assert draft.record["output"]["files"] == [
        {"title": "The decision", "url": "https://www.gov.uk/uploads/decision.pdf"}
    ]


def test_what_the_archive_does_not_say_is_marked_and_not_made_up(draft):
    """That an outcome was published does not say that it was sent to those who answered."""
    assert "closing" not in draft.record
    assert {"kind", "methods", "output.audience"} <= draft.assumed


def test_what_is_no_consultation_is_passed_over_and_said():
    """A list of content items holds all kinds of pages."""
    assert read_archive(ARCHIVE.read_bytes()).passed_over == ("/government/news/not-a-consultation",)


@pytest.mark.parametrize("content", [b"", b"[1]", b'"text"', b"\xff", b"[" * 100_000])
def test_what_is_no_archive_is_said_in_a_line(content):
    """A traceback tells an editor nothing."""
    with pytest.raises(UnreadableArchive):
        read_archive(content)


def test_the_catalogue_has_no_error_afterwards(run, site):
    """A first import of an archive must build, so that somebody can look at it."""
    result = run("import", "consultations", str(ARCHIVE), "--group", "uk")
    assert result.exit_code == 0, result.output
    codes = set(findings_of(site))
    assert {code for code in codes if code[0] in "SFPML"} == {"F031"}
    assert "en: Department for Examples" in (site / "processes/ministries.yml").read_text("utf-8")
    assert run("import", "consultations", str(ARCHIVE), "--group", "uk").exit_code == 1
