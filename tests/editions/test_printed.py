"""A real folder, built by MkDocs and printed by a browser; and what nobody agreed to publish looked for in every edition."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from generator.disk.cache import DiskCache
from generator.disk.reader import DiskReader
from generator.editions import process_job
from generator.editions.letter import letter
from generator.editions.pdf import pdf_html, pdf_job
from generator.exports import process_json
from generator.model.site import Page
from generator.pipeline.build import site_context
from generator.pipeline.catalogue import check_site
from generator.pipeline.cross_references import cross_references_of
from generator.pipeline.options import SiteOptions
from generator.views.shared import view_of
from generator.wording import Wording
from tests.commands import run

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "processes"
LONG = "משפט ארוך שמספר מה סוכם, עם מי, מתי ובאילו תנאים, ומה עוד צריך לקרות כדי שזה יתקיים בשנים 2016–2017. "
HEADS = ["האזור", "משתתפים", "שיעור הנשים", "גיל ממוצע", "הערות", "התקבלו", "נדחו", "הערות כלליות", "האחראיות", "המקור"]
CELLS = [
    "הגליל המערבי",
    "1,284",
    "54.2%",
    "47.3",
    "3,002",
    "1,120",
    "17",
    LONG[:60],
    "משרד לדוגמה",
    "Parliamentary-Committee",
]
FORGOTTEN = ("אלמונית בהחלט", "נסתר מן העין")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The complete example; the same with too much of everything; and with people who did not agree to be named."""
    folder = tmp_path_factory.mktemp("project") / "processes"
    folder.mkdir()
    for name in ("ministries.yml", "topics.yml"):
        shutil.copy(SAMPLES / name, folder)
    full = SAMPLES / "examples" / "example-full"
    shutil.copytree(SAMPLES / "examples" / "example-first-stage", folder / "example-first-stage")
    shutil.copytree(full, folder / "example-full")
    shutil.copytree(full, folder / "overfull")
    index = folder / "overfull" / "index.md"
    text = index.read_text(encoding="utf-8").replace("previous: [example-first-stage]\n", "")
    before, _, rest = text.partition("bottom_lines:\n")
    outcomes = rest[rest.index("outcomes:\n") :]
    lines = "".join(f'  - {{text: "{number}: {LONG * 5}", decision: true}}\n' for number in range(1, 8))
    more = "".join(
        f'  - {{type: legislation, state: adopted, title: "{number}: {LONG}", note: "{LONG}"}}\n' for number in range(9)
    )
    text = f"{before}bottom_lines:\n{lines}" + outcomes.replace("outcomes:\n", f"outcomes:\n{more}")
    index.write_text(text, encoding="utf-8")
    wide = "\n".join(f"| {' | '.join(row)} |" for row in (HEADS, ["---"] * len(HEADS), *([CELLS] * 3)))
    with (folder / "overfull" / "content.md").open("a", encoding="utf-8") as chapter:
        chapter.write(f"\n{wide}\n")
    with (folder / "example-full" / "participants.csv").open("a", encoding="utf-8") as people:
        people.write(
            f"{FORGOTTEN[0]},מנהלת,משרד לדוגמה,government,role,\n{FORGOTTEN[1]},מנהל,משרד לדוגמה,government,counted,\n"
        )
    return folder


@pytest.fixture(scope="module")
def site(content: Path) -> Path:
    """The site that `mkdocs build` makes of it."""
    (content.parent / "mkdocs.yml").write_text(
        "site_name: שם האתר\nsite_url: https://sikum.example.org/\ndocs_dir: processes\n"
        "theme: {name: material, language: he}\nplugins: [sikum: {today: 2026-11-01}]\n",
        encoding="utf-8",
    )
    built = run("mkdocs", "build", "--quiet", folder=content.parent)
    assert built.returncode == 0, built.stdout + built.stderr
    return content.parent / "site"


def printed(chromium: Browser, address: Path, out: Path) -> list[str]:
    """The text of each sheet when the page is printed from the browser, with its own page size and margins."""
    page = chromium.new_page()
    page.goto(address.as_uri())
    page.pdf(path=out, prefer_css_page_size=True)
    page.close()
    info = subprocess.run(["pdfinfo", out], check=True, capture_output=True, text=True).stdout
    assert "A4" in info
    text = subprocess.run(["pdftotext", out, "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


@pytest.mark.parametrize("process", ["example-full", "overfull"])
def test_the_one_page_is_one_sheet_with_nothing_cut_off(
    site: Path, chromium: Browser, tmp_path: Path, process: str
) -> None:
    """A minister gets one sheet: a second with two lines on it is lost, a line cut in half is worse."""
    address = site / process / "brief" / "index.html"
    sheets = printed(chromium, address, tmp_path / "brief.pdf")
    assert len(sheets) == 1
    for words in ("office@example.org", f"https://sikum.example.org/{process}/"):
        assert words in sheets[0]
    page = chromium.new_page(viewport={"width": 673, "height": 1000})
    page.emulate_media(media="print")
    page.goto(address.as_uri())
    cut = "node => node.scrollHeight - node.clientHeight"
    rounding = 3
    assert page.locator(".brief").evaluate(cut) <= 0
    assert page.locator(".brief__body").evaluate(cut) <= rounding
    page.close()


def test_what_a_sheet_cannot_hold_is_said(site: Path) -> None:
    """A reader must know that there is more, and where."""
    text = (site / "overfull" / "brief" / "index.html").read_text(encoding="utf-8")
    assert "תוצאות נוספות במסמך המלא" in text
    assert "…" in text


def test_the_whole_document_prints_with_its_address_on_every_sheet(
    site: Path, chromium: Browser, tmp_path: Path
) -> None:
    """A sheet that was copied out of the pile must lead back to the whole."""
    sheets = printed(chromium, site / "example-full" / "print" / "index.html", tmp_path / "print.pdf")
    assert len(sheets) > 10
    assert [
        number for number, sheet in enumerate(sheets) if "https://sikum.example.org/example-full/" not in sheet
    ] == []
    assert not any("תפריט" in sheet for sheet in sheets), "the site's own navigation stays on the screen"


@pytest.mark.parametrize("page", ["content", "print"])
def test_a_wide_table_is_whole_on_a_sheet(site: Path, chromium: Browser, page: str) -> None:
    """Paper does not scroll: a column that goes on beyond it is lost, and nobody knows that there was one."""
    there = chromium.new_page(viewport={"width": 673, "height": 1000})
    there.emulate_media(media="print")
    there.goto((site / "overfull" / page / "index.html").as_uri())
    tables = there.locator(f".table-scroll:has(th:nth-child({len(HEADS)}))")
    assert tables.count() == 1
    assert tables.evaluate_all("each => each.map(e => e.scrollWidth - e.clientWidth)") == [0]
    there.close()


def test_the_site_around_the_document_has_none_of_its_ids(site: Path) -> None:
    """A chapter is often called `content`, and so is the place that "skip to the content" leads to."""
    page = BeautifulSoup((site / "example-full" / "print" / "index.html").read_bytes(), "lxml")
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert "doc:content" in ids
    assert sorted(ids) == sorted(set(ids))
    within = {str(link["href"])[1:] for link in page.select('main a[href^="#"]')}
    assert within <= set(ids)


def test_what_nobody_agreed_to_is_in_no_edition(content: Path, tmp_path: Path) -> None:
    """A name without consent in one edition is published, whatever the others hold."""
    cache = DiskCache(tmp_path)
    options = SiteOptions(content_dir=content, site_url="https://sikum.example.org/", today=date(2026, 11, 1))
    checked = check_site(options, DiskReader(content, cache), cache, workers=1)
    context, around = site_context(checked), cross_references_of(checked)
    process = next(each for each in checked.catalogue.processes if each.id == "example-full")
    texts = [pdf_html(process, around[process.id], context)]
    for file in process_job(view_of(process, around[process.id], context), "key").build():
        assert isinstance(file.content, Page)
        texts.append(file.content.body)
    texts += [
        letter(process, "participants", Wording(language), context, "html").text for language in ("he", "ar", "en")
    ]
    texts += [letter(process, "partners", Wording("he"), context).text]
    assert len(texts) == 8
    assert sum("משתתפת לדוגמה" in text for text in texts) == 2, "the document names those who agreed"
    for name in FORGOTTEN:
        assert not any(name in text for text in texts)


def test_a_pdf_can_be_made_of_the_real_thing(content: Path, tmp_path: Path) -> None:
    """Tables, drawings, footnotes and attachments of a whole record: nothing that WeasyPrint has to guess."""
    cache = DiskCache(tmp_path)
    options = SiteOptions(content_dir=content, site_url="https://sikum.example.org/", today=date(2026, 11, 1))
    checked = check_site(options, DiskReader(content, cache), cache, workers=1)
    process = next(each for each in checked.catalogue.processes if each.id == "example-full")
    job = pdf_job(
        process,
        cross_references_of(checked)[process.id],
        site_context(checked),
        "key",
        lambda path: (content / path).read_bytes(),
        partial(process_json, context=site_context(checked)),
    )
    (file,) = job.build()
    assert isinstance(file.content, bytes)
    out = tmp_path / "out.pdf"
    out.write_bytes(file.content)
    fonts = subprocess.run(["pdffonts", out], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    assert all(row.split()[0].partition("+")[2].startswith(("Text-", "Title-")) for row in fonts), fonts
    text = subprocess.run(["pdftotext", out, "-"], check=True, capture_output=True).stdout.decode()
    for drawn in ("תחילת השיתוף", "התוצר נשלח"):  # words of the days' graph, which no text of the document has
        assert drawn in text
    for name in FORGOTTEN:
        assert name not in text
