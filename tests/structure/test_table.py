"""The profile table is made from the structure and says what the requirements say."""

from pathlib import Path

from generator.structure.table import profile_table, render_profile_table

PAGE = Path(__file__).parents[2] / "docs" / "profile-table.md"
COMMAND = """\
python -c "from pathlib import Path; from generator.structure import load_structure; \
from generator.structure.table import render_profile_table; \
Path('docs/profile-table.md').write_text(render_profile_table(load_structure()), encoding='utf-8')\""""


def test_the_page_in_the_docs_is_the_table_of_the_structure(structure):
    """Documentation that says other than the checks do is worse than none."""
    assert PAGE.read_text(encoding="utf-8") == render_profile_table(structure), f"make it anew: {COMMAND}"


def test_every_combination_of_answers_stands_in_exactly_one_row(structure):
    """No combination is left out and none is told twice."""
    rows = profile_table(structure, "en")
    vocabularies = ["kind", "audience", "output-type", "purpose", "distribution", "continuation"]
    sizes = [len(structure.vocabularies[each].terms) for each in vocabularies]
    total = 0
    for row in rows:
        covered = 1
        for answer, size in zip(row.answers, sizes, strict=True):
            covered *= len(answer) or size
        total += covered
    assert total == 3 * 4 * 5 * 3 * 4 * 2
    assert len({row.answers for row in rows}) == len(rows)


def test_a_model_for_participants_of_bottom_lines_in_a_meeting(structure):
    """One row in words, as a reader of the table meets it."""
    row = next(
        row
        for row in profile_table(structure, "he")
        if row.answers[0] == ("פיתוח מודל פעולה",)
        and row.answers[1] == ("משתתפי התהליך",)
        and row.answers[3] == ("שורות תחתונות והחלטות",)
        and row.answers[4] == ("כנס", "מפגש חשיפה מצומצם")
        and row.answers[5] == ("שלב בדרך",)
    )
    assert row.answers[2] == ()
    assert [chapter.split(" (")[0] for chapter in row.chapters] == ["הקדמה", "המודל", "דרכי יישום"]
    assert row.fields == ("השלב הבא", "שורות תחתונות")
    assert row.editions == ("עמוד אחד", "דף לחלוקה")
