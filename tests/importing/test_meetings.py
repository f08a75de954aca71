"""The summary of one meeting comes from Word to `meetings/`: the site's own blank, and what offices write."""

import io

import pytest
import yaml
from docx import Document

from generator.blanks.process import meeting_outline
from generator.blanks.word import word_file
from generator.importing.meetings import read_meeting, read_written_day
from generator.importing.word.document import read_document
from generator.structure import Structure, load_structure
from generator.wording import Wording
from tests.importing.conftest import findings_of
from tests.importing.word.packages import head, package, par, run

ANSWERS = {
    "date": "10.3.2024",
    "start_time": "10:30",
    "end_time": "13:00",
    "location": "{} 5",
    "type": "{} 6",
    "attendees_count": "42",
    "organisations": "{} 7, {} 8",
}
SENTENCE = {"he": "כאן נכתב משפט", "ar": "هنا كُتبت جملة", "en": "Here stands sentence"}


def filled(language: str) -> tuple[bytes, list[str]]:
    """The blank of a meeting as an office fills it, and the sentences under its headings."""
    structure, wording, sentence = load_structure(), Wording(language), SENTENCE[language]
    document = Document(io.BytesIO(word_file(meeting_outline(structure, wording), wording)))
    names = {wording.text(field.title): field.id for field in structure.meeting}
    sentences = []
    for number, paragraph in enumerate(document.paragraphs):
        name, _, value = paragraph.text.partition(": ")
        if name in names and value:
            paragraph.runs[0].text = f"{name}: {ANSWERS[names[name]].format(sentence, sentence)}"
        elif "[" in paragraph.text:
            paragraph.runs[0].text = f"{sentence} {number}"
            sentences.append(paragraph.text)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue(), sentences


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_the_filled_blank_of_a_meeting_comes_back_whole(language: str, run, site, tmp_path) -> None:
    """Whoever filled the form that the site offers would have to copy it by hand, field by field."""
    content, sentences = filled(language)
    (tmp_path / "summary.docx").write_bytes(content)
    report = tmp_path / "account.json"
    said = run("import", "meeting", str(tmp_path / "summary.docx"), "--into", "example", "--report", str(report))
    assert said.exit_code == 0, said.output
    text = (site / "processes/example/meetings/2024-03-10.md").read_text("utf-8")
    front, body = text.removeprefix("---\n").split("\n---\n")
    sentence = SENTENCE[language]
    assert yaml.load(front, yaml.BaseLoader) == {
        "title": sentences[0],
        "date": "2024-03-10",
        "start_time": "10:30",
        "end_time": "13:00",
        "location": f"{sentence} 5",
        "type": f"{sentence} 6",
        "attendees_count": "42",
        "organisations": [f"{sentence} 7", f"{sentence} 8"],
    }
    parts = [part.title.in_language(language) for part in load_structure().meeting_parts]
    assert [line for line in body.split("\n") if line] == [
        each for part, written in zip(parts, sentences[1:], strict=True) for each in (f"## {part}", written)
    ]
    account = yaml.safe_load(report.read_text("utf-8"))
    assert account["words"]["left_out"] == 0
    assert not [code for code in findings_of(site) if code.startswith(("F0", "L0"))]


def test_an_offices_own_summary_is_taken_apart_and_what_is_none_stays(structure: Structure) -> None:
    """Nobody keeps to a form; what the importer does not understand must not be gone."""
    document = read_document(
        package(
            par(run("שולחן עגול ראשון", "<w:b/><w:bCs/><w:sz w:val='40'/><w:szCs w:val='40'/>")),
            par("תאריך: יום שלישי, 10 במרץ 2026", "<w:r><w:br/></w:r>", "שעות: 9:30–13:00"),
            par("מספר הנוכחים: כארבעים"),
            par("מנחה: חברת שיח"),
            head("1. מטרת המפגש"),
            par("להכיר."),
            head("תחבורה", 2),
            par("אין קו."),
            head("סיכומים"),
            par("הוסכם."),
        )
    )
    draft = read_meeting(document.text, structure)
    assert draft.values == {
        "title": "שולחן עגול ראשון",
        "date": "2026-03-10",
        "start_time": "09:30",
        "end_time": "13:00",
    }
    assert draft.body == (
        "מספר הנוכחים: כארבעים\n\nמנחה: חברת שיח\n\n## 1. מטרת המפגש\n\nלהכיר.\n\n### תחבורה\n\nאין קו.\n\n## סיכומים\n\nהוסכם."
    )
    assert draft.unread == (("attendees_count", "מספר הנוכחים: כארבעים"),)


def test_the_names_of_those_who_came_stay_out(structure: Structure) -> None:
    """A summary begins with who sat there; names are published through the list of participants, with consent."""
    people = ("דנה לוי, מנהלת אגף", "יוסי כהן, נציג ציבור", "רות ישראלי, עמותת חוסן")
    document = read_document(
        package(
            par("תאריך: 1.2.2026"),
            par("משתתפים: דנה לוי, יוסי כהן, רות ישראלי"),
            head("מטרה"),
            par("להכיר."),
            head("נכחו"),
            *map(par, people),
        )
    )
    draft = read_meeting(document.text, structure)
    assert not any(name in f"{draft.body}{draft.values}" for name in ("דנה", "יוסי", "רות"))
    assert {each.reason for each in draft.left_out} == {"participants"}
    assert len(draft.people) == 4
    assert "דנה לוי" in read_meeting(document.text, structure, keep_names=True).body


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("10.3.2026", "2026-03-10"),
        ("ב־10/03/26", "2026-03-10"),
        ("יום ג׳, 10 במרץ 2026", "2026-03-10"),
        ("10 مارس 2026", "2026-03-10"),
        ("10 آذار 2026", "2026-03-10"),
        ("March 10, 2026", "2026-03-10"),
        ("10th March 2026", "2026-03-10"),
        ("10 كانون الثاني 2026", "2026-01-10"),
        ("10 يناير (كانون الثاني) 2026", "2026-01-10"),
        ("١٠ أيّار ٢٠٢٦", "2026-05-10"),
        ("12 تشرين الأول 2026", "2026-10-12"),
        ("10th of March, 2026", "2026-03-10"),
        ("10-Mar-2026", "2026-03-10"),
        ("ה־10 בְּמַרְץ 2026", "2026-03-10"),
        ("10–12 במרץ 2026", None),
        ("מרץ 2026", None),
        ("אביב 2026", None),
        ("31.2.2026", None),
    ],
)
def test_days_as_people_write_them(written: str, day: str | None) -> None:
    """A wrong day is worse than none: the meeting would stand in another month."""
    assert read_written_day(written) == day


def test_a_meeting_without_a_day_is_asked_for_it(run, site, tmp_path) -> None:
    """Its file is called by the day; a guess from the clock would be a lie."""
    (tmp_path / "summary.docx").write_bytes(package(head("מטרה"), par("להכיר.")))
    said = run("import", "meeting", str(tmp_path / "summary.docx"), "--into", "example")
    assert said.exit_code == 1
    assert "--date" in said.output
    assert not (site / "processes/example/meetings").exists()
    said = run("import", "meeting", str(tmp_path / "summary.docx"), "--into", "example", "--date", "5.2.2026")
    assert said.exit_code == 0, said.output
    assert (site / "processes/example/meetings/2026-02-05.md").is_file()


def test_a_summary_of_a_meeting_is_recognised_where_a_report_is_expected(run, tmp_path) -> None:
    """Whoever takes the wrong command gets chapters of a process, and should hear of the right one."""
    (tmp_path / "summary.docx").write_bytes(filled("he")[0])
    said = run("import", "document", str(tmp_path / "summary.docx"), "--into", "health/talks", "--ministry", "health")
    assert "sikum import meeting summary.docx" in said.output
