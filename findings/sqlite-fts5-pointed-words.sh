#!/usr/bin/env bash
# SQLite's full-text index cuts a pointed Hebrew word, or an Arabic one with harakat, into single letters.
#
# Versions: apsw 3.50.4.0 (which carries SQLite 3.50.4).
# Expected: `unicode61 remove_diacritics 2`, which finds "école" by "ecole", finds "שָׁלוֹם" by "שלום" and "مُدَرِّسَة" by "مدرسة".
# Seen: the points are taken for separators. The pointed word is indexed as ש, לו, ם and is found by no spelling without points.
# In Sikum: the full-text table of the catalogue's database is filled with words that are folded beforehand.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check apsw==3.50.4.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import apsw

connection = apsw.Connection(":memory:")
connection.execute("create virtual table text using fts5(body, tokenize='unicode61 remove_diacritics 2')")
connection.execute("create virtual table words using fts5vocab(text, 'row')")
for body in ("école", "שָׁלוֹם", "مُدَرِّسَة"):
    connection.execute("insert into text values (?)", (body,))
found = {
    query: [body for (body,) in connection.execute("select body from text where text match ?", (f'"{query}"',))]
    for query in ("ecole", "שלום", "مدرسة")
}
words = [word for (word,) in connection.execute("select term from words")]
print("SQLite", apsw.sqlite_lib_version())
print("expected: each word is found by its spelling without points")
print("seen:    ", found)
print("words in the index:", " ".join(words))
sys.exit(found != {"ecole": ["école"], "שלום": [], "مدرسة": []} or "לו" not in words)
PYTHON
