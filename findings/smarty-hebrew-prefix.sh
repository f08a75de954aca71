#!/usr/bin/env bash
# Quotation marks after a Hebrew prefix are drawn the wrong way round, and the sign of an abbreviation becomes a closing quote.
#
# Version: Markdown 3.11.3, extension `smarty`.
# Expected: ו"לא" opens and closes its quote; the sign inside מנכ"ל stays as it is, being part of a word.
# Seen: both marks of ו"לא" are closing ones, because a letter stands before the first, and מנכ"ל has a closing quote in it: the
#       word is another one to a search. Settings replace which signs are drawn, not which is taken for which.
# In Sikum: the extension is not among those of chapters; straight marks stay, and the search takes all of them for one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3
seen=$("$folder/venv/bin/python" -c '
import html, markdown
print(html.unescape(markdown.markdown("מנכ\"ל אמר ו\"לא\"", extensions=["smarty"])))')
echo 'expected: <p>מנכ"ל אמר ו“לא”</p>'
echo "Markdown: $seen"
[ "$seen" = "<p>מנכ”ל אמר ו”לא”</p>" ]
