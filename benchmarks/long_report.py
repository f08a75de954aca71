"""`python -m benchmarks.long_report`: a report of a hundred pages from Word, imported by the command, as a whole process.

The report is made here: chapters with headings, lists, a table and a bold word on every page, some 350 Hebrew words a page.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
from pathlib import Path

from docx import Document

from benchmarks.measure import run

PAGES = 100
RUNS = 3
TARGET = 3.0
"""Seconds, of the median."""
_WORDS = (
    "הציבור ביקש לקצר את זמן ההמתנה במרפאות הקהילה ולהוסיף תחבורה ציבורית אל מרכזי השירות כדי שתושבים ותיקים וחדשים יוכלו"
    " להגיע בבטחה לאחר שנאמרו דברים רבים במפגשים ובשאלון המקוון נמצא כי רוב המשיבים תומכים בהצעה המתוקנת"
).split()


def report() -> bytes:
    """The bytes of the .docx."""
    document = Document()
    document.add_heading("דוח סיכום: שיח על שירותי הקהילה", 0)
    for page in range(PAGES):
        document.add_heading(f"נושא {page + 1}", 1 if page % 10 == 0 else 2)
        for start in range(5):
            paragraph = document.add_paragraph(_text(page + start, 50))
            paragraph.add_run(_text(start, 5)).bold = True
        for item in range(5):
            document.add_paragraph(_text(item, 8), style="List Number")
        table = document.add_table(rows=6, cols=3)
        for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = _text(number, 2)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _text(start: int, count: int) -> str:
    return " ".join(_WORDS[(start * 7 + n) % len(_WORDS)] for n in range(count)) + "."


def main() -> int:
    """Print the seconds of each run and their median, of the clock and of the processor; the exit status is 1 above the target."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "processes").mkdir()
        (site / "mkdocs.yml").write_text("site_name: x\ndocs_dir: processes\nplugins: [sikum]\n", encoding="utf-8")
        (site / "report.docx").write_bytes(report())
        runs = []
        for number in range(RUNS):
            command = [sys.executable, "-m", "generator", "import", "document", "report.docx", "--ministry", "health"]
            runs.append(run([*command, "--into", f"health/talk-{number}"], cwd=site, log=site / "log"))
        said = (site / "log").read_text(encoding="utf-8")
    print(next((line for line in said.splitlines() if line.startswith(("words", "מילים"))), said))
    for name, seconds in (("wall", [each.wall_seconds for each in runs]), ("cpu", [each.cpu_seconds for each in runs])):
        print(f"{name}: {', '.join(f'{each:.2f}' for each in seconds)} → {statistics.median(seconds):.2f} s")
    return int(statistics.median(each.wall_seconds for each in runs) > TARGET)


if __name__ == "__main__":
    sys.exit(main())
