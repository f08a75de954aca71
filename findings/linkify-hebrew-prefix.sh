#!/usr/bin/env bash
# "At www.gov.il" in Hebrew becomes a link to a host that does not exist, since the prefix is taken for a part of the host's name.
#
# Versions: linkify-it-py 2.2.0 (markdown-it-py 4.3.0, "gfm-like"), bleach 6.4.0.
# Expected: "ב-www.example.org" (at www.example.org) is a link to www.example.org with the prefix before it, as "ב-https://www.example.org" is,
#           or no link, as on GitHub, where a letter before "www." forbids one.
# Seen: both link the whole word: http://xn---www-ptf.example.org, and http://ב-www.example.org. A Hebrew letter is a letter of host names, and
#       a hyphen may stand within one. With the Hebrew hyphen (ב־) markdown-it-py is right, and bleach too.
# In Sikum: nothing but what is written as a link becomes one in a chapter.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check linkify-it-py==2.2.0 markdown-it-py==4.3.0 bleach==6.4.0
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import re
import sys

import bleach
from markdown_it import MarkdownIt

seen = {}
for text in ("ב-https://www.example.org", "ב־www.example.org", "ב-www.example.org"):
    pages = MarkdownIt("gfm-like").render(text), bleach.linkify(text)
    seen[text] = [re.findall('href="([^"]*)"', page) for page in pages]
print("expected: http(s)://www.example.org, or no link")
for text, links in seen.items():
    print(f"seen:     {text} · markdown-it-py", *links[0], "· bleach", *links[1])
whole = list(seen.values())[-1]
sys.exit(whole != [["http://xn---www-ptf.example.org"], ["http://ב-www.example.org"]])
PYTHON
