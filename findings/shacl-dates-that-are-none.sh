#!/usr/bin/env bash
# A SHACL validator takes a month for a year and a bare date for a moment, and refuses a moment that is one.
#
# Versions: pyshacl 0.40.1, rdflib 7.6.0.
# Expected: `sh:datatype xsd:gYear` refuses "2024-03"^^xsd:gYear and "24"^^xsd:gYear, `sh:datatype xsd:dateTime` refuses
#           "2024-02-28"^^xsd:dateTime (ill-typed literals, SHACL 4.1.2), and "2024-02-28T24:00:00"^^xsd:dateTime conforms (XSD 1.1, 3.3.7).
# Seen: the first three conform and the last does not. "2024-02-30"^^xsd:date is refused, so some literals are looked at.
# In Sikum: the lexical forms of dates in the DCAT catalogue are held by a test of our own beside the official shapes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyshacl==0.40.1 rdflib==7.6.0
"$folder/venv/bin/python" - 2>/dev/null <<'PYTHON'
import sys

import pyshacl
import rdflib

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <http://example.org/> . """


def conforms(text: str, datatype: str) -> bool:
    shape = f"{PREFIXES} ex:Shape a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:when ; sh:datatype xsd:{datatype} ] ."
    data = f'{PREFIXES} ex:a ex:when "{text}"^^xsd:{datatype} .'
    graphs = [rdflib.Graph().parse(data=turtle, format="turtle") for turtle in (data, shape)]
    return pyshacl.validate(graphs[0], shacl_graph=graphs[1])[0]


expected = {
    ("2024-03", "gYear"): False,
    ("24", "gYear"): False,
    ("2024-02-28", "dateTime"): False,
    ("2024-02-28T24:00:00", "dateTime"): True,
    ("2024-02-30", "date"): False,
}
seen = {case: conforms(*case) for case in expected}
print("pyshacl", pyshacl.__version__, "· rdflib", rdflib.__version__)
for case, answer in expected.items():
    print(f"{case[0]!r:24} as {case[1]:9} conforms: expected {answer}, seen {seen[case]}")
sys.exit(list(seen.values()) != [True, True, True, False, False])
PYTHON
