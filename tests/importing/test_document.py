"""A Word report becomes a process folder: headings find their chapters, and nothing that was written is lost."""

from pathlib import Path

import pytest

from generator.importing.placing import place_blocks
from generator.importing.word.document import read_document
from tests.importing.conftest import findings_of, heading, paragraph, picture, table, word

REPORT = (
    heading("שיח על שירותי הבריאות", 1),
    paragraph("מסמך מסכם."),
    heading("1. הקדמה", 1),
    heading("עיקרי התהליך", 2),
    paragraph("נפגשנו שלוש פעמים.", note=1),
    heading("תודות", 2),
    paragraph("תודה לכולם."),
    heading("רקע", 1),
    paragraph("רציונל", bold=True),
    paragraph("כי כך."),
    heading("ממצאי הסקר", 1),
    table((("שאלה", "כן"), ("מרוצים?", "70%"))),
    picture("מפת המרפאות"),
    heading("מה עבד", 1),
    paragraph("המפגשים הקטנים."),
    heading("נספח א: השאלון", 1),
    paragraph("1. שאלה ראשונה"),
    picture(""),
    heading("משתתפים", 1),
    paragraph("דנה לוי, מנהלת"),
)


@pytest.fixture
def report() -> bytes:
    """A report as offices write them: numbered, half styled, with a list of people at its end."""
    return word(*REPORT, notes=["לא כולל את מפגש הפתיחה."])


def placed(content: bytes, structure, **options):
    """Where a report's text goes."""
    return place_blocks(read_document(content).text, structure, **options)


def chapter(placement, element: str) -> str:
    """The body of the first chapter of an element."""
    return next(each.body for each in placement.chapters if each.element == element)


def test_headings_open_the_chapters_that_they_name(report, structure):
    """An editor would copy each chapter by hand."""
    placement = placed(report, structure)
    assert placement.title == "שיח על שירותי הבריאות"
    assert [each.element for each in placement.chapters] == [
        "foreword", "background", "content", "reflection", "appendix",
    ]  # fmt: skip
    assert "## עיקרי התהליך\n\nנפגשנו" in chapter(placement, "foreword")


def test_a_bold_line_that_is_a_parts_title_is_its_heading(report, structure):
    """Many reports have headings in all but style."""
    assert "## רציונל\n\nכי כך." in chapter(placed(report, structure), "background")


def test_a_part_without_its_chapter_opens_it(report, structure):
    """ "What worked" belongs to the look back, whether the report has such a chapter or not."""
    assert chapter(placed(report, structure), "reflection") == "## מה עבד\n\nהמפגשים הקטנים."


def test_chapters_are_told_by_their_titles_and_so_is_one_that_a_part_opened(run, tmp_path):
    """An office does not know what `reflection` is, and of the findings that went there nothing was said at all."""
    content = word(
        heading("סיכום", 1), heading("תקציר", 1), paragraph("בקצרה."), heading("דבר המנכ\"לית", 1), paragraph("שלום."),
        heading("תובנות", 1), paragraph("צל קודם."), heading("המלצות", 1), paragraph("להצל."),
    )  # fmt: skip
    (tmp_path / "report.docx").write_bytes(content)
    said = run(
        "import", "document", str(tmp_path / "report.docx"), "--into", "health/talks", "--ministry", "health"
    ).output
    for line in (
        "  תקציר ← בקצרה\n",
        '  דבר המנכ"לית ← הקדמה\n',
        "  תובנות ← מבט לאחור\n",
        "  אינה במבנה, נשמרה בפרק משלה (תוכן): המלצות\n",
    ):
        assert line in said


def test_a_heading_of_what_worked_and_what_did_not_is_the_look_back(structure):
    """One chapter for both is what many reports have."""
    content = word(heading("דוח", 1), heading("מה עבד ומה לא", 1), paragraph("המפגשים."))
    assert chapter(placed(content, structure), "reflection") == "המפגשים."


def test_what_has_no_place_is_kept_under_its_own_title_and_said(report, structure):
    """A lost table is not noticed until somebody asks for it."""
    placement = placed(report, structure)
    assert placement.unplaced == (("ממצאי הסקר", "content"), ("נספח א: השאלון", "appendix"))
    assert next(each.title for each in placement.chapters if each.element == "content") == "ממצאי הסקר"


def test_a_list_of_participants_is_left_out_unless_it_is_asked_for(report, structure):
    """Names come through participants.csv, with consent; a repository is a publication too."""
    placement = placed(report, structure)
    assert [each.text for each in placement.left_out if each.reason == "participants"] == ["משתתפים", "דנה לוי, מנהלת"]
    assert "דנה לוי" not in "".join(each.body for each in placement.chapters)
    kept = placed(report, structure, keep_names=True)
    assert "דנה לוי" in "".join(each.body for each in kept.chapters)


def test_tables_footnotes_and_pictures_come_along(report, structure):
    """They are what a report is about."""
    placement = placed(report, structure)
    assert "| שאלה | כן |\n| --- | --- |\n| מרוצים? | 70% |" in chapter(placement, "content")
    assert "![מפת המרפאות](media/picture-1.png)" in chapter(placement, "content")
    assert chapter(placement, "foreword").endswith("[^1]: לא כולל את מפגש הפתיחה.")


def test_a_paragraph_that_looks_like_a_list_stays_a_paragraph(report, structure):
    """Word numbers by hand; Markdown would begin its own list."""
    assert "1\\. שאלה ראשונה" in chapter(placed(report, structure), "appendix")


def test_a_picture_without_words_gets_a_marked_gap(report, structure):
    """An empty alternative text says that the picture means nothing."""
    assert "![[להשלים: מה רואים בתמונה]](media/picture-1.png)" in chapter(placed(report, structure), "appendix")


def test_a_report_without_headings_is_content(structure):
    """Nothing is thrown away because of its form."""
    placement = placed(word(paragraph("רק טקסט.")), structure)
    assert [(each.element, each.body) for each in placement.chapters] == [("content", "רק טקסט.")]


def test_a_new_process_is_made_that_has_no_error(run, site, tmp_path, report):
    """The first thing an editor sees is the site with the report in it, not a list of errors."""
    (tmp_path / "report.docx").write_bytes(report)
    result = run("import", "document", str(tmp_path / "report.docx"), "--into", "health/talks", "--ministry", "health")
    assert result.exit_code == 0, result.output
    folder = site / "processes/health/talks"
    assert (folder / "media/picture-1.png").exists()
    assert "status: open" in (folder / "index.md").read_text("utf-8")
    assert "## מה ייעשה בידע\n\n[להשלים:" in (folder / "foreword.md").read_text("utf-8")
    assert set(findings_of(site)) == {"F031"}
    assert "ממצאי הסקר" in result.stderr
    assert not result.stdout


def test_chapters_that_are_there_are_not_lost(run, site, tmp_path, report):
    """The office has been writing since the last import."""
    (tmp_path / "report.docx").write_bytes(report)
    before = {path: path.read_bytes() for path in (site / "processes").rglob("*") if path.is_file()}
    result = run("import", "document", str(tmp_path / "report.docx"), "--into", "example")
    assert result.exit_code == 1
    assert {path: path.read_bytes() for path in (site / "processes").rglob("*") if path.is_file()} == before


def test_force_takes_the_report_over_and_leaves_the_record(run, site, tmp_path, report):
    """The record was filled in by hand; a report has no dates and no consent."""
    record: Path = site / "processes/example/index.md"
    before = record.read_bytes()
    (tmp_path / "report.docx").write_bytes(report)
    result = run("import", "document", str(tmp_path / "report.docx"), "--into", "example", "--force")
    assert result.exit_code == 0
    assert record.read_bytes() == before
    assert "נפגשנו" in (site / "processes/example/foreword.md").read_text("utf-8")
