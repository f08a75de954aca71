"""Tables of the processes themselves: what they are, with whom, to what end, in which chapters and meetings."""

from __future__ import annotations

from generator.diagnostics import Text
from generator.rendering.datasets.columns import OF_PROCESS, PROCESS, Table, column, position

PROCESSES = Table(
    name="processes",
    title=Text(he="כל התהליכים", ar="كل العمليات", en="All processes"),
    key=("id",),
    columns=(
        column("id", "text", "מזהה התהליך, קבוע", "معرّف العملية، ثابت", "Id of the process; it never changes"),
        column("url", "url", "עמוד התהליך", "صفحة العملية", "The page of the process"),
        column("title", "text", "שם התהליך", "اسم العملية", "Title of the process"),
        column("short_description", "text", "תיאור קצר", "وصف قصير", "Short description"),
        column("ministry", "text", "מזהה הגוף המכנס", "معرّف الجهة الداعية", "Id of the convening body"),
        column(
            "ministry_name",
            "text",
            "שם הגוף המכנס בזמן התהליך",
            "اسم الجهة الداعية وقت العملية",
            "Name of the convening body at the time of the process",
        ),
        column("kind", "text", "סוג התהליך", "نوع العملية", "Kind of process", "kind"),
        column("methods", "list", "מתודות", "الأساليب", "Methods", "method"),
        column("topics", "list", "מזהי הנושאים", "معرّفات المواضيع", "Ids of the topics"),
        column("status", "text", "מצב התהליך", "حالة العملية", "Status of the process", "status"),
        column("language", "text", "שפת התהליך", "لغة العملية", "Language of the process", "language"),
        column("start_date", "date", "תחילת השיתוף", "بداية المشاركة", "When participation began"),
        column("end_date", "date", "סיום השיתוף", "نهاية المشاركة", "When participation ended"),
        column(
            "output_sent",
            "date",
            "מתי נשלח התוצר למשתתפים",
            "متى أُرسلت المخرجات إلى المشاركين",
            "When participants were sent the output",
        ),
        column(
            "closing_lag_days",
            "integer",
            "ימים מסיום השיתוף ועד שליחת התוצר; ריק כשתאריך אינו ידוע במלואו",
            "الأيام من نهاية المشاركة حتى إرسال المخرجات؛ فارغ إذا لم يُعرف أحد التاريخين كاملًا",
            "Days from the end of participation to the day the output was sent; empty where a date is not fully known",
        ),
        column(
            "participants_count",
            "integer",
            "כל המשתתפים, גם אלה שאינם ברשימה",
            "كل من شارك، ولو لم يرد في القائمة",
            "Everyone who took part, listed or not",
        ),
        column(
            "license",
            "text",
            "הרישיון של התהליך, ואם אין לו רישיון משלו – של האתר",
            "ترخيص العملية، أو ترخيص الموقع إن لم يكن لها ترخيص",
            "The licence of the process, else of the site",
        ),
        column(
            "license_url",
            "url",
            "כתובת הרישיון; ריק כשהכתוב אינו רישיון מוכר",
            "عنوان الترخيص؛ فارغ إذا لم يكن المكتوب ترخيصًا معروفًا",
            "Address of the licence; empty where what is written is no known one",
        ),
        column(
            "aliases",
            "list",
            "מזהים שהיו לתהליך קודם, הישן ביותר תחילה",
            "معرّفات كانت للعملية من قبل، الأقدم أولًا",
            "Ids that the process had before, the oldest first",
        ),
        column(
            "writer",
            "text",
            "מי כתבו את הטקסט, כשלא הגוף המכנס כתב אותו",
            "من كتب النص، حين لم تكتبه الجهة الداعية",
            "Who wrote the text, where the convening body did not",
        ),
        column(
            "spectrum",
            "text",
            "מידת ההשפעה שהובטחה (IAP2)",
            "مدى التأثير الموعود (IAP2)",
            "Spectrum of participation (IAP2)",
            "spectrum",
        ),
        column("invited", "text", "מי הוזמנו", "من دُعي", "Who was invited", "invited"),
        column("recruitment", "text", "דרך הגיוס", "طريقة الاختيار", "Recruitment", "recruitment"),
        column(
            "setting",
            "text",
            "פנים אל פנים או ברשת",
            "وجهًا لوجه أم عبر الشبكة",
            "Face to face or online",
            "setting",
        ),
        column("facilitation", "text", "הנחיה", "التيسير", "Facilitation", "facilitation"),
        column(
            "districts",
            "list",
            "מחוזות לפי ISO 3166-2",
            "الألوية بحسب ISO 3166-2",
            "Districts, by ISO 3166-2",
            "district",
        ),
        column(
            "localities",
            "list",
            "סמלי יישובים של הלשכה המרכזית לסטטיסטיקה",
            "رموز البلدات لدائرة الإحصاء المركزية",
            "Codes of localities, by the Central Bureau of Statistics",
        ),
        column(
            "points",
            "integer",
            "כמה דברים נאמרו; ריק כשלא נספרו או כשהמספר קטן",
            "كم قولًا قيل؛ فارغ إن لم تُعدّ أو كان العدد صغيرًا",
            "How many points were made; empty where nobody counted, or the figure is small",
        ),
        column(
            "points_answered",
            "integer",
            "על כמה מהם ניתן מענה",
            "كم منها رُدّ عليه",
            "How many of them were answered",
        ),
    ),
)

PARTNERS = Table(
    name="partners",
    title=Text(he="שותפים לתהליך", ar="شركاء العملية", en="Partners of processes"),
    key=("process", "position"),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        position("מקום ברשימת השותפים", "الموضع في قائمة الشركاء", "Place in the list of partners"),
        column(
            "ministry",
            "text",
            "מזהה הגוף, כשהוא במרשם",
            "معرّف الجهة إن كانت في السجل",
            "Id of the body, where the registry has it",
        ),
        column("name", "text", "שם", "الاسم", "Name"),
        column("role", "text", "תפקיד", "المنصب", "Role"),
        column("organisation", "text", "ארגון", "المنظمة", "Organisation"),
        column("sector", "text", "מגזר", "القطاع", "Sector", "sector"),
    ),
)

GOALS = Table(
    name="goals",
    title=Text(he="מטרות", ar="أهداف", en="Goals"),
    key=("process", "position"),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        position("מקום ברשימת המטרות", "الموضع في قائمة الأهداف", "Place in the list of goals"),
        column("text", "text", "המטרה", "الهدف", "The goal"),
        column("met", "text", "האם הושגה", "هل تحقق", "Whether it was reached", "met"),
        column("note", "text", "הערה", "ملاحظة", "Note"),
    ),
)

CHAPTERS = Table(
    name="chapters",
    title=Text(he="פרקי התוצר", ar="فصول المخرجات", en="Chapters of the output"),
    key=("process", "id"),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        column("id", "text", "שם הפרק בכתובת שלו", "اسم الفصل في عنوانه", "Its name, as in its address"),
        column("title", "text", "כותרת", "العنوان", "Title"),
        column("element", "text", "מזהה הרכיב במבנה", "معرّف العنصر في البنية", "Id of the element of the structure"),
        column(
            "words",
            "integer",
            "כמה מילים יש בו, בערך: 100, 200, 500, 1,000, 2,000 וכן הלאה",
            "كم كلمة فيه تقريبًا: 100 أو 200 أو 500 أو 1,000 أو 2,000 وهكذا",
            "About how many words it has: 100, 200, 500, 1,000, 2,000 and so on",
        ),
        column("url", "url", "עמוד הפרק", "صفحة الفصل", "Its page"),
    ),
)

MEETINGS = Table(
    name="meetings",
    title=Text(he="מפגשים", ar="لقاءات", en="Meetings"),
    key=("process", "id"),
    references=(OF_PROCESS,),
    columns=(
        PROCESS,
        column("id", "text", "שם המפגש בכתובת שלו", "اسم اللقاء في عنوانه", "Its name, as in its address"),
        column("title", "text", "כותרת", "العنوان", "Title"),
        column("date", "date", "מתי", "متى", "When"),
        column("start_time", "text", "שעת ההתחלה", "ساعة البداية", "When it began"),
        column("end_time", "text", "שעת הסיום", "ساعة الانتهاء", "When it ended"),
        column("location", "text", "מקום", "المكان", "Place"),
        column("type", "text", "סוג המפגש", "نوع اللقاء", "Kind of meeting"),
        column("attendees_count", "integer", "מספר הנוכחים", "كم شخصًا حضر", "How many came"),
        column("organisations", "list", "ארגונים שבאו", "المنظمات التي حضرت", "Organisations that came"),
        column("url", "url", "סיכום המפגש", "ملخص اللقاء", "Its summary"),
    ),
)
