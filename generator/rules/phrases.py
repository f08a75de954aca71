"""Short texts that belong to no one rule: what a related span is, and hints that fit one case of a fault.

`Related.message` and `Finding.hint` hold a key of `PHRASES`. Hints are templates over the finding's values, as a rule's
own hint is. Where the value comes from a participants file, a reader leaves `known` out and keeps the rule's hint.
"""

from generator.diagnostics import Text

RELATED: dict[str, Text] = {
    "first-here": Text(he="הראשון כאן", ar="الأول هنا", en="the first is here"),
    "declared-here": Text(he="נקבע כאן", ar="حُدِّد هنا", en="declared here"),
    "promised-here": Text(he="הובטח כאן", ar="وُعد به هنا", en="promised here"),
    "starts-here": Text(he="ההתחלה נקבעה כאן", ar="حُدِّدت البداية هنا", en="the start is given here"),
    "required-here": Text(he="נדרש בגלל מה שכתוב כאן", ar="مطلوب بسبب ما كُتب هنا", en="asked for by this"),
    "listed-here": Text(he="הרשימה כאן", ar="القائمة هنا", en="the list is here"),
    "opened-here": Text(he="נפתח כאן", ar="فُتح هنا", en="opened here"),
    "other-here": Text(he="האחר כאן", ar="الآخر هنا", en="the other is here"),
    "no-text-here": Text(
        he="הכותרת כאן, ואין טקסט אחריה", ar="العنوان هنا ولا نص بعده", en="its heading is here, with no text"
    ),
    "previous-heading": Text(he="הכותרת הקודמת כאן", ar="العنوان السابق هنا", en="the heading before is here"),
}
"""What the other place of a fault is."""

HINTS: dict[str, Text] = {
    "did-you-mean": Text(
        he="אולי הכוונה ל־{known}?",
        ar="هل المقصود {known}؟",
        en='did you mean "{known}"?',
    ),
    "rename-file": Text(
        he="יש לתת לאחד הקבצים שם אחר, כי שניהם באותה כתובת",
        ar="ينبغي إعطاء أحد الملفين اسمًا آخر، فعنوانهما واحد",
        en="rename one of the files: both have the same address",
    ),
    "never-published": Text(
        he="קובץ כזה לעולם אינו מתפרסם; אפשר לקשר אל העמוד שנוצר ממנו, או אל קובץ אחר בתיקייה appendices",
        ar="ملف كهذا لا يُنشر أبدًا؛ يمكن وضع رابط إلى الصفحة التي تُنشأ منه، أو إلى ملف آخر في المجلد appendices",
        en="this file is never published; link to the page that is made of it, or to another file in appendices",
    ),
    "save-as-utf8": Text(
        he="באקסל יש לשמור כ־CSV UTF-8, ובכל עורך אחר כ־UTF-8",
        ar="في إكسل يُحفظ الملف بصيغة CSV UTF-8، وفي أي محرر آخر بترميز UTF-8",
        en='in Excel save as "CSV UTF-8", in any other editor as UTF-8',
    ),
    "save-text-as-utf8": Text(
        he="יש לשמור את הקובץ שוב בעורך, בקידוד UTF-8",
        ar="يُحفظ الملف من جديد في المحرر بترميز UTF-8",
        en="save the file again in the editor, in the encoding UTF-8",
    ),
    "id-of-folder": Text(
        he="המזהה הוא שם התיקייה: יש לשנות אותו לאותיות קטנות באנגלית, ספרות ומקף יחיד בין מילים, למשל health-2024",
        ar="المعرّف هو اسم المجلد: يُغيَّر إلى أحرف لاتينية صغيرة وأرقام وشرطة واحدة بين الكلمات، مثل health-2024",
        en="the id is the folder's name: rename it to small Latin letters, digits and single hyphens, such as health-2024",
    ),
    "space-after-colon": Text(
        he="יש להקליד רווח אחד אחרי הנקודתיים",
        ar="تُكتب مسافة واحدة بعد النقطتين",
        en="type one space after the colon",
    ),
    "write-instead": Text(
        he="יש לכתוב כך: {known}",
        ar="يُكتب هكذا: {known}",
        en="write it like this: {known}",
    ),
    "no-aliases": Text(
        he="יש לכתוב את הערך עצמו בכל מקום, בלי עוגן והפניה של YAML",
        ar="ينبغي كتابة القيمة نفسها في كل موضع، بلا مرساة أو إحالة YAML",
        en="write the value itself in each place, with no YAML anchor or alias",
    ),
    "no-tags": Text(
        he="יש להסיר את התגית של YAML; סוג הערך נקבע מהמבנה",
        ar="ينبغي إزالة وسم YAML، فنوع القيمة يُحدَّد من البنية",
        en="take the YAML tag out; the structure sets the kind of value",
    ),
    "too-deep": Text(
        he="יש לכתוב בפחות רמות; המרב: {limit}",
        ar="ينبغي الكتابة بمستويات أقل؛ الحد الأقصى: {limit}",
        en="write it with fewer levels; at most {limit}",
    ),
    "too-many": Text(
        he="יש לחלק את הקובץ; מספר הערכים המרבי: {limit}",
        ar="ينبغي تقسيم الملف؛ الحد الأقصى لعدد القيم: {limit}",
        en="divide the file; at most {limit} values",
    ),
    "one-document": Text(
        he="יש להשאיר מסמך אחד בקובץ, בלי --- באמצע",
        ar="ينبغي إبقاء مستند واحد في الملف، بلا --- في وسطه",
        en="leave one document in the file, with no --- in the middle",
    ),
    "plain-keys": Text(
        he="שם של שדה הוא טקסט אחד, לא רשימה ולא מיפוי",
        ar="اسم الحقل نص واحد، لا قائمة ولا مجموعة حقول",
        en="a field's name is one text, not a list or a mapping",
    ),
    "no-tab-indent": Text(
        he="יש להזיח ברווחים במקום בטאב",
        ar="تُستعمل المسافات في أول السطر بدل علامة الجدولة",
        en="indent with spaces, not with a tab",
    ),
    "unclosed-quote": Text(
        he="יש לסגור את המירכאות; בתוך תא כותבים מירכאות פעמיים",
        ar="ينبغي إغلاق علامة الاقتباس؛ وداخل الخلية تُكتب مرتين",
        en="close the quotation mark; inside a cell it is written twice",
    ),
    "too-many-cells": Text(
        he="בשורה יש יותר תאים מעמודות; תא שיש בו פסיק יש להקיף במירכאות",
        ar="في الصف خلايا أكثر من الأعمدة؛ توضع الخلية التي فيها فاصلة بين علامتي اقتباس",
        en="the row has more cells than columns; put quotes around a cell that holds a comma",
    ),
    "no-header": Text(
        he="יש להוסיף שורה ראשונה עם שמות העמודות: {known}",
        ar="ينبغي إضافة صف أول بأسماء الأعمدة: {known}",
        en="add a first row with the columns' names: {known}",
    ),
    "yes-to-what": Text(
        he='תשובת "כן" נספרת ואינה מתפרסמת, כי הכותרת אינה מבקשת הסכמה לפרסום במילים מוכרות: יש לכתוב בכותרת הסכמה, ובתאים full,'
        " role, organisation או counted; אם העמודה עוסקת בדבר אחר, יש למחוק אותה",
        ar='من أجاب بـ"نعم" يُعدّ ولا يُنشر، لأن العنوان لا يطلب موافقة على النشر بكلمات معروفة: يُكتب في العنوان "الموافقة" وفي'
        " الخلايا full أو role أو organisation أو counted؛ وإن كان العمود لأمر آخر فيُحذف",
        en="a yes in it is only counted, since the header does not ask for consent to publish in words that are known: call it"
        " consent, and write full, role, organisation or counted in it; delete it if it is about something else",
    ),
    "want-text": Text(he="יש לכתוב כאן טקסט", ar="يُكتب هنا نص", en="write a text here"),
    "want-number": Text(
        he="יש לכתוב כאן מספר שלם, בספרות",
        ar="يُكتب هنا عدد صحيح بالأرقام",
        en="write a whole number here, in digits",
    ),
    "want-truth": Text(he="יש לכתוב כאן true או false", ar="يُكتب هنا true أو false", en="write true or false here"),
    "want-list": Text(
        he="יש לכתוב כאן רשימה, למשל {field}: [א, ב]",
        ar="تُكتب هنا قائمة، مثل {field}: [أ, ب]",
        en="write a list here, such as {field}: [a, b]",
    ),
    "want-picture": Text(
        he="יש לכתוב כאן נתיב של קובץ תמונה בתיקיית התהליך, שסיומתו אחת מאלה: {known}",
        ar="يُكتب هنا مسار ملف صورة في مجلد العملية، وامتداده واحد من هذه: {known}",
        en="write the path of a picture in the process folder; its ending is one of these: {known}",
    ),
    "want-fields": Text(
        he="יש לכתוב כאן שדות, אחד בשורה ובהזחה; השדות המוכרים: {known}",
        ar="تُكتب هنا حقول، واحد في كل سطر مع مسافة في أوله؛ الحقول المعروفة: {known}",
        en="write fields here, one a line and indented; the known fields are {known}",
    ),
    "last-day": Text(
        he="מספר הימים בחודש הזה: {limit}; אפשר גם תאריך חלקי, בלי היום",
        ar="عدد أيام هذا الشهر: {limit}؛ ويجوز تاريخ جزئي بلا اليوم",
        en="this month has {limit} days; a partial date, without the day, is fine",
    ),
    "give-reason": Text(
        he="יש לכתוב את הסיבה אחרי הנקודתיים; היא תוצג באתר",
        ar="ينبغي كتابة السبب بعد النقطتين؛ وسيُعرض في الموقع",
        en="write the reason after the colon; the site will show it",
    ),
    "name-in-three": Text(
        he="יש לכתוב שם בעברית (he), בערבית (ar) ובאנגלית (en)",
        ar="يُكتب الاسم بالعبرية (he) والعربية (ar) والإنجليزية (en)",
        en="give a name in Hebrew (he), Arabic (ar) and English (en)",
    ),
    "unknown-successor": Text(
        he="הגוף הממשיך צריך להיות מזהה של גוף שבמרשם",
        ar="ينبغي أن يكون الخَلَف معرّف جهة في السجل",
        en="a successor is the id of a body in the registry",
    ),
    "structure-known-names": Text(
        he="השמות המתאימים כאן: {known}",
        ar="الأسماء المناسبة هنا: {known}",
        en="the names that fit here are {known}",
    ),
    "structure-shape": Text(
        he="יש לכתוב כאן ערך מהצורה: {known}",
        ar="تُكتب هنا قيمة بهذا الشكل: {known}",
        en="write a value of this shape here: {known}",
    ),
    "structure-fixed": Text(
        he="הערך הזה קבוע במבנה, והרחבה אינה משנה אותו; אפשר להרחיב את אלה: {known}",
        ar="هذه القيمة ثابتة في البنية ولا يغيّرها التوسيع؛ يمكن توسيع هذه: {known}",
        en="this is fixed in the structure, and no extension changes it; open to it are {known}",
    ),
    "structure-bad-id": Text(
        he="מזהה כתוב באותיות קטנות באנגלית, ספרות ומקפים",
        ar="يُكتب المعرّف بأحرف لاتينية صغيرة وأرقام وشرطات",
        en="an id is written in small Latin letters, digits and hyphens",
    ),
    "structure-no-title": Text(
        he="יש להוסיף title בעברית (he), בערבית (ar) ובאנגלית (en)",
        ar="ينبغي إضافة title بالعبرية (he) والعربية (ar) والإنجليزية (en)",
        en="add a title in Hebrew (he), Arabic (ar) and English (en)",
    ),
    "structure-taken": Text(
        he="השם כבר תפוס במבנה, ויש לבחור שם אחר; הוא שייך אל: {known}",
        ar="الاسم مأخوذ في البنية، وينبغي اختيار غيره؛ صاحبه: {known}",
        en="{known} bears this name already; choose another",
    ),
    "structure-term-and-vocabulary": Text(
        he="לשדה מסוג term יש vocabulary, ולשדה מסוג אחר אין",
        ar="للحقل من نوع term خاصية vocabulary، وليست لغيره",
        en="a field of the type term has a vocabulary, and no other has",
    ),
    "structure-reserved": Text(
        he="השם שמור לעמוד שנוצר מעצמו, ויש לבחור שם אחר; השמות השמורים: {known}",
        ar="الاسم محجوز لصفحة تُنشأ تلقائيًا، وينبغي اختيار غيره؛ الأسماء المحجوزة: {known}",
        en="this name is kept for a page that Sikum makes; choose another, but none of {known}",
    ),
}
"""Hints for one case of a fault, in place of the rule's own."""

PHRASES: dict[str, Text] = RELATED | HINTS
