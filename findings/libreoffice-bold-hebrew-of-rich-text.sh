#!/usr/bin/env bash
# LibreOffice saves bold Hebrew of a rich text file as a Word file that says "bold" twice, and never for Hebrew.
#
# Versions: LibreOffice of Debian (libreoffice-writer).
# Expected: a Hebrew word that is bold in an .rtf file (`{\b …}` in a right-to-left paragraph) is bold in the .docx that LibreOffice makes
#           of it: `<w:b/><w:bCs/><w:rtl/>`, as Word writes it, since Word takes the weight of right-to-left runs from `w:bCs` alone.
# Seen: `<w:b/><w:b/><w:rtl/>`: the mark of Latin letters stands twice, that of Hebrew not at all, so that the word is plain in Word.
#       With the associated mark of RTF besides (`\rtlch\ab\ltrch\b`) all three stand there: `<w:b/><w:b/><w:bCs/>`.
# In Sikum: a right-to-left run is bold by `w:bCs` alone, as Word shows it; a heading that was bold in such a file is not guessed.
set -euo pipefail
command -v soffice >/dev/null || { echo "this needs LibreOffice (Debian: apt install libreoffice-writer)" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
word='\u1502?\u1493?\u1491?\u1490?\u1513?'
printf '%s' "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\pard\\rtlpar {\\b $word}\\par\\pard\\rtlpar {\\rtlch\\fcs1\\ab\\ltrch\\fcs0\\b $word}\\par}" > bold.rtf
soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to 'docx:MS Word 2007 XML' bold.rtf >/dev/null 2>&1
python3 - <<'PYTHON'
import re
import sys
import zipfile

text = zipfile.ZipFile("bold.docx").read("word/document.xml").decode()
runs = re.findall(r"<w:r><w:rPr>(.*?)</w:rPr><w:t[^>]*>מודגש</w:t>", text)
marks = [re.findall(r"<w:(b|bCs|rtl)\b", run) for run in runs]
print("expected: [['b', 'bCs', 'rtl'], ['b', 'bCs', 'rtl']]")
print(f"seen:     {marks}")
sys.exit(marks != [["b", "b", "rtl"], ["b", "b", "bCs", "rtl"]])
PYTHON
soffice --version | head -1
