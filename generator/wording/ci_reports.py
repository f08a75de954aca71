"""Findings for systems that show them beside code and in lists of tests: SARIF 2.1.0 and JUnit's XML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator import __version__
from generator.diagnostics import Finding
from generator.wording.by_process import Group
from generator.wording.findings import visible, word


def as_sarif(findings: Iterable[Finding], language: str, prefix: str = "") -> str:
    """SARIF, which GitHub and GitLab take in as results of an analysis. `prefix` leads from the working directory."""
    worded = [word(finding, language) for finding in findings]
    rules = {each.rule.code: each.rule for each in worded}
    order = sorted(rules)
    results = [
        {
            "ruleId": each.rule.code,
            "ruleIndex": order.index(each.rule.code),
            "level": str(each.finding.severity),
            "message": {"text": f"{each.message}\n{each.hint}".strip()},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(prefix + each.finding.span.path)},
                        "region": {
                            "startLine": each.finding.span.line,
                            "startColumn": each.finding.span.column,
                            "endLine": each.finding.span.end_line,
                            "endColumn": each.finding.span.end_column,
                        },
                    }
                }
            ],
        }
        for each in worded
    ]
    driver = {
        "name": "sikum",
        "version": __version__,
        "rules": [
            {
                "id": code,
                "name": rules[code].name,
                "shortDescription": {"text": rules[code].what.in_language(language)},
                "help": {"text": rules[code].why.in_language(language)},
                "defaultConfiguration": {"level": str(rules[code].severity)},
            }
            for code in order
        ],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_junit(groups: Sequence[Group], folders: Iterable[str], language: str) -> str:
    """A test for each process: it fails with its errors, and its warnings are its output."""
    found = {group.path: group for group in groups}
    names = sorted({*found, *folders})
    root = Element("testsuites")
    failures = str(sum(1 for group in groups if group.errors))
    suite = SubElement(root, "testsuite", name="sikum", tests=str(len(names)), failures=failures, errors="0")
    for name in names:
        case = SubElement(suite, "testcase", classname="sikum", name=visible(name))
        group = found.get(name, Group(name, ()))
        wrong = [_told(each, language) for each in group.findings if each.is_error]
        other = [_told(each, language) for each in group.findings if not each.is_error]
        if wrong:
            SubElement(case, "failure", message=wrong[0], type="error").text = "\n".join(wrong)
        if other:
            SubElement(case, "system-out").text = "\n".join(other)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _told(finding: Finding, language: str) -> str:
    worded, span = word(finding, language), finding.span
    place = f"{visible(span.path)}:{span.line}:{span.column}"
    return f"{place}: {worded.rule.code} {worded.rule.name}: {worded.message} ({worded.hint})"


def _uri(path: str) -> str:
    return quote(path)
