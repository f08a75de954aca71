"""What the sample processes say of real bodies and people is what the facts give, and no more.

The samples stand in the shop window of the project: an invented figure there is a false statement about a ministry.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.model.laws import parse_law

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "processes"
FACTS = Path(__file__).parent / "facts"

MONTHS = {
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר".split(),
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
    "en": "January February March April May June July August September October November December".split(),
}
DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
MONTH = re.compile(rf"({'|'.join(name for names in MONTHS.values() for name in names)})(?: of)? (\d{{4}})")
DAY_IN_WORDS = re.compile(rf"(\d{{1,2}}) ({'|'.join([*MONTHS['ar'], *MONTHS['en']])}) (\d{{4}})")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
LIST_ITEM = re.compile(r"^\d+\. ", re.MULTILINE)
ADDRESS = re.compile(r"(?:https?|mailto):[^\s\"')}\]]+|\]\([^)]*\)")


def facts() -> dict[str, dict[str, object]]:
    """Every process of the facts, by id."""
    found = {}
    for name in ("processes.yml", "processes-extra.yml"):
        for each in yaml.load((FACTS / name).read_text("utf-8"), yaml.CSafeLoader)["processes"]:
            found[each["id"]] = each
    return found


def people_of(name: str) -> list[dict[str, str]]:
    """The rows of a file of attendees."""
    with (FACTS / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


PROCESSES = facts()
CHECKED = yaml.load((FACTS / "checked.yml").read_text("utf-8"), yaml.CSafeLoader)
FOLDERS = {path.parent.name: path.parent for path in CONTENT.glob("*/*/index.md")}
REAL = sorted(set(FOLDERS) & set(PROCESSES))


def told(process: str) -> str:
    """Everything that the facts say of a process, as text."""
    fact = PROCESSES[process]
    texts = [yaml.safe_dump(fact, allow_unicode=True, width=10**6)]
    texts += [str(each["says"]) for each in CHECKED.get(process, ())]
    if fact.get("participants_file"):
        rows = people_of(str(fact["participants_file"]))
        texts += [" ".join(filter(None, row.values())) for row in rows]
        readme = (FACTS / "README.md").read_text("utf-8")
        texts += [line for line in readme.splitlines() if line.startswith(f"| {process} |")]
        texts.append(str(len(rows)))
    return "\n".join(texts)


def written(process: str) -> Iterator[tuple[str, str]]:
    """The authored files of a sample: name and text without the addresses, which have a test of their own."""
    for path in sorted(FOLDERS[process].rglob("*")):
        if path.suffix in (".md", ".yml"):
            text = re.sub(r"^(order|written_by): .*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
            yield path.relative_to(FOLDERS[process]).as_posix(), LIST_ITEM.sub("", ADDRESS.sub(" ", text))


def dates_in(text: str) -> tuple[set[str], str]:
    """Dates as ISO, as far as they are known, and the text without them."""
    found = set()

    def keep(iso: str) -> str:
        found.add(iso)
        return " "

    def month(name: str) -> str:
        return f"{next(names.index(name) for names in MONTHS.values() if name in names) + 1:02}"

    text = DAY.sub(lambda each: keep(f"{each[3]}-{int(each[2]):02}-{int(each[1]):02}"), text)
    text = DAY_IN_WORDS.sub(lambda each: keep(f"{each[3]}-{month(each[2])}-{int(each[1]):02}"), text)
    text = ISO.sub(lambda each: keep("-".join(filter(None, each.groups()))), text)
    text = MONTH.sub(lambda each: keep(f"{each[2]}-{month(each[1])}"), text)
    return found, text


def numbers_in(text: str) -> set[str]:
    """Figures, without separators of thousands."""
    return {each.replace(",", "").rstrip(".") for each in NUMBER.findall(text)}


@pytest.mark.parametrize("process", REAL)
def test_a_sample_gives_no_date_that_the_facts_do_not(process: str) -> None:
    """A day that nobody can look up is an invention, however likely it is."""
    known, _ = dates_in(told(process))
    for name, text in written(process):
        said, _ = dates_in(text)
        unknown = {each for each in said if not any(day.startswith(each) for day in known)}
        assert not unknown, f"{name}: {sorted(unknown)}"


@pytest.mark.parametrize("process", REAL)
def test_a_sample_gives_no_figure_that_the_facts_do_not(process: str) -> None:
    """Participants, money, shares, years, decisions: each is in the facts, or follows from them as `checked.yml` says."""
    known_dates, rest = dates_in(told(process))
    known = numbers_in(rest) | {each[:4] for each in known_dates}
    for name, text in written(process):
        _, rest = dates_in(text)
        assert not (unknown := numbers_in(rest) - known), f"{name}: {sorted(unknown)}"


@pytest.mark.parametrize("process", REAL)
def test_a_sample_rests_on_the_sources_of_its_facts(process: str) -> None:
    """Every source of the record is one that was read for it."""
    record = yaml.load((FOLDERS[process] / "index.md").read_text("utf-8").split("---\n")[1], yaml.CSafeLoader)
    read = {source["url"] for source in PROCESSES[process]["sources"]}  # type: ignore[attr-defined]
    assert {source["url"] for source in record["sources"] if "url" in source} <= read
    laws = [parse_law(str(source["law"])) for source in record["sources"] if "law" in source]
    days, _ = dates_in(told(process))
    assert all(law and law.number in told(process) and law.date and law.date.iso in days for law in laws)


@pytest.mark.parametrize("process", REAL)
def test_a_sample_names_only_people_whom_its_facts_name(process: str) -> None:
    """Those who sat in a later session on the same subject were not in the process, and are not named beside it."""
    own = {person["name"] for person in PROCESSES[process].get("people", ())}  # type: ignore[attr-defined]
    everyone = {person["name"] for fact in PROCESSES.values() for person in fact.get("people", ())}  # type: ignore[attr-defined]
    attending = {row["name"] for path in FACTS.glob("participants-*.csv") for row in people_of(path.name)}
    if "Real attendees" in str(PROCESSES[process].get("participants_file_note")):
        own |= {row["name"] for row in people_of(str(PROCESSES[process]["participants_file"]))}
    text = "\n".join(each for _, each in written(process))
    named = {name for name in everyone | attending if re.search(rf"(?<![א-ת]){re.escape(name)}(?![א-ת])", text)}
    assert named <= own


def stems(text: str) -> set[str]:
    """The Hebrew words of a text, as far as prefixes and endings let them be compared."""
    return {word.lstrip("ובהלמכש")[:4] for word in re.findall("[א-ת]{4,}", text)}


@pytest.mark.parametrize("process", REAL)
def test_a_lesson_says_that_something_worked_or_failed_only_where_the_facts_do(process: str) -> None:
    """A verdict on a real process goes to the page of all lessons, under the name of a ministry."""
    fact = PROCESSES[process]
    checked = {(each["says"], each.get("verdict")) for each in CHECKED.get(process, ())}
    for name, text in written(process):
        if not name.endswith(".md") or not text.startswith("---\n") or re.search(r"\.(?:ar|en)\.md$", name):
            continue
        for lesson in yaml.load(text.split("---\n")[1], yaml.CSafeLoader).get("lessons") or ():
            said, verdict = lesson["text"], lesson.get("verdict")
            places = ("worked", "insights") if verdict == "worked" else ("did_not_work",)
            found = stems(" ".join(line for place in places for line in fact.get(place) or ()))  # type: ignore[attr-defined]
            is_given = len(stems(said) & found) * 3 >= len(stems(said))
            assert not verdict or is_given or any(said.startswith(each) and verdict == of for each, of in checked), said


def test_participants_of_a_sample_are_the_attendees_that_were_read() -> None:
    """Row by row: a name that slips in here would be published as a participant of a real committee."""
    with (FOLDERS["civil-service-reform"] / "participants.csv").open(encoding="utf-8-sig", newline="") as file:
        listed = [(row["שם"], row["תפקיד"], row["ארגון"]) for row in csv.DictReader(file)]
    facts = people_of("participants-civil-service-reform.csv")
    assert listed == [(row["name"], row["role"], row["organisation"]) for row in facts]
    others = [path for path in CONTENT.glob("*/*/participants.*") if path.parent.name in REAL]
    assert [path.parent.name for path in others] == ["civil-service-reform"]


def test_one_sample_is_whole_in_three_languages() -> None:
    """The catalogue shows that a process can be read in Arabic and English from its first page to its meeting."""
    originals = {path for path in FOLDERS["green-growth"].rglob("*") if re.fullmatch(r"[^.]+\.(?:md|yml)", path.name)}
    assert any(path.parent.name == "meetings" for path in originals)
    for path in originals:
        for language, letters in (("ar", "[ء-ي]"), ("en", "[A-Za-z]")):
            text = path.with_suffix(f".{language}{path.suffix}").read_text("utf-8")
            assert re.search(letters, text), path
            assert not re.search("[א-ת]", text), f"{path.name} in {language} has Hebrew"


def test_every_sample_is_of_the_facts_or_says_that_it_is_made_up() -> None:
    """A third kind would be a real process that nobody can check, or an invented one that passes for real."""
    for name, folder in FOLDERS.items():
        record = yaml.load((folder / "index.md").read_text("utf-8").split("---\n")[1], yaml.CSafeLoader)
        assert (name in PROCESSES) != bool(record.get("example")), name
        assert str(record["written_by"]["date"]).startswith("2026"), name


def test_nobody_is_said_to_have_closed_late_because_nothing_was_found() -> None:
    """A body stands among those that are closing, or has a closing lag, only where the facts give the dates."""
    for process in REAL:
        record = yaml.load((FOLDERS[process] / "index.md").read_text("utf-8").split("---\n")[1], yaml.CSafeLoader)
        assert record["status"] == "closed", process
        assert "output_sent" not in record.get("closing", {}), process


@pytest.mark.parametrize("process", REAL)
def test_an_answer_that_nobody_found_is_no_answer(process: str) -> None:
    """The strip of a page once counted "what was done with the remark was not found" among the views that were answered."""
    path = FOLDERS[process] / "responses.yml"
    for response in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader) if path.exists() else ():
        is_missing = re.search("לא (?:נמצא|נקרא)", response["explanation"]) is not None
        assert (response["response"] == "unknown") == is_missing, response["heard"]
