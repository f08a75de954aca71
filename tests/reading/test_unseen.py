"""Characters that nobody sees, contacts that are more than an address, and lines of a list that are comments."""

from __future__ import annotations

import pytest

from generator.diagnostics import Finding
from generator.markup.clean import is_safe_address
from generator.model.private import Process
from generator.reading import Folder, read_process
from generator.source.csv_table import read_table
from tests.reading.told import REGISTRIES, SOUND, STRUCTURE, read, told

HIDDEN = {
    "an escape of YAML": '"דוח \\u202efdp.exe"',
    "a NUL by an escape": '"דוח\\0"',
    "ESC by its letter": '"דוח\\e[1m"',
    "an entity in a field": "דוח &#x202e;fdp",
    "STX": '"\\x02root\\x03"',
    "half a character": '"a\\ud800"',
}


def titled(title: str) -> tuple[Process, list[Finding]]:
    """The sound process with another title."""
    index = f"---\n{SOUND.replace('title: שולחן עגול', f'title: {title}')}---\nבקצרה.\n"
    process, findings = read_process(Folder.of("group/table", {"index.md": index}), STRUCTURE, REGISTRIES)
    return process, list(findings)


@pytest.mark.parametrize("name", HIDDEN)
def test_a_character_that_no_file_may_hold_is_found_however_it_is_written(name: str) -> None:
    """Escapes brought what bytes may not: a title that reads otherwise than it is, and pages that are no HTML."""
    _, findings = titled(HIDDEN[name])
    assert {"S007", "S002"} & {each.rule for each in findings}


@pytest.mark.parametrize("text", ["א&#x202E;ב", "א&#8238;ב", "א&#0;ב", "א&#x2067;ב", "א&#27;ב"])
def test_an_entity_in_a_text_is_found_where_it_stands(text: str) -> None:
    """The page that is made of it holds the character itself."""
    _, findings = read(files={"content.md": f"שורה\n\n{text}\n"})
    assert ("S007", "content.md", 3, 2) in told(findings)


@pytest.mark.parametrize(
    "title",
    [
        '"\u200f"',
        '"\u3164"',
        '"\\u200b \\u2800"',
        '"&nbsp;"',
        '"&#8203;"',
        '"\u0301"',
        '"\u05b8 \u20dd"',
        '"\U000e0041"',
    ],
)
def test_a_title_that_shows_nothing_is_none(title: str) -> None:
    """It was a link with nothing to press, in every list."""
    _, findings = titled(title)
    assert "F001" in {each.rule for each in findings}


@pytest.mark.parametrize(
    ("address", "is_safe"),
    [
        ("mailto:a@example.org", True),
        ("mailto:שם@example.org", True),
        ("mailto:a@example.org?cc=b@example.org", False),
        ("mailto:a@example.org%0d%0aBcc:b@example.org", False),
        ("mailto:a@example.org,b@example.org", False),
        ("MAILTO:?bcc=b@example.org", False),
        ("mailto:", False),
    ],
)
def test_a_link_to_write_by_names_one_address_and_nothing_else(address: str, is_safe: bool) -> None:
    """A reader who writes to the office would write to somebody else as well, unseen."""
    assert is_safe_address(address) is is_safe


@pytest.mark.parametrize("email", ["a@example.org?cc=b@example.org", "a@example.org%0aBcc:b", "a?cc=b@example.org"])
def test_a_contact_that_is_more_than_an_address_is_told_and_not_shown(email: str) -> None:
    """It stood in `mailto:` and in the head of the closing letter."""
    process, findings = read(f'closing: {{contact: {{name: לשכה, email: "{email}"}}}}\n')
    assert "F025" in {each.rule for each in findings}
    assert process.record.closing.contact is not None
    assert process.record.closing.contact.email is None


def test_a_line_of_a_list_that_begins_with_a_hash_is_a_comment() -> None:
    """With consent for all it was published as a person, by the name of the comment."""
    content = '# רשימה ישנה\n#,שם,תפקיד\n1,דנה,א\n# מיכל, עברה\n#2,רון,ב\n"# אחרת",x,y\n'
    table, findings = read_table("participants.csv", content.encode())
    assert table is not None
    assert [cell.text for cell in table.header] == ["#", "שם", "תפקיד"]
    assert [(row.number, row.cells[1].text) for row in table.rows] == [(3, "דנה"), (5, "רון")]
    assert findings == ()


def test_a_name_that_begins_with_a_hash_is_a_comment_in_a_list_of_yaml_too() -> None:
    """Whoever turned the table into YAML had quoted it, and a note about a person was published as one."""
    rows = "- {name: דנה פלמונית, consent: full}\n- {name: '# רון אלמוני – לבדוק', consent: full}\n"
    process, findings = read("participants: {default_consent: full, basis: טופס}\n", {"participants.yml": rows})
    assert [row.name for row in process.participants] == ["דנה פלמונית"]
    assert "P018" in {each.rule for each in findings}
