"""All that an import makes of one rich file of each kind, in whole: what was taken, what it became, and what was left out.

`every_word/<name>` holds each; `SNAPSHOTS=overwrite` writes them anew: read the difference as whoever keeps the list.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from msgspec import structs

from generator.importing.contributions.merge import merge as merge_points
from generator.importing.contributions.read import read_answers
from generator.importing.markdown import to_markdown
from generator.importing.meetings import read_meeting
from generator.importing.placing import place_blocks
from generator.importing.platforms.archive import Bodies, markdown_of
from generator.importing.process_tables.content import read_items, write_items
from generator.importing.process_tables.kinds import NAMES, kind_of
from generator.importing.process_tables.merge import merge
from generator.importing.process_tables.sheets import read_table, write_workbook
from generator.importing.register.read import read_register
from generator.structure import Structure, load_structure
from tests.importing.conftest import excel
from tests.snapshots import assert_as_written

STRUCTURE: Structure = load_structure()


SAID = Path(__file__).parent / "every_word"
TODAY = date(2026, 1, 1)


KNOWN = Bodies((("health", ("משרד הבריאות", "Department of Health")), ("council", ("מועצה לדוגמה",))))
LONG = "Paths to schools are missing in many places, and we asked where they are missed the most. " * 5


REGISTER_HEAD = (
    "סימוכין", "id", "שם התהליך", "נושא", "משרד", "גורם אחראי", "תיאור", "סוג", "אופן השיתוף", "תחומים", "מועד פתיחה", "מועד סגירה",
    "סטטוס", "מס' משתתפים", "קישור לסיכום", "קישור", "איש קשר", "הערות", "title_en",
)  # fmt: skip


REGISTER = (
    ("רשימת התהליכים", *[None] * 17),
    REGISTER_HEAD,
    ("משרד הבריאות:",),
    ("EX-1", "paths", "שבילים", "x", "", "דנה", "<p>איפה <b>חסר</b>?</p>", "איסוף ידע; מדיניות",
     "שולחן עגול, שאלון ועוד דבר", "תחבורה/חינוך",
     "5.1.24", "30/06/2024", "הסתיים", "1,340", "https://example.org/report", "https://example.org/paths", "דנה לוי", "ה", "Paths"),
    ("", "7", "ספסלים", "x", "מועצה לדוגמה", "", "", "?", "אחרת", "אחר", "בקרוב", "", "?", "כ-40", "בתיק", "בתיק", "", "", ""),
    ("", "", "Lamps", "x", "Department of Lamps | Lumières", "", LONG, "", "", "", "2025-01-01", "2026-02-01"),
    ("", "", "תאורה", "x", "משרד הבריאות", "", "", "", "", "", "3/2024", "2025", "", "", "", "", "", "", ""),
    ("", "", "נסגר", "x", "משרד הבריאות", "", "", "", "", "", "2019", "", "נסגר", "", "", "", "", "", ""),
    ("EX-1", "", "שבילים אחרים", "x", "משרד הבריאות", "", "", "", "", "", "1.2.2023"),
    ("", "", "עתידי", "x", "משרד הבריאות", "", "", "", "", "", "1.2.2027", "", "מתוכנן"),
    ("", "", "מבוטל", "x", "משרד הבריאות", "", "", "", "", "", "", "", "בוטל"),
    ("", "", "", "x", "משרד הבריאות"),
    ('סה"כ', "", "", "", "", "", "", "", "", "", "", "", "", 12),
)  # fmt: skip


@pytest.mark.parametrize("language", ["he", "en"])
def test_a_list_of_all_processes_becomes_their_records_and_says_what_was_not_understood(language: str) -> None:
    """The unit believes of four hundred rows what the account says of them."""
    register = read_register(
        "list.xlsx", excel(*REGISTER), STRUCTURE, KNOWN, {"תחבורה": "transport", "חינוך": "education"},
        language=language, zone="Asia/Jerusalem", today=TODAY,
    )  # fmt: skip
    assert_as_written(SAID / f"register-{language}.yml", register)


ANSWERS = (
    ("נתוני הסקר",),
    (
        "מזהה תשובה",
        "חותמת זמן",
        "שם מלא",
        'דוא"ל',
        "שפה",
        "מה חסר במרפאות?",
        "רוצה להוסיף משהו?",
        "האם נוכל לפנות אליך?",
        "תשובת המשרד",
    ),
    (
        "#R1",
        "1.3.24",
        "דנה",
        "a@example.org",
        "עברית",
        "חסרים תורים בערב, ואין מענה טלפוני",
        "'=הכול: לסלול ולהאיר",
        "כן",
        "",
    ),
    ("R2", "1.3.24", "רון", "", "العربية", "אין גישה לכיסא גלגלים בכניסה", "תודה", "לא", ""),
    ("R2", "1.3.24", "רון", "", "", "אין גישה לכיסא גלגלים בכניסה", "", "לא", ""),
    ("", "1.3.24", "גל", "c@example.org", "", "הגינה שליד המרפאה חשוכה בלילה", "---", "אולי", ""),
    ("", "1.3.24", "גל", "", "", "הגינה שליד המרפאה חשוכה בלילה", "", "", ""),
    ("", "1.3.24", "גל", "", "", "הגינה שליד המרפאה חשוכה בלילה", "", "", ""),
    ("R9", "1.3.24", "אף אחד", "d@example.org", "", "", "...", "כן", ""),
)


LISTED = "ref;note;consent;text\r\nR1-1;שלנו;yes;x\r\nR2-1;;yes;y\r\nold;ישן;;z\r\n"


def test_answers_become_points_with_references_and_are_laid_beside_those_that_are_there() -> None:
    """An answer goes to whoever its reference leads to."""
    answers = read_answers("form.xlsx", excel(*ANSWERS), {})
    merged = merge_points(LISTED, answers.points)
    rows = list(csv.reader(io.StringIO(merged.text.removeprefix("\ufeff")), delimiter=";"))
    said = {
        "answers": answers,
        "merged": [merged.new, merged.refused, merged.gone, rows],
        "left": answers.columns.left_out,
    }
    assert_as_written(SAID / "contributions.yml", said)


KEPT = {
    "promises": """# ours
- id: paths
  text: סלילת שביל
  status: pending
  due: 2025-12-31
  internal: 7
  updates:
    - {date: 2024-05-01, note: נמצא תקציב, url: "https://example.org"}
    - {date: 2024-06-01, note: החלו}
- id: benches
  text: ספסלים
- תאורה
""",
    "responses": "- heard: ספסלים\n  response: התקבל\n  voices: 7\n- heard: גינה\n",
    "outcomes": """---
title: א
outcomes:
  - type: legislation
    title: תקנה
    date: 2024-03

  - type: none

kind: model
---
גוף
""",
}


SHOWN = {
    "promises": "id text date status due explanation updates",
    "responses": "heard voices response explanation id",
    "outcomes": "type state title date url note id updates",
}
"""The fields of each table; a field that is added to the structure is no matter of these."""


CHANGED = {
    "promises": (
        ("מעקב",),
        ("מזהה", "מה הובטח", "סטטוס", "עד מתי", "עדכונים", "אחראי"),
        ("benches", "ספסלים חדשים", "קוימה", "1.2.25", "2024-07: הוזמנו\n2024-08-01 – הגיעו", "x"),
        ("paths", "סלילת שביל", "pending", "2025-12-31", "2024-05-01: נמצא תקציב\n2024-06-01: החלו ממש\n", "x"),
        ("", "גינה", "אולי", "בקרוב", "משהו", "x"),
        ("", "", "קוימה"),
        ('סה"כ', 3),
    ),
    "responses": (("מה נשמע", "מענה", "כמה קולות", "נימוק"), ("גינה", "נדחה", "1,200", "כי\nכך"), ("ספסלים", "התקבל", "מעט", "")),
    "outcomes": (("סוג", "שם", "תאריך", "קישור"), ("חקיקה", "תקנה", "3/2024", ""), ("החלטת ממשלה", "החלטה", "בקרוב", "x")),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_table_that_came_back_changed_says_what_changed_and_is_written_with_the_rest_as_it_was(name: str) -> None:
    """An assistant's afternoon in Excel is taken over, and nothing that the table does not show is lost."""
    whole = kind_of(name, STRUCTURE)
    kind = structs.replace(whole, specs=tuple(each for each in whole.specs if each.id in SHOWN[name].split()))
    items = read_items(kind, KEPT[name])
    table = read_table("t.xlsx", excel(*CHANGED[name]), kind, STRUCTURE)
    merged = merge(kind, items, table.items, [field for _, field in table.columns], table.unsaid)
    book = openpyxl.load_workbook(io.BytesIO(write_workbook([(kind, items)], STRUCTURE, "ar")))
    sheet = book[name]
    cells = [
        [
            f"{cell.coordinate} {cell.data_type} {cell.number_format}: {cell.value}"
            for cell in row
            if cell.value is not None
        ]
        for row in sheet.iter_rows()
    ]
    look = {
        "sheets": [(each.title, each.sheet_state, each.sheet_view.rightToLeft, each.freeze_panes) for each in book],
        "widths": {letter: dimension.width for letter, dimension in sheet.column_dimensions.items()},
        "heads": sorted({(cell.font.b, cell.alignment.wrap_text, cell.alignment.vertical) for cell in sheet[1]}, key=str),
        "cells": sorted({(cell.font.b, cell.alignment.wrap_text, cell.alignment.vertical) for cell in sheet[2]}, key=str),
        "offered": [
            [str(rule.sqref), rule.type, rule.formula1, rule.allow_blank, rule.showErrorMessage, rule.showInputMessage,
             rule.promptTitle, rule.prompt]
            for rule in sheet.data_validations.dataValidation
        ],
        "words": [[cell.value for cell in row] for row in book["words"].iter_rows()],
    }  # fmt: skip
    said = {
        "table": table,
        "merged": merged,
        "written": write_items(kind, KEPT[name], merged.items),
        "book": cells,
        **look,
    }
    assert_as_written(SAID / f"{name}.yml", said)


REPORT = """<h1 class="title">דוח מסכם</h1><p>מאי 2024</p>
<h1>תקציר מנהלים</h1><p>בקצרה.</p>
<h1>1. דבר השרה</h1><p>תודה לכולם<a href="#footnote-1"><sup>1</sup></a>.</p><p>בברכה,</p><p>דנה לוי<br>שרת הדוגמאות</p>
<h1>פרק ב: רקע ומטרות</h1><p>כך התחיל.</p><h2>2.1 רציונל</h2><p>כי כך.</p><h4>פירוט</h4><p>עוד.</p>
<h1>ממצאים</h1><p>מצאנו.</p><p><strong>מטרות</strong></p><p>לדעת.</p>
<h1>משתתפים</h1><table><tr><td>שם</td><td>תפקיד</td></tr><tr><td>דנה לוי</td><td>אחות</td></tr></table>
<h1>נספח א: השאלון</h1><p>מה חסר?</p><h1>ועוד</h1><p>סוף.</p>
<h1>חברי הוועדה</h1><p>הוועדה התכנסה שש פעמים בין ינואר למאי ודנה בכל ההצעות.</p><p>רון כהן, יו"ר הוועדה</p>
<ol><li id="footnote-1"><p>בשם <em>הממשלה</em>. <a href="#footnote-ref-1">↑</a></p></li></ol>"""


MEETING_SUMMARY = """<h1 class="title">סיכום מפגש: [להשלים: שם]</h1><p>כותרת המפגש: מפגש פתיחה</p>
<p>תאריך: 10 במרץ 2024<br>שעה: 9:30–11:05<br>מספר הנוכחים: כארבעים<br>הערה ארוכה שאין בה שדה</p>
<table><tr><td>מקום</td><td>אולם, קומה 2</td></tr><tr><td>ארגונים</td><td>גוף א; גוף ב.</td></tr></table>
<h3>נוכחים</h3><p>דנה לוי, מנהלת אגף</p><p>רון כהן, יועץ</p>
<h2>1. עיקרי הדברים</h2><p>נאמר.</p><h3>פירוט</h3><p>עוד.</p><h1 class="title">עוד כותרת</h1>"""


def test_a_report_and_the_summary_of_a_meeting_are_taken_apart_and_every_block_is_somewhere() -> None:
    """A paragraph in the wrong chapter is one that its readers do not find; one that is nowhere was never written."""
    said = {
        "report": place_blocks(to_markdown(REPORT), STRUCTURE),
        "with names": place_blocks(to_markdown(REPORT), STRUCTURE, keep_names=True),
        "meeting": read_meeting(to_markdown(MEETING_SUMMARY), STRUCTURE),
        "meeting with names": read_meeting(to_markdown(MEETING_SUMMARY), STRUCTURE, keep_names=True),
    }
    assert_as_written(SAID / "placed.yml", said)


PAGE = """<div>bare <span>words</span><p> <b>bold</b></p><script>x</script></div>
<h1>A <b>bold</b> <i>head</i> #</h1><h2><em>all</em></h2><h3><img src="a.png" alt="in a  head"></h3><h4></h4>
<p>one<br>- two <strong> spaced </strong><i>*</i> <a href="x (1).html">a link</a> <a href="#top">here</a> <a href="y"> </a></p>
<p><u>u</u><sup>2</sup><sub> </sub><s>s</s><del>d</del> <code>a ` b</code> <code class="formula">x_1</code> <q>q</q></p>
<p>x<sup><a href="#footnote-1">1</a>, <a href="#endnote-2">2</a></sup><a href="#footnote-ref-1">back</a></p>
<ul><li>a<p>b</p><ol><li>c</li><li value="7">d</li><li>e</li></ol></li><li>f</li></ul>
<blockquote><p>quoted</p><p>twice</p></blockquote><pre> code
  more </pre><hr><dl><dt>term</dt><dd>its meaning</dd></dl>
<table><tr><th>a</th><th>b</th></tr><tr><td>1<br>2</td></tr><tr></tr></table>
<table><thead><tr><td colspan="2">a <a href="z">z</a><a href="#footnote-1">1</a></td></tr></thead>
<tr><td rowspan="1"><p>one</p><ol><li value="3">x</li><li>y</li></ol></td><td><img src="p.png" alt="p&quot;">
<h5>h</h5>* <code class="formula">y</code>
<table><tr><td>in</td></tr></table></td></tr></table><table><tr><td> </td></tr></table>
<table><tr><td><img src="q.png" alt="[x]"></td></tr></table>
<p>a_b _c_ 2*3 [x] &lt;b&gt; &amp;amp; {#id} | \\ 1.</p><p>: x</p><p>=</p><p>12) x</p><p>~~~</p>
<p><strong>all</strong> <b>bold</b></p>
<ol><li id="footnote-1"><p>a note <a href="#footnote-ref-1">↑</a></p><table><tr><td>c</td><td>d</td></tr></table></li></ol>
<section><ol><li id="endnote-2">see<a href="#footnote-1">1</a></li><li>x</li></ol></section>"""


def test_a_page_becomes_markdown_and_each_of_its_blocks_says_what_it_is() -> None:
    """What Word's converter and archives write comes through here, whichever element it stands in."""
    said = {"blocks": to_markdown(PAGE), "whole": markdown_of(PAGE, "https://example.org/a/").split("\n")}
    assert_as_written(SAID / "markdown.yml", said)
