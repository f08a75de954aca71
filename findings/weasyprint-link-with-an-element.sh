#!/usr/bin/env bash
# A link with a bold word in it becomes two annotations in WeasyPrint's PDF/UA, and one of them belongs to no tag of a link.
#
# Version: weasyprint 70.0, pikepdf 10.18.0.
# Expected: one link on one line is one annotation, whose tag is Link, as PDF/UA-1 asks (7.18.5).
# Seen: two annotations with one address; the second, of the bold word, belongs to a tag NonStruct within the Link.
#   Checkers that only ask whether an annotation has a tag find nothing.
# In Sikum: `generator/editions/tags.py` hangs both on the tag of the link.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet weasyprint==70.0 pikepdf==10.18.0
cd "$folder"
venv/bin/python - <<'PY'
import sys
from importlib.metadata import version

import pikepdf
from weasyprint import HTML

page = '<html lang="en"><title>A page</title><p><a href="https://example.org/">one <b>bold</b> word</a></p>'
HTML(string=page).write_pdf("page.pdf", pdf_variant="pdf/ua-1")
with pikepdf.open("page.pdf") as pdf:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    tags = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    seen = [str(tags[int(each.StructParent)].S) for each in pdf.pages[0].Annots]
print("weasyprint", version("weasyprint"))
print("expected: ['/Link']")
print("seen:    ", seen)
sys.exit(0 if seen == ["/Link", "/NonStruct"] else 1)
PY
