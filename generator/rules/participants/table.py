"""Faults of the list of participants itself."""

from generator.diagnostics import Rule, Severity, Text

UNKNOWN_COLUMN = Rule(
    code="P004",
    name="unknown-column",
    severity=Severity.WARNING,
    message=Text(
        he="יש ברשימה עמודה שאינה מוכרת, והיא לא תתפרסם; מספר העמודה: {count}",
        ar="في القائمة عمود غير معروف ولن يُنشر؛ رقم العمود: {count}",
        en="column {count} of the list is not known, and will not be published",
    ),
    hint=Text(
        he="יש לתקן את הכותרת, או למחוק את העמודה; העמודות המוכרות: {known}",
        ar="ينبغي تصحيح العنوان أو حذف العمود؛ الأعمدة المعروفة: {known}",
        en="correct the header or delete the column; the known columns are {known}",
    ),
    what=Text(
        he="יש לכתוב ברשימה רק עמודות מוכרות: שם, תפקיד, ארגון, מגזר, הסכמה ומספר.",
        ar="لا ينبغي أن تكون في القائمة إلا أعمدة معروفة: الاسم والمنصب والمنظمة والقطاع والموافقة والعدد.",
        en="Keep known columns only in the list: name, role, organisation, sector, consent and count.",
    ),
    why=Text(
        he="עמודה נוספת, כמו טלפון, נשמרת במאגר שגם הוא פרסום (מפרט 3.3).",
        ar="عمود إضافي كالهاتف يُحفظ في مستودع هو أيضًا نشر (المواصفة 3.3).",
        en="One more column, such as phones, is kept in a repository, which is a publication too (spec 3.3).",
    ),
    wrong="""\
=== example/participants.csv
שם,תפקיד,ארגון,הערות
דנה לדוגמה,רכזת,ארגון א,הגיעה לשני מפגשים
""",
    right="""\
=== example/participants.csv
שם,תפקיד,ארגון
דנה לדוגמה,רכזת,ארגון א
""",
)

DUPLICATE_PARTICIPANT = Rule(
    code="P005",
    name="duplicate-participant",
    severity=Severity.WARNING,
    message=Text(
        he="שורה ברשימה חוזרת על שורה שלפניה: {row}",
        ar="صف في القائمة يكرر صفًا قبله: {row}",
        en="row {row} repeats an earlier one",
    ),
    hint=Text(
        he="יש למחוק אחת מהן; אם אלה שני אנשים, יש להבדיל ביניהם בתפקיד או בארגון",
        ar="ينبغي حذف أحدهما؛ وإن كانا شخصين فيُميَّزان بالمنصب أو المنظمة",
        en="delete one; if they are two people, tell them apart by role or organisation",
    ),
    what=Text(
        he="אין לכתוב שתי שורות ששונות רק ברווחים.",
        ar="لا ينبغي أن يختلف صفان في المسافات فقط.",
        en="Write no two rows that differ only in spacing.",
    ),
    why=Text(
        he="אדם שכתוב פעמיים נספר פעמיים (מפרט 3.3).",
        ar="من كُتب مرتين عُدّ مرتين (المواصفة 3.3).",
        en="Who is written twice is counted twice (spec 3.3).",
    ),
    wrong="""\
=== example/participants.csv
שם,תפקיד,ארגון
דנה לדוגמה,רכזת,ארגון א
דנה  לדוגמה,רכזת,ארגון א
""",
    right="""\
=== example/participants.csv
שם,תפקיד,ארגון
דנה לדוגמה,רכזת,ארגון א
דן לדוגמה,רכז,ארגון א
""",
)

TWO_SOURCES = Rule(
    code="P006",
    name="two-sources",
    severity=Severity.ERROR,
    message=Text(
        he="המשתתפים כתובים בשני מקומות",
        ar="المشاركون مكتوبون في مكانين",
        en="the participants are written in two places",
    ),
    hint=Text(
        he="יש להשאיר מקום אחד: participants.csv, participants.yml או participants.list ברשומה",
        ar="ينبغي إبقاء مكان واحد: participants.csv أو participants.yml أو participants.list في السجل",
        en="keep one: participants.csv, participants.yml, or participants.list in the record",
    ),
    what=Text(
        he="יש לכתוב לתהליך רשימת משתתפים אחת.",
        ar="ينبغي أن تكون للعملية قائمة مشاركين واحدة.",
        en="Give a process one list of participants.",
    ),
    why=Text(
        he="בשתי רשימות אין לדעת איזו הסכמה תקפה (מפרט 3.3).",
        ar="مع قائمتين لا يُعرف أي موافقة سارية (المواصفة 3.3).",
        en="With two lists nobody can tell which consent holds (spec 3.3).",
    ),
    wrong="""\
=== example/participants.yml
- {name: דנה לדוגמה, role: רכזת, organisation: ארגון א}
""",
    right="""\
=== example/participants.csv (absent)
=== example/participants.yml
- {name: דנה לדוגמה, role: רכזת, organisation: ארגון א}
""",
)

BAD_COUNT = Rule(
    code="P007",
    name="bad-count",
    severity=Severity.ERROR,
    message=Text(
        he="המספר בעמודה count אינו מספר של אנשים; שורה: {row}",
        ar="العدد في العمود count ليس عدد أشخاص؛ الصف: {row}",
        en="the count in row {row} is not a number of people",
    ),
    hint=Text(
        he="יש לכתוב מספר שלם, 1 או יותר; לשורה שיש בה שם אין count",
        ar="يُكتب عدد صحيح، 1 أو أكثر؛ ولا count في صف فيه اسم",
        en="write a whole number, 1 or more; a row with a name has no count",
    ),
    what=Text(
        he="יש לכתוב בעמודה count מספר שלם, בשורה של אנשים שרק נספרים.",
        ar="ينبغي أن يُكتب في العمود count عدد صحيح، في صف لمن يُعدّون فقط.",
        en="Write in the column count a whole number, in a row of people who are only counted.",
    ),
    why=Text(
        he="המספר נכנס לסך המשתתפים שמתפרסם (מפרט 3.3).",
        ar="يدخل العدد في مجموع المشاركين المنشور (المواصفة 3.3).",
        en="It goes into the total that is published (spec 3.3).",
    ),
    wrong="""\
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה,count
דנה לדוגמה,רכזת,ארגון א,full,
,,,counted,הרבה
""",
    right="""\
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה,count
דנה לדוגמה,רכזת,ארגון א,full,
,,,counted,12
""",
)

MISSING_NAME = Rule(
    code="P010",
    name="missing-name",
    severity=Severity.ERROR,
    message=Text(
        he="יש הסכמה לפרסם את השם, והשם חסר; שורה: {row}",
        ar="هناك موافقة على نشر الاسم والاسم ناقص؛ الصف: {row}",
        en="row {row} agrees to be named, and has no name",
    ),
    hint=Text(
        he="יש להוסיף את השם, או לכתוב בעמודת ההסכמה role, organisation או counted",
        ar="ينبغي إضافة الاسم، أو كتابة role أو organisation أو counted في عمود الموافقة",
        en="add the name, or write role, organisation or counted in the consent column",
    ),
    what=Text(
        he="יש לכתוב שם בשורה שההסכמה בה מלאה.",
        ar="ينبغي كتابة الاسم في الصف ذي الموافقة الكاملة.",
        en="Write the name in a row of full consent.",
    ),
    why=Text(
        he="נספח המשתתפים מציג שם, תפקיד וארגון, ושורה בלי שם חסרה בו (השיטה, נספחים; מפרט 3.3).",
        ar="ملحق المشاركين يعرض الاسم والمنصب والمنظمة (المنهج، الملاحق؛ المواصفة 3.3).",
        en="The appendix shows name, role and organisation (method, appendices; spec 3.3).",
    ),
    wrong="""\
=== example/participants.csv
שם,תפקיד,ארגון
,רכזת,ארגון א
""",
    right="""\
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה
,רכזת,ארגון א,role
""",
)

GUESSED_CONSENT = Rule(
    code="P011",
    name="guessed-consent",
    severity=Severity.WARNING,
    message=Text(
        he="עמודה ברשימה נקראת כעמודת הסכמה, אף שכותרתה אחרת; מספר העמודה: {count}",
        ar="عمود في القائمة يُقرأ عمودَ موافقة مع أن عنوانه مختلف؛ رقم العمود: {count}",
        en="column {count} of the list is read as consent, though its header is another",
    ),
    hint=Text(
        he="יש לכתוב בכותרת הסכמה, ובתאים full, role, organisation או counted; אם העמודה עוסקת בדבר אחר, יש למחוק אותה",
        ar='يُكتب في العنوان "الموافقة" وفي الخلايا full أو role أو organisation أو counted؛ وإن كان العمود لأمر آخر فيُحذف',
        en="call it consent, and write full, role, organisation or counted in it; delete it if it is about something else",
    ),
    what=Text(
        he="יש לקרוא לעמודת ההסכמה בשמה, ולכתוב בתאיה אחת מארבע הרמות.",
        ar="ينبغي أن يُسمّى عمود الموافقة باسمه، وأن تكون في خلاياه إحدى الدرجات الأربع.",
        en="Call the column of consent by its name, and write in its cells one of the four levels.",
    ),
    why=Text(
        he='מי שכתב "לא" בעמודה כזאת סירב, וסירוב שלא נקרא מפרסם שם (מפרט 3.3).',
        ar='من كتب في عمود كهذا "لا" فقد رفض، ورفض لا يُقرأ ينشر اسمًا (المواصفة 3.3).',
        en="Who wrote no in such a column refused, and a refusal that is not read publishes a name (spec 3.3).",
    ),
    wrong="""\
=== example/index.md (fields)
participants: {default_consent: full, basis: טופס הרשמה}
=== example/participants.csv
שם,תפקיד,ארגון,מאשרים פרסום?
דנה לדוגמה,רכזת,ארגון א,לא
""",
    right="""\
=== example/index.md (fields)
participants: {default_consent: full, basis: טופס הרשמה}
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה
דנה לדוגמה,רכזת,ארגון א,counted
""",
)

UNANSWERED_CONSENT = Rule(
    code="P012",
    name="unanswered-consent",
    severity=Severity.WARNING,
    message=Text(
        he="יש שורות שתא ההסכמה בהן ריק, לצד שורות שיש בהן תשובה, והן רק נספרות; השורות: {row}",
        ar="هناك صفوف خلية الموافقة فيها فارغة إلى جانب صفوف فيها جواب، فتُعدّ فقط؛ الصفوف: {row}",
        en="rows leave consent empty beside rows that answer, so they are only counted: {row}",
    ),
    hint=Text(
        he="יש לכתוב בכל אחת full (שם, תפקיד וארגון), role, organisation או counted (רק נספרים), לפי מה שהאנשים השיבו",
        ar="يُكتب في كل منها full (الاسم والمنصب والمنظمة) أو role أو organisation أو counted (يُعدّ فقط) بحسب جواب صاحبها",
        en="write in each what its owner answered: full (name, role, organisation), role, organisation or counted (only counted)",
    ),
    what=Text(
        he="יש לכתוב תשובה בכל שורה של עמודת הסכמה שיש בה תשובות.",
        ar="في عمود موافقة فيه أجوبة ينبغي أن يكون جواب في كل صف.",
        en="Write an answer in each row of a column of consent that holds answers.",
    ),
    why=Text(
        he="תא ריק לצד תשובות אינו הסכמה (מפרט 3.3).",
        ar="الخلية الفارغة بين الأجوبة ليست موافقة (المواصفة 3.3).",
        en="To say nothing where others answer is no agreement (spec 3.3).",
    ),
    wrong="""\
=== example/index.md (fields)
participants: {default_consent: full, basis: טופס הרשמה}
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה
דנה לדוגמה,רכזת,ארגון א,full
דן לדוגמה,רכז,ארגון א,
""",
    right="""\
=== example/index.md (fields)
participants: {default_consent: full, basis: טופס הרשמה}
=== example/participants.csv
שם,תפקיד,ארגון,הסכמה
דנה לדוגמה,רכזת,ארגון א,full
דן לדוגמה,רכז,ארגון א,full
""",
)
