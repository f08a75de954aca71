#!/usr/bin/env bash
# "Two days" in Arabic is "2 two-days" in humanize, and 1.2 million is 1.2 of two millions.
#
# Version: humanize 4.17.0, `humanize.activate("ar")`.
# Expected: the dual holds its number in itself: يومين without a digit, as babel and arrow have it; and 1.2 million takes the singular.
# Seen: "2 يومين", "2 ساعتين", and for 1,200,000 "1.2 مليونين": the form is chosen by the number rounded up, and the digit stays beside it.
# In Sikum: spans and numbers come from CLDR's forms by Babel and from translations with six forms, where the dual has no digit.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check humanize==4.17.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys
from datetime import timedelta

import humanize

humanize.activate("ar")
seen = [
    humanize.naturaldelta(timedelta(days=2)),
    humanize.naturaldelta(timedelta(hours=2)),
    humanize.naturaldelta(timedelta(days=3)),
    humanize.intword(1_200_000),
]
print("humanize 4.17.0")
print("expected: يومين · ساعتين · 3 أيام · 1.2 مليون")
print("seen:    ", " · ".join(seen))
sys.exit(seen != ["2 يومين", "2 ساعتين", "3 أيام", "1.2 مليونين"])
PYTHON
