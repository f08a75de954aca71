#!/usr/bin/env bash
# A file with a percent sign in its name: bagit writes the name as it stands where the standard has %25, and cannot read %25.
#
# Version: bagit 1.9.0 (the Library of Congress's library).
# Expected: "a%25b.txt" in the list of files, as RFC 8493 (2.1.3) has it since some names would otherwise mean two files; and a bag
#           written so is valid.
# Seen: the list says "a%b.txt"; a bag whose list follows the standard is invalid, since bagit looks for a file "a%25b.txt"; and a
#       file "50%0A.txt" makes a bag that bagit itself finds invalid: it decodes what it did not encode.
# In Sikum: no name in a bag has a percent sign; a full-width one (U+FF05) stands for it, so both kinds of reader find it whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check bagit==1.9.0 setuptools==80.9.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import logging
import pathlib
import sys

import bagit

logging.disable()


def bagged(folder: str, name: str) -> pathlib.Path:
    root = pathlib.Path(folder)
    root.mkdir()
    (root / name).write_text("x")
    bagit.make_bag(str(root), checksums=["sha256"])
    return root / "manifest-sha256.txt"


plain = bagged("plain", "a%b.txt")
written = plain.read_text().split()[1]
decoded = bagged("decoded", "50%0A.txt")
own = bagit.Bag("decoded").is_valid()
plain.write_text(plain.read_text().replace("%", "%25"))
for tags in plain.parent.glob("tagmanifest-*"):
    tags.unlink()
standard = bagit.Bag("plain").is_valid()
print("bagit", bagit.VERSION)
print("expected: data/a%25b.txt · bag by the standard valid · own bag of 50%0A.txt valid")
print(f"seen:     {written} · bag by the standard {'valid' if standard else 'invalid'} · own bag of 50%0A.txt {'valid' if own else 'invalid'}")
sys.exit(not (written == "data/a%b.txt" and not standard and not own))
PYTHON
