"""Faults of attached files: where they lie, what they are called, what is in them."""

from generator.diagnostics import Rule, Severity, Text

FILE_NOT_PUBLISHED = Rule(
    code="L005",
    name="file-not-published",
    severity=Severity.WARNING,
    message=Text(
        he="הקובץ לא יתפרסם: {path}",
        ar="لن يُنشر الملف: {path}",
        en="the file will not be published: {path}",
    ),
    hint=Text(
        he="יש להעביר אותו אל appendices או media, לקשר אליו מהטקסט, או למחוק אותו",
        ar="ينبغي نقله إلى appendices أو media، أو الإشارة إليه برابط من النص، أو حذفه",
        en="move it into appendices or media, link to it from a text, or delete it",
    ),
    what=Text(
        he="יש לשמור קבצים מצורפים ב־appendices או ב־media, או לקשר אליהם.",
        ar="ينبغي أن تكون الملفات المرفقة في appendices أو media، أو أن يكون لها رابط.",
        en="Keep attached files in appendices or media, or link to them.",
    ),
    why=Text(
        he="מה שנשכח בתיקייה אינו מתפרסם בטעות, וקובץ שנועד לפרסום אינו נשכח (מפרט 3).",
        ar="ما نُسي في المجلد لا يُنشر خطأً، وما أُعدّ للنشر لا يُنسى (المواصفة 3).",
        en="What was left by oversight is not published, and what was meant to be is not forgotten (spec 3).",
    ),
    wrong="""\
=== example/notes.txt
רשימות מהמפגש.
""",
    right="""\
=== example/appendices/notes.txt
רשימות מהמפגש.
""",
)

BAD_ATTACHMENT_TYPE = Rule(
    code="L006",
    name="bad-attachment-type",
    severity=Severity.ERROR,
    message=Text(
        he="קובץ מסוג שאין מפרסמים, או שתוכנו אינו כסיומת שלו: {path}",
        ar="ملف من نوع لا يُنشر، أو محتواه لا يوافق لاحقته: {path}",
        en="the file is of a type that is not published, or is not what its ending says: {path}",
    ),
    hint=Text(
        he="יש לשמור אותו בסוג מקובל, כמו PDF, ולתת לו את הסיומת הנכונה",
        ar="ينبغي حفظه بنوع مقبول مثل PDF وإعطاؤه اللاحقة الصحيحة",
        en="save it as an accepted type, such as PDF, with the ending that fits",
    ),
    what=Text(
        he="יש לצרף רק מסמך, טבלה, תמונה, קול או סרט, שתוכנם כסיומת שלהם.",
        ar="ينبغي أن يكون الملف المرفق وثيقة أو جدولًا أو صورة أو تسجيلًا أو فيديو، ومحتواه كلاحقته.",
        en="Attach documents, tables, pictures, sound or film, each what its ending says.",
    ),
    why=Text(
        he="קובץ שרץ אצל הקורא, או מתחזה למסמך, מסכן אותו (מפרט 4).",
        ar="ملف يُنفَّذ عند القارئ أو يتنكر في هيئة وثيقة يعرّضه للخطر (المواصفة 4).",
        en="A file that runs, or poses as a document, puts readers at risk (spec 4).",
    ),
    wrong="""\
=== example/appendices/report.exe
MZ
""",
    right="""\
=== example/appendices/report.txt
הדוח המלא.
""",
)

ATTACHMENT_TOO_LARGE = Rule(
    code="L007",
    name="attachment-too-large",
    severity=Severity.ERROR,
    message=Text(
        he="הקובץ המצורף גדול מדי; הגודל בבתים: {count}",
        ar="الملف المرفق كبير جدًا؛ حجمه بالبايتات: {count}",
        en="the attachment has {count} bytes, too many",
    ),
    hint=Text(
        he="יש להקטין אותו, או לפרסם אותו במקום אחר ולקשר אליו; המרב בבתים: {limit}",
        ar="ينبغي تصغيره، أو نشره في مكان آخر والإشارة إليه برابط؛ الحد الأقصى بالبايتات: {limit}",
        en="make it smaller, or publish it elsewhere and link to it; at most {limit} bytes",
    ),
    what=Text(
        he="אין לצרף קובץ שעולה על הגודל המרבי.",
        ar="لا ينبغي أن يتجاوز الملف المرفق الحجم الأقصى.",
        en="Keep an attachment within the limit.",
    ),
    why=Text(
        he="קובץ ענק אינו נפתח בטלפון, ומכביד על המאגר של כולם (מפרט 6).",
        ar="الملف الضخم لا يُفتح على الهاتف ويثقل مستودع الجميع (المواصفة 6).",
        en="A huge file does not open on a phone, and weighs on everybody's repository (spec 6).",
    ),
    wrong="""\
=== example/appendices/report.txt (120 MB)
הדוח המלא.
""",
    right="""\
=== example/appendices/report.txt
הדוח המלא.
""",
)

HEAVY_PICTURE = Rule(
    code="L013",
    name="heavy-picture",
    severity=Severity.WARNING,
    message=Text(
        he="תמונת התהליך כבדה; הגודל בבתים: {count}",
        ar="صورة العملية ثقيلة؛ حجمها بالبايتات: {count}",
        en="the picture of the process has {count} bytes, too heavy for a list",
    ),
    hint=Text(
        he="יש לשמור אותה ברוחב 1,600 פיקסלים לכל היותר, ב־JPG, ב־WebP או ב־AVIF; המרב בבתים: {limit}",
        ar="ينبغي حفظها بعرض 1,600 بكسل على الأكثر، بصيغة JPG أو WebP أو AVIF؛ الحد الأقصى بالبايتات: {limit}",
        en="save it at most 1,600 pixels wide, as JPG, WebP or AVIF; at most {limit} bytes",
    ),
    what=Text(
        he="יש לשמור את תמונת התהליך קלה דיה לרשימה של תהליכים.",
        ar="ينبغي أن تكون صورة العملية خفيفة بما يكفي لقائمة من العمليات.",
        en="Keep the picture of a process light enough for a list of processes.",
    ),
    why=Text(
        he="כל רשימה שהתהליך מופיע בה טוענת את התמונה, גם בטלפון וברשת איטית (מפרט 6).",
        ar="كل قائمة تظهر فيها العملية تحمّل الصورة، حتى على هاتف وشبكة بطيئة (المواصفة 6).",
        en="Each list with the process in it loads the picture, also on a phone and a slow network (spec 6).",
    ),
    wrong="""\
=== example/media/hall.gif (1 MB)
GIF89a
=== example/index.md (fields)
picture: {path: media/hall.gif, alt: אולם ובו שולחנות עגולים, credit: צילום לדוגמה}
""",
    right="""\
=== example/media/hall.gif
GIF89a
=== example/index.md (fields)
picture: {path: media/hall.gif, alt: אולם ובו שולחנות עגולים, credit: צילום לדוגמה}
""",
)

CASE_CLASH = Rule(
    code="L008",
    name="case-clash",
    severity=Severity.ERROR,
    message=Text(
        he="שני שמות נבדלים רק באותיות גדולות וקטנות; האחר {other}, זה: {path}",
        ar="اسمان يختلفان في حالة الحروف فقط؛ الآخر {other}، هذا: {path}",
        en="two names differ only in capitals: {path} and {other}",
    ),
    hint=Text(
        he="יש לתת לאחד מהם שם אחר",
        ar="ينبغي إعطاء أحدهما اسمًا آخر",
        en="rename one of them",
    ),
    what=Text(
        he="אין לתת לשני קבצים או תיקיות שמות שנבדלים רק באותיות גדולות וקטנות.",
        ar="لا ينبغي أن يختلف اسما ملفين أو مجلدين في حالة الحروف فقط.",
        en="Let no two files or folders differ only in capitals.",
    ),
    why=Text(
        he="ב־Windows וב־macOS אחד מהם דורס את האחר (מפרט 3).",
        ar="في Windows و macOS يطمس أحدهما الآخر (المواصفة 3).",
        en="On Windows and macOS one overwrites the other (spec 3).",
    ),
    wrong="""\
=== example/appendices/Report.txt
הדוח המלא.
=== example/appendices/report.txt
הדוח המקוצר.
""",
    right="""\
=== example/appendices/full-report.txt
הדוח המלא.
=== example/appendices/report.txt
הדוח המקוצר.
""",
)

SYMBOLIC_LINK = Rule(
    code="L009",
    name="symbolic-link",
    severity=Severity.ERROR,
    message=Text(
        he="במקום קובץ יש קישור סמלי: {path}",
        ar="بدل الملف رابط رمزي: {path}",
        en="a symbolic link stands for a file: {path}",
    ),
    hint=Text(
        he="יש לשים במקומו את הקובץ עצמו",
        ar="ينبغي وضع الملف نفسه مكانه",
        en="put the file itself in its place",
    ),
    what=Text(
        he="יש לשמור בתיקיות קבצים ותיקיות בלבד.",
        ar="لا ينبغي أن تحوي المجلدات إلا ملفات ومجلدات.",
        en="Keep in folders files and folders only.",
    ),
    why=Text(
        he="קישור סמלי יכול לפרסם קובץ מהמחשב שבונה את האתר (מפרט 4).",
        ar="قد ينشر الرابط الرمزي ملفًا من الحاسوب الذي يبني الموقع (المواصفة 4).",
        en="It could publish a file of the machine that builds the site (spec 4).",
    ),
    wrong="""\
=== example/appendices/report.txt (link to ../content.md)
""",
    right="""\
=== example/appendices/report.txt
הדוח המלא.
""",
)

UNSAFE_FILE_NAME = Rule(
    code="L011",
    name="unsafe-file-name",
    severity=Severity.ERROR,
    message=Text(
        he="בשם הקובץ או התיקייה יש תו שאינו מתאים: {path}",
        ar="في اسم الملف أو المجلد محرف غير مناسب: {path}",
        en="the name of the file or folder holds a character that is not safe: {path}",
    ),
    hint=Text(
        he="יש לכתוב את השם באותיות, בספרות, בנקודה, במקף ובקו תחתון",
        ar="ينبغي كتابة الاسم بحروف وأرقام ونقطة وشرطة وشرطة سفلية",
        en="use letters, digits, dots, hyphens and underscores",
    ),
    what=Text(
        he="אין לכתוב בשמות סימנים שמשמשים בכתובות ובמערכות הפעלה, או תווים שאינם נראים.",
        ar="لا ينبغي أن تحوي الأسماء رموزًا مستعملة في العناوين وأنظمة التشغيل ولا محارف غير مرئية.",
        en="Use in names no signs that addresses and systems use, and no unseen characters.",
    ),
    why=Text(
        he="השם הופך לכתובת, ותו כזה שובר אותה או מטעה את מי שקורא אותה (מפרט 3).",
        ar="يصير الاسم عنوانًا، ومحرف كهذا يكسره أو يضلل قارئه (المواصفة 3).",
        en="A name becomes an address, and such a character breaks it or misleads (spec 3).",
    ),
    wrong="""\
=== example/appendices/report?.txt
הדוח המלא.
""",
    right="""\
=== example/appendices/report.txt
הדוח המלא.
""",
)

LEFT_OVER = Rule(
    code="L014",
    name="left-over",
    severity=Severity.WARNING,
    message=Text(
        he="עותק, גרסה שמורה או טבלה שאינם נקראים ואינם מתפרסמים: {path}",
        ar="نسخة أو إصدار محفوظ أو جدول لا يُقرأ ولا يُنشر: {path}",
        en="a copy, a saved version or a table that is neither read nor published: {path}",
    ),
    hint=Text(
        he="יש למחוק אותו או לשמור אותו מחוץ למאגר: מה שאינו מתפרסם באתר כתוב בו במלואו; טבלה לפרסום מקומה ב־appendices",
        ar="ينبغي حذفه أو حفظه خارج المستودع: ما حُجب عن الموقع مكتوب فيه كاملًا؛ ومكان الجدول المعدّ للنشر appendices",
        en="delete it or keep it outside the repository: what the site withholds is whole in it; a table to publish belongs in"
        " appendices",
    ),
    what=Text(
        he="יש להחזיק בתיקיית התהליך רק את מה שנקרא או מתפרסם.",
        ar="ينبغي ألا يبقى في مجلد العملية إلا ما يُقرأ أو يُنشر.",
        en="Keep in a process's folder only what is read or published.",
    ),
    why=Text(
        he="גם מאגר הוא פרסום, ורשימת משתתפים שנשארה בו מגלה את מי שלא הסכים (מפרט 3.3).",
        ar="المستودع نشر أيضًا، وقائمة مشاركين بقيت فيه تكشف من لم يوافق (المواصفة 3.3).",
        en="A repository is a publication too, and a list left in it tells who did not agree (spec 3.3).",
    ),
    wrong="""\
=== example/Copy of participants.csv
שם,תפקיד,הסכמה
דנה לדוגמה,רכזת,counted
""",
    right="""\
=== example/appendices/budget.csv
שנה,סכום
2015,1000
""",
)
