"""Lines that only look like titles, headings, tables or contents."""

from __future__ import annotations

from tests.importing.word.packages import head, package, par, relation, run
from tests.importing.word.test_things_beside_the_text import graphic

BOLD, LINE = "<w:b/><w:bCs/>", '<w:u w:val="single"/>'


def line(text: str, properties: str = "", points: int = 12) -> str:
    """A line in letters of a size."""
    return par(run(text, f'{properties}<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'))


TEXT = line("כאן נאמר משהו על העניין.")


LINK = relation("L", "https://example.org/l", "hyperlink", is_external=True)
BY_EYE = {
    "numbered": (
        line("1. ראשון", BOLD),
        TEXT,
        line("1.1 בתוך", BOLD),
        TEXT,
        line("1.1.1.1 עמוק", LINE),
        TEXT,
        line("א. אות", BOLD),
        TEXT,
        line("2. שני", BOLD),
        TEXT,
    ),
    "letters first": (
        line("א. אות", BOLD),
        TEXT,
        line("1. ספרה", BOLD),
        TEXT,
        line("פרק שני", BOLD),
        TEXT,
        line("IV. רומית", BOLD),
        TEXT,
        line("ب. عربي", BOLD),
        TEXT,
    ),
    "one numbered": (line("1. ראשון", BOLD), TEXT, line("מודגש אחד", BOLD), TEXT, line("מודגש שני", BOLD), TEXT),
    "one numbered and known": (line("1. רקע", BOLD), TEXT, line("אחר", BOLD), TEXT),
    "bold and underlined": (
        line("שער", "", 12),
        line("גדול", BOLD, 16),
        TEXT,
        line("קטן", BOLD, 14),
        TEXT,
        line("קו", LINE),
        TEXT,
        line("SIGNS OF", ""),
        TEXT,
        line("זעיר", LINE, 10),
        TEXT,
        line("ABCD"),
        TEXT,
        line("ABCDE"),
        TEXT,
        line("בסוף", BOLD),
    ),
    "bold below bold": (
        TEXT,
        line("עליונה", BOLD, 16),
        line("תחתונה", BOLD, 14),
        TEXT,
        line("שתיים זהות", BOLD),
        line("זהה שנייה", BOLD),
        line("מודגש רגיל.", BOLD),
        TEXT,
    ),
    "known": (
        line("רקע", BOLD),
        TEXT,
        line("תקציר", LINE),
        TEXT,
        line("BACKGROUND", ""),
        TEXT,
        line("אחר לגמרי", BOLD),
        TEXT,
    ),
    "plain": (line("שלום"), line("רקע"), TEXT, line("תקציר"), TEXT, line("רקע,"), TEXT),
    "one plain": (line("שלום"), line("רקע"), TEXT),
    "cover": (
        line("משרד הפנים", BOLD),
        line("דוח מסכם: שיתוף הציבור בתכנית", BOLD, 14),
        line("2024"),
        line("רקע", BOLD),
        TEXT,
        line("מהלך", BOLD),
        TEXT,
    ),
    "cover by its words": (line("משרד הפנים", BOLD), line("תכנית השבילים בעיר", BOLD), head("רקע"), TEXT),
    "cover of two lines": (
        line("משרד", "", 12),
        line("תכנית השבילים", "", 24),
        line("של העיר", "", 24),
        line("ועוד שורה", "", 24),
        line("רביעית", "", 24),
        head("רקע"),
        TEXT,
    ),
    "cover above chapters": (
        line("תכנית השבילים", "", 24),
        line("של העיר", "", 24),
        line("2024"),
        head("רקע"),
        *[TEXT] * 3,
    ),
    "a little larger": (line("שם הדוח של העיר", "", 13), TEXT, TEXT),
    "large lines": (line("תכנית גדולה", "", 20), line("של העיר", "", 20), TEXT, TEXT),
    "large lines apart": (line("גדולה", "", 20), TEXT, line("גדולה שוב", "", 20), TEXT),
    "large and late": (*[TEXT] * 9, line("גדולה", "", 20)),
    "letter": (line("לכבוד"), line("הנדון: שבילים בעיר"), TEXT, TEXT),
    "styled": (line("דוח", BOLD), head("אחת"), TEXT, head("שתיים", 2), line("1. ממוספרת", BOLD), TEXT),
    "styled below": (
        head("שתיים", 2),
        TEXT,
        line("1. ממוספרת", BOLD),
        TEXT,
        line("2. שנייה", BOLD),
        TEXT,
        line("מודגשת", BOLD),
        TEXT,
    ),
    "struck": (
        line("1. מחוקה", BOLD + "<w:strike/>"),
        TEXT,
        line("2. נשארת", BOLD),
        TEXT,
        line("3. נשארת", BOLD),
        TEXT,
    ),
    "long": (
        line("1. " + "מילה " * 15, BOLD),
        TEXT,
        line("2. " + "ארוכה" * 25, BOLD),
        TEXT,
        line("3. נקודתיים;", BOLD),
        TEXT,
        line("***", BOLD),
        TEXT,
    ),
    "as long as may be": tuple(each for n in "123" for each in (line(f"{n}. {'אבגדהוזחט ' * 9}אבגדהוז", BOLD), TEXT)),
    "joined by a change": (
        *(par(run(text, BOLD), properties="<w:rPr><w:del/></w:rPr>") + par("רגיל") + TEXT for text in ("א א", "ב ב")),
        *(par(text, properties="<w:rPr><w:del/></w:rPr>") + par(run("מודגש", BOLD)) + TEXT for text in ("ג ג", "ד ד")),
    ),
    "boxed title": (
        par(
            graphic(
                f"<wps:txbx><w:txbxContent>{line('סיכום שיתוף הציבור בשבילים', BOLD, 20)}</w:txbxContent></wps:txbx>"
            )
        ),
        head("רקע"),
        TEXT,
    ),
    "tabs": tuple(
        par(*("<w:r><w:tab/></w:r>" if n % 2 else text for n, text in enumerate(f"{row}||{row} ועוד".split("|"))))
        for row in ("א", "ב", "גד")
    ),
    "tabs with pictures": tuple(
        par(run(f"{n} שנה", BOLD), "<w:r><w:tab/></w:r>", run("סכום"), "<w:r><w:tab/><w:tab/></w:r>", run("סוף"))
        for n in (1, 2)
    ),
    "tabs in links": tuple(
        par(
            run("שנה"),
            "<w:r><w:tab/></w:r>",
            '<w:hyperlink r:id="L">' + run(text) + "<w:r><w:tab/></w:r></w:hyperlink>",
        )
        for text in ("א", "ב", "ג")
    ),
    "mostly counted": tuple(par(first, "<w:r><w:tab/></w:r>", "דבר") for first in ("1.", "ב.", "שלוש")),
    "half counted": tuple(par(first, "<w:r><w:tab/></w:r>", "דבר") for first in ("1.", "מים", "שלוש", "ארבע")),
    "typed contents": (
        head("תוכן העניינים"),
        par("הקדמה ..... 3"),
        par("רקע"),
        par("סוף ___ 12"),
        head("הקדמה"),
        par("שלום ..... 4"),
    ),
}

DOCUMENTS = {name: package(*body, relations=LINK) for name, body in BY_EYE.items()}
