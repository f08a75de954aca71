"""No finding says a withheld name or a private number: whatever fault is made with it, wherever, however it is spelt."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli.folder import open_project
from generator.names.matcher import Matcher
from generator.wording.reports import as_json, concise, full, github
from tests.trust.sites import catalogue_files, write_project

NAME = "זקדנה זקאדם"
NUMBER = "123456782"
_SPELLINGS = st.sampled_from([
    NAME, "זקדנה  זקאדם", "זקאדם, זקדנה", "זקאדם זקדנה", "זקדנה-זקאדם", "זקדנה־זקאדם", "זַקְדָּנָה זקאדם", "זקדנה_זקאדם", "לזקדנה זקאדם",
    "%D7%96%D7%A7%D7%93%D7%A0%D7%94-%D7%96%D7%A7%D7%90%D7%93%D7%9D", "זקדנה&nbsp;זקאדם", "**זקדנה** זקאדם", "זקדנהזקאדם",
    "ז ק ד נ ה  ז ק א ד ם", NUMBER, "1234 5678 2", "12345678-2", "123.456.782", "123_456_782", "12345\u200b6782", "%31%32%33456782",
    "١٢٣٤٥٦٧٨٢", "050-5550123",
])  # fmt: skip
_FAULTS = st.sampled_from([
    ("first/content.md", "\n[קישור]({}.md)\n"), ("first/content.md", "\n![]({}.png)\n"), ("first/content.md", "\n[x](#{})\n"),
    ("first/content.md", "\n[x](../second/{}.md)\n"), ("first/content.md", "\n# {}\n\n#### {}\n"),
    ("first/content.md", "\n<script>{}</script>\n"),
    ("first/index.md", "topics: [{!r}]\n"), ("first/index.md", "{!r}: א\n"), ("first/index.md", "start_date: {!r}\n"),
    ("first/index.md", "sources: [{{url: {!r}}}]\n"), ("first/promises.yml", "- {{id: {!r}, text: א}}\n"),
    ("first/responses.yml", "- {{heard: {!r}, chapter: {!r}}}\n"), ("first/{}.pdf", "%PDF"), ("first/appendices/{}.exe", "x"),
    ("first/{}.md", "---\nelement: {!r}\n---\nטקסט.\n"), ("first/media/{}.svg", "<svg onload='x'/>"),
    ("first/{}/a.md", "# א\n"),
    ("first/meetings/{}.md", "---\ndate: {!r}\n---\nטקסט.\n"),
])  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(spelling=_SPELLINGS, fault=_FAULTS)
def test_no_report_says_what_was_withheld(spelling: str, fault: tuple[str, str]) -> None:
    """Logs of a build server and annotations of a pull request are read by more people than the content is."""
    path, text = fault
    files = catalogue_files()
    files["first/participants.csv"] = f"שם,תפקיד,ארגון,הסכמה\n{NAME},רכזת,ארגון א,counted\n"
    path = path.format(spelling.replace("/", " "))
    written = text.format(*[spelling] * text.count("{")) if "{" in text else text
    if path.endswith("first/index.md"):
        files[path] = str(files[path]).replace("\nstatus:", f"\n{written}status:", 1)
    else:
        files[path] = str(files.get(path, "")) + written
    with TemporaryDirectory() as folder:
        write_project(Path(folder), files)
        project = open_project(Path(folder))
        builder = project.builder()
        try:
            findings = builder.check(project.options(today="2026-01-01")).findings
        finally:
            builder.close()

        def line_of(path: str, number: int) -> str | None:
            lines = (Path(folder) / path).read_text(encoding="utf-8").splitlines()
            return lines[number - 1] if number <= len(lines) else None

        said = [
            concise(findings, "he"),
            full(findings, "he", line_of, is_terminal=False),
            github(findings, "he"),
            json.dumps(json.loads(as_json(findings, "he", processes=2)), ensure_ascii=False),
        ]
    matcher = Matcher([(NAME, 1)])
    for report in said:
        assert not list(matcher.find(report, is_path=True)), report
        assert "זקאדם" not in report, report
        assert NUMBER not in "".join(filter(str.isdigit, report.replace("2026-01-01", ""))) or spelling == NAME, report
        assert spelling not in report, report
        assert quote(spelling) not in report, report
