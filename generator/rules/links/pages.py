"""Faults in what a text links to, shows or embeds."""

from generator.diagnostics import Rule, Severity, Text

BROKEN_LINK = Rule(
    code="L001",
    name="broken-link",
    severity=Severity.ERROR,
    message=Text(
        he="הקישור מוביל לעמוד שאינו קיים: {value}",
        ar="الرابط يقود إلى صفحة غير موجودة: {value}",
        en='the link "{value}" leads to a page that is not there',
    ),
    hint=Text(
        he="יש לכתוב את הנתיב אל קובץ המקור",
        ar="ينبغي كتابة المسار إلى الملف الأصلي",
        en="write the path of the source file",
    ),
    what=Text(
        he="יש לקשר רק למקום שיש באתר.",
        ar="ينبغي أن يقود كل رابط داخلي إلى موضع في الموقع.",
        en="Let each inner link lead to a place in the site.",
    ),
    why=Text(
        he="הקורא מגיע לעמוד שגיאה, ואינו יודע אם התוכן הוסר (מפרט 3).",
        ar="يصل القارئ إلى صفحة خطأ ولا يعرف هل حُذف المحتوى (المواصفة 3).",
        en="The reader ends at an error page and cannot tell whether something was removed (spec 3).",
    ),
    wrong="""\
=== example/content.md
הידע שנאסף, כפי שנאמר [בהקדמה](forword.md).
""",
    right="""\
=== example/content.md
הידע שנאסף, כפי שנאמר [בהקדמה](foreword.md).
""",
)

MISSING_HEADING = Rule(
    code="L012",
    name="missing-heading",
    severity=Severity.WARNING,
    message=Text(
        he="בעמוד שאליו מוביל הקישור אין כותרת כזאת: {value}",
        ar="لا يوجد عنوان كهذا في الصفحة التي يقود إليها الرابط: {value}",
        en='the page that the link "{value}" leads to has no such heading',
    ),
    hint=Text(
        he="יש לכתוב אחרי הסולמית את המזהה של הכותרת: הטקסט שלה, ובמקום רווחים מקפים",
        ar="ينبغي كتابة معرّف العنوان بعد #: نصّه، وشرطات مكان الفراغات",
        en="after # write the heading's id: its text, with hyphens for spaces",
    ),
    what=Text(
        he="יש לקשר אל כותרת שיש בעמוד.",
        ar="ينبغي أن يقود الرابط إلى عنوان إلى العنوان نفسه.",
        en="Let a link to a heading lead to that heading.",
    ),
    why=Text(
        he="הקורא מגיע לעמוד הנכון, אבל לראשו, ועליו לחפש (מפרט 3).",
        ar="يصل القارئ إلى الصفحة الصحيحة، لكن إلى رأسها، وعليه أن يبحث (المواصفة 3).",
        en="The reader comes to the right page, but to its top, and has to look for the place (spec 3).",
    ),
    wrong="""\
=== example/content.md
## שכנים

הידע שנאסף, כפי שנאמר [על השכנים](#neighbours).
""",
    right="""\
=== example/content.md
## שכנים {#neighbours}

הידע שנאסף, כפי שנאמר [על השכנים](#neighbours).
""",
)

MISSING_FILE = Rule(
    code="L002",
    name="missing-file",
    severity=Severity.ERROR,
    message=Text(
        he="הקובץ אינו נמצא: {value}",
        ar="الملف غير موجود: {value}",
        en='the file "{value}" is not there',
    ),
    hint=Text(
        he="יש להוסיף את הקובץ לתיקיית התהליך, או לתקן את הנתיב",
        ar="ينبغي إضافة الملف إلى مجلد العملية أو تصحيح المسار",
        en="add the file to the process's folder, or correct the path",
    ),
    what=Text(
        he="יש לשמור בתיקיית התהליך כל תמונה, קובץ מצורף או אסמכתה.",
        ar="ينبغي أن تكون كل صورة وكل ملف مرفق وكل دليل في مجلد العملية.",
        en="Keep each picture, attachment or piece of evidence in the process's folder.",
    ),
    why=Text(
        he="מי שמבקש להוריד מסמך או לראות אסמכתה אינו מקבל דבר (מפרט 4).",
        ar="من يطلب تنزيل وثيقة أو رؤية دليل لا يحصل على شيء (المواصفة 4).",
        en="Who wants the document or the evidence gets nothing (spec 4).",
    ),
    wrong="""\
=== example/content.md
הידע שנאסף, ו[התמליל](appendices/transcript.txt) המלא.
""",
    right="""\
=== example/appendices/transcript.txt
תמליל המפגשים.
=== example/content.md
הידע שנאסף, ו[התמליל](appendices/transcript.txt) המלא.
""",
)

OUTSIDE_RESOURCE = Rule(
    code="L003",
    name="outside-resource",
    severity=Severity.ERROR,
    message=Text(
        he="הדף מציג דבר שנמצא מחוץ לתיקיית התהליך: {value}",
        ar="الصفحة تعرض شيئًا من خارج مجلد العملية: {value}",
        en='the page takes in "{value}", which lies outside the process\'s folder',
    ),
    hint=Text(
        he="יש לשמור את הקובץ בתיקייה media של התהליך, או להפוך אותו לקישור רגיל",
        ar="ينبغي حفظ الملف في مجلد media للعملية، أو جعله رابطًا عاديًا",
        en="keep the file in the process's media folder, or make it an ordinary link",
    ),
    what=Text(
        he="יש לשמור בתיקיית התהליך כל מה שהדף מציג.",
        ar="ينبغي أن يكون كل ما تعرضه الصفحة في مجلد عمليتها.",
        en="Keep all that a page shows in its process's folder.",
    ),
    why=Text(
        he="אתר אחר היה יודע מי קורא, ויכול להחליף את מה שמוצג (מפרט 6).",
        ar="موقع آخر يعرف من يقرأ وقد يبدّل المعروض (المواصفة 6).",
        en="Another host would learn who reads, and could change what is shown (spec 6).",
    ),
    wrong="""\
=== example/content.md
הידע שנאסף.

![תרשים התהליך](https://www.example.org/chart.svg)
""",
    right="""\
=== example/media/chart.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>
=== example/content.md
הידע שנאסף.

![תרשים התהליך](media/chart.svg)
""",
)

UNSAFE_HTML = Rule(
    code="L004",
    name="unsafe-html",
    severity=Severity.ERROR,
    message=Text(
        he="בטקסט יש HTML שאינו בטוח, והוא לא יתפרסם: {value}",
        ar="في النص HTML غير آمن ولن يُنشر: {value}",
        en='the HTML "{value}" is not safe, and will not be published',
    ),
    hint=Text(
        he="יש להסיר אותו, או לכתוב את אותו דבר ב־Markdown",
        ar="ينبغي إزالته أو كتابة الشيء نفسه بصيغة Markdown",
        en="take it out, or write the same thing in Markdown",
    ),
    what=Text(
        he="אין לכתוב בטקסט קוד שרץ, טפסים, מסגרות או קישורים שמפעילים קוד.",
        ar="لا ينبغي أن يحوي النص شيفرة تُنفَّذ ولا نماذج ولا إطارات ولا روابط تشغّل شيفرة.",
        en="Write in a text no script, forms, frames, or links that run code.",
    ),
    why=Text(
        he="קוד בתהליך אחד היה רץ אצל כל קורא, בשם הממשלה (מפרט 4).",
        ar="شيفرة في عملية واحدة تُنفَّذ عند كل قارئ باسم الحكومة (المواصفة 4).",
        en="Code in one process would run for every reader, in the government's name (spec 4).",
    ),
    wrong="""\
=== example/content.md
הידע שנאסף.

<script>alert(1)</script>
""",
    right="""\
=== example/content.md
הידע שנאסף.
""",
)

UNREACHABLE_LINK = Rule(
    code="L010",
    name="unreachable-link",
    severity=Severity.WARNING,
    message=Text(
        he="הכתובת אינה עונה: {value}",
        ar="العنوان لا يستجيب: {value}",
        en='the address "{value}" does not answer',
    ),
    hint=Text(
        he="יש לבדוק בדפדפן, ולכתוב את הכתובת החדשה או כתובת של עותק שמור",
        ar="ينبغي التحقق في المتصفح وكتابة العنوان الجديد أو عنوان نسخة محفوظة",
        en="try it in a browser, and give the new address or that of a kept copy",
    ),
    what=Text(
        he="יש לקשר אל אתרים אחרים בכתובת שנפתחת; נבדק רק בפקודה check --links.",
        ar="ينبغي أن تُفتح الروابط إلى مواقع أخرى؛ ولا يُفحص ذلك إلا بالأمر check --links.",
        en="Link to other sites by addresses that open; looked at by check --links only.",
    ),
    why=Text(
        he="מקורות נעלמים מהרשת, ואיתם האפשרות לבדוק את הנאמר (מפרט 3.1).",
        ar="تختفي المصادر من الشبكة ومعها إمكان التحقق مما قيل (المواصفة 3.1).",
        en="Sources vanish, and with them the proof of what is said (spec 3.1).",
    ),
    wrong="""\
=== example/content.md
הידע שנאסף, לפי [הדוח](https://no-such-host.invalid/report).
""",
    right="""\
=== example/content.md
הידע שנאסף, לפי [הדוח](https://www.example.org/).
""",
)
