"""Faults against the structure: chapters and parts that are missing, unknown or there twice."""

from generator.diagnostics import Rule, Severity, Text

MISSING_CHAPTER = Rule(
    code="C001",
    name="missing-chapter",
    severity=Severity.ERROR,
    message=Text(
        he="חסר פרק: {element}",
        ar="فصل ناقص: {element}",
        en='the chapter "{element}" is missing',
    ),
    hint=Text(
        he="יש להוסיף קובץ של הפרק, או להסביר ב־closing.waived מדוע אינו כאן: {element}.md",
        ar="ينبغي إضافة ملف الفصل، أو شرح سبب غيابه في closing.waived: {element}.md",
        en="add {element}.md, or say in closing.waived why it is not there",
    ),
    what=Text(
        he="יש לכתוב את כל הפרקים שסוג התהליך ופרופיל התוצר דורשים.",
        ar="ينبغي كتابة كل الفصول التي يتطلبها نوع العملية وملف المخرجات.",
        en="Write the chapters that the kind of process and the output's profile ask for.",
    ),
    why=Text(
        he="המבנה הגנרי מבטיח שמי שלא היה בתהליך יבין אותו (השיטה, מבנה התוצר; מפרט 3.2).",
        ar="البنية العامة تضمن أن يفهم العملية من لم يشارك فيها (المنهج، بنية المخرجات؛ المواصفة 3.2).",
        en="The generic structure lets those who were not there understand it (method, structure; spec 3.2).",
    ),
    wrong="""\
=== example/foreword.md (absent)
""",
    right="""\
=== example/foreword.md
---
author: {name: שם הכותבת, role: סמנכ"לית, organisation: משרד הבריאות, standing: senior}
covers: [essentials, impacts, use, thanks]
---
פסקה אחת או שתיים.
""",
)

MISSING_PART = Rule(
    code="C002",
    name="missing-part",
    severity=Severity.ERROR,
    message=Text(
        he="בפרק {element} חסר חלק: {part}",
        ar="في الفصل {element} جزء ناقص: {part}",
        en='the part "{part}" is missing from the chapter "{element}"',
    ),
    hint=Text(
        he="יש להוסיף כותרת בשם החלק וטקסט אחריה, או לכתוב בראש הפרק ב־covers: {part}",
        ar="ينبغي إضافة عنوان باسم الجزء ونص بعده، أو الكتابة في covers في أول الفصل: {part}",
        en="add a heading with the part's title and text under it, or name it in the chapter's covers: {part}",
    ),
    what=Text(
        he="יש לכתוב בכל פרק את החלקים שהמבנה דורש.",
        ar="ينبغي أن تُكتب في كل فصل الأجزاء التي تتطلبها البنية.",
        en="Write in each chapter the parts that the structure asks for.",
    ),
    why=Text(
        he="כל חלק עונה על שאלה שקוראים שואלים, ובלעדיו אין לה תשובה (השיטה, מבנה התוצר; מפרט 3.2).",
        ar="كل جزء يجيب عن سؤال يطرحه القراء (المنهج، بنية المخرجات؛ المواصفة 3.2).",
        en="Each part answers something readers ask (method, structure; spec 3.2).",
    ),
    wrong="""\
=== example/foreword.md (fields)
covers: [essentials, impacts, use]
""",
    right="""\
=== example/foreword.md (fields)
covers: [essentials, impacts, use, thanks]
""",
)

UNKNOWN_ELEMENT = Rule(
    code="C003",
    name="unknown-element",
    severity=Severity.ERROR,
    message=Text(
        he="אין במבנה פרק כזה: {value}",
        ar="لا يوجد في البنية فصل كهذا: {value}",
        en='"{value}" is not an element of the structure',
    ),
    hint=Text(
        he="יש לכתוב בראש הקובץ ב־element אחד מאלה: {known}",
        ar="ينبغي أن يُكتب في element في أول الملف واحد من هذه: {known}",
        en="write in element at the file's head one of these: {known}",
    ),
    what=Text(
        he="יש לומר בשם הקובץ או בשדה element איזה פרק הוא במבנה.",
        ar="ينبغي أن يحدد اسم الملف أو الحقل element مكان الفصل في البنية.",
        en="Say by the file's name or by its field element which element the chapter is.",
    ),
    why=Text(
        he="בלי זה אין לפרק מקום בסדר הפרקים ואי אפשר לבדוק אותו (מפרט 3.2).",
        ar="من دون ذلك لا مكان للفصل في الترتيب ولا يمكن فحصه (المواصفة 3.2).",
        en="Without it the chapter has no place in the order and cannot be checked (spec 3.2).",
    ),
    wrong="""\
=== example/findings.md
---
element: contnet
---
עוד ידע שנאסף.
""",
    right="""\
=== example/findings.md
---
element: content
---
עוד ידע שנאסף.
""",
)

MISSING_ELEMENT_FIELD = Rule(
    code="C004",
    name="missing-element-field",
    severity=Severity.ERROR,
    message=Text(
        he="חסר שדה שהמבנה דורש: {field}",
        ar="حقل تتطلبه البنية ناقص: {field}",
        en="the structure asks for the field {field}, and it is missing",
    ),
    hint=Text(
        he="יש להוסיף את השדה, או להסביר ב־closing.waived מדוע אינו כאן: {element}",
        ar="ينبغي إضافة الحقل، أو شرح سبب غيابه في closing.waived: {element}",
        en="add the field, or say in closing.waived, under {element}, why it is not there",
    ),
    what=Text(
        he="יש לכתוב את השדות שפרק או פרופיל התוצר דורשים: מי כתב את ההקדמה, השורות התחתונות, השלב הבא.",
        ar="ينبغي كتابة الحقول التي يتطلبها فصل أو ملف المخرجات: كاتب التقديم والخلاصات والمرحلة التالية.",
        en="Write what a chapter or the output's profile needs: the foreword's author, bottom lines, the next stage.",
    ),
    why=Text(
        he="הקדמה בלי שם, או סיכום בלי שורות תחתונות, אינם ממלאים את תפקידם (השיטה, מבנה התוצר; מפרט 3.2).",
        ar="تقديم بلا اسم أو تلخيص بلا خلاصات لا يؤديان دورهما (المنهج، بنية المخرجات؛ المواصفة 3.2).",
        en="A foreword by nobody, or a summary with no bottom line, fails its reader (method, structure; spec 3.2).",
    ),
    wrong="""\
=== example/foreword.md (fields)
author: (absent)
""",
    right="""\
=== example/foreword.md (fields)
author: {name: שם הכותבת, role: סמנכ"לית, organisation: משרד הבריאות, standing: senior}
""",
)

DUPLICATE_ELEMENT = Rule(
    code="C006",
    name="duplicate-element",
    severity=Severity.ERROR,
    message=Text(
        he="בתהליך יש יותר מאחד מהפרק: {element}",
        ar="في العملية أكثر من فصل واحد من: {element}",
        en='there is more than one chapter "{element}"',
    ),
    hint=Text(
        he="יש לאחד את הקבצים, או לתת לאחד מהם element אחר",
        ar="ينبغي دمج الملفين، أو إعطاء أحدهما element آخر",
        en="join the files, or give one of them another element",
    ),
    what=Text(
        he="יש לכתוב הקדמה, רקע ומבט לאחור פעם אחת לכל היותר.",
        ar="ينبغي أن يرد التقديم والخلفية والنظرة إلى الوراء مرة واحدة على الأكثر.",
        en="Write foreword, background and looking back at most once in a process.",
    ),
    why=Text(
        he="אחרת אין לדעת איזה מהם הוא הפרק שהמבנה מדבר עליו (מפרט 3.2).",
        ar="وإلا لا يُعرف أيهما الفصل المقصود في البنية (المواصفة 3.2).",
        en="Else nobody can tell which of them the structure means (spec 3.2).",
    ),
    wrong="""\
=== example/opening.md
---
element: foreword
author: {name: שם הכותב, role: מנכ"ל, organisation: משרד הבריאות, standing: senior}
covers: [essentials, impacts, use, thanks]
---
עוד פסקה.
""",
    right="""\
=== example/opening.md
---
element: content
---
עוד פסקה.
""",
)

MISSING_RECOMMENDED_PART = Rule(
    code="C007",
    name="missing-recommended-part",
    severity=Severity.WARNING,
    message=Text(
        he="בפרק {element} אין חלק מומלץ: {part}",
        ar="في الفصل {element} لا يوجد جزء يُنصح به: {part}",
        en='the chapter "{element}" has no part "{part}", which is recommended',
    ),
    hint=Text(
        he="כדאי להוסיף כותרת בשם החלק וכמה משפטים אחריה",
        ar="يُستحسن إضافة عنوان باسم الجزء وبضع جمل بعده",
        en="a heading with the part's title and a few sentences would do",
    ),
    what=Text(
        he="יש לכתוב בפרק גם חלקים שהשיטה ממליצה עליהם: מבט ביקורתי, ופיתוח של מודל או מדיניות.",
        ar="ينبغي أن تُكتب في الفصل أيضًا أجزاء ينصح بها المنهج: نظرة نقدية، وتطوير النموذج أو السياسة.",
        en="Write in a chapter also what the method recommends: a critical look, and how a model or policy was developed.",
    ),
    why=Text(
        he="מבט ביקורתי מועיל למי שיפתח תהליך דומה (השיטה, מבנה התוצר, ב ו־ג; מפרט 3.2).",
        ar="النظرة النقدية تفيد من سيبدأ عملية مشابهة (المنهج، بنية المخرجات، ب وج؛ المواصفة 3.2).",
        en="A critical look helps those who start the next one (method, structure, B and C; spec 3.2).",
    ),
    wrong="""\
=== example/index.md (fields)
output: {type: summary, audience: [participants], purpose: both, distribution: [digital], continuation: final}
=== example/reflection.md
## תכנון מול ביצוע

שלושת המפגשים התקיימו כמתוכנן.

## מה עבד

שיחה בקבוצות קטנות.
""",
    right="""\
=== example/index.md (fields)
output: {type: summary, audience: [participants], purpose: both, distribution: [digital], continuation: final}
=== example/reflection.md
## תכנון מול ביצוע

שלושת המפגשים התקיימו כמתוכנן.

## מה עבד

שיחה בקבוצות קטנות.

## מבט ביקורתי

כל המפגשים היו במרכז הארץ.
""",
)

UNKNOWN_PART = Rule(
    code="C009",
    name="unknown-part",
    severity=Severity.ERROR,
    message=Text(
        he="אין בפרק {element} חלק כזה: {value}",
        ar="لا يوجد في الفصل {element} جزء كهذا: {value}",
        en='"{value}" is not a part of the chapter "{element}"',
    ),
    hint=Text(
        he="יש לכתוב ב־covers מתוך אלה: {known}",
        ar="ينبغي أن يُكتب في covers من هذه: {known}",
        en="write in covers some of these: {known}",
    ),
    what=Text(
        he="יש לכתוב ברשימת covers רק חלקים של הפרק.",
        ar="لا ينبغي أن يُكتب في covers إلا أجزاء الفصل.",
        en="Name in covers only parts of the chapter.",
    ),
    why=Text(
        he="חלק ששמו שגוי אינו נספר, והפרק נראה חסר (מפרט 3.2).",
        ar="الجزء الخاطئ الاسم لا يُحسب فيبدو الفصل ناقصًا (المواصفة 3.2).",
        en="A part with a wrong name does not count, and the chapter seems to lack it (spec 3.2).",
    ),
    wrong="""\
=== example/foreword.md (fields)
covers: [essentials, impacts, use, thanks, farewell]
""",
    right="""\
=== example/foreword.md (fields)
covers: [essentials, impacts, use, thanks]
""",
)
