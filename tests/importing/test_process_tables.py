"""Promises, responses and outcomes go to Excel and come back: unchanged tables change nothing, changed ones what they say."""

import io
from pathlib import Path

import openpyxl
import pytest

from generator.importing.process_tables.content import read_items, write_items
from generator.importing.process_tables.kinds import NAMES, kind_of
from generator.importing.process_tables.merge import merge
from generator.importing.process_tables.sheets import read_table, write_workbook
from tests.importing.conftest import excel, findings_of

SAMPLES = sorted((Path(__file__).parents[2] / "processes").rglob("index.md"))
PROMISES = """# what was promised

- id: paths
  text: '=סלילת שביל: עד הגשר'
  date: 2024-03
  status: pending
  due: 2025-12-31
  internal: מספר 7
  updates:
    - date: 2024-05-01
      note: נמצא תקציב
    - date: 2024-06
      note: 'החל תכנון: שלב א'
- id: benches
  text: ספסלים
  status: kept
  evidence: https://example.org/benches
"""


def book_of(structure, kind, items, language="he"):
    """A workbook of one table, open for an assistant's changes."""
    return openpyxl.load_workbook(io.BytesIO(write_workbook([(kind, items)], structure, language)))


def read_back(structure, kind, book, **options):
    """The table of a workbook."""
    made = io.BytesIO()
    book.save(made)
    return read_table("t.xlsx", made.getvalue(), kind, structure, **options)


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_a_table_comes_back_unchanged(structure, language):
    """Dates, terms, updates, a text that looks like a formula: an export that changes them would be a trap."""
    kind = kind_of("promises", structure)
    items = read_items(kind, PROMISES)
    table = read_back(structure, kind, book_of(structure, kind, items, language))
    merged = merge(kind, items, table.items, [field for _, field in table.columns])
    assert merged.is_same
    assert list(merged.items) == items
    assert not table.unread


WITH_MORE = """- id: roads
  text: |
    כביש:

    - מצפון
    - מדרום
  date: 1899-12-31
  status: קוימה
  updates:
    - date: 2024-05-01
      note: נמצא תקציב
      url: https://example.org/budget
      state: pending
    - date: 2024-06-01
      note: החלו עבודות
- id: "007"
  text: "2024"
"""


@pytest.mark.parametrize("language", ["he", "en"])
def test_what_a_cell_does_not_hold_is_not_lost(structure, language):
    """Addresses of updates, paragraphs and a term's own spelling were dropped by a table that nobody had changed."""
    kind = kind_of("promises", structure)
    items = read_items(kind, WITH_MORE)
    book = book_of(structure, kind, items, language)
    table = read_back(structure, kind, book)
    fields = [field for _, field in table.columns]
    assert merge(kind, items, table.items, fields).is_same
    sheet = book.active
    updates = next(cell.column for cell in sheet[1] if cell.value == structure.promise[-1].title.in_language(language))
    sheet.cell(2, updates).value = "2024-05-01: נמצא תקציב גדול\n2024-06-01: החלו עבודות\n2024-07-01: הושלם"
    table = read_back(structure, kind, book)
    merged = merge(kind, items, table.items, fields)
    assert (merged.new, merged.changed, merged.gone) == (0, 1, 0)
    road = merged.items[0]
    assert [(each["note"], each.get("url")) for each in road["updates"]] == [
        ("נמצא תקציב גדול", "https://example.org/budget"), ("החלו עבודות", None), ("הושלם", None),
    ]  # fmt: skip
    written = read_items(kind, write_items(kind, WITH_MORE, merged.items))
    assert written[0]["text"] == "כביש:\n\n- מצפון\n- מדרום\n"
    assert written[0]["date"] == "1899-12-31"
    assert written == list(merged.items)


def test_the_tables_of_every_sample_come_back_unchanged(structure):
    """Real processes have long texts, half dates and words of their own."""
    seen = 0
    for index in SAMPLES:
        for name in NAMES:
            kind = kind_of(name, structure)
            path = index.parent / kind.file
            items = read_items(kind, path.read_text(encoding="utf-8")) if path.exists() else []
            table = read_back(structure, kind, book_of(structure, kind, items))
            assert merge(kind, items, table.items, [field for _, field in table.columns]).is_same, path
            seen += len(items)
    assert seen > 20


def test_a_file_that_is_written_anew_says_what_it_said(structure):
    """The comments at its head stay, and so do fields that the structure does not know."""
    kind = kind_of("promises", structure)
    items = read_items(kind, PROMISES)
    written = write_items(kind, PROMISES, items)
    assert read_items(kind, written) == items
    assert written.startswith("# what was promised\n")
    assert items[0]["internal"] == "מספר 7"


def test_an_assistants_changes_are_taken_and_what_has_no_column_stays(structure):
    """Excel knows nothing of a field of the office's own, and must not lose it."""
    kind = kind_of("promises", structure)
    items = read_items(kind, PROMISES)
    book = book_of(structure, kind, items)
    sheet = book.active
    status = next(cell.column for cell in sheet[1] if cell.value == "מצב ההבטחה")
    sheet.cell(2, status).value = "קוימה"
    sheet.append([None, "תאורה"])
    table = read_back(structure, kind, book)
    merged = merge(kind, items, table.items, [field for _, field in table.columns])
    assert (merged.new, merged.changed, merged.gone) == (1, 1, 0)
    assert (merged.items[0]["status"], merged.items[0]["internal"]) == ("kept", "מספר 7")
    assert merged.items[2] == {"id": "promise-1", "text": "תאורה"}


def test_a_filter_and_a_formula_delete_nothing(structure):
    """Who filtered a table to look at it, or wrote a formula that nobody computed, took no promise back."""
    kind = kind_of("promises", structure)
    items = read_items(kind, PROMISES + "- {id: trees, text: עצים, status: pending, due: 2026-01-01}\n")
    book = book_of(structure, kind, items)
    sheet = book.active
    heads = {cell.value: cell.column for cell in sheet[1]}
    sheet.row_dimensions[2].hidden = True
    sheet.cell(2, heads["מצב ההבטחה"]).value = "קוימה"
    sheet.cell(3, heads["מצב ההבטחה"]).value = "=B1"
    sheet.cell(4, 2).value = "=B2"
    sheet.append([None, "נסתרת חדשה"])
    sheet.row_dimensions[5].hidden = True
    table = read_back(structure, kind, book)
    merged = merge(kind, items, table.items, [field for _, field in table.columns], table.unsaid)
    assert merged.is_same
    assert list(merged.items) == items
    assert table.left_out == {"hidden": (2, 5), "formula": (3, 4)}


def test_an_offices_own_table_is_understood(structure):
    """Nobody begins with our titles."""
    kind = kind_of("promises", structure)
    content = excel(
        ("מעקב הבטחות",), ("מה הובטח", "סטטוס", "תאריך יעד", "אחראי"), ("שביל", "בתהליך", "31.12.2025", "[[NAME]]"),
        ("ספסל", "אולי", "בקרוב", ""), ('סה"כ', 2),
    )  # fmt: skip
    table = read_table("t.xlsx", content, kind, structure)
    assert table.items == (
        {"text": "שביל", "status": "pending", "due": "2025-12-31"},
        {"text": "ספסל", "status": "אולי", "due": "בקרוב"},
    )
    assert table.unknown == ("אחראי",)
    assert table.unread == {"status": (4,), "due": (4,)}
    assert table.left_out == {"total": (5,)}


def test_of_the_record_only_the_outcomes_change(structure):
    """People's comments and their order of fields are theirs."""
    kind = kind_of("outcomes", structure)
    text = "---\r\ntitle: א\r\n# הערה\r\noutcomes:\r\n  - type: none\r\n\r\n# על הסגירה\r\nclosing: {}\r\n---\r\n\r\nטקסט\r\n"
    written = write_items(kind, text, [{"type": "work-plan", "title": "תוכנית"}])
    assert written == (
        "---\ntitle: א\n# הערה\noutcomes:\n  - type: work-plan\n    title: תוכנית\n\n# על הסגירה\nclosing: {}\n---\n\nטקסט\n"
    )
    flow = "---\ntitle: א\noutcomes: [{type: none}]\nkind: model\n---\n"
    assert (
        write_items(kind, flow, [{"type": "other"}]) == "---\ntitle: א\noutcomes:\n  - type: other\nkind: model\n---\n"
    )
    assert write_items(kind, "---\ntitle: א\n---\n", [{"type": "other"}]).endswith("outcomes:\n  - type: other\n---\n")


def test_the_commands_keep_the_old_file_and_build_does_not_publish_it(run, site, tmp_path):
    """An afternoon in Excel may be wrong, and what was there may hold what nobody may see."""
    promises = site / "processes" / "example" / "promises.yml"
    promises.write_text(PROMISES, encoding="utf-8")
    book = tmp_path / "t.xlsx"
    assert run("export", "tables", str(book), "--from", "example").exit_code == 0
    result = run("import", "table", "promises", str(book), "--into", "example")
    assert result.exit_code == 0, result.output
    assert promises.read_text("utf-8") == PROMISES
    opened = openpyxl.load_workbook(book)
    opened["promises"].cell(2, 2).value = "שביל רחב"
    opened.save(book)
    assert run("import", "table", "promises", str(book), "--into", "example").exit_code == 1
    assert promises.read_text("utf-8") == PROMISES
    assert run("import", "table", "promises", str(book), "--into", "example", "--force").exit_code == 0
    assert "שביל רחב" in promises.read_text("utf-8")
    assert promises.with_name("promises.yml.bak").read_text("utf-8") == PROMISES
    assert [code for code in findings_of(site) if code.startswith("L")] == ["L014"]  # until somebody deletes it


def test_outcomes_come_from_a_table_into_the_record(run, site, tmp_path):
    """What the decision became is known a year later, by somebody with a sheet."""
    (tmp_path / "o.csv").write_text("סוג,כותרת,תאריך\nתוכנית עבודה,תוכנית שבילים,1.2.2025\n", encoding="utf-8")
    result = run("import", "table", "outcomes", str(tmp_path / "o.csv"), "--into", "example", "--force")
    assert result.exit_code == 0, result.output
    index = (site / "processes" / "example" / "index.md").read_text("utf-8")
    assert "title: תוכנית שבילים\n    date: 2025-02-01" in index


def test_export_without_a_name_is_still_the_open_data(run, tmp_path):
    """Scripts say `sikum export OUT`."""
    assert run("export", str(tmp_path / "out")).exit_code == 0
    assert (tmp_path / "out" / "data").is_dir()


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_the_words_of_a_vocabulary_are_offered_and_understood_in_three_languages(structure, language):
    """Whoever types "kept" in words of their own learns of it weeks later; a list to choose from says it at once."""
    kind = kind_of("promises", structure)
    book = book_of(structure, kind, read_items(kind, PROMISES), language)
    sheet = book["promises"]
    terms = structure.vocabularies["promise-status"].terms
    column = next(cell.column_letter for cell in sheet[1] if cell.value == _title(structure, "status", language))
    rule = next(each for each in sheet.data_validations.dataValidation if f"{column}2" in each.sqref)
    title, place = rule.formula1.split("!")
    offered = [cell.value for row in book[title][place.replace("$", "")] for cell in row]
    assert offered == [term.title.in_language(language) for term in terms]
    assert book[title].sheet_state == "hidden"
    for other in ("he", "ar", "en"):
        sheet[f"{column}2"] = terms[0].title.in_language(other)
        assert read_back(structure, kind, book).items[0]["status"] == terms[0].id


def _title(structure, field, language):
    return next(spec for spec in structure.promise if spec.id == field).title.in_language(language)


@pytest.mark.parametrize(("written", "voices"), [("٢٥", "25"), ("1,200", "1200"), (40, "40"), ("כ-40", "כ-40")])
def test_numbers_are_read_in_the_digits_of_arabic_and_with_separators(structure, written, voices):
    """An assistant writes numbers as the office does; what is no number stands as it is written, for the check to find."""
    kind = kind_of("responses", structure)
    table = read_table("t.xlsx", excel(("מה נשמע", "מענה", "כמה קולות"), ("ספסלים", "התקבל", written)), kind, structure)
    assert table.items[0]["voices"] == voices
