#!/usr/bin/env bash
# ics.py writes a calendar back with a calendar system that does not exist, and with lines that are not folded.
#
# Version: ics 0.7.3.
# Expected: a calendar that names no calendar system is written back without one, or with `CALSCALE:GREGORIAN`, the only value
#           that RFC 5545 (3.7.1) knows; a Hebrew summary longer than 75 octets is folded (3.1).
# Seen: `CALSCALE:GEORGIAN`, and one line of 148 octets.
# In Sikum: calendars are written by icalendar, and tested with it; ics.py reads them, but is not asked to write any.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

import ics

summary = "ההבטחה לפרסם את תוצאות השיתוף בנושא תחבורה ציבורית בשכונות הצפון עד סוף השנה"
lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//due//HE", "BEGIN:VEVENT", "UID:promise-1@example.org",
         "DTSTAMP:20260101T000000Z", "DTSTART;VALUE=DATE:20261201", "SUMMARY:" + summary[:30], " " + summary[30:],
         "END:VEVENT", "END:VCALENDAR", ""]
written = str(ics.Calendar("\r\n".join(lines))).splitlines()
scale = [line for line in written if line.startswith("CALSCALE")]
longest = max(len(line.encode()) for line in written)
print("ics", ics.__version__)
print("expected: no CALSCALE, or CALSCALE:GREGORIAN; no line above 75 octets")
print("seen:    ", *scale, "· longest line:", longest, "octets")
sys.exit(scale != ["CALSCALE:GEORGIAN"] or longest <= 75)
PYTHON
