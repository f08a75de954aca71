"""Tables of what was said to participants: promises, what was done with what they said, lessons."""

from __future__ import annotations

from generator.diagnostics import Text
from generator.rendering.datasets.columns import OF_PROCESS, PROCESS, Reference, Table, column, position

PROMISES = Table(
    name="promises",
    title=Text(he="הבטחות למשתתפים", ar="وعود للمشاركين", en="Promises to participants"),
    key=("process", "id"),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        column(
            "id", "text", "מזהה ההבטחה בתוך התהליך", "معرّف الوعد داخل العملية", "Id of the promise within the process"
        ),
        column("text", "text", "ההבטחה", "الوعد", "The promise"),
        column("date", "date", "מתי הובטח", "متى أُعطي الوعد", "When it was made"),
        column("status", "text", "מצב ההבטחה", "حالة الوعد", "Status of the promise", "promise-status"),
        column("due", "date", "עד מתי", "حتى متى", "Until when"),
        column(
            "overdue",
            "boolean",
            "ההבטחה עוד לא הוכרעה והמועד עבר",
            "لم يُحسم الوعد بعد ومضى موعده",
            "It is still pending and its time has passed",
        ),
        column("evidence", "text", "אסמכתה: טקסט או כתובת", "الدليل: نص أو رابط", "Evidence: text or an address"),
        column("explanation", "text", "הסבר", "الشرح", "Explanation"),
        column("source", "text", "איפה הובטח", "أين أُعطي", "Where it was made"),
        column("planned", "text", "מה תוכנן", "ما خُطط له", "What was planned"),
        column("done", "text", "מה נעשה", "ما تم", "What was done"),
        column("url", "url", "ההבטחה בעמוד התהליך", "الوعد في صفحة العملية", "The promise on the process's page"),
        column(
            "law",
            "text",
            "מזהה החוק או החלטת הממשלה",
            "معرّف القانون أو قرار الحكومة",
            "Identifier of the law or government decision",
        ),
    ),
)

RESPONSES = Table(
    name="responses",
    title=Text(he="מה נעשה במה שנשמע", ar="ماذا فُعل بما سُمع", en="What was done with what was heard"),
    key=("process", "id"),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        column("heard", "text", "מה נשמע", "ما سُمع", "What was heard"),
        column("voices", "integer", "כמה אמרו זאת", "كم شخصًا قال ذلك", "How many said so"),
        column("response", "text", "המענה", "الرد", "The response", "response"),
        column("explanation", "text", "הסבר", "الشرح", "Explanation"),
        column(
            "chapter",
            "text",
            "איפה בתוצר: פרק, ואולי חלק אחרי #",
            "أين في المخرجات: فصل، وقد يليه جزء بعد #",
            "Where in the output: a chapter, maybe a part after #",
        ),
        column(
            "id", "text", "מזהה המענה בתוך התהליך", "معرّف الرد داخل العملية", "Id of the response within the process"
        ),
        column(
            "chapter_url", "url", "כתובת המקום בתוצר", "عنوان الموضع في المخرجات", "Address of the place in the output"
        ),
        column(
            "points",
            "integer",
            "על כמה מהדברים שנאמרו המענה עונה; ריק כשלא נספרו או כשהמספר קטן",
            "على كم من الأقوال يجيب الرد؛ فارغ إن لم تُعدّ أو كان العدد صغيرًا",
            "How many of the points that were made it answers; empty where nobody counted, or the figure is small",
        ),
    ),
)

LESSONS = Table(
    name="lessons",
    title=Text(he="לקחים", ar="عِبَر", en="Lessons"),
    key=("process", "position"),
    references=(OF_PROCESS, Reference(columns=("process", "chapter"), table="chapters", key=("process", "id"))),
    columns=(
        PROCESS,
        column("ministry", "text", "מזהה הגוף המכנס", "معرّف الجهة الداعية", "Id of the convening body"),
        column("text", "text", "הלקח", "العبرة", "The lesson"),
        column(
            "about",
            "text",
            "על מה: תהליך או תוכן",
            "حول ماذا: العملية أم المضمون",
            "About the process or its content",
            "lesson-about",
        ),
        column("verdict", "text", "מה קרה", "ما الذي حدث", "What happened", "lesson-verdict"),
        column("theme", "text", "תחום", "المجال", "Theme"),
        position("מקום בין הלקחים של התהליך", "الموضع بين عِبَر العملية", "Place among the lessons of the process"),
        column("chapter", "text", "הפרק שבו הלקח כתוב", "الفصل الذي وردت فيه العبرة", "The chapter it stands in"),
    ),
)
