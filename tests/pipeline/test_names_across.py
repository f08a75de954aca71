"""A name that one process withholds stands nowhere in the site: other processes, pages, registries."""

from pathlib import Path

import pytest

from generator.cli.folder import open_project
from generator.diagnostics import Finding
from tests.trust.sites import catalogue_files, write_project

NAME = "זקדנה זקאדם"


def found(folder: Path, files: dict[str, str | bytes]) -> list[Finding]:
    """What a check says of names, with a cache that lives on from one to the next."""
    write_project(folder, files)
    project = open_project(folder)
    builder = project.builder()
    try:
        findings = builder.check(project.options()).findings
    finally:
        builder.close()
    return [each for each in findings if each.rule in ("P003", "P013")]


def files(path: str = "", text: str = "") -> dict[str, str | bytes]:
    """Two processes: on the list of the first somebody is only counted. `text` is added to one file."""
    made = catalogue_files()
    made["first/participants.csv"] = (
        f"שם,תפקיד,ארגון,הסכמה\nזקרון זקשני,רכז,ארגון א,full\n{NAME},רכזת,ארגון א,counted\n"
    )
    if path:
        made[path] = str(made.get(path, "")) + text
    return made


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("about.md", f"# אודות\n\nתודה ל{NAME}.\n"),
        ("second/content.md", f"\nתודה ל{NAME}.\n"),
        ("second/promises.yml", f"- {{id: a, text: {NAME} תיפגש, source: עמוד 1}}\n"),
        ("topics.yml", f"zq: {{title: {{he: {NAME}}}}}\n"),
    ],
)
def test_a_name_withheld_in_one_process_is_found_in_all_the_rest(tmp_path: Path, path: str, text: str) -> None:
    """Whoever refused in one place is thanked in another by somebody who has never seen the list."""
    assert found(tmp_path, files()) == []
    assert {each.span.path for each in found(tmp_path, files(path, text))} == {f"processes/{path}"}
    assert found(tmp_path, files()) == [], "what was mended is no longer told of from memory"


def test_a_change_of_the_list_is_asked_of_texts_that_did_not_change(tmp_path: Path) -> None:
    """Consent is withdrawn later, in a list; the text that names her was written long before."""
    made = files("about.md", f"# אודות\n\nתודה ל{NAME}.\n")
    agreed = {**made, "first/participants.csv": str(made["first/participants.csv"]).replace("counted", "full")}
    assert found(tmp_path, agreed) == []
    assert [each.rule for each in found(tmp_path, made)] == ["P003"]


def test_consent_that_was_given_in_the_other_process_holds_there(tmp_path: Path) -> None:
    """Consent is for a process: who is named with full consent in one is named in its texts."""
    made = files("second/content.md", f"\nתודה ל{NAME}.\n")
    made["second/participants.csv"] = f"שם,תפקיד,ארגון,הסכמה\n{NAME},רכזת,ארגון א,full\n"
    assert found(tmp_path, made) == []


def test_a_page_that_is_called_after_a_name_is_told_of_without_it(tmp_path: Path) -> None:
    """The path is the first thing that every report says."""
    told = found(tmp_path, files("זקדנה-זקאדם.md", "# מכתב\n\nתודה.\n"))
    assert [each.rule for each in told] == ["P003"]
    assert "זקאדם" not in told[0].span.path


def test_a_broken_link_beside_a_name_does_not_quote_it(tmp_path: Path) -> None:
    """Another fault on the same line would show the line, and the name in it."""
    write_project(tmp_path, files("about.md", f"\nתודה ל{NAME} על [הדף]({NAME.replace(' ', '-')}.md).\n"))
    project = open_project(tmp_path)
    builder = project.builder()
    try:
        findings = [each for each in builder.check(project.options()).findings if each.span.path.endswith("about.md")]
    finally:
        builder.close()
    assert {each.rule for each in findings} > {"P003"}
    assert all(each.is_private for each in findings)
    assert not any("זקאדם" in value for each in findings for value in each.values.values())


@pytest.mark.parametrize("name", ["accessibility.yml", "accessibility.he.yml", "accessibility.ar.yml"])
def test_the_facts_of_the_accessibility_statement_are_searched_too(tmp_path: Path, name: str) -> None:
    """A statement that names its coordinator is a page like any other, and in another language lies in the repository."""
    made = files() | {name: f"coordinator: {{name: {NAME}, email: a@example.org}}\n"}
    assert {each.span.path for each in found(tmp_path, made)} == {f"processes/{name}"}


def test_a_list_that_is_read_after_many_others_is_asked_of_all_of_them(tmp_path: Path) -> None:
    """Words of a process are kept once some list withholds a name; the processes before it are searched no less."""
    made = files()
    others = {path: text for path, text in made.items() if path.startswith("second/")}
    made |= {path.replace("second/", f"a{number:02}/"): text for number in range(20) for path, text in others.items()}
    assert found(tmp_path, made) == []
    path = "a03/content.md"
    named = made | {path: f"{made[path]}\nתודה ל{NAME}.\n"}
    assert {each.span.path for each in found(tmp_path, named)} == {f"processes/{path}"}
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    assert {each.span.path for each in found(fresh, named)} == {f"processes/{path}"}, "and without a cache"


def test_words_that_markup_and_marks_stand_between_are_each_looked_for(tmp_path: Path) -> None:
    """What stands between two blanks is often more than a word: a name in bold, with a dash, behind an underline."""
    first, last = NAME.split()
    for text in (
        f"<b>{first}</b> {last},",
        f"({first} {last})",
        f"_{first} {last}_",
        f"{first}–{last}",
        f"1{first} {last}",
    ):
        made = files("second/content.md", f"\nתודה ל־{text}\n")
        assert [each.rule for each in found(tmp_path, made)] == ["P003"], text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("topics.yml", "zkadna-zkadem-grove: {title: {he: חורשה}}\n"),
        ("ministries.yml", "zkadna-zkadem-grove: {name: {he: חורשה}}\n"),
        ("zkadna-zkadem-grove.md", "# חורשה\n\nטקסט.\n"),
        ("second/appendices/zkadna-zkadem-grove.csv", "עמודה\n1\n"),
    ],
)
def test_a_name_is_seen_in_what_becomes_an_address(tmp_path: Path, path: str, text: str) -> None:
    """Between hyphens of an address stand words, so a surname there is no half of a double one."""
    made = files(path, text)
    made["first/participants.csv"] = f"שם,תפקיד,ארגון,הסכמה\nZkadna Zkadem,רכזת,ארגון א,counted\n{NAME},,,counted\n"
    assert {each.rule for each in found(tmp_path, made)} == {"P003"}
