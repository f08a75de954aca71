"""What a new folder says to whoever opens it. The fields' own guidance is the structure's and is not repeated here."""

from __future__ import annotations

from generator.diagnostics import Text

SITE_NAME = Text(he="כל המשרדים, כל התהליכים", ar="كل الوزارات، كل العمليات", en="All ministries, all processes")

TRANSLATION_NOTE = Text(
    he="תרגום: רק טקסטים. התאריכים, המספרים והמצבים נלקחים מהמקור. כל סימן מצטט את הנוסח המקורי או את תחילתו.",
    ar="ترجمة: نصوص فقط. التواريخ والأعداد والحالات تؤخذ من الأصل. كل علامة تقتبس النص الأصلي أو بدايته.",
    en="A translation: texts only. Dates, figures and states are the original's. Each mark quotes the original or its beginning.",
)

EXCLUDE_NOTE = Text(
    he="מה שלעולם אינו מתפרסם כמות שהוא: גם מנוע אחר שייבנה מהתיקייה הזאת לא יפרסם את רשימות המשתתפים.",
    ar="ما لا يُنشر أبدًا كما هو: حتى محرك آخر يبني من هذا المجلد لن ينشر قوائم المشاركين.",
    en="What is never published as it is: another engine that builds this folder publishes no list of participants.",
)

ON_ERROR_NOTE = Text(
    he="טעות של משרד אחד אינה עוצרת את האחרים: הגרסה האחרונה של התהליך שלו נשארת עד לתיקון. stop עוצר את כל האתר.",
    ar="خطأ جهة واحدة لا يوقف غيرها: تبقى آخر نسخة من عمليتها حتى التصحيح. أما stop فيوقف الموقع كله.",
    en="One office's mistake stops no other: the last version of its process stays until it is mended. stop stops the site.",
)

LICENSE_NOTE = Text(
    he="באילו תנאים מותר להשתמש בנתונים; לאתר שיש לו כתובת צריך רישיון.",
    ar="بأي شروط يجوز استعمال البيانات؛ الموقع الذي له عنوان يحتاج إلى ترخيص.",
    en="On what terms the data may be reused; a site that has an address needs a licence.",
)

SITE_URL_NOTE = Text(
    he="הכתובת של האתר. בלעדיה אין הזנות, מפת אתר וקישורים מלאים בנתונים הפתוחים.",
    ar="العنوان الذي سيُنشر فيه الموقع. من دونه لا خلاصات ولا خريطة موقع ولا روابط كاملة في البيانات المفتوحة.",
    en="Where the site will stand. Without it there are no feeds, no site map and no whole links in the open data.",
)

MINISTRIES_NOTE = Text(
    he="מרשם הגופים: מזהה באותיות באנגלית, ושם הגוף בעברית, בערבית ובאנגלית.",
    ar="سجل الجهات: معرّف بأحرف لاتينية واسم الجهة بالعبرية والعربية والإنجليزية.",
    en="The registry of bodies: an id in Latin letters, and the body's name in Hebrew, Arabic and English.",
)

TOPICS_NOTE = Text(
    he="מרשם הנושאים: מזהה באותיות באנגלית, ושם הנושא בשלוש השפות.",
    ar="سجل المواضيع: معرّف بأحرف لاتينية واسم الموضوع باللغات الثلاث.",
    en="The registry of topics: an id in Latin letters, and the topic's name in three languages.",
)

LOCALITIES_NOTE = Text(
    he="שמות היישובים: סמל היישוב של הלשכה המרכזית לסטטיסטיקה, ושמו בשפות האתר.",
    ar="أسماء البلدات: رمز البلدة لدى دائرة الإحصاء المركزية، واسمها بلغات الموقع.",
    en="Names of localities: the code of the Central Bureau of Statistics, and the name in the site's languages.",
)

ACCESSIBILITY_NOTE = Text(
    he="העובדות של הצהרת הנגישות, שהאתר מפרסם בעמוד משלה. כל שורה נכתבת אחרי שנבדקה.",
    ar="وقائع بيان إتاحة الوصول الذي ينشره الموقع في صفحة خاصة. يُكتب كل سطر بعد فحصه.",
    en="The facts of the accessibility statement, which has a page of its own. Write each line once it has been checked.",
)

INTRODUCTION = Text(
    he="כמה משפטים שמופיעים מעל רשימת התהליכים: של מי הקטלוג, ומה מוצאים בו",
    ar="بضع جمل تقف فوق قائمة العمليات: لمن الفهرس وماذا يوجد فيه",
    en="a few sentences above the list of processes: whose catalogue this is, and what is found in it",
)

ABOUT_TITLE = Text(he="על האתר", ar="عن الموقع", en="About this site")

ABOUT = Text(
    he="מי מפרסם את האתר, איך פונים אליו, ובאילו תנאים מותר להשתמש בתוכן",
    ar="من ينشر الموقع، وكيف يُتواصل معه، وبأي شروط يجوز استعمال المحتوى",
    en="who publishes the site, how to get in touch, and on what terms its content may be used",
)

README = Text(
    he="""\
# {name}

אתר של סיכומי תהליכי שיתוף ציבור, שנבנה ב־Sikum.

    pip install sikum
    sikum new process health/round-table --ministry health
    sikum check          # מה חסר ומה שגוי
    mkdocs serve         # תצוגה מקדימה
    mkdocs build         # האתר עצמו, בתיקייה site

כל תהליך הוא תיקייה בתוך `processes/`. מה שיש להשלים מסומן בסוגריים מרובעים, למשל `[להשלים: כותרת]`.
העיצוב של האתר הזה בלבד נמצא ב־`theme_overrides/`.
""",
    ar="""\
# {name}

موقع لتلخيصات عمليات إشراك الجمهور، مبني بـ Sikum.

    pip install sikum
    sikum new process health/round-table --ministry health
    sikum check          # ما ينقص وما هو خطأ
    mkdocs serve         # معاينة
    mkdocs build         # الموقع نفسه في المجلد site

كل عملية مجلد داخل `processes/`. وما ينبغي استكماله معلَّم بقوسين مربعين، مثل `[للاستكمال: العنوان]`.
أما مظهر هذا الموقع وحده ففي `theme_overrides/`.
""",
    en="""\
# {name}

A site of what came out of public-participation processes, made with Sikum.

    pip install sikum
    sikum new process health/round-table --ministry health
    sikum check          # what is missing, and what is wrong
    mkdocs serve         # preview
    mkdocs build         # the site itself, in the folder site

Each process is a folder in `processes/`. What is still to be written is marked, such as `[to complete: Title]`.
The look of this site alone is in `theme_overrides/`.
""",
)

LIST_NOTES = {
    "promises": Text(
        he="מה הובטח למשתתפים ומה קרה עם זה. כל הבטחה היא פריט ברשימה, בשדות האלה.",
        ar="بماذا وُعد المشاركون وماذا جرى بالوعد. كل وعد بند في القائمة بهذه الحقول.",
        en="What participants were promised and what became of it. Each promise is an item of the list, with these fields.",
    ),
    "responses": Text(
        he="מה נשמע מהמשתתפים ומה נעשה עם זה. כל עמדה היא פריט ברשימה, בשדות האלה.",
        ar="ما سُمع من المشاركين وماذا فُعل به. كل موقف بند في القائمة بهذه الحقول.",
        en="What was heard and what was done with it. Each view is an item of the list, with these fields.",
    ),
}

MINISTRIES_EXAMPLE = "# health:\n#   name: {he: משרד הבריאות, ar: وزارة الصحة, en: Ministry of Health}\n"
LOCALITIES_EXAMPLE = "# 3000: {he: ירושלים, ar: القدس, en: Jerusalem}\n"
TOPICS_EXAMPLE = "# housing:\n#   title: {he: דיור, ar: الإسكان, en: Housing}\n"
