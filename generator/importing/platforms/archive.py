"""An archive of another platform, read: drafts of processes, and an account of what was not taken."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from msgspec import Struct

from generator.expressions import expression
from generator.importing.markdown import joined, to_markdown
from generator.model.dates import PartialDate
from generator.reading.scalars import is_url
from generator.scaffold import Draft
from generator.structure import Structure, normal
from generator.wording.deferred import N_

Item = Mapping[str, Any]
"""An object of JSON, or a row of a table, by the names of its fields."""

LONGEST_DESCRIPTION = 300
LONGEST_ID = 80

NOT_JSON = N_("not JSON, or cut off")
NO_ARCHIVE = N_(
    "neither JSON nor Decidim's zip of open data; sikum import processes reads a list of processes in Excel or CSV"
)
UNKNOWN_KIND = N_("no platform that is known writes such a file (known: {known})")
NOTHING_THERE = N_("no process in it")
NOT_YET_OPEN = N_("not open yet")
OTHER_KIND = N_("another kind of page: {kind}")
INCOMPLETE = N_("it says no title, no address or not whose it is")
REPEATED = N_("it is in the file already")
OTHER_HOST = N_("it belongs to another site: {host}")

_PERSONAL = expression(r"\[\[[A-Z][A-Z0-9 _.:-]{0,60}\]\]")
"""Where whoever made the archive took out what is personal; no JSON looks so outside of its texts."""
_HEBREW = expression(r"[א-ת]")
_ARABIC = expression(r"[\u0621-\u064a]")


def without_marks(text: str) -> str:
    """An archive's text without the marks that stand for personal data in it: none may reach a page."""
    return _PERSONAL.sub("", text)


class UnreadableArchive(ValueError):
    """Why a file is no archive. The message is an English message id, `values` fill its placeholders."""

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.values = values


class Body(Struct, frozen=True, kw_only=True):
    """An organisation that the registry may not know yet."""

    id: str
    name: str
    language: str = "en"


class ImportedProcess(Struct, frozen=True, kw_only=True):
    draft: Draft
    bodies: tuple[Body, ...]
    """The lead body first."""
    missing: tuple[str, ...] = ()
    """Ids of attachments that the item names and does not have."""
    unread: tuple[str, ...] = ()
    """Fields for a day that hold something else, with what they hold: `startdate: spring`."""
    rows_left_out: tuple[tuple[str, int], ...] = ()
    """Of files with rows that belong to a process: how many were not taken."""


class PassedOver(Struct, frozen=True, kw_only=True):
    """An item that became no process."""

    name: str
    reason: str
    """A message id; `values` fill its placeholders."""
    values: Mapping[str, str] = {}


class Archive(Struct, frozen=True, kw_only=True):
    platform: str
    """Its name, as its makers write it."""
    processes: tuple[ImportedProcess, ...]
    passed_over: tuple[PassedOver, ...] = ()
    left_out: tuple[str, ...] = ()
    """Names of fields and files that are in the archive and were not taken."""


class Bodies:
    """Finds the registry's body for a name that an archive gives, or makes one up from it."""

    def __init__(self, known: Iterable[tuple[str, Sequence[str]]] = ()) -> None:
        """`known`: ids with the names and aliases of the bodies that the registry has."""
        self._by_name = {normal(name): body for body, names in known for name in (body, *names)}

    def is_known(self, name: str) -> bool:
        """Whether the registry has a body of that name."""
        return normal(name) in self._by_name

    def find(self, name: str, slug: str = "") -> Body:
        """The body of that name; `slug`: the platform's own short name for it, which becomes the id of a new one. Of a name in
        two languages, "English | Français", the first holds."""
        name = name.partition(" | ")[0].strip()
        known = self._by_name.get(normal(name))
        made = slugged(slug) or slugged(name) or f"body-{hashlib.sha256(normal(name).encode()).hexdigest()[:6]}"
        return Body(id=known or made, name=name, language=language_of(name))


def local_day(value: str, zone: str) -> str | None:
    """The day, in the office's zone, of a time as platforms write it: ISO 8601 with an offset or `Z`, `… UTC`, or a day alone
    (`2024-03-01`, `2024/03/01`), which has no zone. None for anything else, `None` among it."""
    moment = local_time(value, zone)
    if moment is not None:
        return moment.date().isoformat()
    day = PartialDate.parse(value.strip().replace("/", "-"))
    return day.iso if day else None


def local_time(value: str, zone: str) -> datetime | None:
    """The moment, in the office's zone; one without a zone of its own is taken to be there already. None for a bare day."""
    text = re.sub(r"(?:\s*Z|\s+(?:UTC|GMT))\Z", "+00:00", value.strip().upper())
    if not re.match(r"(?:\d{4}-\d{2}-\d{2}[T ]\d{2}:|\d{8}T\d{2})\d{2}", text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(ZoneInfo(zone)) if moment.tzinfo else moment


def unread_days(item: Item, *names: str) -> tuple[str, ...]:
    """Of the fields that should hold a day those that hold something else, each with what it holds."""
    texts = ((name, text_at(item, name)) for name in names)
    return tuple(
        f"{name}: {text[:40]}" for name, text in texts if text and text != "None" and not local_day(text, "UTC")
    )


def last_day(value: str, zone: str) -> str | None:
    """The day on which something ends. The 59th minute of an hour is the last of a day where the platform stands, whichever
    zone that is: `21:59+00:00` was 23:59 in Berlin, and is no other day in Jerusalem."""
    moment = local_time(value, "UTC")
    if moment is not None and moment.tzinfo and moment.minute == 59 and moment.hour >= 11:
        return moment.date().isoformat()
    return local_day(value, zone)


def is_over(day: str | None, today: date) -> bool:
    """Whether a day, in ISO form, has passed."""
    known = PartialDate.parse(day or "")
    return known is not None and known.last_day < today


def markdown_of(html: str, host: str) -> str:
    """A piece of a page as Markdown; addresses are led from `host`, and links that lead nowhere are words alone."""

    def address(target: str) -> str | None:
        whole = urljoin(host, target)
        return whole if is_url(whole) or whole.startswith("mailto:") else None

    return joined(to_markdown(html, address))


def plain(html: str) -> str:
    """The words of a piece of a page, on one line."""
    return " ".join(" ".join(block.text for block in to_markdown(html).blocks).split())


def shortened(text: str) -> str:
    """The text in one line of at most `LONGEST_DESCRIPTION` characters, cut between words."""
    words = " ".join(text.split())
    if len(words) <= LONGEST_DESCRIPTION:
        return words
    return words[: LONGEST_DESCRIPTION - 1].rpartition(" ")[0].rstrip(",;:") + "…"


def lowered(markdown: str) -> str:
    """Headings one level down: an archive's page begins with the level of its sections, which are below the chapter's own
    parts."""
    return re.sub(r"^#(?=#{0,4} )", "##", markdown, flags=re.MULTILINE)


def slugged(text: str) -> str:
    """Latin letters, digits and hyphens of a text; empty when it has none."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:LONGEST_ID].strip("-")


def language_of(*texts: str) -> str:
    """The language that a text is written in, by its letters."""
    joined_text = " ".join(texts)
    hebrew, arabic = len(_HEBREW.findall(joined_text)), len(_ARABIC.findall(joined_text))
    if not hebrew and not arabic:
        return "en"
    return "he" if hebrew >= arabic else "ar"


def part_title(structure: Structure, part: str, language: str) -> str:
    """The title of a part of any element."""
    parts = (spec for element in structure.elements for spec in element.parts if spec.id == part)
    return next(spec.title.in_language(language) for spec in parts)


def text_at(item: Item, name: str) -> str:
    """A field that is text; empty when it is anything else."""
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""


def map_at(item: Item, name: str) -> Item:
    """A field that is an object; an empty one when it is anything else."""
    value = item.get(name)
    return value if isinstance(value, dict) else {}


def maps_at(item: Item, name: str) -> Sequence[Item]:
    """The objects of a field that is a list."""
    value = item.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def links(pairs: Iterable[tuple[str, str]], host: str = "") -> list[dict[str, str]]:
    """Titles and addresses as the record holds them; what is no whole address is left out, and so is a repetition."""
    found: dict[str, dict[str, str]] = {}
    for title, address in pairs:
        url = urljoin(host, address) if host else address
        if address and is_url(url):
            found.setdefault(url, {"title": " ".join(title.split()) or url, "url": url})
    return list(found.values())
