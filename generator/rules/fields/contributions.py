"""Faults of the answers that people get: which points were made, and what was done with them (spec 3.4 and 8)."""

from generator.diagnostics import Rule, Severity, Text

UNKNOWN_RESPONSE = Rule(
    code="F037",
    name="unknown-response",
    severity=Severity.ERROR,
    message=Text(
        he="כתוב מענה שאינו ב־responses.yml, בשורה {row}",
        ar="رد غير موجود في responses.yml، في السطر {row}",
        en="row {row} names a response that is not in responses.yml",
    ),
    hint=Text(
        he="יש לכתוב מזהה של מענה, או להוסיף id למענה",
        ar="يُكتب معرّف رد، أو يُضاف id إلى الرد",
        en="write the id of a response, or give the response that id",
    ),
    what=Text(
        he="כל דבר שנאמר מפנה אל מענים שיש להם מזהה ב־responses.yml.",
        ar="كل قول يحيل إلى ردود لها معرّف في responses.yml.",
        en="A point names responses by the id that they have in responses.yml.",
    ),
    why=Text(
        he="מזהה שאינו קיים הוא אדם שלא נענה (השיטה, צעד 1: המשתתפים).",
        ar="معرّف غير موجود يعني شخصًا لم يُرَد عليه (المنهج، الخطوة 1: المشاركون).",
        en="An id that leads nowhere is a person who gets no answer (method, step 1: participants).",
    ),
    wrong="""\
=== example/responses.yml
- {id: r1, heard: תור בהודעה, response: accepted}
=== example/contributions.csv
ref,contact,responses
17,first@example.org,r2
""",
    right="""\
=== example/responses.yml
- {id: r1, heard: תור בהודעה, response: accepted}
=== example/contributions.csv
ref,contact,responses
17,first@example.org,r1
""",
)

DUPLICATE_REFERENCE = Rule(
    code="F038",
    name="duplicate-reference",
    severity=Severity.ERROR,
    message=Text(
        he="אסמכתה של דבר שנאמר ניתנה פעמיים, בשורה {row} ובשורה {other}",
        ar="أُعطي مرجع قول مرتين، في السطر {row} وفي السطر {other}",
        en="rows {row} and {other} have one reference",
    ),
    hint=Text(
        he="יש לתת לכל דבר שנאמר אסמכתה משלו",
        ar="يُعطى لكل قول مرجع خاص به",
        en="give each point a reference of its own",
    ),
    what=Text(
        he="אסמכתה אחת עומדת לדבר אחד.",
        ar="المرجع الواحد لقول واحد.",
        en="One reference stands for one point.",
    ),
    why=Text(
        he="לפי האסמכתה כל אדם מוצא את המענה לדבריו; אחת לשניים מראה לאחד את של השני (השיטה, צעד 1: המשתתפים).",
        ar="به يجد كل شخص الرد على أقواله؛ ومرجع لاثنين يُري أحدهما ما للآخر (المنهج، الخطوة 1: المشاركون).",
        en="By it people find the answer to their own point; one for two shows one the other's (method, step 1: participants).",
    ),
    wrong="""\
=== example/responses.yml
- {id: r1, heard: תור בהודעה, response: accepted}
=== example/contributions.csv
ref,contact,responses
17,first@example.org,r1
17,second@example.org,r1
""",
    right="""\
=== example/responses.yml
- {id: r1, heard: תור בהודעה, response: accepted}
=== example/contributions.csv
ref,contact,responses
17,first@example.org,r1
18,second@example.org,r1
""",
)

NO_RESPONSES = Rule(
    code="F039",
    name="no-responses",
    severity=Severity.WARNING,
    message=Text(
        he="התהליך סגור, יש בו משתתפים, ולא נאמר מה נעשה בדבריהם",
        ar="العملية مغلقة وفيها مشاركون ولم يُذكر ما فُعل بأقوالهم",
        en="the process is closed and had participants, and nothing says what was done with what they said",
    ),
    hint=Text(
        he="יש לכתוב responses.yml, או להסביר ב־closing.waived: responses",
        ar="يُكتب responses.yml، أو يُشرح في closing.waived: responses",
        en="write responses.yml, or explain under responses in closing.waived",
    ),
    what=Text(
        he="תהליך סגור שהיו בו משתתפים אומר מה נעשה בדעותיהם ובמחשבותיהם.",
        ar="العملية المغلقة التي كان فيها مشاركون تذكر ما فُعل بآرائهم وأفكارهم.",
        en="A closed process that had participants says what was done with their views and thoughts.",
    ),
    why=Text(
        he="זה לב השיטה: התוצר מראה למשתתפים מה נעשה עם דעותיהם ומחשבותיהם (השיטה, צעד 1: המשתתפים).",
        ar="هذا لبّ المنهج: المخرجات تُري المشاركين ما فُعل بآرائهم وأفكارهم (المنهج، الخطوة 1: المشاركون).",
        en="The heart of the method: the output shows participants what was done with their views (method, step 1: participants).",
    ),
    wrong="""\
=== example/responses.yml (absent)
""",
    right="""\
=== example/responses.yml (absent)
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
  waived: {responses: הדברים נמסרו בעל פה במפגש האחרון}
""",
)
