#!/usr/bin/env bash
# A folder of a site taken into a web archive: warcit percent-encodes a blank in a file's name and leaves Hebrew as it is.
#
# Version: warcit 0.4.0.
# Expected: WARC-Target-URI is a URI (WARC 1.1, 5.9), so "תיקיה/דף א.html" is %D7%AA…/%D7%93%D7%A3%20%D7%90.html, which is the address
#           that a browser asks for and a crawler writes.
# Seen: https://example.org/תיקיה/דף%20א.html, half of it encoded: a reader that looks addresses up letter by letter finds no such page.
# In Sikum: addresses of pages are ids in Latin letters, so only an attachment that an office named in Hebrew is meant.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check warcit==0.4.0 setuptools==80.9.0
cd "$folder"
mkdir -p site/תיקיה
printf '<!doctype html><title>x</title>\n' > "site/תיקיה/דף א.html"
"$folder/venv/bin/warcit" --quiet --no-gzip --name taken.warc https://example.org/ site
seen=$(grep -a '^WARC-Target-URI:.*html' taken.warc | tr -d '\r' | cut -d' ' -f2-)
echo "expected: https://example.org/%D7%AA%D7%99%D7%A7%D7%99%D7%94/%D7%93%D7%A3%20%D7%90.html"
echo "seen:     $seen"
[ "$seen" = "https://example.org/תיקיה/דף%20א.html" ]
