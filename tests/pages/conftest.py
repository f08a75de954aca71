"""One process that uses everything the format has, made by hand: what the builders get, without reading and checks."""

import pytest
from bs4 import BeautifulSoup
from msgspec.structs import replace

from generator.diagnostics import Span
from generator.markup import scan_body
from generator.model.content import (
    AttachedFile,
    Author,
    Body,
    Chapter,
    Lesson,
    Meeting,
    Promise,
    Response,
    Translation,
    Update,
)
from generator.model.dates import PartialDate
from generator.model.published import (
    GateStep,
    MissingPart,
    OrganisationFigure,
    PublishedCatalogue,
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
    ExtraField,
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
from generator.model.site import Page
from generator.pages.process.job import process_pages
from generator.rendering.context import CrossReferences, SiteContext, Stage
from generator.structure import Structure, load_structure, parts_of
from generator.wording import Wording

FOLDER = "examples/safe-routes"


def day(text: str) -> PartialDate:
    found = PartialDate.parse(text)
    assert found is not None
    return found


@pytest.fixture(scope="session")
def structure() -> Structure:
    return load_structure()


@pytest.fixture(scope="session")
def context(structure: Structure) -> SiteContext:
    ministries = {
        "transport": Ministry(
            id="transport",
            name={"he": "משרד התחבורה לדוגמה", "en": "Example Ministry of Transport"},
            url="https://transport.example.org/",
            span=Span("ministries.yml"),
        ),
        "city": Ministry(id="city", name={"he": "עיריית לדוגמה"}, type="local-authority", span=Span("ministries.yml")),
    }
    return SiteContext(
        site_name="כל המשרדים, כל התהליכים",
        site_url="https://sikum.example.org/",
        wording=Wording("he"),
        structure=structure,
        ministries=ministries,
        topics={"roads": Topic(id="roads", title={"he": "דרכים"}, span=Span("topics.yml"))},
    )


def pages_of(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> dict[str, Page]:
    """By URL, in the order in which they are made."""
    return {page.url: page for page in process_pages(process, cross_references, context)}


def soup_of(page: Page) -> BeautifulSoup:
    """A page's main content, parsed."""
    return BeautifulSoup(page.body, "html.parser")


def body_of(structure: Structure, name: str, text: str, element: str = "content") -> Body:
    return scan_body(f"{FOLDER}/{name}", text, 1, parts_of(structure, element))


@pytest.fixture(scope="session")
def cross_references() -> CrossReferences:
    urls = {
        f"{FOLDER}/index.md": "safe-routes/",
        f"{FOLDER}/policy.md": "safe-routes/policy/",
        f"{FOLDER}/reflection.md": "safe-routes/reflection/",
        f"{FOLDER}/appendices/summary.pdf": "safe-routes/appendices/summary.pdf",
        f"{FOLDER}/media/map.png": "safe-routes/media/map.png",
    }
    first = Stage(
        id="first-stage",
        url="first-stage/",
        title="השלב הראשון לדוגמה",
        status="closed",
        language="he",
        start_date=day("2021"),
        end_date=day("2022"),
        lessons=(("להתחיל מן הילדים.", "first-stage/reflection/"),),
    )
    return CrossReferences(urls=urls, previous=(first,))


@pytest.fixture(scope="session")
def process(structure: Structure) -> PublishedProcess:
    record = Record(
        title="דרך בטוחה לבית הספר (Safe Routes), 2023–2027",
        short_description="שולחן עגול וסדנאות גיבשו מדיניות להליכה בטוחה לבית הספר.",
        ministry="transport",
        partners=(
            Partner(ministry="city"),
            Partner(name="שותפה לדוגמה", role="יושבת ראש", organisation="עמותה לדוגמה"),
        ),
        kind="policy",
        methods=("round-table", "workshop"),
        topics=("roads",),
        start_date=day("2023-01-15"),
        end_date=day("2023-06-30"),
        status="closed",
        goals=(
            Goal(text="לגבש עקרונות", met="yes"),
            Goal(text="להפחית הסעות", met="partly", note="-12% בשכונה אחת"),
            Goal(text="לקבוע גוף אחד", met="no", note="ההצעה נדחתה"),
        ),
        participants_count=86,
        output=Output(
            type="policy",
            audience=("participants", "decision-makers"),
            purpose="both",
            detail="full",
            distribution=("document", "conference"),
            continuation="next-stage",
            next_stage=NextStage(description="ניסיון בשלוש שכונות", date=day("2024-09")),
            expected="מסמך קצר ומפה",
            files=(
                OutputFile(title="המסמך המעוצב", path="appendices/summary.pdf", format="PDF"),
                OutputFile(title="סרטון", url="https://example.org/film", format="וידאו"),
                OutputFile(title="קישור רע", url="javascript:alert(1)"),
            ),
        ),
        bottom_lines=(
            BottomLine(text="מתקנים קודם מעברי חציה."),
            BottomLine(text="הדרך נמדדת בגובה העיניים של ילד."),
            BottomLine(text="המדיניות אומצה לשנת 2024", decision=True),
        ),
        outcomes=(
            Outcome(
                type="work-plan", state="adopted", title="סעיף בתוכנית העבודה", date=day("2023-11-05"), reference="4.2"
            ),
            Outcome(type="government-decision", state="expected", title="החלטה על הרחבה"),
            Outcome(
                type="legislation", state="rejected", title="תיקון חוק", date=day("2024-03"), url="javascript:alert(2)"
            ),
        ),
        closing=Closing(
            output_sent=day("2023-07-22"),
            contact=Contact(name="לשכת הפניות", email="office@example.org", phone="*5400"),
            next_steps=(NextStep(text="ניסיון", who="עיריית לדוגמה", due=day("2024-09")),),
            waived=(Waiver(subject="foreword", reason="לא נכתבה הקדמה בזמן התהליך."),),
        ),
        previous=("first-stage",),
        changes=(Change(date=day("2023-09-03"), note="תוקן מספר המשתתפים."),),
        license="CC BY 4.0",
        reference="תיק 2023/17",
        sources=(Source(title="דף התהליך", url="https://example.org/process?a=1&b=2"),),
        extra=(ExtraField(id="budget", values=("3.5 מיליון",)),),
    )
    foreword = Chapter(
        stem="foreword",
        element="foreword",
        title="הקדמה",
        author=Author(name="כותבת לדוגמה", role='סמנכ"לית', organisation="משרד לדוגמה"),
        covers=("thanks",),
        body=body_of(structure, "foreword.md", "# הקדמה\n\nפסקה עם [מדיניות](policy.md#rules) ועם -5%.\n", "foreword"),
    )
    policy = Chapter(
        stem="policy",
        element="policy",
        title="המדיניות",
        insights=("סוקרים לפני שסוללים.",),
        body=body_of(
            structure,
            "policy.md",
            "## כללים {#rules}\n\nכלל ראשון.\n\n### פירוט\n\nעוד.\n\n## מפה\n\n![מפת הדרכים](media/map.png)\n",
        ),
    )
    reflection = Chapter(
        stem="reflection",
        element="reflection",
        title="מבט לאחור",
        lessons=(
            Lesson(text="ללכת לפני ששואלים.", about="process", verdict="worked", theme="שטח"),
            Lesson(text="מפגש בבוקר השאיר הורים בחוץ.", about="process", verdict="worked-less"),
        ),
        body=body_of(
            structure, "reflection.md", "## מה עבד\n\nההליכה.\n\n## ציפיות שלא מומשו\n\nהגוף האחד.\n", "reflection"
        ),
    )
    appendix = Chapter(
        stem="method",
        element="appendix",
        title="איך ספרנו",
        appendix_type="depth",
        body=body_of(structure, "appendices/method.md", "ספירה.\n", "appendix"),
    )
    meeting = Meeting(
        stem="2023-02-05-opening",
        title="מפגש פתיחה",
        date=day("2023-02-05"),
        start_time="10:30",
        end_time="13:00",
        location="בית ספר לדוגמה",
        type="הליכה משותפת",
        attendees_count=31,
        organisations=("עיריית לדוגמה", "ועד הורים"),
        body=body_of(structure, "meetings/2023-02-05-opening.md", "## מטרת המפגש\n\nללכת יחד.\n"),
    )
    promises = (
        Promise(
            id="summary",
            text="לשלוח סיכום כתוב",
            date=day("2023-01-15"),
            source="מכתב ההזמנה",
            planned="עד אוגוסט",
            done="נשלח",
            status="kept",
            evidence="appendices/summary.pdf",
            updates=(Update(date=day("2023-07-22"), note="נשלח."), Update(date=day("2023-07-01"), note="נכתב.")),
        ),
        Promise(
            id="one-desk",
            text="לקבוע גוף אחד",
            source="מפגש פתיחה",
            status="not-kept",
            explanation="ההצעה נדחתה.",
            evidence="reflection#unmet",
        ),
        Promise(
            id="report", text="לדווח אחרי שנה", status="pending", due=day("2024-06"), evidence="javascript:alert(3)"
        ),
    )
    translation = Translation(
        language="en",
        title="A safe way to school",
        short_description="A round table wrote a policy.",
        bottom_lines=("Crossings first.", "Measure at a child's height.", "Adopted for 2024."),
        brief=body_of(structure, "index.en.md", "In short.\n"),
        chapters=(
            Chapter(
                stem="policy",
                element="policy",
                title="The policy",
                body=body_of(structure, "policy.en.md", "## Rules {#rules}\n\nOne.\n"),
            ),
        ),
    )
    return PublishedProcess(
        id="safe-routes",
        url="safe-routes/",
        path=FOLDER,
        record=record,
        brief=body_of(structure, "index.md", "בקצרה: [המדיניות](policy.md) ו-**סיכום**.\n"),
        chapters=(appendix, reflection, policy, foreword),
        participants=PublishedParticipants(
            listed=(
                PublishedParticipant(name="אבי לדוגמה", role="מתכנן", organisation="משרד לדוגמה"),
                PublishedParticipant(role="מורה", organisation="בית ספר לדוגמה"),
            ),
            unlisted_count=12,
            organisations=(
                OrganisationFigure(organisation="בית ספר לדוגמה", count=1),
                OrganisationFigure(organisation="משרד לדוגמה", count=1),
            ),
            sectors=(
                SectorFigure(sector="government", count=8),
                SectorFigure(sector="public", count=40),
                SectorFigure(sector="business", count=None),
                SectorFigure(sector="academia", count=None),
            ),
            basis="טופס הרשמה",
        ),
        promises=tuple(PublishedPromise(promise=promise, is_overdue=promise.id == "report") for promise in promises),
        responses=(
            Response(
                heard="לתקן את המעבר", voices=34, response="accepted", explanation="תוקן.", chapter="policy#rules"
            ),
            Response(heard="לסגור את הרחוב", response="declined", explanation="אין סמכות.", chapter="nowhere"),
        ),
        meetings=(meeting,),
        files=(
            AttachedFile(
                path=f"{FOLDER}/appendices/summary.pdf",
                uri="safe-routes/appendices/summary.pdf",
                size=1_234_567,
                title="summary",
                in_appendices=True,
            ),
            AttachedFile(
                path=f"{FOLDER}/appendices/table.csv",
                uri="safe-routes/appendices/table.csv",
                size=2_048,
                title="הערות לפי אזור",
                in_appendices=True,
            ),
        ),
        translations=(translation,),
        gate=(
            GateStep(id="participants-told", state="done", side="participants", rule="G003", date=day("2023-06-30")),
            GateStep(id="output-sent", state="missing", side="participants", rule="G004"),
            GateStep(id="thanked", state="waived", side="participants", rule="G005", reason="הכתובות לא נשמרו."),
            GateStep(id="partners-aligned", state="not-applicable", side="partners", rule="G001"),
        ),
        missing=(MissingPart(rule="C001", values={"element": "הקדמה"}),),
        closing_lag_days=22,
        ministry_name={"he": "משרד התחבורה בשמו דאז", "en": "Ministry of Transport, as it was called"},
    )


@pytest.fixture
def pages(process: PublishedProcess, cross_references: CrossReferences, context: SiteContext) -> dict[str, Page]:
    """All pages of the process that has everything."""
    return pages_of(process, cross_references, context)


def many(process: PublishedProcess, count: int) -> tuple[PublishedProcess, ...]:
    """Copies of a process under ids and titles of their own, the newest first."""
    return tuple(
        replace(
            process,
            id=f"p-{number:03}",
            url=f"p-{number:03}/",
            record=replace(process.record, title=f"תהליך {number}", end_date=PartialDate(2024 - number // 12, 6, 1)),
        )
        for number in range(count)
    )


@pytest.fixture
def catalogue(process: PublishedProcess, context: SiteContext) -> PublishedCatalogue:
    """Seven processes of one body."""
    return PublishedCatalogue(processes=many(process, 7), ministries=context.ministries, topics=context.topics)
