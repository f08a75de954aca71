"""The words of the generated pages that stand neither in `structure.yml` nor in a rule, in three languages."""

from __future__ import annotations

from dataclasses import dataclass

ENGLISH_CLI = """\
# Commands

What `sikum --help` and every command's `--help` say; this page is made from them and not edited.
`python -m generator` is the same command.

Findings and data go to standard output, everything else to standard error.
Exit status: 0 done or sound, 1 errors found or the work failed, 2 misuse; 130 and 143 for what Control-C or SIGTERM ended.
`NO_COLOR` in the environment turns colour off.
What commands say is in the site's language; `SIKUM_LANG=en` asks for another one.
Findings of `sikum check` are in the site's language too; `--lang` asks for another one.
Where there is no site yet, the computer's language is taken.

"""


HEBREW_CLI = """\
# פקודות

מה שאומרות sikum --help וכל פקודה עם --help; העמוד נוצר מהן ואין לערוך אותו.

ממצאים ונתונים נכתבים לפלט הרגיל, וכל השאר לפלט השגיאות.
קוד היציאה: 0 נעשה או תקין, 1 נמצאו שגיאות או שהפעולה נכשלה, 2 קריאה שגויה לפקודה; 130 ו־143 כשהפעולה הופסקה ב־Ctrl-C או ב־SIGTERM.
הפקודות מדברות בשפת האתר; `SIKUM_LANG=en` מבקש שפה אחרת.
גם הממצאים של `sikum check` נאמרים בשפת האתר; `--lang` מבקש שפה אחרת.
כשאין עדיין אתר, נלקחת שפת המחשב.

"""


ARABIC_CLI = """\
# الأوامر

ما يقوله sikum --help وما يقوله كل أمر مع --help؛ هذه الصفحة مصنوعة منه ولا تُحرَّر.

تُكتب النتائج والبيانات في المخرج العادي، وكل ما عداها في مخرج الأخطاء.
رمز الخروج: 0 أُنجز أو سليم، 1 وُجدت أخطاء أو فشل العمل، 2 استُدعي الأمر بطريقة خاطئة؛ 130 و143 إذا أوقف العمل بـ Ctrl-C أو SIGTERM.
الأوامر تتكلم لغة الموقع؛ و`SIKUM_LANG=en` يطلب لغة أخرى.
ونتائج `sikum check` هي أيضًا بلغة الموقع؛ و`--lang` يطلب لغة أخرى.
عندما لا يكون هناك موقع بعد، تُؤخذ لغة الحاسوب.

"""


@dataclass(frozen=True, slots=True)
class Words:
    """The few words of these pages that stand neither in `structure.yml` nor in a rule."""

    texts: dict[str, str]

    def __getitem__(self, key: str) -> str:
        return self.texts[key]


ENGLISH = Words(
    {
        "language": "en",
        "formats": "# Formats\n\nEverything a process is written in: fields, elements, parts and lists of values.\n"
        "This page is made from `generator/structure.yml` and not edited; a site's own extension adds to it.\n\n"
        "Where a list of values is named, a value's id, its title in Hebrew, Arabic or English, and its other names "
        "are all understood.\n",
        "field": "Field",
        "type": "Type",
        "required": "Required",
        "about": "What is wanted",
        "always": "always",
        "or": " or ",
        "and": " and ",
        "exactly": "exactly ",
        "rule": "reported as",
        "list": "list of",
        "bare": "a bare text is",
        "up to": "up to {} characters",
        "items": "{}–{} items",
        "least": "at least {}",
        "id": "Id",
        "title": "Title",
        "other names": "Other names",
        "record": "The record: front matter of `index.md`",
        "chapter": "Front matter of any chapter",
        "elements": "Elements of the document, in order",
        "once": "At most one in a process.",
        "generated": "Written by the machine.",
        "appendix": "An appendix: its file may lie in `appendices/`.",
        "hosts": "May also hold the parts of",
        "wanted": "Required",
        "parts when": "Required parts, by the first condition that holds",
        "no parts": "none",
        "also": "Besides",
        "recommended": "Recommended",
        "part": "Part",
        "promise": "An item of `promises.yml`",
        "response": "An item of `responses.yml`",
        "meeting": "Front matter of `meetings/*.md`",
        "meeting parts": "Parts of a meeting's summary",
        "participant": "Columns of `participants.csv`",
        "ministry": "An entry of `ministries.yml`",
        "topic": "An entry of `topics.yml`",
        "accessibility": "`accessibility.yml`",
        "vocabularies": "Lists of values",
        "closed": "The code acts on each of these: a site may add other names, but no value.",
        "editions": "Editions",
        "when": "When",
        "gate": "The closing gate",
        "who": "Who acts",
        "reserved": "Reserved names",
        "reserved ids": "For processes, groups and ordinary pages",
        "reserved stems": "For chapters",
        "rules": "# Rules\n\nEvery fault that `sikum check` can find. `sikum explain F021` shows one of them.\n"
        "Families: **S** source · **F** fields · **C** chapters and parts · **P** participants and privacy · "
        "**G** closing gate · **M** registries · **L** links and files.\n"
        "C and G are silent while a process is `open`, warnings while it is `closing`, errors once it is `closed`.\n\n"
        "In a message, `{value}` and the like stand for what was written.\n"
        "An example shows only the files, or the fields, in which it differs from a process that is sound.\n",
        "message": "Message",
        "hint": "What to do",
        "wrong": "Wrong",
        "right": "Right",
        "error": "error",
        "warning": "warning",
        "fields": "these fields differ",
        "absent": "the file is not there",
    }
)

HEBREW = Words(
    {
        "language": "he",
        "formats": "# מה כותבים, ואיפה\n\nכל מה שתהליך נכתב בו: שדות, רכיבים, חלקים ורשימות ערכים.\n"
        "העמוד נוצר מתוך `generator/structure.yml` ואין עורכים אותו; הרחבה של אתר מוסיפה עליו.\n\n"
        "בכל מקום שבו מצוינת רשימת ערכים מובנים המזהה, הכותרת בעברית, בערבית או באנגלית, והשמות הנוספים.\n",
        "field": "שדה",
        "type": "סוג",
        "required": "חובה",
        "about": "מה לכתוב",
        "always": "תמיד",
        "or": " או ",
        "and": " וגם ",
        "exactly": "בדיוק ",
        "rule": "מדווח בתור",
        "list": "רשימה של",
        "bare": "טקסט לבדו הוא",
        "up to": "עד {} תווים",
        "items": "{}–{} פריטים",
        "least": "לפחות {}",
        "id": "מזהה",
        "title": "כותרת",
        "other names": "שמות נוספים",
        "record": "הרשומה: השדות שבראש `index.md`",
        "chapter": "שדות בראש כל פרק",
        "elements": "רכיבי המסמך, לפי הסדר",
        "once": "לכל היותר אחד בתהליך.",
        "generated": "נכתב בידי התוכנה.",
        "appendix": "נספח: הקובץ יכול להיות בתיקייה `appendices/`.",
        "hosts": "יכול להכיל גם את החלקים של",
        "wanted": "חובה",
        "parts when": "חלקים נדרשים, לפי התנאי הראשון שמתקיים",
        "no parts": "אין",
        "also": "נוסף על כך",
        "recommended": "מומלץ",
        "part": "חלק",
        "promise": "פריט בקובץ `promises.yml`",
        "response": "פריט בקובץ `responses.yml`",
        "meeting": "שדות בראש `meetings/*.md`",
        "meeting parts": "חלקים של סיכום מפגש",
        "participant": "העמודות של `participants.csv`",
        "ministry": "רשומה בקובץ `ministries.yml`",
        "topic": "רשומה בקובץ `topics.yml`",
        "accessibility": "`accessibility.yml`",
        "vocabularies": "רשימות ערכים",
        "closed": "התוכנה פועלת לפי כל אחד מהם: אתר יכול להוסיף שמות, לא ערכים.",
        "editions": "מהדורות",
        "when": "מתי",
        "gate": "תנאי הסגירה",
        "who": "באחריות",
        "reserved": "שמות שמורים",
        "reserved ids": "לתהליכים, לקבוצות ולעמודים רגילים",
        "reserved stems": "לפרקים",
        "rules": "# הכללים\n\nכל תקלה ש־`sikum check` יודע למצוא. הפקודה `sikum explain F021` מציגה אחד מהם.\n"
        "המשפחות: **S** קובצי המקור · **F** שדות · **C** פרקים וחלקים · **P** משתתפים ופרטיות · "
        "**G** תנאי הסגירה · **M** מרשמים · **L** קישורים וקבצים.\n"
        "\u200fC ו־G אינם מופיעים כל עוד התהליך `open`, מזהירים כשהוא `closing`, והם שגיאות כשהוא `closed`.\n\n"
        "בהודעה, `{value}` ודומיו באים במקום מה שנכתב.\n"
        "דוגמה מראה רק את הקבצים, או את השדות, שבהם היא שונה מתהליך תקין.\n",
        "message": "ההודעה",
        "hint": "מה עושים",
        "wrong": "שגוי",
        "right": "נכון",
        "error": "שגיאה",
        "warning": "אזהרה",
        "fields": "השדות השונים",
        "absent": "הקובץ איננו",
    }
)

ARABIC = Words(
    {
        "language": "ar",
        "formats": "# ماذا يُكتب، وأين\n\nكل ما تُكتب به عملية: الحقول والعناصر والأجزاء وقوائم القيم.\n"
        "هذه الصفحة مصنوعة من `generator/structure.yml` ولا تُحرَّر؛ وتوسيع الموقع يضيف إليها.\n\n"
        "حيثما ذُكرت قائمة قيم يُفهم معرّف القيمة، وعنوانها بالعبرية أو العربية أو الإنجليزية، وأسماؤها الأخرى.\n",
        "field": "الحقل",
        "type": "النوع",
        "required": "مطلوب",
        "about": "ماذا يُكتب",
        "always": "دائمًا",
        "or": " أو ",
        "and": " و",
        "exactly": "بالضبط ",
        "rule": "يُبلَّغ عنه بالرمز",
        "list": "قائمة من",
        "bare": "النص وحده هو",
        "up to": "الطول الأقصى بالأحرف: {}",
        "items": "عدد البنود: {}–{}",
        "least": "العدد الأدنى: {}",
        "id": "المعرّف",
        "title": "العنوان",
        "other names": "أسماء أخرى",
        "record": "سجل العملية: الحقول التي في رأس `index.md`",
        "chapter": "حقول في رأس كل فصل",
        "elements": "عناصر الوثيقة، بحسب ترتيبها",
        "once": "واحد على الأكثر في العملية.",
        "generated": "يكتبه البرنامج.",
        "appendix": "ملحق: يمكن أن يكون الملف في المجلد `appendices/`.",
        "hosts": "يمكن أن يضم أيضًا أجزاء",
        "wanted": "مطلوب",
        "parts when": "الأجزاء المطلوبة، بحسب أول شرط يتحقق",
        "no parts": "لا شيء",
        "also": "إضافة إلى ذلك",
        "recommended": "يوصى به",
        "part": "الجزء",
        "promise": "بند في الملف `promises.yml`",
        "response": "بند في الملف `responses.yml`",
        "meeting": "حقول في رأس `meetings/*.md`",
        "meeting parts": "أجزاء تلخيص اللقاء",
        "participant": "أعمدة `participants.csv`",
        "ministry": "بند في السجل `ministries.yml`",
        "topic": "بند في السجل `topics.yml`",
        "accessibility": "`accessibility.yml`",
        "vocabularies": "قوائم القيم",
        "closed": "البرنامج يعمل بحسب كل قيمة منها: يمكن لموقع أن يضيف أسماء، لا قيمًا.",
        "editions": "الطبعات",
        "when": "متى",
        "gate": "شروط الإغلاق",
        "who": "المسؤول",
        "reserved": "أسماء محجوزة",
        "reserved ids": "للعمليات والمجموعات والصفحات العادية",
        "reserved stems": "للفصول",
        "rules": "# القواعد\n\nكل خطأ يستطيع `sikum check` أن يجده. الأمر `sikum explain F021` يعرض قاعدة واحدة.\n"
        "العائلات: **S** ملفات المصدر · **F** الحقول · **C** الفصول والأجزاء · **P** المشاركون والخصوصية · "
        "**G** شروط الإغلاق · **M** السجلات · **L** الروابط والملفات.\n"
        "القواعد C وG لا تظهر ما دامت العملية `open`، وهي تحذيرات عندما تكون `closing`، وأخطاء عندما تكون `closed`.\n\n"
        "في الرسالة، يأتي `{value}` وأمثاله مكان ما كُتب.\n"
        "لا يعرض المثال إلا الملفات أو الحقول التي يختلف فيها عن عملية سليمة.\n",
        "message": "الرسالة",
        "hint": "ماذا يُفعل",
        "wrong": "خطأ",
        "right": "صواب",
        "error": "خطأ",
        "warning": "تحذير",
        "fields": "الحقول المختلفة",
        "absent": "الملف غير موجود",
    }
)

WORDS = {"en": ENGLISH, "he": HEBREW, "ar": ARABIC}
COMMANDS = {"en": ENGLISH_CLI, "he": HEBREW_CLI, "ar": ARABIC_CLI}
"""How the page of commands begins."""
