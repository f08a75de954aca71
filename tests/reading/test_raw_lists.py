"""Which attachments read like a list of people, and which do not."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence

import docx
import pytest
from openpyxl import Workbook

from generator.reading.raw_lists import reads_like_people
from tests.reading.told import STRUCTURE

PEOPLE = "שם,תפקיד,ארגון,הסכמה\nדנה זקאדם,רכזת,ארגון,counted\nרון זקאדם,מנהל,ארגון,full\n"


def workbook(*sheets: Sequence[Sequence[object]], hidden: bool = False) -> bytes:
    """An Excel file; the last of its sheets is hidden on demand."""
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"s{number}")
        for row in rows:
            sheet.append(list(row))
    if hidden:
        book.worksheets[-1].sheet_state = "hidden"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def packed(name: str, content: bytes | str) -> bytes:
    """An archive with one file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr(name, content)
    return target.getvalue()


def word(rows: Sequence[Sequence[str]]) -> str:
    """A document: a row of one cell is a paragraph, others are a table's."""
    parts = [f"<w:p><w:r><w:t>{row[0]}</w:t></w:r></w:p>" for row in rows if len(row) == 1]
    cells = [
        "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) for row in rows if len(row) > 1
    ]
    return f"<w:document>{''.join(parts)}<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl></w:document>"


def opendocument(rows: Sequence[Sequence[str]]) -> str:
    """A table of OpenDocument."""
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    return "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)


def web(rows: Sequence[Sequence[str]]) -> str:
    """Rows of HTML."""
    return "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)


def rtf(rows: Sequence[Sequence[str]]) -> str:
    """A table of RTF, in the letters that Word writes it in."""
    lines = ("".join(f"{cell}\\cell " for cell in row) + "\\row" for row in rows)
    coded = "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for line in lines for letter in line)
    return f"{{\\rtf1\\ansi {coded}}}"


ROWS = [line.split(",") for line in PEOPLE.splitlines()]
ALONE = ["דנה זקאדם", "רון זקאדם", "יוסי זקלוי", "מיכל זקלוי", "אורי זקגל", "זקנית זקגל"]
LISTS = {
    "a second download": ("participants (1).csv", PEOPLE),
    "a Hebrew name": ("משתתפים.csv", PEOPLE),
    "semicolons": ("a.csv", PEOPLE.replace(",", ";")),
    "tabs": ("a.txt", PEOPLE.replace(",", "\t")),
    "Windows-1255": ("a.csv", PEOPLE.encode("cp1255")),
    "UTF-16": ("a.txt", PEOPLE.replace(",", "\t").encode("utf-16")),
    "a title above": ("a.csv", f"רשימת השולחן העגול\n\n{PEOPLE}"),
    "a form's answers": ("a.csv", "Timestamp,First name,Last name,Email\n1,Dana,Zk,d@example.org\n2,Ron,Zk,r@example.org\n"),
    "Arabic": ("a.csv", "الاسم,المنصب,الهاتف\nليلى حداد,مديرة,050-5550123\nسامي حداد,مدير,050-5550124\n"),
    "no heads": ("a.csv", "דנה זקאדם,050-5550123\nרון זקאדם,050-5550124\nגל זקאדם,050-5550125\n"),
    "names and mail": ("list.txt", "דנה זקאדם - d@example.org\nרון זקאדם - r@example.org\nגל זקאדם - g@example.org\n"),
    "those present": ("a.txt", "נוכחים:\nדנה זקאדם, רכזת\nרון זקאדם, מנהל\nגל זקאדם, יועץ\n"),
    "objects": ("a.json", json.dumps([{"name": "Dana Zk", "email": "a@example.org"}, {"name": "Ron Zk", "email": "b"}])),
    "objects within": ("a.json", json.dumps({"x": {"people": [{"שם": "דנה", "טלפון": "1"}, {"שם": "רון", "טלפון": "2"}]}})),
    "a sheet": ("list.xlsx", workbook(ROWS)),
    "a hidden sheet": ("plan.xlsx", workbook([["שנה", "תקציב"], [2024, 7]], ROWS, hidden=True)),
    "telephones as numbers": ("a.xlsx", workbook([["שם מלא", "נייד"], ["דנה זקאדם", 505550123], ["רון זקאדם", 505550124]])),
}  # fmt: skip
PRESENT = [["סיכום"], ["נוכחים:"], ["דנה זקאדם"], ["רון זקאדם"], ["גל זקאדם"]]
LISTS |= {
    "a table in Word": ("minutes.docx", packed("word/document.xml", word(ROWS))),
    "those present, in Word": ("a.docx", packed("word/document.xml", word(PRESENT))),
    "a table in OpenDocument": ("a.odt", packed("content.xml", opendocument(ROWS))),
    "a table in an archive": ("files.zip", packed("list.csv", PEOPLE)),
    "a workbook in an archive": ("files.zip", packed("list.xlsx", workbook(ROWS))),
    "a table of a web page": ("a.html", f"<table>{web(ROWS)}</table>"),
    "a table of RTF": ("a.rtf", rtf(ROWS)),
    "cards": ("a.vcf", "BEGIN:VCARD\nFN:דנה זקאדם\nEND:VCARD\nBEGIN:VCARD\nFN:רון זקאדם\nEND:VCARD\n"),
    "lines of data": ("a.jsonl", '{"name": "Dana Zk", "email": "a@example.org"}\n{"name": "Ron Zk", "email": "b"}\n'),
    "names alone": ("a.txt", "\n".join(ALONE)),
    "names in a line": ("a.txt", ", ".join(ALONE)),
    "numbered names with roles": ("a.txt", "\n".join(f"{n}. {each} – רכזת, עירייה" for n, each in enumerate(ALONE))),
    "family names first": ("a.txt", "\n".join(" ".join(reversed(each.split())) for each in ALONE)),
    "a table without heads": ("a.csv", "".join(f"{each},רכזת\n" for each in ALONE)),
    "two columns without heads": ("a.csv", "".join(f"{n},{each.replace(' ', ',')}\n" for n, each in enumerate(ALONE))),
    "heads that say nothing": ("a.csv", "x1;x2\n" + "".join(f"{n};{each}\n" for n, each in enumerate(ALONE))),
    "Arabic names": ("a.txt", "أحمد خليل\nسمير خوري\nليلى حداد\nمحمد منصور\n"),
    "English names": ("a.txt", "Dana Zk\nMary Brown\nJohn Clark\nAnna Hall\nQuentin Zk\n"),
    "a list in data": ("a.json", json.dumps({"came": ALONE})),
    "who was invited": ("a.ics", "".join(f"ATTENDEE;CN={each}:mailto:a@example.org\n" for each in ALONE)),
    "who was invited, by rare names": ("a.ics", "ATTENDEE;CN=זהבית קרמל:mailto:a@e.il\nATTENDEE;CN=נחשון דובדבן:mailto:b@e.il\n"),
    "a sheet that another program packed": ("a.ods", packed("content.xml", opendocument(ROWS))),
    "paragraphs of Word": ("a.docx", packed("word/document.xml", word([["סיכום"], *([each] for each in ALONE)]))),
    "a list within archives": ("a.zip", packed("b.zip", packed("c.txt", "\n".join(ALONE)))),
    "private addresses": ("a.csv", "n,x\n" + "".join(f"{n},a{n}@gmail.com\n" for n in range(6))),
}  # fmt: skip
BUDGET = [["סעיף", "סכום"], ["כנס פתיחה", "1000"], ["דפוס", "200"], ["הסעות", "300"]]
OTHERS = {
    "a budget in Word": ("a.docx", packed("word/document.xml", word(BUDGET))),
    "an essay in Word": (
        "a.docx",
        packed("word/document.xml", word([["משתתפים"], ["בתהליך השתתפו ארבעים איש מכל הארץ, וכולם ביקשו להמשיך."], ["הם נפגשו."]])),
    ),
    "a budget of a web page": ("a.html", f"<table>{web(BUDGET)}</table>"),
    "an archive of texts": ("a.zip", packed("a.txt", "התהליך נפתח בינואר.")),
    "places": ("a.csv", "יישוב,תושבים\nחיפה,280000\nתל אביב,470000\n"),
    "a budget": ("a.csv", "סעיף,סכום,שנה\nכנס פתיחה,1000,2024\nדפוס,200,2024\nהסעות,300,2024\n"),
    "a schedule": ("a.csv", "תאריך,שעה,נושא\n2024-01-02,10:00,פתיחה\n2024-01-03,10:00,סיכום\n"),
    "answers by question": ("a.csv", "שאלה,כן,לא\nהאם הושגו המטרות,12,3\nהאם תבואו שוב,14,1\n"),
    "a file of terms": ("a.csv", "מונח,הגדרה\nשולחן עגול,מפגש של בעלי עניין\nשיתוף ציבור,תהליך\n"),
    "an essay": ("a.txt", "הקדמה\n\nהתהליך נפתח בינואר.\nהשתתפו בו אנשים רבים, ואלה הציעו הצעות רבות ושונות.\n"),
    "an essay on participants": ("a.txt", "משתתפים\n\nבתהליך השתתפו 40 איש מכל הארץ, וכולם ביקשו להמשיך.\nהם נפגשו שלוש פעמים.\n"),
    "subtitles": ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nשלום לכולם\n"),
    "a map": ("a.geojson", json.dumps({"features": [{"properties": {"name": "חיפה", "area": 3}}] * 3})),
    "figures in a sheet": ("a.xlsx", workbook([["שנה", "משתתפים"], [2023, 40], [2024, 50]])),
    "streets": ("a.csv", "רחוב,אורך\nרחוב דוד רמז,3\nרחוב משה שרת,4\nשדרות יוסף,2\nרחוב רחל אמנו,2\nסמטת חנה,1\n"),
    "schools": ("a.csv", "שם,תלמידים\nבית ספר רבין,3\nתיכון דוד,4\nגן תמר,5\nבית ספר רחל,6\nתיכון הרצל,7\n"),
    "needs": ("a.txt", "אור ברחוב\nצל בגן\nספסלים חדשים\nטל אורות\nמים קרים\nתחבורה טובה\nשביל רחב\n"),
    "minutes of a debate": ("a.txt", "\n".join(
        f"{each}: אני סבורה שהדרך הנכונה היא לפתוח את הגן לכל השכנים כבר השנה, ולא לחכות." for each in ALONE
    )),
    "offices' addresses": ("a.csv", "גוף,דואר\n" + "".join(f"מחלקה {n},dept{n}@city.example.org\n" for n in range(6))),
    "phrases in English": ("a.txt", "Mark all the items\nOpen data for all\nMay report\nHope for the park\nClean water\n"),
    "nothing": ("a.csv", ""),
    "not a sheet": ("a.xlsx", b"PK\x03\x04broken"),
    "deep data": ("a.json", "[" * 5000),
}  # fmt: skip


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_people_is_known_by_what_is_in_it(name: str) -> None:
    """Only the name `participants` was barred, and the registration list of a form was published with its telephones."""
    path, content = LISTS[name]
    assert reads_like_people(path, _bytes(content), STRUCTURE)


def _word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("before", ["", "נוכחים: ", "נוכחים:\n"])
def test_one_line_of_names_in_a_document_is_a_list_too(before: str) -> None:
    """All else in the file was looked at with it: settings and names of styles outweighed five people."""
    people = "אבי כהן, רות לוי, גיא מזרחי, נועה פרץ, יוסי ביטון"
    assert reads_like_people("a.docx", _word("סיכום הדיון", f"{before}{people}"), STRUCTURE)


@pytest.mark.parametrize(
    "text",
    [
        "תודה לאבי כהן, רות לוי, גיא מזרחי, יוסי ביטון ונועה פרץ על עזרתם הרבה בהכנת המסמך",
        "כתיבה: רות לוי, גיא מזרחי, יוסי ביטון",
        "הנושאים: מים, חשמל, דיור ציבורי, תחבורה בעיר, חינוך, בריאות הציבור, רווחה",
    ],
)
def test_a_sentence_with_names_and_credits_are_none(text: str) -> None:
    """A report says who wrote it, and whom it thanks."""
    assert not reads_like_people("a.docx", _word("סיכום הדיון", text), STRUCTURE)


@pytest.mark.parametrize("name", OTHERS)
def test_other_data_is_left_alone(name: str) -> None:
    """Open data is what appendices are for."""
    path, content = OTHERS[name]
    assert not reads_like_people(path, _bytes(content), STRUCTURE)
