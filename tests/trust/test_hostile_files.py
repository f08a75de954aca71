"""Files that are made to lead out of a folder, to act, or to keep the machine busy are findings, and soon."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from generator.editions.pdf import render_pdf
from tests.trust.sites import PDF, SVG, build, catalogue_files, write_project
from tests.trust.test_hostile_content import SECRET, built

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
