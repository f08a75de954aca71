"""Faults of the strategic partners that a record names."""

from generator.diagnostics import Rule, Severity, Text

NAMELESS_PARTNER = Rule(
    code="F049",
    name="nameless-partner",
    severity=Severity.ERROR,
    message=Text(
        he="לשותף אין גוף, שם או ארגון",
        ar="الشريك بلا جهة أو اسم أو منظمة",
        en="a partner has neither a body, a name nor an organisation",
    ),
    hint=Text(
        he="יש לכתוב ministry (מזהה מהמרשם), name או organisation, או להסיר את השותף",
        ar="يُكتب ministry (معرّف من السجل) أو name أو organisation، أو يُزال الشريك",
        en="write ministry (an id of the registry), name or organisation, or take the partner out",
    ),
    what=Text(
        he="יש לכתוב לכל שותף אסטרטגי גוף מהמרשם, שם או ארגון.",
        ar="ينبغي أن يكون لكل شريك استراتيجي جهة من السجل أو اسم أو منظمة.",
        en="Give each strategic partner a body of the registry, a name or an organisation.",
    ),
    why=Text(
        he="בעמוד הייתה מופיעה כותרת של שותפים בלי איש, ושותף שטופס רוקן היה נעלם בלי מילה (מפרט 3.1).",
        ar="لظهر في الصفحة عنوان الشركاء بلا أحد، واختفى بصمت شريك أفرغه نموذج (المواصفة 3.1).",
        en="The page would have a heading of partners and nobody under it, and one that a form emptied would vanish (spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
status: open
partners: [{sector: academia}]
""",
    right="""\
=== example/index.md (fields)
status: open
partners: [{name: מכון לדוגמה, sector: academia}]
""",
)
