"""The blanks of the guide come back whole: an office fills one in Word or Excel, and `sikum import` knows every heading."""

import io
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document

from generator.blanks.letter import letter_outline
from generator.blanks.participants import participants_workbook
from generator.blanks.process import meeting_outline, process_outline
from generator.blanks.word import word_file
from generator.cli import sikum
from generator.importing.placing import place_blocks
from generator.importing.word.document import read_document
from generator.source.placeholders import find_placeholders
from generator.structure import load_structure
from generator.wording import Wording

SITE = "site_name: s\ndocs_dir: processes\nplugins: [sikum]\ntheme: {{name: material, language: {}}}\n"
SMALLEST = Path(__file__).parent.parent / "smallest" / "processes"
LANGUAGES = ["he", "ar", "en"]
WRITTEN = {
    "he": ("כאן נכתב משפט {}.", "דנה לוי"),
    "ar": ("هنا كُتبت جملة {}.", "دانة ليفي"),
    "en": ("Here stands sentence {}.", "Dana Levi"),
}


@pytest.fixture
def structure():
    """The package's own structure."""
    return load_structure()


def filled(blank: bytes, language: str) -> tuple[bytes, list[str]]:
    """The blank with a sentence in place of every gap, as an office fills it, and the sentences."""
    document = Document(io.BytesIO(blank))
    sentences = []
    for number, paragraph in enumerate(document.paragraphs):
        if any(find_placeholders(paragraph.text)):
            sentences.append(WRITTEN[language][0].format(number))
            paragraph.runs[0].text = sentences[-1]
    file = io.BytesIO()
    document.save(file)
    return file.getvalue(), sentences


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_process_blank_comes_back_with_every_heading_known_and_no_word_lost(
    language: str, structure, tmp_path: Path
) -> None:
    """An office that used the very form that the site offers would find its text under 'content', or not at all."""
    content, sentences = filled(word_file(process_outline(structure, Wording(language)), Wording(language)), language)
    placement = place_blocks(read_document(content).text, structure)
    # An appendix always keeps its own title.
    assert [element for _, element in placement.unplaced] == ["appendix"]
    written = [each.id for each in structure.elements if not each.is_generated]
    assert [chapter.element for chapter in placement.chapters] == written
    assert placement.title == sentences[0]

    (tmp_path / "processes").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SITE.format(language), "utf-8")
    report = tmp_path / "report.docx"
    report.write_bytes(content)
    said = CliRunner().invoke(
        sikum,
        ["import", "document", str(report), "--into", "health/talk", "--ministry", "health", "--site", str(tmp_path)],
    )
    assert said.exit_code == 0, said.output
    texts = "\n".join(
        path.read_text("utf-8") for path in sorted((tmp_path / "processes" / "health" / "talk").rglob("*.md"))
    )
    assert [sentence for sentence in sentences if texts.count(sentence) != 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_list_of_participants_comes_back_with_every_column_understood(
    language: str, structure, tmp_path: Path
) -> None:
    """A column that the import does not know is left out, and with it what somebody consented to."""
    workbook = openpyxl.load_workbook(io.BytesIO(participants_workbook(structure, Wording(language))))
    sheet = workbook.active
    heads = [cell.value for cell in sheet[1]]
    wording = Wording(language)
    assert heads == [wording.text(field.title) for field in structure.participant]
    consent = structure.vocabularies["consent"].terms
    for row, term in enumerate(consent, 2):
        values = {"name": f"{WRITTEN[language][1]} {row}", "consent": wording.text(term.title)}
        for column, field in enumerate(structure.participant, 1):
            if value := values.get(field.id):
                sheet.cell(row=row, column=column, value=value)
    listed = tmp_path / "people.xlsx"
    workbook.save(listed)
    shutil.copytree(SMALLEST, tmp_path / "processes")
    made = tmp_path / "processes" / "example"
    (tmp_path / "mkdocs.yml").write_text(SITE.format(language), "utf-8")
    options = ["--keep-names", "--force", "--site", str(tmp_path)]
    said = CliRunner().invoke(sikum, ["import", "participants", str(listed), "--into", "example", *options])
    assert said.exit_code == 0, said.output
    rows = (made / "participants.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 1 + len(consent)
    for line, term in zip(rows[1:], consent, strict=True):
        # In the language of the process, which is the Hebrew one.
        assert term.title.he in line.split(",")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_meeting_has_every_part_and_a_blank_letter_asks_what_the_method_asks(language: str, structure) -> None:
    """A meeting that is summed up without what was agreed, or a letter without thanks, is what the method warns of."""
    wording = Wording(language)
    meeting = Document(io.BytesIO(word_file(meeting_outline(structure, wording), wording)))
    headings = [each.text for each in meeting.paragraphs if each.style.name == "Heading 1"]
    assert headings == [wording.text(part.title) for part in structure.meeting_parts]
    letter = Document(io.BytesIO(word_file(letter_outline(wording), wording)))
    gaps = [each.text for each in letter.paragraphs if any(find_placeholders(each.text))]
    assert len(gaps) == 7


def test_the_same_structure_gives_the_same_bytes(structure, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes with the clock is uploaded anew with every build, and no two builds agree."""
    wording = Wording("he")
    lines = process_outline(structure, wording)
    first = (word_file(lines, wording), participants_workbook(structure, wording))
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2033, 5, 18, 3, 33, 20, 2, 138, 0))
    assert (word_file(lines, wording), participants_workbook(structure, wording)) == first


def test_a_hebrew_blank_runs_from_right_to_left(structure) -> None:
    """Word sets a Hebrew paragraph without this from the left, with its full stop at the wrong end."""
    wording = Wording("he")
    document = Document(io.BytesIO(word_file(process_outline(structure, wording), wording)))
    assert "<w:bidi/>" in document.styles["Normal"].element.xml
    assert all(run.font.rtl for paragraph in document.paragraphs for run in paragraph.runs)
    book = openpyxl.load_workbook(io.BytesIO(participants_workbook(structure, wording)))
    assert book.active.sheet_view.rightToLeft
