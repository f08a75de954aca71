"""Faults of the answers that people get: which points were made, and what was done with them (spec 3.4 and 8)."""

from generator.diagnostics import Rule, Severity, Text

UNKNOWN_RESPONSE = Rule(
    code="F037",
    name="unknown-response",
    severity=Severity.ERROR,
    message=Text(
        he="כתוב מענה שאינו ב־responses.yml, בשורה {row}",
        ar="رد غير موجود في responses.yml، في الصف {row}",
        en="row {row} names a response that is not in responses.yml",
    ),
    hint=Text(
        he="יש לכתוב מזהה של מענה, או להוסיף id למענה",
        ar="يُكتب معرّف رد، أو يُضاف id إلى الرد",
        en="write the id of a response, or give the response that id",
    ),
    what=Text(
        he="יש להפנות כל דבר שנאמר אל מענים שיש להם מזהה ב־responses.yml.",
        ar="ينبغي أن يحيل كل قول إلى ردود لها معرّف في responses.yml.",
        en="Name the responses to a point by the id that they have in responses.yml.",
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
        he="לשני דברים שנאמרו אותם סימוכין, בשורה {row} ובשורה {other}",
        ar="أُعطي مرجع قول مرتين، في الصف {row} وفي الصف {other}",
        en="rows {row} and {other} have one reference",
    ),
    hint=Text(
        he="יש לתת לכל דבר שנאמר סימוכין משלו",
        ar="يُعطى لكل قول مرجع خاص به",
        en="give each point a reference of its own",
    ),
    what=Text(
        he="יש לתת לכל דבר שנאמר סימוכין משלו.",
        ar="ينبغي أن يكون لكل قول مرجع خاص به.",
        en="Give each point a reference of its own.",
    ),
    why=Text(
        he="לפי הסימוכין כל אדם מוצא את המענה לדבריו; סימוכין אחד לשניים מראים לאחד את של השני (השיטה, צעד 1: המשתתפים).",
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
        he="יש לומר בתהליך סגור שהיו בו משתתפים מה נעשה בדעותיהם ובמחשבותיהם.",
        ar="ينبغي أن تذكر العملية المغلقة التي كان فيها مشاركون ما فُعل بآرائهم وأفكارهم.",
        en="Say in a closed process that had participants what was done with their views and thoughts.",
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

BAD_COVERAGE = Rule(
    code="F040",
    name="bad-coverage",
    severity=Severity.ERROR,
    message=Text(
        he="coverage.yml אינו כפי ש־sikum refs כותב אותו",
        ar="coverage.yml ليس كما يكتبه sikum refs",
        en="coverage.yml is not as sikum refs writes it",
    ),
    hint=Text(
        he="יש להריץ שוב sikum refs, ולא לערוך את הקובץ ביד",
        ar="يُشغَّل sikum refs من جديد ولا يُحرَّر الملف يدويًا",
        en="run sikum refs again, and do not edit the file by hand",
    ),
    what=Text(
        he="יש להשאיר ב־coverage.yml רק מספרים וקודים: בלי מספר קטן מחמישה, והנענים והממתינים יחד הם הכול.",
        ar="لا ينبغي أن يكون في coverage.yml إلا أعداد ورموز: لا عدد أصغر من خمسة، والمُجاب عنها والمنتظرة معًا هي الكل.",
        en="Keep only figures and codes in coverage.yml: none from 1 to 4, and what was answered and what waits are all there is.",
    ),
    why=Text(
        he="הקובץ מתפרסם; מספר קטן או סימוכין בו היו מצביעים על אדם (מפרט 3.3).",
        ar="الملف يُنشر، وعدد صغير أو مرجع فيه قد يدل على شخص (المواصفة 3.3).",
        en="The file is published; a small figure or a reference in it would point at a person (spec 3.3).",
    ),
    wrong="""\
=== example/responses.yml
- {id: r1, heard: תור בהודעה, response: accepted}
=== example/coverage.yml
total: 20
answered: 17
waiting: 3
""",
    right="""\
=== example/responses.yml
- {id: r1, heard: תור בהודעה, response: accepted}
=== example/coverage.yml
total: 20
answered: 14
waiting: 6
""",
)

STALE_COVERAGE = Rule(
    code="F041",
    name="stale-coverage",
    severity=Severity.WARNING,
    message=Text(
        he="המספרים ב־coverage.yml אינם של מה שכתוב בקובץ: {path}",
        ar="أعداد coverage.yml ليست أعداد ما في الملف: {path}",
        en="the figures of coverage.yml are not those of the points in {path}",
    ),
    hint=Text(
        he="יש להריץ שוב sikum refs",
        ar="يُشغَّل sikum refs من جديد",
        en="run sikum refs again",
    ),
    what=Text(
        he="יש ליצור את coverage.yml מהרשימה הפרטית כפי שהיא עכשיו, עם שמות המענים שב־responses.yml.",
        ar="ينبغي أن يُصنع coverage.yml من القائمة الخاصة كما هي الآن، بمعرّفات الردود التي في responses.yml.",
        en="Make coverage.yml of the private list as it is now, with the responses of responses.yml.",
    ),
    why=Text(
        he="האתר מפרסם את coverage.yml; כשהוא ישן, מי שנענה בינתיים קורא שהוא עוד ממתין (השיטה, צעד 1: המשתתפים).",
        ar="الموقع ينشر coverage.yml؛ فإن كان قديمًا قرأ من رُدّ عليه أنه ما زال ينتظر (المنهج، الخطوة 1: المشاركون).",
        en="The site publishes it; an old one tells people who were answered that they still wait (method, step 1: participants).",
    ),
    wrong="""\
=== example/responses.yml
- {id: r1, heard: תור בהודעה, response: accepted}
=== example/coverage.yml
total: 20
answered: 14
waiting: 6
responses: [{id: r2, points: 14}]
""",
    right="""\
=== example/responses.yml
- {id: r1, heard: תור בהודעה, response: accepted}
=== example/coverage.yml
total: 20
answered: 14
waiting: 6
responses: [{id: r1, points: 14}]
""",
)
