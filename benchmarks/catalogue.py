"""A seeded catalogue of processes, sound by Sikum's own rules and readable by any Markdown site generator.

    python -m benchmarks.catalogue OUT --processes 300 --seed 1

Process number n is the same whatever the size of the catalogue, so that a page can be compared between sizes.
The bodies are invented, the persons are numbers, and the text is random words: nothing here is about anyone.
"""

from __future__ import annotations

import argparse
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks import vocabularies as known
from benchmarks.prose import Prose
from benchmarks.yaml_text import Value, block

ENGINES = Path(__file__).parent / "engines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was drawn for one process before any of its files is written."""

    id: str
    ministry: str
    kind: str
    status: str
    start: date
    end: date
    sent: date
    purpose: str
    promises: tuple[dict[str, Value], ...]
    goals: tuple[dict[str, Value], ...]

    @property
    def fell_short(self) -> bool:
        """Whether the looking back has to say what was not met (spec 3.2)."""
        return any(promise["status"] == "not-kept" for promise in self.promises) or any(
            goal["met"] == "no" for goal in self.goals
        )


def process_id(number: int) -> str:
    """The id of process `number`, the same in every catalogue."""
    return f"{known.TOPICS[number % len(known.TOPICS)]}-{number:05d}"


def write_catalogue(out: Path, *, processes: int, seed: int) -> None:
    """Write `out/processes/` and the configuration of every engine beside it; an older catalogue there is replaced."""
    if out.exists():
        if any(out.iterdir()) and not (out / "prune.yml").exists():
            raise FileExistsError(f"{out} holds something other than a generated catalogue")
        shutil.rmtree(out)
    shutil.copytree(ENGINES, out)
    docs = out / "processes"
    docs.mkdir()
    _write_site(docs, Prose(Random(seed)))
    for number in range(processes):
        _write_process(docs / process_id(number), number, Prose(Random(seed * 1_000_003 + number)))


def _write_site(docs: Path, prose: Prose) -> None:
    ministries: dict[str, Value] = {
        f"body-{number:02d}": {
            "name": {"he": f"הרשות ל{name}", "ar": f"الهيئة {number + 1}", "en": f"Authority {number + 1}"},
            "type": "ministry",
        }
        for number, name in enumerate(known.BODIES)
    }
    topics: dict[str, Value] = {
        topic: {"title": {"he": prose.phrase(1, 2), "ar": f"الموضوع {number + 1}", "en": topic.title()}}
        for number, topic in enumerate(known.TOPICS)
    }
    (docs / "ministries.yml").write_text(block(ministries), encoding="utf-8")
    (docs / "topics.yml").write_text(block(topics), encoding="utf-8")
    _write_page(docs / "index.md", {}, prose.body(120))
    _write_page(docs / "about.md", {"title": "על האתר"}, prose.body(400))


def _write_process(folder: Path, number: int, prose: Prose) -> None:
    made = _draw(number, prose)
    folder.mkdir()
    _write_page(folder / "index.md", _record(made, number, prose), prose.body(prose.rng.randint(120, 220)))
    if made.status == "withdrawn":
        return
    _write_chapters(folder, made, prose)
    (folder / "participants.csv").write_text(_participants(prose), encoding="utf-8-sig")
    (folder / "promises.yml").write_text(block(made.promises), encoding="utf-8")
    if number % 2 == 0:
        (folder / "responses.yml").write_text(block(_responses(made, prose)), encoding="utf-8")
    if number // len(known.KINDS) % 3 == 0:
        _write_meeting(folder, made, prose)


def _draw(number: int, prose: Prose) -> Made:
    rng = prose.rng
    start = date(2012, 1, 1) + timedelta(days=rng.randint(0, 4500))
    end = start + timedelta(days=rng.randint(20, 300))
    return Made(
        id=process_id(number),
        ministry=f"body-{rng.randrange(len(known.BODIES)):02d}",
        kind=known.KINDS[number % len(known.KINDS)],
        status=known.STATUSES[rng.randrange(len(known.STATUSES))],
        start=start,
        end=end,
        sent=end + timedelta(days=rng.randint(5, 120)),
        purpose=rng.choice(known.PURPOSES),
        promises=tuple(_promise(order, start, prose) for order in range(1, rng.randint(3, 7))),
        goals=tuple(
            {
                "text": prose.sentence(),
                "met": rng.choice(("yes", "yes", "yes", "yes", "partly", "partly", "no")),
                "note": prose.sentence(),
            }
            for _ in range(rng.randint(2, 4))
        ),
    )


def _promise(order: int, made_on: date, prose: Prose) -> dict[str, Value]:
    status = prose.rng.choice((*("kept",) * 8, "partly", "partly", "not-kept", "changed", "pending"))
    promise: dict[str, Value] = {
        "id": f"p{order}",
        "text": prose.sentence(),
        "date": made_on.isoformat(),
        "source": prose.phrase(3, 5),
        "planned": prose.sentence(),
        "status": status,
    }
    if status == "pending":
        return promise | {"due": f"{prose.rng.randint(2031, 2035)}"}
    promise["done"] = prose.sentence()
    if status == "kept":
        return promise | {"evidence": prose.phrase(4, 9)}
    return promise | {"explanation": prose.sentence()}


def _record(made: Made, number: int, prose: Prose) -> dict[str, Value]:
    rng = prose.rng
    record: dict[str, Value] = {
        "title": prose.phrase(4, 8),
        "short_description": prose.sentence(),
        "ministry": made.ministry,
        "partners": [f"body-{number:02d}" for number in rng.sample(range(len(known.BODIES)), rng.randint(1, 3))],
        "kind": made.kind,
        "methods": rng.sample(known.METHODS, rng.randint(1, 3)),
        "topics": rng.sample(known.TOPICS, rng.randint(1, 3)),
        "scope": rng.choice(("national", "regional", "local")),
        "start_date": made.start.isoformat(),
        "end_date": made.end.isoformat(),
        "status": made.status,
        "goals": made.goals,
        "participants_count": rng.randint(60, 900),
        "participants": {"default_consent": "full", "basis": "טופס הרשמה"},
        "output": {
            "type": rng.choice(known.OUTPUT_TYPES[made.kind]),
            "audience": rng.choice(known.AUDIENCES),
            "purpose": made.purpose,
            "detail": rng.choice(("full", "summary")),
            "distribution": rng.choice(known.DISTRIBUTIONS),
            "continuation": "final",
            "expected": prose.sentence(),
        },
        "bottom_lines": [
            {"text": prose.sentence(), "decision": True},
            *(prose.sentence() for _ in range(rng.randint(2, 5))),
        ],
        "outcomes": [
            {
                "type": rng.choice(known.OUTCOMES),
                "state": rng.choice(("expected", "submitted", "adopted")),
                "title": prose.phrase(4, 8),
                "date": made.sent.isoformat(),
                # Whoever awaits it knows until when: a sound catalogue has no outcome that was forgotten.
                "due": "2099",
                "note": prose.sentence(),
            }
            for _ in range(rng.randint(1, 3))
        ],
        "approvals": [{"who": "ראש האגף", "date": made.sent.isoformat(), "of": "output"}],
        "closing": {
            "partners_aligned": made.end.isoformat(),
            "expectations_revisited": made.end.isoformat(),
            "participants_told": made.end.isoformat(),
            "output_sent": made.sent.isoformat(),
            "contact": {"name": "לשכת הפניות", "role": "מענה לציבור", "email": f"office@{made.ministry}.example.org"},
            "next_steps": [{"text": prose.sentence(), "who": prose.phrase(2, 3), "due": "2031"}],
            "why_now": prose.sentence(),
            "waived": {"responses": "המענה נמסר בעל פה במפגש האחרון"},
        },
    }
    if number % 20 == 19:
        record["previous"] = [process_id(number - 7)]
    if made.status == "withdrawn":
        record["withdrawn"] = {"date": made.sent.isoformat(), "explanation": prose.sentence()}
    return record


def _write_chapters(folder: Path, made: Made, prose: Prose) -> None:
    rng = prose.rng
    author: Value = {"name": "העורכת", "role": 'סמנכ"לית', "organisation": "הרשות", "standing": "senior"}
    parts: tuple[str, ...] = ("עיקרי התהליך", "השלכות והשפעות", "מה ייעשה בידע", "תודות")
    _write_page(folder / "foreword.md", {"author": author}, _parts(parts, rng.randint(400, 500), prose))

    parts = ("רקע", "רציונל {#rationale}", "מטרות", "מה הובטח למשתתפים")
    _write_page(folder / "background.md", {}, _parts(parts, rng.randint(450, 700), prose))

    parts = ("תכנון מול ביצוע", "מה עבד", "מה עבד פחות", "תובנות", "מבט ביקורתי")
    parts += ("ציפיות שלא מומשו",) * made.fell_short
    lessons: list[Value] = [
        {
            "text": prose.sentence(),
            "about": rng.choice(("process", "content")),
            "verdict": rng.choice(("worked", "worked-less", "missed")),
            "theme": rng.choice(known.THEMES),
        }
        for _ in range(3)
    ]
    _write_page(folder / "reflection.md", {"lessons": lessons}, _parts(parts, rng.randint(450, 700), prose))

    insights: dict[str, Value] = {"insights": [prose.sentence() for _ in range(4)]}
    if made.kind == "knowledge":
        first, second, development = "content.md", "findings.md", prose.phrase(2, 4)
        front: dict[str, Value] = {"element": "content", "title": prose.phrase(2, 5)}
    else:
        first, second, development = f"{made.kind}.md", "implementation.md", "פיתוח"
        front = {"title": prose.phrase(2, 5)}
    links = "ראו גם את [הרקע](background.md#rationale), את [המבט לאחור](reflection.md) ואת [ההקדמה](foreword.md).[^1]"
    body = _parts((development, prose.phrase(2, 4), prose.phrase(2, 4)), rng.randint(450, 650), prose)
    _write_page(folder / first, insights, f"{body}\n\n{prose.table()}\n\n{links}\n\n[^1]: {prose.sentence()}")
    body = _parts(tuple(prose.phrase(2, 4) for _ in range(4)), rng.randint(400, 700), prose)
    _write_page(folder / second, front, f"{body}\n\nהמשך של [הפרק הקודם]({first}).")

    (folder / "appendices").mkdir()
    body = f"{_parts((prose.phrase(2, 4),), rng.randint(350, 550), prose)}\n\n{prose.table()}"
    front = {"element": "appendix", "type": "depth", "title": prose.phrase(2, 5)}
    _write_page(folder / "appendices" / "protocol.md", front, f"{body}\n\n[הרקע](../background.md)")


def _parts(headings: tuple[str, ...], words: int, prose: Prose) -> str:
    return "\n\n".join(f"## {heading}\n\n{prose.body(words // len(headings))}" for heading in headings)


def _write_meeting(folder: Path, made: Made, prose: Prose) -> None:
    (folder / "meetings").mkdir()
    front: dict[str, Value] = {
        "title": prose.phrase(3, 5),
        "date": made.start.isoformat(),
        "location": prose.phrase(1, 2),
        "attendees_count": prose.rng.randint(10, 60),
    }
    parts = ("מטרת המפגש", "עיקרי הדברים", "הסכמות", "שאלות פתוחות", "צעדים הבאים")
    _write_page(folder / "meetings" / f"{made.start}-plenary.md", front, _parts(parts, 300, prose))


def _participants(prose: Prose) -> str:
    """10 to 40 rows. Whoever withheld the name has none here, as in a list that was kept with care."""
    rng = prose.rng
    rows = ["שם,תפקיד,ארגון,מגזר,הסכמה"]
    for row in range(rng.randint(10, 40)):
        consent = rng.choices(("", "role", "organisation", "counted"), weights=(70, 12, 10, 8))[0]
        name = "" if consent else f"משתתפת {row + 1:03d}"
        role, organisation = f"{rng.choice(known.ROLES)} {row + 1}", rng.choice(known.ORGANISATIONS)
        rows.append(f"{name},{role},{organisation},{rng.choice(known.SECTORS)},{consent}")
    return "\r\n".join(rows) + "\r\n"


def _responses(made: Made, prose: Prose) -> list[Value]:
    chapter = "content" if made.kind == "knowledge" else made.kind
    responses: list[Value] = []
    for _ in range(prose.rng.randint(3, 8)):
        response: dict[str, Value] = {
            "heard": prose.sentence(),
            "voices": prose.rng.randint(2, 60),
            "response": prose.rng.choice(("accepted", "partly", "declined", "noted")),
            "explanation": prose.sentence(),
            "chapter": prose.rng.choice((chapter, "background#rationale", "reflection")),
        }
        responses.append(response)
    return responses


def _write_page(path: Path, front: dict[str, Value], body: str) -> None:
    path.write_text((f"---\n{block(front)}---\n" if front else "") + body + "\n", encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.catalogue", description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--processes", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write_catalogue(arguments.out, processes=arguments.processes, seed=arguments.seed)


if __name__ == "__main__":
    main()
