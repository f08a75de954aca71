"""A central unit's list comes every month; what people did with its processes meanwhile stays done."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import sikum
from tests.importing.conftest import SMALLEST, excel

HEAD = ("סימוכין", "משרד", "שם התהליך", "סוג", "מועד פתיחה", "מועד סגירה", "סטטוס", "מס' משתתפים")
BODIES = ("משרד א", "משרד ב")
EDITS = ("title", "body", "field", "crlf", "add file", "delete", "move", "nothing", "rename")

UPDATED = ("nothing", "move", "crlf", "add file")
"""What people do without changing a word of index.md."""


def row(number: int, *, people: int) -> tuple[object, ...]:
    """A process of the list."""
    body, kind = BODIES[number % 2], "מדיניות"
    return (f"2024-{number}", body, f"תהליך {number}", kind, "2024-01-05", "2024-06-30", "הסתיים", people)


def imported(site: Path, rows: list[tuple[object, ...]]) -> str:
    """The list through the command."""
    (site.parent / "list.xlsx").write_bytes(excel(HEAD, *rows))
    done = CliRunner().invoke(sikum, ["import", "processes", str(site.parent / "list.xlsx"), "--site", str(site)])
    assert done.exit_code == 0, done.output
    return done.output


def places(site: Path) -> dict[str, Path]:
    """Reference -> the process that has it."""
    found = {}
    for index in sorted((site / "processes").rglob("index.md")):
        for line in index.read_text("utf-8").splitlines():
            if line.startswith("reference: "):
                reference = line.removeprefix("reference: ").strip("'\"")
                assert reference not in found, "a process was made twice"
                found[reference] = index.parent
    return found


def edited(site: Path, folder: Path, edit: str) -> None:
    """What people do."""
    index = folder / "index.md"
    text = index.read_text("utf-8")
    match edit:
        case "title":
            index.write_text(text.replace("title: ", "title: שלנו – ", 1), "utf-8")
        case "body":
            index.write_text(text + "\nכתבנו כאן.\n", "utf-8")
        case "field":
            index.write_text(text.replace("status: ", "short_description: שלנו\nstatus: ", 1), "utf-8")
        case "crlf":
            index.write_bytes(text.replace("\n", "\r\n").encode())
        case "add file":
            (folder / "foreword.md").write_text("---\ntitle: פתיחה\n---\n\nדברינו.\n", "utf-8")
        case "delete":
            shutil.rmtree(folder)
        case "move":
            (site / "processes" / "moved").mkdir(exist_ok=True)
            folder.rename(site / "processes" / "moved" / folder.name)
        case "rename":
            index.write_text(text.replace("---\n", f"---\naliases: [{folder.name}]\n", 1), "utf-8")
            folder.rename(folder.with_name(f"{folder.name}-new"))


@settings(max_examples=20, deadline=None)
@given(
    edits=st.lists(st.sampled_from(EDITS), min_size=3, max_size=3),
    people=st.lists(st.sampled_from((10, 20)), min_size=5, max_size=5),
    gone=st.sampled_from((None, 0, 1)),
    order=st.permutations(range(4)),
)
def test_what_people_did_between_two_lists_stays_done(edits, people, gone, order) -> None:
    """One sentence that a colleague wrote, and that the next list wrote over, ends the trust in all of it."""
    with TemporaryDirectory() as temporary:
        site = Path(temporary) / "site"
        shutil.copytree(SMALLEST, site / "processes")
        (site / "mkdocs.yml").write_text("site_name: x\ndocs_dir: processes\nplugins: [sikum]\n", "utf-8")
        imported(site, [row(number, people=10) for number in range(3)])
        made = places(site)
        assert set(made) == {"2024-0", "2024-1", "2024-2"}
        for number, edit in enumerate(edits):
            edited(site, made[f"2024-{number}"], edit)
        registry = site / "processes" / "ministries.yml"
        registry.write_text(registry.read_text("utf-8") + "# שלנו\n", "utf-8")
        before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
        rows = [row(number, people=people[number]) for number in order if number != gone]
        imported(site, rows)
        now = places(site)
        assert "2024-3" in now
        for number, edit in enumerate(edits):
            name = f"2024-{number}"
            assert (name in now) is (edit != "delete")
            if edit in UPDATED and number != gone and people[number] == 20:
                assert "participants_count: 20" in (now[name] / "index.md").read_text("utf-8")
        its_own = [f"2024-{number}" for number, edit in enumerate(edits) if edit in UPDATED]
        ours = {now[name] / "index.md" for name in its_own if name in now}
        for path, content in before.items():
            if path not in ours and ".sikum" not in path.parts:
                assert path.read_bytes() == content, path
        assert "# שלנו" in registry.read_text("utf-8")
        everything = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
        imported(site, rows)
        assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == everything
