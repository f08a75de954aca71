#!/usr/bin/env bash
# A Hebrew author in BibTeX or RIS: pandoc takes the given name for a particle like "von", since Hebrew has no capital letters.
#
# Version: pandoc 3.9 (pypandoc-binary 1.17).
# Expected: "דנה כהן" is read as "Dana Cohen" is: given name, family name.
# Seen: "Dana Cohen" has a given name; "דנה כהן" has a dropping particle דנה and a family name, and no given name, so styles that
#       shorten given names to initials print it whole and others leave it out; in RIS a body is taken apart in the same way
#       (משרד הבריאות: a particle and a family name).
#       "כהן, דנה" and, in BibTeX, a name in braces are read right.
# In Sikum: authors in BibTeX stand in braces; RIS knows no such sign, and docs/data.md sends users of pandoc to BibTeX.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
"$folder/venv/bin/python" - <<'PYTHON'
import json
import sys

import pypandoc

names = ["Dana Cohen", "דנה כהן", "כהן, דנה", "משרד הבריאות"]
bibtex = "@report{a, title={x}, author={" + " and ".join(names[:3]) + " and {משרד הבריאות}}}\n"
ris = "TY  - RPRT\nID  - a\nTI  - x\n" + "".join(f"AU  - {name}\n" for name in names) + "ER  - \n"


def read(text, form):
    """Authors as pandoc understands them: kind of name and its text."""
    (entry,) = json.loads(pypandoc.convert_text(text, "csljson", form))
    return [tuple(sorted(author.items())) for author in entry["author"]]


def person(given, family):
    return (("family", family), ("given", given))


def particle(words, family):
    return (("dropping-particle", words), ("family", family))


dana, cohen = names[1].split()
ministry = (("literal", names[3]),)
seen_bibtex, seen_ris = read(bibtex, "biblatex"), read(ris, "ris")
print("pandoc", pypandoc.get_pandoc_version())
print("expected:", [person("Dana", "Cohen"), person(dana, cohen), person(dana, cohen), ministry])
print("BibTeX:  ", seen_bibtex)
print("RIS:     ", seen_ris)
same = [person("Dana", "Cohen"), particle(dana, cohen), person(dana, cohen)]
sys.exit(seen_bibtex != [*same, ministry] or seen_ris != [*same, particle(*names[3].split())])
PYTHON
