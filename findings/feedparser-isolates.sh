#!/usr/bin/env bash
# feedparser keeps `dir` on a paragraph and takes out the elements that isolate a direction.
#
# Version: feedparser 6.0.14.
# Expected: of HTML in an Atom entry, <bdi> and <bdo dir="ltr"> are kept, as `dir`, `lang` and <details> are: they are harmless.
# Seen: both are unwrapped, and so is <summary>, whose text then runs into what it was to open.
# In Sikum: entries of feeds are plain text without HTML.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14
"$folder/venv/bin/python" - <<'PYTHON'
import html
import sys

import feedparser

body = '<p dir="rtl">א <bdi>GOV 5</bdi> <bdo dir="ltr">3-1</bdo></p><details><summary>ב</summary>ג</details>'
feed = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="he"><title>t</title><id>tag:example.org,2024:f</id>
<updated>2024-03-01T00:00:00Z</updated><entry><title>t</title><id>tag:example.org,2024:e</id><updated>2024-03-01T00:00:00Z</updated>
<content type="html">{html.escape(body)}</content></entry></feed>"""
seen = feedparser.parse(feed).entries[0].content[0].value
print("feedparser", feedparser.__version__)
print("expected:", body)
print("seen:    ", seen)
sys.exit(seen != '<p dir="rtl">א GOV 5 3-1</p><details>בג</details>')
PYTHON
