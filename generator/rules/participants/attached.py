"""Lists of people that are attached as they are."""

from generator.diagnostics import Rule, Severity, Text

RAW_LIST = Rule(
    code="P015",
    name="raw-list",
    severity=Severity.ERROR,
    message=Text(
        he="הקובץ המצורף נראה כרשימה של אנשים: {path}",
        ar="الملف المرفق يبدو قائمة أشخاص: {path}",
        en="the attached file reads like a list of people: {path}",
    ),
    hint=Text(
        he="יש להסיר אותו ולכתוב את המשתתפים ב־participants.csv; אם הפרסום מכוון, את הנתיב והסיבה ב־publish_lists",
        ar="ينبغي إزالته وكتابة المشاركين في participants.csv؛ وإن كان نشره مقصودًا فالمسار والسبب في publish_lists",
        en="take it out and write the participants in participants.csv; if meant, its path and the reason in publish_lists",
    ),
    what=Text(
        he="אין לצרף רשימה של אנשים כמות שהיא, אלא אם נאמר ברשומה שהיא מתפרסמת במכוון ולמה.",
        ar="لا ينبغي أن تُرفق قائمة أشخاص كما هي إلا إذا ذُكر في السجل أنها تُنشر عن قصد ولماذا.",
        en="Attach no list of people as it is, unless the record says that it is meant to be, and why.",
    ),
    why=Text(
        he="בקובץ מצורף איש אינו שואל על הסכמה, ורשימת הרשמה מתפרסמת עם טלפונים (מפרט 3.3).",
        ar="في الملف المرفق لا يُسأل عن الموافقة، فتُنشر قائمة التسجيل بأرقام الهواتف (المواصفة 3.3).",
        en="Nobody asks an attachment for consent, and a registration list goes out with its telephones (spec 3.3).",
    ),
    wrong="""\
=== example/appendices/list.csv
שם,תפקיד,טלפון
דנה לדוגמה,רכזת,02-5550123
רון לדוגמה,מנהל,02-5550124
""",
    right="""\
=== example/index.md (fields)
publish_lists: {appendices/list.csv: "נבחרי ציבור, כפי שפורסמו באתר הרשות"}
=== example/appendices/list.csv
שם,תפקיד,טלפון
דנה לדוגמה,רכזת,02-5550123
רון לדוגמה,מנהל,02-5550124
""",
)

TRACKED_CONTRIBUTIONS = Rule(
    code="P016",
    name="tracked-contributions",
    severity=Severity.ERROR,
    message=Text(
        he="הרשימה הפרטית של מה שנאמר שמורה ב־git: {path}",
        ar="القائمة الخاصة بالأقوال محفوظة في git: {path}",
        en="the private list of what was said is tracked by git: {path}",
    ),
    hint=Text(
        he="git rm --cached על הקובץ ו־contributions.* ב־.gitignore; אם הוא שמור במכוון, tracked_contributions: true",
        ar="git rm --cached للملف و contributions.* في .gitignore؛ وإن كان حفظه مقصودًا فـ tracked_contributions: true",
        en="git rm --cached it, with contributions.* in .gitignore; if it is meant to be, tracked_contributions: true",
    ),
    what=Text(
        he="יש לשמור את contributions.csv במחשב של המשרד, ואין להכניס אותו למאגר אלא אם האתר מתיר זאת.",
        ar="ينبغي أن يبقى contributions.csv على حاسوب المكتب وألا يدخل المستودع إلا إذا سمح الموقع بذلك.",
        en="Keep contributions.csv on the office's own disk, and outside the repository unless the site allows it.",
    ),
    why=Text(
        he="מאגר זוכר כל גרסה ונפתח פעם לאחרים, וברשימה כתובות של אנשים ומה שאמרו (מפרט 3.3).",
        ar="المستودع يتذكر كل نسخة وقد يُفتح لآخرين، وفي القائمة عناوين أشخاص وأقوالهم (المواصفة 3.3).",
        en="A repository keeps every version and is opened to others one day, and the list has people's addresses (spec 3.3).",
    ),
    wrong="""\
=== example/responses.yml
- {id: r1, heard: תור בהודעה, response: accepted}
=== example/contributions.csv (tracked)
ref,contact,responses
17,first@example.org,r1
""",
    right="""\
=== example/responses.yml
- {id: r1, heard: תור בהודעה, response: accepted}
=== example/contributions.csv
ref,contact,responses
17,first@example.org,r1
""",
)
