"""Faults of the ids that a process had before."""

from generator.diagnostics import Rule, Severity, Text

TAKEN_ALIAS = Rule(
    code="F042",
    name="taken-alias",
    severity=Severity.ERROR,
    message=Text(
        he="המזהה הקודם תפוס: {id}",
        ar="المعرّف السابق مأخوذ: {id}",
        en='the former id "{id}" is taken',
    ),
    hint=Text(
        he="יש למחוק אותו מכאן, או לשנות את השם של מה שנמצא עכשיו בכתובת הזאת",
        ar="ينبغي حذفه من هنا، أو تغيير اسم ما يوجد الآن في هذا العنوان",
        en="delete it here, or rename what has this address now",
    ),
    what=Text(
        he="אין לכתוב ב־aliases מזהה של תהליך, מזהה קודם של תהליך אחר, שם של עמוד רגיל או שם ששמור לאתר.",
        ar="لا ينبغي أن يكون المعرّف السابق (aliases) معرّف عملية، ولا معرّفًا سابقًا لأخرى، ولا صفحة عادية، ولا اسمًا محجوزًا للموقع.",
        en="Write in aliases no process's id, no former id of another, no ordinary page and no name that the site keeps.",
    ),
    why=Text(
        he="בכתובת אחת יש מקום לדבר אחד: מי ששמר קישור ישן היה מגיע למקום לא נכון (מפרט 3).",
        ar="في العنوان الواحد مكان لشيء واحد: من حفظوا رابطًا قديمًا كانوا سيصلون إلى مكان خاطئ (المواصفة 3).",
        en="One address holds one thing: who kept an old link would come to the wrong place (spec 3).",
    ),
    wrong="""\
=== example/index.md (fields)
aliases: [data]
""",
    right="""\
=== example/index.md (fields)
aliases: [before]
""",
)
