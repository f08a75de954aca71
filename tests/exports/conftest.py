"""A small catalogue after consent, made by hand: what the builders of data and feeds are given."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.diagnostics import Span
from generator.model.content import (
    AttachedFile,
    Author,
    Body,
    Chapter,
    Heading,
    Lesson,
    Meeting,
    Promise,
    Response,
    Translation,
    Update,
)
from generator.model.dates import PartialDate
from generator.model.published import (
    PublishedCatalogue,
    PublishedOutcome,
    PublishedParticipant,
    PublishedParticipants,
    PublishedProcess,
    PublishedPromise,
    PublishedStep,
    SectorFigure,
    WithdrawnNotice,
)
from generator.model.record import (
    BottomLine,
    Change,
    Closing,
    Contact,
    ExtraField,
    Goal,
    NextStep,
    Outcome,
    Output,
    OutputFile,
    Partner,
    Record,
    Waiver,
)
from generator.model.registry import Ministry, Topic
from generator.model.site import Page, SiteFile
from generator.rendering.context import SiteContext
from generator.structure import Structure, extend_structure, load_structure
from generator.wording import Wording

NOWHERE = Span.start_of("ministries.yml")


def bytes_of(file: SiteFile) -> bytes:
    """A file that is no page, as it is published; one that lies on the disk is there only until the next is made."""
    content = file.content
    if isinstance(content, Path):
        return content.read_bytes()
    assert not isinstance(content, Page)
    return content.encode() if isinstance(content, str) else content


def body(path: str, text: str = "טקסט") -> Body:
    return Body(path=path, text=text, first_line=1)


def with_budget(structure: Structure) -> Structure:
    """The structure with a field of the site's own."""
    own = "record: {budget: {title: {he: תקציב, ar: الميزانية, en: Budget}}}"
    return extend_structure(structure, own, "structure.yml")[0]


@pytest.fixture(scope="session")
def context() -> SiteContext:
    """A Hebrew site that knows its address."""
    return SiteContext(
        site_name="כל המשרדים",
        site_url="https://example.org/sikum/",
        wording=Wording("he"),
        structure=with_budget(load_structure()),
        ministries={
            "health": Ministry(id="health", name={"he": "משרד הבריאות", "en": "Ministry of Health"}, span=NOWHERE),
            "welfare": Ministry(
                id="welfare", name={"he": "משרד הרווחה"}, aliases=("הרווחה",), successor="health", span=NOWHERE
            ),
            "empty": Ministry(id="empty", name={"he": "גוף בלי תהליכים"}, span=NOWHERE),
        },
        topics={"water": Topic(id="water", title={"he": "מים"}, span=NOWHERE)},
    )


@pytest.fixture
def nowhere(context: SiteContext) -> SiteContext:
    """The same site before anybody told it where it will stand."""
    return replace(context, site_url=None)


@pytest.fixture
def tables() -> PublishedProcess:
    """A closed process with everything that data can hold."""
    folder = "health/tables"
    return PublishedProcess(
        id="tables",
        url="tables/",
        path=folder,
        record=Record(
            title='שולחנות עגולים: "מים & אדמה"',
            short_description="מה נלמד, בשתי שורות.",
            ministry="health",
            partners=(Partner(ministry="welfare"), Partner(name="אורח", role="יועץ")),
            goals=(Goal(text="לשמוע", met="partly", note="-חלק"),),
            kind="policy",
            methods=("round-table", "workshop"),
            topics=("water",),
            start_date=PartialDate(2023),
            end_date=PartialDate(2023, 6, 30),
            status="closed",
            participants_count=30,
            output=Output(
                type="policy",
                audience=("public",),
                files=(OutputFile(title="המסמך", path="appendices/report.pdf", format="PDF"),),
            ),
            bottom_lines=(BottomLine(text="שורה אחת", decision=True),),
            closing=Closing(
                output_sent=PartialDate(2023, 8, 20),
                contact=Contact(email="office@example.org"),
                waived=(Waiver(subject="use", reason="אין"),),
            ),
            changes=(
                Change(date=PartialDate(2023, 9, 3), note="תוקן מספר."),
                Change(date=PartialDate(2023, 9, 3), note="תוקן <שם>."),
                Change(date=PartialDate(2024), note="נוסף נספח."),
            ),
            extra=(ExtraField(id="budget", values=("3.5",)),),
        ),
        brief=body(f"{folder}/index.md"),
        chapters=(
            Chapter(
                stem="foreword",
                element="foreword",
                title="הקדמה",
                author=Author(name="שם הכותבת", standing="senior"),
                covers=("thanks",),
                body=Body(
                    path=f"{folder}/foreword.md",
                    text="<!-- הערה פנימית -->\n# עיקרי התהליך\nטקסט",
                    first_line=1,
                    headings=(
                        Heading(
                            level=1,
                            text="עיקרי התהליך",
                            id="essentials",
                            part="essentials",
                            has_text=True,
                            span=NOWHERE,
                        ),
                    ),
                ),
            ),
            Chapter(
                stem="reflection",
                element="reflection",
                title="מבט לאחור",
                lessons=(
                    Lesson(text="לשאול קודם", about="process", verdict="worked", theme="הזמנה"),
                    Lesson(text="-לא לאחר", about="process"),
                ),
                body=body(f"{folder}/reflection.md"),
            ),
        ),
        participants=PublishedParticipants(
            listed=(
                PublishedParticipant(name="אבי", role="מהנדס", organisation="=HYPERLINK(1)"),
                PublishedParticipant(role="+יועצת", organisation="@עמותה"),
                PublishedParticipant(organisation='חברה, בע"מ'),
            ),
            unlisted_count=2,
            sectors=(
                SectorFigure(sector="academia", count=None),
                SectorFigure(sector="business", count=None),
                SectorFigure(sector="government", count=20),
            ),
            basis="טופס",
        ),
        promises=(
            PublishedPromise(
                promise=Promise(
                    id="summary",
                    text="לשלוח סיכום",
                    status="kept",
                    date=PartialDate(2023, 1),
                    evidence="appendices/report.pdf",
                    updates=(Update(date=PartialDate(2023, 8, 20), note="נשלח."), Update(date=None, note="בלי תאריך.")),
                ),
                is_overdue=False,
            ),
            PublishedPromise(
                promise=Promise(
                    id="measure", text="למדוד", status="pending", due=PartialDate(2024), evidence="פרוטוקול מ-3.7"
                ),
                is_overdue=True,
            ),
        ),
        outcomes=(
            PublishedOutcome(
                outcome=Outcome(
                    id="law",
                    type="legislation",
                    state="withdrawn",
                    title="הצעת חוק",
                    due=PartialDate(2025),
                    updates=(Update(date=PartialDate(2025, 2), note="נמשכה.", state="withdrawn"),),
                ),
                is_stale=False,
            ),
        ),
        steps=(
            PublishedStep(
                step=NextStep(id="publish", text="לפרסם את הנתונים", who="המשרד", due=PartialDate(2024, 5)),
                is_overdue=True,
            ),
        ),
        responses=(
            Response(heard="שורה\nועוד שורה", voices=34, response="accepted", chapter="foreword#essentials"),
            Response(heard="לא", response="noted", chapter="nowhere"),
        ),
        meetings=(
            Meeting(
                stem="2023-02-05-opening",
                title="פתיחה",
                date=PartialDate(2023, 2, 5),
                start_time="10:30",
                organisations=("עמותה",),
                body=body(f"{folder}/meetings/2023-02-05-opening.md"),
            ),
        ),
        files=(
            AttachedFile(
                path=f"{folder}/appendices/report.pdf",
                uri="tables/appendices/report.pdf",
                size=1234,
                title="המסמך",
                in_appendices=True,
            ),
        ),
        translations=(
            Translation(language="ar", title="طاولات", short_description="ما نتج", brief=body(f"{folder}/index.ar.md")),
        ),
        closing_lag_days=51,
        ministry_name={"he": "משרד הבריאות", "en": "Ministry of Health"},
    )


@pytest.fixture
def early() -> PublishedProcess:
    """A process of a former body, in Arabic, whose output was sent before participation ended; hardly anything is known."""
    return PublishedProcess(
        id="early",
        url="early/",
        path="early",
        record=Record(
            title="עברנו",
            short_description="תיאור",
            ministry="welfare",
            kind="knowledge",
            methods=("other",),
            language="ar",
            end_date=PartialDate(2020, 5, 10),
            status="closed",
            closing=Closing(output_sent=PartialDate(2020, 5, 5)),
        ),
        brief=body("early/index.md"),
        closing_lag_days=-5,
        ministry_name={"he": "משרד הרווחה"},
    )


@pytest.fixture
def catalogue(tables: PublishedProcess, early: PublishedProcess, context: SiteContext) -> PublishedCatalogue:
    """Both, and one that was withdrawn."""
    return PublishedCatalogue(
        processes=(tables, early),
        withdrawn=(
            WithdrawnNotice(
                id="gone",
                url="gone/",
                title="תהליך שהוסר",
                language="he",
                ministry="health",
                date=None,
                explanation="סיבה",
            ),
        ),
        ministries=context.ministries,
        topics=context.topics,
    )
