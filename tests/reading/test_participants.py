"""The list of participants: read from wherever it is, repeated nowhere."""

import pytest
from msgspec.structs import replace

from generator.diagnostics import Span
from tests.reading.told import read, told

NAME = "דנה פלמונית"
NOWHERE = Span.start_of("")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_table_is_read_as_excel_saves_it(separator: str, mark: bytes) -> None:
    """Offices in Israel have semicolons and a byte order mark; a list read as one column publishes nobody, or all."""
    rows = [["שם", "תפקיד", "ארגון", "מגזר", "הסכמה", "count"], [NAME, '"רכזת, ירושלים"', "ארגון א", "ממשלה", "full", ""],
            ["", "", "", "", "counted", "12"]]  # fmt: skip
    table = mark + "\r\n".join(separator.join(row) for row in rows).encode()
    process, findings = read(files={"participants.csv": table})
    assert findings == []
    first, second = process.participants
    assert (first.name, first.role, first.sector, first.consent) == (NAME, "רכזת, ירושלים", "government", "full")
    assert (second.name, second.count, second.consent) == (None, 12, "counted")


@pytest.mark.parametrize(
    ("table", "rule", "line", "column"),
    [
        (f"שם,הערות\n{NAME},x\n", "P004", 1, 4),
        (f"{NAME},מנהלת\n", "S004", 1, 1),
        (f"שם,תפקיד\n{NAME},x,y\n", "S004", 2, len(NAME) + 4),
        (f'שם,תפקיד\n"{NAME},x\n', "S004", 2, 1),
        (f"שם,מגזר\n{NAME},{NAME}\n", "F004", 2, len(NAME) + 2),
        (f"שם,הסכמה\n{NAME},{NAME}\n", "F004", 2, len(NAME) + 2),
        (f"שם,מספר\n{NAME},3\n", "P007", 2, len(NAME) + 2),
        (f"שם,שם מלא\n{NAME},\n", "S003", 1, 4),
    ],
)
def test_a_fault_is_placed_at_its_cell_and_repeats_nothing(table: str, rule: str, line: int, column: int) -> None:
    """Logs and pull requests are public: the finding about a list must not publish it."""
    _, findings = read(files={"participants.csv": table})
    assert told(findings) == [(rule, "participants.csv", line, column)]
    assert findings[0].is_private
    assert not any(word in text for text in findings[0].values.values() for word in NAME.split())


@pytest.mark.parametrize(
    "text",
    [
        f"- name: {NAME}: מנהלת\n",
        f"- {{name: {NAME} #3}}\n",
        f"- {{{NAME}: א, {NAME}: ב}}\n",
        f"- {NAME}\n",
        f"{NAME}: א\n",
    ],
)
def test_yaml_that_is_wrong_repeats_nothing_either(text: str) -> None:
    """The hint for broken YAML shows the line as it should be: here that line is a person."""
    _, findings = read(files={"participants.yml": text})
    assert findings
    for finding in findings:
        assert finding.is_private
        assert finding.hint != "write-instead"
        assert not any(word in value for value in finding.values.values() for word in NAME.split())


def test_consent_that_cannot_be_read_is_no_consent() -> None:
    """A slip of the pen must not publish a name that the default would publish."""
    process, _ = read(
        "participants: {default_consent: full, basis: טופס}\n", {"participants.csv": f"שם,הסכמה\n{NAME},רול\n"}
    )
    assert process.participants[0].consent == "counted"


def test_the_three_places_say_the_same() -> None:
    """A short list may stand in the record, a longer one in YAML."""
    row = f"{{שם: {NAME}, role: רכזת, הסכמה: full}}"
    inline, _ = read(f"participants: {{list: [{row}]}}\n")
    from_yaml, _ = read(files={"participants.yml": f"- {row}\n"})
    from_csv, _ = read(files={"participants.csv": f"שם,role,הסכמה\n{NAME},רכזת,full\n"})
    lists = [
        [replace(each, span=NOWHERE) for each in process.participants] for process in (inline, from_yaml, from_csv)
    ]
    assert lists[0] == lists[1] == lists[2]
    assert inline.participants[0].name == NAME


def test_two_lists_are_one_too_many() -> None:
    """Nobody can tell which of them holds the consent."""
    _, findings = read(files={"participants.csv": "שם\nא\n", "participants.yml": "- {name: א}\n"})
    assert told(findings) == [("P006", "participants.yml", 1, 1)]


def test_a_long_list_is_read_quickly() -> None:
    """One process may have twenty thousand participants."""
    rows = "\n".join(
        f'משתתף {number},"רכז, מחוז {number % 7}",ארגון {number % 50},business' for number in range(20_000)
    )
    process, findings = read(files={"participants.csv": f"שם,תפקיד,ארגון,מגזר\n{rows}\n"})
    assert len(process.participants) == 20_000
    assert findings == []
