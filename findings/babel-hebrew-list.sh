#!/usr/bin/env bash
# A Hebrew list that ends in a number or a Latin word: ICU puts a hyphen after the "and", Babel does not.
#
# Version: Babel 2.19.0; beside it Intl.ListFormat of the Node.js that is installed (ICU).
# Expected: both take the pattern of lists from CLDR, so a site and its scripts write the same sentence.
# Seen: Babel writes "2019 ו2020" and "משרד וOECD", where ICU has "2019 ו-2020" and "משרד ו-OECD": the hyphen is code in ICU and
#       no part of CLDR's pattern. Between Hebrew words the two agree.
# In Sikum: words in a row are joined by commas in every language, which needs neither pattern.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
babel=$("$folder/venv/bin/python" -c '
from babel.lists import format_list
print("|".join(format_list(pair, locale="he") for pair in (["2019", "2020"], ["משרד", "OECD"], ["משרד", "אגף"])))')
icu=$(node -e '
const list = new Intl.ListFormat("he");
console.log([["2019", "2020"], ["משרד", "OECD"], ["משרד", "אגף"]].map((pair) => list.format(pair)).join("|"))')
echo "expected: the same three lists from both"
echo "Babel 2.19.0:           $babel"
echo "ICU of Node.js $(node --version): $icu"
[ "$babel" = "2019 ו2020|משרד וOECD|משרד ואגף" ] && [ "$icu" = "2019 ו-2020|משרד ו-OECD|משרד ואגף" ]
