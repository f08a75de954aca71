"""Numbers and letters of lists, as Word counts them."""

from __future__ import annotations

from tests.importing.word.documents.parts import level, styled
from tests.importing.word.packages import head, item, package, par

_FORMS = {
    "hebrew1": 14,
    "hebrew2": 22,
    "arabicAlpha": 28,
    "arabicAbjad": 3,
    "lowerLetter": 26,
    "upperLetter": 52,
    "lowerRoman": 8,
    "upperRoman": 1993,
    "decimalZero": 9,
    "none": 1,
    "cardinalText": 3,
    "decimal": 0,
}


_LISTS = {
    1: level(0, "decimal", "%1.")
    + level(1, "upperRoman", "%1.%2")
    + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    + level(3, "lowerLetter", "%4)", '<w:lvlRestart w:val="0"/>')
    + level(4, "decimal", "%5.", '<w:lvlRestart w:val="2"/>'),
    2: level(0, "decimal", "%1)", start=5) + level(1, "bullet", "o"),
    3: '<w:styleLink w:val="Mine"/>' + level(0, "upperLetter", "%1."),
    4: '<w:numStyleLink w:val="Mine"/>',
    5: '<w:numStyleLink w:val="Nobody"/>' + level(0, "decimal", "סעיף %1", start=None),
    6: level(0, "none", "פרק %1") + level(1, "none", "%1.%2") + level(2, "hebrew1", ""),
    8: level(0, "upperRoman", "%1.", start=3)
    + level(1, "decimal", "%1.%2")
    + level(2, "hebrew1", "%1.%3", "<w:isLgl/>"),
    7: '<w:lvl w:ilvl="0"/><w:lvl w:ilvl="x"/>' + level(1, "decimal", "%1"),
    **{20 + n: level(0, form, "%1.", start=start) for n, (form, start) in enumerate(_FORMS.items())},
    40: level(0, "hebrew1", "%1.", start=115),
    41: level(0, "hebrew1", "%1.", start=999),
    42: level(0, "decimal", "%1.", start=123456789),
}


_NUMBERS = {
    **{n: (n, "") for n in _LISTS},
    50: (1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
    51: (2, '<w:lvlOverride w:ilvl="0">' + level(0, "hebrew1", "%1-") + "</w:lvlOverride>"),
    52: (99, ""),
    53: (1, '<w:lvlOverride w:ilvl="0"><w:startOverride/></w:lvlOverride>'),
    54: (1, '<w:lvlOverride><w:startOverride w:val="x"/></w:lvlOverride>'),
}


LISTS = package(
    *(
        item(text, of=1, level=at)
        for text, at in (
            ("א", 0),
            ("ב", 1),
            ("ג", 2),
            ("ד", 3),
            ("ה", 1),
            ("ו", 3),
            ("ז", 4),
            ("ח", 2),
            ("ט", 4),
            ("י", 0),
            ("כ", 3),
            ("ל", 4),
        )
    ),
    head("בין", 2),
    item("תת בלי אב", of=8, level=1),
    item("אב אחריו", of=8),
    item("חוקי", of=8, level=2),
    item("משלו", of=50),
    item("ממשיך", of=50),
    item("חוזר", of=1),
    item("התחלה ריקה", of=53),
    item("התחלה שבורה", of=54),
    par("בלי רמה", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'),
    par("רמה שבורה", properties='<w:numPr><w:ilvl w:val="x"/><w:numId w:val="1"/></w:numPr>'),
    par("בלי מספר", properties='<w:numPr><w:ilvl w:val="0"/><w:numId/></w:numPr>'),
    item("חמש", of=2),
    item("נקודה", of=2, level=1),
    item("אות", of=51),
    item("שש", of=2),
    item("מקור", of=3),
    item("מקושר", of=4),
    item("לא מקושר", of=5),
    item("אין", of=52),
    item("אפס", of=0),
    item("אין רמה", of=3, level=5),
    item("פרק", of=6),
    item("תת", of=6, level=1),
    item("ריק", of=6, level=2),
    item("חסר", of=7),
    item("תחת", of=7, level=1),
    *(text for n in range(len(_FORMS)) for text in (item("ראשון", of=20 + n), item("שני", of=20 + n))),
    *(item(text, of=n) for n in (40, 41, 42) for text in ("א", "ב")),
    par("כותרת ממוספרת", properties='<w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="6"/></w:numPr>'),
    item("", of=1),
    item("אחרי ריק", of=1),
    item("עמוק בלי אב", of=2, level=1),
    item("רדוד", of=2),
    styled("לא ברשימה", "X"),
    lists="".join(f'<w:abstractNum w:abstractNumId="{n}">{inner}</w:abstractNum>' for n, inner in _LISTS.items())
    + "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{of}"/>{more}</w:num>' for n, (of, more) in _NUMBERS.items()
    ),
)

DOCUMENTS = {"lists": LISTS}
