"""Faults by which a process would turn into ordinary pages, or two versions of it into one."""

from generator.diagnostics import Rule, Severity, Text

MISPLACED_FRONT_MATTER = Rule(
    code="S011",
    name="misplaced-front-matter",
    severity=Severity.ERROR,
    message=Text(
        he="השדות שבראש הקובץ אינם בין שתי שורות של שלושה מקפים שהראשונה בהן פותחת את הקובץ",
        ar="الحقول التي في أول الملف ليست بين سطرين من ثلاث شرطات يفتتح أولهما الملف",
        en="the fields do not stand between two lines of three hyphens, the first of which opens the file",
    ),
    hint=Text(
        he="יש למחוק כל מה שלפני השדות, ולכתוב לפניהם ואחריהם שורה של שלושה מקפים רגילים: ---",
        ar="ينبغي حذف كل ما قبل الحقول، وكتابة سطر من ثلاث شرطات عادية قبلها وبعدها: ---",
        en="delete all that stands before the fields, and write a line of three plain hyphens before and after them: ---",
    ),
    what=Text(
        he="יש לפתוח את הקובץ בשדות: אין לכתוב לפניהם שורה ריקה, הערה, כותרת או תו שאינו נראה.",
        ar="ينبغي أن تفتتح الحقول الملف: لا يسبقها سطر فارغ ولا تعليق ولا عنوان ولا محرف غير مرئي.",
        en="Open the file with the fields: no empty line, comment, heading or unseen character before them.",
    ),
    why=Text(
        he="אחרת הם היו מתפרסמים כטקסט, ובהם גם רשימת משתתפים שלא הסכימו לכך (מפרט 3).",
        ar="وإلا نُشرت نصًّا، وفيها أيضًا قائمة مشاركين لم يوافقوا على ذلك (المواصفة 3).",
        en="Otherwise they are published as text, a list of people who did not agree to it included (spec 3).",
    ),
    wrong="""\
=== example/content.md (escapes)
\\u200f
---
title: מה נאסף
---
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

CONFLICT_MARKERS = Rule(
    code="S012",
    name="conflict-markers",
    severity=Severity.ERROR,
    message=Text(
        he="בקובץ נשארו סימנים של git, ואחריהם שתי גרסאות של אותו טקסט",
        ar="بقيت في الملف علامات git تليها نسختان من النص نفسه",
        en="git's conflict markers stand in the file, with two versions of the same text",
    ),
    hint=Text(
        he="יש להשאיר את הגרסה הנכונה, ולמחוק את האחרת ואת שלוש שורות הסימנים",
        ar="ينبغي إبقاء النسخة الصحيحة، وحذف الأخرى وأسطر العلامات الثلاثة",
        en="keep the right version; delete the other one and the three lines of markers",
    ),
    what=Text(
        he="אין להשאיר בקבצים שורות שנפתחות בשבעה סימני < או >, ש־git כותב במיזוג שלא הושלם.",
        ar="لا ينبغي أن تحوي الملفات أسطرًا تبدأ بسبع علامات < أو > مما يتركه git في دمج لم يكتمل.",
        en="Leave no lines that begin with seven < or >, which git writes in a merge that was not finished.",
    ),
    why=Text(
        he="שתי הגרסאות היו מתפרסמות זו אחר זו, גם זו שנמחקה כדי להסתיר שם (מפרט 3).",
        ar="وإلا نُشرت النسختان معًا، حتى تلك التي حُذفت لإخفاء اسم (المواصفة 3).",
        en="Both versions would be published, also the one that was deleted to withhold a name (spec 3).",
    ),
    wrong="""\
=== example/content.md
<<<<<<< HEAD
הידע שנאסף.
=======
הידע שנאסף במפגשים.
>>>>>>> main
""",
    right="""\
=== example/content.md
הידע שנאסף במפגשים.
""",
)

NOT_A_PROCESS = Rule(
    code="S013",
    name="not-a-process",
    severity=Severity.ERROR,
    message=Text(
        he="בתיקייה יש מה שיש רק לתהליך, ואין בה index.md של תהליך: {path}",
        ar="في المجلد ما لا يكون إلا لعملية، وليس فيه index.md لعملية: {path}",
        en="the folder holds what only a process has, and no index.md that makes it one: {path}",
    ),
    hint=Text(
        he="יש לבדוק ש־index.md קיים, ושיש בו ministry, kind או status; אם אינה תהליך – לשנות שמות, ואם הייתה – למחוק ‎.cache",
        ar="ينبغي التحقق من وجود index.md وفيه ministry أو kind أو status؛ وإن لم يكن عملية فتغيير الأسماء، وإن كان فحذف ‎.cache",
        en="see that index.md is there, with ministry, kind or status; if it is none rename its files, if it was one delete .cache",
    ),
    what=Text(
        he="תיקייה שיש בה רשימת משתתפים, הבטחות, מענים, מפגשים או פרקים, או שהייתה תהליך בבנייה הקודמת, יש להשאיר כתהליך.",
        ar="المجلد الذي فيه قائمة مشاركين أو وعود أو ردود أو لقاءات أو فصول، أو كان عملية في البناء السابق، ينبغي أن يكون عملية.",
        en="Let a folder with participants, promises, responses, meetings or chapters, or that was a process before, be one.",
    ),
    why=Text(
        he="בלי הרשומה כל קובץ בה היה עמוד רגיל, ומה שלא הוסכם לפרסם היה מתפרסם (מפרט 3.3).",
        ar="من دون السجل يصير كل ملف فيه صفحة عادية، ويُنشر ما لم تُعطَ موافقة على نشره (المواصفة 3.3).",
        en="Without its record each file is an ordinary page, and what nobody agreed to is published (spec 3.3).",
    ),
    wrong="""\
=== example/index.md (absent)
""",
    right="""\
=== example/content.md
הידע שנאסף במפגשים.
""",
)
