"""Small catalogues on a real disk, and ways to build them: by MkDocs, or by the builder alone where time counts."""

import subprocess
from collections.abc import Mapping
from datetime import date
from html import escape
from pathlib import Path

from generator.diagnostics import Finding
from generator.disk.builder import SiteBuilder
from generator.model.site import Page
from generator.pipeline.options import SiteOptions
from generator.pipeline.running import PageRenderer
from tests import commands

Files = Mapping[str, str | bytes]
TODAY = date(2026, 1, 1)
CONFIG = """\
site_name: קטלוג
site_url: https://catalogue.example.org/
docs_dir: processes
theme:
  name: material
  language: he
plugins:
  - sikum:
      today: 2026-01-01
      pdf: false
      data_license: CC-BY-4.0
"""
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>a</title><path d="M0 0h1v1z"/></svg>\n'

_RECORD = """\
---
title: {title}
short_description: מה נלמד משלושה מפגשים.
ministry: {ministry}
partners: [transport, {{name: קבוצת השכנים, sector: civil-society}}]
kind: knowledge
methods: [round-table]
topics: [water]
start_date: 2024-01
end_date: 2024-03-10
status: {status}
goals: [לשמוע, {{text: ללמוד, met: partly, note: חלק בלבד}}]
participants_count: 40
participants: {{default_consent: full, basis: טופס הרשמה}}
output: {{type: summary, audience: [participants], purpose: both, distribution: [digital], continuation: final, expected: סיכום}}
bottom_lines: [תחבורה, {{text: החלטה, decision: true}}, מים]
outcomes: [{{type: publication, state: adopted, title: חוברת, date: 2024-05-01, url: "https://example.org/a"}}]
closing:
  partners_aligned: 2024-03-01
  expectations_revisited: 2024-03-02
  participants_told: 2024-03-10
  output_sent: 2024-04-01
  contact: {{name: לשכת הפניות, role: מענה לציבור, email: office@example.org}}
  next_steps: [{{text: להמשיך, who: המשרד, due: 2030}}]
  why_now: המפגשים תמו.
changes: [{{date: 2024-06-01, note: תוקן שם}}]
sources: [{{title: מקור, url: "https://example.org/b"}}]
---
שלושה מפגשים, [ומה עלה בהם](content.md#finding).
"""
_PROMISES = """\
- id: p1
  text: לפרסם סיכום
  date: 2024-01-10
  source: מפגש ראשון
  status: kept
  evidence: appendices/report.pdf
- id: p2
  text: לשתף שוב
  status: partly
  explanation: שותפו רק חלק
- id: p3
  text: לחזור עם תשובה
  status: pending
  due: 2025
  updates: [{date: 2024-08-01, note: בבדיקה}]
"""


def process_files(
    folder: str, *, title: str, ministry: str = "health", status: str = "closing"
) -> dict[str, str | bytes]:
    """One process with something of everything that a process may hold."""
    return {
        f"{folder}/index.md": _RECORD.format(title=title, ministry=ministry, status=status),
        f"{folder}/foreword.md": '---\nauthor: {name: הכותבת, role: סמנכ"לית, organisation: המשרד, standing: senior}\n'
        "covers: [essentials, impacts, use, thanks]\n---\nפסקה.\n",
        f"{folder}/background.md": "## רקע\n\nכך היה.\n\n## רציונל\n\nולכן.\n",
        f"{folder}/reflection.md": "---\nlessons: [{text: להתחיל מוקדם, about: process, verdict: worked-less, theme: זמנים}]\n---\n"
        "## תכנון מול ביצוע\n\nכמעט.\n\n## מה עבד\n\nהמפגשים.\n\n## מבט ביקורתי\n\nמעט זמן.\n",
        f"{folder}/content.md": "---\ninsights: [תובנה]\n---\n## ממצא {#finding}\n\nטקסט[^1] ו־![תמונה](media/plan.svg).\n\n"
        "| א | ב |\n|---|---|\n| 1 | 2 |\n\n[^1]: הערה.\n",
        f"{folder}/participants.csv": "שם,תפקיד,ארגון,מגזר,הסכמה\nרות,רכזת,עמותת הגשר,civil-society,\n"
        ",נהגת,חברת הקווים,business,role\n,,,,counted\n",
        f"{folder}/promises.yml": _PROMISES,
        f"{folder}/responses.yml": "- {heard: צריך ספסלים, voices: 7, response: accepted, explanation: יוצבו, "
        "chapter: content#finding}\n",
        f"{folder}/meetings/2024-02-01-plenary.md": "---\ntitle: מליאה\ndate: 2024-02-01\nlocation: אולם\nattendees_count: 30\n"
        "---\n## מטרת המפגש\n\nלשמוע.\n\n## הסכמות\n\nהוסכם.\n",
        f"{folder}/appendices/depth.md": "---\nelement: appendix\ntype: depth\ntitle: מסמך עומק\n---\n[הרקע](../background.md)\n",
        f"{folder}/appendices/report.pdf": PDF,
        f"{folder}/media/plan.svg": SVG,
    }


def catalogue_files() -> dict[str, str | bytes]:
    """Two processes of two ministries, an ordinary page and the registries."""
    return {
        "index.md": "מילים מעל הקטלוג.\n",
        "about.md": "---\ntitle: על האתר\n---\nטקסט, וגם [תהליך](first/index.md).\n",
        "ministries.yml": "health: {name: {he: משרד הבריאות, ar: وزارة الصحة, en: Health}, type: ministry}\n"
        'transport: {name: {he: משרד התחבורה}, type: ministry, url: "https://example.org/t"}\n',
        "topics.yml": "water: {title: {he: מים, ar: مياه, en: Water}}\n",
        **process_files("first", title="תהליך ראשון"),
        **process_files("second", title="תהליך שני", ministry="transport"),
    }


def write_files(folder: Path, files: Files) -> None:
    """Write each file, with the folders above it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def write_project(folder: Path, files: Files, *, config: str = CONFIG) -> Path:
    """`mkdocs.yml` and the content folder `processes`."""
    write_files(folder, {"mkdocs.yml": config})
    write_files(folder / "processes", files)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def environment(**more: str) -> dict[str, str]:
    """What a command starts with, whatever the machine's language is."""
    return {**commands.ENVIRONMENT, **more}


def mkdocs(project: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build`, as an office runs it; `more`: variables of the environment."""
    return commands.run("mkdocs", "build", *arguments, folder=project, environment=environment(**more))


def plain(page: Page) -> bytes:
    """A page without a theme around it, with everything that is its own."""
    parts = (
        page.url,
        page.kind,
        escape(page.title),
        escape(page.description),
        page.language,
        page.head,
        page.body,
        page.side,
        page.toc,
        page.pager,
    )
    return "\n".join(parts).encode()


def build(
    builder: SiteBuilder, project: Path, *, with_search: bool = False, **options: object
) -> tuple[tuple[Finding, ...], dict[str, bytes]]:
    """The findings and the files of the site, in `project/site`, whatever the findings say."""
    given = {"today": TODAY, "site_url": "https://catalogue.example.org/", **options}
    checked = builder.check(SiteOptions(content_dir=project / "processes", prefix="processes/", **given))  # type: ignore[arg-type]
    builder.build(checked, PageRenderer("plain", plain), project / "site", engine_files={}, with_search=with_search)
    return checked.findings, tree(project / "site")
