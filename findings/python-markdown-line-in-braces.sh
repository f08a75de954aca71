#!/usr/bin/env bash
# Python-Markdown takes a line of plain words in braces for attributes: the words are gone from the page.
#
# Version: markdown 3.11.3, extension attr_list.
# Expected: only what looks like attributes (`#id`, `.class`, `key=value`) is taken out; `{ first, second , }`, such as a line
#           of a grammar after a line break, stays in its paragraph.
# Seen: the line becomes the attributes `_`, `first_` and `second` of the paragraph, and no reader sees it.
# In Sikum: the import from Word writes every brace with a backslash.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import markdown

text = "A list is:  \n{ first, second , }"
expected = "<p>A list is:<br />\n{ first, second , }</p>"
plain = markdown.markdown(text)
seen = markdown.markdown(text, extensions=["attr_list"])
print("Python-Markdown", markdown.__version__)
print("without attr_list:", plain)
print("expected with it: ", expected)
print("seen with it:     ", seen)
sys.exit(0 if plain == expected and "second" not in seen.partition(">")[2] else 1)
PYTHON
