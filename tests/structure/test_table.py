"""The profile table is made from the structure and says what the requirements say."""

from docs.reference.profile_page import profile_table


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
