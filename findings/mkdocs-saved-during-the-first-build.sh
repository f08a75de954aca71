#!/usr/bin/env bash
# `mkdocs serve` begins to watch when its first build is done: a page that is saved meanwhile stays old until the next save.
#
# Version: mkdocs 1.6.1.
# Expected: a page that is saved while the first build runs is built again, as one that is saved later is.
# Seen: it is served with its old text, and goes on to be; a page that is saved afterwards is built within seconds.
# In Sikum: when the first build is done, files that were saved since it began start another one (generator/plugin/engine.py).
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mkdocs==1.6.1
mkdir -p "$folder/site/docs"
cd "$folder/site"
printf 'site_name: x\nhooks: [slow.py]\n' > mkdocs.yml
printf 'first text\n' > docs/index.md
printf 'first text\n' > docs/other.md
# A build that takes six seconds, as one of many pages does.
cat > slow.py <<'PYTHON'
import pathlib
import time


def on_post_build(config):
    if not pathlib.Path("slept").exists():
        pathlib.Path("slept").touch()
        time.sleep(6)
PYTHON
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
NO_MKDOCS_2_WARNING=1 "$folder/venv/bin/mkdocs" serve --livereload --dev-addr "127.0.0.1:$port" > serve.log 2>&1 &
server=$!
until [ -e slept ]; do sleep 0.1; done
sleep 1
printf 'saved during the first build\n' > docs/index.md
get() { python3 -c 'import sys, urllib.request; print(urllib.request.urlopen(sys.argv[1]).read().decode())' "http://127.0.0.1:$port/$1" 2> /dev/null; }
until get "" > /dev/null; do sleep 0.2; done
sleep 8
echo "mkdocs $("$folder/venv/bin/mkdocs" --version | cut -d' ' -f3)"
echo "expected: saved during the first build"
during=$(get "" | grep -oE 'saved during the first build|first text' | head -1)
echo "seen:     $during"
printf 'saved afterwards\n' > docs/other.md
for _ in $(seq 60); do
  afterwards=$(get other/ | grep -oE 'saved afterwards|first text' | head -1)
  [ "$afterwards" = "saved afterwards" ] && break
  sleep 0.5
done
echo "and of a page saved later: $afterwards"
[ "$during" = "first text" ] && [ "$afterwards" = "saved afterwards" ]
