"""An import tells what it understood of a list, and says nobody's name or number, wherever in the list it was written."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import sikum
from generator.importing.lists.said import Said
from tests.trust.sites import catalogue_files, write_project

NAME, NUMBER = "זקדנה זקאדם", "123456782"
LISTS = {
    "in the names of columns": f"שם,{NAME},{NUMBER},הסכמה\n{NAME},כן,כן,לא\nזקרות זקלוי,רכז,א,כן\n",
    "in answers": f"שם,תפקיד,הסכמה\n{NAME},רכזת,רק אם {NUMBER}\nזקרות זקלוי,רכז,לשאול את זַקדנה\nזקגל זקשני,א,לומר לזקדנה\n",
    "in sectors": f"שם,מגזר,הסכמה\n{NAME},{NAME},לא\nזקרות זקלוי,זקאדם זקדנה,כן\n",
    "in rows of people as names of columns": "דנה זקאדם,רכזת,050-5550123,תפקיד\nזקרות זקלוי,רכז,ארגון,כן\n",
    "in titles of groups": f"שם,תפקיד,הסכמה\nלא לפרסם: {NAME},,\n{NAME},רכזת,לא\nנעדרו,,\nזקרות זקלוי,רכזת,כן\n",
}


@pytest.mark.parametrize("where", LISTS)
def test_no_line_and_no_report_of_an_import_says_a_name_or_a_number(where: str, tmp_path: Path) -> None:
    """What an import prints stays in the log of a terminal or a server, and its report beside the list."""
    files = catalogue_files()
    del files["first/participants.csv"]
    folder = write_project(tmp_path / "site", files)
    (tmp_path / f"{NAME} {NUMBER}.csv").write_text(LISTS[where], encoding="utf-8")
    arguments = [
        tmp_path / f"{NAME} {NUMBER}.csv",
        "--into",
        "first",
        "--site",
        folder,
        "--report",
        tmp_path / "r.json",
    ]
    run = CliRunner().invoke(sikum, ["import", "participants", *map(str, arguments)], catch_exceptions=False)
    report = tmp_path / "r.json"
    said = run.output.replace(str(tmp_path), "") + (report.read_text(encoding="utf-8") if report.is_file() else "")
    assert run.exit_code == (1 if "rows of people" in where else 0), said
    for secret in ("זקאדם", "זקדנה", NUMBER, "050-5550123"):
        assert secret not in said
    assert report.is_file() is (run.exit_code == 0)


def test_words_of_columns_are_said_unless_they_may_be_a_person() -> None:
    """Who is told `…` for every column cannot say with `--column` which is the one of names."""
    said = Said([NAME])
    for words in ("מי אתם?", "טל' נייד", "שם", "הערות 2024-05-01", "E-mail", 'סה"כ'):
        assert said.words(words) == words
    for words in (NAME, "זקאדם, זקדנה", "שאלות אל זקדנה־זקאדם", "דנה כהן", NUMBER, "050-5550123"):
        assert said.words(words) == "…"
    assert said.file(f"{NAME}.xlsx") == "….xlsx"
    assert said.file("list.xlsx") == "list.xlsx"


def test_what_is_written_says_nobody_in_the_cells_of_others(tmp_path: Path) -> None:
    """The names that are left out are in no file afterwards, so no check would find one in a role."""
    files = catalogue_files()
    del files["first/participants.csv"]
    folder = write_project(tmp_path / "site", files)
    rows = {
        "זקא זקאחת": f"מחליפה את {NAME},ארגון א", "זקב זקשתיים": "רכז,זַקדנה־זקאדם ייעוץ", "זקג זקשלוש": "123.456.782,ארגון ב",
        "זקד זקארבע": "רכז,ארגון ג", "זקה זקחמש": "זקאדם זקדנה,someone[at]gmail.com",
    }  # fmt: skip
    people = "".join(f"{name},{cells},הסכמה מלאה\n" for name, cells in rows.items())
    (tmp_path / "list.csv").write_text(
        f"שם,תפקיד,ארגון,הסכמה\n{NAME},יועצת,ארגון ד,נספר בלבד\n{people}", encoding="utf-8"
    )
    run = CliRunner().invoke(
        sikum,
        ["import", "participants", str(tmp_path / "list.csv"), "--into", "first", "--site", str(folder)],
        catch_exceptions=False,
    )
    written = next(folder.rglob("first/participants.csv")).read_text(encoding="utf-8-sig")
    assert written.splitlines()[1:6] == [
        "זקא זקאחת,,ארגון א,הסכמה מלאה,", "זקב זקשתיים,רכז,,הסכמה מלאה,", "זקג זקשלוש,,ארגון ב,הסכמה מלאה,",
        "זקד זקארבע,רכז,ארגון ג,הסכמה מלאה,", "זקה זקחמש,,,הסכמה מלאה,",
    ]  # fmt: skip
    assert run.output.count(": 4") == 1
