"""`on_error: hold`: one office's mistake stops nobody, and no mistake keeps a name that may not be shown any more."""

from __future__ import annotations

import base64
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.plugin.small import build, configure, copy_of, files, run, small_site

HOLD = "site_url: https://x.example.org/\n"
PLUGINS = "[sikum: {on_error: hold, today: 2026-01-31}]"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two processes, `example` and `second`, published once; `second` has an attached file that its text links to."""
    site = tmp_path_factory.mktemp("published")
    small_site(site)
    shutil.copytree(site / "processes/example", site / "processes/second")
    change(site, "index.md", r"(?m)^title: .*$", "title: תהליך שני")
    (site / "processes/second/appendices").mkdir()
    (site / "processes/second/appendices/a.txt").write_text("נספח", encoding="utf-8")
    append(site, "content.md", "[א](appendices/a.txt) נוסח ראשון")
    configure(site, HOLD, PLUGINS)
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture
def site(published: Path, tmp_path: Path) -> Path:
    """A copy of its own of what was published, with what its build left in the cache."""
    return copy_of(published, tmp_path / "catalogue")


def change(site: Path, name: str, pattern: str, text: str) -> None:
    """Replace in a file of `second`."""
    path = site / "processes/second" / name
    path.write_text(re.sub(pattern, text, path.read_text("utf-8")), encoding="utf-8")


def append(site: Path, name: str, text: str) -> None:
    """Add a paragraph to a file of `second`."""
    path = site / "processes/second" / name
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", encoding="utf-8")


def page(site: Path, name: str) -> str:
    """A page of the built site."""
    return (site / f"site/{name}index.html").read_text("utf-8")


def listed(site: Path) -> list[str]:
    """Ids in the open data."""
    return sorted(
        each["id"] for each in json.loads((site / "site/data/catalogue.json").read_text("utf-8"))["processes"]
    )


MISTAKES: dict[str, Callable[[Path], object]] = {
    "a dead link": lambda site: append(site, "content.md", "נוסח שני [x](nothere.md)"),
    "a picture from elsewhere": lambda site: append(
        site, "content.md", "נוסח שני ![x](https://else.example.org/x.png)"
    ),
    "a missing chapter": lambda site: (site / "processes/second/foreword.md").unlink(),
    "an unknown body": lambda site: change(site, "index.md", "(?m)^ministry: .*$", "ministry: nobody"),
    "a record that cannot be read": lambda site: change(site, "index.md", "(?m)^title: .*$", 'title: "פתוח'),
    "no record at all": lambda site: change(site, "index.md", r"(?s)^---.*?---\n", "שורה לפני\n---\ntitle: x\n---\n"),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=list(MISTAKES))
def test_the_last_version_stays_and_the_rest_goes_on(site: Path, mistake: Callable[[Path], object]) -> None:
    """Of 440 processes 42 had a dead link, and so none of the 440 could be published."""
    before = files(site / "site/second")
    mistake(site)
    (site / "processes/second/appendices/a.txt").unlink()
    other = site / "processes/example/content.md"
    other.write_text(f"{other.read_text('utf-8')}\nחדש בתהליך אחר.\n", encoding="utf-8")
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.splitlines() == ["sikum: מתעכבים: second"]
    assert done.stdout.splitlines()[0].startswith("processes/second")
    assert "חדש בתהליך אחר" in page(site, "example/content/")
    assert listed(site) == ["example", "second"]
    shown = page(site, "second/content/")
    assert "data-sikum-held" in shown
    assert "31 בינואר 2026" in shown
    assert "נוסח ראשון" in shown
    assert "נוסח שני" not in shown
    assert before.keys() - files(site / "site/second").keys() <= {"participants/index.html"}
    assert (site / "site/second/appendices/a.txt").read_text("utf-8") == "נספח"
    again = build(site)
    assert again.returncode == 0
    assert page(site, "second/content/") == shown


def test_what_is_mended_is_published_without_the_line(site: Path) -> None:
    """Waiting ends when there is nothing to wait for."""
    append(site, "content.md", "נוסח שני [x](nothere.md)")
    assert build(site).returncode == 0
    change(site, "content.md", r"\[x\]\(nothere\.md\)", "")
    assert build(site).stderr == ""
    assert "נוסח שני" in page(site, "second/content/")
    assert "data-sikum-held" not in page(site, "second/")


def test_consent_that_is_withdrawn_goes_through(site: Path) -> None:
    """Whatever else is wrong with a folder, who asks not to be named is not named from the next build on."""
    assert "דנה לדוגמה" in page(site, "second/participants/")
    append(site, "content.md", "[x](nothere.md)")
    change(site, "participants.csv", "(?m)^דנה.*$", "")
    assert build(site).returncode == 0
    made = files(site / "site/second")
    assert not [name for name, content in made.items() if "דנה לדוגמה".encode() in content]
    assert "דן לדוגמה" in page(site, "second/participants/")
    cached = files(site / ".cache")
    assert (
        "דנה לדוגמה".encode()
        not in cached[next(name for name in cached if "last-versions" in name and b"second" in cached[name])]
    )


def test_a_list_that_cannot_be_read_lists_nobody(site: Path) -> None:
    """A doubtful file publishes less, never more."""
    change(site, "index.md", "(?m)^title: .*$", 'title: "פתוח')
    assert build(site).returncode == 0
    assert "data-sikum-held" in page(site, "second/")
    assert not [name for name, content in files(site / "site/second").items() if "דנה לדוגמה".encode() in content]


def test_a_version_that_names_somebody_who_withdrew_is_taken_down(site: Path) -> None:
    """The text that is live says a name that nobody may say any more: no version of it may wait."""
    append(site, "content.md", "תודה לדנה לדוגמה על העבודה.")
    assert build(site).returncode == 0
    change(site, "participants.csv", "(?m)^(שם,תפקיד,ארגון)$", r"\1,הסכמה")
    change(site, "participants.csv", "(?m)^דנה לדוגמה,רכזת,ארגון א$", "דנה לדוגמה,רכזת,ארגון א,ספירה בלבד")
    append(site, "content.md", "[x](nothere.md)")
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not [name for name, content in files(site / "site/second").items() if "דנה לדוגמה".encode() in content]
    assert "נוסח ראשון" not in page(site, "second/")
    assert "data-sikum-held" in page(site, "second/")
    assert listed(site) == ["example"]


NAMED = "תודה לנור לדוגמה מן התהליך."
COUNTS_NOUR = "שם,תפקיד,ארגון,הסכמה\nדן לדוגמה,רכז,ארגון ב,full\nנור לדוגמה,מנהלת,ארגון ג,counted\n"


def _withdraw(site: Path, process: str = "second") -> None:
    (site / f"processes/{process}/participants.csv").write_text(COUNTS_NOUR, encoding="utf-8")


def _named_in_second(site: Path) -> list[str]:
    return [name for name, content in files(site / "site/second").items() if "נור לדוגמה".encode() in content]


def _in_another_list(site: Path) -> None:
    own = site / "processes/second/participants.csv"
    own.write_text("שם,תפקיד,ארגון\nדן לדוגמה,רכז,ארגון ב\n", encoding="utf-8")
    _withdraw(site, "example")


def _record_gone(site: Path) -> None:
    (site / "processes/second/index.md").unlink()
    _withdraw(site)


def _record_not_first(site: Path) -> None:
    (site / "processes/second/index.md").write_text("שורה לפני\n---\ntitle: x\n---\n", encoding="utf-8")
    _withdraw(site)


def _record_broken(site: Path) -> None:
    change(site, "index.md", "(?m)^title: .*$", 'title: "פתוח')
    _withdraw(site)


def _in_a_file(site: Path) -> None:
    change(site, "content.md", NAMED, "")
    _withdraw(site)


@pytest.mark.parametrize(
    "withdraws",
    [_in_another_list, _record_gone, _record_not_first, _record_broken, _in_a_file],
    ids=lambda each: each.__name__,
)
def test_a_name_that_is_withdrawn_leaves_what_is_live_wherever_it_stands(
    site: Path, withdraws: Callable[[Path], object]
) -> None:
    """It stayed where another process's list withholds it, where the record is gone, and in attached files."""
    append(site, "content.md", f"{NAMED} [ר](appendices/list.csv)")
    (site / "processes/second/appendices/list.csv").write_text("שם,הערה\nנור לדוגמה,דיברה\n", encoding="utf-8")
    assert build(site).returncode == 0
    assert "appendices/list.csv" in _named_in_second(site)
    withdraws(site)
    append(site, "content.md", "[x](nothere.md)")
    done = build(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert _named_in_second(site) == []
    assert "data-sikum-held" in page(site, "second/")


def test_a_withdrawal_that_nobody_can_read_whole_takes_the_version_down(site: Path) -> None:
    """The office asked for the process to leave the site; a quotation mark beside it kept the whole of it there."""
    change(site, "index.md", "(?m)^status: .*$", "status: הוסר")
    change(site, "index.md", "(?m)^title: .*$", 'title: "פתוח')
    assert build(site).returncode == 0
    assert "נוסח ראשון" not in page(site, "second/")
    assert listed(site) == ["example"]


def test_a_folder_that_moved_keeps_its_version(site: Path) -> None:
    """Its address is its own name, so moving it into a group and a mistake on the same day left only a notice there."""
    (site / "processes/group").mkdir()
    (site / "processes/second").rename(site / "processes/group/second")
    text = site / "processes/group/second/content.md"
    text.write_text(f"{text.read_text('utf-8')}[x](nothere.md)", encoding="utf-8")
    done = build(site)
    assert done.returncode == 0, done.stderr
    shown = page(site, "second/content/")
    assert "נוסח ראשון" in shown
    assert 'href="../../second/appendices/a.txt"' in shown
    assert (site / "site/second/appendices/a.txt").is_file()
    again = build(site)
    assert again.returncode == 0
    assert page(site, "second/content/") == shown


def test_two_folders_of_one_name_leave_what_was_there(site: Path) -> None:
    """A copy in another group took the address of the process it was copied from."""
    shutil.copytree(site / "processes/second", site / "processes/again/second")
    (site / "processes/again/second/content.md").write_text("נוסח של העתק\n", encoding="utf-8")
    done = build(site)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == ["sikum: מתעכבים: second"]
    assert "נוסח ראשון" in page(site, "second/content/")
    assert listed(site) == ["example", "second"]


def test_a_build_that_lost_its_cache_takes_the_version_out_of_the_site(site: Path) -> None:
    """Whoever deletes the cache to be sure would have taken a process off the site."""
    shutil.rmtree(site / ".cache")
    append(site, "content.md", "נוסח שני [x](nothere.md)")
    assert build(site).returncode == 0
    assert "נוסח ראשון" in page(site, "second/content/")
    assert "נוסח שני" not in page(site, "second/content/")


def test_held_withdrawn_from_and_mended_in_turn(site: Path) -> None:
    """Each build of a week: a mistake, a withdrawal while it waits, and the correction; the name never comes back."""
    append(site, "content.md", "נוסח שני [x](nothere.md)")
    assert build(site).returncode == 0
    change(site, "participants.csv", "(?m)^דנה.*$", "")
    assert build(site).returncode == 0
    change(site, "content.md", r"\[x\]\(nothere\.md\)", "")
    assert build(site).returncode == 0
    assert "נוסח שני" in page(site, "second/content/")
    assert not [name for name, content in files(site / "site/second").items() if "דנה לדוגמה".encode() in content]


def test_a_process_that_never_was_published_has_a_notice(site: Path) -> None:
    """Its address is known already, to those who were told of it: a notice stands there, and no list has it."""
    shutil.copytree(site / "processes/example", site / "processes/third")
    record = site / "processes/third/index.md"
    record.write_text(record.read_text("utf-8").replace("ministry: health", "ministry: nobody"), "utf-8")
    assert build(site).returncode == 0
    assert "data-sikum-held" in page(site, "third/")
    assert listed(site) == ["example", "second"]


def test_a_withdrawal_never_waits(site: Path) -> None:
    """What is to leave the site leaves it, whatever is wrong with what stays in the folder."""
    text = "status: withdrawn\nwithdrawn: {date: 2026-01-30, explanation: הוסר לבקשת המשרד}"
    change(site, "index.md", "(?m)^status: .*$", text)
    append(site, "content.md", "[x](nothere.md)")
    build(site)
    assert "הוסר לבקשת המשרד" in page(site, "second/")
    assert "נוסח ראשון" not in page(site, "second/")


def test_an_error_in_what_all_share_still_stops(site: Path) -> None:
    """The registries are the central unit's own: what another body is called, and which topics there are."""
    before = files(site / "site")
    (site / "processes/topics.yml").write_text("digital: {title: [}\n", encoding="utf-8")
    done = build(site)
    assert done.returncode == 1
    assert files(site / "site") == before


def test_without_the_option_an_error_stops_as_ever(site: Path) -> None:
    """`stop` is what a catalogue of one office wants."""
    append(site, "content.md", "[x](nothere.md)")
    configure(site, HOLD)
    assert build(site).returncode == 1


def test_the_last_versions_can_be_fetched_from_the_published_site(site: Path, tmp_path: Path) -> None:
    """A pipeline that keeps no cache has the published site, and that is enough."""
    public = tmp_path / "public"
    shutil.copytree(site / "site", public)
    shutil.rmtree(site / ".cache")
    shutil.rmtree(site / "site")
    append(site, "content.md", "נוסח שני [x](nothere.md)")
    (site / "processes/second/appendices/a.txt").unlink()
    done = run("generator", "sync", "--published", str(public), folder=site)
    assert done.returncode == 0, done.stderr
    assert build(site).returncode == 0
    assert "נוסח ראשון" in page(site, "second/content/")
    assert (site / "site/second/appendices/a.txt").read_text("utf-8") == "נספח"


def test_what_another_plugin_adds_is_added_once_to_a_version_that_waits(site: Path) -> None:
    """The version was kept as the plugin had left it, and went through the plugin again each time it was shown."""
    (site / "hook.py").write_text(
        "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\nPS\\n'\n", "utf-8"
    )
    configure(site, f"{HOLD}hooks: [hook.py]\n", PLUGINS)
    assert build(site).returncode == 0
    assert page(site, "second/content/").count("PS") == 1
    append(site, "content.md", "נוסח שני [x](nothere.md)")
    for _ in range(2):
        assert build(site).returncode == 0
        shown = page(site, "second/content/")
        assert "נוסח ראשון" in shown
        assert "data-sikum-held" in shown
        assert shown.count("PS") == 1


def test_a_version_that_is_published_holds_no_notes_of_editors(site: Path) -> None:
    """Comments stand on no page; the versions beside the pages had them, for whoever unpacked them."""
    append(site, "content.md", "נכתב <!-- הערה פנימית --> כאן.\n\n[לא בשימוש]: https://note.example.org/")
    assert build(site).returncode == 0
    texts = base64.b64decode(json.loads((site / "site/second/version.json").read_text("utf-8"))["texts"]).decode()
    assert "נכתב" in texts
    assert "הערה פנימית" not in texts
    assert "note.example.org" not in texts
