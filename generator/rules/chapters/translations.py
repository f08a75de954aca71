"""C: chapters and pages in another language, beside those they translate."""

from generator.diagnostics import Rule, Severity, Text

_EXPLAINED = """\
=== example/index.ar.md
---
title: طاولة مستديرة للمثال
short_description: ما تعلّمناه من ثلاثة لقاءات.
---
ثلاثة لقاءات وما جرى فيها.
=== example/content.ar.md
المعرفة التي جُمعت.
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
  waived: {translation: לערבית תורגמו התמצית והתוכן בלבד.}
"""
"""A translation of the record and one chapter, and why there is no more of it."""

ORPHAN_TRANSLATION = Rule(
    code="C013",
    name="orphan-translation",
    severity=Severity.WARNING,
    message=Text(
        he="יש תרגום, ואין מקור: {path}",
        ar="توجد ترجمة ولا يوجد أصل: {path}",
        en="there is a translation, and no original {path}",
    ),
    hint=Text(
        he="שם התרגום הוא שם המקור ולפני הסיומת קוד השפה; יש לתקן את שם הקובץ",
        ar="اسم الترجمة هو اسم الأصل وقبل اللاحقة رمز اللغة؛ ينبغي تصحيح اسم الملف",
        en="a translation bears its original's name, with the language before the ending; correct the file's name",
    ),
    what=Text(
        he="יש לשמור כל תרגום לצד הקובץ שהוא מתרגם.",
        ar="ينبغي حفظ كل ترجمة إلى جانب الملف الذي تترجمه.",
        en="Keep each translation beside the file that it translates.",
    ),
    why=Text(
        he="תרגום בלי מקור אינו מתפרסם (מפרט 3.2).",
        ar="ترجمة بلا أصل لا تُنشر (المواصفة 3.2).",
        en="A translation of nothing is not published (spec 3.2).",
    ),
    wrong="""\
=== example/index.ar.md
---
title: طاولة مستديرة للمثال
short_description: ما تعلّمناه من ثلاثة لقاءات.
---
ثلاثة لقاءات وما جرى فيها.
=== example/contents.ar.md
المعرفة التي جُمعت.
""",
    right=_EXPLAINED,
)

MISSING_TRANSLATION = Rule(
    code="C015",
    name="missing-translation",
    severity=Severity.WARNING,
    message=Text(
        he="בתרגום אין כל מה שיש במקור: {value}",
        ar="ليس في الترجمة كل ما في الأصل: {value}",
        en="the translation lacks what its original has: {value}",
    ),
    hint=Text(
        he="יש לתרגם גם את מה שחסר, או להסביר ב־closing.waived.translation מדוע הוא בשפת המקור בלבד",
        ar="ينبغي ترجمة ما ينقص، أو شرح سبب بقائه بلغة الأصل وحدها في closing.waived.translation",
        en="translate what is lacking, or explain in closing.waived.translation why it is in the original language alone",
    ),
    what=Text(
        he="יש לתרגם את כל מה שיש במקור: פרקים על חלקיהם, מפגשים, הבטחות, מענים, מטרות והמשך.",
        ar="ينبغي ترجمة كل ما في الأصل: الفصول بأجزائها واللقاءات والوعود والردود والأهداف وما تلاها.",
        en="Translate all that the original has: chapters and their parts, meetings, promises, responses, goals, outcomes.",
    ),
    why=Text(
        he="המשתתפים שקוראים את התרגום זכאים לאותן תשובות (השיטה, צעד 1: המשתתפים).",
        ar="من يقرأ الترجمة من المشاركين يستحق الإجابات نفسها (المنهج، الخطوة 1: المشاركون).",
        en="Participants who read the translation are owed the same answers (method, step 1: participants).",
    ),
    wrong="""\
=== example/index.ar.md
---
title: طاولة مستديرة للمثال
short_description: ما تعلّمناه من ثلاثة لقاءات.
---
ثلاثة لقاءات وما جرى فيها.
=== example/content.ar.md
المعرفة التي جُمعت.
""",
    right=_EXPLAINED,
)

UNEVEN_TRANSLATION = Rule(
    code="C016",
    name="uneven-translation",
    severity=Severity.WARNING,
    message=Text(
        he="ברשימה שתורגמה מספר הפריטים אינו כבמקור: {value}",
        ar="عدد البنود في القائمة المترجمة غير عددها في الأصل: {value}",
        en="a translated list has another number of items than its original: {value}",
    ),
    hint=Text(
        he="יש לתרגם את כל הפריטים, באותו סדר, או להשמיט את הרשימה מהתרגום",
        ar="ينبغي ترجمة كل البنود بالترتيب نفسه، أو ترك القائمة خارج الترجمة",
        en="translate all of the items in their order, or leave the list out of the translation",
    ),
    what=Text(
        he="ברשימה שתורגמה יש לתרגם כל פריט, לפי הסדר שבמקור.",
        ar="ينبغي أن يُترجَم كل بند في القائمة المترجمة بحسب ترتيب الأصل.",
        en="Translate every item of a list that is translated, in the order of the original.",
    ),
    why=Text(
        he="כשחסר פריט אי אפשר לדעת איזה תרגום שייך לאיזה פריט, ולכן כל הרשימה מוצגת בשפת המקור (מפרט 3.2).",
        ar="إذا نقص بند فلا يُعرف أي ترجمة تخص أي بند، ولذلك تُعرض القائمة كلها بلغة الأصل (المواصفة 3.2).",
        en="Else nobody knows which translation means which item, so the whole list is shown in its original words (spec 3.2).",
    ),
    wrong="""\
=== example/index.ar.md
---
title: طاولة مستديرة للمثال
short_description: ما تعلّمناه من ثلاثة لقاءات.
goals:
  - {text: هدف}
  - {text: هدف آخر}
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
