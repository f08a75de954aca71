"""Lists of people in a report, recognised by what they are: tables and lines of names with roles, under whatever heading.

A repository is a publication too, so such a list is not taken over with the text. Names come through `sikum import
participants`, with consent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.expressions import expression
from generator.importing.markdown import Block
from generator.importing.word.account import plain_of
from generator.structure import FieldSpec, match_name, normal

_PEOPLE = expression(
    r"(?:ה?רשימת |שמות |טבלת |list of |the |names of |قائمة |أسماء )*"
    r"(?:ה?משתתפי[םת]?\b|ה?משתתפות\b|ה?משתתפים|משתתפי |נוכחים|ה?נוכח[יו]|נכחו|השתתפו|מוזמנים|ה?מרואיינים|חברי |חברות |חברים ב|"
    r"ה?צוות|צוות ה|ועדת ה?היגוי|שותפים לתהליך|שותפי התהליך|ה?דוברים|דוברות|מנחי השולחנות|"
    r"participants?\b|attendees\b|attendance\b|present\b|in attendance\b|members? of\b|committee members\b|"
    r"steering (?:committee|group)\b|"
    r"project team\b|team members\b|contributors\b|interviewees\b|"
    r"ה?חסרים\b|ה?נעדרים\b|התנצלו\b|לא נכחו\b|(?:רשימת )?תפוצה\b|absent(?:ees)?\b|apologies\b|regrets\b|"
    r"distribution list\b|الغائبون|المعتذرون|"
    r"المشاركون|المشاركين|مشاركون|الحاضرون|الحضور|أعضاء|فريق|لجنة)"
)
_NOT_PEOPLE = expression(
    r"\b(?:סקר|משוב|מספר|ציפיות|גיוס|בחירת|הודעה|תגובות|survey|feedback|number|expectations|recruit\w*|عدد)\b"
)
_TITLES = expression(
    r"(?<!\w)(?:ד[\"״'׳]+ר|דר'|עו[\"״]ד|פרופ['׳]?|גב['׳]|מר|רו[\"״]ח|ח[\"״]כ|הרב|השר|השרה|אינג['׳]|"
    r"dr|prof|mr|mrs|ms|adv|eng|د|أ|السيد|السيدة|الدكتور|الدكتورة|المهندس|المحامي)\.?\s+",
    re.IGNORECASE,
)
_ROLE = expression(
    r"(?:מנכ[\"״]ל|סמנכ[\"״]ל|מנהל|יו[\"״]ר|רכז|נציג|חבר|ראש|יועצ|יועץ|מרכז|אחראי|מתאמ|מתכננ|מתכנן|מהנדס|אדריכל|מזכיר|עוזר|"
    r"סגן|סגנית|פרופסור|חוקר|מפקח|תושב|פעיל|אחות|רופא|מורה|הורה|סטודנט|גמלאי|"
    r"עמותת|משרד |עיריית|מועצ|מכון|אוניברסיט|ארגון|חברת |"
    r"director|manager|head|chair|member|representative|coordinator|officer|advisor|adviser|secretary|engineer|professor|researcher|"
    r"ministry|university|municipality|council|ngo|association|resident|teacher|nurse|"
    r"مدير|رئيس|ممثل|عضو|منسق|مستشار|مهندس|باحث|وزارة|بلدية|جمعية|جامعة|مواطن|ساكن)",
    re.IGNORECASE,
)
_REACH = expression(r"[\w.+-]+@[\w-]+\.\w|(?<!\d)\+?0?\d{1,3}[- ]?\d{3}[- ]?\d{3,4}(?!\d)|(?<!\d)0\d[- ]?\d{7,8}(?!\d)")
_REACH_HEAD = expression(
    r"טלפון|נייד|דוא|מייל|אימייל|ת\.?ז|תעודת זהות|חתימ|phone|mobile|e-?mail|signature|هاتف|بريد|جوال|توقيع",
    re.IGNORECASE,
)
_BODY_HEAD = expression(
    r"שיוך|השתייכות|יחידה|אגף|משרד|מוסד|מקום עבודה|affiliation|department|company|الجهة|المؤسسة", re.IGNORECASE
)
"""Columns that say where a person is from; enough beside a column of names in which names stand."""
_NAME_HEAD = expression(
    r"(?:ה?שם(?: (?:מלא|פרטי|משפחה|המשתתף|המשתתפת|ומשפחה|פרטי ומשפחה|ה?משתתפ\S{0,2}(?: \S{1,2})?))?"
    r"|(?:full |first |last )?name|الاسم(?: الكامل)?)\Z"
    r"|משתתפ|נוכח|participant|attendee"
)
_GIVEN = expression(r"ה?שם ה?פרטי\Z|(?:first|given) name\Z|الاسم الأول\Z")
_FAMILY = expression(r"ה?שם ה?משפחה\Z|(?:last|family) name\Z|surname\Z|اسم العائلة\Z")
_APART = expression(r"\s*[,،|\t:;(]\s*|\s+[-–—]\s+|\s*<br>\s*")
_LETTERS = expression(r"[^\W\d_][^\W\d_'׳\"״.-]*(?:['׳\"״.-][^\W\d_]*)*\Z")
_SENTENCE_WORDS = 9
_CALL = expression(
    r"^(?:השתתפו|בהשתתפות|נכחו|נוכחים|בנוכחות|משתתפים|הגיעו|חסרים|נעדרים|התנצלו|חברי ה?\w+"
    r"|participants?|attendees|attended|present|in attendance|absent|apologies"
    r"|المشاركون|شارك|بمشاركة|الحضور|حضر|بحضور|الغائبون|اعتذر)\b[^:]{0,25}:\s*"
)


def names_people(heading: str) -> bool:
    """Whether a heading, without numbers and "Appendix A:", announces a list of people."""
    words = normal(heading)
    return bool(_PEOPLE.match(words)) and len(words.split()) <= 6 and not _NOT_PEOPLE.search(words)


def is_list_of_people(block: Block, specs: Sequence[FieldSpec], *, is_announced: bool) -> bool:
    """Whether a block is a list of people, or a line of one. `is_announced`: it stands under a heading that says so.

    `specs`: the fields of a participant in the structure.
    """
    if block.rows:
        return _is_table(block.rows, specs, is_announced=is_announced)
    lines = [line for line in _lines(block) if line]
    if not lines or block.level:
        return False
    if _is_enumeration(lines[0]):
        return True
    # Some lists have the role first.
    people = [line for line in lines if is_person(line) or (is_announced and any(map(is_name, _APART.split(line)[:2])))]
    if is_announced:
        return len(people) * 2 >= len(lines) and not (
            len(lines) == 1 and _is_sentence(lines[0]) and not _CALL.match(lines[0])
        )
    return len(lines) >= 3 and len(people) * 4 >= len(lines) * 3


def is_person(line: str) -> bool:
    """Whether a line is a name with a title, a role, or a way to reach its owner: `דנה לוי, מנהלת אגף`."""
    parts = [part for part in _APART.split(line) if part]
    if not parts or _is_sentence(line):
        return False
    if (reach := _REACH.search(parts[0])) and reach.start():
        parts[0:1] = [parts[0][: reach.start()].strip(), parts[0][reach.start() :]]
    name, rest = parts[0], " ".join(parts[1:])
    if not is_name(name):
        return False
    if _TITLES.match(name) and (not rest or len(rest.split()) <= _SENTENCE_WORDS):
        return True
    return bool(rest) and bool(_ROLE.search(rest) or _REACH.search(rest)) and not _ROLE.match(name)


def may_be_person(block: Block) -> bool:
    """Whether a paragraph is one line of what may be a list of people."""
    return not block.level and not block.rows and len(block.text) < 160 and is_person(plain_of(block.markdown))


def is_name(text: str) -> bool:
    """Whether a text may be a person's name: two to four words of letters alone, perhaps after a title."""
    bare = _TITLES.sub("", text.strip(" .-–•*<>"))
    words = bare.split()
    if not 2 <= len(words) <= 4 or len(bare) > 40 or not all(_LETTERS.match(word) for word in words):
        return False
    if bare.isascii():
        return all(word[0].isupper() for word in words) and not _ROLE.search(bare)
    return not any(_ROLE.match(word) for word in words)


def rows_of_people(block: Block) -> Iterator[tuple[str, ...]]:
    """The list as rows: of a table its rows, of lines the parts between their commas."""
    if block.rows:
        yield from (row for row in block.rows if any(row))
        return
    for line in _lines(block):
        line = _CALL.sub("", line)
        if line:
            yield tuple(part.strip(" )") for part in _APART.split(line) if part.strip(" )"))


def _is_table(rows: Sequence[Sequence[str]], specs: Sequence[FieldSpec], *, is_announced: bool) -> bool:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if len(filled) < 2 and not is_announced:
        return False
    head = [normal(cell) for cell in filled[0]] if filled else []
    known = {spec.id for cell in head if (spec := match_name(specs, cell))}
    has_name = "name" in known or any(_NAME_HEAD.match(cell) for cell in head)
    has_more = bool(known - {"name"}) or any(_REACH_HEAD.search(cell) for cell in head)
    if has_name and has_more:
        return True
    if any(_GIVEN.match(cell) for cell in head) and any(_FAMILY.match(cell) for cell in head):
        return True
    if has_name and any(_BODY_HEAD.search(cell) for cell in head):
        column = next(n for n, cell in enumerate(head) if _NAME_HEAD.match(cell) or match_name(specs, cell))
        names = [row for row in filled[1:] if len(row) > column and is_name(row[column])]
        return len(names) * 2 >= len(filled) - 1
    if is_announced:
        return True
    people = [
        row for row in filled if is_person(", ".join(cell for cell in row if not cell.strip(" .").isdigit() and cell))
    ]
    return len(people) >= 2 and len(people) * 3 >= len(filled) * 2


def _is_enumeration(line: str) -> bool:
    """`השתתפו: דנה לוי, יוסי כהן, רות ישראלי`"""
    match = _CALL.match(normal_case(line))
    if match is None:
        return False
    parts = [part for part in re.split(r"[,;،؛]", line[match.end() :]) if part.strip()]
    names = [part for part in parts if is_name(_APART.split(part.strip(" ."))[0])]
    return len(parts) >= 2 and len(names) * 2 >= len(parts)


def normal_case(line: str) -> str:
    """The line in lower case, its length unchanged."""
    lower = line.lower()
    return lower if len(lower) == len(line) else line


def _is_sentence(line: str) -> bool:
    return len(line.split()) > 14 or (len(line.split()) >= _SENTENCE_WORDS and line.rstrip().endswith((".", ":")))


def _lines(block: Block) -> Iterator[str]:
    for line in block.markdown.split("\n"):
        text = plain_of(re.sub(r"^\s*(?:[-*+]|\d{1,4}[.)\\]+)\s+", "", line))
        yield " ".join(text.split())
