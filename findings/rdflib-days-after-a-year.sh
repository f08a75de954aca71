#!/usr/bin/env bash
# A query for what came after a day gets whatever is known by its year alone, even if that was long before.
#
# Version: rdflib 7.6.0.
# Expected: `FILTER (?when > "2024-01-01"^^xsd:date)` compares days; a year ("2019"^^xsd:gYear) or a month is no day, so the comparison is an
#           error and the row is left out (SPARQL 1.1, 17.3), as rdflib leaves it out with `<`.
# Seen: with `>` the year 2019 and December 2023 are found, with `<` they are not: values of two datatypes are put in an order by the
#       names of their types. MAX of all is "2023-12", since that type comes last.
# In Sikum: dates in `dcat.jsonld` (`dct:issued`, `dcat:startDate`) may be a year or a month; docs/data.md says how to ask.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rdflib==7.6.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

import rdflib

PREFIX = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"
data = """@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix ex: <http://example.org/> .
ex:a ex:when "2019"^^xsd:gYear . ex:b ex:when "2023-12"^^xsd:gYearMonth .
ex:c ex:when "2023-06-12"^^xsd:date . ex:d ex:when "2024-03-05"^^xsd:date ."""
graph = rdflib.Graph().parse(data=data, format="turtle")


def found(sign: str) -> list[str]:
    condition = f'FILTER (?when {sign} "2024-01-01"^^xsd:date)'
    rows = graph.query(f"{PREFIX} SELECT ?when {{ ?id <http://example.org/when> ?when {condition} }}")
    return sorted(str(row[0]) for row in rows)


(last,) = graph.query("SELECT (MAX(?when) AS ?last) { ?id <http://example.org/when> ?when }")
seen = found(">"), found("<"), str(last[0])
print("rdflib", rdflib.__version__)
print("expected: after 2024-01-01: 2024-03-05 · before: 2023-06-12")
print("seen:     after:", *seen[0], "· before:", *seen[1], "· the last of all:", seen[2])
sys.exit(seen != (["2019", "2023-12", "2024-03-05"], ["2023-06-12"], "2023-12"))
PYTHON
