"""What the method goes back to at the end: the purpose and the output that were agreed at the start."""

from generator.diagnostics import Rule, Severity, Text

NO_GOALS = Rule(
    code="F047",
    name="no-goals",
    severity=Severity.WARNING,
    message=Text(
        he="לא כתוב מה הייתה מטרת התהליך",
        ar="لم يُذكر ما كان هدف العملية",
        en="nothing says what the purpose of the process was",
    ),
    hint=Text(
        he="יש להוסיף את השדה goals או פרק רקע עם מטרות, או להסביר ב־closing.waived: goals",
        ar="يُضاف الحقل goals أو فصل خلفية فيه الأهداف، أو يُشرح في closing.waived: goals",
        en="add goals, or a background chapter that tells them, or explain under goals in closing.waived",
    ),
    what=Text(
        he="יש לומר מה הייתה המטרה, בתהליך סגור שחזרו בו לציפיות הראשונות או שהתוצר שלו נועד למקבלי החלטות.",
        ar="ينبغي أن تذكر عملية مغلقة عيد فيها إلى التوقعات الأولى، أو مخرجاتها لصنّاع القرار، ما كان الهدف.",
        en="Say what the purpose was, in a closed process that revisited its first expectations or is for decision makers.",
    ),
    why=Text(
        he="בסוף התהליך חוזרים למטרה המקורית ולמה שרצינו להשיג, וממטרת התהליך נגזרת מטרת התוצר (השיטה, צעד 1 וצעד 2).",
        ar="في نهاية العملية يُعاد إلى الهدف الأصلي وإلى ما أردنا تحقيقه، ومن هدف العملية يُشتق هدف المخرجات (المنهج، 1 و2).",
        en="At the end one goes back to the original purpose, and the output's purpose follows from it (method, steps 1 and 2).",
    ),
    wrong="""\
=== example/index.md (fields)
output: {type: summary, audience: [participants], purpose: bottom-lines, distribution: [digital],
  continuation: final, expected: רשימת צעדים}
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
  expectations_revisited: 2024-03-05
""",
    right="""\
=== example/index.md (fields)
goals: [לקצר את התור למרפאה]
output: {type: summary, audience: [participants], purpose: bottom-lines, distribution: [digital],
  continuation: final, expected: רשימת צעדים}
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
  expectations_revisited: 2024-03-05
""",
)

NO_EXPECTED_OUTPUT = Rule(
    code="F048",
    name="no-expected-output",
    severity=Severity.WARNING,
    message=Text(
        he="לא כתוב איזה תוצר צופה בתחילת התהליך",
        ar="لم يُذكر أي مخرجات كانت متوقعة في بداية العملية",
        en="nothing says what output was expected at the start",
    ),
    hint=Text(
        he="יש להוסיף את output.expected, או להסביר ב־closing.waived: expected",
        ar="يُضاف output.expected، أو يُشرح في closing.waived: expected",
        en="add output.expected, or explain under expected in closing.waived",
    ),
    what=Text(
        he="יש לומר איזה תוצר צופה בתחילת הדרך, בתהליך סגור שחזרו בו לציפיות הראשונות או שהתוצר שלו נועד למקבלי החלטות.",
        ar="ينبغي أن تذكر عملية مغلقة عيد فيها إلى التوقعات الأولى، أو مخرجاتها لصنّاع القرار، أي مخرجات كانت متوقعة في بدايتها.",
        en="Say what output was expected, in a closed process that revisited its first expectations or is for decision makers.",
    ),
    why=Text(
        he="לקראת הסיום בודקים מה התוצר המצופה שהוגדר. תאריך לבדו מראה שנפגשו, ולא מה סוכם (השיטה, צעד 1 וצעד 2).",
        ar="قبيل النهاية يُفحص أي مخرجات متوقعة حُدّدت. التاريخ وحده يبيّن أنهم التقوا، لا ما اتُّفق عليه (المنهج، 1 و2).",
        en="A date alone shows that people met, not which output they had agreed on (method, steps 1 and 2).",
    ),
    wrong="""\
=== example/index.md (fields)
goals: [לקצר את התור למרפאה]
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
  expectations_revisited: 2024-03-05
""",
    right="""\
=== example/index.md (fields)
goals: [לקצר את התור למרפאה]
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
  expectations_revisited: 2024-03-05
  waived: {expected: התוצר לא הוגדר בתחילת הדרך}
""",
)
