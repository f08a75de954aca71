#!/usr/bin/env bash
# Told that days come first, as in Israel, pandas and dateutil turn the dates that are written by the standard round: 5 March becomes 3 May.
#
# Versions: pandas 3.1.1, python-dateutil 2.9.0.post0.
# Expected: `dayfirst=True` is for what can be read two ways, such as 05/03/2024. "2024-03-05" can be read one way only (ISO 8601), and
#           stays 5 March.
# Seen: 3 May in both, with no warning. Where the day is above 12, dateutil and pandas read it right, but a column whose first date was
#       turned is an error in pandas. In a list that has both ways of writing, put together from two offices, one half is wrong.
# In Sikum: imports read a date with the year first as it is (`generator/importing/register/cells.py`); docs/data.md says to read
#           ours without the option.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 python-dateutil==2.9.0.post0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

import pandas
from dateutil import parser

cases = ["05/03/2024", "5.3.2024", "2024-03-05", "2024-03-15"]
by_pandas = [pandas.to_datetime(case, dayfirst=True).date().isoformat() for case in cases]
by_dateutil = [parser.parse(case, dayfirst=True).date().isoformat() for case in cases]
try:
    column = pandas.to_datetime(pandas.Series(cases[2:]), dayfirst=True).astype(str).tolist()
except ValueError:
    column = "ValueError"
print("pandas", pandas.__version__, "· dateutil 2.9.0.post0")
print("expected: 2024-03-05 2024-03-05 2024-03-05 2024-03-15")
print("seen:    ", *by_pandas, "· a column of the last two:", column)
print("dateutil:", *by_dateutil)
turned = ["2024-03-05", "2024-03-05", "2024-05-03", "2024-03-15"]
sys.exit((by_pandas, by_dateutil, column) != (turned, turned, "ValueError"))
PYTHON
