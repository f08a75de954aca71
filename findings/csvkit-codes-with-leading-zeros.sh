#!/usr/bin/env bash
# Codes that begin with a zero, such as those of localities: csvkit sorts, joins and copies tables with the zeros gone.
#
# Version: csvkit 2.2.0 (agate 1.14.2).
# Expected: a column of which every value begins with a zero is text, as it is in the file; sorting by another column changes no cell.
# Seen: csvsort, csvjoin and in2csv write 70 for 0070, csvjson 70.0; csvcut and csvgrep keep it. `--no-leading-zeroes` keeps it
#       everywhere, and so does `-I`, which takes every column for text.
# In Sikum: codes are text in the tables and in what describes them; docs/data.md tells readers of the option.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
cd "$folder"
printf 'code,name\n0830,א\n0070,ב\n' > places.csv
for command in "csvsort -c name" "in2csv" "csvjoin -c code places.csv" "csvcut -c code" "csvsort --no-leading-zeroes -c name"; do
  seen=$("$folder/venv/bin/"${command%% *} $([ "$command" = "${command#* }" ] || echo "${command#* }") places.csv | tail -n +2 | cut -d, -f1 | sort | tr '\n' ' ')
  printf '%-36s %s\n' "$command" "$seen"
done | tee seen.txt
echo "expected: 0070 0830 from each"
diff <(sed 's/  */ /g; s/ *$//' seen.txt) - <<'SEEN'
csvsort -c name 70 830
in2csv 70 830
csvjoin -c code places.csv 70 830
csvcut -c code 0070 0830
csvsort --no-leading-zeroes -c name 0070 0830
SEEN
