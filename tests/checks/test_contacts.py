"""Private numbers and addresses, in every spelling that people give them; and what only looks like them."""

import sys

import pytest

from generator.checks.authored import LIST, Authored
from generator.checks.contacts import (
    check_contacts,
    contacts_in,
    holds_private_detail,
    may_hold_details,
    private_details,
)
from generator.diagnostics import Span
from generator.model.record import Contact
from tests.checks.talks import PROCESS, at

PHONES = """
050-5550123 · 050 5550123 · 0505550123 · 050.555.0123 · (050) 5550123 · (050)-555-0123 · 050־5550123
050–5550123 · 050-555-01-23 · +972-50-5550123 · +972505550123 · 972505550123 · 00972505550123
+972 (0)50-555-0123 · https://wa.me/972505550123 · tel:+972505550123 · 050/5550123 · ٠٥٠-٥٥٥٠١٢٣ · ב050-5550123
טלפון:050-5550123 · 050&#45;5550123 · 050 – 555 0123 · נייד,050-5550123
050_5550123 · 050•5550123 · 050·555·0123 · **050**-5550123 · *050-5550123* · 0 5 0 5 5 5 0 1 2 3
"""
IDENTITY_NUMBERS = """
123456782 · 12345678-2 · 1234 5678 2 · 123-456-782 · 123 456 782 · 12345678/2 · ת.ז. 12-3456-782 · ת"ז: 123456782
١٢٣٤٥٦٧٨٢ · 12345678–2 · ID 123456782 · 123_456_782 · 12 34 56 78 2
"""
EMAILS = """
dana@mail.net · dana.l+x@mail.co.il · dana&#64;mail.net · dana[at]mail.net · dana (at) mail.net
dana [at] mail [dot] net · dana＠mail.net · dana(שטרודל)mail.net · mailto:dana@mail.net · dana&commat;mail.net
dana%40mail.net · d @ m.net · d (a) m.net · dana at mail dot net · dana AT mail DOT co DOT il · dana@מייל.קום · דנה@mail.net
dana שטרודל mail.net · dana שטרודל mail נקודה net · dana@mail dot net
"""
NOTHING = """
03-5550123 · *6552 · 1-800-555-012 · 2016–2017 · 2024-05-12 · 12.05.2024 · 123,456,782 · 123 456 782 ₪
ח.פ. 123456782 · ע"ר 123456782 · 123456789 · 31.7683, 35.2137 · 978-965-12345-6-7
https://example.net/items/123456782 · 10:30–12:00 · 2015 2016 2017 2018 · @dana · 123456782.5 · עמ' 12-18
1,050,555,0123 · סעיף 5.1.2.3.4.5.6.7 · 100000000 · meet at noon · a @ b · *6552* · look at the dot net
"""


def _each(table: str) -> list[str]:
    return [each for line in table.strip().splitlines() for each in line.split(" · ")]


def _kinds(text: str) -> set[str]:
    return {kind for kind, *_ in private_details(text)}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("phone", each) for each in _each(PHONES)),
        *(("identity", each) for each in _each(IDENTITY_NUMBERS)),
        *(("email", each) for each in _each(EMAILS)),
    ],
)
def test_a_private_detail_is_seen_in_the_spellings_that_people_use(kind: str, text: str) -> None:
    """What is published once cannot be taken back, and few write a phone as a form wants it."""
    for around in ("{}", "אפשר לפנות אל {}, ותודה", "({})"):
        assert kind in _kinds(around.format(text)), around


@pytest.mark.parametrize(
    ("written", "kind", "value"),
    [
        ("dana at mail dot net", "email", "dana@mail.net"),
        ("DANA AT MAIL DOT CO DOT IL", "email", "dana@mail.co.il"),
        ("dana [at] mail [dot] net", "email", "dana@mail.net"),
        ("dana%40mail.net", "email", "dana@mail.net"),
        ("dana@mail[.]co [ . ] il", "email", "dana@mail.co.il"),
        ("dana@mail\u200b.net", "email", "dana@mail.net"),
        ("dana@dot.net", "email", "dana@dot.net"),
        ("+972 (0)50-555-0123", "phone", "0505550123"),
        ("00972505550123", "phone", "0505550123"),
        ("12345678-2", "identity", "123456782"),
        ("123_456_782", "identity", "123456782"),
        ("12345\u200b6782", "identity", "123456782"),
    ],
)
def test_a_private_detail_is_given_bare_and_with_its_place(written: str, kind: str, value: str) -> None:
    """By its value an office's own address is told from a person's, and by its place an editor finds it."""
    before = "אפשר לפנות אל "
    [(found, start, end, bare)] = private_details(f"{before}{written} ותודה")
    assert (found, bare) == (kind, value)
    assert (start, end) == (len(before), len(before) + len(written))


@pytest.mark.parametrize("written", ["050-555-0123", "+972 50-555-0123", "972505550123", "+972 (0)50-555-0123"])
def test_the_phone_to_which_the_office_sends_people_is_public_however_it_is_written(written: str) -> None:
    """An office would be told not to publish the number that it publishes; anybody else's is private all the same."""
    contact = Contact(phone=written)
    texts = [Authored(text=f"טלפון {phone}", span=Span.start_of("x.md")) for phone in ("050-5550123", "050-5550124")]
    assert [len(list(contacts_in(text, contact))) for text in texts] == [0, 1]


@pytest.mark.parametrize(
    ("office", "private"),
    [
        ("Office@Forum.net", ["office@gmail.com", "dana@gmail.com"]),
        ("office@gmail.com", ["dana@gmail.com", "dana@forum.net"]),
        (None, ["office@gmail.com", "dana@gmail.com", "dana@forum.net"]),
    ],
)
def test_an_address_is_the_offices_by_its_domain_unless_anybody_has_one_there(
    office: str | None, private: list[str]
) -> None:
    """A small office with a free mailbox would publish the addresses of all who wrote to it from theirs."""
    texts = {
        address: Authored(text=f"לכתוב אל {address}", span=Span.start_of("x.md"))
        for address in ("office@gmail.com", "dana@gmail.com", "dana@forum.net")
    }
    assert [each for each, text in texts.items() if list(contacts_in(text, Contact(email=office)))] == private


@pytest.mark.parametrize("text", _each(NOTHING))
def test_other_numbers_are_left_alone(text: str) -> None:
    """A warning for every date and sum is a warning that nobody reads."""
    assert _kinds(f"אפשר לראות {text} כאן") == set()


@pytest.mark.parametrize(
    ("is_held", "text"),
    [
        (True, "123.456.782"), (True, "%31%32%33456782"), (True, "12345%26%2354%3B782"), (True, "[א](123.456.782.md)"),
        (True, "media/%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6%D9%A7%D9%A8%D9%A2.png"), (True, "dana[at]gmail.com"),
        (False, "https://www.gov.il/123456782"), (False, "meetings/2024-05-01-3"), (False, "123.456.789"), (False, "a@b.gov.il"),
    ],
)  # fmt: skip
def test_what_may_be_a_private_detail_is_not_quoted_however_it_is_spelt(is_held: bool, text: str) -> None:
    """A report is read by more people than the text, and nothing is lost when it gives the place alone."""
    assert holds_private_detail(text) is is_held


def test_two_numbers_side_by_side_are_two() -> None:
    """In a table's row an identity number stands beside a phone."""
    assert _kinds("123456782 050-5550123") == {"identity", "phone"}


@pytest.mark.parametrize("phone", ["03-5550123", "(03) 555-0123", "077-5550123", "+972-3-5550123"])
def test_a_telephone_at_home_is_private_in_a_list_of_people_and_an_offices_in_prose(phone: str) -> None:
    """Beside a name it leads to a person; in a chapter it is where to call."""
    span = Span.start_of("x")
    assert [each.rule for each in contacts_in(Authored(text=f"מורה {phone}", kind=LIST, span=span))] == ["P008"]
    assert not list(contacts_in(Authored(text=f"מורה {phone}", span=span)))


def test_texts_are_looked_at_together_and_each_is_told_by_itself() -> None:
    """Two fields beside one another make no number, and one that has a number is found among many that have none."""
    beside = ["בשעה 050", "555 0123", "סעיף 12345", "678-2", "(", "at) מרכז", "2024-05-12", "משרד הבריאות"]

    def found(texts: list[str]) -> list[Span]:
        authored = [Authored(text=text, span=at(line)) for line, text in enumerate(texts, 1)]
        return [each.span for each in check_contacts(PROCESS, authored)]

    assert found(beside) == []
    assert found([*beside, "נייד 050-5550123", *beside, "ת.ז. 123456782"]) == [at(9), at(18)]
    assert found([*beside, "דנה&#64;mail.net", *beside, "דנה (at) mail.net"]) == [at(9), at(18)]


def test_a_number_may_begin_with_a_digit_of_any_script_and_an_address_has_its_sign_in_any_bracket() -> None:
    """No text that has one is passed over, and ordinary signs and letters are no reason to look at one."""
    digits = [sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isdecimal()]
    assert all(may_hold_details(sign * 7) for sign in digits)
    assert all(may_hold_details(f"dana {bracket}at] example.org") for bracket in "([{<")
    assert not may_hold_details("".join(sign for sign in map(chr, range(0x660)) if sign not in "0123456789@%&"))
