#!/usr/bin/env bash
# A library that joins Arabic letters for drawing takes the vowel signs away, and nothing says so.
#
# Version: arabic-reshaper 3.1.0, its default settings.
# Expected: "مُخْرَجات" comes back with its three vowel signs above joined letters.
# Seen: six letters, no sign: `delete_harakat` is on unless it is turned off.
# In Sikum: drawings for PDFs are drawn without points in Hebrew and Arabic alike; text that is no drawing keeps them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check arabic-reshaper==3.1.0
seen=$("$folder/venv/bin/python" -c '
import unicodedata, arabic_reshaper
shaped = arabic_reshaper.reshape("مُخْرَجات")
print(len(shaped), sum(unicodedata.combining(sign) > 0 for sign in shaped))')
echo "expected: signs in all, and vowel signs among them: 9 3"
echo "arabic-reshaper 3.1.0:                              $seen"
[ "$seen" = "6 0" ]
