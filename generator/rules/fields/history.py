"""What was published and reads otherwise now: asked of two versions, by `sikum check --since` (spec 8)."""

from generator.diagnostics import Rule, Severity, Text

CHANGED_WITHOUT_NOTE = Rule(
    code="F044",
    name="changed-without-note",
    severity=Severity.WARNING,
    message=Text(
        he="נוסח של תהליך סגור השתנה, ואין על כך רישום ב־changes",
        ar="تغيّر نص عملية مغلقة ولا قيد لذلك في changes",
        en="the text of a closed process changed, and changes says nothing of it",
    ),
    hint=Text(
        he="יש לכתוב ב־changes תאריך ומה השתנה",
        ar="يُكتب في changes التاريخ وما تغيّر",
        en="write under changes the date and what changed",
    ),
    what=Text(
        he="יש לרשום בשינויים של תהליך סגור כל שינוי בנוסח שלו.",
        ar="ينبغي أن يُقيَّد كل تغيير في نص عملية مغلقة في تغييراتها.",
        en="Write every change of the text of a closed process down among its changes.",
    ),
    why=Text(
        he="מי שקרא או ציטט את מה שפורסם צריך לדעת שהוא אחר (השיטה, צעד 2: התוצר).",
        ar="من قرأ ما نُشر أو اقتبسه ينبغي أن يعرف أنه تغيّر (المنهج، الخطوة 2: المخرجات).",
        en="Whoever read or cited what was published has to know that it is another text now (method, step 2: the output).",
    ),
    wrong="""\
=== example/content.md (before)
הידע שנאסף.
=== example/content.md
הידע שלא נאסף.
""",
    right="""\
=== example/content.md (before)
הידע שנאסף.
=== example/index.md (fields)
changes: [{date: 2024-06-01, note: תוקן משפט בפרק הידע}]
=== example/content.md
הידע שלא נאסף.
""",
)

REWORDED_COMMITMENT = Rule(
    code="F045",
    name="reworded-commitment",
    severity=Severity.WARNING,
    message=Text(
        he="נוסח של הבטחה או תוצאה שפורסמה השתנה, או שהיא הוסרה: {id}",
        ar="تغيّر نص وعد أو نتيجة نُشرا أو أُزيلا: {id}",
        en="a promise or an outcome that was published has other words now, or is gone: {id}",
    ),
    hint=Text(
        he="יש להשאיר את הנוסח שפורסם, ולומר מה קרה ב־updates",
        ar="يُترك النص المنشور ويُقال ما حدث في updates",
        en="leave the words that were published, and say what happened in updates",
    ),
    what=Text(
        he="יש להשאיר הבטחה ותוצאה שפורסמו בנוסח שבו פורסמו.",
        ar="ينبغي أن يبقى الوعد والنتيجة المنشوران بالنص الذي نُشرا به.",
        en="Keep a promise and an outcome in the words in which they were published.",
    ),
    why=Text(
        he="הבטחה שנוסחה משתנה אחרי שניתנה תמיד קוימה (השיטה, צעד 1: המשתתפים).",
        ar="الوعد الذي يتغيّر نصه بعد قطعه موفًى به دائمًا (المنهج، الخطوة 1: المشاركون).",
        en="A promise that is reworded after it was given is always kept (method, step 1: participants).",
    ),
    wrong="""\
=== example/promises.yml (before)
- {id: p1, text: לפרסם את כל הנתונים, date: 2024-02, status: kept, evidence: פורסם}
=== example/promises.yml
- {id: p1, text: לפרסם נתונים, date: 2024-02, status: kept, evidence: פורסם}
""",
    right="""\
=== example/promises.yml (before)
- {id: p1, text: לפרסם את כל הנתונים, date: 2024-02, status: kept, evidence: פורסם}
=== example/promises.yml
- {id: p1, text: לפרסם את כל הנתונים, date: 2024-02, status: kept, evidence: פורסם בחלקו}
""",
)

FIGURE_OF_ONE = Rule(
    code="F046",
    name="figure-of-one",
    severity=Severity.WARNING,
    message=Text(
        he="בין שתי הגרסאות נבדל מספר של משתתפים, או של דברים שאמרו, באדם אחד: {count}",
        ar="بين النسختين يختلف عدد المشاركين أو ما قالوه بشخص واحد: {count}",
        en="between the two versions a figure of participants, or of what they said, differs by one person: {count}",
    ),
    hint=Text(
        he="יש לעדכן מספרים רק כשנוספו או נגרעו כמה אנשים",
        ar="تُحدَّث الأعداد عندما يُضاف أو يُحذف عدة أشخاص",
        en="bring figures up to date when several people came or went",
    ),
    what=Text(
        he="אין לשנות בין שתי גרסאות מספר של משתתפים באדם אחד.",
        ar="لا ينبغي أن يتغيّر عدد المشاركين بين نسختين بشخص واحد.",
        en="Change no figure of participants by one person between two versions.",
    ),
    why=Text(
        he="מי שיודע מי נוסף לומד מההפרש לאיזה מגזר הוא נמנה, ואולי גם מספר שלא פורסם (מפרט 3.3).",
        ar="من يعرف من أُضيف يعلم من الفرق إلى أي قطاع ينتمي، وربما عددًا لم يُنشر (المواصفة 3.3).",
        en=(
            "Whoever knows who joined learns from the difference which sector that person is counted in,"
            " and perhaps a figure that was withheld (spec 3.3)."
        ),
    ),
    wrong="""\
=== example/index.md (before)
participants_count: 40
=== example/index.md (fields)
participants_count: 41
""",
    right="""\
=== example/index.md (before)
participants_count: 40
=== example/index.md (fields)
participants_count: 46
""",
)

STALE_TRANSLATION = Rule(
    code="F050",
    name="stale-translation",
    severity=Severity.WARNING,
    message=Text(
        he="המקור השתנה ותרגומו לא השתנה: {path}",
        ar="تغيّر الأصل ولم تتغير ترجمته: {path}",
        en="the original changed and its translation did not: {path}",
    ),
    hint=Text(
        he="יש להשוות את התרגום למקור, ולתקן בו את מה שהשתנה",
        ar="ينبغي مقارنة الترجمة بالأصل وتصحيح ما تغيّر فيها",
        en="compare the translation with its original, and mend what changed",
    ),
    what=Text(
        he="יש לשנות גם את התרגומים כשמשנים טקסט מתורגם.",
        ar="ينبغي لمن يغيّر نصًا مترجمًا أن يغيّر ترجماته أيضًا.",
        en="Change the translations of a text with it.",
    ),
    why=Text(
        he="תרגום של נוסח קודם אומר לקוראים שלו דברים אחרים (השיטה, צעד 1: המשתתפים).",
        ar="ترجمة الصيغة السابقة تقول لقرائها كلامًا آخر (المنهج، الخطوة 1: المشاركون).",
        en="The translation of an earlier wording tells its readers something else (method, step 1: participants).",
    ),
    wrong="""\
=== example/index.md (before)
status: open
=== example/content.ar.md (before)
المعرفة التي جُمعت.
=== example/index.md (fields)
status: open
=== example/content.md
הידע שלא נאסף.
=== example/content.ar.md
المعرفة التي جُمعت.
""",
    right="""\
=== example/index.md (before)
status: open
=== example/content.ar.md (before)
المعرفة التي جُمعت.
=== example/index.md (fields)
status: open
=== example/content.md
הידע שלא נאסף.
=== example/content.ar.md
المعرفة التي لم تُجمع.
""",
)
