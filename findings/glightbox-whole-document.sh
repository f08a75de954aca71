#!/usr/bin/env bash
# mkdocs-glightbox gives a page's content back as a whole document, with <html>, <head> and <body> around the fragment.
#
# Version: mkdocs-glightbox 0.5.3.
# Expected: on_page_content of "<p>a</p><img src=x.png>" is that fragment with the picture wrapped in a link.
# Seen: <html><head></head><body>…</body></html> around it, which the theme then puts into the middle of its own page.
# In Sikum: that frame is taken off again (generator/plugin/page_events.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1 mkdocs-glightbox==0.5.3
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version
from types import SimpleNamespace

from mkdocs_glightbox.plugin import LightboxPlugin

plugin = LightboxPlugin()
plugin.load_config({})
plugin.on_config({"theme": SimpleNamespace(name="mkdocs"), "plugins": {}})
seen = plugin.on_page_content('<p>a</p><img src="x.png">', page=SimpleNamespace(meta={}), config={})
print("mkdocs-glightbox", version("mkdocs-glightbox"))
print("expected: begins with <p>a</p>")
print("seen:    ", seen)
sys.exit(not seen.startswith("<html><head></head><body><p>a</p>"))
PYTHON
