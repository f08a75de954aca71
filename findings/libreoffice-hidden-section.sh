#!/usr/bin/env bash
# LibreOffice saves what an .odt hides by a section, or by a hidden-text field, as plain text that everybody sees in a .docx.
#
# Version: LibreOffice of Debian (libreoffice-writer).
# Expected: of a document with a hidden paragraph style, a hidden section and a field of hidden text, `--convert-to docx` hides all
#           three (w:vanish), since the format has that for each of them.
# Seen: the paragraph by its style is hidden; the section's text and the field's text are runs like all others, with no mark.
# In Sikum: hidden text stays out of an import and is said; of these two nothing can be known any more, so the manual tells
#           offices to look for hidden sections before they save an .odt as .docx.
set -euo pipefail
command -v soffice >/dev/null || { echo "this needs LibreOffice (Debian: apt install libreoffice-writer)" >&2; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > report.fodt <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="H" style:family="paragraph"><style:text-properties text:display="none"/>
</style:style></office:automatic-styles>
<office:body><office:text>
<text:p text:style-name="H">by-its-style</text:p>
<text:section text:name="S" text:display="none"><text:p>by-its-section</text:p></text:section>
<text:p>seen <text:hidden-text text:condition="ooow:1" text:string-value="by-its-field" text:is-hidden="true">by-its-field</text:hidden-text></text:p>
</office:text></office:body></office:document>
XML
soffice -env:UserInstallation="file://$folder/profile" --headless --convert-to docx report.fodt >/dev/null 2>&1
python3 - <<'PYTHON'
import re
import sys
import zipfile

xml = zipfile.ZipFile("report.docx").read("word/document.xml").decode()
runs = re.findall(r"<w:r>.*?</w:r>|<w:r .*?</w:r>", xml)
hidden = {
    text: any("w:vanish" in run for run in runs if text in run)
    for text in ("by-its-style", "by-its-section", "by-its-field")
    if any(text in run for run in runs)
}
print("expected: {'by-its-style': True, 'by-its-section': True, 'by-its-field': True}")
print(f"seen:     {hidden}")
sys.exit(hidden != {"by-its-style": True, "by-its-section": False, "by-its-field": False})
PYTHON
soffice --version | head -1
