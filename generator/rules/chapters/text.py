"""Faults of a chapter's file and text: empty, unnamed, badly headed."""

from generator.diagnostics import Rule, Severity, Text

EMPTY_CHAPTER = Rule(
    code="C005",
    name="empty-chapter",
    severity=Severity.ERROR,
    message=Text(
        he="בפרק אין טקסט",
        ar="الفصل بلا نص",
        en="the chapter has no text",
    ),
    hint=Text(
        he="יש לכתוב את הפרק, או למחוק את הקובץ",
        ar="ينبغي كتابة الفصل أو حذف الملف",
        en="write the chapter, or delete the file",
    ),
    what=Text(
        he="יש לכתוב בכל פרק טקסט, אחרי השדות שבראשו.",
        ar="ينبغي كتابة نص في كل فصل بعد الحقول التي في أوله.",
        en="Write a text in each chapter, after the fields at its head.",
    ),
    why=Text(
        he="פרק ריק ממלא את הדרישה על הנייר בלבד, והקורא מגיע לעמוד לבן (מפרט 3.2).",
        ar="الفصل الفارغ يفي بالمطلوب شكلًا فقط ويوصل القارئ إلى صفحة بيضاء (المواصفة 3.2).",
        en="An empty one meets the rule on paper only, and leads readers to a blank page (spec 3.2).",
    ),
    wrong="""\
=== example/content.md
---
title: הידע שנאסף
---
""",
    right="""\
=== example/content.md
---
title: הידע שנאסף
---
במפגשים עלו שלושה נושאים.
""",
)

EMPTY_PART = Rule(
    code="C008",
    name="empty-part",
    severity=Severity.ERROR,
    message=Text(
        he="אין טקסט אחרי הכותרת של החלק: {part}",
        ar="لا نص بعد عنوان الجزء: {part}",
        en='there is no text under the heading of the part "{part}"',
    ),
    hint=Text(
        he="יש לכתוב כמה משפטים אחרי הכותרת, או להסיר אותה",
        ar="ينبغي كتابة بضع جمل بعد العنوان أو إزالته",
        en="write a few sentences under it, or take the heading out",
    ),
    what=Text(
        he="יש לכתוב טקסט אחרי כל כותרת של חלק, לפני הכותרת הבאה.",
        ar="ينبغي كتابة نص بعد كل عنوان جزء، قبل العنوان التالي.",
        en="Write a text under the heading of each part, before the next heading.",
    ),
    why=Text(
        he="כותרת לבדה אינה עונה על שאלה (מפרט 3.2).",
        ar="العنوان وحده لا يجيب عن سؤال (المواصفة 3.2).",
        en="A heading alone answers nothing (spec 3.2).",
    ),
    wrong="""\
=== example/background.md
## רקע

המשרד ביקש לשמוע את השטח.

## רציונל
""",
    right="""\
=== example/background.md
## רקע

המשרד ביקש לשמוע את השטח.

## רציונל

מי שנותן את השירות מכיר אותו מקרוב.
""",
)

RESERVED_CHAPTER_NAME = Rule(
    code="C010",
    name="reserved-chapter-name",
    severity=Severity.ERROR,
    message=Text(
        he="שם הקובץ שמור לעמוד שנוצר מעצמו: {value}",
        ar="اسم الملف محجوز لصفحة تُنشأ تلقائيًا: {value}",
        en='the file name "{value}" is kept for a page that Sikum makes',
    ),
    hint=Text(
        he="יש לתת לקובץ שם אחר; הכותרת של הפרק נקבעת בשדה title",
        ar="ينبغي إعطاء الملف اسمًا آخر، فعنوان الفصل يُحدَّد في الحقل title",
        en="rename the file; the chapter's title stands in its field title",
    ),
    what=Text(
        he="אין לקרוא לפרק בשם של עמוד שנוצר מהנתונים.",
        ar="لا ينبغي أن يحمل فصل اسم صفحة تُنشأ من البيانات.",
        en="Give no chapter the name of a page that is made from data.",
    ),
    why=Text(
        he="שני עמודים באותה כתובת: אחד מהם לא היה מתפרסם (מפרט 3).",
        ar="صفحتان في العنوان نفسه: إحداهما لن تُنشر (المواصفة 3).",
        en="Two pages at one address: one of them would not be published (spec 3).",
    ),
    wrong="""\
=== example/brief.md
---
element: content
---
תקציר הידע שנאסף.
""",
    right="""\
=== example/digest.md
---
element: content
---
תקציר הידע שנאסף.
""",
)

DUPLICATE_CHAPTER_URL = Rule(
    code="C011",
    name="duplicate-chapter-url",
    severity=Severity.ERROR,
    message=Text(
        he="לשני פרקים אותה כתובת: {value}",
        ar="لفصلين العنوان نفسه: {value}",
        en='two chapters have the same address, "{value}"',
    ),
    hint=Text(
        he="יש לתת לאחד הקבצים שם אחר",
        ar="ينبغي إعطاء أحد الملفين اسمًا آخر",
        en="rename one of the files",
    ),
    what=Text(
        he="יש לתת לכל פרק ונספח בתהליך שם קובץ משלו, גם בתיקיות שונות.",
        ar="ينبغي إعطاء كل فصل وملحق في العملية اسم ملف خاصًا به، ولو في مجلدين.",
        en="Give each chapter and appendix of a process a file name of its own, whatever its folder.",
    ),
    why=Text(
        he="כתובת הפרק היא שם הקובץ, ואחד מהם לא היה מתפרסם (מפרט 3.2).",
        ar="عنوان الفصل هو اسم ملفه، وأحدهما لن يُنشر (المواصفة 3.2).",
        en="A chapter's address is its file's name, and one would not be published (spec 3.2).",
    ),
    wrong="""\
=== example/appendices/content.md
---
element: appendix
type: depth
---
מסמך עומק.
""",
    right="""\
=== example/appendices/depth-paper.md
---
element: appendix
type: depth
---
מסמך עומק.
""",
)

MISSING_ALT = Rule(
    code="C012",
    name="missing-alt",
    severity=Severity.ERROR,
    message=Text(
        he="אין תיאור במילים לתמונה: {value}",
        ar="لا وصف بالكلمات للصورة: {value}",
        en='the picture "{value}" is not described in words',
    ),
    hint=Text(
        he="יש לכתוב בסוגריים המרובעים מה רואים בתמונה",
        ar="ينبغي أن يُكتب بين القوسين المربعين ما يظهر في الصورة",
        en="say between the square brackets what the picture shows",
    ),
    what=Text(
        he="יש לתאר כל תמונה במילים.",
        ar="ينبغي وصف كل صورة بالكلمات.",
        en="Describe each picture in words.",
    ),
    why=Text(
        he="מי שאינו רואה את התמונה מקבל אותה במילים; כך דורש תקן הנגישות (WCAG 2.2, 1.1.1).",
        ar="من لا يرى الصورة يتلقاها بالكلمات، وهذا ما يطلبه معيار إتاحة الوصول (WCAG 2.2، 1.1.1).",
        en="Those who cannot see it get it in words, as accessibility asks (WCAG 2.2, 1.1.1).",
    ),
    wrong="""\
=== example/media/hall.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>
=== example/content.md
הידע שנאסף.

![](media/hall.svg)
""",
    right="""\
=== example/media/hall.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>
=== example/content.md
הידע שנאסף.

![שולחן עגול ולידו שלוש קבוצות](media/hall.svg)
""",
)

NOTHING_SHOWN = Rule(
    code="C017",
    name="nothing-shown",
    severity=Severity.WARNING,
    message=Text(
        he="אין מה לראות בכותרת או בקישור: {value}",
        ar="لا شيء يُرى في العنوان أو الرابط: {value}",
        en='nothing is to be seen of the heading or link "{value}"',
    ),
    hint=Text(
        he="יש לכתוב את המילים, או למחוק את הסימנים",
        ar="ينبغي كتابة الكلمات أو حذف العلامات",
        en="write its words, or delete its marks",
    ),
    what=Text(
        he="בכל כותרת ובכל קישור יש לכתוב מילים שרואים.",
        ar="ينبغي أن تُكتب في كل عنوان وكل رابط كلمات تُرى.",
        en="Write words that can be seen in each heading and link.",
    ),
    why=Text(
        he="קישור בלי מילים אי אפשר למצוא ולהבין, וקורא מסך מקריא את כתובתו (WCAG 2.2, 2.4.4 ו־2.4.6).",
        ar="رابط بلا كلمات لا يُعثر عليه ولا يُفهم، وقارئ الشاشة يقرأ عنوانه (WCAG 2.2، 2.4.4 و2.4.6).",
        en="A link without words is neither found nor understood, and read aloud as its address (WCAG 2.2, 2.4.4 and 2.4.6).",
    ),
    wrong="""\
=== example/content.md
הידע שנאסף, [](https://example.org/).
""",
    right="""\
=== example/content.md
הידע שנאסף, [כפי שפורסם](https://example.org/).
""",
)

SKIPPED_HEADING_LEVEL = Rule(
    code="C014",
    name="skipped-heading-level",
    severity=Severity.WARNING,
    message=Text(
        he="דרגת הכותרת קופצת מ־{other} אל: {value}",
        ar="مستوى العنوان يقفز من {other} إلى: {value}",
        en="the heading's level leaps from {other} to {value}",
    ),
    hint=Text(
        he="יש לכתוב כותרת בדרגה אחת בלבד מתחת לקודמת, לפי מספר הסולמיות",
        ar="ينبغي أن يكون العنوان أدنى من سابقه بمستوى واحد فقط، بحسب عدد علامات #",
        en="let it be one level below the last, by the number of #",
    ),
    what=Text(
        he="אין לדלג על דרגה בכותרות.",
        ar="لا ينبغي أن يتخطى العنوان مستوى.",
        en="Skip no level of headings.",
    ),
    why=Text(
        he="קוראי מסך ותוכן העניינים נבנים מדרגות הכותרות (WCAG 2.2, 1.3.1).",
        ar="على مستويات العناوين تعتمد قارئات الشاشة وقائمة المحتويات (WCAG 2.2، 1.3.1).",
        en="Screen readers and the table of contents go by the levels (WCAG 2.2, 1.3.1).",
    ),
    wrong="""\
=== example/content.md
## מה נאסף

#### הנושא הראשון

זמני ההמתנה.
""",
    right="""\
=== example/content.md
## מה נאסף

### הנושא הראשון

זמני ההמתנה.
""",
)
