#!/usr/bin/env bash
# A quoted word in bold behind a Hebrew prefix stays plain, with its asterisks, wherever Markdown is CommonMark.
#
# Versions: markdown-it-py 4.3.0, mistune 3.4.0, pandoc 3.9 (pypandoc-binary 1.17), Markdown 3.11.3.
# Expected: ה**״שיתוף״** ("the *participation*", the article is a letter glued on) is bold after its first letter, as ה**שיתוף** is; and what
#           pandoc writes as Markdown of GitHub's kind, pandoc reads back.
# Seen: the three that follow CommonMark show the asterisks: two of them open nothing when a letter stands before and a punctuation mark,
#       such as a quotation mark or a bracket, behind (rule of left-flanking runs). Python-Markdown shows bold. Of HTML with <b> pandoc
#       writes ה**״שיתוף״**, which it then reads as text with asterisks.
# In Sikum: pages are made by Python-Markdown, so they are bold; docs/he/writing.md and docs/how-to/cms.md tell authors what a preview
#           may show, and that **ה״שיתוף״** is bold everywhere.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown-it-py==4.3.0 mistune==3.4.0 pypandoc-binary==1.17 markdown==3.11.3
cd "$folder"
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import sys

import markdown
import mistune
import pypandoc
from markdown_it import MarkdownIt

readers = {
    "markdown-it-py": MarkdownIt().render,
    "mistune": mistune.html,
    "pandoc": lambda text: pypandoc.convert_text(text, "html", format="gfm"),
    "Python-Markdown": markdown.markdown,
}
plain, quoted, bracketed = "ה**שיתוף**", "ה**״שיתוף״**", "ב**(תוספת)**"
seen = {name: ["<strong>" in read(text) for text in (plain, quoted, bracketed)] for name, read in readers.items()}
written = pypandoc.convert_text("<p>ה<b>״שיתוף״</b></p>", "gfm", format="html").strip()
print("expected: bold in each of", plain, quoted, bracketed)
for name, bold in seen.items():
    print(f"seen:     {name:16}", *("bold" if each else "asterisks" for each in bold))
print("pandoc writes", written)
commonmark = [True, False, False]
expected = dict.fromkeys(("markdown-it-py", "mistune", "pandoc"), commonmark) | {"Python-Markdown": [True, True, True]}
sys.exit(seen != expected or written != quoted)
PYTHON
