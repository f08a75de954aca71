"""What offices write about consent: under any header, in any words, and what is not understood publishes less."""

from pathlib import Path

import pytest

from generator.model.record import ConsentPolicy
from generator.reading.consent_words import Answer, asks_consent, read_consent
from generator.structure import load_structure
from tests.reading.told import read, told

LEVELS = load_structure().vocabularies["consent"]
ASKED = ConsentPolicy(default_consent="full", basis="טופס הרשמה")
"""People were asked for their name, role and organisation, so that a yes is a yes to these."""
NOBODY_ASKED = ConsentPolicy()
RECORD = "participants: {default_consent: full, basis: טופס}\n"

HEADERS = """
אפשר לציין שם · ציון שם · להזכיר בשם? · אזכור בשם · להציג שם בדוח · הצגת שם · הופעה בנספח · להופיע ברשימה · שם גלוי · חסוי
אופן הופעה · להסתיר שם · כתב ויתור · Name in report · Can be named · Named in appendix · Attribution · Show name · Hide name
Confidential · Pseudonym · ذكر الاسم · إظهار الاسم
הסכמה לפרסום · מאשר פרסום · מאשר/ת פרסום · מאשרים פרסום? · אישור פרסום שם · אישור פרסום (כן/לא) · פרסום שם
האם ניתן לפרסם את שמך? · מסכים/ה לפרסום? · מסכימה · האם את/ה מסכים/ה? · הסכמה להופיע ברשימה · הסכמת המשתתף · אפשר לפרסם
אישור · רשות לפרסם · שמי יפורסם · לפרסם את השם? · חשיפה · אנונימי · הסכים לפרסום שמו · פרסום פרטים
Consent? · Consent (Y/N) · Agree to publish (Y/N) · Agreed · OK to publish · Publish name? · Do you agree? · Permission to publish
I agree to be named · Publication of name · May we name you? · Anonymous? · Opt-out · Disclosure · Consented
الموافقة · موافقة على النشر؟ · هل توافق على نشر اسمك؟ · أوافق على النشر · يوافق على النشر · نشر الاسم · إذن بالنشر
هل يمكن نشر الاسم
""".replace("\n", " · ").split(" · ")
OTHER_HEADERS = """
שם · תפקיד · ארגון · טלפון · דוא"ל · הערות · השתתפות במפגש 1 · מספר · עיר · מחוז · אישור הגעה · הוצאה לאור
Publisher · Phone · City · Notes · Arrived · الهاتف · المدينة · ملاحظات · البريد
""".replace("\n", " · ").split(" · ")


@pytest.mark.parametrize("header", [header for header in HEADERS if header])
def test_a_column_that_asks_for_consent_is_seen_whatever_it_is_called(header: str) -> None:
    """Who wrote no below it refused; a header that is not known would make the record's default hold for them."""
    assert asks_consent(header)


@pytest.mark.parametrize("yes", ["כן", "yes", "V", "نعم"])
@pytest.mark.parametrize(
    "header",
    [
        "אנונימי", "חסוי", "סודי - הסכמה", "להסתיר שם", "ללא שם", "שם בדוי", "מסרב לפרסום", "Anonymous", "Hide name",
        "Keep private", "Confidential", "No publication", "Opt out", "Pseudonym", "إخفاء الاسم", "عدم النشر",
    ],
)  # fmt: skip
def test_a_yes_to_a_column_that_asks_who_refuses_is_a_refusal(header: str, yes: str) -> None:
    """ "Hide my name: yes" was read as an agreement to everything that the record offers."""
    assert read_consent([(header, yes)], LEVELS, ASKED, others_answer=True).level == "counted"


FRESH = [
    line
    for line in (Path(__file__).parent / "consent_headers.txt").read_text(encoding="utf-8").splitlines()
    if line[:1] in "+-"
]


@pytest.mark.parametrize("line", FRESH)
def test_a_yes_agrees_only_below_a_header_that_asks_to_publish(line: str) -> None:
    """Each fresh list of headers had words that nobody had thought of, and a yes below them named people."""
    header, yes = line[2:], "yes" if line.isascii() else "نعم" if "\u0600" < line[2] < "\u06ff" else "כן"
    answer = read_consent([(header, yes)], LEVELS, ASKED, others_answer=True)
    assert answer.level == ("full" if line[0] == "+" else "counted")
    assert read_consent([(header, yes)], LEVELS, NOBODY_ASKED, others_answer=True).level == "counted"


def test_who_agrees_to_be_named_and_to_something_else_agrees_to_be_named() -> None:
    """A form that also asked for the picture or the role named nobody."""
    for other in ("הסכמה לפרסום תמונה", "Publish my role", "موافقة على نشر الصورة"):
        cells = [("הסכמה לפרסום שם", "כן"), (other, "yes")]
        assert read_consent(cells, LEVELS, ASKED, others_answer=True) == Answer("full")
        assert read_consent(cells[1:], LEVELS, ASKED, others_answer=True).level == "counted"


@pytest.mark.parametrize("header", ["Present my name to readers", "Name on access list", "שם המשתתף ביום העיון יפורסם"])
def test_a_no_below_a_header_that_speaks_of_names_is_heard_whatever_else_it_speaks_of(header: str) -> None:
    """ "Present" and "day" made such a column one about who came, and the record's default named who had said no."""
    process, _ = read(RECORD, {"participants.csv": f"שם,תפקיד,{header}\nדנה פלמונית,רכזת,no\nרון אלמוני,רכז,no\n"})
    assert [row.consent for row in process.participants] == ["counted", "counted"]


@pytest.mark.parametrize("header", [header for header in OTHER_HEADERS if header])
def test_other_columns_do_not_ask(header: str) -> None:
    """A list whose column of cities were read as consent would publish nobody."""
    assert not asks_consent(header, ["חיפה", "050-5550123", "12"])


@pytest.mark.parametrize(
    ("text", "asked", "level", "is_understood"),
    [
        ("הסכמה מלאה", NOBODY_ASKED, "full", True),
        ("role", NOBODY_ASKED, "role", True),
        ("כן", ASKED, "full", True),
        ("V", ASKED, "full", True),
        ("✓", ASKED, "full", True),
        ("מסכים", ASKED, "full", True),
        ("yes", ASKED, "full", True),
        ("نعم", ASKED, "full", True),
        ("כן", NOBODY_ASKED, "counted", False),
        ("כן?", ASKED, "counted", False),
        ("✔\ufe0f", ASKED, "full", True),
        ("לא", ASKED, "counted", True),
        ("לא מעוניין", ASKED, "counted", True),
        ("לא מסכימה", ASKED, "counted", True),
        ("אנונימי", ASKED, "counted", True),
        ("ללא שם", ASKED, "role", True),
        ("No", ASKED, "counted", True),
        ("لا", ASKED, "counted", True),
        ("غير موافق", ASKED, "counted", True),
        ("-", ASKED, "counted", False),
        ("x", ASKED, "counted", False),
        ("אולי", ASKED, "counted", False),
        ("כן, אבל לא את הטלפון", ASKED, "counted", False),
        ("", ASKED, "counted", True),
        ("", NOBODY_ASKED, None, True),
    ],
)
def test_a_cell_means_what_it_says_and_doubt_is_counted(
    text: str, asked: ConsentPolicy, level: str | None, is_understood: bool
) -> None:
    """A name that is published by a guess cannot be taken back."""
    answer = read_consent([("הסכמה", text)], LEVELS, asked, others_answer=True)
    assert answer == Answer(level, is_understood)


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("מסרב לפרסום", "כן"),
        ("אנונימי?", "כן"),
        ("Opt-out", "yes"),
        ("Anonymous", "V"),
        ("مجهول", "نعم"),
        ("אנונימי", "לא"),
    ],
)
def test_a_yes_to_a_refusal_is_no_consent(header: str, text: str) -> None:
    """Some forms ask who does not want to be named; a yes read as consent would name exactly those."""
    assert read_consent([(header, text)], LEVELS, ASKED, others_answer=True).level == "counted"


def test_of_two_columns_the_least_holds() -> None:
    """Who agreed to a photograph and not to a name is not named."""
    cells = [("הסכמה לפרסום שם", "לא"), ("הסכמה לצילום", "כן")]
    assert read_consent(cells, LEVELS, ASKED, others_answer=True).level == "counted"


@pytest.mark.parametrize(
    ("header", "agreed", "codes"),
    [
        ("הסכמה", "full", []),
        ("מאשרת פרסום?", "full", ["P011"]),
        ("Publish my name (Y/N)", "full", ["P011"]),
        ("עמודה", "counted", ["P011"]),
    ],
)
def test_a_list_with_refusals_publishes_who_agreed_alone(header: str, agreed: str, codes: list[str]) -> None:
    """The default of the record is for those who were asked and agreed, under whatever header the answers stand."""
    table = f"שם,תפקיד,{header}\nדנה פלמונית,רכזת,כן\nרון אלמוני,רכז,לא\nגל אלמוני,רכז,אנונימי\n"
    process, findings = read(RECORD, {"participants.csv": table})
    assert [row.consent for row in process.participants] == [agreed, "counted", "counted"]
    assert [code for code, *_ in told(findings)] == codes


def test_an_empty_cell_beside_answers_is_only_counted_and_said() -> None:
    """Silence is read as consent nowhere where others were heard."""
    table = "שם,תפקיד,הסכמה\nדנה פלמונית,רכזת,full\nרון אלמוני,רכז,\nגל אלמוני,רכז,\n"
    process, findings = read(RECORD, {"participants.csv": table})
    assert [row.consent for row in process.participants] == ["full", "counted", "counted"]
    assert [(each.rule, each.values) for each in findings] == [("P012", {"row": "3, 4"})]


def test_a_column_of_consent_without_any_answer_leaves_the_default() -> None:
    """A template's empty column says nothing about anybody."""
    process, findings = read(RECORD, {"participants.csv": "שם,תפקיד,הסכמה\nדנה פלמונית,רכזת,\n"})
    assert (process.participants[0].consent, findings) == (None, [])


def test_a_name_in_two_columns_is_one_name() -> None:
    """Without a name nobody can be looked for in the texts, and nobody be named."""
    process, findings = read(files={"participants.csv": "שם משפחה,שם פרטי,הסכמה\nפלמונית,דנה,full\n"})
    assert (process.participants[0].name, findings) == ("דנה פלמונית", [])


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("שם,תפקיד", "דנה פלמונית (לא לפרסום),רכזת"),
        ("שם,תפקיד", "דנה פלמונית,רכזת - נא לא לפרסם את שמה"),
        ("שם,תפקיד,הערות", "דנה פלמונית,רכזת,ביקשה שלא יופיע שמה"),
        ("name,role,notes", "Dana Palmonit,guide,does not want to be named"),
        ("الاسم,المنصب,ملاحظات", "دانا فلان,مديرة,طلبت عدم نشر اسمها"),
    ],
)
def test_a_refusal_in_words_in_any_cell_of_a_list_is_heard_and_said(head: str, cells: str) -> None:
    """There was no column of consent, so the refusal stands where somebody found room, and the default published the name."""
    process, findings = read(RECORD, {"participants.csv": f"{head}\n{cells}\nרון אלמוני,רכז\n"})
    assert [row.consent for row in process.participants] == ["counted", None]
    assert "P017" in [each.rule for each in findings]
    assert all("פלמונית" not in str(each.values) for each in findings)


def test_an_empty_consent_in_a_list_of_yaml_beside_answers_is_only_counted_too() -> None:
    """A form of a CMS writes an empty field where nothing was chosen; a field that is not there keeps the record's default."""
    rows = "- {name: דנה פלמונית, consent: full}\n- {name: רון אלמוני, consent: }\n- {name: גל אלמוני}\n"
    process, findings = read(RECORD, {"participants.yml": rows})
    assert [row.consent for row in process.participants] == ["full", "counted", None]
    assert [each.values for each in findings if each.rule == "P012"] == [{"row": "2"}]
