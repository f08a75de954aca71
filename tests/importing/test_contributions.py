"""What people said, in whatever file a platform gives it, becomes the office's private list and nothing else."""

import csv
import io
import subprocess

import pytest

from generator.importing.contributions.merge import merge
from generator.importing.contributions.read import read_answers
from generator.importing.lists.grid import UnreadableSheet
from tests.importing.conftest import excel

FORM_HEAD = (
    "חותמת זמן",
    "כתובת דואר אלקטרוני",
    "מה שמך המלא?",
    "מה לדעתך חסר במרפאות?",
    "רוצה להוסיף משהו?",
    "האם נוכל לפנות אליך עם תשובה?",
)
DAY = "2024-03-01 10:00"
FORM = (
    (DAY, "a@example.org", "[[NAME]]", "חסרים תורים בערב, ואין מענה טלפוני", None, "כן"),
    (DAY, "b@example.org", "[[NAME]]", "אין גישה לכיסא גלגלים בכניסה", "תודה על השאלה", "לא"),
    (DAY, None, "[[NAME]]", None, None, "כן"),
    (DAY, "c@example.org", "[[NAME]]", "הגינה שליד המרפאה חשוכה בלילה", None, "אולי"),
)
POLIS_HEAD = "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,comment-body"
POLIS = (
    POLIS_HEAD,
    '1710500400000,0,0,4,1,1,false,true,"Opening words"',
    '1710500400000,1,7,4,1,1,false,false,"Shade, please"',
    '1710500400000,2,7,4,1,-1,false,false,"[[REJECTED]]"',
    '1710500400000,3,8,4,1,0,false,false,"=A quiet road"',
)
CITIZEN_SPACE = (
    '"Response ID","Submitted","1. What is your name? - Name","2. What is your email address? - Email",'
    '"3. Do you agree? - Agreement","Please give your reasons - Reasons","Publishing consent - Consent"\n'
    '"ANON-1","2024-03-01 10:00","[[NAME]]","one@example.org","Agree","The path is dark, and children walk there.","Yes"\n'
    '"ANON-2","2024-03-01 11:00","[[NAME]]","","Disagree","","Do not publish"\n'
)


def listed(text):
    """The rows of contributions.csv."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_each_answer_to_an_open_question_is_a_point():
    """What people wrote is answered; their names and what they ticked are not taken."""
    found = read_answers("form.xlsx", excel(FORM_HEAD, *FORM), {})
    assert [(point.contact, point.consent, point.text) for point in found.points] == [
        ("a@example.org", "yes", "חסרים תורים בערב, ואין מענה טלפוני"),
        ("b@example.org", "no", "אין גישה לכיסא גלגלים בכניסה"),
        ("b@example.org", "no", "תודה על השאלה"),
        ("c@example.org", "no", "הגינה שליד המרפאה חשוכה בלילה"),
    ]
    assert found.left_out == {"silent": (4,)}
    assert found.not_understood == (5,)
    assert len({point.ref for point in found.points}) == 4
    assert "[[" not in merge("", found.points).text


def test_references_stay_when_the_file_is_sorted_and_grows():
    """Answers are assigned by reference: a row more at the top would give everybody the answer of another."""
    first = {point.text: point.ref for point in read_answers("form.xlsx", excel(FORM_HEAD, *FORM), {}).points}
    new = (DAY, "d@example.org", "[[NAME]]", "צריך עוד אחות בשעות הבוקר", None, "כן")
    second = {
        point.text: point.ref for point in read_answers("form.xlsx", excel(FORM_HEAD, new, *reversed(FORM)), {}).points
    }
    assert {text: second[text] for text in first} == first


def test_the_comments_of_polis_are_taken_without_those_that_were_rejected():
    """A rejected comment may accuse somebody, and the opening statements are the office's own."""
    found = read_answers("comments.csv", "\n".join(POLIS).encode(), {})
    assert found.platform == "Pol.is"
    assert [(point.ref, point.text) for point in found.points] == [("1", "Shade, please"), ("3", "=A quiet road")]
    assert found.left_out == {"seed": (2,), "rejected": (4,)}
    assert listed(merge("", found.points).text)[1]["text"] == " =A quiet road"


def test_comments_without_quotation_marks_are_refused():
    """Some exports of 2024 have none: a comma in a comment moves its end into no column at all."""
    content = f"{POLIS_HEAD}\n1,1,7,4,1,1,false,false,Shade, please".encode()
    with pytest.raises(UnreadableSheet, match="row 2"):
        read_answers("comments.csv", content, {})


def test_answers_of_citizen_space_keep_their_own_reference():
    """By it the office finds the whole answer on the platform; the consent to publish is another matter."""
    found = read_answers("responses.csv", CITIZEN_SPACE.encode("utf-8-sig"), {})
    (point,) = found.points
    assert (point.ref, point.contact, point.consent) == ("ANON-1", "one@example.org", "")
    assert [field for _, field in found.columns.taken] == ["ref", "contact", "text"]


def test_what_people_wrote_is_never_quoted_as_the_name_of_a_column(run, tmp_path):
    """A file without a head begins with somebody's words."""
    (tmp_path / "list.xlsx").write_bytes(excel(("אני דנה ואני מתלוננת על התורים",), ("גם אני מתלונן על התורים",)))
    result = run("import", "contributions", str(tmp_path / "list.xlsx"), "--into", "example")
    assert result.exit_code == 1
    assert "דנה" not in result.output


def test_a_column_can_be_told():
    """The one question of the form is nothing that the machine could know."""
    content = excel(("זמן", "עניין"), ("ערב", "תורים"), ("בוקר", "חניה"))
    with pytest.raises(UnreadableSheet):
        read_answers("form.xlsx", content, {})
    assert [point.text for point in read_answers("form.xlsx", content, {"עניין": "text"}).points] == ["תורים", "חניה"]


def test_a_second_import_adds_what_is_new_and_touches_nothing_of_the_offices():
    """The office has written beside each point what answers it; a newer export must not undo a week's work."""
    points = read_answers("form.xlsx", excel(FORM_HEAD, *FORM), {}).points
    before = merge("", points[:2]).text
    rows = listed(before)
    mine = f'ref;note;responses;consent\r\n{rows[0]["ref"]};"שלי; בפנים";shade;yes\r\nold;x;;yes\r\n'
    merged = merge(mine, points)
    assert (merged.new, merged.gone, merged.refused) == (3, 1, 0)
    after = list(csv.DictReader(io.StringIO(merged.text.removeprefix("\ufeff")), delimiter=";"))
    assert after[0]["note"] == "שלי; בפנים"
    assert after[0]["responses"] == "shade"
    assert [row["ref"] for row in after][:2] == [rows[0]["ref"], "old"]
    assert merge(merged.text, points).text == merged.text
    assert merge(merged.text, points).new == 0


def test_who_refuses_later_is_heard():
    """Somebody asked to be left alone after the first export."""
    before = merge("", read_answers("form.xlsx", excel(FORM_HEAD, FORM[0]), {}).points).text
    later = read_answers("form.xlsx", excel(FORM_HEAD, (*FORM[0][:-1], "לא")), {}).points
    merged = merge(before, later)
    assert merged.refused == 1
    assert [row["consent"] for row in listed(merged.text)] == ["no"]


def test_the_command_writes_a_list_that_refs_understands_and_says_nothing_of_it(run, site, tmp_path):
    """The list is private: its file is not published, and the account holds no word, address or reference."""
    (tmp_path / "form.xlsx").write_bytes(excel(FORM_HEAD, *FORM))
    subprocess.run(["git", "init", "-q"], cwd=site, check=True)
    arguments = ("import", "contributions", str(tmp_path / "form.xlsx"), "--into", "example")
    dry = run(*arguments, "--dry-run")
    assert dry.exit_code == 0
    assert not (site / "processes" / "example" / "contributions.csv").exists()
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    rows = listed((site / "processes" / "example" / "contributions.csv").read_text(encoding="utf-8"))
    assert len(rows) == 4
    for said in [*(row["ref"] for row in rows), "example.org", "חסרים", "[["]:
        assert said not in result.output
        assert said not in dry.output
    assert ".gitignore" in result.output
    (site / ".gitignore").write_text("contributions.*\n", encoding="utf-8")
    assert ".gitignore" not in run(*arguments).output
    assert run("refs", "example", "--key", str(tmp_path / "key")).exit_code == 0


def test_a_list_that_is_kept_as_a_workbook_is_not_doubled(run, site, tmp_path):
    """Two lists of one process would each be half the truth."""
    (tmp_path / "form.xlsx").write_bytes(excel(FORM_HEAD, *FORM))
    (site / "processes" / "example" / "contributions.xlsx").write_bytes(excel(("ref", "text"), ("1", "x")))
    result = run("import", "contributions", str(tmp_path / "form.xlsx"), "--into", "example")
    assert result.exit_code == 1
    assert not (site / "processes" / "example" / "contributions.csv").exists()
