#!/usr/bin/env bash
# A parser of dates that knows Arabic does not know the months of half the Arab world.
#
# Version: dateparser 1.5.0, languages=["ar"]; beside it Babel 2.18.0, whose data for Lebanon have these names.
# Expected: "2 أيار 2024" is 2 May, as "2 مايو 2024" is; both names are in CLDR, from which both libraries take theirs.
# Seen: the second is read, the first gives None, as do نيسان, آب and كانون الثاني.
# In Sikum: imports read both families of names, those of two words too (`generator/importing/register/written_days.py`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0 babel==2.18.0
seen=$("$folder/venv/bin/python" -c '
import dateparser
from babel.dates import get_month_names
may = get_month_names("wide", locale="ar_LB")[5].strip("\u200e\u200f")
read = [dateparser.parse(text, languages=["ar"]) for text in ("2 مايو 2024", f"2 {may} 2024", "5 كانون الثاني 2024")]
print(may, *(day and day.date() for day in read))')
echo "expected: أيار 2024-05-02 2024-05-02 2024-01-05"
echo "seen:     $seen"
[ "$seen" = "أيار 2024-05-02 None None" ]
