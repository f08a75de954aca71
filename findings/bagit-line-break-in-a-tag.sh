#!/usr/bin/env bash
# bagit glues the words around a line break in a tag together, and writes bags of a version before the standard.
#
# Version: bagit 1.9.0 (the Library of Congress's library).
# Expected: "שורה ראשונה\nשורה שנייה" in bag-info.txt is folded over two lines (RFC 8493, 2.2.2), or the break becomes a blank;
#           bagit.txt says `BagIt-Version: 1.0`, which has been the standard since 2018.
# Seen: the break is taken out and nothing put in its place, so two words become one, in the file and for whoever reads it;
#       bagit.txt says 0.97.
# In Sikum: texts of tags are made one line, blanks and all, before they are given to the library.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check bagit==1.9.0 setuptools==80.9.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import pathlib
import sys

import bagit

pathlib.Path("bag").mkdir()
pathlib.Path("bag/report.txt").write_text("report")
bagit.make_bag("bag", {"External-Description": "שורה ראשונה\nשורה שנייה"})
bag = bagit.Bag("bag")
read = bag.info["External-Description"]
version = pathlib.Path("bag/bagit.txt").read_text().splitlines()[0]
print("bagit", bagit.VERSION, "valid:", bag.is_valid())
print("expected: two lines or a blank between them · BagIt-Version: 1.0")
print("seen:    ", read, "·", version)
sys.exit(read != "שורה ראשונהשורה שנייה" or version != "BagIt-Version: 0.97")
PYTHON
