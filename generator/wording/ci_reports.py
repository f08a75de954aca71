"""Findings for systems that show them beside code and in lists of tests: SARIF 2.1.0 and JUnit's XML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
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


def as_junit(groups: Sequence[Group], folders: Iterable[str], language: str, today: date) -> str:
    """A test for each process, which fails with its errors; warnings of those that pass are the output of all.

    The elements and attributes that the schema of Ant's report asks for, of which other readers need fewer:
    no time is taken, so that the same findings give the same bytes, and the day is the one that is reckoned for.
    """
    found = {group.path: group for group in groups}
    names = sorted({*found, *folders})
    failed = [name for name in names if name in found and found[name].errors]
    root = Element("testsuites")
    suite = SubElement(root, "testsuite", name="sikum", package="sikum", id="0", hostname="localhost", time="0")
    suite.attrib |= {"timestamp": f"{today.isoformat()}T00:00:00", "tests": str(len(names))}
    suite.attrib |= {"failures": str(len(failed)), "errors": "0"}
    SubElement(suite, "properties")
    other: list[str] = []
    for name in names:
        case = SubElement(suite, "testcase", classname="sikum", name=visible(name), time="0")
        findings = found.get(name, Group(name, ())).findings
        told = [_in_a_line(each, language) for each in sorted(findings, key=lambda each: not each.is_error)]
        if name in failed:
            SubElement(case, "failure", message=told[0], type="error").text = "\n".join(told)
        else:
            other += told
    SubElement(suite, "system-out").text = "\n".join(other)
    SubElement(suite, "system-err")
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _in_a_line(finding: Finding, language: str) -> str:
    worded, span = word(finding, language), finding.span
    place = f"{visible(span.path)}:{span.line}:{span.column}"
    return f"{place}: {worded.rule.code} {worded.rule.name}: {worded.message} ({worded.hint})"


def _uri(path: str) -> str:
    return quote(path)
