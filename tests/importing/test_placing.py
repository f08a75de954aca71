"""Headings find their chapters by what they say; lists of people are known by what they are."""

from __future__ import annotations

import pytest

from generator.importing.headings import heading_words
from generator.importing.known_headings import element_called, is_known_heading, part_called
from generator.importing.people import is_person, names_people
from generator.importing.placement import Placement
from generator.importing.placing import place_blocks
from generator.importing.word.document import read_document
from generator.structure import Structure
from tests.importing.conftest import heading, paragraph, table, word

PEOPLE = (("שם", "תפקיד", "טלפון"), ("יעל לדוגמה", "אחות", "050-1234567"))


def placed(structure: Structure, *parts: str, **options: bool) -> Placement:
    """Where a report of these parts goes."""
    document = read_document(word(*parts), is_known=lambda text: is_known_heading(structure, text))
    return place_blocks(document.text, structure, **options)


def elements(placement: Placement) -> list[str]:
    """The elements of its chapters."""
    return [chapter.element for chapter in placement.chapters]


def everything(placement: Placement) -> str:
    """All that would be written."""
    return " ".join(
        [placement.title or "", placement.brief, *(f"{c.title} {c.body} {c.fields}" for c in placement.chapters)]
    )


@pytest.mark.parametrize(
    ("written", "words", "is_appendix"),
    [
        ("פרק א: הקדמה", "הקדמה", False),
        ("פרק 1 – הקדמה", "הקדמה", False),
        ("חלק ראשון: רקע", "רקע", False),
        ("א׳ הקדמה", "הקדמה", False),
        ("2.1 רקע", "רקע", False),
        ("נספח ב – השאלון", "השאלון", True),
        ("נספח א': נוכחים", "נוכחים", True),
        ("Appendix A: List of participants", "List of participants", True),
        ("Chapter 3. Background", "Background", False),
        ("الفصل الأول: مقدمة", "مقدمة", False),
        ("ב.1 רקע", "רקע", False),
        ("א.הקדמה", "הקדמה", False),
        ("[1] הקדמה", "הקדמה", False),
        ("§2 רקע", "רקע", False),
        ("§ 2.1 רקע", "רקע", False),
        ("3 / לוח הזמנים", "לוח הזמנים", False),
        ("א | הקדמה", "הקדמה", False),
        ("פרק 3 / רקע", "רקע", False),
        ("24 / 7 לציבור", "24 / 7 לציבור", False),
        ("19 – 24 שנים", "19 – 24 שנים", False),
        ("أولاً: خلفية", "خلفية", False),
        ("ثانيًا – خلفية", "خلفية", False),
        ("١- خلفية", "خلفية", False),
        ("الملحق (أ): استبيان", "استبيان", True),
        ("ملحق رقم 2 - استبيان", "استبيان", True),
        ("נספח (א) – שאלון", "שאלון", True),
        ("Annex no. 3: Survey", "Survey", True),
        ("U.S. policy", "U.S. policy", False),
        ("5-year plan", "5-year plan", False),
        ("19-24 צעירים", "19-24 צעירים", False),
        ("הקדמה", "הקדמה", False),
        ("A vision for health", "A vision for health", False),
        ("נספחי התקציב נבדקו", "נספחי התקציב נבדקו", False),
    ],
)
def test_the_count_before_a_heading_comes_off(written: str, words: str, is_appendix: bool) -> None:
    """Today every "פרק א:" is content, and an editor moves each chapter by hand."""
    found = heading_words(written)
    assert (found.text, found.is_appendix) == (words, is_appendix)


@pytest.mark.parametrize(
    ("written", "element"),
    [
        ("חלק שני – רקע ומבוא", "background"),
        ("מבוא כללי", "background"),
        ("خلفية عامة", "background"),
        ("CHAPTER II. BACKGROUND", "background"),
        ("دروس مستفادة", "reflection"),
        ("Lessons learned", "reflection"),
        ("כלקחים", "content"),
        ("كلمة معالي الوزير", "foreword"),
        ("תודה למשתתפים", "foreword"),
    ],
)
def test_a_chapter_is_known_in_each_language_whatever_counts_it(structure: Structure, written: str, element) -> None:
    """The names that offices give to the same chapter."""
    assert elements(placed(structure, heading("דוח", 1), heading(written, 1), paragraph("טקסט.")))[-1:] == [element]


@pytest.mark.parametrize("title", ["נספח ג: המוזמנים", "נספח ג: השתתפו בדיון", "נספח ג: משתתפים", "נספח ג: המשתתפים"])
def test_bare_names_in_an_appendix_of_people_are_left_out_however_its_title_is_put(
    structure: Structure, title: str
) -> None:
    """Names without a table are known by their heading alone, which has an article in one report and a verb in another."""
    lines = (paragraph("יעל דוגמה"), paragraph("אבי דוגמה"))
    placement = placed(structure, heading("רקע", 1), paragraph("מילים."), heading(title, 1), *lines)
    assert "דוגמה" not in everything(placement)


@pytest.mark.parametrize("written", ["תקציר למנהלים", "Summary for decision makers", "ملخص التقرير", "2. תקציר ניהולי"])
def test_a_summary_by_any_name_is_the_process_in_brief(structure: Structure, written: str) -> None:
    """It was a chapter of content, and the front page had a gap."""
    assert placed(structure, heading("דוח", 1), heading(written, 1), paragraph("בקצרה.")).brief == "בקצרה."


@pytest.mark.parametrize(
    "title",
    [
        "משתתפים", "רשימת המשתתפים", "נספח: רשימת משתתפים", "נספח א: רשימת המשתתפים", "נספח 3 – משתתפים", "משתתפות ומשתתפים",
        "חברי הוועדה", "צוות ההיגוי", "שותפים לתהליך", "נוכחים", "השתתפו בדיון", "Appendix A: List of participants",
        "Annex 1. Participants", "Attendees", "ملحق: قائمة المشاركين", "ממצאים",
    ],
)  # fmt: skip
def test_a_table_of_people_is_left_out_under_any_heading(structure: Structure, title: str) -> None:
    """Of 17 headings 12 put names and phones into a chapter, and onto the site."""
    placement = placed(structure, heading("רקע", 1), paragraph("מילים."), heading(title, 1), table(PEOPLE))
    assert "יעל" not in everything(placement)
    assert "050" not in everything(placement)
    assert ("יעל לדוגמה", "אחות", "050-1234567") in placement.people
    assert [entry for entry in placement.left_out if entry.reason == "participants"]
    kept = placed(structure, heading("רקע", 1), heading(title, 1), table(PEOPLE), keep_names=True)
    assert "יעל" in everything(kept)


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (("שם המשתתפ/ת", "שיוך"), (("דנה לוי", "גוף א"), ("רון כהן", "גוף ב"))),
        (("שם", "שיוך ארגוני"), (("דנה לוי", "גוף א"), ("רון כהן", "גוף ב"))),
        (("שם פרטי", "שם משפחה", "יחידה"), (("דנה", "לוי", "אגף א"), ("רון", "כהן", "אגף ב"))),
        (("מס'", "שם מלא", "חתימה"), (("1", "דנה לוי", ""), ("2", "רון כהן", ""))),
        (("First name", "Last name"), (("Dana", "Levi"), ("Ron", "Cohen"))),
    ],
)
def test_a_sheet_of_names_is_left_out_whatever_its_columns_are_called(
    structure: Structure, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> None:
    """Names in two columns, or beside a signature or an affiliation, would be published with the report."""
    placement = placed(structure, heading("תוכן", 1), table((head, *rows)))
    assert placement.people == (head, *rows)
    assert "לוי" not in everything(placement)
    assert "Levi" not in everything(placement)


def test_a_table_of_measures_with_names_and_units_stays(structure: Structure) -> None:
    """A column called "name" does not make things people."""
    rows = (("שם", "יחידה"), ("אורך", "מטר"), ("שטח", "דונם"))
    placement = placed(structure, heading("תוכן", 1), table(rows))
    assert not placement.people


def test_lines_of_people_are_left_out_and_prose_stays(structure: Structure) -> None:
    """A committee's list is often lines, and its heading may have a sentence of its own below it."""
    lines = [paragraph(line) for line in ('ד"ר דנה כהן, יו"ר', "יוסי לוי – נציג התושבים", "רות בר-און, עיריית לדוגמה")]
    prose = paragraph("הוועדה התכנסה שש פעמים בין ינואר למאי ודנה בכל ההצעות שהגיעו אליה.")
    placement = placed(structure, heading("רקע", 1), paragraph("א."), heading("חברי הוועדה", 1), prose, *lines)
    assert "דנה כהן" not in everything(placement)
    assert "התכנסה שש פעמים" in everything(placement)
    assert len(placement.people) == 3
    anywhere = placed(structure, heading("רקע", 1), paragraph("לפני."), *lines, paragraph("אחרי."))
    assert "יוסי לוי" not in everything(anywhere)
    assert "לפני." in everything(anywhere)


@pytest.mark.parametrize(
    "lines",
    [
        ("בהשתתפות: יעל לדוגמה, רון כהן, דנה לוי.",),
        ("בנוכחות: יעל לדוגמה, רון כהן ודנה לוי",),
        ("حضر اللقاء: ليلى حداد، أحمد منصور، سلمى خوري",),
        ("Apologies: Yael Example, Ron Cohen",),
        ("# חסרים", "יעל לדוגמה", "רון כהן"),
        ("# רשימת תפוצה", "יעל לדוגמה <a@office.co.il>", "רון כהן <b@office.co.il>"),
        ("# חברי הוועדה", "מורה – יעל לדוגמה", 'יו"ר – רון כהן'),
    ],
)
def test_people_are_left_out_however_they_are_announced(structure: Structure, lines: tuple[str, ...]) -> None:
    """Who sent apologies, whose role stands first, or who is parted by Arabic commas stood in the chapter."""
    parts = [heading(line[2:], 1) if line.startswith("# ") else paragraph(line) for line in lines]
    placement = placed(structure, heading("רקע", 1), paragraph("מילים."), *parts, heading("תוכן", 1), paragraph("סוף."))
    for name in ("יעל", "ليلى", "Yael", "כהן"):
        assert name not in everything(placement)
    assert placement.people


def test_tables_and_lines_about_other_things_stay(structure: Structure) -> None:
    """What is taken for a list of people by mistake is a table that the report lacks."""
    findings = table((("נושא", "החלטה", "אחראי"), ("תחבורה", "קו לילה", "אגף א")))
    fields = table((("Name", "Value"), ("Budget", "3")))
    lines = [paragraph(line) for line in ("קו לילה", "מרפאה ניידת", "תחנה חדשה")]
    placement = placed(structure, heading("רקע", 1), findings, fields, *lines, paragraph("סיום, אבל לא סוף הדרך."))
    assert not placement.people
    assert "קו לילה | אגף א" in everything(placement)
    assert "מרפאה ניידת" in everything(placement)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("דנה לוי, מנהלת אגף", True),
        ('עו"ד משה כהן', True),
        ("Dr Jane Doe, University of Example", True),
        ("د. ليلى حداد، مديرة", True),
        ("יוסי כהן dana@example.org", True),
        ("תחבורה ציבורית, אגף א", False),
        ("מנהל המרפאה, דנה", False),
        ("השתתפו נציגים של שלושה ארגונים, ובהם עמותת הדיירים והמועצה המקומית.", False),
    ],
)
def test_a_line_of_a_person(line: str, expected: bool) -> None:
    """A name with a title or a role is a person; a subject with a department is not."""
    assert is_person(line) is expected


@pytest.mark.parametrize(
    "title", ["סקר משתתפים", "מספר המשתתפים", "משוב המשתתפים על המפגשים", "Participants' feedback survey"]
)
def test_headings_about_people_announce_no_list(title: str) -> None:
    """A survey of participants is a finding."""
    assert not names_people(title)


def test_a_heading_without_text_is_kept(structure: Structure) -> None:
    """ "Kept as content", said the import, and it was nowhere."""
    placement = placed(
        structure,
        heading("דוח מסכם", 1), heading("ירושלים, מאי 2024", 1), heading("רקע", 1), paragraph("טקסט."),
        heading("הצעה שנדחתה: לסגור את המרפאה", 1), heading("המלצות", 1), paragraph("טקסט."),
    )  # fmt: skip
    for words in ("דוח מסכם", "ירושלים, מאי 2024", "הצעה שנדחתה: לסגור את המרפאה", "המלצות"):
        assert words in everything(placement)
    assert (placement.title, placement.title_from) == ("דוח מסכם", "heading")


@pytest.mark.parametrize(
    ("heading_", "closing", "name", "role"),
    [
        ("كلمة الوزير", "مع خالص التحية،", "أحمد منصور", "وزير النقل"),
        ("A word from the minister", "Yours sincerely,", "Tamar Williams", "Minister of Transport"),
        ("דבר השרה", "בברכה,", "תמר לוי", "שרת התחבורה"),
    ],
)
def test_a_signature_ends_before_the_copies_and_is_known_in_each_language(
    structure: Structure, heading_, closing, name, role
) -> None:
    """Copies became a part of the minister's role, and "Tamar" was no name, since "mar" is a title in Hebrew."""
    lines = (paragraph(line) for line in ("כך היה.", closing, name, role, "העתק: תיק"))
    foreword = placed(structure, heading(heading_, 1), *lines).chapters[0]
    assert foreword.fields["author"] == {"name": name, "role": role}
    assert foreword.body.endswith(f"{closing}\n\nהעתק: תיק")


def test_a_foreword_of_which_only_the_signature_was_kept_has_its_author(structure: Structure) -> None:
    """The words of the foreword stand in a picture, and whose they are would be asked for."""
    foreword = placed(structure, heading("דבר השרה", 1), paragraph("בברכה,"), paragraph("תמר לוי")).chapters[0]
    assert foreword.fields["author"] == {"name": "תמר לוי"}


@pytest.mark.parametrize("name", ["תמר כהן", "אחמד מנסור", "أحمد منصور", "محمد عبد الله", "Williams Adams"])
def test_a_name_that_ends_like_a_title_is_a_name(name: str) -> None:
    """Three such lines in a list of participants were published."""
    assert is_person(f"{name}, director")


LONG = paragraph("הצוות דן בכך שלוש פעמים, ובסוף הוחלט פה אחד לבחון את העניין שוב בשנה הבאה.")


@pytest.mark.parametrize(
    ("first", "below", "title"),
    [
        ("המלצות", (LONG,), None),
        ("נתונים", (table((("א", "ב"), ("1", "2"))),), None),
        ("פרק ראשון", (), None),
        ("3. נתונים", (), None),
        ("מים לכולם", (paragraph("מרץ 2024"),), "מים לכולם"),
        ("מים לכולם", (), "מים לכולם"),
        ("דוח הוועדה", (LONG,), "דוח הוועדה"),
        ("מה אומרים תושבי הנגב על תחבורה", (LONG,), "מה אומרים תושבי הנגב על תחבורה"),
    ],
)
def test_the_first_chapter_is_not_the_title_of_the_report(structure: Structure, first, below, title) -> None:
    """The site showed a process called "Recommendations"."""
    placement = placed(structure, heading(first, 1), *below, heading("מסקנות", 1), LONG)
    assert placement.title == title
    assert first in everything(placement)


@pytest.mark.parametrize(
    "line", ["הנדון: סיכום שולחן עגול בנגב", "Re: סיכום שולחן עגול בנגב", "الموضوع: סיכום שולחן עגול בנגב"]
)
def test_a_letter_is_called_by_its_subject(structure: Structure, line: str) -> None:
    """The office's letter to the public has no title but this line."""
    parts = (paragraph("לכבוד הציבור"), paragraph(line), heading("רקע", 1), paragraph("כך התחיל."))
    assert placed(structure, *parts).title == "סיכום שולחן עגול בנגב"
    assert placed(structure, *parts[:2], paragraph("שלום רב.")).title == "סיכום שולחן עגול בנגב"


def test_a_note_of_a_report_without_chapters_stands_once(structure: Structure) -> None:
    """Below the text stood each note twice."""
    document = read_document(word(paragraph("אין כאן פרקים", note=1), notes=["באישור."]))
    assert place_blocks(document.text, structure).chapters[0].body.count("[^1]: ") == 1


def test_bold_lines_numbered_like_their_neighbours_are_headings(structure: Structure) -> None:
    """Two chapters were found, and the rest lay silently in the second."""
    parts = [paragraph('דו"ח סיכום: שולחן עגול', bold=True), paragraph("נובמבר 2023")]
    for line in ("1. הקדמה", "2. רקע", "3. מהלך התהליך", "4. המלצות"):
        parts += [paragraph(line, bold=True), paragraph(f"הטקסט של {line}")]
    document = read_document(word(*parts), is_known=lambda text: is_known_heading(structure, text))
    placement = place_blocks(document.text, structure)
    assert elements(placement) == ["foreword", "background", "content", "content"]
    assert placement.title == 'דו"ח סיכום: שולחן עגול'
    assert [guess.why for guess in document.guesses] == ["cover", *["numbered"] * 4]


def test_a_chapter_called_background_fills_the_part(structure: Structure) -> None:
    """The text was there, and a gap below it asked for it again."""
    placement = placed(structure, heading("רקע", 1), paragraph("כך התחיל."), heading("רציונל", 2), paragraph("כי כך."))
    assert placement.chapters[0].body == "## רקע\n\nכך התחיל.\n\n## רציונל\n\nכי כך."


def test_a_summary_for_managers_is_the_process_in_brief(structure: Structure) -> None:
    """It is what the front page of the process is for."""
    placement = placed(
        structure, heading("תקציר מנהלים", 1), paragraph("בקצרה."), heading("רקע", 1), paragraph("טקסט.")
    )
    assert placement.brief == "בקצרה."
    assert elements(placement) == ["background"]


@pytest.mark.parametrize(
    "lines",
    [
        ("בברכה,", 'ד"ר דנה כהן', 'סמנכ"לית לתכנון'),
        ('שלכם, ד"ר דנה כהן, סמנכ"לית לתכנון',),
        ('סמנכ"לית לתכנון, ד"ר דנה כהן',),
        ("בכבוד רב,", "______________", 'ד"ר דנה כהן', 'סמנכ"לית לתכנון'),
    ],
)
def test_who_signed_a_foreword_is_its_author(structure: Structure, lines: tuple[str, ...]) -> None:
    """The author's name stood in the text and was asked for above it."""
    parts = [heading("דבר השרה", 1), paragraph("תודה לכל מי שבאו."), *(paragraph(line) for line in lines)]
    placement = placed(structure, *parts)
    foreword = placement.chapters[0]
    assert (foreword.element, foreword.title) == ("foreword", "דבר השרה")
    assert foreword.fields["author"] == {"name": 'ד"ר דנה כהן', "role": 'סמנכ"לית לתכנון'}
    assert "דנה כהן" not in foreword.body


@pytest.mark.parametrize(
    ("heading", "element", "part"),
    [
        ("2. רקע ומטרות", "background", "background"),
        ("תובנות והפקת לקחים", "reflection", "insights"),
        ("מטרות, רקע ורציונל", "background", "goals"),
        ("Background and goals", "background", "background"),
        ("خلفية وأهداف العملية", "background", "background"),
        ("הקדמה ותודות", "foreword", None),
        ("רקע והמלצות", None, None),
        ("תובנות וסיכום", None, None),
    ],
)
def test_a_heading_that_names_two_things_of_one_chapter_is_that_chapter(
    structure: Structure, heading, element, part
) -> None:
    """ "Background and goals" was kept as content, and the background was asked for again."""
    found = element_called(structure, heading)
    assert (found.id if found else None) == element
    named = part_called(structure, found, heading)
    assert (named.id if named else None) == part
