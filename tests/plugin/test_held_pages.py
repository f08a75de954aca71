"""`on_error: hold` for pages that belong to no process, and the files that such pages link to."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.plugin.small import build, configure, copy_of, run, small_site

HOLD = "[sikum: {on_error: hold, today: 2026-01-31}]"
ADDRESS = "site_url: https://x.example.org/\n"
ABOUT = "---\ntitle: אודות\n---\nמי אנחנו, נוסח ראשון. [נספח](media/a.txt)\n"
NOTE = "הערה שנכתבה לעורכים בלבד"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page about it, which shows a file, and words on its front page; published once."""
    site = tmp_path_factory.mktemp("published")
    small_site(site, ADDRESS, HOLD)
    (site / "processes/media").mkdir()
    (site / "processes/media/a.txt").write_text("מצורף", encoding="utf-8")
    write(site, "about.md", ABOUT)
    write(site, "index.md", "דברי פתיחה, נוסח ראשון.\n")
    append(site, "[אודות](../about.md)")
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture
def site(published: Path, tmp_path: Path) -> Path:
    """A copy of its own of what was published, with what its build left in the cache."""
    return copy_of(published, tmp_path / "catalogue")


def write(site: Path, name: str, text: str | bytes) -> None:
    """A file of the content folder."""
    (site / "processes" / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def append(site: Path, text: str) -> None:
    """Add a paragraph to a chapter of the process."""
    path = site / "processes/example/content.md"
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", encoding="utf-8")


def page(site: Path, url: str = "about/") -> str:
    """A page of the built site."""
    return (site / f"site/{url}index.html").read_text("utf-8")


MISTAKES: dict[str, Callable[[Path], object]] = {
    "a dead link": lambda site: write(site, "about.md", ABOUT + "נוסח שני [x](nothere.md)\n"),
    "a file that is gone": lambda site: (site / "processes/media/a.txt").unlink(),
    "bytes of another encoding": lambda site: write(site, "about.md", "נוסח שני".encode("cp1255")),
    "a conflict": lambda site: write(site, "about.md", ABOUT + "<<<<<<< HEAD\nנוסח שני\n=======\nב\n>>>>>>> x\n"),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=list(MISTAKES))
def test_the_last_version_of_a_page_stays_and_the_rest_goes_on(site: Path, mistake: Callable[[Path], object]) -> None:
    """Whoever writes the page about the site stopped every office."""
    mistake(site)
    append(site, "חדש בתהליך.")
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.splitlines() == ["sikum: מתעכבים: about.md"]
    assert done.stdout.startswith("processes/about.md (ממתין לתיקון)")
    assert "data-sikum-held" in page(site)
    assert "31 בינואר 2026" in page(site)
    assert "נוסח ראשון" in page(site)
    assert "נוסח שני" not in page(site)
    assert (site / "site/media/a.txt").read_text("utf-8") == "מצורף"
    assert 'href="../media/a.txt"' in page(site)
    assert "חדש בתהליך" in page(site, "example/content/")
    assert 'href="../../about/"' in page(site, "example/content/")
    shutil.rmtree(site / ".cache")
    assert build(site).returncode == 0
    assert "נוסח ראשון" in page(site)


def test_words_on_the_front_page_wait_too(site: Path) -> None:
    """They are a page like any other, at the address of all."""
    write(site, "index.md", "נוסח שני [x](nothere.md)\n")
    assert build(site).returncode == 0
    assert "דברי פתיחה, נוסח ראשון" in page(site, "")
    assert "data-sikum-held" in page(site, "")
    write(site, "index.md", "נוסח שני.\n")
    assert build(site).stderr == ""
    assert "נוסח שני" in page(site, "")
    assert "data-sikum-held" not in page(site, "")


def test_a_page_that_never_was_published_is_a_notice(site: Path) -> None:
    """And one whose address is the site's own is nowhere."""
    write(site, "new.md", "# חדש\n\nנוסח שני [x](nothere.md)\n")
    write(site, "data.md", "# נתונים\n")
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "data-sikum-held" in page(site, "new/")
    assert "נוסח שני" not in page(site, "new/")
    assert "/new/" not in (site / "site/sitemap.xml").read_text("utf-8")
    assert "data-sikum-held" not in page(site, "data/")


def test_a_page_that_names_somebody_who_withdrew_is_taken_down(site: Path) -> None:
    """No version that is live may name who may not be named any more, on whatever page it stands."""
    write(site, "about.md", ABOUT + "תודה לדנה לדוגמה.\n")
    assert build(site).returncode == 0
    assert "דנה לדוגמה" in page(site)
    write(site, "example/participants.csv", "שם,תפקיד,ארגון,הסכמה\nדנה לדוגמה,רכזת,ארגון א,counted\n")
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "data-sikum-held" in page(site)
    found = [
        path for path in (site / "site").rglob("*") if path.is_file() and "לדנה לדוגמה".encode() in path.read_bytes()
    ]
    assert found == []
    assert "דנה לדוגמה" not in (site / "site/version.json").read_text("utf-8")


def test_a_file_of_a_held_page_that_names_somebody_who_withdrew_is_taken_down(site: Path) -> None:
    """The file is gone from the folder; the page that waits for it would have shown the copy in the store."""
    write(site, "media/a.txt", "תודה לדנה לדוגמה.")
    assert build(site).returncode == 0
    (site / "processes/media/a.txt").unlink()
    assert build(site).returncode == 0
    assert (site / "site/media/a.txt").is_file()
    write(site, "example/participants.csv", "שם,תפקיד,ארגון,הסכמה\nדנה לדוגמה,רכזת,ארגון א,counted\n")
    assert build(site).returncode == 0
    assert "data-sikum-held" in page(site)
    assert not (site / "site/media/a.txt").exists()


def test_a_held_page_brings_back_no_file_of_a_process(site: Path) -> None:
    """Its version has the files outside processes alone: those of a process go when the process goes."""
    folder = site / "processes/example"
    (folder / "media").mkdir(exist_ok=True)
    (folder / "media/b.txt").write_text("מצורף לתהליך", encoding="utf-8")
    linking = ABOUT + "[של התהליך](example/media/b.txt)\n"
    write(site, "about.md", linking)
    append(site, "[שלנו](media/b.txt)")
    assert build(site).returncode == 0
    assert (site / "site/example/media/b.txt").is_file()
    write(site, "about.md", linking + "[x](nothere.md)\n")
    record = folder / "index.md"
    text = record.read_text("utf-8")
    record.write_text(text.replace("---\n", "---\nstatus: withdrawn\n", 1), encoding="utf-8")
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (site / "site/example/media/b.txt").exists()


def test_the_last_versions_of_pages_can_be_fetched(site: Path, tmp_path: Path) -> None:
    """For a pipeline that keeps neither a cache nor the site."""
    public = tmp_path / "public"
    (site / "site").rename(public)
    shutil.rmtree(site / ".cache")
    write(site, "about.md", ABOUT + "נוסח שני [x](nothere.md)\n")
    assert run("generator", "sync", "--published", str(public), folder=site).returncode == 0
    assert build(site).returncode == 0
    assert "נוסח ראשון" in page(site)
    assert (site / "site/media/a.txt").is_file()


def test_a_page_whose_file_is_another_one_by_now_is_fetched_all_the_same(site: Path) -> None:
    """The file is shared: its newer content is live at the address, and the page's last version with it."""
    write(site, "about.md", ABOUT + "נוסח שני [x](nothere.md)\n")
    write(site, "media/a.txt", "מצורף חדש")
    assert build(site).returncode == 0
    shutil.rmtree(site / ".cache")
    assert build(site).returncode == 0
    assert "נוסח ראשון" in page(site)
    assert (site / "site/media/a.txt").read_text("utf-8") == "מצורף חדש"


def test_a_version_that_is_published_holds_no_notes_of_editors(site: Path) -> None:
    """Comments stand on no page; the versions beside the pages had them, for whoever unpacked them."""
    write(site, "about.md", f"{ABOUT}<!-- {NOTE} -->\n")
    append(site, f"נכתב <!-- {NOTE} --> כאן.\n\n[לא בשימוש]: https://note.example.org/")
    assert build(site).returncode == 0
    assert NOTE not in (site / "site/version.json").read_text("utf-8")
    version = json.loads((site / "site/example/version.json").read_text("utf-8"))
    texts = base64.b64decode(version["texts"]).decode()
    assert "נכתב" in texts
    assert NOTE not in texts
    assert "note.example.org" not in texts


@pytest.mark.parametrize("name", ["list.txt", "program.exe"])
def test_a_file_that_must_not_be_published_waits_alone(site: Path, name: str) -> None:
    """A list of people, or a program, beside a page is judged as one beside a process is."""
    write(site, f"media/{name}", "שם מלא,טלפון\nדן לדוגמה,050-1234567\nדנה לדוגמה,050-7654321\n")
    write(site, "about.md", f"{ABOUT}[עוד](media/{name})\n")
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.splitlines() == [f"sikum: מתעכבים: media/{name}"]
    assert not (site / "site/media" / name).exists()
    assert (site / "site/media/a.txt").is_file()
    configure(site, ADDRESS, "[sikum]")
    assert build(site).returncode == 1
