#!/usr/bin/env bash
# One package, two functions of one name, two orders of the same Hebrew line.
#
# Version: python-bidi 0.6.12: `bidi.get_display` and `bidi.algorithm.get_display`, the older address that most examples import.
# Expected: the same order of "שלום (abc)" from both, since one replaces the other.
# Seen: they disagree wherever there are brackets, and each lacks another rule: the older one does not pair them (N0 of Unicode's
#       UAX #9), the newer one does not mirror them (L4), so that "[ב]" is drawn as "]ב[".
# In Sikum: drawings for PDFs take the newer order and mirror what stands in right-to-left runs (`editions/visual_order.py`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-bidi==0.6.12
seen=$("$folder/venv/bin/python" -c '
import bidi, bidi.algorithm
print(bidi.get_display("[ב]"), bidi.algorithm.get_display("[ב]"), bidi.algorithm.get_display("OECD (abc) ב", base_dir="R"), sep="|")')
echo "expected: [ב]|[ב]|ב OECD (abc)"
echo "seen:     $seen"
[ "$seen" = "]ב[|[ב]|ב (OECD (abc" ]
