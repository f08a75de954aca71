"""Which folders a preview has to look at itself, and that a file saved by replacement is still seen."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generator.plugin.watching import LOCAL, are_noticed, file_system, looking_observer, notices_observer
from tests.commands import REPOSITORY

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /home/office/share rw - cifs //server/share rw
31 22 0:41 / /mnt/c rw - 9p drvfs rw
32 22 0:42 / /work rw - virtiofs host rw
33 22 0:43 / /srv/with\\040space rw - fuse.bindfs /x rw
34 32 0:44 / /work/fast rw - tmpfs tmpfs rw
35 22 0:45 / /home/office/nfs rw - nfs4 server:/x rw
""".splitlines()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/office/site", "ext4"),
        ("/home/office/share/site", "cifs"),
        ("/home/office/share", "cifs"),
        ("/home/office/shared", "ext4"),
        ("/mnt/c/Users/x", "9p"),
        ("/work/site", "virtiofs"),
        ("/work/fast/site", "tmpfs"),
        ("/srv/with space/site", "fuse.bindfs"),
        ("/home/office/nfs/a", "nfs4"),
    ],
)
def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    """On a share, in Docker and under WSL a save on the other side was never seen, where MkDocs alone sees it."""
    assert file_system(path, MOUNTS) == kind
    assert (kind in LOCAL) == (kind in ("ext4", "tmpfs"))


class Heard(FileSystemEventHandler):
    """Remembers that something was told."""

    def __init__(self) -> None:
        self.event = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002 - watchdog's signature
        self.event.set()


def test_a_file_that_is_saved_by_replacement_is_seen_each_time(tmp_path: Path) -> None:
    """A changed structure.yml was seen at the next save of another file, or not at all."""
    watched, other = tmp_path / "structure.yml", tmp_path / "other.yml"
    watched.write_text("a", encoding="utf-8")
    observer, heard = notices_observer(), Heard()
    if observer is None:
        pytest.skip("this system tells of no changes")
    observer.schedule(heard, str(watched))
    observer.start()
    try:
        other.write_text("x", encoding="utf-8")
        assert not heard.event.wait(0.5)
        for text in ("b", "c"):
            beside = tmp_path / "structure.yml~"
            beside.write_text(text, encoding="utf-8")
            os.replace(beside, watched)
            assert heard.event.wait(10)
            heard.event.clear()
    finally:
        observer.stop()
        observer.join()


def test_a_look_that_takes_long_is_followed_by_a_longer_rest(tmp_path: Path) -> None:
    """On a share that answers slowly the preview looked at files all the time, and the build waited for the share, too."""
    observer, looks, heard = looking_observer(0.05), [], Heard()
    observer.schedule(heard, str(tmp_path))
    (emitter,) = observer.emitters
    quick = emitter._take_snapshot

    def slow() -> object:
        looks.append(time.monotonic())
        time.sleep(0.2)
        return quick()

    emitter._take_snapshot = slow
    observer.start()
    try:
        (tmp_path / "new.md").write_text("x", encoding="utf-8")
        assert heard.event.wait(20)
        while len(looks) < 5:
            time.sleep(0.05)
    finally:
        observer.stop()
        observer.join()
    assert all(after - before > 0.9 for before, after in pairwise(looks[2:]))


def test_where_the_system_has_too_few_notices_every_file_is_looked_at(tmp_path: Path) -> None:
    """With more folders than the system tells of, saves in the rest of a large catalogue were never seen."""
    for number in range(40):
        (tmp_path / "many" / str(number)).mkdir(parents=True)
    assert are_noticed([str(tmp_path)])
    asked = f"from generator.plugin.watching import are_noticed; print(are_noticed([{str(tmp_path)!r}]))"
    limited = 'echo 8 > /proc/sys/user/max_inotify_watches && exec "$@"'
    done = subprocess.run(
        ["unshare", "--user", "--map-root-user", "sh", "-c", limited, "-", sys.executable, "-c", asked],
        capture_output=True, text=True, check=False, cwd=REPOSITORY,
    )  # fmt: skip
    if "unshare" in done.stderr:
        pytest.skip("this machine lets nobody set such a limit")
    assert done.stdout == "False\n", done.stderr
