"""Faults of promises, outcomes and next steps over time (spec 3.1, 3.4, and where it differs, 8)."""

from generator.diagnostics import Rule, Severity, Text

OVERDUE_STEP = Rule(
    code="F032",
    name="overdue-step",
    severity=Severity.WARNING,
    message=Text(
        he="הצעד הבא פתוח, ומועדו עבר: {date}",
        ar="الخطوة التالية مفتوحة وقد فات موعدها: {date}",
        en="the next step is still open, and it was due by {date}",
    ),
    hint=Text(
        he="יש לכתוב state: done עם אסמכתה, state: dropped עם הסבר, או מועד חדש בעדכון",
        ar="يُكتب state: done مع دليل، أو state: dropped مع شرح، أو موعد جديد في تحديث",
        en="write state: done with evidence, state: dropped with an explanation, or a new due date and an update",
    ),
    what=Text(
        he="יש לומר על צעד שמועדו עבר אם נעשה.",
        ar="ينبغي أن تذكر الخطوة التي فات موعدها إن أُنجزت.",
        en="Say of a step whose time has passed whether it was taken.",
    ),
    why=Text(
        he="מי שנאמר לו מה יקרה הלאה בא לבדוק (השיטה, צעד 1: המשתתפים; מפרט 3.1).",
        ar="من قيل له ما الذي سيحدث يأتي ليتحقق (المنهج، الخطوة 1: المشاركون؛ المواصفة 3.1).",
        en="Whoever was told what comes next comes to look (method, step 1: participants; spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת פניות הציבור, email: pniot@example.org}
  next_steps:
    - {text: לפרסם את זמני ההמתנה, due: 2024-09}
""",
    right="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת פניות הציבור, email: pniot@example.org}
  next_steps:
    - {text: לפרסם את זמני ההמתנה, due: 2024-09, state: done, evidence: הדף פורסם}
""",
)

STALE_OUTCOME = Rule(
    code="F033",
    name="stale-outcome",
    severity=Severity.WARNING,
    message=Text(
        he="התוצאה עוד לא הוכרעה, ומאז שעבר מועדה אין חדש: {date}",
        ar="النتيجة لم تُحسم بعد ولا جديد منذ فوات موعدها: {date}",
        en="the outcome is not decided, and since its date, {date}, nothing was heard of it",
    ),
    hint=Text(
        he="יש לכתוב ב־updates מה ידוע היום, או state: unknown אם נבדק ולא נמצא",
        ar="يُكتب في updates ما هو معروف اليوم، أو state: unknown إن جرى التحقق ولم يُعرف",
        en="write in updates what is known today, or state: unknown if it was looked into and nothing was found",
    ),
    what=Text(
        he="יש לומר על תוצאה שמחכים לה, לפחות פעם בשנה (stale_after), מה קורה איתה.",
        ar="ينبغي أن تذكر النتيجة المنتظرة مرة في السنة على الأقل (stale_after) ما يحدث لها.",
        en="Say of an outcome that is awaited, at least once a year (stale_after), what has become of it.",
    ),
    why=Text(
        he="האם יצא מזה משהו היא השאלה הראשונה של מי שהשתתף (השיטה, צעד 1: המשתתפים; מפרט 3.1).",
        ar="هل نتج عن ذلك شيء هو أول سؤال لمن شارك (المنهج، الخطوة 1: المشاركون؛ المواصفة 3.1).",
        en="Whether anything came of it is the first question of those who took part (method, step 1: participants; spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
outcomes:
  - {type: work-plan, state: submitted, title: תוכנית העבודה של אגף המרפאות, date: 2024-05}
""",
    right="""\
=== example/index.md (fields)
outcomes:
  - type: work-plan
    state: adopted
    title: תוכנית העבודה של אגף המרפאות
    date: 2024-11
    updates: [{date: 2024-05, note: הוגשה להנהלת המשרד, state: submitted}]
""",
)

STATE_WITHOUT_UPDATE = Rule(
    code="F034",
    name="state-without-update",
    severity=Severity.WARNING,
    message=Text(
        he="המצב השתנה ואין עדכון שאומר זאת; בעדכון האחרון {other}, כאן: {value}",
        ar="تغيّرت الحالة ولا تحديث يذكر ذلك؛ في آخر تحديث {other}، وهنا: {value}",
        en='the state is "{value}", and the latest update says "{other}"',
    ),
    hint=Text(
        he="יש להוסיף עדכון עם תאריך ומצב, או לתקן את המצב",
        ar="يُضاف تحديث بتاريخ وحالة، أو تُصحَّح الحالة",
        en="add an update with its date and state, or correct the state",
    ),
    what=Text(
        he="יש לכתוב את המצב שבעדכון האחרון שאומר מצב.",
        ar="ينبغي أن تكون الحالة هي التي في آخر تحديث يذكر حالة.",
        en="Write the state that the latest update with a state gives.",
    ),
    why=Text(
        he="מצב שזז בלי תאריך אי אפשר לבדוק ואי אפשר להודיע עליו (מפרט 3.4).",
        ar="الحالة التي تتغيّر بلا تاريخ لا يمكن التحقق منها ولا الإبلاغ عنها (المواصفة 3.4).",
        en="A state that moves without a date can be neither checked nor told to those who follow it (spec 3.4).",
    ),
    wrong="""\
=== example/promises.yml
- id: p1
  text: לפרסם את הסיכום
  date: 2024-02
  status: kept
  evidence: הסיכום פורסם
  updates: [{date: 2024-03, note: הסיכום נכתב, state: pending}]
""",
    right="""\
=== example/promises.yml
- id: p1
  text: לפרסם את הסיכום
  date: 2024-02
  status: kept
  evidence: הסיכום פורסם
  updates:
    - {date: 2024-03, note: הסיכום נכתב, state: pending}
    - {date: 2024-04, note: הסיכום פורסם, state: kept}
""",
)

UPDATE_BEFORE_OUTCOME = Rule(
    code="F035",
    name="update-before-outcome",
    severity=Severity.WARNING,
    message=Text(
        he="העדכון קודם לתוצאה; תוצאה {other}, עדכון: {date}",
        ar="التحديث يسبق النتيجة؛ النتيجة {other}، التحديث: {date}",
        en="the update, {date}, is before the outcome, {other}",
    ),
    hint=Text(
        he="יש לבדוק את שני המועדים; עדכון שמספר על הדרך אל התוצאה אומר גם state",
        ar="ينبغي فحص الموعدين؛ التحديث الذي يروي الطريق إلى النتيجة يذكر state أيضًا",
        en="look at both dates; an update that tells of the way to the outcome gives a state too",
    ),
    what=Text(
        he="אין לכתוב עדכון שקודם לתוצאה שהוכרעה, אלא אם הוא אומר באיזה מצב הייתה אז.",
        ar="لا ينبغي أن يسبق تحديثٌ النتيجةَ التي حُسمت، إلا إذا ذكر حالتها حينئذ.",
        en="Give no update that comes before an outcome that was decided, unless it says in what state it was then.",
    ),
    why=Text(
        he="העדכונים מוצגים כתולדות התוצאה, לפי הסדר (מפרט 3.1).",
        ar="تُعرض التحديثات تاريخًا للنتيجة بحسب الترتيب (المواصفة 3.1).",
        en="Updates are shown as the outcome's history, in order (spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
outcomes:
  - type: work-plan
    state: adopted
    title: תוכנית העבודה של אגף המרפאות
    date: 2024-11
    updates: [{date: 2024-05, note: התוכנית נכנסה לתוקף}]
""",
    right="""\
=== example/index.md (fields)
outcomes:
  - type: work-plan
    state: adopted
    title: תוכנית העבודה של אגף המרפאות
    date: 2024-11
    updates: [{date: 2025-01, note: התוכנית נכנסה לתוקף}]
""",
)

DUE_BEFORE_PROMISE = Rule(
    code="F036",
    name="due-before-promise",
    severity=Severity.WARNING,
    message=Text(
        he="המועד קודם להבטחה; הבטחה {other}, מועד: {date}",
        ar="الموعد يسبق الوعد؛ الوعد {other}، الموعد: {date}",
        en="the promise was due {date}, before it was made, {other}",
    ),
    hint=Text(
        he="יש לבדוק את שני המועדים, ולתקן את השגוי",
        ar="ينبغي فحص الموعدين وتصحيح الخاطئ منهما",
        en="look at both dates, and correct the wrong one",
    ),
    what=Text(
        he="אין לכתוב להבטחה מועד יעד שקודם לה.",
        ar="لا ينبغي أن يسبق موعد الوعد الوعدَ نفسه.",
        en="Let no promise be due before it is made.",
    ),
    why=Text(
        he="לפי המועד ההבטחה נמנית כבאיחור (מפרט 3.4).",
        ar="بحسب الموعد يُعدّ الوعد متأخرًا (المواصفة 3.4).",
        en="By its due date a promise is counted as overdue (spec 3.4).",
    ),
    wrong="""\
=== example/promises.yml
- {id: p1, text: לפרסם את הסיכום, date: 2024-02, due: 2023-12, status: kept, evidence: פורסם}
""",
    right="""\
=== example/promises.yml
- {id: p1, text: לפרסם את הסיכום, date: 2024-02, due: 2024-12, status: kept, evidence: פורסם}
""",
)

UNSIGNED_OUTPUT = Rule(
    code="F043",
    name="unsigned-output",
    severity=Severity.WARNING,
    message=Text(
        he="התוצר מיועד למקבלי החלטות, ולא נאמר מי עומד מאחוריו",
        ar="المخرجات موجّهة إلى صنّاع القرار ولم يُذكر من يقف وراءها",
        en="the output is for decision makers, and nobody is said to stand behind it",
    ),
    hint=Text(
        he="יש לכתוב approvals עם of: output, או להסביר ב־closing.waived: approvals",
        ar="يُكتب approvals مع of: output، أو يُشرح في closing.waived: approvals",
        en="write approvals with of: output, or explain under approvals in closing.waived",
    ),
    what=Text(
        he="יש לומר על תוצר של תהליך סגור שמיועד למקבלי החלטות מי אישר אותו, בתפקידו.",
        ar="ينبغي أن تذكر مخرجات عملية مغلقة موجّهة إلى صنّاع القرار من أقرّها بصفته.",
        en="Say of the output of a closed process that is for decision makers who approved it, by their role.",
    ),
    why=Text(
        he="מסמך שאיש אינו חתום עליו אינו מחייב איש (השיטה, צעד 2: התוצר).",
        ar="الوثيقة التي لا يقف وراءها أحد لا تُلزم أحدًا (المنهج، الخطوة 2: المخرجات).",
        en="A document that nobody stands behind binds nobody (method, step 2: the output).",
    ),
    wrong="""\
=== example/index.md (fields)
output: {type: summary, audience: [participants, decision-makers], purpose: bottom-lines, distribution: [digital],
  continuation: final, expected: רשימת צעדים}
=== example/background.md
---
covers: [background, rationale, goals, promised]
---
למה ואיך.
""",
    right="""\
=== example/index.md (fields)
output: {type: summary, audience: [participants, decision-makers], purpose: bottom-lines, distribution: [digital],
  continuation: final, expected: רשימת צעדים}
approvals: [{who: ראש האגף, role: אגף המרפאות, date: 2024-04, of: output}]
=== example/background.md
---
covers: [background, rationale, goals, promised]
---
למה ואיך.
""",
)
