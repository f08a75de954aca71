"""Five questions that researchers ask of a catalogue, as views of its database: written in SQL, told in three languages."""

from __future__ import annotations

from msgspec import Struct

from generator.diagnostics import Text


class Question(Struct, frozen=True, kw_only=True):
    view: str
    asks: Text
    sql: str


QUESTIONS = (
    Question(
        view="promises_by_ministry",
        asks=Text(
            he="כמה הבטחות נתן כל גוף, ומה התקיים מהן?",
            ar="كم وعدًا أعطت كل جهة، وماذا حل بها؟",
            en="How many promises did each ministry make, and what became of them?",
        ),
        sql="""\
SELECT p.ministry, max(p.ministry_name) AS ministry_name, count(*) AS promises,
       sum(r.status IS 'kept') AS kept, sum(r.status IS 'partly') AS partly, sum(r.status IS 'not-kept') AS not_kept,
       sum(r.status IS 'changed') AS changed, sum(r.status IS 'pending') AS pending, sum(r.overdue) AS overdue
FROM promises r JOIN processes p ON p.id = r.process GROUP BY p.ministry ORDER BY p.ministry""",
    ),
    Question(
        view="days_to_close_by_year",
        asks=Text(
            he="כמה ימים עברו מסיום השיתוף ועד שליחת התוצר, לפי שנה?",
            ar="كم يومًا مضى من نهاية المشاركة حتى إرسال المخرجات، بحسب السنة؟",
            en="How many days passed from the end of participation until the output was sent, by year?",
        ),
        sql="""\
SELECT substr(end_date, 1, 4) AS year, count(*) AS processes, min(closing_lag_days) AS least,
       round(avg(closing_lag_days), 1) AS average, max(closing_lag_days) AS most
FROM processes WHERE status = 'closed' AND closing_lag_days IS NOT NULL GROUP BY year ORDER BY year""",
    ),
    Question(
        view="adopted_outcomes",
        asks=Text(
            he="אילו תהליכים הביאו להחלטה שהתקבלה?",
            ar="أي العمليات أفضت إلى قرار اعتُمد؟",
            en="Which processes led to something that was adopted?",
        ),
        sql="""\
SELECT o.process, p.title, p.ministry, o.id, o.type, o.state, o.date, o.title AS outcome
FROM outcomes o JOIN processes p ON p.id = o.process
WHERE o.state IN ('adopted', 'partly') AND o.type IS NOT 'none' ORDER BY o.process, o.id""",
    ),
    Question(
        view="answers_by_ministry",
        asks=Text(
            he="מה ענה כל גוף למה שנשמע?",
            ar="بماذا ردت كل جهة على ما سُمع؟",
            en="What did each ministry answer to what was heard?",
        ),
        sql="""\
SELECT p.ministry, max(p.ministry_name) AS ministry_name, count(*) AS responses,
       sum(r.response IS 'accepted') AS accepted, sum(r.response IS 'partly') AS partly,
       sum(r.response IS 'declined') AS declined, sum(r.response IS 'noted') AS noted,
       sum(r.response IS 'unknown') AS unknown
FROM responses r JOIN processes p ON p.id = r.process GROUP BY p.ministry ORDER BY p.ministry""",
    ),
    Question(
        view="overdue",
        asks=Text(
            he="אילו הבטחות וצעדים עבר זמנם?",
            ar="أي الوعود والخطوات فات موعدها؟",
            en="Which promises and steps are overdue?",
        ),
        sql="""\
SELECT 'promise' AS kind, process, id, text, due FROM promises WHERE overdue = 1
UNION ALL SELECT 'step', process, id, text, due FROM steps WHERE overdue = 1 ORDER BY due, process, kind, id""",
    ),
)
