"""The sites that the reader's tests open, and the server they are opened from.

One small catalogue (`tests/sites/translated` and the sample's two invented processes) as a Hebrew, an Arabic and an English site.
"""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.commands import run

HERE = Path(__file__).parents[2]
SAMPLE = HERE / "processes"
CONTENT = HERE / "tests" / "sites" / "translated"
TITLES = {"he": "כל המשרדים, כל התהליכים", "ar": "كل الوزارات، كل العمليات", "en": "All ministries, all processes"}
BELOW = "catalogue/"
"""The sites lie in a folder below the host's root, as many do, so that a link to the root is found out."""

ABOUT = {
    "he": "---\ntitle: על הקטלוג\n---\n\nקטלוג לדוגמה.\n",
    "ar": "---\ntitle: عن الفهرس\n---\n\nفهرس نموذجي.\n",
    "en": "---\ntitle: About the catalogue\n---\n\nAn example.\n",
}
LONG_TITLE = (
    "תהליך שכותרתו ארוכה מאוד ויש בה גם Open-Government-Partnership-National-Action-Plan-2017-2019 "
    "וגם מילהאחתארוכהארוכהארוכהארוכה"
)


def write_content(folder: Path, language: str) -> None:
    """The catalogue's content folder, for a site in this language."""
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("README.md"))
    shutil.copytree(SAMPLE / "examples", folder / "examples")
    for name in ("ministries.yml", "topics.yml", "accessibility.yml"):
        shutil.copy(SAMPLE / name, folder / name)
    (folder / "about.md").write_text(ABOUT[language], encoding="utf-8")
    _write_crowd(folder / "crowd")


def _write_crowd(folder: Path) -> None:
    """A process with 500 participants, from many organisations, and a title that does not end."""
    folder.mkdir()
    record = (CONTENT / "parks" / "index.md").read_text(encoding="utf-8")
    for written, instead in (
        ("title: גינה לכל שכונה", f"title: {LONG_TITLE}"),
        ("participants_count: 14", "participants_count: 500"),
        (
            "    reflection: הפרק ייכתב אחרי סקר הגינות הראשון",
            "    foreword: אין\n    background: אין\n    content: אין",
        ),
    ):
        assert written in record
        record = record.replace(written, instead)
    (folder / "index.md").write_text(record, encoding="utf-8")
    lesson = "{text: המיקרופון עבר בין כולם, about: process, verdict: worked}"
    (folder / "reflection.md").write_text(
        f"---\nlessons:\n  - {lesson}\n---\n\n## תכנון מול ביצוע\n\nהכול בוצע.\n\n## מה עבד\n\nהמיקרופון.\n",
        encoding="utf-8",
    )
    rows = "".join(f"משתתפת מספר {n},תפקיד {n % 7},ארגון {n % 40} לדוגמה,civil-society,full,\n" for n in range(500))
    (folder / "participants.csv").write_text(f"name,role,organisation,sector,consent,count\n{rows}", encoding="utf-8")


def _write_history(folder: Path) -> None:
    """A repository with two versions: on the day on which one process was sent, a line of it read otherwise."""
    record = folder / "processes" / "parks" / "index.md"
    now = record.read_text(encoding="utf-8")
    _git(folder, "init", "-q")
    assert "- צל לפני הכול." in now
    for day, text in (("2021-06-01", now.replace("- צל לפני הכול.", "- צל לפני הכול, בכל גינה.")), ("2021-09-01", now)):
        record.write_text(text, encoding="utf-8")
        _git(folder, "add", "processes")
        _git(folder, "commit", "-q", "-m", "x", day=f"{day}T10:00:00+03:00")


def _git(folder: Path, *words: str, day: str = "") -> None:
    who = {f"GIT_{whose}_{what}": "x@example.org" for whose in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    days = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day} if day else {}
    subprocess.run(["git", *words], cwd=folder, check=True, env=os.environ | who | days)


def build_site(folder: Path, language: str) -> None:
    """`folder/site/catalogue/`: the catalogue as `mkdocs build` makes it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write_content(folder / "processes", language)
    _write_history(folder)
    (folder / "mkdocs.yml").write_text(
        f"site_name: {TITLES[language]}\nsite_url: https://example.org/{BELOW}\ndocs_dir: processes\n"
        f"theme: {{name: material, language: {language}}}\n"
        "plugins:\n  - sikum: {today: 2026-11-01, pdf: false, per_page: 20, data_license: CC-BY-4.0, yardsticks: [ogp]}\n",
        encoding="utf-8",
    )
    run_mkdocs(folder, "--site-dir", f"site/{BELOW}")


def run_mkdocs(folder: Path, *arguments: str) -> None:
    """`mkdocs build` in a process of its own, as an editor or a pipeline runs it."""
    done = run("mkdocs", "build", "--quiet", *arguments, folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr


def built_folder(folders: pytest.TempPathFactory, language: str) -> Path:
    """The host's root, with the catalogue below it; when tests run side by side, the first to ask builds it, the others wait."""
    folder = shared_folder(folders, "sites")
    with (folder / f"{language}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / language / "built").exists():
            build_site(folder / language, language)
            (folder / language / "built").touch()
    return folder / language / "site"


def shared_folder(folders: pytest.TempPathFactory, name: str) -> Path:
    """A folder of this run of the tests: one for all workers."""
    base = folders.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class _Handler(http.server.SimpleHTTPRequestHandler):
    """A static host: the site's own `_headers`, its 404 page, and nothing else."""

    protocol_version = "HTTP/1.1"
    headers_of_site: tuple[tuple[str, str], ...] = ()

    def end_headers(self) -> None:
        for name, value in self.headers_of_site:
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / BELOW / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing: the tests' own output is what counts."""


def site_headers(site: Path) -> tuple[tuple[str, str], ...]:
    """What the site's `_headers` asks a host to send with every page."""
    text = (site / BELOW / "_headers").read_text(encoding="utf-8")
    return tuple(re.findall(r"^  ([A-Za-z-]+): (.+)$", text, re.MULTILINE))


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the catalogue, from a plain static server on this machine that applies `_headers`."""
    handler = type("Handler", (_Handler,), {"headers_of_site": site_headers(site)})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/{BELOW}"
    finally:
        server.shutdown()
        server.server_close()


KINDS = {
    "catalogue": "",
    "catalogue-found": "?q=%D7%A6%D7%9C&ministry=environment",
    "ministries": "ministries/",
    "ministry": "ministries/environment/",
    "facets": "topics/",
    "facet": "topics/environment/",
    "year": "years/2021/",
    "process": "example-full/",
    "process-translated": "parks/",
    "process-in-english": "harbour/",
    "process-in-arabic": "souq/",
    "process-open": "garden/",
    "process-closing": "library/",
    "process-withdrawn": "stadium/",
    "process-crowded": "crowd/",
    "translation": "parks/ar/",
    "translation-chapter": "parks/ar/foreword/",
    "translation-missing": "parks/ar/content/",
    "chapter": "parks/content/",
    "reflection": "example-full/reflection/",
    "appendix": "example-full/how-we-counted/",
    "participants": "parks/participants/",
    "participants-crowd": "crowd/participants/",
    "promises": "example-full/promises/",
    "responses": "example-full/responses/",
    "meeting": "example-full/meetings/2023-02-05-opening/",
    "print": "example-full/print/",
    "brief": "example-full/brief/",
    "handout": "example-full/handout/",
    "lessons": "lessons/",
    "lessons-of-one": "lessons/verdicts/worked/",
    "lessons-of-kinds": "lessons/kinds/",
    "all-promises": "promises/",
    "promises-of-one": "promises/ministries/environment/",
    "outcomes": "outcomes/",
    "outcomes-of-one": "outcomes/types/legislation/",
    "yardsticks": "yardsticks/",
    "yardsticks-of-body": "yardsticks/environment/",
    "yardsticks-of-process": "parks/yardsticks/",
    "since-sent": "parks/since-sent/",
    "closing": "closing/",
    "guide": "guide/",
    "rules": "guide/rules/",
    "data": "data/",
    "accessibility": "accessibility/",
    "about": "about/",
    "not-found": "no/such/page/",
}
"""One page of every kind, and the kinds that are hard: too long, too many, empty, in another language."""

HARD = {
    "catalogue-found", "year", "process-crowded", "participants-crowd", "print", "handout", "appendix", "rules", "lessons-of-one",
    "lessons-of-kinds", "promises-of-one", "outcomes-of-one", "yardsticks-of-body",
}  # fmt: skip
"""Opened in the Hebrew site alone: they try how much a page can hold, or have the markup of another kind."""


def kinds_in(language: str) -> dict[str, str]:
    """The pages to open in the site of this language."""
    return {kind: url for kind, url in KINDS.items() if language == "he" or kind not in HARD}


LANGUAGES = ("he", "ar", "en")
DIRECTIONS = {"he": "rtl", "ar": "rtl", "en": "ltr"}
