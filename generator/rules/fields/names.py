"""Faults of ids, and of fields that name something else: a body, a topic, a process, a chapter."""

from generator.diagnostics import Rule, Severity, Text

BAD_ID = Rule(
    code="F010",
    name="bad-id",
    severity=Severity.ERROR,
    message=Text(
        he="המזהה אינו כתוב כנדרש: {value}",
        ar="المعرّف غير مكتوب كما يلزم: {value}",
        en='"{value}" cannot serve as an id',
    ),
    hint=Text(
        he="יש לכתוב באותיות קטנות באנגלית, ספרות ומקף יחיד בין מילים, למשל health-2024",
        ar="يُكتب بأحرف لاتينية صغيرة وأرقام وشرطة واحدة بين الكلمات، مثل health-2024",
        en="use small Latin letters, digits, and single hyphens between words, such as health-2024",
    ),
    what=Text(
        he="יש לכתוב מזהה באותיות קטנות באנגלית, בספרות ובמקפים שביניהן.",
        ar="ينبغي كتابة المعرّف بأحرف لاتينية صغيرة وأرقام وشرطات بينها.",
        en="Write an id in small Latin letters, digits, and hyphens between them.",
    ),
    why=Text(
        he="המזהה הוא הכתובת הקבועה; כך אפשר להקליד אותו, לצטט אותו ולא להתבלבל באות דומה (מפרט 3).",
        ar="المعرّف هو العنوان الدائم، وهكذا يُكتب ويُقتبس دون التباس بحرف مشابه (المواصفة 3).",
        en="It is the permanent address: to be typed and cited, with no look-alike letters (spec 3).",
    ),
    wrong="""\
=== Example_1/index.md (fields)
title: שולחן עגול
""",
    right="""\
=== example-1/index.md (fields)
title: שולחן עגול
""",
)

DUPLICATE_ID = Rule(
    code="F011",
    name="duplicate-id",
    severity=Severity.ERROR,
    message=Text(
        he="המזהה ניתן יותר מפעם אחת: {id}",
        ar="أُعطي المعرّف أكثر من مرة: {id}",
        en='the id "{id}" is given more than once',
    ),
    hint=Text(
        he="יש לתת לאחד מהם מזהה אחר",
        ar="ينبغي إعطاء أحدهما معرّفًا آخر",
        en="give one of them another id",
    ),
    what=Text(
        he="יש לתת לכל תהליך מזהה משלו בכל הקטלוג, ולכל הבטחה, מענה, תוצאה וצעד מזהה משלהם בתהליך.",
        ar="ينبغي أن يكون لكل عملية معرّف خاص بها في الفهرس كله، ولكل وعد ورد ونتيجة وخطوة معرّف خاص في عمليته.",
        en="Give each process an id of its own in the catalogue, and each promise, response, outcome and step one in its process.",
    ),
    why=Text(
        he="שני דברים באותה כתובת: אחד מהם לא היה מתפרסם (מפרט 3, 3.4).",
        ar="شيئان في العنوان نفسه: أحدهما لن يُنشر (المواصفة 3، 3.4).",
        en="Two things at one address: one of them would not be published (spec 3, 3.4).",
    ),
    wrong="""\
=== example/promises.yml
- {id: p1, text: לפרסם את הסיכום, date: 2024-01, status: pending}
- {id: p1, text: לפגוש שוב את המשתתפים, date: 2024-01, status: pending}
""",
    right="""\
=== example/promises.yml
- {id: p1, text: לפרסם את הסיכום, date: 2024-01, status: pending}
- {id: p2, text: לפגוש שוב את המשתתפים, date: 2024-01, status: pending}
""",
)

RESERVED_NAME = Rule(
    code="F012",
    name="reserved-name",
    severity=Severity.ERROR,
    message=Text(
        he="השם שמור לעמוד של האתר: {value}",
        ar="الاسم محجوز لصفحة من صفحات الموقع: {value}",
        en='"{value}" is kept for a page of the site',
    ),
    hint=Text(
        he="יש לתת לתיקייה או לקובץ שם אחר, למשל בתוספת שם המשרד או השנה",
        ar="ينبغي إعطاء المجلد أو الملف اسمًا آخر، كأن يُضاف إليه اسم الوزارة أو العام",
        en="rename the folder or file, for example by adding the ministry or the year",
    ),
    what=Text(
        he="אין לקרוא לתהליך, לתיקיית קבוצה או לעמוד רגיל בשם שהאתר עצמו משתמש בו.",
        ar="لا ينبغي أن تحمل عملية أو مجموعة أو صفحة عادية اسمًا يستعمله الموقع نفسه.",
        en="Give no process, group or ordinary page a name that the site itself uses.",
    ),
    why=Text(
        he="עמודי האתר, כמו הנתונים הפתוחים, היו נדרסים או דורסים את התהליך (מפרט 3).",
        ar="صفحات الموقع، كالبيانات المفتوحة، تطمس العملية أو تُطمس بها (المواصفة 3).",
        en="The site's own page, such as the open data, and the process would overwrite each other (spec 3).",
    ),
    wrong="""\
=== data/index.md (fields)
title: נתונים על בריאות
""",
    right="""\
=== health-data/index.md (fields)
title: נתונים על בריאות
""",
)

CIRCULAR_STAGES = Rule(
    code="F020",
    name="circular-stages",
    severity=Severity.ERROR,
    message=Text(
        he="שרשרת השלבים חוזרת אל עצמה דרך: {id}",
        ar="سلسلة المراحل تعود إلى بدايتها عبر: {id}",
        en='the chain of stages comes back to itself through "{id}"',
    ),
    hint=Text(
        he="יש להשאיר ב־previous רק תהליכים שקדמו לתהליך הזה",
        ar="ينبغي أن تبقى في previous العمليات التي سبقت هذه العملية وحدها",
        en="keep in previous only processes that came before this one",
    ),
    what=Text(
        he="אין לכתוב תהליך כשלב שקודם לעצמו, לא ישירות ולא דרך אחרים.",
        ar="لا ينبغي أن تسبق العملية نفسها، مباشرة أو عبر غيرها.",
        en="Let no process come before itself, directly or through others.",
    ),
    why=Text(
        he="השלבים מוצגים כשרשרת אחת, ולשרשרת צריכה להיות התחלה (השיטה, צעד 2: המשכיות; מפרט 3.1).",
        ar="تُعرض المراحل سلسلة واحدة، ولا بد للسلسلة من بداية (المنهج، الخطوة 2: الاستمرار؛ المواصفة 3.1).",
        en="Stages are shown as one chain, and a chain has a beginning (method, step 2: continuation; spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
previous: [example]
""",
    right="""\
=== first-stage/index.md (fields)
title: השלב הראשון
=== example/index.md (fields)
previous: [first-stage]
""",
)

UNKNOWN_MINISTRY = Rule(
    code="F021",
    name="unknown-ministry",
    severity=Severity.ERROR,
    message=Text(
        he="הגוף אינו רשום ב־ministries.yml: {value}",
        ar="الجهة غير مسجلة في ministries.yml: {value}",
        en='"{value}" is not in ministries.yml',
    ),
    hint=Text(
        he="יש לכתוב מזהה מתוך ministries.yml, או לרשום שם את הגוף",
        ar="ينبغي كتابة معرّف من ministries.yml، أو تسجيل الجهة فيه",
        en="write an id from ministries.yml, or add the body there",
    ),
    what=Text(
        he="יש לרשום במרשם הגופים את הגוף המכנס ואת השותפים שנכתבו כמזהה.",
        ar="ينبغي تسجيل الجهة الداعية والشركاء المكتوبين بمعرّف في سجل الجهات.",
        en="Enter the convening body, and partners written as ids, in the registry of bodies.",
    ),
    why=Text(
        he="כך מופיע כל תהליך בעמוד של המשרד שלו, ונספר בו פעם אחת (מפרט 3.6).",
        ar="هكذا تظهر كل عملية في صفحة وزارتها وتُعدّ فيها مرة واحدة (المواصفة 3.6).",
        en="So each process stands on its ministry's page and is counted there once (spec 3.6).",
    ),
    wrong="""\
=== example/index.md (fields)
ministry: helth
""",
    right="""\
=== example/index.md (fields)
ministry: health
""",
)

UNKNOWN_TOPIC = Rule(
    code="F022",
    name="unknown-topic",
    severity=Severity.ERROR,
    message=Text(
        he="הנושא אינו רשום ב־topics.yml: {value}",
        ar="الموضوع غير مسجل في topics.yml: {value}",
        en='"{value}" is not in topics.yml',
    ),
    hint=Text(
        he="יש לכתוב מזהה מתוך topics.yml, או לרשום שם את הנושא",
        ar="ينبغي كتابة معرّف من topics.yml، أو تسجيل الموضوع فيه",
        en="write an id from topics.yml, or add the topic there",
    ),
    what=Text(
        he="יש לרשום במרשם הנושאים כל נושא של תהליך.",
        ar="ينبغي تسجيل كل موضوع لعملية في سجل المواضيع.",
        en="Enter each topic of a process in the registry of topics.",
    ),
    why=Text(
        he="רק נושא משותף מקבץ תהליכים של משרדים שונים (מפרט 3.6).",
        ar="الموضوع المشترك وحده يجمع عمليات وزارات مختلفة (المواصفة 3.6).",
        en="Only a shared topic brings processes of different ministries together (spec 3.6).",
    ),
    wrong="""\
=== topics.yml
elderly: {title: {he: אזרחים ותיקים, ar: كبار السن, en: Older people}}
=== example/index.md (fields)
topics: [eldery]
""",
    right="""\
=== topics.yml
elderly: {title: {he: אזרחים ותיקים, ar: كبار السن, en: Older people}}
=== example/index.md (fields)
topics: [elderly]
""",
)

UNKNOWN_PROCESS = Rule(
    code="F023",
    name="unknown-process",
    severity=Severity.ERROR,
    message=Text(
        he="אין בקטלוג תהליך כזה: {value}",
        ar="لا توجد في الفهرس عملية كهذه: {value}",
        en='"{value}" is not a process of the catalogue',
    ),
    hint=Text(
        he="יש לכתוב מזהה של תהליך, והוא שם התיקייה שלו",
        ar="ينبغي كتابة معرّف عملية، وهو اسم مجلدها",
        en="write the id of a process, which is its folder's name",
    ),
    what=Text(
        he="יש לכתוב כשלב קודם או הבא תהליך שיש בקטלוג.",
        ar="ينبغي أن تكون المرحلة السابقة أو التالية عملية موجودة في الفهرس.",
        en="Name as a previous or next stage a process of the catalogue.",
    ),
    why=Text(
        he="הקישור בין השלבים היה מוביל לעמוד שאינו קיים (מפרט 3.1).",
        ar="الرابط بين المراحل يقود إلى صفحة غير موجودة (المواصفة 3.1).",
        en="The link between stages would lead nowhere (spec 3.1).",
    ),
    wrong="""\
=== first-stage/index.md (fields)
title: השלב הראשון
=== example/index.md (fields)
previous: [frist-stage]
""",
    right="""\
=== first-stage/index.md (fields)
title: השלב הראשון
=== example/index.md (fields)
previous: [first-stage]
""",
)

UNKNOWN_CHAPTER = Rule(
    code="F024",
    name="unknown-chapter",
    severity=Severity.ERROR,
    message=Text(
        he="אין בתהליך פרק או חלק כזה: {value}",
        ar="لا يوجد في العملية فصل أو جزء كهذا: {value}",
        en='"{value}" is not a chapter or part of this process',
    ),
    hint=Text(
        he="יש לכתוב את שם הקובץ של הפרק בלי הסיומת, ואפשר להוסיף סולמית ומזהה של חלק",
        ar="ينبغي كتابة اسم ملف الفصل بلا لاحقته، ويمكن إضافة # ومعرّف الجزء",
        en="write the chapter's file name without its ending, and if wanted # and a part's id",
    ),
    what=Text(
        he="יש לכתוב בשדה chapter פרק שיש בתהליך.",
        ar="ينبغي أن يشير الحقل chapter إلى فصل موجود في العملية.",
        en="Name in the field chapter a chapter that is there.",
    ),
    why=Text(
        he="משתתפים מגיעים דרך הקישור אל המקום בתוצר שבו נענו (השיטה, צעד 1: המשתתפים; מפרט 3.4).",
        ar="بهذا الرابط يصل المشاركون إلى موضع الرد عليهم في المخرجات (المنهج، الخطوة 1: المشاركون؛ المواصفة 3.4).",
        en="By it participants reach the place that answers them (method, step 1: participants; spec 3.4).",
    ),
    wrong="""\
=== example/responses.yml
- {heard: חסר מידע בשפה פשוטה, response: accepted, chapter: contents}
""",
    right="""\
=== example/responses.yml
- {heard: חסר מידע בשפה פשוטה, response: accepted, chapter: content}
""",
)
