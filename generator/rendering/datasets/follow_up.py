"""Tables of what came of a process: outcomes, next steps, what became known since, and how it was closed."""

from __future__ import annotations

from generator.diagnostics import Text
from generator.rendering.datasets.columns import OF_PROCESS, PROCESS, Table, column, position

OUTCOMES = Table(
    name="outcomes",
    title=Text(he="תוצאות", ar="النتائج", en="Outcomes"),
    key=("process", "id"),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        column(
            "id", "text", "מזהה התוצאה בתוך התהליך", "معرّف النتيجة داخل العملية", "Id of the outcome within the process"
        ),
        column("type", "text", "סוג", "النوع", "Kind", "outcome-type"),
        column("state", "text", "מצב", "الحالة", "State", "outcome-state"),
        column("title", "text", "כותרת", "العنوان", "Title"),
        column("date", "date", "תאריך המצב", "تاريخ الحالة", "Date of the state"),
        column("due", "date", "עד מתי היא צפויה", "حتى متى يُتوقع", "By when it is expected"),
        column(
            "stale",
            "boolean",
            "מחכים לה, המועד עבר, ואין חדש",
            "لا يزال منتظرًا، ومضى موعده ولا جديد",
            "It is awaited, its time has passed, and there is no news",
        ),
        column("reference", "text", "סימוכין", "رقم المرجع", "Reference"),
        column(
            "url", "text", "כתובת ההחלטה או המסמך", "عنوان القرار أو الوثيقة", "Address of the decision or document"
        ),
        column("note", "text", "הערה", "ملاحظة", "Note"),
        column("evidence", "text", "אסמכתה: טקסט או כתובת", "الدليل: نص أو رابط", "Evidence: text or an address"),
        column(
            "law",
            "text",
            "מזהה החוק או החלטת הממשלה",
            "معرّف القانون أو قرار الحكومة",
            "Identifier of the law or government decision",
        ),
    ),
)

STEPS = Table(
    name="steps",
    title=Text(he="צעדים הבאים", ar="الخطوات التالية", en="Next steps"),
    key=("process", "id"),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        column("id", "text", "מזהה הצעד בתוך התהליך", "معرّف الخطوة داخل العملية", "Id of the step within the process"),
        column("text", "text", "הצעד", "الخطوة", "The step"),
        column("who", "text", "מי אחראי", "من المسؤول", "Who is to do it"),
        column("due", "date", "עד מתי", "حتى متى", "Until when"),
        column("state", "text", "מצב", "الحالة", "State", "step-state"),
        column(
            "overdue",
            "boolean",
            "הצעד פתוח והמועד עבר",
            "الخطوة مفتوحة ومضى موعدها",
            "It is open and its time has passed",
        ),
        column("evidence", "text", "אסמכתה: טקסט או כתובת", "الدليل: نص أو رابط", "Evidence: text or an address"),
        column("explanation", "text", "מדוע בוטל", "لماذا أُسقطت", "Why it was dropped"),
    ),
)

UPDATES = Table(
    name="updates",
    title=Text(
        he="מה נודע מאז על הבטחות, תוצאות וצעדים",
        ar="ما عُرف منذ ذلك الحين عن الوعود والنتائج والخطوات",
        en="What became known since of promises, outcomes and steps",
    ),
    key=("process", "kind", "id", "position"),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        column(
            "kind",
            "text",
            "על מה: promise, outcome או step",
            "عن ماذا: promise أو outcome أو step",
            "Of what: promise, outcome or step",
        ),
        column("id", "text", "המזהה שלו בתוך התהליך", "معرّفه داخل العملية", "Its id within the process"),
        position("מקום בין העדכונים שלו", "الموضع بين تحديثاته", "Place among its updates"),
        column("date", "date", "מתי", "متى", "When"),
        column(
            "state",
            "text",
            "המצב מאז; ריק כשלא השתנה",
            "الحالة منذ ذلك؛ فارغ إن لم تتغير",
            "The state from then on; empty where it did not move",
        ),
        column("note", "text", "מה נודע", "ما عُرف", "What became known"),
        column("url", "text", "כתובת", "رابط", "Address"),
    ),
)

CLOSING = Table(
    name="closing",
    title=Text(he="סגירת התהליכים", ar="إغلاق العمليات", en="How processes were closed"),
    key=("process",),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        column("partners_aligned", "date", "מתי סוכם עם השותפים", "متى اتُّفق مع الشركاء", "When partners agreed"),
        column(
            "expectations_revisited",
            "date",
            "מתי נבחנו הציפיות",
            "متى رُوجعت التوقعات",
            "When expectations were gone over",
        ),
        column("participants_told", "date", "מתי נאמר למשתתפים", "متى أُبلغ المشاركون", "When participants were told"),
        column("output_sent", "date", "מתי נשלח התוצר", "متى أُرسلت المخرجات", "When the output was sent"),
        column("thanked", "date", "מתי נאמרה תודה", "متى شُكر المشاركون", "When participants were thanked"),
        column(
            "closing_lag_days",
            "integer",
            "ימים מסיום השיתוף ועד שליחת התוצר",
            "الأيام من نهاية المشاركة حتى إرسال المخرجات",
            "Days from the end of participation to the day the output was sent",
        ),
        column("target_due", "date", "היעד של האתר", "هدف الموقع", "By the site's target, until when"),
        column(
            "timeliness",
            "text",
            "in-time, late או late-explained; ריק כשאין יעד",
            "in-time أو late أو late-explained؛ فارغ حيث لا هدف",
            "in-time, late or late-explained; empty where there is no target",
        ),
        column("days_late", "integer", "ימי איחור", "أيام التأخر", "Days late"),
        column("why_now", "text", "למה עכשיו", "لماذا الآن", "Why it is closed now"),
    ),
)

WAIVERS = Table(
    name="waivers",
    title=Text(he="מה הוסבר במקום להיעשות", ar="ما شُرح بدلًا من أن يُنجز", en="What was explained instead of done"),
    key=("process", "subject"),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        column(
            "subject",
            "text",
            "מזהה התנאי, הרכיב או החלק",
            "معرّف الشرط أو العنصر أو الجزء",
            "Id of the condition, element or part",
        ),
        column("reason", "text", "הסיבה", "السبب", "The reason"),
    ),
)
