#!/usr/bin/env bash
# SQLite takes a year in a column of dates for a day in the year -4707, and Datasette offers it as such.
#
# Version: SQLite of the Python that is installed (3.40.1 and 3.50.4 were tried); datasette 0.65.5.
# Expected: of dates as exact as they are known, date() and strftime('%Y', …) give the year of "2016", or NULL as for "2016-06".
# Seen: "2016" is taken for the 2,016th day of the Julian period: date() gives -4707-06-01, strftime('%Y', …) -4707, and the days between
#       "2016" and "2017" are 1. "2016-06" is NULL. Datasette's facet by date has a row "-4707-06-01" and none for 2016.
# In Sikum: dates of the database are text as exact as they are known; docs/data.md says to take the year by substr().
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check datasette==0.65.5
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import json
import os
import sqlite3
import subprocess
import sys

database = sqlite3.connect("catalogue.sqlite")
with database:
    database.execute("CREATE TABLE processes (id TEXT PRIMARY KEY, end_date TEXT)")
    database.executemany("INSERT INTO processes VALUES (?, ?)", [("a", "2016"), ("b", "2016-06"), ("c", "2016-06-12")])
years = database.execute("SELECT strftime('%Y', end_date) FROM processes ORDER BY id").fetchall()
days = database.execute("SELECT julianday('2017') - julianday('2016')").fetchone()
database.close()
command = [os.path.join(os.path.dirname(sys.executable), "datasette"), "catalogue.sqlite", "--get"]
page = subprocess.run(
    [*command, "/catalogue/processes.json?_facet_date=end_date"], capture_output=True, text=True, check=True
).stdout
facet = sorted(row["value"] for row in json.loads(page)["facet_results"]["end_date"]["results"])
print("SQLite", sqlite3.sqlite_version, "· datasette 0.65.5")
print("expected: the year is 2016, or none, for each of 2016, 2016-06 and 2016-06-12; from 2016 to 2017 are 366 days, or none")
print("seen:    ", [year for (year,) in years], "·", *days, "day · facet:", facet)
sys.exit((years, days, facet) != ([("-4707",), (None,), ("2016",)], (1.0,), ["-4707-06-01", "2016-06-12"]))
PYTHON
