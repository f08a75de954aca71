#!/usr/bin/env bash
# An address made of a pointed Hebrew or Arabic heading falls into pieces.
#
# Version: python-slugify 9.2.0, with allow_unicode=True.
# Expected: "שָׁלוֹם" gives "שלום" or keeps its points; either way one word.
# Seen: "ש-לו-ם": a point is neither a letter nor a digit to Python's \w, so each becomes a hyphen. Arabic likewise.
# In Sikum: anchors of headings are made without points and vowel signs, and lie beside the anchors of unpointed headings.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-slugify==9.2.0
seen=$("$folder/venv/bin/python" -c '
from slugify import slugify
print(slugify("שָׁלוֹם", allow_unicode=True), slugify("مُخْرَجات", allow_unicode=True))')
echo "expected: one word each: שלום مخرجات"
echo "python-slugify 9.2.0:    $seen"
[ "$seen" = "ש-לו-ם م-خ-ر-جات" ]
