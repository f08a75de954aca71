#!/usr/bin/env bash
# Poppler's listing of a tagged PDF shows Hebrew letters last to first, where its text of the same file is right.
#
# Version: Debian's poppler-utils 22.12.0 (apt install poppler-utils), on a page by WeasyPrint 70.0 with the font Noto Sans Hebrew
#          (npm, @fontsource/noto-sans-hebrew 5.2.5).
# Expected: `pdfinfo -struct-text`, which people use to see what a tagged document says and in which order, has the words as
#           `pdftotext` has them.
# Seen: each line is what is drawn, from left to right: "רבד ףוס", where pdftotext has "סוף דבר". The order of headings and paragraphs
#       is right; only letters and words within a line are turned round. Latin lines are the same in both.
# In Sikum: tests of tagged documents read the structure by pikepdf and the words by pdftotext and PDFium, never by this listing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0
(cd "$folder" && npm install --silent --no-audit --no-fund @fontsource/noto-sans-hebrew@5.2.5 >/dev/null)
pdfinfo -v 2>&1 | sed -n 1p
font=$(ls "$folder"/node_modules/@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2)
cat > "$folder/page.html" <<HTML
<!doctype html><html lang="he" dir="rtl"><meta charset="utf-8"><title>x</title>
<style>@font-face { font-family: "H"; src: url("file://$font") } body { font-family: "H", sans-serif }</style>
<h1>סוף דבר</h1><p lang="en" dir="ltr">The end</p></html>
HTML
"$folder/venv/bin/weasyprint" --quiet --pdf-variant pdf/ua-1 "$folder/page.html" "$folder/page.pdf"
text=$(pdftotext "$folder/page.pdf" - | python3 -c 'import sys; print(" · ".join(line for line in (part.strip("\u202a\u202b\u202c\f\n ") for part in sys.stdin) if line))')
listed=$(pdfinfo -struct-text "$folder/page.pdf" | grep -ao '"[^"]*"' | tr -d '"\n' | sed 's/The end/ · &/')
echo "expected: סוף דבר · The end from both"
echo "seen:     pdftotext: $text | pdfinfo: $listed"
[ "$text" = "סוף דבר · The end" ] && [ "$listed" = "רבד ףוס · The end" ]
