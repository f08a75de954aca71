"""The lists of a process that can be kept as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.structure import FieldSpec, Structure, Vocabulary, normal


class TableKind(Struct, frozen=True, kw_only=True):
    """One of the lists."""

    name: str
    file: str
    """Of the process folder."""
    key: str | None
    """Field of the record that holds the list; None when the file is the list."""
    main: str
    """The field without which a row is no item."""
    specs: tuple[FieldSpec, ...]
    words: Mapping[str, str]
    """Other names of columns, in their normal form -> field."""
    vocabularies: Mapping[str, Vocabulary]


_WORDS = {
    "promises": {
        "text": "הבטחה|מה הובטח|התחייבות|המחויבות|משימה|promise|commitment|what was promised|ما وُعد به|الالتزام|وعد",
        "status": "סטטוס|מצב|מצב הביצוע|status|state|الحالة",
        "due": "מועד|תאריך יעד|לו״ז|עד מתי|מועד יעד|due|due date|deadline|الموعد النهائي|الموعد",
        "done": "מה בוצע|בוצע|ביצוע|מה נעשה|done|progress|what was done|ما نُفّذ",
        "planned": "מה תוכנן|תכנון|planned|plan",
        "explanation": "הסבר|סיבה|הערת הסבר|explanation|reason|الشرح|السبب",
        "evidence": "ראיה|אסמכתה|קישור|evidence|link|رابط",
        "source": "מקור|היכן הובטח|איפה הובטח|source",
        "date": "תאריך|מתי הובטח|date|التاريخ",
    },
    "responses": {
        "heard": "מה נשמע|עמדה|הצעה|ההצעה|טענה|הערת הציבור|מה נאמר|heard|proposal|view|comment|ما سُمع|الاقتراح",
        "response": "מענה|תגובה|החלטה|סטטוס|התקבל|response|decision|status|الرد|القرار",
        "explanation": "הסבר|נימוק|סיבה|explanation|reason|الشرح|السبب",
        "voices": "כמה קולות|מספר פונים|כמות|voices|votes|count|العدد",
        "chapter": "פרק|איפה בתוצר|chapter|where",
    },
    "outcomes": {
        "type": "סוג|סוג התוצאה|type|kind|النوع",
        "state": "מצב|סטטוס|state|status|الحالة",
        "title": "כותרת|שם|תוצאה|title|name|outcome|العنوان",
        "date": "תאריך|date|التاريخ",
        "reference": "אסמכתה|מספר החלטה|סימוכין|reference|number|المرجع",
        "url": "קישור|כתובת|link|url|رابط|الرابط",
        "note": "הערה|הערות|note|notes|remarks|ملاحظة",
    },
}
NAMES = tuple(_WORDS)


def kind_of(name: str, structure: Structure) -> TableKind:
    """The kind of table of that name, one of `NAMES`."""
    words = {normal(word): field for field, text in _WORDS[name].items() for word in text.split("|")}
    specs: Sequence[FieldSpec]
    file, key, main = "index.md", None, ""
    if name == "promises":
        file, main, specs = "promises.yml", "text", structure.promise
    elif name == "responses":
        file, main, specs = "responses.yml", "heard", structure.response
    else:
        outcomes = next(spec for spec in structure.record if spec.id == "outcomes")
        key, main, specs = "outcomes", "type", outcomes.of.fields if outcomes.of else ()
    return TableKind(
        name=name, file=file, key=key, main=main, specs=tuple(specs), words=words, vocabularies=structure.vocabularies
    )
