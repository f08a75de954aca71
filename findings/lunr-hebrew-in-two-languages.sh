#!/usr/bin/env bash
# Whether a search index of Hebrew pages finds anything depends on the language of the program that made it, not of the pages.
#
# Version: lunr (JavaScript) 2.3.9 and its port lunr (Python) 0.8.0, which write and read each other's indexes.
# Expected: both index "סיכום תהליך", and a search for "סיכום" finds it.
# Seen: made by the port, the index finds the page, also when the JavaScript reads it. Made by the JavaScript, it has the empty word
#       alone: its trimmer takes off what is not \w, which in JavaScript is all of Hebrew and in Python none.
# In Sikum: the search is no lunr: it has words of Hebrew of its own, and browsers ask it Hebrew questions in the tests.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check lunr==0.8.0
npm install --silent --no-audit --no-fund --prefix "$folder" lunr@2.3.9
"$folder/venv/bin/python" -c '
import json, sys
from lunr import lunr
index = lunr(ref="id", fields=["text"], documents=[{"id": "1", "text": "סיכום תהליך"}])
json.dump(index.serialize(), open(sys.argv[1], "w"))' "$folder/index.json"
seen=$(cd "$folder" && node -e '
const lunr = require("lunr");
const own = lunr(function () { this.ref("id"); this.field("text"); this.add({ id: "1", text: "סיכום תהליך" }); });
const ported = lunr.Index.load(JSON.parse(require("fs").readFileSync("index.json", "utf8")));
console.log(own.search("סיכום").length, ported.search("סיכום").length);')
echo "expected: pages found, index by JavaScript and by Python: 1 1"
echo "lunr 2.3.9 and lunr.py 0.8.0:                             $seen"
[ "$seen" = "0 1" ]
