#!/usr/bin/env bash
# frictionless completes a partial date with the day on which the file is read.
#
# Version: frictionless 5.21.0.
# Expected: a field `date` of format `any` refuses "2024-03" and "2024", or reads them as the first day of the month or year.
# Seen: both are valid, and the month and day that are missing are today's: the same file holds other dates tomorrow.
# In Sikum: partial dates are text with a pattern in the data package, never `date` of format `any`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import datetime
import pathlib
import sys

import frictionless

pathlib.Path("dates.csv").write_text("closed\n2024-03\n2024\n")
schema = frictionless.Schema.from_descriptor({"fields": [{"name": "closed", "type": "date", "format": "any"}]})
resource = frictionless.Resource("dates.csv", schema=schema)
valid = frictionless.validate(resource).valid
rows = [row["closed"] for row in resource.read_rows()]
today = datetime.date.today()
print("frictionless", frictionless.__version__)
print("expected: 2024-03 and 2024 are refused, or mean 2024-03-01 and 2024-01-01")
print("seen:     valid:", valid, *rows, "read on", today)
# A month has not always today's day; then the last day of that month is taken.
day = min(today.day, 31)
sys.exit(not valid or rows != [datetime.date(2024, 3, day), datetime.date(2024, today.month, today.day)])
PYTHON
