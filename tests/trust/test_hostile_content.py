"""Whatever an editor of one process writes, readers' browsers run nothing and the machine that builds gives nothing away."""

import csv
import io
import json
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from generator.disk.builder import SiteBuilder
from generator.editions.pdf import render_pdf
from tests.trust.sites import PDF, SVG, build, catalogue_files, write_project

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


ESCAPES = (
    "../../secret.txt",
    "/etc/hostname",
    "../secret.md",
    "..%2f..%2fsecret.txt",
    "%2e%2e/%2e%2e/secret.txt",
    "..\\..\\secret.txt",
    "media/../../../secret.txt",
    "file:///etc/hostname",
    "//localhost/etc/hostname",
    "media/link.txt",
    "linked/secret.txt",
    "....//secret.txt",
    "../first/participants.csv",
    "participants.csv",
    "../first/index.md/../participants.csv",
    "index.md%00.txt",
    "../../mkdocs.yml",
)


def test_no_path_leads_out_of_the_folder(tmp_path: Path) -> None:
    """An editor of one process must not publish what lies beside it on the machine that builds."""
    files = catalogue_files()
    files["first/participants.csv"] = f"שם,תפקיד,הסכמה\n{SECRET},x,counted\n"
    escapes = (*ESCAPES, str(tmp_path / "outside/secret.txt"), (tmp_path / "outside/secret.txt").as_uri())
    links = "\n\n".join(f"[א]({each}) ![א]({each}) [א](<{each}>)" for each in escapes)
    includes = '--8<-- "../../secret.txt"\n\n--8<--\n../../secret.txt\n--8<--\n\n{! ../../secret.txt !}\n\n[TOC]\n'
    files["second/content.md"] = f"{links}\n\n{includes}\n"
    outputs = ", ".join(f"{{title: א, path: '{each}'}}" for each in escapes)
    files["second/index.md"] = str(files["second/index.md"]).replace(
        "continuation: final}", f"continuation: final, files: [{outputs}]}}"
    )
    files["second/promises.yml"] = "".join(
        f"- {{id: p{number}, text: א, status: kept, evidence: '{each}'}}\n" for number, each in enumerate(escapes)
    )
    project = write_project(tmp_path / "project", files)
    (tmp_path / "project/secret.txt").write_text(SECRET)
    (tmp_path / "project/processes/secret.txt").write_text(SECRET)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.txt").write_text(SECRET)
    (project / "processes/second/media/link.txt").symlink_to(tmp_path / "project/secret.txt")
    (project / "processes/second/media/pic.png").symlink_to(tmp_path / "project/secret.txt")
    (project / "processes/second/linked").symlink_to(tmp_path / "outside")
    (project / "processes/linked").symlink_to(tmp_path / "outside")
    (project / "processes/second/appendices/depth.md").unlink()
    (project / "processes/second/appendices/depth.md").symlink_to(tmp_path / "outside/secret.txt")
    builder = SiteBuilder(project, project / "processes", is_cached=False, workers=1)
    findings, site = build(builder, project)
    builder.close()
    assert {"L003", "L009"} <= {finding.rule for finding in findings}
    for uri, content in site.items():
        assert SECRET.encode() not in content, uri
        is_ours = uri == "data/participants.csv" or uri.startswith("assets/")
        assert is_ours or not uri.endswith((".txt", "participants.csv")), uri
    content = site["second/content/index.html"].decode()
    assert "--8&lt;--" in content
    assert all(
        SECRET not in path.read_text(errors="replace")
        for path in (tmp_path / "project/site").rglob("*")
        if path.is_file()
    )


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


BAD_FILES = {
    "script in a drawing": ("a.svg", SVG.replace(b"<path", b"<script>alert(1)</script><path")),
    "handler in a drawing": ("a.svg", SVG.replace(b"<path", b"<path onclick='alert(1)'")),
    "prefixed script": (
        "a.svg",
        SVG.replace(b"<path", b"<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script><path"),
    ),
    "foreign object": ("a.svg", SVG.replace(b"<path", b"<foreignObject><b/></foreignObject><path")),
    "drawing that leads to a script": (
        "a.svg",
        SVG.replace(b"<path", b"<a href='javascript:alert(1)'><path d=''/></a><path"),
    ),
    "drawing that animates an address": (
        "a.svg",
        SVG.replace(b"<path", b"<a><animate attributeName='href' values='javascript:alert(1)'/></a><path"),
    ),
    "drawing from elsewhere": ("a.svg", SVG.replace(b"<path", b"<image href='https://evil.example/a.png'/><path")),
    "style from elsewhere": ("a.svg", SVG.replace(b"<path", b"<style>@import url(//evil.example/a.css)</style><path")),
    "entity": (
        "a.svg",
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.replace(b"a</title>", b"&x;</title>"),
    ),
    "UTF-16 drawing": ("a.svg", SVG.replace(b"<path", b"<script>alert(1)</script><path").decode().encode("utf-16")),
    "page called a PDF": ("a.pdf", b"<html><script>alert(1)</script></html>"),
    "page called a picture": ("a.png", b"<!doctype html><script>alert(1)</script>"),
    "page": ("a.html", b"<script>alert(1)</script>"),
    "page in XML": ("a.xml", b"<html xmlns='http://www.w3.org/1999/xhtml'><script>alert(1)</script></html>"),
    "script": ("a.js", b"alert(1)"),
    "program": ("a.exe", b"MZ\x90\x00"),
    "two endings": ("a.pdf.html", PDF),
    "capitals": ("a.HTML", b"<script>alert(1)</script>"),
    "shell": ("a.sh", b"#!/bin/sh\n"),
    "old document with macros": ("a.docm", b"PK\x03\x04"),
}


@pytest.mark.parametrize("case", BAD_FILES)
def test_a_file_that_acts_is_refused(tmp_path: Path, case: str) -> None:
    """An attachment is served from the site's own address, with all that this allows."""
    name, content = BAD_FILES[case]
    files = catalogue_files()
    files[f"first/appendices/{name}"] = content
    codes, site = built(tmp_path, files)
    assert codes & {f"{code} first/appendices/{name}" for code in ("L006", "L011")}, codes
    assert not any(uri.lower().endswith(name.lower()) for uri in site)


@pytest.mark.parametrize(
    "svg",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'/>",
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2' width='9'/>",
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2' height='100%'/>",
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='x'/>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><use href='#a'/><g id='a'><use href='#a'/></g></svg>",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"",
    ],
)
def test_a_picture_that_cannot_be_drawn_leaves_a_document(svg: bytes) -> None:
    """The PDF of a process, and with it the whole build, must not fall over one drawing."""
    page = "<!doctype html><html lang=en><title>t</title><p>a <img alt=b src='sikum:media/a.svg'> c</html>"
    assert render_pdf(page, lambda _: svg).startswith(b"%PDF")


NESTED = "&a [" * 3
BOMBS = {
    "aliases": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)),
    "depth": "[" * 50_000,
    "flow depth": "{a: " * 50_000,
    "block depth": "".join(" " * n + "-\n" for n in range(3_000)),
    "merge": "a: &a {x: 1}\nb: {<<: *a}\n",
    "number": "a: " + "9" * 200_000,
    "keys": "".join(f"k{n}: 1\n" for n in range(200_000)),
    "one key": "k: 1\n" * 100_000,
    "long key": "k" * 1_000_000 + ": 1\n",
    "tag": "a: !!python/object/apply:os.system ['touch /tmp/zq']\n",
    "quotes": 'a: "' + '\\"' * 400_000,
    "comment": "a: b" + " #" * 400_000,
    "colons": "a: " + "b: " * 200_000,
    "spaces": "a:" + " " * 1_000_000 + "b: c",
}


@pytest.mark.parametrize("case", BOMBS)
def test_yaml_made_to_grow_or_to_act_is_a_finding_at_once(tmp_path: Path, case: str) -> None:
    """Hundreds of people can change a YAML file; the build of everybody must not hang on one."""
    project = write_project(tmp_path, catalogue_files() | {"first/promises.yml": BOMBS[case]})
    builder = SiteBuilder(project, project / "processes", is_cached=False, workers=1)
    began = time.process_time()
    findings, _ = build(builder, project)
    builder.close()
    assert any("first/promises.yml" in finding.span.path for finding in findings)
    assert time.process_time() - began < SLOWEST


SLOWEST = 5.0
"""Seconds of work for a whole small site; a sound one takes less than one."""
SLOW = {
    "brackets": "[" * 200_000,
    "links": "[a](" * 100_000,
    "pictures": "![" * 200_000,
    "quotes": ">" * 200_000 + " a",
    "spaced quotes": "> " * 100_000,
    "emphasis": "*a _b " * 100_000,
    "stars": "*" * 300_000,
    "strong": "**a" * 100_000,
    "backticks": "`" * 300_000,
    "unequal backticks": "".join("`" * n + "a" for n in range(1, 800)),
    "tags": "<a" * 200_000,
    "open tags": "<b>" * 100_000,
    "divs": "<div>\n" * 100_000,
    "comments": "<!--" * 100_000,
    "entities": "&" * 500_000,
    "lists": "".join(" " * n * 2 + "- a\n" for n in range(700)),
    "numbers": "1. " * 100_000,
    "headings": "# a\n" * 50_000,
    "same headings": "## רקע\n\n" * 20_000,
    "setext": "a\n=\n" * 50_000,
    "table": "|a" * 50_000 + "\n" + "|-" * 50_000 + "\n",
    "rows": "|a|b|\n|-|-|\n" + "|a|b|\n" * 80_000,
    "notes": "[^1]" * 50_000 + "\n\n[^1]: a",
    "note definitions": "".join(f"[^{n}]: a\n" for n in range(50_000)),
    "references": "".join(f"[{n}]: b\n" for n in range(50_000)),
    "spaces": " " * 1_000_000 + "a",
    "lines": "\n" * 1_000_000,
    "backslashes": "\\" * 1_000_000,
    "attributes": "# a {" + "#b " * 100_000,
    "abbreviations": "".join(f"*[a{n}]: b\n" for n in range(20_000)),
    "autolinks": "<http://" * 100_000,
    "mails": "a@" * 300_000,
    "addresses": "http://a.b/" * 80_000,
    "fences": "```\n" * 100_000,
    "tildes": "~" * 500_000,
    "definitions": "a\n:   b\n" * 40_000,
    "digits": "1" * 500_000,
    "dashes": "-" * 500_000,
    "phone": "05" * 300_000,
    "long word": "א" * 1_000_000,
    "dots": "a." * 300_000,
    "quotation": '"a' * 300_000,
    "title": "[a](b '" + "c" * 500_000,
    "bidi": "אa" * 300_000,
    "curly": "{" * 300_000,
    "percent": "%" * 300_000,
    "angle": "<" * 300_000,
    "cdata": "<![CDATA[" * 50_000,
    "instruction": "<?" * 200_000,
}


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, SiteBuilder]]:
    """A project that was built before: what a build takes now is what one file costs."""
    project = write_project(tmp_path_factory.mktemp("warm"), catalogue_files())
    builder = SiteBuilder(project, project / "processes", workers=1)
    build(builder, project)
    yield project, builder
    builder.close()


@pytest.mark.alone
@pytest.mark.parametrize("case", SLOW)
def test_markdown_that_is_slow_on_purpose_ends(warm: tuple[Path, SiteBuilder], case: str) -> None:
    """A megabyte of brackets must not stop the site of all ministries."""
    project, builder = warm
    (project / "processes/first/content.md").write_text(SLOW[case] + "\n")
    began = time.process_time()
    build(builder, project)
    assert time.process_time() - began < SLOWEST


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
