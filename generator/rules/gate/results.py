"""What a closed process owes: promises, use, and answers to the four questions."""

from generator.diagnostics import Rule, Severity, Text

OPEN_PROMISES = Rule(
    code="G007",
    name="open-promises",
    severity=Severity.ERROR,
    message=Text(
        he="ההבטחה נשארה פתוחה: {id}",
        ar="الوعد بقي مفتوحًا: {id}",
        en='promise "{id}" is left open',
    ),
    hint=Text(
        he="יש לעדכן ב־promises.yml את status או את due, או להסביר ב־closing.waived: promises",
        ar="ينبغي تحديث status أو due في promises.yml، أو الشرح في closing.waived: promises",
        en="bring status or due up to date in promises.yml, or explain under promises in closing.waived",
    ),
    what=Text(
        he="יש לכתוב לכל הבטחה מצב, ואין להשאיר הבטחה ממתינה אחרי המועד שנקבע לה.",
        ar="ينبغي أن تكون لكل وعد حالة، وألا يبقى وعد منتظرًا بعد موعده.",
        en="Give each promise a status, and leave none pending past its due date.",
    ),
    why=Text(
        he="לפני הסיום בודקים מה הובטח למשתתפים (השיטה, צעד 1; מפרט 3.4, 3.5).",
        ar="قبل النهاية يُراجع ما وُعد به المشاركون (المنهج، الخطوة 1؛ المواصفة 3.4، 3.5).",
        en="Before the end one goes over what was promised (method, step 1; spec 3.4, 3.5).",
    ),
    wrong="""\
=== example/promises.yml
- {id: p1, text: לפרסם את הסיכום, date: 2024-01, status: pending, due: 2024-06}
""",
    right="""\
=== example/promises.yml
- {id: p1, text: לפרסם את הסיכום, date: 2024-01, status: kept, evidence: הסיכום פורסם באתר זה}
""",
)

NO_USE = Rule(
    code="G008",
    name="no-use",
    severity=Severity.ERROR,
    message=Text(
        he="לא כתוב מה ייעשה בתוצר",
        ar="لم يُذكر ما الذي سيُفعل بالمخرجات",
        en="nothing says what will be done with the output",
    ),
    hint=Text(
        he="יש להוסיף ל־outcomes פריט, גם none עם note, או להסביר ב־closing.waived: use",
        ar="ينبغي إضافة بند إلى outcomes، ولو none مع note، أو الشرح في closing.waived: use",
        en="add an item to outcomes, be it none with a note, or explain under use in closing.waived",
    ),
    what=Text(
        he="יש לומר מה צפוי לתוצר או מה כבר קרה לו, גם כשאין המשך.",
        ar="ينبغي ذكر ما يُتوقع للمخرجات أو ما جرى لها، ولو لم يكن لها أثر.",
        en="Say what will happen to the output, or has, be it nothing.",
    ),
    why=Text(
        he="המשתתפים צריכים לדעת מה צפוי לקרות עם המסמך (השיטה, צעד 1: המשתתפים; מפרט 3.5).",
        ar="يحق للمشاركين معرفة مصير الوثيقة (المنهج، الخطوة 1: المشاركون؛ المواصفة 3.5).",
        en="Participants should know what becomes of it (method, step 1: participants; spec 3.5).",
    ),
    wrong="""\
=== example/index.md (fields)
outcomes: (absent)
""",
    right="""\
=== example/index.md (fields)
outcomes: [{type: work-plan, title: תוכנית העבודה לשנת 2025, state: expected}]
""",
)

PROFILE_UNANSWERED = Rule(
    code="G009",
    name="profile-unanswered",
    severity=Severity.ERROR,
    message=Text(
        he="אין תשובה לאחת מארבע השאלות על התוצר: {field}",
        ar="لا جواب عن أحد الأسئلة الأربعة حول المخرجات: {field}",
        en="the question {field} on the output has no answer",
    ),
    hint=Text(
        he="יש להוסיף את השדה בתוך output, או להסביר ב־closing.waived: profile",
        ar="ينبغي إضافة الحقل داخل output، أو الشرح في closing.waived: profile",
        en="add the field to output, or explain under profile in closing.waived",
    ),
    what=Text(
        he="יש לענות על ארבע השאלות: קהל היעד, המטרה, ההפצה וההמשך.",
        ar="ينبغي الإجابة عن الأسئلة الأربعة: الجمهور والغاية والتوزيع والاستمرار.",
        en="Answer the four questions: audience, purpose, distribution, continuation.",
    ),
    why=Text(
        he="התשובות קובעות את מבנה התוצר ומה נדרש בו (השיטה, צעד 2; מפרט 3.2).",
        ar="الأجوبة تحدد بنية المخرجات وما يُطلب فيها (المنهج، الخطوة 2؛ المواصفة 3.2).",
        en="The answers set the output's structure and what it needs (method, step 2; spec 3.2).",
    ),
    wrong="""\
=== example/index.md (fields)
output: {type: summary, audience: [participants], purpose: bottom-lines, distribution: [digital]}
""",
    right="""\
=== example/index.md (fields)
output: {type: summary, audience: [participants], purpose: bottom-lines, distribution: [digital], continuation: final}
""",
)
