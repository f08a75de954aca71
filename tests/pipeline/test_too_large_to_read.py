"""A file that is too large to be published is not read for a report either."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from generator.disk.reader import DiskReader
from generator.pipeline.options import SiteOptions
from generator.reading.files import MAX_BYTES
from generator.rules.links.files import ATTACHMENT_TOO_LARGE
from generator.wording.reports import full
from tests.commands import REPOSITORY


@pytest.mark.parametrize("name", ["report.txt", "film.mp4", "list.csv"])
def test_its_finding_shows_its_size_and_no_line_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A film among the appendices took gigabytes of memory, and half a minute of each check, to be shown from line 1."""
    content = shutil.copytree(REPOSITORY / "tests/smallest/processes", tmp_path / "processes")
    path = content / "example/appendices" / name
    path.parent.mkdir()
    path.write_text("שורה ראשונה\n", encoding="utf-8")
    os.truncate(path, MAX_BYTES + 1)
    read: list[str] = []
    plain = DiskReader.read

    def watched(self: DiskReader, path: str) -> bytes:
        read.append(path)
        return plain(self, path)

    monkeypatch.setattr(DiskReader, "read", watched)
    builder = SiteBuilder(tmp_path, content, is_cached=False)
    findings = builder.check(SiteOptions(content_dir=content, prefix="processes/", today=date(2026, 1, 1))).findings
    report = full(findings, "en", builder.line, is_terminal=False)
    builder.close()
    assert [each.rule for each in findings] == [ATTACHMENT_TOO_LARGE.code]
    assert "שורה" not in report
    assert str(MAX_BYTES + 1) in report
    assert "example/index.md" in read
    assert f"example/appendices/{name}" not in read
