#!/usr/bin/env bash
# A cleaner of HTML keeps in which language a paragraph is, and takes away in which direction it runs.
#
# Version: nh3 0.3.8, `nh3.clean` with its defaults.
# Expected: `lang` and `dir` are kept or dropped together; both are attributes of every element, and neither can do harm.
# Seen: `lang` stays everywhere, `dir` only on <bdo>; `value` of a list's line and `datetime` of a time go too, so that a list that
#       goes on at 7 begins at 1 again.
# In Sikum: the allow-list is our own, and has `dir` for every element and `value` for lines of lists.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check nh3==0.3.8
seen=$("$folder/venv/bin/python" -c '
import nh3
print(nh3.clean("<p dir=\"rtl\" lang=\"he\">א <bdo dir=\"ltr\">b</bdo></p>"), nh3.clean("<ol><li value=\"7\">ז</li></ol>"))')
echo 'expected: <p dir="rtl" lang="he">א <bdo dir="ltr">b</bdo></p> <ol><li value="7">ז</li></ol>'
echo "seen:     $seen"
[ "$seen" = '<p lang="he">א <bdo dir="ltr">b</bdo></p> <ol><li>ז</li></ol>' ]
