"""The tables of the open data and what each column means: written once, for the files, their package and the pages about them.

What is in a column is `generator.exports.tables`; a test holds the two together.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from generator.diagnostics import Text

ColumnType = Literal["text", "integer", "boolean", "date", "list", "url"]


class Column(Struct, frozen=True, kw_only=True):
    name: str
    type: ColumnType
    """A `date` is ISO and may be partial, a `list` is joined by `|`."""
    meaning: Text
    vocabulary: str | None = None
    """The vocabulary of `structure.yml` whose ids it holds."""


class Table(Struct, frozen=True, kw_only=True):
    name: str
    """`<name>.csv` in `/data/`."""
    title: Text
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    """The columns that name a row; empty where nothing does."""

    @property
    def file(self) -> str:
        return f"{self.name}.csv"


TYPES = {
    "text": Text(he="טקסט", ar="نص", en="text"),
    "integer": Text(he="מספר שלם", ar="عدد صحيح", en="whole number"),
    "boolean": Text(he="true או false", ar="true أو false", en="true or false"),
    "date": Text(he="תאריך, אולי חלקי", ar="تاريخ، قد يكون جزئيًا", en="date, maybe partial"),
    "list": Text(he="רשימה, מופרדת ב־|", ar="قائمة يفصل بينها |", en="list, joined by |"),
    "url": Text(he="כתובת", ar="رابط", en="address"),
}
"""What a reader is told of a column's type."""


def _column(name: str, kind: ColumnType, he: str, ar: str, en: str, vocabulary: str | None = None) -> Column:
    return Column(name=name, type=kind, meaning=Text(he=he, ar=ar, en=en), vocabulary=vocabulary)


_PROCESS = _column("process", "text", "מזהה התהליך", "معرّف العملية", "Id of the process")

PROCESSES = Table(
    name="processes",
    title=Text(he="כל התהליכים", ar="كل العمليات", en="All processes"),
    key=("id",),
    columns=(
        _column("id", "text", "מזהה התהליך, קבוע", "معرّف العملية، ثابت", "Id of the process; it never changes"),
        _column("url", "url", "עמוד התהליך", "صفحة العملية", "The page of the process"),
        _column("title", "text", "שם התהליך", "اسم العملية", "Title of the process"),
        _column("short_description", "text", "תיאור קצר", "وصف قصير", "Short description"),
        _column("ministry", "text", "מזהה הגוף המכנס", "معرّف الجهة الداعية", "Id of the convening body"),
        _column(
            "ministry_name",
            "text",
            "שם הגוף המכנס בזמן התהליך",
            "اسم الجهة الداعية وقت العملية",
            "Name of the convening body at the time of the process",
        ),
        _column("kind", "text", "סוג התהליך", "نوع العملية", "Kind of process", "kind"),
        _column("methods", "list", "מתודות", "الأساليب", "Methods", "method"),
        _column("topics", "list", "מזהי הנושאים", "معرّفات المواضيع", "Ids of the topics"),
        _column("status", "text", "מצב התהליך", "حالة العملية", "Status of the process", "status"),
        _column("language", "text", "שפת התהליך", "لغة العملية", "Language of the process", "language"),
        _column("start_date", "date", "תחילת ההשתתפות", "بداية المشاركة", "When participation began"),
        _column("end_date", "date", "סוף ההשתתפות", "نهاية المشاركة", "When participation ended"),
        _column(
            "output_sent",
            "date",
            "מתי נשלח התוצר למשתתפים",
            "متى أُرسلت المخرجات إلى المشاركين",
            "When participants were sent the output",
        ),
        _column(
            "closing_lag_days",
            "integer",
            "ימים מסוף ההשתתפות ועד שליחת התוצר; ריק כשתאריך אינו ידוע במלואו",
            "الأيام من نهاية المشاركة حتى إرسال المخرجات؛ فارغ إذا لم يُعرف أحد التاريخين كاملًا",
            "Days from the end of participation to the day the output was sent; empty where a date is not fully known",
        ),
        _column(
            "participants_count",
            "integer",
            "כל מי שהשתתפו, גם מי שאינם ברשימה",
            "كل من شارك، ولو لم يرد في القائمة",
            "Everyone who took part, listed or not",
        ),
    ),
)

PARTICIPANTS = Table(
    name="participants",
    title=Text(
        he="משתתפים, לפי מה שהסכימו לפרסם",
        ar="المشاركون، بحسب ما وافقوا على نشره",
        en="Participants, as far as they agreed to be published",
    ),
    columns=(
        _PROCESS,
        _column(
            "name",
            "text",
            "שם; ריק כשלא הוסכם לפרסמו",
            "الاسم؛ فارغ إن لم يُوافَق على نشره",
            "Name; empty where it is withheld",
        ),
        _column(
            "role",
            "text",
            "תפקיד; ריק כשלא הוסכם לפרסמו",
            "المنصب؛ فارغ إن لم يُوافَق على نشره",
            "Role; empty where it is withheld",
        ),
        _column("organisation", "text", "ארגון", "المنظمة", "Organisation"),
    ),
)

PROMISES = Table(
    name="promises",
    title=Text(he="הבטחות למשתתפים", ar="وعود للمشاركين", en="Promises to participants"),
    key=("process", "id"),
    columns=(
        _PROCESS,
        _column(
            "id", "text", "מזהה ההבטחה בתוך התהליך", "معرّف الوعد داخل العملية", "Id of the promise within the process"
        ),
        _column("text", "text", "ההבטחה", "الوعد", "The promise"),
        _column("date", "date", "מתי הובטח", "متى أُعطي الوعد", "When it was made"),
        _column("status", "text", "מצב ההבטחה", "حالة الوعد", "Status of the promise", "promise-status"),
        _column("due", "date", "עד מתי", "حتى متى", "Until when"),
        _column(
            "overdue",
            "boolean",
            "ההבטחה עוד לא הוכרעה והמועד עבר",
            "لم يُحسم الوعد بعد ومضى موعده",
            "It is still pending and its time has passed",
        ),
        _column("evidence", "text", "ראיה: טקסט או כתובת", "الدليل: نص أو رابط", "Evidence: text or an address"),
        _column("explanation", "text", "הסבר", "الشرح", "Explanation"),
    ),
)

RESPONSES = Table(
    name="responses",
    title=Text(he="מה נעשה במה שנשמע", ar="ماذا فُعل بما سُمع", en="What was done with what was heard"),
    columns=(
        _PROCESS,
        _column("heard", "text", "מה נשמע", "ما سُمع", "What was heard"),
        _column("voices", "integer", "כמה אמרו זאת", "كم شخصًا قال ذلك", "How many said so"),
        _column("response", "text", "המענה", "الرد", "The response", "response"),
        _column("explanation", "text", "הסבר", "الشرح", "Explanation"),
        _column(
            "chapter",
            "text",
            "איפה בתוצר: פרק, ואולי חלק אחרי #",
            "أين في المخرجات: فصل، وقد يليه جزء بعد #",
            "Where in the output: a chapter, maybe a part after #",
        ),
    ),
)

LESSONS = Table(
    name="lessons",
    title=Text(he="לקחים", ar="عِبَر", en="Lessons"),
    columns=(
        _PROCESS,
        _column("ministry", "text", "מזהה הגוף המכנס", "معرّف الجهة الداعية", "Id of the convening body"),
        _column("text", "text", "הלקח", "العبرة", "The lesson"),
        _column(
            "about",
            "text",
            "על מה: תהליך או תוכן",
            "حول ماذا: العملية أم المضمون",
            "About the process or its content",
            "lesson-about",
        ),
        _column("verdict", "text", "מה קרה", "ما الذي حدث", "What happened", "lesson-verdict"),
        _column("theme", "text", "תחום", "المجال", "Theme"),
    ),
)

TABLES = (PROCESSES, PARTICIPANTS, PROMISES, RESPONSES, LESSONS)
"""In the order in which they are listed everywhere."""
