#!/usr/bin/env bash
# cffconvert makes a data set by a ministry into source code by a person.
#
# Version: cffconvert 2.0.0, the converter that the format's own page names.
# Expected: `type: dataset` becomes schema.org's Dataset, an entity author (`name:`) an Organization; in BibTeX the entity stands in
#           a second pair of braces, since a name without them is cut into given and family name.
# Seen: SoftwareSourceCode, Person, and `author = {Ministry of Health}`.
# In Sikum: BibTeX, RIS and JSON-LD are written by Sikum beside the CFF file, and the guide sends nobody to a converter.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cffconvert==2.0.0
cd "$folder"
cat > CITATION.cff <<'CFF'
cff-version: 1.2.0
message: Please cite this data set.
type: dataset
title: Outcomes of participation
authors:
  - name: Ministry of Health
date-released: 2024-03-01
CFF
"$folder/venv/bin/python" - <<'PYTHON'
import json
import sys

from cffconvert.cli.create_citation import create_citation

citation = create_citation("CITATION.cff", None)
citation.validate()
linked = json.loads(citation.as_schemaorg())
author = next(line.strip(" ,") for line in citation.as_bibtex().splitlines() if line.startswith("author"))
print("expected: Dataset · Organization · author = {{Ministry of Health}}")
print("seen:    ", linked["@type"], "·", linked["author"][0]["@type"], "·", author)
sys.exit(
    (linked["@type"], linked["author"][0]["@type"], author)
    != ("SoftwareSourceCode", "Person", "author = {Ministry of Health}")
)
PYTHON
