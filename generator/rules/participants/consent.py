"""Faults of what the rows of a list say about consent."""

from generator.diagnostics import Rule, Severity, Text

REFUSAL_IN_WORDS = Rule(
    code="P017",
    name="refusal-in-words",
    severity=Severity.WARNING,
    message=Text(
        he="תא בשורה אומר במילים לא לפרסם את השם, ולכן היא רק נספרת; שורה: {row}",
        ar="خلية في الصف تقول بالكلام ألا يُنشر الاسم، فيُعدّ فقط؛ الصف: {row}",
        en="a cell of row {row} says in words not to publish the name, so the row is only counted",
    ),
    hint=Text(
        he="יש לכתוב counted בעמודת ההסכמה ולמחוק את ההערה; אם היא עוסקת בדבר אחר, יש לנסח אותה אחרת",
        ar="يُكتب counted في عمود الموافقة وتُحذف الملاحظة؛ وإن كانت عن أمر آخر فتُعاد صياغتها",
        en="write counted in the consent column and delete the remark; if it is about something else, word it otherwise",
    ),
    what=Text(
        he="יש לכתוב סירוב לפרסום בעמודת ההסכמה, ולא בתא אחר.",
        ar="ينبغي كتابة رفض النشر في عمود الموافقة لا في خلية أخرى.",
        en="Write a refusal to be published in the column of consent, and not in another cell.",
    ),
    why=Text(
        he='מי שנכתב לידו "לא לפרסם" לא הסכים, גם אם הרשומה אומרת אחרת (מפרט 3.3).',
        ar='من كُتب بجانبه "لا يُنشر" لم يوافق، وإن قال السجل غير ذلك (المواصفة 3.3).',
        en='Whoever has "not to be published" beside them did not agree, whatever the record\'s default says (spec 3.3).',
    ),
    wrong="""\
=== example/index.md (fields)
participants: {default_consent: full, basis: טופס הרשמה}
=== example/participants.csv
שם,תפקיד,ארגון
דנה לדוגמה (לא לפרסום),רכזת,ארגון א
""",
    right="""\
=== example/index.md (fields)
participants: {default_consent: full, basis: טופס הרשמה}
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה
דנה לדוגמה,רכזת,ארגון א,counted
""",
)

NO_PARTICIPANT = Rule(
    code="P018",
    name="no-participant",
    severity=Severity.WARNING,
    message=Text(
        he="יש שורות ברשימה שאינן משתתפים: כותרת, הערה, או אדם שביטל או לא הגיע; השורות: {row}",
        ar="في القائمة صفوف ليست لمشاركين: عنوان أو ملاحظة أو من ألغوا أو لم يحضروا؛ الصفوف: {row}",
        en="rows of the list are no participants, but titles, notes, or people who did not come: {row}",
    ),
    hint=Text(
        he="יש למחוק את השורות; הן אינן נספרות ואינן מתפרסמות",
        ar="ينبغي حذف الصفوف؛ فهي لا تُعدّ ولا تُنشر",
        en="delete the rows; they are neither counted nor published",
    ),
    what=Text(
        he="יש לכתוב ברשימה רק משתתפים.",
        ar="ينبغي أن تضم القائمة من شاركوا فقط.",
        en="List those who took part, and nobody else.",
    ),
    why=Text(
        he="מי שביטל לא הסכים להופיע כמשתתף, וכותרת של קבוצה אינה אדם (מפרט 3.3).",
        ar="من ألغى مشاركته لم يوافق على أن يظهر مشاركًا، وعنوان مجموعة ليس شخصًا (المواصفة 3.3).",
        en="Who cancelled did not agree to be shown as having been there, and the title of a group is nobody (spec 3.3).",
    ),
    wrong="""\
=== example/participants.csv
שם,תפקיד,ארגון
רון לדוגמה,רכז,ארגון ב
דנה לדוגמה (ביטלה),רכזת,ארגון א
""",
    right="""\
=== example/participants.csv
שם,תפקיד,ארגון
רון לדוגמה,רכז,ארגון ב
""",
)
