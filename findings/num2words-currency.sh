#!/usr/bin/env bash
# The same call writes 500 as five shekels in Hebrew and as five hundred riyals in Arabic.
#
# Version: num2words 0.5.14.
# Expected: `num2words(500, to="currency", lang=…)` says five hundred of the currency in every language, as 500.0 does.
# Seen: in Hebrew and English a whole number counts hundredths ("five shekels and zero agorot"), in Arabic units ("five hundred riyals").
#       A budget of a whole number of shekels is a hundredth of itself in Hebrew, and the two languages of one page disagree.
# In Sikum: amounts are written in digits, in every language.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

from num2words import num2words

whole = [num2words(500, lang=lang, to="currency", **more) for lang, more in (("he", {"currency": "ILS"}), ("ar", {}))]
exact = [num2words(500.0, lang=lang, to="currency", **more) for lang, more in (("he", {"currency": "ILS"}), ("ar", {}))]
print("num2words 0.5.14")
print("expected:", " · ".join(exact))
print("seen:    ", " · ".join(whole))
five, five_hundred = "חמישה שקלים ואפס אגורות", "חמש מאות שקלים ואפס אגורות"
sys.exit(whole != [five, "خمسمائة ريال"] or exact != [five_hundred, "خمسمائة ريال"])
PYTHON
