"""Faults of the record: fields that do not agree with one another."""

from generator.diagnostics import Rule, Severity, Text

DATES_REVERSED = Rule(
    code="F006",
    name="dates-reversed",
    severity=Severity.ERROR,
    message=Text(
        he="הסיום קודם להתחלה; התחלה {other}, סיום: {date}",
        ar="النهاية تسبق البداية؛ البداية {other}، النهاية: {date}",
        en="the end, {date}, is before the start, {other}",
    ),
    hint=Text(
        he="יש לבדוק את שני המועדים, ולתקן את השגוי",
        ar="ينبغي فحص الموعدين وتصحيح الخاطئ منهما",
        en="look at both, and correct the wrong one",
    ),
    what=Text(
        he="אין לכתוב מועד סיום שקודם למועד ההתחלה.",
        ar="لا ينبغي أن يسبق موعد النهاية موعد البداية.",
        en="Give no end that is before the start.",
    ),
    why=Text(
        he="סדר הקטלוג, ציר הזמן ומשך הסגירה נשענים על המועדים (מפרט 3.1).",
        ar="على الموعدين يقوم ترتيب الفهرس والخط الزمني ومدة الإغلاق (المواصفة 3.1).",
        en="The catalogue's order, the timeline and the closing lag rest on them (spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
start_date: 2024-05
""",
    right="""\
=== example/index.md (fields)
start_date: 2024-01
""",
)

COUNT_BELOW_LISTED = Rule(
    code="F008",
    name="count-below-listed",
    severity=Severity.ERROR,
    message=Text(
        he="מספר המשתתפים קטן ממספר הרשומים; רשומים {other}, משתתפים: {count}",
        ar="عدد المشاركين أقل من عدد المسجلين؛ المسجلون {other}، المشاركون: {count}",
        en="participants_count is {count}, and {other} are listed",
    ),
    hint=Text(
        he="יש לכתוב ב־participants_count את מספר כל המשתתפים, או להסיר את השדה",
        ar="ينبغي أن يشمل participants_count كل من شاركوا، أو أن يُزال الحقل",
        en="write in participants_count everyone who took part, or take the field out",
    ),
    what=Text(
        he="אין לכתוב מספר כולל שקטן ממספר האנשים ברשימה.",
        ar="لا ينبغي أن يقل العدد الكلي عن عدد الأشخاص في القائمة.",
        en="Give no total that is below the number of people listed.",
    ),
    why=Text(
        he="שני מספרים שסותרים זה את זה באותו עמוד פוגעים באמון בשניהם (מפרט 3.1).",
        ar="رقمان متناقضان في صفحة واحدة يُفقدان الثقة بكليهما (المواصفة 3.1).",
        en="Two figures at odds on one page make both doubtful (spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
participants_count: 2
""",
    right="""\
=== example/index.md (fields)
participants_count: 3
""",
)

WRONG_ITEM_COUNT = Rule(
    code="F014",
    name="wrong-item-count",
    severity=Severity.WARNING,
    message=Text(
        he="מספר הפריטים בשדה {field} אינו מתאים: {count}",
        ar="عدد البنود في الحقل {field} غير مناسب: {count}",
        en="the field {field} has {count} items, too few or too many",
    ),
    hint=Text(
        he="יש לאחד פריטים או להוסיף עליהם; המספר המתאים: {limit}",
        ar="ينبغي دمج بنود أو إضافة غيرها؛ العدد المناسب: {limit}",
        en="join items or add some; the right number is {limit}",
    ),
    what=Text(
        he="יש לכתוב שלוש עד שבע שורות תחתונות.",
        ar="ينبغي كتابة ثلاث إلى سبع خلاصات.",
        en="Write three to seven bottom lines.",
    ),
    why=Text(
        he="מקבל החלטות קורא אותן בעמוד אחד; רשימה ארוכה כבר אינה העיקר (השיטה, צעד 2: מטרה; מפרט 3.1).",
        ar="يقرؤها صانع القرار في صفحة واحدة، والقائمة الطويلة ليست خلاصة (المنهج، الخطوة 2: الغاية؛ المواصفة 3.1).",
        en="They are read on one page; a long list is no bottom line (method, step 2: purpose; spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
bottom_lines: [א, ב]
""",
    right="""\
=== example/index.md (fields)
bottom_lines: [א, ב, ג]
""",
)

DATE_AFTER_TODAY = Rule(
    code="F026",
    name="date-after-today",
    severity=Severity.WARNING,
    message=Text(
        he="בשדה {field} כתוב שנעשה, והמועד עוד לא הגיע: {date}",
        ar="في الحقل {field} أمر مكتوب أنه تم، وموعده لم يحن: {date}",
        en="{field} tells of a thing done on {date}, a day still to come",
    ),
    hint=Text(
        he="יש לתקן את המועד, או להסיר אותו עד שהדבר ייעשה",
        ar="ينبغي تصحيح الموعد أو إزالته حتى يتم الأمر",
        en="correct the date, or take it out until it is done",
    ),
    what=Text(
        he="יש לכתוב צעדי סגירה, שינויים ועדכונים רק אחרי שנעשו.",
        ar="لا ينبغي كتابة خطوات الإغلاق والتغييرات والتحديثات إلا بعد وقوعها.",
        en="Write closing steps, changes and updates once they are done.",
    ),
    why=Text(
        he="האתר היה אומר שהתוצר נשלח, והמשתתפים עוד לא קיבלו אותו (מפרט 3.5).",
        ar="يقول الموقع إن المخرجات أُرسلت والمشاركون لم يتلقوها بعد (المواصفة 3.5).",
        en="The site would say the output was sent when nobody has it yet (spec 3.5).",
    ),
    wrong="""\
=== example/index.md (fields)
changes: [{date: 2924-05, note: תוקן מספר המפגשים}]
""",
    right="""\
=== example/index.md (fields)
changes: [{date: 2024-05, note: תוקן מספר המפגשים}]
""",
)

WITHDRAWN_WITHOUT_EXPLANATION = Rule(
    code="F028",
    name="withdrawn-without-explanation",
    severity=Severity.ERROR,
    message=Text(
        he="התהליך הוסר, ואין הסבר",
        ar="سُحبت العملية ولا شرح لذلك",
        en="the process is withdrawn, and there is no explanation",
    ),
    hint=Text(
        he="יש לכתוב ב־withdrawn מועד (date) והסבר (explanation)",
        ar="ينبغي أن يُكتب في withdrawn الموعد (date) والشرح (explanation)",
        en="write a date and an explanation in withdrawn",
    ),
    what=Text(
        he="יש לכתוב לתהליך שהוסר מועד והסבר.",
        ar="ينبغي كتابة موعد وشرح للعملية المسحوبة.",
        en="Give a withdrawn process a date and an explanation.",
    ),
    why=Text(
        he="הכתובת הקבועה נשארת, ומי שמגיע אליה זכאי לדעת מה קרה (מפרט 3.5).",
        ar="يبقى العنوان الدائم، ومن حق من يصل إليه أن يعرف ما جرى (المواصفة 3.5).",
        en="Its address stays, and who comes there should learn what happened (spec 3.5).",
    ),
    wrong="""\
=== example/index.md (fields)
status: withdrawn
""",
    right="""\
=== example/index.md (fields)
status: withdrawn
withdrawn: {date: 2024-05, explanation: התהליך ייפתח מחדש עם שותפים נוספים}
""",
)

CLOSING_OUT_OF_ORDER = Rule(
    code="F029",
    name="closing-out-of-order",
    severity=Severity.WARNING,
    message=Text(
        he="צעד הסגירה {field} קודם למה שאמור לבוא לפניו; שם {other}, כאן: {date}",
        ar="خطوة الإغلاق {field} تسبق ما يأتي قبلها؛ هناك {other}، هنا: {date}",
        en="{field}, {date}, is before what should come first, {other}",
    ),
    hint=Text(
        he="יש לבדוק את המועדים, ולתקן את השגוי",
        ar="ينبغي فحص المواعيد وتصحيح الخاطئ منها",
        en="look at the dates, and correct the wrong one",
    ),
    what=Text(
        he="אין לכתוב צעד סגירה שקודם לתחילת התהליך, או תודה שקודמת לשליחת התוצר.",
        ar="لا ينبغي أن تسبق خطوات الإغلاق بداية العملية، ولا أن يسبق الشكر إرسال المخرجات.",
        en="Give no closing step that precedes the start, nor thanks that precede the output.",
    ),
    why=Text(
        he="סדר אחר הוא לרוב טעות בשנה, והיא משנה את משך הסגירה (השיטה, צעד 1; מפרט 3.5).",
        ar="الترتيب المختلف خطأ في العام غالبًا، وهو يغيّر مدة الإغلاق (المنهج، الخطوة 1؛ المواصفة 3.5).",
        en="Another order is mostly a slip in the year, and it changes the closing lag (method, step 1; spec 3.5).",
    ),
    wrong="""\
=== example/index.md (fields)
closing:
  participants_told: 2023-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
    right="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
)

FACT_IN_TRANSLATION = Rule(
    code="F030",
    name="fact-in-translation",
    severity=Severity.WARNING,
    message=Text(
        he="התרגום חוזר על עובדה מהרשומה, בשדה: {field}",
        ar="تكرر الترجمة معلومة من السجل، في الحقل: {field}",
        en="the translation repeats the field {field} of the record",
    ),
    hint=Text(
        he="יש להסיר את השדה; העובדות נלקחות מהמקור",
        ar="ينبغي إزالة الحقل، فالمعلومات تؤخذ من الأصل",
        en="take the field out; facts come from the original",
    ),
    what=Text(
        he="יש לכתוב בתרגום טקסטים בלבד.",
        ar="لا ينبغي أن تُكتب في الترجمة إلا النصوص.",
        en="Write in a translation texts only.",
    ),
    why=Text(
        he="עובדה שכתובה פעמיים מתעדכנת פעם אחת, ושתי השפות אומרות דברים שונים (מפרט 3.1).",
        ar="المعلومة المكتوبة مرتين تُحدَّث مرة، فتقول اللغتان قولين مختلفين (المواصفة 3.1).",
        en="A fact written twice is mended once, and the two languages differ (spec 3.1).",
    ),
    wrong="""\
=== example/index.ar.md
---
title: طاولة مستديرة للمثال
short_description: ما تعلّمناه من ثلاثة لقاءات.
ministry: health
---
ثلاثة لقاءات وما جرى فيها.
""",
    right="""\
=== example/index.ar.md
---
title: طاولة مستديرة للمثال
short_description: ما تعلّمناه من ثلاثة لقاءات.
---
ثلاثة لقاءات وما جرى فيها.
""",
)

UNFILLED_GAP = Rule(
    code="F031",
    name="unfilled-gap",
    severity=Severity.WARNING,
    message=Text(
        he="נשאר מקום שסומן להשלמה: {value}",
        ar="بقي موضع مُعلَّم للاستكمال: {value}",
        en="a marked gap is still there: {value}",
    ),
    hint=Text(
        he="יש לכתוב את מה שהסימן מבקש, ולמחוק אותו עם הסוגריים",
        ar="ينبغي كتابة ما تطلبه العلامة وحذفها مع القوسين",
        en="write what the mark asks for, and take it out with its brackets",
    ),
    what=Text(
        he="יש להחליף בטקסט את סימני ההשלמה שהפקודות sikum new ו־sikum import משאירות; בתהליך סגור סימן שנשאר הוא שגיאה.",
        ar="ينبغي استبدال علامات الاستكمال التي يتركها sikum new و sikum import بنص؛ وفي عملية مغلقة هذا خطأ.",
        en="Replace by text the marks that sikum new and sikum import leave; in a closed process one is an error.",
    ),
    why=Text(
        he="הסימן מתפרסם כלשונו, והקורא רואה טיוטה (מפרט 5).",
        ar="العلامة تُنشر كما هي ويرى القارئ مسودة (المواصفة 5).",
        en="The mark is published as it stands, and readers see a draft (spec 5).",
    ),
    wrong="""\
=== example/content.md
[להשלים: עיקרי הידע שנאסף]
""",
    right="""\
=== example/content.md
במפגשים עלו שלושה נושאים.
""",
)
