#!/usr/bin/env bash
# A message inside an f-string is not found by Babel's extractor before Python 3.12, and nothing says so.
#
# Version: Babel 2.19.0, with Python 3.11.
# Expected: `_("inside")` is a call like any other, so f"{_('inside')}" is extracted, or refused with a word.
# Seen: it is passed over in silence: before 3.12 an f-string is one token, and the extractor goes by tokens. A test that holds
#       catalogues against what is extracted then calls the translation of a message that is shown a left-over.
# In Sikum: a message is looked up before it is put into another string (`generator/cli/words.py`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
cat > "$folder/page.py" <<'PYTHON'
def greet(_, name):
    print(_("plain"))
    print("{}".format(_("formatted")))
    print(f"{_('inside')} {name}")
PYTHON
found=$("$folder/venv/bin/python" -c '
import sys
from babel.messages.extract import extract_from_file
print(" ".join(message for _, message, _, _ in extract_from_file("python", sys.argv[1])))' "$folder/page.py")
version=$("$folder/venv/bin/python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
echo "expected: plain formatted inside"
echo "Babel 2.19.0, Python $version: $found"
[ "$version" = 3.11 ] && [ "$found" = "plain formatted" ]
