"""Decidim's open data (`<host>-open-data.zip`) -> drafts of processes with their meetings, answers and results.

Columns are read by name, since neither their order nor their presence is stable, and files of people are not opened.
Rows are repeated once for each public space, and a server of several organisations may add those of others: told by the
host of their addresses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from generator.expressions import expression
from generator.importing.platforms.archive import (
    INCOMPLETE,
    OTHER_HOST,
    REPEATED,
    Archive,
    Bodies,
    ImportedProcess,
    PassedOver,
    UnreadableArchive,
    is_over,
    language_of,
    links,
    local_day,
    local_time,
    lowered,
    markdown_of,
    part_title,
    plain,
    shortened,
    slugged,
    unread_days,
)
from generator.importing.platforms.decidim_tables import Row, is_ours, tables_of
from generator.scaffold import Draft, DraftChapter, known_meeting
from generator.scaffold.yaml_text import Value, items
from generator.source.placeholders import placeholder
from generator.structure import Structure
from generator.wording.deferred import N_

__all__ = ["NAME", "is_ours", "read"]

NAME = "Decidim"
TOO_OLD = N_("this open data has no file of processes; Decidim 0.30 and later write one")
_TAKEN_COLUMNS = frozenset(
    (
        "id", "title", "slug", "reference", "short_description", "description", "url", "start_date", "end_date",
        "developer_group", "meta_scope", "participatory_scope", "participatory_structure", "target", "participatory_space",
        "start_time", "end_time", "attendees", "organizations", "attending_organizations", "location", "closing_report",
        "withdrawn", "private_meeting", "type_of_meeting", "state", "state_published_at", "answer", "votes", "progress",
        "parent", "status",
    )
)  # fmt: skip
_DONE = expression(r"100(?:\.0*)?")
_BARE_TIME = expression(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}")
_STATES = {"accepted": "accepted", "rejected": "declined", "evaluating": "noted"}


def read(content: bytes, bodies: Bodies, structure: Structure, zone: str, today: date, language: str) -> Archive:
    """The processes of the zip. `language`: the one that is taken where a text is there in several."""
    tables, others = tables_of(content)
    processes = tables.get("participatory_processes")
    if processes is None:
        raise UnreadableArchive(TOO_OLD)
    host = Counter(urlsplit(row.get("url", "")).hostname or "" for row in processes).most_common(1)
    found: dict[str, ImportedProcess] = {}
    passed_over: list[PassedOver] = []
    reader = _Reader(tables, bodies, structure, zone, today, language)
    for row in processes:
        name = row.get("url") or row.get("id") or "–"
        if host and urlsplit(row.get("url", "")).hostname != host[0][0]:
            other = urlsplit(row.get("url", "")).hostname or "–"
            passed_over.append(PassedOver(name=name, reason=OTHER_HOST, values={"host": other}))
        elif (process := reader.process(row)) is None:
            passed_over.append(PassedOver(name=name, reason=INCOMPLETE))
        elif process.draft.id in found:
            passed_over.append(PassedOver(name=name, reason=REPEATED))
        else:
            found[process.draft.id] = process
    columns = {
        f"{table}.{column}"
        for table, rows in tables.items()
        for column in (rows[0] if rows else {})
        if column.split("/")[0] not in _TAKEN_COLUMNS or "machine_translations" in column
    }
    return Archive(
        platform=NAME,
        processes=tuple(found.values()),
        passed_over=tuple(passed_over),
        left_out=(*sorted(others), *sorted({column.partition(".")[2].split("/")[0] for column in columns})),
    )


class _Reader:
    """Makes processes of rows, with what other files hold of them."""

    def __init__(
        self,
        tables: Mapping[str, list[Row]],
        bodies: Bodies,
        structure: Structure,
        zone: str,
        today: date,
        language: str,
    ) -> None:
        self._tables = tables
        self._bodies = bodies
        self._structure = structure
        self._zone = zone
        self._today = today
        self._language = language

    def process(self, row: Row) -> ImportedProcess | None:
        """The process of a row of `participatory_processes`; None for one without a title or an address."""
        language = next((each for each in (self._language, "he", "ar", "en") if row.get(f"title/{each}")), None)
        title = self._text(row, "title", language)
        identifier = slugged(row.get("slug", "")) or slugged(row.get("reference", ""))
        if not title or not identifier:
            return None
        is_other = language is None  # a language that no record can be in
        language = language or language_of(title)
        owner = plain(self._text(row, "developer_group", language))
        body = self._bodies.find(owner) if owner else self._bodies.find(urlsplit(row.get("url", "")).hostname or "–")
        end = local_day(row.get("end_date", ""), self._zone)
        start = local_day(row.get("start_date", ""), self._zone)
        own = {name: self._own(name, row) for name in ("meetings", "proposals", "results")}
        description = plain(self._text(row, "short_description", language))
        record: dict[str, Value] = {
            "title": title,
            "short_description": shortened(description or title),
            "ministry": body.id,
            **({"methods": ["online-consultation"]} if own["proposals"] else {}),
            "status": "closing" if is_over(end, self._today) else "open",
            **({"language": language} if language != "he" else {}),
            **({"start_date": start} if start else {}),
            **({"end_date": end} if end else {}),
            **({"reference": row["reference"]} if row.get("reference") else {}),
            "sources": links([(title, row.get("url", ""))]),
        }
        plans = [
            each for each in own["results"] if any(other.get("parent/id") == each.get("id") for other in own["results"])
        ]
        if plans:
            record["outcomes"] = [
                {
                    "type": "work-plan",
                    "state": "expected",
                    "title": self._text(each, "title", language),
                    "url": each.get("url", ""),
                }
                for each in plans
            ]
        draft = Draft(
            id=identifier,
            record=record,
            assumed=frozenset(("methods", *(() if owner else ("ministry",)), *(("language",) if is_other else ()))),
            brief=shortened(description),
            chapters=tuple(self._chapters(row, language)),
            files=tuple(self._files(own, plans, language)),
        )
        unread = unread_days(row, "start_date", "end_date")
        return ImportedProcess(draft=draft, bodies=(body,), unread=unread, rows_left_out=_rows_left_out(draft, own))

    def _own(self, table: str, process: Row) -> list[Row]:
        """The rows that belong to a process: by its address, since ids of other spaces are the same. Each once."""
        url = process.get("url", "")
        found: dict[str, Row] = {}
        for row in self._tables.get(table, ()):
            if row.get("participatory_space/url") == url or row.get("url", "").startswith(f"{url}/f/"):
                found.setdefault(row.get("id", ""), row)
        return list(found.values())

    def _chapters(self, row: Row, language: str) -> Iterator[DraftChapter]:
        texts = [
            self._text(row, name, language) for name in ("description", "meta_scope", "participatory_scope", "target")
        ]
        parts = [lowered(markdown_of(text, row.get("url", ""))) for text in texts if text.strip()]
        if parts:
            title = part_title(self._structure, "background", language)
            yield DraftChapter(element="background", body="\n\n".join((f"## {title}", *parts)))

    def _files(self, own: Mapping[str, list[Row]], plans: Sequence[Row], language: str) -> Iterator[tuple[str, str]]:
        promises = [self._promise(row, language) for row in own["results"] if row not in plans]
        if promises:
            yield "promises.yml", items(promises)
        responses = [self._response(row, language) for row in own["proposals"] if _is_answered(row)]
        if responses:
            yield "responses.yml", items(responses)
        for row in own["meetings"]:
            if not _is_withdrawn(row) and row.get("private_meeting") != "true" and row.get("published") != "false":
                yield from self._meeting(row, language)

    def _promise(self, row: Row, language: str) -> dict[str, Value]:
        """A result that is done in full is a promise kept; anything less waits, since only people say why it was not."""
        is_kept = bool(_DONE.fullmatch(row.get("progress", "")))
        due, url = local_day(row.get("end_date", ""), self._zone), row.get("url", "")
        planned = plain(self._text(row, "description", language))
        return {
            "id": f"result-{slugged(row.get('id', ''))}",
            "text": self._text(row, "title", language),
            **({"planned": planned} if planned else {}),
            "status": "kept" if is_kept else "pending",
            **({"due": due} if due else {}),
            **({"evidence": url} if is_kept and url else {}),
        }

    def _response(self, row: Row, language: str) -> dict[str, Value]:
        """An answer to a proposal. States of an installation's own making are noted: what they mean is for people to say."""
        explanation = plain(self._text(row, "answer", language))
        votes = row.get("votes", "")
        state = row.get("state", "")
        if state not in _STATES and not explanation:
            explanation = placeholder(state, language)
        return {
            "heard": self._text(row, "title", language),
            **({"voices": votes} if votes.isascii() and votes.isdigit() else {}),
            "response": _STATES.get(state, "noted"),
            **({"explanation": explanation} if explanation else {}),
        }

    def _meeting(self, row: Row, language: str) -> Iterator[tuple[str, str]]:
        start = self._moment(row, "start_time")
        title = self._text(row, "title", language)
        if start is None or not title:
            return
        end = self._moment(row, "end_time")
        attendees = row.get("attendees", "")
        organisations = row.get("attending_organizations") or row.get("organizations") or ""
        location = plain(self._text(row, "location", language))
        values: dict[str, Value] = {
            "title": title,
            "date": start.date().isoformat(),
            "start_time": f"{start:%H:%M}",
            **({"end_time": f"{end:%H:%M}"} if end and end.date() == start.date() else {}),
            **({"location": location} if location else {}),
            **({"attendees_count": attendees} if attendees.isdigit() and attendees != "0" else {}),
            "organisations": [each.strip() for each in organisations.split(",") if each.strip()],
        }
        report = self._text(row, "closing_report", language) if row.get("closing_visible") != "false" else ""
        text = ""
        if report.strip():
            main_points = next(part for part in self._structure.meeting_parts if part.id == "main-points")
            text = f"## {main_points.title.in_language(language)}\n\n{lowered(markdown_of(report, row.get('url', '')))}"
        stem = f"{start.date().isoformat()}-{slugged(row.get('id', ''))}".strip("-")
        yield f"meetings/{stem}.md", known_meeting(values, text, self._structure, language)

    def _moment(self, row: Row, name: str) -> datetime | None:
        """A time of a meeting, which the platform keeps in UTC, and before 0.30 writes without saying so."""
        value = row.get(name, "")
        return local_time(f"{value} UTC" if _BARE_TIME.fullmatch(value) else value, self._zone)

    @staticmethod
    def _text(row: Row, name: str, language: str | None) -> str:
        """A text in a language, else in the first that has it; machine translations are nobody's words."""
        by_language = {
            key.removeprefix(f"{name}/"): value
            for key, value in row.items()
            if key.startswith(f"{name}/") and "machine_translations" not in key and value.strip()
        }
        return by_language.get(language or "") or next(iter(by_language.values()), row.get(name, "").strip())


def _rows_left_out(draft: Draft, own: Mapping[str, list[Row]]) -> tuple[tuple[str, int], ...]:
    """How many meetings and proposals of a process are not in its draft."""
    taken = {
        "meetings": sum(name.startswith("meetings/") for name, _ in draft.files),
        "proposals": sum(_is_answered(row) for row in own["proposals"]),
    }
    return tuple((name, len(own[name]) - count) for name, count in taken.items() if len(own[name]) > count)


def _is_answered(row: Row) -> bool:
    """Whether a proposal is not withdrawn and its answer was published."""
    return bool(row.get("state_published_at")) and not _is_withdrawn(row) and bool(row.get("state"))


def _is_withdrawn(row: Row) -> bool:
    """Whether whoever wrote it has taken it back, by any of the columns that have said so."""
    return row.get("withdrawn") == "true" or bool(row.get("withdrawn_at")) or row.get("state") == "withdrawn"
