"""A process made by hand, and one that has too much of everything."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.diagnostics import Span
from generator.markup import scan_body
from generator.model.content import AttachedFile, Author, Body, Chapter, Meeting, Promise, Response, Update
from generator.model.dates import PartialDate
from generator.model.published import (
    OrganisationFigure,
    PublishedParticipant,
    PublishedParticipants,
    PublishedProcess,
    PublishedPromise,
    SectorFigure,
)
from generator.model.record import (
    BottomLine,
    Change,
    Closing,
    Contact,
    Goal,
    NextStage,
    NextStep,
    Outcome,
    Output,
    OutputFile,
    Partner,
    Record,
    Source,
    Waiver,
)
from generator.model.registry import Ministry, Topic
from generator.rendering.context import CrossReferences, SiteContext
from generator.structure import Structure, load_structure
from generator.wording import Wording

FOLDER = "examples/safe-routes"
NOWHERE = Span(path="ministries.yml", line=1, column=1, end_line=1, end_column=1)

FOREWORD = """## עיקרי התהליך

יצאנו לדרך ב־2016–2017 עם שאלה אחת[^1]. שיעור הקיצוץ היה -5% ומוקד הפניות *6552. ראו [במבט לאחור](reflection.md#unmet).

## תודות

תודה לכל מי שבאו, ול[מפגש הראשון](meetings/opening.md) במיוחד. [האתר](https://example.org/a?b=1&c=2).

| דרך | אורך |
| --- | --- |
| הרחוב הראשי | 1,200 |

[^1]: השאלה נוסחה בוועדת ההיגוי של C++ לדוגמה.
"""
REFLECTION = """## תכנון מול ביצוע

![מפה של הדרכים](media/map.png)

הביצוע הלך אחרי התכנון.

## ציפיות שלא מומשו

גוף אחד לפניות לא הוקם.
"""


@pytest.fixture(scope="session")
def structure() -> Structure:
    return load_structure()


@pytest.fixture(scope="session")
def context(structure: Structure) -> SiteContext:
    return SiteContext(
        site_name="כל המשרדים, כל התהליכים",
        site_url="https://sikum.example.org/",
        wording=Wording("he"),
        structure=structure,
        ministries={
            "office": Ministry(id="office", name={"he": "משרד לדוגמה", "en": "An Example Office"}, span=NOWHERE),
            "town": Ministry(id="town", name={"he": "עיריית לדוגמה"}, span=NOWHERE),
        },
        topics={"transport": Topic(id="transport", title={"he": "תחבורה", "en": "Transport"}, span=NOWHERE)},
    )


@pytest.fixture(scope="session")
def process(structure: Structure) -> PublishedProcess:
    return PublishedProcess(
        id="safe-routes",
        url="safe-routes/",
        path=FOLDER,
        record=_record(),
        brief=body("index.md", "משרד לדוגמה כינס **שולחן עגול**. ראו [מבט לאחור](reflection.md).", structure),
        chapters=(
            Chapter(
                stem="foreword",
                element="foreword",
                title="הקדמה",
                author=Author(name="כותבת לדוגמה", role='סמנכ"לית', organisation="משרד לדוגמה", standing="senior"),
                body=body("foreword.md", FOREWORD, structure),
            ),
            Chapter(
                stem="reflection",
                element="reflection",
                title="מבט לאחור",
                body=body("reflection.md", REFLECTION, structure),
            ),
            Chapter(
                stem="invitation",
                element="appendix",
                title="מכתב ההזמנה",
                body=body("appendices/invitation.md", "## תכנון מול ביצוע\n\nלבוא ולדבר.\n", structure),
            ),
        ),
        participants=PublishedParticipants(
            listed=(
                PublishedParticipant(name="משתתפת לדוגמה", role='סמנכ"לית בכירה', organisation="משרד לדוגמה"),
                PublishedParticipant(role="רכזת הורים", organisation="ועד הורים לדוגמה"),
            ),
            unlisted_count=84,
            organisations=(OrganisationFigure(organisation="משרד לדוגמה", count=1),),
            sectors=(
                SectorFigure(sector="government", count=80),
                SectorFigure(sector="business", count=None),
                SectorFigure(sector="academia", count=None),
            ),
            basis="טופס הרשמה לדוגמה",
        ),
        promises=(
            PublishedPromise(
                promise=Promise(
                    id="summary",
                    text="לשלוח לכל משתתף סיכום כתוב",
                    date=PartialDate(2023, 1, 15),
                    source="מכתב ההזמנה",
                    planned="סיכום עד סוף אוגוסט",
                    done="נשלח לכולם",
                    status="kept",
                    due=PartialDate(2023, 8, 31),
                    evidence="appendices/summary.pdf",
                    updates=(Update(date=PartialDate(2023, 8, 20), note="הסיכום נשלח."),),
                ),
                is_overdue=False,
            ),
            PublishedPromise(
                promise=Promise(
                    id="desk", text="לקבוע גוף אחד", status="not-kept", explanation="אין מי שמוסמך להחליט."
                ),
                is_overdue=False,
            ),
            PublishedPromise(
                promise=Promise(id="again", text="לחזור ולמדוד", status="pending", due=PartialDate(2024, 9)),
                is_overdue=True,
            ),
        ),
        responses=(
            Response(
                heard="לתקן קודם את המעבר.",
                voices=34,
                response="accepted",
                explanation="תוקן.",
                chapter="reflection#unmet",
            ),
            Response(
                heard="מוקד של 24 שעות.", voices=9, response="declined", explanation="אין די פניות.", chapter="foreword"
            ),
        ),
        meetings=(
            Meeting(
                stem="opening",
                title="מפגש הפתיחה",
                date=PartialDate(2023, 2, 5),
                start_time="17:00",
                end_time="20:15",
                location="מרכז קהילתי לדוגמה",
                attendees_count=41,
                body=body("meetings/opening.md", "## הסכמות\n\nיתוקנו שני מעברים.\n", structure),
            ),
        ),
        files=(
            AttachedFile(
                path=f"{FOLDER}/appendices/summary.pdf",
                uri="safe-routes/appendices/summary.pdf",
                size=1200,
                title="המסמך המעוצב",
                in_appendices=True,
            ),
            AttachedFile(
                path=f"{FOLDER}/media/map.png",
                uri="safe-routes/media/map.png",
                size=70,
                title="map.png",
                in_appendices=False,
            ),
        ),
        ministry_name={"he": "משרד לדוגמה", "en": "An Example Office"},
    )


@pytest.fixture(scope="session")
def cross_references(process: PublishedProcess) -> CrossReferences:
    urls = {f"{FOLDER}/index.md": process.url}
    urls |= {chapter.body.path: f"{process.url}{chapter.stem}/" for chapter in process.chapters[:2]}
    urls[f"{FOLDER}/appendices/invitation.md"] = f"{process.url}invitation/"
    urls[f"{FOLDER}/meetings/opening.md"] = f"{process.url}meetings/opening/"
    urls |= {file.path: file.uri for file in process.files}
    return CrossReferences(urls=urls)


@pytest.fixture(scope="session")
def overfull(process: PublishedProcess) -> PublishedProcess:
    """Seven long bottom lines, twelve outcomes with notes, a long title: more than a sheet of A4 can hold."""
    long = "משפט ארוך מאוד שמספר מה סוכם, עם מי, מתי ובאילו תנאים, ומה עוד צריך לקרות כדי שזה יתקיים. "
    record = replace(
        process.record,
        title=f"תהליך לדוגמה ששמו ארוך כאורך הגלות: {long}",
        bottom_lines=tuple(
            BottomLine(text=f"{number}: {long * 5}", decision=number % 2 == 0) for number in range(1, 8)
        ),
        outcomes=tuple(
            Outcome(type="legislation", state="adopted", title=f"{number}: {long}", note=long * 2)
            for number in range(12)
        ),
        closing=replace(
            process.record.closing, next_steps=tuple(NextStep(text=long, who="משרד לדוגמה") for _ in range(6))
        ),
    )
    return replace(process, record=record)


def body(name: str, text: str, structure: Structure) -> Body:
    parts = [part for element in structure.elements for part in element.parts]
    return scan_body(f"{FOLDER}/{name}", text, 1, (*parts, *structure.meeting_parts))


def _record() -> Record:
    return Record(
        title="תהליך לדוגמה: דרך בטוחה (Safe Routes), 2023–2027",
        short_description="שולחן עגול של משרד לדוגמה על הדרך לבית הספר.",
        ministry="office",
        partners=(
            Partner(ministry="town"),
            Partner(name="שותפה לדוגמה", role="יושבת ראש", organisation="עמותה לדוגמה"),
        ),
        kind="policy",
        methods=("round-table", "workshop"),
        topics=("transport",),
        scope="regional",
        start_date=PartialDate(2023, 1, 15),
        end_date=PartialDate(2023, 6, 30),
        status="closed",
        goals=(
            Goal(text="לגבש עקרונות לדרך בטוחה", met="yes", note="נכתבו ואומצו"),
            Goal(text="לקבוע גוף אחד", met="no", note="ההצעה נדחתה"),
        ),
        participants_count=86,
        output=Output(
            type="policy",
            audience=("participants", "decision-makers"),
            purpose="both",
            detail="full",
            distribution=("document", "digital", "meeting"),
            continuation="next-stage",
            next_stage=NextStage(description="יישום בשלוש שכונות.", date=PartialDate(2024, 9)),
            expected="מסמך מדיניות קצר",
            files=(OutputFile(title="המסמך המעוצב", path="appendices/summary.pdf", format="PDF"),),
        ),
        bottom_lines=(
            BottomLine(text="מתקנים קודם מעברי חציה."),
            BottomLine(text="הדרך נמדדת בגובה העיניים."),
            BottomLine(text="המדיניות אומצה לשנת 2024", decision=True),
        ),
        outcomes=(
            Outcome(
                type="work-plan",
                state="adopted",
                title="סעיף בתוכנית העבודה",
                date=PartialDate(2023, 11, 5),
                reference="תוכנית 4.2",
                url="https://example.org/work-plan",
                note="שלוש שכונות",
            ),
            Outcome(type="legislation", state="rejected", title="תיקון חוק", url="javascript:alert(1)"),
        ),
        closing=Closing(
            partners_aligned=PartialDate(2023, 5, 10),
            expectations_revisited=PartialDate(2023, 6, 18),
            participants_told=PartialDate(2023, 6, 30),
            output_sent=PartialDate(2023, 8, 20),
            contact=Contact(name="לשכת הפניות", role="קשר עם המשתתפים", email="office@example.org", phone="*6552"),
            next_steps=(NextStep(text="ניסיון בשלוש שכונות", who="עיריית לדוגמה", due=PartialDate(2024, 9)),),
            waived=(Waiver(subject="thanked", reason="התודות נאמרו בעל פה."),),
        ),
        changes=(Change(date=PartialDate(2023, 9, 3), note="תוקן מספר המשתתפים מ-84 ל-86."),),
        license="CC BY 4.0",
        sources=(Source(title="דף התהליך", url="https://example.org/process"),),
    )
