#!/usr/bin/env bash
# The search that a tool offers over full text fails on the commonest kind of word in an official Hebrew text.
#
# Version: sqlite-utils 4.2.1, Table.search and `sqlite-utils search` with their defaults.
# Expected: what is searched is words, so מנכ"ל (a director general) and ת"א (Tel Aviv) are found as they are written.
# Seen: an error of SQLite, since the words are given to it as an expression in which a quotation mark begins a phrase;
#       with the proper sign (מנכ״ל) or with quote=True, `--quote`, they are found.
# In Sikum: the index in the database of all tables holds abbreviations without their sign, and the docs of the open data say so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sqlite-utils==4.2.1
seen=$("$folder/venv/bin/python" -c '
import sqlite3, sqlite_utils
table = sqlite_utils.Database(memory=True)["texts"]
table.insert({"text": "דברי מנכ\"ל המשרד"}).enable_fts(["text"])
def found(words, **how):
    try:
        return len(list(table.search(words, **how)))
    except sqlite3.OperationalError as error:
        return type(error).__name__
print(found("מנכ\"ל"), found("מנכ״ל"), found("מנכ\"ל", quote=True))')
echo "expected: found as typed, with the proper sign, quoted: 1 1 1"
echo "seen:                                                   $seen"
[ "$seen" = "OperationalError 1 1" ]
