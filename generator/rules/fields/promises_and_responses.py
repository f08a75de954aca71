"""Faults of promises, responses and meetings (spec 3.4)."""

from generator.diagnostics import Rule, Severity, Text

BAD_TIME = Rule(
    code="F013",
    name="bad-time",
    severity=Severity.ERROR,
    message=Text(
        he="אין שעה כזו: {value}",
        ar="لا توجد ساعة كهذه: {value}",
        en='"{value}" is not a time of day',
    ),
    hint=Text(
        he="יש לכתוב שעה ודקות, למשל 09:30",
        ar="تُكتب الساعة والدقائق، مثل 09:30",
        en="write hours and minutes, such as 09:30",
    ),
    what=Text(
        he="יש לכתוב שעה בשעות ובדקות, בין 00:00 ל־23:59.",
        ar="ينبغي كتابة الساعة بالساعات والدقائق، من 00:00 إلى 23:59.",
        en="Write a time in hours and minutes, from 00:00 to 23:59.",
    ),
    why=Text(
        he="השעה מתפרסמת בעמוד המפגש כמו שנכתבה (מפרט 3.4).",
        ar="تُنشر الساعة في صفحة اللقاء كما كُتبت (المواصفة 3.4).",
        en="It is published on the meeting's page as it is written (spec 3.4).",
    ),
    wrong="""\
=== example/meetings/2024-02-01-plenary.md
---
title: מליאה
date: 2024-02-01
start_time: 25:00
---
## עיקרי הדברים

מה שנאמר.
""",
    right="""\
=== example/meetings/2024-02-01-plenary.md
---
title: מליאה
date: 2024-02-01
start_time: 15:00
---
## עיקרי הדברים

מה שנאמר.
""",
)

MISSING_EXPLANATION = Rule(
    code="F015",
    name="missing-explanation",
    severity=Severity.ERROR,
    message=Text(
        he="אין הסבר להבטחה שלא קוימה במלואה: {id}",
        ar="لا شرح لوعد لم يُوفَ به كاملًا: {id}",
        en='promise "{id}" was not kept in full, and has no explanation',
    ),
    hint=Text(
        he="יש לכתוב ב־explanation מה השתנה ומדוע",
        ar="ينبغي أن يُكتب في explanation ما الذي تغيّر ولماذا",
        en="say in explanation what changed, and why",
    ),
    what=Text(
        he="יש להסביר הבטחה שקוימה בחלקה, שונתה או לא קוימה.",
        ar="ينبغي شرح الوعد الذي وُفي به جزئيًا أو تغيّر أو لم يُوفَ به.",
        en="Explain a promise that was kept in part, changed or not kept.",
    ),
    why=Text(
        he="אומרים מה לא מומש ומתחקרים מה התפספס (השיטה, מבנה התוצר, ב; מפרט 3.4).",
        ar="يُقال ما لم يتحقق ويُبحث فيما فات (المنهج، بنية المخرجات، ب؛ المواصفة 3.4).",
        en="What was not met is said, and debriefed (method, structure, B; spec 3.4).",
    ),
    wrong="""\
=== example/promises.yml
- {id: p1, text: לפרסם כל סיכום מפגש, date: 2024-01, status: partly}
""",
    right="""\
=== example/promises.yml
- {id: p1, text: לפרסם כל סיכום מפגש, date: 2024-01, status: partly, explanation: שניים משלושה פורסמו}
""",
)

MISSING_EVIDENCE = Rule(
    code="F016",
    name="missing-evidence",
    severity=Severity.WARNING,
    message=Text(
        he="אין אסמכתה להבטחה שקוימה: {id}",
        ar="لا دليل على وعد وُفي به: {id}",
        en='promise "{id}" is kept, and nothing shows it',
    ),
    hint=Text(
        he="יש לכתוב ב־evidence טקסט, כתובת או קובץ שמראים זאת",
        ar="ينبغي أن يُكتب في evidence نص أو عنوان أو ملف يبيّن ذلك",
        en="give in evidence a text, an address or a file that shows it",
    ),
    what=Text(
        he="יש לצרף אסמכתה להבטחה שקוימה.",
        ar="ينبغي إرفاق دليل بالوعد الذي وُفي به.",
        en="Give evidence of a promise that was kept.",
    ),
    why=Text(
        he="אמון נבנה ממה שאפשר לבדוק (השיטה, צעד 1: המשתתפים; מפרט 3.4).",
        ar="الثقة تُبنى على ما يمكن التحقق منه (المنهج، الخطوة 1: المشاركون؛ المواصفة 3.4).",
        en="Trust is built on what can be looked up (method, step 1: participants; spec 3.4).",
    ),
    wrong="""\
=== example/promises.yml
- {id: p1, text: לפרסם את הסיכום, date: 2024-01, status: kept}
""",
    right="""\
=== example/promises.yml
- {id: p1, text: לפרסם את הסיכום, date: 2024-01, status: kept, evidence: הסיכום פורסם באתר זה}
""",
)

UPDATE_BEFORE_PROMISE = Rule(
    code="F017",
    name="update-before-promise",
    severity=Severity.WARNING,
    message=Text(
        he="העדכון קודם להבטחה; הבטחה {other}, עדכון: {date}",
        ar="التحديث يسبق الوعد؛ الوعد {other}، التحديث: {date}",
        en="the update, {date}, is before the promise, {other}",
    ),
    hint=Text(
        he="יש לבדוק את שני המועדים, ולתקן את השגוי",
        ar="ينبغي فحص الموعدين وتصحيح الخاطئ منهما",
        en="look at both dates, and correct the wrong one",
    ),
    what=Text(
        he="אין לכתוב עדכון שקודם להבטחה.",
        ar="لا ينبغي أن يسبق تحديث الوعد الوعدَ نفسه.",
        en="Give no update that comes before its promise.",
    ),
    why=Text(
        he="העדכונים מוצגים כתולדות ההבטחה, לפי הסדר (מפרט 3.4).",
        ar="تُعرض التحديثات تاريخًا للوعد بحسب الترتيب (المواصفة 3.4).",
        en="Updates are shown as the promise's history, in order (spec 3.4).",
    ),
    wrong="""\
=== example/promises.yml
- id: p1
  text: לפרסם את הסיכום
  date: 2024-02
  status: pending
  updates: [{date: 2023-02, note: הסיכום נכתב}]
""",
    right="""\
=== example/promises.yml
- id: p1
  text: לפרסם את הסיכום
  date: 2024-02
  status: pending
  updates: [{date: 2024-03, note: הסיכום נכתב}]
""",
)

MEETING_OUTSIDE_DATES = Rule(
    code="F018",
    name="meeting-outside-dates",
    severity=Severity.WARNING,
    message=Text(
        he="המפגש אינו בין מועדי התהליך; התהליך {other}, המפגש: {date}",
        ar="اللقاء خارج موعدي العملية؛ العملية {other}، اللقاء: {date}",
        en="the meeting, {date}, is outside the process's dates, {other}",
    ),
    hint=Text(
        he="יש לתקן את מועד המפגש, או את start_date ו־end_date של התהליך",
        ar="ينبغي تصحيح موعد اللقاء، أو start_date و end_date للعملية",
        en="correct the meeting's date, or the process's start_date and end_date",
    ),
    what=Text(
        he="יש לכתוב מועד מפגש שבין תחילת התהליך לסופו.",
        ar="ينبغي أن يقع اللقاء بين بداية العملية ونهايتها.",
        en="Give a meeting a date between the process's start and its end.",
    ),
    why=Text(
        he="מועדי התהליך הם מועדי השיתוף עצמו, ומהם נמדד משך הסגירה (מפרט 3.1, 3.4).",
        ar="موعدا العملية هما موعدا المشاركة نفسها، ومنهما تُقاس مدة الإغلاق (المواصفة 3.1، 3.4).",
        en="The process's dates are the participation's, and the closing lag runs from them (spec 3.1, 3.4).",
    ),
    wrong="""\
=== example/meetings/2024-06-01-plenary.md
---
title: מליאה
date: 2024-06-01
---
## עיקרי הדברים

מה שנאמר.
""",
    right="""\
=== example/meetings/2024-02-01-plenary.md
---
title: מליאה
date: 2024-02-01
---
## עיקרי הדברים

מה שנאמר.
""",
)

MORE_ATTENDEES_THAN_PARTICIPANTS = Rule(
    code="F019",
    name="more-attendees-than-participants",
    severity=Severity.ERROR,
    message=Text(
        he="במפגש היו יותר אנשים מאשר בתהליך כולו; בתהליך {other}, במפגש: {count}",
        ar="كان في اللقاء أشخاص أكثر مما في العملية كلها؛ في العملية {other}، في اللقاء: {count}",
        en="{count} attended the meeting, and {other} took part in the process",
    ),
    hint=Text(
        he="יש לכתוב ב־participants_count את מספר כל המשתתפים, או לתקן את attendees_count",
        ar="ينبغي أن يشمل participants_count كل من شاركوا، أو تصحيح attendees_count",
        en="write in participants_count everyone who took part, or correct attendees_count",
    ),
    what=Text(
        he="אין לכתוב במפגש מספר נוכחים שגדול ממספר המשתתפים בתהליך.",
        ar="لا ينبغي أن يزيد حاضرو اللقاء على المشاركين في العملية كلها.",
        en="Give a meeting no more people than the whole process has.",
    ),
    why=Text(
        he="המספרים מתפרסמים זה לצד זה, ועליהם להתיישב (מפרט 3.4).",
        ar="تُنشر الأرقام جنبًا إلى جنب فيجب أن تتوافق (المواصفة 3.4).",
        en="The figures are published side by side, and must agree (spec 3.4).",
    ),
    wrong="""\
=== example/index.md (fields)
participants_count: 30
=== example/meetings/2024-02-01-plenary.md
---
title: מליאה
date: 2024-02-01
attendees_count: 40
---
## עיקרי הדברים

מה שנאמר.
""",
    right="""\
=== example/index.md (fields)
participants_count: 45
=== example/meetings/2024-02-01-plenary.md
---
title: מליאה
date: 2024-02-01
attendees_count: 40
---
## עיקרי הדברים

מה שנאמר.
""",
)

MISSING_RESPONSE_EXPLANATION = Rule(
    code="F027",
    name="missing-response-explanation",
    severity=Severity.ERROR,
    message=Text(
        he="אין הסבר לדעה שלא התקבלה במלואה",
        ar="لا شرح لرأي لم يُقبل كاملًا",
        en="a view was not accepted in full, and has no explanation",
    ),
    hint=Text(
        he="יש לכתוב ב־explanation מדוע לא התקבלה, או מה ממנה לא התקבל",
        ar="ينبغي أن يُكتب في explanation لماذا لم يُقبل، أو ما الذي لم يُقبل منه",
        en="say in explanation why it was declined, or what of it",
    ),
    what=Text(
        he="יש להסביר דעה שנדחתה או התקבלה בחלקה.",
        ar="ينبغي شرح سبب رفض رأي أو قبوله جزئيًا.",
        en="Explain a view that was declined, or accepted in part.",
    ),
    why=Text(
        he="מראים למשתתפים מה נעשה עם דעותיהם, גם כשלא התקבלו (השיטה, צעד 1: המשתתפים; מפרט 3.4).",
        ar="يُبيَّن للمشاركين ما فُعل بآرائهم ولو لم تُقبل (المنهج، الخطوة 1: المشاركون؛ المواصفة 3.4).",
        en="Participants are shown what was done with their views (method, step 1: participants; spec 3.4).",
    ),
    wrong="""\
=== example/responses.yml
- {heard: להאריך את התהליך בשנה, response: declined}
""",
    right="""\
=== example/responses.yml
- {heard: להאריך את התהליך בשנה, response: declined, explanation: ההחלטה נדרשת השנה}
""",
)
