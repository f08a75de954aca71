"""A small catalogue and its page, with the markup that docs/search.md asks for."""

from __future__ import annotations

import html
import json

from generator.search import SearchDocument, Section

MINISTRIES = {"health": "משרד הבריאות", "education": "משרד החינוך", "welfare": "משרד הרווחה"}
TOPICS = {"youth": "נוער", "water": "מים", "aging": "אזרחים ותיקים"}
SAID = {
    "health": "עלה הצורך בתורים קצרים למרפאות, ונאמר שהממשלה תקצה לכך תקציב.",
    "education": "המורים ביקשו כיתות קטנות, ובית־הספר הוצע כמרכז קהילתי.",
    "welfare": "נשמעו קולות על מצוקת דיור, והוועדה המליצה על סיוע.",
}
STRINGS = {
    "results": {"one": "תהליך אחד", "two": "# תהליכים", "other": "# תהליכים"},
    "none": "לא נמצאו תהליכים",
    "unavailable": "החיפוש עוד לא מוכן",
    "relevance": "המתאימים ביותר",
    "failed": "החיפוש נכשל",
    "in": "מתוך",
}


def processes() -> tuple[SearchDocument, ...]:
    """Thirty processes: ministry, topic, year and figures go round at different paces."""
    return tuple(_process(number) for number in range(30))


def _process(number: int) -> SearchDocument:
    ministry, topic = list(MINISTRIES)[number % 3], list(TOPICS)[number // 10]
    name, year = f"process-{number:02}", 2020 + number % 4
    card = (
        f'<article class="card" data-sikum-process="{name}"><h3><a href="{name}/">תהליך {number}</a></h3>'
        f"<p>סיכום של {MINISTRIES[ministry]}</p></article>"
    )
    return SearchDocument(
        document_id=name,
        url=f"{name}/",
        language="he",
        title=f"תהליך {number}",
        description=f"סיכום של {MINISTRIES[ministry]}",
        sections=(
            Section(url=f"{name}/foreword/", title="הקדמה", text="תודה לכל המשתתפים & לשותפים <כולם>."),
            Section(
                url=f"{name}/content/#main",
                title="תובנות",
                text=f"פסקה ראשונה בלי עניין.\n{SAID[ministry]}\nפסקה אחרונה.",
            ),
        ),
        filters={
            "ministry": (ministry,),
            "topic": (topic, "water") if number == 0 else (topic,),
            "year": (str(year),),
            "kind": ("knowledge",),
            "method": ("round-table",),
            "status": ("closed",),
            "language": ("he",),
        },
        sort={
            "date": f"{year}-03-{number % 28 + 1:02}",
            "lag": None if number == 5 else (number * 7) % 90,
            "participants": number * 3 % 50,
        },
        card=card,
    )


def page(documents: tuple[SearchDocument, ...], base: str = "./") -> str:
    """The catalogue's page: its static list, and the form that takes over when there is script."""
    facets = {"ministry": MINISTRIES, "topic": TOPICS, "year": {str(year): str(year) for year in range(2020, 2024)}}
    groups = "".join(
        f'<fieldset data-sikum-facet="{facet}"><legend>{facet}</legend><ul>'
        + "".join(
            f'<li><a href="{facet}/{value}/" data-value="{value}">{title} <span data-sikum-facet-count></span></a></li>'
            for value, title in values.items()
        )
        + "</ul></fieldset>"
        for facet, values in facets.items()
    )
    cards = "".join(f"<li>{document.card}</li>" for document in documents[:10])
    return f"""<!doctype html>
<html lang="he" dir="rtl"><head><meta charset="utf-8"><title>כל המשרדים, כל התהליכים</title>
<script type="module" src="{base}assets/js/search.js"></script></head><body><main>
<form data-sikum-search role="search" method="get" data-base="{base}" data-language="he"
  data-strings="{html.escape(json.dumps(STRINGS, ensure_ascii=False))}">
<label for="q">חיפוש</label> <input type="search" id="q" name="q"> <button>חיפוש</button>
<details data-sikum-facets open><summary>סינון <span data-sikum-active></span></summary>{groups}</details>
<label for="sort">מיון</label> <select id="sort" name="sort"><option value="">רגיל</option><option value="date">תאריך</option>
<option value="lag">זמן</option><option value="participants">משתתפים</option></select>
<button type="reset">ניקוי</button></form>
<p data-sikum-status role="status"></p> <button type="button" data-sikum-csv>הורדה</button>
<ol data-sikum-results data-count="{len(documents)}">{cards}</ol>
<button type="button" data-sikum-more hidden>עוד</button>
<nav data-sikum-paging><a href="page/2/">הבא</a></nav>
</main></body></html>"""
