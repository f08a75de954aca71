"""What identifies a law or a decision of the government."""

from generator.diagnostics import Rule, Severity, Text

BAD_LAW = Rule(
    code="F051",
    name="bad-law",
    severity=Severity.ERROR,
    message=Text(
        he="אי אפשר לדעת איזה חוק או החלטה זה: {value}",
        ar="لا يمكن معرفة أي قانون أو قرار هذا: {value}",
        en='"{value}" does not say which law or decision it is',
    ),
    hint=Text(
        he=(
            "יש להוסיף למספר ההחלטה תאריך או מספר ממשלה, למשל החלטה 2768 מיום 23.10.2011; לחוק – את מספרו במאגר של הכנסת"
            " או כתובת קבועה: il-law:2000596"
        ),
        ar=(
            "ينبغي أن يُضاف إلى رقم القرار تاريخه أو رقم الحكومة، مثل القرار 2768 بتاريخ 23.10.2011؛ وللقانون رقمه في قاعدة"
            " الكنيست أو عنوان ثابت: il-law:2000596"
        ),
        en=(
            "give a decision its number with its date or government, such as decision 2768 of 2011-10-23; a law its number in"
            " the Knesset's database, il-law:2000596, or a lasting address"
        ),
    ),
    what=Text(
        he="יש לכתוב מזהה של חוק או החלטה באחת הצורות: מספר עם תאריך או ממשלה, מספר במאגר הכנסת, כתובת או urn:lex.",
        ar="ينبغي كتابة معرّف القانون أو القرار بإحدى الصور: رقم مع تاريخ أو حكومة، رقم في قاعدة الكنيست، عنوان أو urn:lex.",
        en="Identify a law or decision in one of the forms: number and date or government, the Knesset's number, address, urn:lex.",
    ),
    why=Text(
        he="כל ממשלה מונה את החלטותיה מחדש, ולכן מספר לבדו מוביל להחלטות אחדות (מפרט 3.1).",
        ar="كل حكومة تعدّ قراراتها من جديد، ولذلك يقود الرقم وحده إلى قرارات عدة (المواصفة 3.1).",
        en="Each government counts its decisions anew, so that a number alone leads to several (spec 3.1).",
    ),
    wrong="""\
=== example/index.md (fields)
sources: [{title: החלטת הממשלה, law: החלטה 2768}]
""",
    right="""\
=== example/index.md (fields)
sources: [{title: החלטת הממשלה, law: החלטה 2768 מיום 23.10.2011}]
""",
)
