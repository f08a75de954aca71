#!/usr/bin/env bash
# Looking for dates in a Hebrew text, dateparser loses the day behind "on" and puts the day of today in its place.
#
# Version: dateparser 1.5.0, `search_dates(…, languages=["he"])`, read on 29 November 2026 (RELATIVE_BASE).
# Expected: "ב-12.4.2024" (on 12.4.2024) in a sentence is 12 April 2024, as `parse` reads such words by themselves, day first.
# Seen: "2024" is found, and called 29 November 2024. "ב-12 באפריל 2024" gives two dates, 29 April 2026 and 29 November 2024.
#       Without the hyphen the date is found; in digits it is then 4 December.
# In Sikum: days in texts are found by rules of its own (`generator/importing/register/written_days.py`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import datetime
import sys

from dateparser import parse
from dateparser.search import search_dates

settings = {"RELATIVE_BASE": datetime.datetime(2026, 11, 29)}
alone = [parse(text, languages=["he"], settings=settings).date().isoformat() for text in ("12.4.2024", "ב-12 באפריל 2024")]
seen = []
for text in ("נפגשנו ב-12.4.2024", "נפגשנו ב-12 באפריל 2024", "נפגשנו ב 12.4.2024"):
    seen.append([day.date().isoformat() for _, day in search_dates(text, languages=["he"], settings=settings)])
print("expected: 2024-04-12, three times; by themselves:", *alone)
print("seen:    ", " · ".join(" and ".join(days) for days in seen))
sys.exit(alone != ["2024-04-12"] * 2 or seen != [["2024-11-29"], ["2026-04-29", "2024-11-29"], ["2024-12-04"]])
PYTHON
