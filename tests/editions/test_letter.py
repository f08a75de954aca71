"""The closing letter: what the data say, and what they do not."""

from __future__ import annotations

from email import message_from_string
from email.policy import default

import markdown
import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.editions.letter import letter
from generator.model.published import PublishedProcess
from generator.model.record import BottomLine, Closing, Output, Record
from generator.rendering.context import SiteContext
from generator.wording import Wording


def test_participants_read_what_was_done_with_their_views(process: PublishedProcess, context: SiteContext) -> None:
    """It is the first question of whoever spent an evening in a round table."""
    written = letter(process, "participants", Wording("he"), context)
    assert written.missing_facts == ()
    for fact in (
        'תודה על הזמן ועל המחשבה שהשקעתם בתהליך "תהליך לדוגמה',
        "<https://sikum.example.org/safe-routes/>",
        "לתקן קודם את המעבר (34 משתתפים אמרו זאת) – התקבל: תוקן.",
        "מוקד של 24 שעות (9 משתתפים אמרו זאת) – לא התקבל: אין די פניות.",
        "לקבוע גוף אחד – לא קוימה: אין מי שמוסמך להחליט.",
        "סעיף בתוכנית העבודה – מצב: אומץ",
        "ניסיון בשלוש שכונות – עיריית לדוגמה, ספטמבר 2024",
        "לשכת הפניות",
        "<office@example.org>",
    ):
        assert fact in written.text


def test_partners_read_what_became_of_the_first_expectations(process: PublishedProcess, context: SiteContext) -> None:
    """Going back to them together is a step of closing; nobody should be surprised by the output."""
    written = letter(process, "partners", Wording("he"), context)
    assert written.missing_facts == ()
    for fact in (
        "תיאום הסיום עם השותפים: 10 במאי 2023",
        "מסמך מדיניות קצר",
        "לקבוע גוף אחד – לא הושגה: ההצעה נדחתה",
        "עיריית לדוגמה",
    ):
        assert fact in written.text


@pytest.mark.parametrize(("language", "missing"), [("he", "[חסר: "), ("ar", "[ناقص: "), ("en", "[Missing: ")])
def test_a_gap_is_named_and_not_papered_over(
    process: PublishedProcess, context: SiteContext, language: str, missing: str
) -> None:
    """A letter that reads well without an outcome or a contact would be sent without them."""
    record = Record(
        title="ריק", ministry="office", kind="policy", status="closing", output=Output(continuation="next-stage")
    )
    bare = replace(process, record=record, responses=(), promises=())
    homeless = replace(context, site_url=None)
    to_participants = letter(bare, "participants", Wording(language), homeless)
    to_partners = letter(bare, "partners", Wording(language), homeless)
    for written, fields in (
        (
            to_participants,
            ("end_date", "responses.yml", "outcomes", "closing.contact", "output.next_stage", "site_url"),
        ),
        (
            to_partners,
            ("partners", "closing.partners_aligned", "closing.expectations_revisited", "output.expected", "goals"),
        ),
    ):
        assert written.text.count(missing) == len(written.missing_facts)
        for name in fields:
            assert any(f"({name})" in missing for missing in written.missing_facts), name


def test_a_step_that_was_explained_is_no_gap(process: PublishedProcess, context: SiteContext) -> None:
    """An office that gave its reason would be asked for the same thing again."""
    closing = replace(process.record.closing, partners_aligned=None, waived=())
    asked = letter(
        replace(process, record=replace(process.record, closing=closing)), "partners", Wording("he"), context
    )
    assert asked.missing_facts == ("תיאום הסיום עם השותפים (closing.partners_aligned)",)
    waived = replace(
        closing, waived=(type(process.record.closing.waived[0])(subject="partners-aligned", reason="אין שותפים."),)
    )
    explained = letter(
        replace(process, record=replace(process.record, closing=waived)), "partners", Wording("he"), context
    )
    assert explained.missing_facts == ()
    assert "תיאום הסיום עם השותפים: אין שותפים." in explained.text


def test_markdown_keeps_what_an_author_wrote(process: PublishedProcess, context: SiteContext) -> None:
    """`*6552` is a telephone number, and a title may hold stars, brackets and underscores."""
    record = replace(
        process.record,
        title='<b>2023</b> * [a](b) _c_ `d` &lt; "ה"',
        bottom_lines=(BottomLine(text="12. שורה"), BottomLine(text="- שורה")),
    )
    text = letter(replace(process, record=record), "participants", Wording("he"), context).text
    shown = BeautifulSoup(markdown.markdown(text), "lxml")
    assert shown.h1
    assert shown.h1.get_text() == 'מה יצא מהתהליך: <b>2023</b> * [a](b) _c_ `d` &lt; "ה"'
    assert "*6552" in shown.get_text()
    assert [item.get_text() for item in shown.select("li")][:2] == ["12. שורה.", "- שורה."]
    assert next(link["href"] for link in shown.find_all("a")) == "https://sikum.example.org/safe-routes/"


def test_the_mail_is_a_draft_without_an_addressee(process: PublishedProcess, context: SiteContext) -> None:
    """Nobody's address is known here, and a mail program must open it for writing, in Hebrew."""
    text = letter(process, "participants", Wording("he"), context, "eml").text
    assert text.isascii()
    mail = message_from_string(text, policy=default)
    assert not mail.defects
    assert mail["Subject"] == "מה יצא מהתהליך: תהליך לדוגמה: דרך בטוחה (Safe Routes), 2023–2027"
    assert mail["To"] is None
    assert mail["X-Unsent"] == "1"
    assert mail["Reply-To"] == "office@example.org"
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain
    assert html
    assert "מה נעשה עם מה שאמרתם" in plain.get_content()
    assert '<html lang="he" dir="rtl">' in html.get_content()
    assert text == letter(process, "participants", Wording("he"), context, "eml").text


def test_a_title_cannot_write_headers_of_the_mail(process: PublishedProcess, context: SiteContext) -> None:
    """A line end in a title could otherwise add an addressee."""
    record = replace(process.record, title="כותרת\nBcc: someone@example.org")
    mail = message_from_string(
        letter(replace(process, record=record), "partners", Wording("he"), context, "eml").text, policy=default
    )
    assert mail["Bcc"] is None


def test_the_html_isolates_what_right_to_left_turns_around(process: PublishedProcess, context: SiteContext) -> None:
    """Copied into a word processor, years and addresses would stand back to front."""
    shown = BeautifulSoup(letter(process, "participants", Wording("he"), context, "html").text, "lxml")
    assert {bdi.get_text() for bdi in shown.select('bdi[dir="ltr"]')} >= {
        "2023–2027",
        "*6552",
        "office@example.org",
        "https://sikum.example.org/safe-routes/",
    }
    assert shown.html
    assert shown.html["dir"] == "rtl"


def test_the_thanks_do_not_need_a_date_of_their_own(process: PublishedProcess, context: SiteContext) -> None:
    """The letter itself is the thanks: it must not ask for what it does."""
    record = replace(process.record, closing=Closing(contact=process.record.closing.contact))
    assert letter(replace(process, record=record), "participants", Wording("en"), context).missing_facts == ()


def test_why_nobody_was_answered_is_said_and_is_no_gap(process: PublishedProcess, context: SiteContext) -> None:
    """The page and the check take the explanation; a letter with a gap in it would not be sent."""
    waiver = type(process.record.closing.waived[0])(subject="responses", reason="המענה נמסר בעל פה")
    closing = replace(process.record.closing, waived=(*process.record.closing.waived, waiver))
    explained = replace(process, responses=(), record=replace(process.record, closing=closing))
    written = letter(explained, "participants", Wording("he"), context)
    assert "לא נרשם מה נעשה עם מה שנשמע. המענה נמסר בעל פה" in written.text.replace("\n", " ")
    assert written.missing_facts == ()
    bare = letter(replace(process, responses=()), "participants", Wording("he"), context)
    assert [fact for fact in bare.missing_facts if "responses.yml" in fact]
