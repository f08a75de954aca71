"""M: the registries of bodies and topics, the structure's extension, the accessibility statement's facts (spec 3.6)."""

from generator.diagnostics import Rule, Severity, Text

BAD_REGISTRY = Rule(
    code="M001",
    name="bad-registry",
    severity=Severity.ERROR,
    message=Text(
        he="יש במרשם ערך חסר או לא מתאים: {field}",
        ar="في السجل قيمة ناقصة أو غير مناسبة: {field}",
        en="in the registry {field} is missing, or is not as it should be",
    ),
    hint=Text(
        he="יש לתת לכל רישום מזהה ושם בעברית, ורצוי גם בערבית ובאנגלית; לגוף גם type, ובמדריך יש דוגמה",
        ar="لكل قيد معرّف واسم بالعبرية، ويُفضَّل أيضًا بالعربية والإنجليزية، وللجهة type أيضًا؛ وفي الدليل مثال",
        en="give each entry an id and a name in Hebrew, better also in Arabic and English; a body a type; the guide shows one",
    ),
    what=Text(
        he="יש לרשום כל גוף וכל נושא במלואם, וכגוף ממשיך – גוף רשום.",
        ar="ينبغي تسجيل كل جهة وكل موضوع كاملين، وأن تكون الجهة الخَلَف جهة مسجلة.",
        en="Enter each body and topic in full, and as a body's successor a body of the registry.",
    ),
    why=Text(
        he="מהמרשם נבנים שמות, עמודים וקישורים של כל התהליכים (מפרט 3.6).",
        ar="من السجل تُبنى أسماء كل العمليات وصفحاتها وروابطها (المواصفة 3.6).",
        en="Names, pages and links of all processes are made from it (spec 3.6).",
    ),
    wrong="""\
=== ministries.yml
health:
  name: {he: משרד הבריאות, ar: وزارة الصحة, en: Ministry of Health}
  type: goverment
""",
    right="""\
=== ministries.yml
health:
  name: {he: משרד הבריאות, ar: وزارة الصحة, en: Ministry of Health}
  type: ministry
""",
)

BAD_STRUCTURE_EXTENSION = Rule(
    code="M002",
    name="bad-structure-extension",
    severity=Severity.ERROR,
    message=Text(
        he="הרחבת המבנה אינה מתאימה למבנה: {field}",
        ar="توسيع البنية لا يوافقها: {field}",
        en="the structure's extension does not fit the structure at {field}",
    ),
    hint=Text(
        he="יש לתקן את הקובץ שהאפשרות structure מפנה אליו; המבנה עצמו הוא הדוגמה",
        ar="ينبغي تصحيح الملف الذي يشير إليه الخيار structure؛ والبنية نفسها هي المثال",
        en="correct the file that the option structure names; the structure itself is the example",
    ),
    what=Text(
        he="יש לכתוב הרחבה של אתר כמו שהמבנה כתוב, ולהוסיף לו בלי לסתור אותו.",
        ar="ينبغي أن يُكتب توسيع الموقع مثل البنية وأن يضيف إليها دون أن يناقضها.",
        en="Write a site's extension as the structure is written, adding to it without contradiction.",
    ),
    why=Text(
        he="כל הבדיקות והעמודים נשענים על המבנה (מפרט 3).",
        ar="على البنية تعتمد كل الفحوص والصفحات (المواصفة 3).",
        en="All checks and pages rest on the structure (spec 3).",
    ),
    wrong="""\
=== ../mkdocs.yml
site_name: כל המשרדים, כל התהליכים
docs_dir: processes
plugins: [{sikum: {structure: structure.yml}}]
=== ../structure.yml
elements: עוד פרק
""",
    right="""\
=== ../mkdocs.yml
site_name: כל המשרדים, כל התהליכים
docs_dir: processes
plugins: [{sikum: {structure: structure.yml}}]
=== ../structure.yml
{}
""",
)

OLD_ACCESSIBILITY_STATEMENT = Rule(
    code="M003",
    name="old-accessibility-statement",
    severity=Severity.WARNING,
    message=Text(
        he="הצהרת הנגישות לא עודכנה זה זמן רב: {date}",
        ar="لم يُحدَّث بيان إتاحة الوصول منذ مدة طويلة: {date}",
        en="the accessibility statement has not been brought up to date since {date}",
    ),
    hint=Text(
        he="יש לבדוק את האתר מחדש, ולעדכן את המועד ב־accessibility.yml",
        ar="ينبغي فحص الموقع من جديد وتحديث الموعد في accessibility.yml",
        en="look the site over again, and bring the date in accessibility.yml up to date",
    ),
    what=Text(
        he="יש לבדוק את הצהרת הנגישות מדי שנה.",
        ar="ينبغي مراجعة بيان إتاحة الوصول كل عام.",
        en="Go over the accessibility statement each year.",
    ),
    why=Text(
        he='הצהרה ישנה מבטיחה מה שאיש לא בדק (ת"י 5568; מפרט 6).',
        ar="بيان قديم يعد بما لم يفحصه أحد (المعيار 5568؛ المواصفة 6).",
        en="An old statement promises what nobody has looked at (IS 5568; spec 6).",
    ),
    wrong="""\
=== accessibility.yml
updated: 2015-01-01
coordinator: {name: רכזת הנגישות, email: access@example.org, phone: 02-5550123}
""",
    right="""\
=== accessibility.yml
updated: (today)
coordinator: {name: רכזת הנגישות, email: access@example.org, phone: 02-5550123}
""",
)

EMPTY_ACCESSIBILITY_STATEMENT = Rule(
    code="M004",
    name="empty-accessibility-statement",
    severity=Severity.WARNING,
    message=Text(
        he="בהצהרת הנגישות חסר: {field}",
        ar="في بيان إتاحة الوصول ينقص: {field}",
        en="the accessibility statement says nothing of {field}",
    ),
    hint=Text(
        he="יש להשלים את השדה ב־accessibility.yml",
        ar="ينبغي إكمال الحقل في accessibility.yml",
        en="fill the field in accessibility.yml",
    ),
    what=Text(
        he="יש לכתוב בהצהרה את מועד העדכון ודרך לפנות אל רכז הנגישות.",
        ar="ينبغي أن يُكتب في البيان موعد التحديث ووسيلة للتواصل مع مركّز إتاحة الوصول.",
        en="Say in the statement when it was brought up to date and how to reach the coordinator.",
    ),
    why=Text(
        he='מי שנתקל במחסום צריך לדעת אל מי לפנות (ת"י 5568; מפרט 6).',
        ar="من يصادف عائقًا ينبغي أن يعرف إلى من يتوجه (المعيار 5568؛ المواصفة 6).",
        en="Who meets a barrier must know whom to tell (IS 5568; spec 6).",
    ),
    wrong="""\
=== accessibility.yml
updated: (today)
""",
    right="""\
=== accessibility.yml
updated: (today)
coordinator: {name: רכזת הנגישות, email: access@example.org, phone: 02-5550123}
""",
)

UNREAD_SOURCE = Rule(
    code="M005",
    name="unread-source",
    severity=Severity.WARNING,
    message=Text(
        he="אין עותק קריא של הקטלוג הנוסף: {id}",
        ar="لا نسخة مقروءة من الفهرس الإضافي: {id}",
        en='there is no copy of the catalogue "{id}" that can be read',
    ),
    hint=Text(
        he="הפקודה sikum sync מביאה את העותקים של כל הקטלוגים שב־sources",
        ar="الأمر sikum sync يجلب نسخ كل الفهارس المذكورة في sources",
        en="sikum sync fetches the copies of all catalogues in sources",
    ),
    what=Text(
        he="יש לשמור לכל קטלוג שב־sources עותק קריא בתיקייה sources, לצד תיקיית התוכן.",
        ar="ينبغي أن تكون لكل فهرس في sources نسخة مقروءة في المجلد sources بجانب مجلد المحتوى.",
        en="Keep of each catalogue in sources a copy that can be read, in the folder sources beside the content.",
    ),
    why=Text(
        he="בנייה אינה פונה לרשת, ובלי עותק התהליכים של הקטלוג הנוסף נעלמים מהרשימות (מפרט 6).",
        ar="البناء لا يتصل بالشبكة، ومن دون نسخة تختفي عمليات الفهرس الإضافي من القوائم (المواصفة 6).",
        en="A build asks no network; without a copy the other catalogue's processes are on no list (spec 6).",
    ),
    wrong="""\
=== ../mkdocs.yml
site_name: כל המשרדים, כל התהליכים
docs_dir: processes
plugins: [{sikum: {sources: [{id: north, title: צפון, url: "https://north.example.org/data/catalogue.json"}]}}]
""",
    right="""\
=== ../mkdocs.yml
site_name: כל המשרדים, כל התהליכים
docs_dir: processes
plugins: [{sikum: {sources: [{id: north, title: צפון, url: "https://north.example.org/data/catalogue.json"}]}}]
=== ../sources/north.json
{"version": 1, "language": "he", "processes": []}
""",
)

LEFT_OUT_OF_SOURCE = Rule(
    code="M006",
    name="left-out-of-source",
    severity=Severity.WARNING,
    message=Text(
        he="בקטלוג נוסף יש תהליכים שאי אפשר להציג; מספרם: {count}",
        ar="في فهرس إضافي عمليات لا يمكن عرضها؛ عددها: {count}",
        en="{count} processes of another catalogue cannot be shown",
    ),
    hint=Text(
        he="יש לבקש מבעלי הקטלוג לתקן אותם, ואחר כך להריץ שוב sikum sync",
        ar="ينبغي أن يُطلب من أصحاب الفهرس تصحيحها ثم تشغيل sikum sync من جديد",
        en="ask its owners to mend them, then run sikum sync again",
    ),
    what=Text(
        he="בתהליך של קטלוג נוסף יש לכתוב מזהה, כתובת, כותרת וגוף, סוג ומצב מוכרים, ומספרים ושנים אפשריים.",
        ar="ينبغي أن يكون لعملية في فهرس إضافي معرّف وعنوان واسم وجهة، ونوع وحالة معروفان، وأرقام وسنوات ممكنة.",
        en="Give a process of another catalogue an id, address, title and body, a known kind and status, possible numbers.",
    ),
    why=Text(
        he="קטלוג אחר שנפגם אינו אמור לעצור את הבנייה או למלא את האתר בעמודים (מפרט 6).",
        ar="فهرس آخر تالف لا ينبغي أن يوقف البناء أو يملأ الموقع صفحات (المواصفة 6).",
        en="Another catalogue that is broken may neither stop the build nor fill the site with pages (spec 6).",
    ),
    wrong="""\
=== ../mkdocs.yml
site_name: כל המשרדים, כל התהליכים
docs_dir: processes
plugins: [{sikum: {sources: [{id: north, title: צפון, url: "https://north.example.org/data/catalogue.json"}]}}]
=== ../sources/north.json
{"version": 1, "language": "he", "processes": [{"id": "roads", "url": "https://north.example.org/roads/",
 "title": "כבישים", "ministry": "north", "kind": "policy", "status": "no-such-status"}]}
""",
    right="""\
=== ../mkdocs.yml
site_name: כל המשרדים, כל התהליכים
docs_dir: processes
plugins: [{sikum: {sources: [{id: north, title: צפון, url: "https://north.example.org/data/catalogue.json"}]}}]
=== ../sources/north.json
{"version": 1, "language": "he", "processes": [{"id": "roads", "url": "https://north.example.org/roads/",
 "title": "כבישים", "ministry": "north", "kind": "policy", "status": "closed"}]}
""",
)
