"""Step one of closing: what is done with partners and participants."""

from generator.diagnostics import Rule, Severity, Text

PARTNERS_NOT_ALIGNED = Rule(
    code="G001",
    name="partners-not-aligned",
    severity=Severity.ERROR,
    message=Text(
        he="לא כתוב מתי תואם הסיום עם השותפים",
        ar="لم يُذكر متى نُسِّقت النهاية مع الشركاء",
        en="nothing says when the closing was agreed with the partners",
    ),
    hint=Text(
        he="יש לכתוב את המועד ב־closing.partners_aligned, או להסביר ב־closing.waived: partners-aligned",
        ar="ينبغي كتابة الموعد في closing.partners_aligned، أو الشرح في closing.waived: partners-aligned",
        en="give the date in closing.partners_aligned, or explain under partners-aligned in closing.waived",
    ),
    what=Text(
        he="כשיש שותפים יש לתאם איתם את מועד הסיום, את התוצר הרצוי ואת הצעדים הבאים.",
        ar="عند وجود شركاء ينبغي الاتفاق معهم على موعد النهاية والمخرجات المرجوّة والخطوات التالية.",
        en="Where there are partners, agree end date, output and next steps with them.",
    ),
    why=Text(
        he="שותפים שתכננו והובילו צריכים להיות חלק מהסגירה (השיטה, צעד 1: שותפים אסטרטגיים; מפרט 3.5).",
        ar="من خططوا وقادوا جزء من الإغلاق (المنهج، الخطوة 1: الشركاء الاستراتيجيون؛ المواصفة 3.5).",
        en="Those who planned and led it are part of its closing (method, step 1: strategic partners; spec 3.5).",
    ),
    wrong="""\
=== example/index.md (fields)
partners: [{name: עמותה לדוגמה, sector: civil-society}]
closing:
  expectations_revisited: 2024-03
  waived: {goals: נקבעו בעל פה, expected: נקבע בעל פה}
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
    right="""\
=== example/index.md (fields)
partners: [{name: עמותה לדוגמה, sector: civil-society}]
closing:
  partners_aligned: 2024-02
  expectations_revisited: 2024-03
  waived: {goals: נקבעו בעל פה, expected: נקבע בעל פה}
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
)

EXPECTATIONS_NOT_REVISITED = Rule(
    code="G002",
    name="expectations-not-revisited",
    severity=Severity.ERROR,
    message=Text(
        he="לא כתוב מתי חזרו עם השותפים אל הציפיות הראשונות",
        ar="لم يُذكر متى جرت العودة مع الشركاء إلى التوقعات الأولى",
        en="nothing says when the first expectations were revisited with the partners",
    ),
    hint=Text(
        he="יש לכתוב את המועד ב־closing.expectations_revisited, או להסביר ב־closing.waived: expectations-revisited",
        ar="ينبغي كتابة الموعد في closing.expectations_revisited، أو الشرح في closing.waived: expectations-revisited",
        en="give the date in closing.expectations_revisited, or explain under expectations-revisited in closing.waived",
    ),
    what=Text(
        he="בסוף התהליך יש לחזור עם השותפים אל מה שסוכם בתחילתו.",
        ar="في نهاية العملية ينبغي العودة مع الشركاء إلى ما اتُّفق عليه في بدايتها.",
        en="At the end, go back with the partners to what was agreed at the beginning.",
    ),
    why=Text(
        he="כך אף אחד אינו מופתע מהסיום (השיטה, צעד 1: שותפים אסטרטגיים; מפרט 3.5).",
        ar="هكذا لا يتفاجأ أحد بالنهاية (المنهج، الخطوة 1: الشركاء الاستراتيجيون؛ المواصفة 3.5).",
        en="So nobody is surprised by the end (method, step 1: strategic partners; spec 3.5).",
    ),
    wrong="""\
=== example/index.md (fields)
partners: [{name: עמותה לדוגמה, sector: civil-society}]
closing:
  partners_aligned: 2024-02
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
    right="""\
=== example/index.md (fields)
partners: [{name: עמותה לדוגמה, sector: civil-society}]
closing:
  partners_aligned: 2024-02
  expectations_revisited: 2024-03
  waived: {goals: נקבעו בעל פה, expected: נקבע בעל פה}
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
)

PARTICIPANTS_NOT_TOLD = Rule(
    code="G003",
    name="participants-not-told",
    severity=Severity.ERROR,
    message=Text(
        he="לא כתוב מתי נמסר למשתתפים על הסיום",
        ar="لم يُذكر متى أُبلغ المشاركون بالنهاية",
        en="nothing says when participants were told of the end",
    ),
    hint=Text(
        he="יש לכתוב את המועד ב־closing.participants_told, או להסביר ב־closing.waived: participants-told",
        ar="ينبغي كتابة الموعد في closing.participants_told، أو الشرح في closing.waived: participants-told",
        en="give the date in closing.participants_told, or explain under participants-told in closing.waived",
    ),
    what=Text(
        he="יש לומר למשתתפים מתי התהליך מסתיים ובאיזה תוצר.",
        ar="ينبغي إخبار المشاركين متى تنتهي العملية وبأي مخرجات.",
        en="Tell participants when the process ends, and with what output.",
    ),
    why=Text(
        he="תהליך שקוף עד סופו בונה אמון לתהליכים הבאים (השיטה, צעד 1: המשתתפים; מפרט 3.5).",
        ar="الشفافية حتى النهاية تبني ثقة للعمليات القادمة (المنهج، الخطوة 1: المشاركون؛ المواصفة 3.5).",
        en="Openness to the end builds trust for what comes next (method, step 1: participants; spec 3.5).",
    ),
    wrong="""\
=== example/index.md (fields)
closing:
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
    right="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
)

OUTPUT_NOT_SENT = Rule(
    code="G004",
    name="output-not-sent",
    severity=Severity.ERROR,
    message=Text(
        he="לא כתוב מתי נשלח התוצר למשתתפים",
        ar="لم يُذكر متى أُرسلت المخرجات إلى المشاركين",
        en="nothing says when the output was sent to participants",
    ),
    hint=Text(
        he="יש לכתוב את המועד ב־closing.output_sent, או להסביר ב־closing.waived: output-sent",
        ar="ينبغي كتابة الموعد في closing.output_sent، أو الشرح في closing.waived: output-sent",
        en="give the date in closing.output_sent, or explain under output-sent in closing.waived",
    ),
    what=Text(
        he="יש לשלוח למשתתפים את התוצר המסכם, שמראה מה נעשה עם דעותיהם.",
        ar="ينبغي إرسال المخرجات الختامية إلى المشاركين لتبيّن ما فُعل بآرائهم.",
        en="Send participants the output, which shows what was done with their views.",
    ),
    why=Text(
        he="זהו הקשר האחרון עם המשתתפים, ובו נסגר המעגל (השיטה, צעד 1: המשתתפים; מפרט 3.5).",
        ar="هذا آخر تواصل مع المشاركين وبه تكتمل الدائرة (المنهج، الخطوة 1: المشاركون؛ المواصفة 3.5).",
        en="It is the last word to participants, and closes the circle (method, step 1: participants; spec 3.5).",
    ),
    wrong="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  contact: {name: לשכת הפניות, email: office@example.org}
""",
    right="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
)

NOT_THANKED = Rule(
    code="G005",
    name="not-thanked",
    severity=Severity.ERROR,
    message=Text(
        he="לא כתוב מתי הודו למשתתפים",
        ar="لم يُذكر متى شُكر المشاركون",
        en="nothing says when participants were thanked",
    ),
    hint=Text(
        he="יש לכתוב את המועד ב־closing.thanked, או להסביר ב־closing.waived: thanked",
        ar="ينبغي كتابة الموعد في closing.thanked، أو الشرح في closing.waived: thanked",
        en="give the date in closing.thanked, or explain under thanked in closing.waived",
    ),
    what=Text(
        he="יש להודות למשתתפים; כשהתוצר נשלח, התודה נשלחת איתו.",
        ar="ينبغي شكر المشاركين؛ وحين تُرسل المخرجات يُرسل الشكر معها.",
        en="Thank those who took part; where the output is sent, the thanks go with it.",
    ),
    why=Text(
        he="התודה משאירה את הדלת פתוחה (השיטה, צעד 1: המשתתפים; מפרט 3.5).",
        ar="الشكر يُبقي الباب مفتوحًا (المنهج، الخطوة 1: المشاركون؛ المواصفة 3.5).",
        en="Thanks leave the door open (method, step 1: participants; spec 3.5).",
    ),
    wrong="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  contact: {name: לשכת הפניות, email: office@example.org}
  waived: {output-sent: התוצר הוצג במפגש מסכם ולא נשלח}
""",
    right="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  thanked: 2024-03-10
  contact: {name: לשכת הפניות, email: office@example.org}
  waived: {output-sent: התוצר הוצג במפגש מסכם ולא נשלח}
""",
)

NO_CONTACT = Rule(
    code="G006",
    name="no-contact",
    severity=Severity.ERROR,
    message=Text(
        he="לא כתוב אל מי אפשר לפנות",
        ar="لم يُذكر من يمكن التوجه إليه",
        en="nothing says whom to turn to",
    ),
    hint=Text(
        he="יש לכתוב ב־closing.contact שם ודואר אלקטרוני או טלפון, או להסביר ב־closing.waived: contact",
        ar="ينبغي كتابة اسم وبريد أو هاتف في closing.contact، أو الشرح في closing.waived: contact",
        en="give a name and an e-mail or phone in closing.contact, or explain under contact in closing.waived",
    ),
    what=Text(
        he="יש לתת לתהליך שנסגר שם ודרך לפנות.",
        ar="ينبغي أن يكون للعملية المغلقة اسم ووسيلة للتواصل.",
        en="Give a closed process a name and a way to reach it.",
    ),
    why=Text(
        he="מזמינים את המשתתפים לשמור על קשר (השיטה, צעד 1: המשתתפים; מפרט 3.5).",
        ar="يُدعى المشاركون إلى البقاء على تواصل (المنهج، الخطوة 1: المشاركون؛ المواصفة 3.5).",
        en="Participants are asked to stay in touch (method, step 1: participants; spec 3.5).",
    ),
    wrong="""\
=== example/index.md (fields)
closing: {participants_told: 2024-03-10, output_sent: 2024-04-01}
""",
    right="""\
=== example/index.md (fields)
closing:
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {name: לשכת הפניות, email: office@example.org}
""",
)
