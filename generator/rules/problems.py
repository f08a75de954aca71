"""What keeps a file from being read, in words: by what YAML's library or `generator.source` calls it."""

from generator.diagnostics import Text

PROBLEMS: dict[str, Text] = {
    "another encoding": Text(he="אחר, שאינו מוכר", ar="ترميز آخر غير معروف", en="an encoding that Sikum does not know"),
    "too deep": Text(he="רמות רבות מדי זו בתוך זו", ar="مستويات متداخلة كثيرة", en="too many levels within each other"),
    "too many": Text(he="ערכים רבים מדי בקובץ אחד", ar="قيم كثيرة في ملف واحد", en="too many values in one file"),
    "mapping values are not allowed in this context": Text(
        he="נקודתיים ורווח בתוך ערך", ar="نقطتان ومسافة داخل القيمة", en="a colon and a space inside a value"
    ),
    "did not find expected key": Text(
        he="טקסט אחרי סופו של ערך, או הזחה שאינה אחידה",
        ar="نص بعد نهاية القيمة، أو مسافة غير منتظمة في أول السطر",
        en="text after a value has ended, or an uneven indent",
    ),
    "did not find expected '-' indicator": Text(
        he="שורה של רשימה בלי מקף, או הזחה שאינה אחידה",
        ar="سطر قائمة بلا شرطة، أو مسافة غير منتظمة في أول السطر",
        en="a line of a list without its hyphen, or an uneven indent",
    ),
    "block sequence entries are not allowed in this context": Text(
        he="מקף של רשימה אחרי שם של שדה, באותה שורה",
        ar="شرطة قائمة بعد اسم حقل في السطر نفسه",
        en="a list's hyphen after a field's name, on the same line",
    ),
    "uneven indent": Text(
        he="הזחה שאינה כשל השורה שמעליה",
        ar="مسافة في أول السطر تختلف عن السطر الذي فوقه",
        en="an indent that is not that of the line above",
    ),
    "no space after a colon": Text(
        he="אין רווח רגיל אחרי הנקודתיים של שם השדה",
        ar="لا مسافة عادية بعد نقطتي اسم الحقل",
        en="no ordinary space after the colon of a field's name",
    ),
    "found a tab character that violates indentation": Text(
        he="טאב בתחילת השורה, במקום רווחים",
        ar="علامة جدولة في أول السطر بدل المسافات",
        en="a tab at the beginning of the line, in place of spaces",
    ),
    "found unknown escape character": Text(
        he="לוכסן הפוך בתוך מירכאות; בתוך גרש בודד מכל צד הוא מותר",
        ar="شرطة مائلة عكسية بين علامتي اقتباس مزدوجتين؛ بين علامتين مفردتين يجوز ذلك",
        en="a backslash in double quotes; in single quotes it may stand",
    ),
    "did not find expected hexdecimal number": Text(
        he="לוכסן הפוך בתוך מירכאות; בתוך גרש בודד מכל צד הוא מותר",
        ar="شرطة مائلة عكسية بين علامتي اقتباس مزدوجتين؛ بين علامتين مفردتين يجوز ذلك",
        en="a backslash in double quotes; in single quotes it may stand",
    ),
    "did not find expected alphabetic or numeric character": Text(
        he="סימן שערך אינו מתחיל בו: כוכבית, & או סימן קריאה",
        ar="رمز لا تبدأ به قيمة: نجمة أو & أو علامة تعجب",
        en="a sign that no value begins with: an asterisk, an ampersand or an exclamation mark",
    ),
    "did not find expected comment or line break": Text(
        he="סימן שערך אינו מתחיל בו: | או >",
        ar="رمز لا تبدأ به قيمة: | أو >",
        en="a sign that no value begins with: | or >",
    ),
    "found unexpected non-alphabetical character": Text(
        he="סימן ששם של שדה אינו מתחיל בו",
        ar="رمز لا يبدأ به اسم حقل",
        en="a sign that no field's name begins with",
    ),
    "mapping keys are not allowed in this context": Text(
        he="סימן שאלה ורווח בתחילת ערך",
        ar="علامة استفهام ومسافة في أول القيمة",
        en="a question mark and a space at the beginning of a value",
    ),
    "did not find expected node content": Text(
        he="סוגר שלא נפתח, או פסיק במקום ערך",
        ar="قوس لم يُفتح، أو فاصلة مكان قيمة",
        en="a bracket that was not opened, or a comma in place of a value",
    ),
    "did not find expected <document start>": Text(
        he="טקסט אחרי סוף הנתונים", ar="نص بعد نهاية البيانات", en="text after the end of the data"
    ),
    "found character that cannot start any token": Text(
        he="טאב, או סימן שערך אינו מתחיל בו",
        ar="علامة جدولة، أو رمز لا تبدأ به قيمة",
        en="a tab, or a sign that no value begins with",
    ),
    "did not find expected ',' or ']'": Text(
        he="סוגריים מרובעים שלא נסגרו, או פסיק חסר",
        ar="قوس مربع غير مغلق، أو فاصلة ناقصة",
        en="square brackets left open, or a comma left out",
    ),
    "did not find expected ',' or '}'": Text(
        he="סוגריים מסולסלים שלא נסגרו, או פסיק חסר",
        ar="قوس معقوف غير مغلق، أو فاصلة ناقصة",
        en="curly brackets left open, or a comma left out",
    ),
    "found unexpected end of stream": Text(
        he="מירכאות שלא נסגרו", ar="علامة اقتباس غير مغلقة", en="a quotation mark left open"
    ),
    "could not find expected ':'": Text(
        he="שם של שדה בלי נקודתיים אחריו", ar="اسم حقل بلا نقطتين بعده", en="a field's name with no colon after it"
    ),
}
"""What keeps a file from being read, by what YAML's library or `generator.source` calls it; other words of theirs are shown."""
