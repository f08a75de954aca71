"""`/closing/closing.csv`: the rows of the closing page, which has the processes of other catalogues too."""

from __future__ import annotations

from generator.diagnostics import Text
from generator.rendering.datasets.columns import PROCESS, Table, column

CLOSING_PAGE = Table(
    name="closing/closing",
    title=Text(
        he="הטבלה של העמוד על משך הסגירה, גם של תהליכים מקטלוגים אחרים",
        ar="جدول صفحة مدة الإغلاق، بما فيه عمليات من فهارس أخرى",
        en="The table of the page on closing times, with the processes of other catalogues",
    ),
    columns=(
        PROCESS,
        column("title", "text", "שם התהליך", "اسم العملية", "Title of the process"),
        column("ministry", "text", "מזהה הגוף המכנס", "معرّف الجهة الداعية", "Id of the convening body"),
        column("ministry_name", "text", "שם הגוף המכנס", "اسم الجهة الداعية", "Name of the convening body"),
        column("status", "text", "מצב התהליך", "حالة العملية", "Status of the process", "status"),
        column("end_date", "date", "סיום השיתוף", "نهاية المشاركة", "When participation ended"),
        column("output_sent", "date", "מתי נשלח התוצר", "متى أُرسلت المخرجات", "When the output was sent"),
        column(
            "closing_lag_days",
            "integer",
            "ימים מסיום השיתוף ועד שליחת התוצר",
            "الأيام من نهاية المشاركة حتى إرسال المخرجات",
            "Days from the end of participation to the day the output was sent",
        ),
        column(
            "waived",
            "list",
            "מה הוסבר במקום להיעשות, כל אחד: מזהה, נקודתיים וסיבה",
            "ما شُرح بدلًا من أن يُنجز، لكل واحد: المعرّف ونقطتان والسبب",
            "What was explained instead of done, each as id, colon and reason",
        ),
    ),
)
"""In `/closing/`, so that no package of `/data/` can hold it; described like the others."""
