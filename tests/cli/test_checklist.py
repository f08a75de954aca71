"""What `sikum check` tells whoever is closing a process."""

import shutil
import subprocess
import sys
from pathlib import Path

SMALLEST = Path(__file__).parent.parent / "smallest" / "processes"


def test_a_closing_process_gets_its_checklist(tmp_path: Path) -> None:
    """A reviewer asks "what is left, and who acts?"; a list of warnings alone does not say what is done."""
    content = tmp_path / "processes"
    shutil.copytree(SMALLEST, content)
    index = content / "example" / "index.md"
    text = index.read_text().replace("status: closed", "status: closing")
    index.write_text(text.replace("participants_told: 2024-03-10, ", ""))
    command = [sys.executable, "-m", "generator", "check", str(content), "--lang", "en", "--today", "2026-01-01"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "G003" in done.stdout
    lines = done.stderr.splitlines()
    assert lines[0].startswith("example: ")
    assert lines[0].endswith("(6/7)")
    assert [line.split(" – ")[0] for line in lines if line.startswith("  ✗")] == ["  ✗ Participants told of the ending"]
    assert "  ✓ Output sent to participants – April 1, 2024" in lines
