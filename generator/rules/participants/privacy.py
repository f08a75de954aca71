"""Faults of consent, and private people's data in what is published."""

from generator.diagnostics import Rule, Severity, Text

NO_CONSENT = Rule(
    code="P001",
    name="no-consent",
    severity=Severity.WARNING,
    message=Text(
        he="יש משתתפים שלא נרשמה להם הסכמה, והם רק נספרים; מספרם: {count}",
        ar="هناك مشاركون لم تُسجَّل موافقتهم، فيُعدّون فقط؛ عددهم: {count}",
        en="no consent is recorded for {count} participants, so they are only counted",
    ),
    hint=Text(
        he="יש למלא את עמודת ההסכמה, או לקבוע participants.default_consent ואת basis",
        ar="ينبغي ملء عمود الموافقة، أو تحديد participants.default_consent و basis",
        en="fill the consent column, or set participants.default_consent with its basis",
    ),
    what=Text(
        he="יש לכתוב לכל משתתף הסכמה משלו, או לקבוע ברשומה ברירת מחדל.",
        ar="ينبغي أن تكون لكل مشارك موافقته، أو أن تُحدَّد في السجل قيمة افتراضية.",
        en="Write a consent for each participant, or set a default in the record.",
    ),
    why=Text(
        he="שם מתפרסם רק בהסכמה; כשאינה ידועה, מה שבטוח הוא לספור (מפרט 3.3).",
        ar="لا يُنشر اسم إلا بموافقة، وإن لم تُعرف فالآمن هو العدّ (المواصفة 3.3).",
        en="A name is published by consent only; where it is not known, counting is safe (spec 3.3).",
    ),
    wrong="""\
=== example/index.md (fields)
participants: (absent)
""",
    right="""\
=== example/index.md (fields)
participants: {default_consent: full, basis: טופס הרשמה}
""",
)

NO_BASIS = Rule(
    code="P002",
    name="no-basis",
    severity=Severity.ERROR,
    message=Text(
        he="נקבעה הסכמה לפרסום, ולא נאמר איך ניתנה: {value}",
        ar="حُدِّدت موافقة على النشر ولم يُذكر كيف أُعطيت: {value}",
        en='consent "{value}" is set for all, and nothing says how it was given',
    ),
    hint=Text(
        he="יש לכתוב ב־participants.basis איך התקבלה ההסכמה, למשל טופס הרשמה",
        ar="ينبغي أن يُكتب في participants.basis كيف تمت الموافقة، مثل استمارة التسجيل",
        en="say in participants.basis how consent was got, such as a registration form",
    ),
    what=Text(
        he="יש להסביר איך ניתנה ההסכמה, כשברירת המחדל מפרסמת יותר ממספר.",
        ar="ينبغي بيان كيف أُعطيت الموافقة إذا كانت القيمة الافتراضية تنشر أكثر من العدد.",
        en="Say how consent was given, where the default publishes more than a count.",
    ),
    why=Text(
        he="הסכמה שאיש אינו יודע איך ניתנה אי אפשר להוכיח ואי אפשר לבטל (מפרט 3.3).",
        ar="موافقة لا يُعرف كيف أُعطيت لا يمكن إثباتها ولا سحبها (المواصفة 3.3).",
        en="Consent that nobody can trace can be neither shown nor withdrawn (spec 3.3).",
    ),
    wrong="""\
=== example/index.md (fields)
participants: {default_consent: full}
""",
    right="""\
=== example/index.md (fields)
participants: {default_consent: full, basis: טופס הרשמה}
""",
)

WITHHELD_NAME_IN_TEXT = Rule(
    code="P003",
    name="withheld-name-in-text",
    severity=Severity.ERROR,
    message=Text(
        he="בטקסט כתוב שם של מי שלא הסכימו לפרסמו; שורה ברשימת המשתתפים: {row}",
        ar="في النص اسم شخص لم يوافق على نشره؛ الصف في قائمة المشاركين: {row}",
        en="the text names someone who did not agree to it, row {row} of the participants",
    ),
    hint=Text(
        he="יש לכתוב במקום השם תפקיד או תיאור כללי, או לבקש הסכמה",
        ar="ينبغي كتابة المنصب أو وصف عام بدل الاسم، أو طلب الموافقة",
        en="write a role or a general description instead, or ask for consent",
    ),
    what=Text(
        he="אין לכתוב בשום טקסט של התהליך שם שלא הייתה הסכמה לפרסמו.",
        ar="لا ينبغي أن يرد في أي نص من العملية اسم لم تُعطَ موافقة على نشره.",
        en="Write in no text of the process a name that is withheld by consent.",
    ),
    why=Text(
        he="הסכמה חלה על כל מה שמתפרסם, לא רק על הרשימה (מפרט 3.3).",
        ar="الموافقة تسري على كل ما يُنشر لا على القائمة وحدها (المواصفة 3.3).",
        en="Consent holds for all that is published, not only for the list (spec 3.3).",
    ),
    wrong="""\
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה
דנה לדוגמה,רכזת,ארגון א,role
=== example/content.md
דנה לדוגמה הציעה לקצר את הטפסים.
""",
    right="""\
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה
דנה לדוגמה,רכזת,ארגון א,role
=== example/content.md
אחת המשתתפות הציעה לקצר את הטפסים.
""",
)

SAME_NAME_IN_TEXT = Rule(
    code="P013",
    name="same-name-in-text",
    severity=Severity.WARNING,
    message=Text(
        he="בטקסט כתוב שם של שני אנשים, שאחד מהם לא הסכים לפרסום; שורה ברשימת המשתתפים: {row}",
        ar="في النص اسم يحمله شخصان لم يوافق أحدهما على نشره؛ الصف في قائمة المشاركين: {row}",
        en="the text has a name that two people bear, one of whom did not agree to it, row {row} of the participants",
    ),
    hint=Text(
        he="יש לבדוק במי מדובר ולהוסיף תפקיד או ארגון; אם נבדק, אפשר לכתוב את המקום ב־privacy.reviewed עם סיבה",
        ar="ينبغي التحقق ممن المقصود وإضافة المنصب أو المنظمة؛ وإن فُحص يُكتب الموضع في privacy.reviewed مع السبب",
        en="see who is meant, and add a role or an organisation; once seen to, name the place in privacy.reviewed with a reason",
    ),
    what=Text(
        he="כששם משותף לשני אנשים ורק אחד הסכים לפרסום, יש לומר בטקסט במי מדובר.",
        ar="عندما يحمل الاسم شخصان ووافق أحدهما فقط، ينبغي أن يبيّن النص من المقصود.",
        en="Where two people bear a name and one agreed, tell in the text which of them is meant.",
    ),
    why=Text(
        he="מי שלא הסכים לפרסום לא יופיע גם במקרה (מפרט 3.3).",
        ar="من لم يوافق على النشر لا يظهر ولو مصادفة (المواصفة 3.3).",
        en="Who did not agree to be named does not appear by chance either (spec 3.3).",
    ),
    wrong="""\
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה
דנה לדוגמה,רכזת,ארגון א,full
דנה לדוגמה,חוקרת,מכללה ב,counted
=== example/content.md
דנה לדוגמה הציעה לקצר את הטפסים.
""",
    right="""\
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה
דנה לדוגמה,רכזת,ארגון א,full
דנה לדוגמה,חוקרת,מכללה ב,counted
=== example/content.md
דנה לדוגמה, רכזת בארגון א, הציעה לקצר את הטפסים.
""",
)

NAMES_NOT_SEARCHED = Rule(
    code="P014",
    name="names-not-searched",
    severity=Severity.WARNING,
    message=Text(
        he="השמות שנשמרו לא חופשו בטקסטים, כי אין להם מפתח מתאים: {path}",
        ar="لم يُبحث في النصوص عن الأسماء المحفوظة لعدم وجود مفتاح مناسب لها: {path}",
        en="the texts were not searched for the names kept in {path}: there is no key to them",
    ),
    hint=Text(
        he="יש להגדיר את המפתח שאיתו נשמרו ב־SIKUM_WITHHELD_KEY, או לייבא את הרשימה מחדש",
        ar="يُضبط المفتاح الذي حُفظت به في SIKUM_WITHHELD_KEY، أو تُستورد القائمة من جديد",
        en="set SIKUM_WITHHELD_KEY to the key that they were kept with, or import the list again",
    ),
    what=Text(
        he="יש לחפש בטקסטים, בכל בדיקה, שמות שייבוא של רשימה השאיר מחוץ לה.",
        ar="الأسماء التي تركها استيراد القائمة ينبغي أن يُبحث عنها في النصوص عند كل فحص.",
        en="Let each check look in the texts for names that an import left out of the list.",
    ),
    why=Text(
        he="בלי המפתח אין לדעת אם שם שלא הוסכם לפרסמו נכתב בטקסט (מפרט 3.3).",
        ar="من دون المفتاح لا يُعرف إن كُتب في النص اسم لم يُوافق على نشره (المواصفة 3.3).",
        en="Without the key nobody can tell whether a name that was not agreed to stands in a text (spec 3.3).",
    ),
    wrong="""\
=== .sikum/withheld
sikum withheld 1 0123456789abcdef
example\t0123456789abcdef,0123456789abcdef
""",
    right="""\
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה
דנה לדוגמה,רכזת,ארגון א,counted
""",
)

PRIVATE_CONTACT = Rule(
    code="P008",
    name="private-contact",
    severity=Severity.WARNING,
    message=Text(
        he="בטקסט יש טלפון או דואר אלקטרוני שאולי הם פרטיים",
        ar="في النص هاتف أو بريد إلكتروني قد يكون شخصيًا",
        en="the text holds a phone number or e-mail that may be private",
    ),
    hint=Text(
        he="יש להסיר את הפרט, או לכתוב אותו ב־closing.contact אם הוא של המשרד",
        ar="ينبغي إزالته، أو كتابته في closing.contact إن كان للوزارة",
        en="take it out, or write it in closing.contact if it is the office's own",
    ),
    what=Text(
        he="יש לכתוב דרכי פנייה בשדה contact, ולא בטקסט.",
        ar="ينبغي كتابة وسائل الاتصال في الحقل contact لا في النص.",
        en="Write ways to reach someone in the contact, not in the text.",
    ),
    why=Text(
        he="פרט של אדם פרטי שהתפרסם אי אפשר להחזיר (מפרט 3.3).",
        ar="معلومة شخصية نُشرت لا يمكن استرجاعها (المواصفة 3.3).",
        en="A private detail once published cannot be taken back (spec 3.3).",
    ),
    wrong="""\
=== example/content.md
אפשר להתקשר אל אחת המשתתפות, 050-5550123.
""",
    right="""\
=== example/content.md
אפשר לפנות אל לשכת הפניות.
""",
)

IDENTITY_NUMBER = Rule(
    code="P009",
    name="identity-number",
    severity=Severity.ERROR,
    message=Text(
        he="בטקסט יש מספר שנראה כמספר זהות",
        ar="في النص رقم يبدو رقم هوية",
        en="the text holds a number that looks like an identity number",
    ),
    hint=Text(
        he="יש להסיר את המספר",
        ar="ينبغي إزالة الرقم",
        en="take the number out",
    ),
    what=Text(
        he="אין לכתוב בטקסט מספרי זהות: תשע ספרות שספרת הביקורת שלהן נכונה.",
        ar="لا ينبغي أن ترد في النص أرقام هوية: تسعة أرقام ورقم التحقق فيها صحيح.",
        en="Write no identity numbers in a text: nine digits whose check digit is right.",
    ),
    why=Text(
        he="מספר זהות מזהה אדם לכל חייו, ואין צורך לפרסמו (מפרט 3.3).",
        ar="رقم الهوية يعرّف الإنسان طوال حياته ولا حاجة إلى نشره (المواصفة 3.3).",
        en="It marks a person for life, and nobody needs it published (spec 3.3).",
    ),
    wrong="""\
=== example/content.md
הפונה, שמספר הזהות שלה 123456782, ביקשה תשובה.
""",
    right="""\
=== example/content.md
הפונה ביקשה תשובה.
""",
)
