"""Faults of a file as a whole: encoding, size, characters."""

from generator.diagnostics import Rule, Severity, Text

NOT_UTF8 = Rule(
    code="S001",
    name="not-utf8",
    severity=Severity.ERROR,
    message=Text(
        he="הקובץ אינו שמור ב־UTF-8, ונראה שהקידוד שלו הוא: {value}",
        ar="الملف غير محفوظ بترميز UTF-8، ويبدو أن ترميزه هو: {value}",
        en="the file is not UTF-8; it looks like {value}",
    ),
    hint=Text(
        he="באקסל יש לשמור כ־CSV UTF-8; בכלי אחר אפשר להמיר כך: iconv -f {value} -t UTF-8",
        ar="في إكسل يُحفظ الملف بصيغة CSV UTF-8، ويمكن تحويله بأداة أخرى هكذا: iconv -f {value} -t UTF-8",
        en='in Excel save as "CSV UTF-8"; elsewhere convert with iconv -f {value} -t UTF-8',
    ),
    what=Text(
        he="יש לשמור את כל קובצי הטקסט ב־UTF-8, עם BOM או בלעדיו.",
        ar="ينبغي حفظ كل الملفات النصية بترميز UTF-8، مع BOM أو من دونها.",
        en="Save every text file as UTF-8, with or without a BOM.",
    ),
    why=Text(
        he="בקידוד אחר העברית מתפרסמת כג'יבריש, וניחוש שגוי אינו נראה עד הפרסום (מפרט 3).",
        ar="بترميز آخر يظهر النص رموزًا غير مقروءة، ولا يُكتشف التخمين الخاطئ إلا بعد النشر (المواصفة 3).",
        en="In another encoding Hebrew is published as noise, and a wrong guess shows only then (spec 3).",
    ),
    wrong="""\
=== example/content.md (windows-1255)
הידע שנאסף.
""",
    right="""\
=== example/content.md
הידע שנאסף.
""",
)

UNREADABLE_FILE = Rule(
    code="S006",
    name="unreadable-file",
    severity=Severity.ERROR,
    message=Text(
        he="אי אפשר לקרוא את הקובץ: {path}",
        ar="تعذّرت قراءة الملف: {path}",
        en="the file cannot be read: {path}",
    ),
    hint=Text(
        he="יש לבדוק שזה קובץ ולא תיקייה, ושיש הרשאה לקרוא אותו",
        ar="ينبغي التحقق من أنه ملف لا مجلد، ومن وجود إذن بقراءته",
        en="see that it is a file, not a folder, and that it may be read",
    ),
    what=Text(
        he="יש לשמור כל קובץ ש־Sikum צריך כך שאפשר לקרוא אותו.",
        ar="ينبغي أن يكون كل ملف يحتاج إليه Sikum قابلًا للفتح والقراءة.",
        en="Let every file that Sikum needs be one that can be opened.",
    ),
    why=Text(
        he="מה שלא נקרא היה נעלם מהאתר בלי שאיש ידע (מפרט 4).",
        ar="ما لا يُقرأ يختفي من الموقع دون أن يعلم أحد (المواصفة 4).",
        en="What is not read would be missing from the site and nobody would know (spec 4).",
    ),
    wrong="""\
=== example/promises.yml/notes.txt
רשימות מהמפגש.
""",
    right="""\
=== example/promises.yml
- {id: p1, text: לפרסם את הסיכום, date: 2024-01, status: pending}
""",
)

CONTROL_CHARACTER = Rule(
    code="S007",
    name="control-character",
    severity=Severity.ERROR,
    message=Text(
        he="יש בטקסט תו שאינו נראה ומשנה את הכתוב: {value}",
        ar="في النص محرف غير مرئي يغيّر المكتوب: {value}",
        en="the text holds an unseen character that changes what is read: {value}",
    ),
    hint=Text(
        he="יש למחוק את התו, ולהקליד מחדש את המילה שלידו",
        ar="ينبغي حذف المحرف وإعادة كتابة الكلمة المجاورة له",
        en="delete the character, and type the word beside it again",
    ),
    what=Text(
        he="אין לכתוב תווי בקרה, תווים שהופכים את כיוון הטקסט או חצאי תווים.",
        ar="لا ينبغي كتابة محارف تحكّم، ولا محارف تقلب اتجاه النص، ولا أنصاف محارف.",
        en="Write no control characters, none that override the direction of text, no lone surrogates.",
    ),
    why=Text(
        he="תו כזה מציג לקורא דבר אחד ולמחשב דבר אחר, ויכול להסתיר קישור או שם (מפרט 3).",
        ar="محرف كهذا يُري القارئ شيئًا والحاسوبَ شيئًا آخر، وقد يخفي رابطًا أو اسمًا (المواصفة 3).",
        en="It shows the reader one thing and the machine another, and can hide a link or a name (spec 3).",
    ),
    wrong="""\
=== example/content.md (escapes)
הידע \\u202eשנאסף.
""",
    right="""\
=== example/content.md
הידע שנאסף.
""",
)

TOO_LARGE = Rule(
    code="S008",
    name="too-large",
    severity=Severity.ERROR,
    message=Text(
        he="הקובץ גדול מכדי לקרוא אותו; הגודל בבתים: {count}",
        ar="الملف أكبر من أن يُقرأ؛ حجمه بالبايتات: {count}",
        en="the file has {count} bytes, too many to be read",
    ),
    hint=Text(
        he="יש לחלק אותו לכמה קבצים, או לצרף אותו כנספח; המרב בבתים: {limit}",
        ar="ينبغي تقسيمه إلى عدة ملفات أو إرفاقه ملحقًا؛ الحد الأقصى بالبايتات: {limit}",
        en="divide it, or attach it as an appendix; at most {limit} bytes",
    ),
    what=Text(
        he="אין לכתוב קובץ של טקסט או נתונים שעולה על הגודל המרבי.",
        ar="لا ينبغي أن يتجاوز ملف النص أو البيانات الحجم الأقصى.",
        en="Keep a file of text or data within the limit.",
    ),
    why=Text(
        he="קובץ אחד ענק היה עוצר את בניית האתר של כל המשרדים (מפרט 3).",
        ar="ملف واحد ضخم قد يوقف بناء موقع كل الوزارات (المواصفة 3).",
        en="One huge file could stop the site of all ministries (spec 3).",
    ),
    wrong="""\
=== example/content.md (100 MB)
הידע שנאסף.
""",
    right="""\
=== example/content.md
הידע שנאסף.
""",
)
