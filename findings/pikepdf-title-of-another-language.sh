#!/usr/bin/env bash
# Setting the title of a PDF that has one in two languages: pikepdf writes the new one over one of the others, tag and all.
#
# Version: pikepdf 10.18.0.
# Expected: the title in XMP has alternatives (x-default, en, he); `meta["dc:title"] = …` sets x-default, which is what it reads, and
#           leaves "en" and "he" alone or takes both away.
# Seen: besides x-default it replaces the alternative whose text was the same as x-default's. A Hebrew title that is set on a file whose
#       x-default was the English one stands there as "en", and the old Hebrew one stays "he".
# In Sikum: the title of a PDF is written once, in one language, by the maker of the file; nothing sets it afterwards.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pikepdf==10.18.0
"$folder/venv/bin/python" - <<'PYTHON'
import re
import sys

import pikepdf

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
titles = {"x-default": "Green growth", "en": "Green growth", "he": "צמיחה"}
items = "".join(f'<rdf:li xml:lang="{language}">{title}</rdf:li>' for language, title in titles.items())
packet = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    f'<rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:title><rdf:Alt>{items}</rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="w"?>'
)
pdf = pikepdf.new()
pdf.add_blank_page()
pdf.Root.Metadata = pikepdf.Stream(pdf, packet.encode())
with pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
    meta["dc:title"] = "צמיחה ירוקה"
found = dict(re.findall(r'<rdf:li xml:lang="([^"]+)">([^<]*)<', pdf.Root.Metadata.read_bytes().decode()))
print("pikepdf", pikepdf.__version__)
print("expected:", {"x-default": "צמיחה ירוקה", "en": "Green growth", "he": "צמיחה"}, "or x-default alone")
print("seen:    ", found)
sys.exit(found != {"x-default": "צמיחה ירוקה", "en": "צמיחה ירוקה", "he": "צמיחה"})
PYTHON
