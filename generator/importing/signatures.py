"""The lines that close a foreword: `בברכה, ד"ר דנה כהן, סמנכ"לית לתכנון` -> who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from generator.expressions import expression
from generator.importing.people import is_name, is_person
from generator.importing.word.account import plain_of

_CLOSING = expression(
    r"(?:בברכה|בברכת|בכבוד(?: רב)?|ב?תודה|בהערכה|ב?הוקרה|שלכם|שלך|שלכן|על החתום|"
    r"(?:و?مع )?(?:فائق |خالص |أطيب |جزيل |بالغ )?(?:ال)?(?:تحية|تحيات|تقدير|احترام|شكر)|و?تفضلوا|باحترام|بكل احترام|التوقيع|"
    r"(?:yours )?(?:very )?(?:sincerely|faithfully|truly)|yours|(?:with )?(?:best |kind |warm )?regards|(?:with )?best wishes|"
    r"respectfully|with (?:thanks|gratitude|appreciation)|signed)\b[^,\n]{0,30}[,.،]?\s*\Z",
    re.IGNORECASE,
)
_AFTER = expression(
    r"(?:ה?העתק(?:ים)?|לוטה?|מצורף|c\.?c\.?|copy|copies|encl|نسخة|المرفقات|מספרנו|סימוכין|p\.?s\.?|נ\.ב)\b|#|\|",
    re.IGNORECASE,
)
"""What may follow a signature: who gets a copy, what is enclosed, the next heading."""
_MOST_LINES = 9
_MOST_SIGNED = 4
_LONGEST = 120


class Signature(Struct, frozen=True, kw_only=True):
    fields: dict[str, str]
    """`name`, and `role` where it is given."""
    lines: tuple[str, ...]
    """The foreword's blocks without what became fields."""


def author_in(blocks: Sequence[str]) -> Signature | None:
    """Who signed a foreword: at the end of its own text, else at the end of what stands under its headings."""
    end = next((n for n, block in enumerate(blocks) if n and block.startswith("#")), len(blocks))
    for start, stop in ((0, end), (end, len(blocks))):
        found = signature_of(blocks[start:stop])
        if found is not None:
            return Signature(fields=found.fields, lines=(*blocks[:start], *found.lines, *blocks[stop:]))
    return None


def signature_of(blocks: Sequence[str]) -> Signature | None:
    """Who signed, after words that close a letter; None when nothing shows it."""
    lines = [
        (number, line) for number, block in enumerate(blocks) for line in re.split(r"\s*\n", block) if line.strip()
    ]
    for start in reversed(range(max(0, len(lines) - _MOST_LINES), len(lines))):
        before, rest = _closed(" ".join(plain_of(lines[start][1]).split()))
        if before is None:
            continue
        signed, end = [rest] if rest else [], start + 1
        for _, line in lines[start + 1 :]:
            plain = " ".join(plain_of(line).split())
            if _AFTER.match(plain):
                break
            signed += [plain] if any(letter.isalpha() for letter in plain) else []  # not the line to sign upon
            end += 1
        if not 0 < len(signed) <= _MOST_SIGNED or any(
            len(line) > _LONGEST or line.startswith(("#", "|")) for line in signed
        ):
            continue
        name, role = _parted(signed)
        if not is_name(name):
            continue
        number = lines[start][0]
        kept = [line for index, line in lines[: start + 1] if index == number]
        kept[-1] = before
        return Signature(
            fields={"name": name, **({"role": role} if role else {})},
            lines=(
                *blocks[:number],
                "  \n".join(line.rstrip() for line in kept),
                *(line.rstrip() for _, line in lines[end:]),
            ),
        )
    return _last_line(blocks)


def _last_line(blocks: Sequence[str]) -> Signature | None:
    """A foreword's last block that is nothing but a name and a role, in either order."""
    plain = " ".join(plain_of(blocks[-1]).split()) if blocks else ""
    first, comma, second = (part.strip(" .-–—") for part in plain.partition(","))
    if len(blocks) < 2 or not comma or len(plain) > _LONGEST or "\n" in blocks[-1]:
        return None
    for name, role in ((first, second), (second, first)):
        if is_name(name) and is_person(f"{name}, {role}"):
            return Signature(fields={"name": name, "role": role}, lines=tuple(blocks[:-1]))
    return None


def _closed(line: str) -> tuple[str | None, str]:
    """The closing words and what follows them on the line."""
    if _CLOSING.match(line):
        return line, ""
    head, comma, rest = line.partition(",")
    if comma and _CLOSING.match(f"{head},") and rest.strip():
        return f"{head},", rest.strip()
    return None, ""


def _parted(lines: Sequence[str]) -> tuple[str, str]:
    name, _, role = lines[0].partition(",")
    return name.strip(" .-–—"), ", ".join(part for part in (role.strip(), *lines[1:]) if part)
