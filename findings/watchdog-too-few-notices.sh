#!/usr/bin/env bash
# watchdog begins to watch a folder for which the system has too few notices, raises nothing, and tells of a part of it.
#
# Version: watchdog 7.1.0, on Linux, with eight notices for 41 folders (many a system allows 8,192 to one user).
# Expected: `Observer.start()` raises OSError, as its code does for "inotify watch limit reached".
# Seen: it starts; a file that is saved is told of in as many folders as there were notices for, and in the others never.
# In Sikum: the notices are counted first, and where they do not suffice every file is looked at (generator/plugin/watching.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check watchdog==7.1.0
cat > "$folder/watch.py" <<'PYTHON'
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

folder = Path(tempfile.mkdtemp())
for number in range(40):
    (folder / str(number)).mkdir()
told = set()


class Handler(FileSystemEventHandler):
    def on_any_event(self, event):
        told.add(Path(event.src_path).parent.name)


print("watchdog", version("watchdog"))
print("expected: OSError when it starts")
observer = Observer()
observer.schedule(Handler(), str(folder), recursive=True)
try:
    observer.start()
except OSError as error:
    print("seen:    ", error)
    sys.exit(1)
for number in range(40):
    (folder / str(number) / "page.md").write_text("x", encoding="utf-8")
time.sleep(2)
found = len(told & {str(number) for number in range(40)})
print(f"seen:     it starts, and tells of saves in {found} of 40 folders")
observer.stop()
observer.join()
sys.exit(not 0 < found < 40)
PYTHON
# The limit is set for this script alone, in a namespace of its own.
unshare --user --map-root-user sh -c 'echo 8 > /proc/sys/user/max_inotify_watches && exec "$@"' - "$folder/venv/bin/python" "$folder/watch.py"
