"""Assigns the columns of a register: by their headers, confirmed by their content."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from generator.expressions import expression
from generator.importing.lists.columns import HEAD_ROWS
from generator.importing.lists.grid import Grid, one_line
from generator.importing.register.cells import is_month_first, read_address, read_day
from generator.structure import normal
from generator.wording.deferred import N_

_WORDS: Mapping[str, str] = {
    "title": "שם התהליך|שם תהליך|שם ההליך|כותרת|שם הפרויקט|title|name|process|process name|consultation title|consultation"
    "|اسم العملية|العنوان|عنوان العملية",
    "title-weak": "נושא|שם|subject|الموضوع",
    "ministry": "משרד|משרד יחידה|יחידה|גוף מוביל|הגוף המוביל|הגוף המכנס|משרד מוביל|גוף|שם המשרד|ministry|department|agency"
    "|organisation|organization|organisations|owner org title|workspace title|dg|developer group|convening body|lead body"
    "|الوزارة|الجهة|الجهة الداعية",
    "ministry-weak": "אחראי|גורם אחראי|responsible|lead|المسؤول",
    "start_date": "מועד פתיחה|תאריך פתיחה|תאריך התחלה|מועד התחלה|התחלה|פתיחה|נפתח|start date|startdate|opening date|opens|opened"
    "|start|comment start date|تاريخ البدء|تاريخ الافتتاح|البداية",
    "end_date": "מועד סגירה|תאריך סגירה|תאריך סיום|מועד סיום|סיום|סגירה|נסגר|end date|enddate|closing date|closes|end|deadline"
    "|comment end date|تاريخ الانتهاء|تاريخ الإغلاق|النهاية",
    "status": "סטטוס|מצב|מצב התהליך|שלב|status|state|stage|الحالة",
    "kind": "סוג|סוג התהליך|kind|process kind|kind of process|نوع العملية",
    "methods": "אופן השיתוף|שיטה|שיטת השיתוף|כלים|כלי שיתוף|מתודה|מתודות|אמצעי השיתוף|method|methods"
    "|الأسلوب|الأساليب|طريقة المشاركة",
    "topics": "תחום|תחומים|נושאים|topic|topics|subjects|المجال|المواضيع",
    "participants_count": "מס משתתפים|מספר משתתפים|מספר המשתתפים|משתתפים|כמות משתתפים|participants|number of participants|responses"
    "|number of responses|عدد المشاركين",
    "summary": "קישור לסיכום|קישור לתוצר|סיכום|קישור לדוח|report link|report|summary link|link to summary"
    "|رابط التلخيص|رابط التقرير",
    "link": "קישור|קישור לתהליך|עמוד התהליך|אתר|כתובת|url|link|web address|profile page|page|website|الرابط|رابط",
    "short_description": "תיאור|תיאור קצר|תקציר|description|summary|short description|overview|الوصف|وصف",
    "reference": "סימוכין|מספר תיק|אסמכתה|מספר תהליך|registration number|reference|reference number|case number|رقم المرجع",
    "id": "slug",
    "id-weak": "מזהה|id|identifier|المعرّف",
}
_PEOPLE = expression(
    r"איש קשר|אנשי קשר|איש הקשר|נציג|מנהל|רכז|שם מלא|דוא|מייל|טלפון|נייד|contact|email|e mail|phone|mobile|owner(?! org)"
    r"|author|officer|manager|creator|user|اتصال|بريد|هاتف|مسؤول الاتصال"
)
"""Columns that hold people: never taken, and counted."""
_LANGUAGES = expression(r"[ _/](he|ar|en|fr)\Z")
_DATES = ("start_date", "end_date")
_ENOUGH_DATES, _ENOUGH_ADDRESSES, _ENOUGH_BODIES = 0.8, 0.8, 0.5

NO_DATES = N_("{column}: not taken as a date, most of it is none")
MONTH_FIRST = N_("{column}: not taken, some dates have the month first")
NO_ADDRESSES = N_("{column}: not taken as a link, most of it is none")
NO_BODIES = N_("{column}: not taken as the convening body, the registry knows few of its names")
FULLER = N_("{column}: not taken, another column says the same and has more in it")

_NAMES = {normal(word): field for field, words in _WORDS.items() for word in words.split("|")}


class RegisterColumn(Struct, frozen=True, kw_only=True):
    """A column that was understood."""

    field: str
    index: int
    words: str
    filled: int
    """Rows that have something in it."""


class RegisterHead(Struct, frozen=True, kw_only=True):
    """What a register's columns mean."""

    row: int
    columns: tuple[RegisterColumn, ...]
    unknown: tuple[str, ...]
    people: int
    """Columns that hold people. They are not taken, and not even named."""
    refused: tuple[tuple[str, str], ...]
    """A message id and the words of the column that it is about."""

    def column(self, field: str) -> int | None:
        return next((column.index for column in self.columns if column.field == field), None)


def find_head(
    grid: Grid, language: str, told: Mapping[str, str], is_body: Callable[[str], bool]
) -> RegisterHead | None:
    """The row that names the most fields, a title among them; None when there is none."""
    best: tuple[int, int] | None = None
    for index, row in enumerate(grid.rows[:HEAD_ROWS]):
        fields = {field for cell in row.cells if (field := _field(one_line(cell), told)[0])}
        titled = bool(fields & {"title", "title-weak"})
        if titled and len(fields) > 1 and (best is None or len(fields) > best[0]):
            best = (len(fields), index)
    return _read(grid, best[1], language, told, is_body) if best else None


def _field(words: str, told: Mapping[str, str]) -> tuple[str, str]:
    """The field that a column's words name, and the language that they end with."""
    said = normal(words)
    if said in told:
        return told[said], ""
    if _PEOPLE.search(said) and said not in _NAMES:
        return "", ""
    suffix = _LANGUAGES.search(words.lower())
    bare = normal(words[: suffix.start()]) if suffix else said
    return _NAMES.get(said) or _NAMES.get(bare) or "", suffix[1] if suffix else ""


def _read(
    grid: Grid, index: int, language: str, told: Mapping[str, str], is_body: Callable[[str], bool]
) -> RegisterHead:
    below = grid.rows[index + 1 :]
    claims: dict[str, list[tuple[bool, RegisterColumn]]] = {}
    unknown: list[str] = []
    refused: list[tuple[str, str]] = []
    people = 0
    for number, cell in enumerate(grid.rows[index].cells):
        words = one_line(cell)
        if not words or number in grid.hidden_columns:
            continue
        field, suffix = _field(words, told)
        texts = [text for row in below if (text := one_line(row.at(number)))]
        if not field:
            people += bool(_PEOPLE.search(normal(words)))
            unknown += [] if _PEOPLE.search(normal(words)) else [words]
            continue
        if normal(words) not in told and (doubt := _doubt(field, texts, is_body)):
            refused.append((doubt, words))
            continue
        column = RegisterColumn(field=field.removesuffix("-weak"), index=number, words=words, filled=len(texts))
        claims.setdefault(column.field, []).append((not field.endswith("-weak"), column))
        if suffix and suffix != language:
            claims[column.field][-1] = (False, column)
    columns = []
    for of_field in claims.values():
        best = max(of_field, key=lambda each: (each[0], each[1].filled))
        columns.append(best[1])
        refused += [(FULLER, column.words) for _, column in of_field if column is not best[1]]
    return RegisterHead(
        row=index, columns=tuple(columns), unknown=tuple(unknown), people=people, refused=tuple(refused)
    )


def _doubt(field: str, texts: Sequence[str], is_body: Callable[[str], bool]) -> str | None:
    """Why a column's content contradicts its header, as a message id; None when it does not."""
    if not texts:
        return None
    if field in _DATES:
        if is_month_first(texts):
            return MONTH_FIRST
        return None if _share(texts, lambda text: read_day(text, "UTC") is not None) >= _ENOUGH_DATES else NO_DATES
    if field in ("summary", "link"):
        said = [text for text in texts if len(text) > 4]
        return (
            None
            if not said or _share(said, lambda text: bool(read_address(text))) >= _ENOUGH_ADDRESSES
            else NO_ADDRESSES
        )
    if field == "ministry-weak":
        return None if _share(texts, is_body) >= _ENOUGH_BODIES else NO_BODIES
    return None


def _share(texts: Sequence[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, texts)) / len(texts)
