#!/usr/bin/env bash
# pybtex puts a backslash into every address with % or _ each time it writes a BibTeX file.
#
# Version: pybtex 0.26.1.
# Expected: a file that is read and written comes back with the same `url`, which BibTeX styles print as it is.
# Seen: `%` becomes `\%` and `_` becomes `\_`; reading does not take the backslash off again, so a second round adds another.
#       Hebrew addresses are percent-encoded, so hardly one survives.
# In Sikum: addresses in citation.bib are written raw, once, by Sikum itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pybtex==0.26.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys

from pybtex.database import parse_string

address = "https://www.example.org/%D7%AA/a_b"
texts = [f"@misc{{a, title={{t}}, url={{{address}}}}}"]
for _ in range(2):
    texts.append(parse_string(texts[-1], "bibtex").to_string("bibtex"))
seen = [parse_string(text, "bibtex").entries["a"].fields["url"] for text in texts]
print("expected:", address, "three times")
print("seen:    ", *seen)
sys.exit(seen[0] != address or seen[1].count("\\") != 3 or seen[2].count("\\") <= seen[1].count("\\"))
PYTHON
