"""What `sikum check` tells whoever is closing a process."""

import shutil
import subprocess
from pathlib import Path

from tests.commands import run

SMALLEST = Path(__file__).parent.parent / "smallest" / "processes"


def check_closing(folder: Path, *, without: str) -> subprocess.CompletedProcess[str]:
    """What the command says of the smallest process while it is closing, `without` a piece of its record."""
    content = folder / "processes"
    shutil.copytree(SMALLEST, content)
    index = content / "example" / "index.md"
    text = index.read_text().replace("status: closed", "status: closing")
    index.write_text(text.replace(without, ""))
    done = run("generator", "check", content, "--lang", "en", "--today", "2026-01-01")
    assert done.returncode == 0, done.stderr
    return done


def test_a_closing_process_gets_its_checklist(tmp_path: Path) -> None:
    """A reviewer asks "what is left, and who acts?"; a list of warnings alone does not say what is done."""
    done = check_closing(tmp_path, without="participants_told: 2024-03-10, ")
    assert "G003" in done.stdout
    lines = done.stderr.splitlines()
    assert lines[0].startswith("example: ")
    assert lines[0].endswith("(6/7)")
    assert [line.split(" – ")[0] for line in lines if line.startswith("  ✗")] == ["  ✗ Participants told of the ending"]
    assert "  ✓ Output sent to participants – 1 April 2024" in lines


def test_thanks_are_no_step_before_there_is_an_output_to_send_them_with(tmp_path: Path) -> None:
    """An editor sees two things left where the findings name one, and looks for the other in vain."""
    done = check_closing(tmp_path, without="output_sent: 2024-04-01, ")
    assert ("G004" in done.stdout, "G005" in done.stdout) == (True, False)
    assert [line.split(" – ")[0] for line in done.stderr.splitlines() if line.startswith("  ✗")] == [
        "  ✗ Output sent to participants"
    ]
    assert "hank" not in done.stderr


def test_a_gate_that_is_done_takes_one_line(tmp_path: Path) -> None:
    """In a catalogue of thousands the one step that is open would drown among all that are done."""
    done = check_closing(tmp_path, without="nothing at all")
    assert [line for line in done.stderr.splitlines() if line.startswith(("example: ", "  "))] == [
        "example: שולחן עגול לדוגמה (7/7)"
    ]
