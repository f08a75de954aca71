"""Faults any field may have: missing, unknown, of the wrong kind, not well written."""

from generator.diagnostics import Rule, Severity, Text

MISSING_FIELD = Rule(
    code="F001",
    name="missing-field",
    severity=Severity.ERROR,
    message=Text(
        he="השדה {field} חסר",
        ar="الحقل {field} ناقص",
        en="the field {field} is missing",
    ),
    hint=Text(
        he="יש להוסיף {field}: ואחריו ערך",
        ar="ينبغي إضافة {field}: وبعده قيمة",
        en="add {field}: and its value",
    ),
    what=Text(
        he="יש לכתוב כל שדה חובה, עם ערך.",
        ar="ينبغي كتابة كل حقل إلزامي مع قيمته.",
        en="Write each required field, with a value.",
    ),
    why=Text(
        he="בלי השדה הזה אי אפשר להציג את התהליך, למצוא אותו או לבדוק אותו (מפרט 3.1).",
        ar="من دون هذا الحقل لا يمكن عرض العملية أو إيجادها أو فحصها (المواصفة 3.1).",
        en="Without it a process can be neither shown, found nor checked (spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
ministry: (absent)
""",
    right="""\
=== example/index.md (fields)
ministry: health
""",
)

UNKNOWN_FIELD = Rule(
    code="F002",
    name="unknown-field",
    severity=Severity.WARNING,
    message=Text(
        he="שדה שאינו מוכר: {field}",
        ar="حقل غير معروف: {field}",
        en='"{field}" is not a known field',
    ),
    hint=Text(
        he="יש לתקן את שם השדה, או להסיר אותו",
        ar="ينبغي تصحيح اسم الحقل أو إزالته",
        en="correct the field's name, or take it out",
    ),
    what=Text(
        he="יש לכתוב רק שדות שהמבנה מכיר.",
        ar="لا ينبغي أن تُكتب إلا الحقول التي تعرفها البنية.",
        en="Write only fields that the structure knows.",
    ),
    why=Text(
        he="מה שכתוב בשדה לא מוכר אינו מתפרסם, ולרוב זו שגיאת הקלדה (מפרט 3.1).",
        ar="ما يُكتب في حقل غير معروف لا يُنشر، وغالبًا هو خطأ في الكتابة (المواصفة 3.1).",
        en="What stands in an unknown field is not published, and mostly it is a slip of the pen (spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
licence: CC-BY-4.0
""",
    right="""\
=== example/index.md (fields)
license: CC-BY-4.0
""",
)

WRONG_TYPE = Rule(
    code="F003",
    name="wrong-type",
    severity=Severity.ERROR,
    message=Text(
        he="הערך של השדה {field} אינו מהסוג הדרוש",
        ar="قيمة الحقل {field} ليست من النوع المطلوب",
        en="the value of {field} is not of the kind it should be",
    ),
    hint=Text(
        he="אפשר לראות במדריך איך כותבים את השדה {field}",
        ar="يوضح الدليل كيف يُكتب الحقل {field}",
        en="the guide shows how {field} is written",
    ),
    what=Text(
        he="יש לכתוב כל שדה בצורה שלו: רשימה, מספר, טקסט או שדות.",
        ar="ينبغي كتابة كل حقل بصورته: قائمة أو عدد أو نص أو حقول.",
        en="Write each field as what it is: a list, a number, a text or fields.",
    ),
    why=Text(
        he="ערך מסוג אחר היה מוצג שבור, או לא היה מוצג כלל (מפרט 3.1).",
        ar="قيمة من نوع آخر تُعرض مكسورة أو لا تُعرض أصلًا (المواصفة 3.1).",
        en="A value of another kind would be shown broken, or not at all (spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
participants_count: כמה עשרות
""",
    right="""\
=== example/index.md (fields)
participants_count: 36
""",
)

UNKNOWN_VALUE = Rule(
    code="F004",
    name="unknown-value",
    severity=Severity.ERROR,
    message=Text(
        he="ערך שאינו מוכר בשדה {field}: {value}",
        ar="قيمة غير معروفة في الحقل {field}: {value}",
        en='"{value}" is not a known value of {field}',
    ),
    hint=Text(
        he="אפשר לכתוב אחד מאלה: {known}",
        ar="يمكن كتابة واحدة من هذه: {known}",
        en="write one of these: {known}",
    ),
    what=Text(
        he="בשדה שיש לו רשימת ערכים יש לכתוב ערך מהרשימה, או את שמו בעברית, בערבית או באנגלית.",
        ar="في الحقل ذي القائمة ينبغي كتابة قيمة منها، أو اسمها بالعبرية أو العربية أو الإنجليزية.",
        en="Write in a field with a list of values one of them, or its title in any of the three languages.",
    ),
    why=Text(
        he="לפי הערכים האלה מסננים, משווים וסופרים תהליכים של כל המשרדים (מפרט 3).",
        ar="بهذه القيم تُصفّى عمليات كل الوزارات وتُقارن وتُعدّ (المواصفة 3).",
        en="By these values the processes of all ministries are filtered, compared and counted (spec 3).",
    ),
    wrong="""\
=== example/index.md (fields)
scope: nationwide
""",
    right="""\
=== example/index.md (fields)
scope: national
""",
)

BAD_DATE = Rule(
    code="F005",
    name="bad-date",
    severity=Severity.ERROR,
    message=Text(
        he="אין תאריך כזה: {value}",
        ar="لا يوجد تاريخ كهذا: {value}",
        en='"{value}" is not a date in the calendar',
    ),
    hint=Text(
        he="יש לכתוב שנה, חודש ויום, למשל 2016-06-12; אפשר גם תאריך חלקי, למשל 2016-06",
        ar="يُكتب العام ثم الشهر ثم اليوم، مثل 2016-06-12، ويجوز تاريخ جزئي مثل 2016-06",
        en="write year, month and day, such as 2016-06-12; a partial date such as 2016-06 is fine",
    ),
    what=Text(
        he="יש לכתוב תאריך כשנה, כשנה וחודש או כיום מלא, שיש בלוח השנה.",
        ar="ينبغي كتابة التاريخ عامًا، أو عامًا وشهرًا، أو يومًا كاملًا موجودًا في التقويم.",
        en="Write a date as a year, a month or a day that is in the calendar.",
    ),
    why=Text(
        he="לפי התאריכים נבנים ציר הזמן, הסדר בקטלוג ומשך הסגירה (מפרט 3).",
        ar="على التواريخ يُبنى الخط الزمني وترتيب الفهرس ومدة الإغلاق (المواصفة 3).",
        en="Timeline, order and closing lag are made from dates (spec 3).",
    ),
    wrong="""\
=== example/index.md (fields)
start_date: 2024-02-30
""",
    right="""\
=== example/index.md (fields)
start_date: 2024-02-29
""",
)

TOO_LONG = Rule(
    code="F007",
    name="too-long",
    severity=Severity.WARNING,
    message=Text(
        he="הטקסט בשדה {field} ארוך מהמותר; מספר התווים: {count}",
        ar="نص الحقل {field} أطول من المسموح؛ عدد المحارف: {count}",
        en="the text of {field} has {count} characters, too many",
    ),
    hint=Text(
        he="יש לקצר, ולהעביר פרטים לפרק; מספר התווים המרבי: {limit}",
        ar="ينبغي اختصاره ونقل التفاصيل إلى أحد الفصول؛ الحد الأقصى للمحارف: {limit}",
        en="shorten it, and move details into a chapter; at most {limit} characters",
    ),
    what=Text(
        he="יש לכתוב במשפט או שניים טקסט שמוצג בכרטיס ובתוצאות חיפוש.",
        ar="ينبغي أن يكون النص الذي يظهر في البطاقة ونتائج البحث جملة أو جملتين.",
        en="Keep a text that cards and search results show to a sentence or two.",
    ),
    why=Text(
        he="טקסט ארוך נחתך בכרטיס, והקורא אינו מגיע אל העיקר (מפרט 3.1).",
        ar="النص الطويل يُقطع في البطاقة فلا يصل القارئ إلى الأهم (المواصفة 3.1).",
        en="A long one is cut on the card, and the reader never gets to the point (spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
short_description:
  שלושה מפגשים שבהם נאסף ידע מהשטח על דרכי העבודה של המשרד ועל הקשר שלו עם ארגונים אחרים.
  במפגש הראשון הוצגה התמונה הקיימת, במפגש השני נאספו הצעות לשינוי, ובמפגש השלישי נדונו ההצעות
  אחת לאחת, נבחנו היתרונות והחסרונות של כל הצעה, ונקבע מה מהן יעבור להמשך עבודה במשרד ומה לא.
  בסוף התהליך נכתב סיכום, והוא נשלח אל כל המשתתפים.
""",
    right="""\
=== example/index.md (fields)
short_description: שלושה מפגשים שבהם נאסף ידע מהשטח על דרכי העבודה של המשרד.
""",
)

BAD_URL = Rule(
    code="F009",
    name="bad-url",
    severity=Severity.ERROR,
    message=Text(
        he="אין זו כתובת של דף ברשת: {value}",
        ar="ليس هذا عنوان صفحة على الشبكة: {value}",
        en='"{value}" is not a web address',
    ),
    hint=Text(
        he="יש להעתיק את הכתובת המלאה מהדפדפן, מתחילתה: https://",
        ar="ينبغي نسخ العنوان الكامل من المتصفح، من بدايته: https://",
        en="copy the whole address from the browser, beginning with https://",
    ),
    what=Text(
        he="יש לכתוב כתובת שמתחילה ב־https או ב־http, ויש בה שם של אתר.",
        ar="ينبغي أن يبدأ العنوان بـ https أو http وفيه اسم موقع.",
        en="Write an address that begins with https or http and names a site.",
    ),
    why=Text(
        he="קישור שאינו נפתח אינו מאפשר לבדוק את המקור (מפרט 3.1).",
        ar="رابط لا يُفتح لا يتيح الرجوع إلى المصدر (المواصفة 3.1).",
        en="A link that does not open leaves the source unproved (spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
sources: [{title: החלטת הממשלה, url: www example org}]
""",
    right="""\
=== example/index.md (fields)
sources: [{title: החלטת הממשלה, url: "https://www.example.org/decision"}]
""",
)

BAD_CONTACT = Rule(
    code="F025",
    name="bad-contact",
    severity=Severity.WARNING,
    message=Text(
        he="בשדה {field} אין כתובת או מספר שאפשר לפנות אליהם: {value}",
        ar="ليس في الحقل {field} عنوان أو رقم يمكن التواصل معه: {value}",
        en='"{value}" in {field} is no address or number that can be reached',
    ),
    hint=Text(
        he="יש לבדוק את הכתובת או המספר, למשל office@example.org או 02-5550123",
        ar="ينبغي فحص العنوان أو الرقم، مثل office@example.org أو 02-5550123",
        en="look at the address or number, such as office@example.org or 02-5550123",
    ),
    what=Text(
        he="יש לכתוב לאיש הקשר כתובת דואר אלקטרוני ומספר טלפון שלמים.",
        ar="ينبغي كتابة بريد جهة الاتصال وهاتفها كاملين.",
        en="Give a contact's e-mail and phone as a whole address and number.",
    ),
    why=Text(
        he="איש הקשר הוא הדלת שנשארת פתוחה אחרי הסיום (השיטה, צעד 1: המשתתפים).",
        ar="جهة الاتصال هي الباب الذي يبقى مفتوحًا بعد النهاية (المنهج، الخطوة 1: المشاركون).",
        en="The contact is the door that stays open afterwards (method, step 1: participants).",
    ),
    wrong="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office.example.org}
""",
    right="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
)
