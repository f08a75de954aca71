"""Whatever an editor of one process writes, readers' browsers run nothing and the machine that builds gives nothing away."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from generator.disk.builder import SiteBuilder
from tests.trust.sites import build, catalogue_files, write_project

SECRET = "zqsecret-of-the-machine"


TEXT = """\
<script>alert(1)</script> <img src=x onerror=alert(1)> <svg onload=alert(1)><script>alert(1)</script></svg>
<iframe src="https://evil.example/"></iframe> <form action="https://evil.example/"><input name=a><button>b</button></form>
<style>body{display:none}</style> <a href="javascript:alert(1)">א</a> <a href=" jAvA&#09;script:alert(1)">א</a>
<a href="data:text/html,<script>alert(1)</script>">א</a> [א](javascript:alert(1))
[א](<java\nscript:alert(1)>)
[א](data:text/html;base64,PHNjcmlwdD4=) [א](vbscript:msgbox) ![א](javascript:alert(1)) <javascript:alert(1)>
[א](JAVASCRIPT:alert(1)) [א](&#106;avascript:alert(1)) [א][js]
<object data="x.swf"></object> <embed src=x> <base href="//evil.example">
<meta http-equiv=refresh content="0;url=//evil.example"> <link rel=stylesheet href=//evil.example/x.css>
<math><mtext><img src=x onerror=1>
<div style="position:fixed;inset:0">א</div> <p onclick="alert(1)" id="x" name="y">א</p>
<noscript><p title="</noscript><img src=x onerror=1>">
<details open ontoggle=alert(1)>x</details> <!--><img src=x onerror=alert(1)>--> <![CDATA[<img src=x onerror=alert(1)>]]>

[js]: javascript:alert(1)
"""


def pages_of(files: dict[str, bytes]) -> Iterator[tuple[str, html.HtmlElement]]:
    """Every page, as a browser reads it."""
    for uri, content in files.items():
        if uri.endswith(".html"):
            yield uri, html.document_fromstring(content)


def runs_something(page: html.HtmlElement) -> list[str]:
    """Elements and attributes that an editor must not be able to bring in."""
    found = [
        html.tostring(element)[:80].decode()
        for element in page.iter("iframe", "form", "style", "object", "embed", "base", "meta")
    ]
    found += [
        html.tostring(element)[:80].decode()
        for element in page.iter("script")
        if element.get("type") not in ("application/ld+json", "application/json")
    ]
    for element in page.iter(html.etree.Element):
        for name, value in element.attrib.items():
            scheme = re.sub(r"[\x00-\x20]", "", value).lower()
            if name.startswith("on") or (name == "style" and "position" in value):
                found.append(f"{element.tag} {name}={value}")
            if name in ("href", "src", "action", "formaction", "poster") and scheme.startswith(
                ("javascript:", "data:", "vbscript:")
            ):
                found.append(f"{element.tag} {name}={value}")
    return found


def built(tmp_path: Path, files: dict[str, str | bytes]) -> tuple[set[str], dict[str, bytes]]:
    """The codes of the findings, and the site as it would be with them ignored."""
    project = write_project(tmp_path, files)
    builder = SiteBuilder(project, project / "processes", is_cached=False, workers=1)
    findings, site = build(builder, project)
    builder.close()
    return {f"{finding.rule} {finding.span.path.removeprefix('processes/')}" for finding in findings}, site


def test_nothing_in_markdown_runs(tmp_path: Path) -> None:
    """One editor's page is read by everyone; and in the preview it is shown even while it has errors."""
    files = catalogue_files()
    plain = {uri: runs_something(page) for uri, page in pages_of(built(tmp_path / "plain", dict(files))[1])}
    for name in ("first/content.md", "first/meetings/2024-02-01-plenary.md", "first/appendices/depth.md", "about.md"):
        files[name] = f"{files[name]}\n\n{TEXT}"
    files["first/index.md"] = f"{files['first/index.md']}\n\n{TEXT}"
    codes, site = built(tmp_path / "hostile", files)
    assert {"L004 first/content.md", "L004 about.md", "L004 first/index.md"} <= codes
    for uri, page in pages_of(site):
        assert runs_something(page) == plain.get(uri, []), uri
    for uri, content in site.items():
        if uri.endswith(".xml"):
            ET.fromstring(content)


def test_nothing_in_a_field_runs_or_breaks_out(tmp_path: Path) -> None:
    """Titles and lists are shown on pages of the whole site, in feeds, and in data."""
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}{% include '/etc/passwd' %}]]>\"'&--><!--"
    quoted = json.dumps(evil)
    files = catalogue_files()
    record = str(files["first/index.md"])
    for field in ("title", "short_description"):
        record = re.sub(rf"^{field}: .*$", lambda _, name=field: f"{name}: {quoted}", record, flags=re.MULTILINE)
    record = (
        record.replace("[תחבורה,", f"[{quoted},")
        .replace("text: החלטה", f"text: {quoted}")
        .replace("note: תוקן שם", f"note: {quoted}")
    )
    record = record.replace("name: לשכת הפניות", f"name: {quoted}").replace(
        "why_now: המפגשים תמו.", f"why_now: {quoted}"
    )
    record = (
        record.replace("text: להמשיך", f"text: {quoted}")
        .replace("title: מקור", f"title: {quoted}")
        .replace("title: חוברת", f"title: {quoted}")
    )
    record = record.replace("basis: טופס הרשמה", f"basis: {quoted}").replace("name: קבוצת השכנים", f"name: {quoted}")
    files["first/index.md"] = record
    files["ministries.yml"] = str(files["ministries.yml"]).replace("he: משרד הבריאות", f"he: {quoted}")
    files["topics.yml"] = str(files["topics.yml"]).replace("he: מים", f"he: {quoted}")
    files["first/promises.yml"] = f"- {{id: p1, text: {quoted}, status: kept, evidence: {quoted}, source: {quoted}}}\n"
    files["first/responses.yml"] = f"- {{heard: {quoted}, response: declined, explanation: {quoted}}}\n"
    files["first/foreword.md"] = (
        f"---\nauthor: {{name: {quoted}, role: {quoted}, organisation: a, standing: senior}}\ntitle: {quoted}\n---\nא\n"
    )
    files["first/reflection.md"] = (
        f"---\nlessons: [{{text: {quoted}, about: process, verdict: worked, theme: {quoted}}}]\n---\nא\n"
    )
    files["first/meetings/2024-02-01-plenary.md"] = f"---\ntitle: {quoted}\nlocation: {quoted}\n---\nא\n"
    cell = evil.replace('"', '""')
    files["first/participants.csv"] = f'שם,תפקיד,ארגון\n"{cell}","{cell}","{cell}"\n'
    plain = {uri: runs_something(page) for uri, page in pages_of(built(tmp_path / "plain", catalogue_files())[1])}
    _, site = built(tmp_path / "hostile", files)
    for uri, page in pages_of(site):
        assert runs_something(page) == plain.get(uri, []), uri
        for block in page.iter("script"):
            json.loads(block.text or "null")
    seen = "".join(page.text_content() for _, page in pages_of(site))
    assert "{{ 7*7 }}" in seen
    assert "{% include '/etc/passwd' %}" in seen
    for uri, content in site.items():
        assert b"root:x:0" not in content
        if uri.endswith(".xml"):
            ET.fromstring(content)
        if uri.endswith(".json"):
            json.loads(content)


def test_a_cell_that_a_spreadsheet_would_reckon_is_text_in_every_table(tmp_path: Path) -> None:
    """Who opens the open data in a spreadsheet must not run what an editor, or a participant, wrote."""
    files = catalogue_files()
    formula = '=HYPERLINK(""https://evil.example"";""א"")'
    record = str(files["first/index.md"])
    record = re.sub(r"^title: .*$", "title: '=1+1'", record, flags=re.MULTILINE)
    files["first/index.md"] = re.sub(
        r"^short_description: .*$", "short_description: '@SUM(1)'", record, flags=re.MULTILINE
    )
    files["first/participants.csv"] = f'שם,תפקיד,ארגון\n"{formula}",+1,"\t=1"\n'
    files["first/promises.yml"] = "- {id: p1, text: '-1+1', status: kept, evidence: \"\\t=1\"}\n"
    files["first/responses.yml"] = "- {heard: '=1', response: noted, explanation: \"\\r=1\"}\n"
    files["first/reflection.md"] = (
        "---\nlessons: [{text: '=1', about: process, verdict: worked, theme: '+1'}]\n---\nא\n"
    )
    _, site = built(tmp_path, files)
    tables = {uri: content for uri, content in site.items() if uri.endswith(".csv")}
    assert len(tables) >= 5
    for uri, content in tables.items():
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
            for text in row:
                assert not re.match(r"[\s\x00-\x1f]*[=+\-@]", text) or re.fullmatch(r"-?\d+", text), (uri, text)


def test_front_matter_chooses_nothing_but_what_the_structure_knows(tmp_path: Path) -> None:
    """A process that could choose a template or a redirect would be a page of its editor's, not of the catalogue."""
    files = catalogue_files()
    engine = "template: 404.html\nhide: [navigation, toc]\ntags: [x]\nicon: x\n"
    engine += "search: {exclude: true}\nsocial: {cards: false}\nredirect: //evil.example\n"
    files["first/index.md"] = str(files["first/index.md"]).replace("---\n", f"---\n{engine}", 1)
    files["first/background.md"] = f"---\n{engine}---\n{files['first/background.md']}"
    codes, site = built(tmp_path / "hostile", files)
    assert {"F002 first/index.md", "F002 first/background.md"} <= codes
    _, plain = built(tmp_path / "plain", catalogue_files())
    assert sorted(site) == sorted(plain)
    assert [uri for uri in site if site[uri] != plain[uri] and not uri.startswith(("data/", "search/"))] == []


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("א \u202eב\n", "S007", (1, 3)),
        ("אב\nג \u2066ד\n", "S007", (2, 3)),
        ("א\x00\n", "S007", (1, 2)),
        ("א\x1b[31m\n", "S007", (1, 2)),
        (b"\xd7\x90\xed\xa0\x80\n", "S001", (1, 2)),
    ],
)
def test_characters_that_change_what_is_read_are_refused_with_their_place(
    tmp_path: Path, content: str | bytes, code: str, place: tuple[int, int]
) -> None:
    """What a reviewer approves must be what a reader gets."""
    project = write_project(tmp_path, catalogue_files() | {"first/background.md": content})
    builder = SiteBuilder(project, project / "processes", is_cached=False, workers=1)
    findings, _ = build(builder, project)
    builder.close()
    found = [each.span for each in findings if each.rule == code]
    assert [(span.path, span.line, span.column) for span in found] == [("processes/first/background.md", *place)]


@pytest.mark.parametrize(
    "look_alike", ["fіrst", "ﬁrst", "ｆirst", "first\u200b", "First", "fi-rst-", "first.", "ראשון", "first_"]
)
def test_an_id_that_looks_like_another_is_refused(tmp_path: Path, look_alike: str) -> None:
    """An address that reads like a ministry's process must be that process."""
    files = catalogue_files()
    files |= {
        name.replace("second/", f"{look_alike}/", 1): text for name, text in files.items() if name.startswith("second/")
    }
    codes, _ = built(tmp_path, files)
    assert {"F010", "L008", "F011"} & {code.partition(" ")[0] for code in codes}
