#!/usr/bin/env bash
# "About 500" in Hebrew is minus 500 to frictionless.
#
# Version: frictionless 5.21.0.
# Expected: a field `integer` with `bareNumber: false` (Table Schema: leading and trailing text around a number, such as a currency sign, is
#           taken off) reads "כ-500" (about 500) as 500, or refuses it.
# Seen: valid, and -500: the hyphen of the prefix is taken for a sign. "כ־500", with the Hebrew hyphen, is 500.
# In Sikum: whole numbers of the data package have it, for the apostrophe before a negative one; no words stand beside them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

from frictionless import Resource, Schema

schema = {"fields": [{"name": "people", "type": "integer", "bareNumber": False}]}
seen = []
for cell in ("500 איש", "כ־500", "כ-500"):
    resource = Resource(data=[["people"], [cell]], schema=Schema.from_descriptor(schema))
    is_valid = resource.validate().valid
    resource = Resource(data=[["people"], [cell]], schema=Schema.from_descriptor(schema))
    seen.append((is_valid, resource.read_rows()[0]["people"]))
print("frictionless 5.21.0 · 500 איש, כ־500, כ-500")
print("expected: 500 three times, or the last is refused")
print("seen:    ", *("valid: " + str(number) if is_valid else "refused" for is_valid, number in seen))
sys.exit(seen != [(True, 500), (True, 500), (True, -500)])
PYTHON
