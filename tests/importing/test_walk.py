"""The walk of an office: one report from Word and one list from Excel to a process that is closed, by the commands alone."""

import re
from pathlib import Path

from click.testing import CliRunner

from generator.cli import sikum
from tests.importing.conftest import excel, heading, paragraph, word

MOST = 8
"""Commands that an office may need."""
ANSWERS = {
    "סוג התהליך": "knowledge",
    "מתודות": "questionnaire",
    "תאריך התחלה": "2024-01-01",
    "תאריך סיום": "2024-03-01",
    "סוג התוצר": "summary",
    "קהל היעד": "public",
    "מטרת התוצר": "both",
    "דרכי הפצה": "digital",
    "המשך": "final",
    "הסכמה כברירת מחדל": "counted",
    "הודעה למשתתפים על הסיום": "2024-03-05",
    "שליחת התוצר למשתתפים": "2024-04-01",
    "דואר אלקטרוני": "talks@example.org",
    "מעמד": "senior",
    "עודכן": "2024-03-01",
    "טלפון": "02-0000000",
}
"""What a person answers, by what the mark asks for; text is the answer to every other mark."""
FIELDS = {
    "outcomes": "outcomes:\n  - type: none\n    note: נלמד לקראת השנה הבאה.",
    "participants.basis": "  basis: טופס ההרשמה",
}
"""What is written where a message names a field."""
PLACE = re.compile(
    r"^(?P<path>[^:\s]+):(?P<line>\d+):\d+: (?P<severity>error|warning) (?P<code>\w+) [\w-]+: (?P<text>.*)$"
)
GAP = re.compile(r"\[להשלים: (?P<wanted>[^\]]*)\]")

REPORT = word(
    heading("שיח על שירותי הבריאות", 1),
    heading("תקציר מנהלים", 1),
    paragraph("בקצרה: נפגשנו והקשבנו."),
    heading("הקדמה", 1),
    paragraph("שלום."),
    heading("רקע", 1),
    paragraph("כי כך."),
    heading("ממצאים", 1),
    paragraph("מצאנו שהתור ארוך."),
    heading("מה עבד", 1),
    paragraph("המפגשים הקטנים."),
)


def test_a_report_and_a_list_become_a_closed_process_in_eight_commands(tmp_path: Path, monkeypatch) -> None:
    """An office that has to open files to find out what is missing gives up, and the process is never closed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.docx").write_bytes(REPORT)
    (tmp_path / "list.xlsx").write_bytes(
        excel(("שם", "תפקיד", "הסכמה"), ("דנה לוי", "מנהלת", "לא"), ("רות כהן", "", "לא"))
    )
    commands: list[tuple[str, ...]] = []

    def run(*arguments: str) -> str:
        commands.append(arguments)
        return CliRunner().invoke(sikum, [*arguments]).output

    run("new", "site", "site")
    run("import", "document", "report.docx", "--into", "health/talks", "--ministry", "health", "--site", "site")
    run("import", "participants", "list.xlsx", "--into", "talks", "--site", "site")
    record = Path("site/processes/health/talks/index.md")
    record.write_text(record.read_text("utf-8").replace("status: open", "status: closed"), "utf-8")
    errors = ["not checked yet"]
    while errors and len(commands) < MOST:
        said = run("check", "site", "--lang", "en", "--format", "full", "--today", "2024-05-01")
        errors = [line for line in said.splitlines() if (match := PLACE.match(line)) and match["severity"] == "error"]
        answer(Path("site"), said)
    assert errors == []
    assert "status: closed" in record.read_text("utf-8")


def answer(site: Path, said: str) -> None:
    """What a person does with what `check` says: at each place that is named, what is asked for is written. No other place."""
    lines = said.splitlines()
    for number, line in enumerate(lines):
        match = PLACE.match(line)
        if match is None:
            continue
        path = site / match["path"]
        text = path.read_text("utf-8").split("\n")
        at = int(match["line"]) - 1
        if match["code"] == "F031":
            # a mark of several lines, or of an entry: the first one from there on
            place = next((n for n in range(at, min(at + 4, len(text))) if GAP.search(text[n])), None)
            if place is not None:
                text[place] = GAP.sub(lambda gap: ANSWERS.get(gap["wanted"], "נכתב בידי המשרד"), text[place], count=1)
        else:
            hint = " ".join(lines[number : number + 6])
            for name, written in FIELDS.items():
                leaf = re.compile(rf"\s*{name.rpartition('.')[2]}:\s*\Z")
                if name.rpartition(".")[2] in hint and (
                    found := [n for n, each in enumerate(text) if leaf.match(each)]
                ):
                    text[found[0]] = written
        path.write_text("\n".join(text), "utf-8")


def test_what_stands_in_the_way_is_said_without_opening_a_file(tmp_path: Path, monkeypatch) -> None:
    """Everybody had agreed and nobody was named, and the mark that would have changed it was shown as three dots."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.docx").write_bytes(REPORT)
    (tmp_path / "list.xlsx").write_bytes(excel(("שם", "מאשר/ת פרסום?"), ("דוגמה א", "כן"), ("דוגמה ב", "לא")))

    def run(*arguments: str) -> str:
        return CliRunner().invoke(sikum, [*arguments]).output

    run("new", "site", "site")
    run("import", "document", "report.docx", "--into", "health/talks", "--ministry", "health", "--site", "site")
    said = run("import", "participants", "list.xlsx", "--into", "talks", "--site", "site")
    assert "participants.default_consent" in said
    checked = run("check", "site", "--lang", "en", "--format", "full", "--today", "2024-05-01")
    assert "הסכמה כברירת מחדל" in checked
    record = Path("site/processes/health/talks/index.md")
    text = record.read_text("utf-8").replace("'[להשלים: הסכמה כברירת מחדל]'", "full")
    record.write_text(text.replace("  basis:", "  basis: טופס ההרשמה"), "utf-8")
    said = run("import", "participants", "list.xlsx", "--into", "talks", "--site", "site", "--force")
    assert "participants.default_consent" not in said
    people = record.with_name("participants.csv").read_text("utf-8")
    assert "דוגמה א" in people
    assert "דוגמה ב" not in people
