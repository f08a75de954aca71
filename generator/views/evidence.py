"""An outside standard read against a published record: what is met, with the place that shows it; never a score.

A pack of criteria is data (`generator/yardsticks/*.yml`, or a site's own file of the same form); a criterion is met when
the record shows each of the facts that it names. A fact that the record cannot tell is "not known", which is no blame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

from generator.diagnostics import Text
from generator.model.published import PublishedProcess

Answer = Literal["met", "not-met", "not-known"]
WORDS: Mapping[Answer, Text] = {
    "met": Text(he="מתקיים", ar="متحقق", en="met"),
    "not-met": Text(he="אינו מתקיים", ar="غير متحقق", en="not met"),
    "not-known": Text(he="לא ידוע", ar="غير معروف", en="not known"),
}
TWELVE_WEEKS = 84
"""In days."""


class Criterion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    title: Text
    facts: tuple[str, ...]
    """Names of `FACTS`, at least one."""


class Pack(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The criteria of one standard."""

    id: str
    title: Text
    source: str
    """The address of the standard."""
    criteria: tuple[Criterion, ...]


class Evidence(Struct, frozen=True, kw_only=True):
    criterion: Criterion
    answer: Answer
    url: str | None
    """Where it is shown, relative to the site's root; only of what is met."""


class BadPack(ValueError):
    """What should be a pack of criteria is none. The message says what is wrong with it."""


Fact = Callable[[PublishedProcess], str | bool | None]
"""The place that shows it, False where the record says that it is not so, None where it does not say."""


def _responses(process: PublishedProcess) -> str | bool | None:
    if process.responses:
        return process.urls.responses
    return False if process.record.status == "closed" else None


def _documents(process: PublishedProcess) -> str | bool | None:
    if process.chapters:
        return process.urls.chapter(process.chapters[0].stem)
    return process.files[0].uri if process.files else None


def _within_twelve_weeks(process: PublishedProcess) -> str | bool | None:
    if process.closing_lag_days is None:
        return None
    return process.url if process.closing_lag_days <= TWELVE_WEEKS else False


def _dates(process: PublishedProcess) -> str | bool | None:
    return process.url if process.record.start_date and process.record.end_date else None


FACTS: Mapping[str, Fact] = {
    "documents": _documents,
    "responses": _responses,
    "within-twelve-weeks": _within_twelve_weeks,
    "dates": _dates,
    "meetings": lambda process: process.urls.meeting(process.meetings[0].stem) if process.meetings else None,
    "promises": lambda process: process.urls.promises if process.promises else None,
    "goals": lambda process: process.url if process.record.goals else None,
    "contact": lambda process: process.url if process.record.closing.contact else None,
}
"""What a criterion may ask for."""


def packs() -> Iterator[Pack]:
    """The standards that come with the package, by name of file."""
    folder = files("generator") / "yardsticks"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            yield read_pack(file.read_bytes())


def read_pack(content: bytes) -> Pack:
    """A pack from a file's bytes. Raises BadPack."""
    try:
        pack = msgspec.yaml.decode(content, type=Pack)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadPack(str(error)) from error
    for criterion in pack.criteria:
        unknown = [name for name in criterion.facts if name not in FACTS]
        if unknown or not criterion.facts:
            raise BadPack(f"{criterion.id}: facts are one or more of {', '.join(FACTS)}")
    return pack


def evidence(process: PublishedProcess, pack: Pack) -> Iterator[Evidence]:
    """What the record shows of each criterion, in the pack's order."""
    for criterion in pack.criteria:
        found = [FACTS[name](process) for name in criterion.facts]
        places = [place for place in found if isinstance(place, str)]
        if len(places) == len(found):
            yield Evidence(criterion=criterion, answer="met", url=places[0])
        else:
            answer: Answer = "not-met" if any(place is False for place in found) else "not-known"
            yield Evidence(criterion=criterion, answer=answer, url=None)
