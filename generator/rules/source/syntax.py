"""Faults in how YAML, CSV and front matter are written."""

from generator.diagnostics import Rule, Severity, Text

BAD_YAML = Rule(
    code="S002",
    name="bad-yaml",
    severity=Severity.ERROR,
    message=Text(
        he="אי אפשר לקרוא את ה־YAML: {value}",
        ar="تعذّرت قراءة YAML: {value}",
        en="the YAML cannot be read: {value}",
    ),
    hint=Text(
        he="יש לבדוק את ההזחה, ולהקיף במירכאות ערך שיש בו נקודתיים או שמתחיל בסימן",
        ar="ينبغي فحص المسافات في أول السطر، ووضع كل قيمة فيها نقطتان أو تبدأ برمز بين علامتي اقتباس",
        en="look at the indent, and put quotes around a value that holds a colon or begins with a sign",
    ),
    what=Text(
        he="יש לכתוב נתונים ב־YAML פשוט: בלי עוגנים, בלי תגיות, ולא עמוק או גדול מדי.",
        ar="ينبغي كتابة البيانات بصيغة YAML بسيطة: بلا مراسٍ ولا وسوم، ودون عمق أو حجم زائد.",
        en="Write data in plain YAML: no aliases, no tags, neither too deep nor too large.",
    ),
    why=Text(
        he="קובץ שאינו נקרא אינו נבדק ואינו מתפרסם; מה שאינו פשוט מסתיר את מה שנכתב (מפרט 3).",
        ar="الملف الذي لا يُقرأ لا يُفحص ولا يُنشر، وما ليس بسيطًا يخفي ما كُتب (المواصفة 3).",
        en="What cannot be read is neither checked nor published; what is not plain hides what it says (spec 3).",
    ),
    wrong="""\
=== example/index.md (fields)
title: סיכום: שולחן עגול
""",
    right="""\
=== example/index.md (fields)
title: "סיכום: שולחן עגול"
""",
)

DUPLICATE_KEY = Rule(
    code="S003",
    name="duplicate-key",
    severity=Severity.ERROR,
    message=Text(
        he="השדה כתוב פעמיים: {value}",
        ar="الحقل مكتوب مرتين: {value}",
        en='the field "{value}" is written twice',
    ),
    hint=Text(
        he="יש להשאיר אחד מהם ולמחוק את האחר",
        ar="ينبغي إبقاء أحدهما وحذف الآخر",
        en="keep one of them and delete the other",
    ),
    what=Text(
        he="יש לכתוב כל שדה פעם אחת.",
        ar="ينبغي كتابة كل حقل مرة واحدة.",
        en="Write each field once.",
    ),
    why=Text(
        he="YAML היה שומר רק את האחרון, ומוחק את הראשון בלי לומר (מפרט 3).",
        ar="تحتفظ YAML بالأخير وحده وتحذف الأول بصمت (المواصفة 3).",
        en="YAML would keep only the last and drop the first without a word (spec 3).",
    ),
    wrong="""\
=== example/index.md (fields)
kind: knowledge
kind: knowledge
""",
    right="""\
=== example/index.md (fields)
kind: knowledge
""",
)

BAD_CSV = Rule(
    code="S004",
    name="bad-csv",
    severity=Severity.ERROR,
    message=Text(
        he="אי אפשר לקרוא את הטבלה בשורה {row}",
        ar="تعذّرت قراءة الجدول في الصف {row}",
        en="the table cannot be read at row {row}",
    ),
    hint=Text(
        he="יש לבדוק שמספר התאים כמספר העמודות, ושכל מירכאות שנפתחו נסגרו",
        ar="ينبغي التحقق من أن عدد الخلايا كعدد الأعمدة، ومن إغلاق كل علامة اقتباس فُتحت",
        en="see that it has as many cells as there are columns, and that each quotation mark is closed",
    ),
    what=Text(
        he="יש לכתוב בטבלה שורת כותרות, ובכל שורה לכל היותר תא אחד לעמודה.",
        ar="ينبغي أن يكون للجدول صف عناوين، وفي كل صف خلية واحدة على الأكثر لكل عمود.",
        en="Give a table a row of headers, and each row at most one cell a column.",
    ),
    why=Text(
        he="תא שזז מעמודתו עלול לפרסם תפקיד במקום שם, או שם שלא הייתה הסכמה לפרסמו (מפרט 3.3).",
        ar="خلية انتقلت من عمودها قد تنشر منصبًا مكان اسم، أو اسمًا لم يوافق صاحبه (المواصفة 3.3).",
        en="A cell that slips a column may publish a name nobody consented to (spec 3.3).",
    ),
    wrong="""\
=== example/participants.csv
שם,תפקיד,ארגון
דנה לדוגמה,רכזת,ארגון א,עוד תא
""",
    right="""\
=== example/participants.csv
שם,תפקיד,ארגון
דנה לדוגמה,רכזת,ארגון א
""",
)

CUT_VALUE = Rule(
    code="S005",
    name="cut-value",
    severity=Severity.WARNING,
    message=Text(
        he="הערך נקטע בסולמית שיש לפניה רווח",
        ar="القيمة مقطوعة عند علامة # التي تسبقها مسافة",
        en="the value is cut at a # with a space before it",
    ),
    hint=Text(
        he="יש להקיף את הערך במירכאות; הערה יש לכתוב בשורה משלה",
        ar="ينبغي وضع القيمة بين علامتي اقتباس، وكتابة التعليق في سطر مستقل",
        en="put the value in quotes; write a comment on a line of its own",
    ),
    what=Text(
        he="יש לכתוב במירכאות ערך שיש בו סולמית אחרי רווח.",
        ar="ينبغي وضع القيمة التي فيها علامة # بعد مسافة بين علامتي اقتباس.",
        en="Put a value with a # after a space in quotes.",
    ),
    why=Text(
        he="ב־YAML סולמית פותחת הערה, וסוף המשפט נעלם מהפרסום (מפרט 3).",
        ar="في YAML تبدأ علامة # تعليقًا، فتسقط نهاية الجملة من النشر (المواصفة 3).",
        en="In YAML it begins a comment, and the rest of the sentence is not published (spec 3).",
    ),
    wrong="""\
=== example/index.md (fields)
title: שולחן עגול #3
""",
    right="""\
=== example/index.md (fields)
title: "שולחן עגול #3"
""",
)

UNCLOSED_FRONT_MATTER = Rule(
    code="S009",
    name="unclosed-front-matter",
    severity=Severity.ERROR,
    message=Text(
        he="לשדות שבראש הקובץ אין קו סוגר",
        ar="الحقول التي في أول الملف بلا خط إغلاق",
        en="the fields at the head of the file have no closing line",
    ),
    hint=Text(
        he="יש להוסיף שורה של שלושה מקפים אחרי השדה האחרון: ---",
        ar="ينبغي إضافة سطر من ثلاث شرطات بعد الحقل الأخير: ---",
        en="add a line of three hyphens after the last field: ---",
    ),
    what=Text(
        he="יש לכתוב את השדות שבראש הקובץ בין שתי שורות של שלושה מקפים.",
        ar="ينبغي أن تقع الحقول في أول الملف بين سطرين من ثلاث شرطات.",
        en="Write the fields at a file's head between two lines of three hyphens.",
    ),
    why=Text(
        he="בלי קו סוגר אי אפשר לדעת היכן נגמרים השדות ומתחיל הטקסט (מפרט 3).",
        ar="من دون خط الإغلاق لا يُعرف أين تنتهي الحقول ويبدأ النص (المواصفة 3).",
        en="Without it nobody can tell where fields end and text begins (spec 3).",
    ),
    wrong="""\
=== example/content.md
---
title: מה נאסף

הידע שנאסף.
""",
    right="""\
=== example/content.md
---
title: מה נאסף
---
הידע שנאסף.
""",
)

SLOW_MARKDOWN = Rule(
    code="S010",
    name="slow-markdown",
    severity=Severity.WARNING,
    message=Text(
        he="הטקסט בשורה {line} מסובך מדי, ומוצג כפשוטו",
        ar="النص في السطر {line} معقّد جدًّا، ويُعرض كما هو",
        en="the text at line {line} is too involved, and is shown as it stands",
    ),
    hint=Text(
        he="יש לחלק את הפסקה, ולהפחית ברמות של רשימה או ציטוט ובסימני הדגשה",
        ar="ينبغي تقسيم الفقرة، وتقليل مستويات القوائم والاقتباس وعلامات التشديد",
        en="divide the paragraph, with fewer levels of lists or quotations and fewer marks of emphasis",
    ),
    what=Text(
        he="יש לכתוב פסקאות, רשימות וטבלאות בגודל ובעומק שאדם קורא.",
        ar="ينبغي كتابة الفقرة والقائمة والجدول بحجم وعمق يقرؤهما إنسان.",
        en="Write paragraphs, lists and tables of a size and depth that a person reads.",
    ),
    why=Text(
        he="טקסט שנבנה כדי להאט היה עוצר את בניית האתר של כל המשרדים (מפרט 3).",
        ar="نص صُنع للإبطاء قد يوقف بناء موقع كل الوزارات (المواصفة 3).",
        en="Text made to be slow could stop the site of all ministries (spec 3).",
    ),
    wrong="""\
=== example/content.md
הידע שנאסף.

> > > > > > > > > > > הערה בתוך הערה
""",
    right="""\
=== example/content.md
הידע שנאסף.

> הערה
""",
)

CHANGING_NUMBER = Rule(
    code="S014",
    name="changing-number",
    severity=Severity.WARNING,
    message=Text(
        he="תוכנות אחרות קוראות כאן מספר אחר: {value}",
        ar="تقرأ برامج أخرى هنا عددًا آخر: {value}",
        en='other programs read another number in place of "{value}"',
    ),
    hint=Text(
        he="יש להקיף את הערך במירכאות",
        ar="ينبغي وضع القيمة بين علامتي اقتباس",
        en="put the value in quotes",
    ),
    what=Text(
        he="יש לכתוב במירכאות טלפון, סימוכין וכל ערך שנראה כמספר אך נכתב אחרת ממנו.",
        ar="ينبغي أن يوضع الهاتف ورقم المرجع وكل قيمة تشبه عددًا لكنها تُكتب بغير صورته بين علامتي اقتباس.",
        en="Put a phone, a reference, and whatever looks like a number but is written otherwise, in quotes.",
    ),
    why=Text(
        he="Sikum קורא את הערך כפי שנכתב, אבל טופס ששומר את הקובץ היה מוחק את האפס של הטלפון (מפרט 3).",
        ar="Sikum يقرأ القيمة كما كُتبت، لكن نموذجًا يحفظ الملف يحذف صفر الهاتف (المواصفة 3).",
        en="Sikum reads it as it stands, but a form that saves the file would drop the phone's zero (spec 3).",
    ),
    wrong="""\
=== example/index.md (fields)
reference: 007
""",
    right="""\
=== example/index.md (fields)
reference: "007"
""",
)
