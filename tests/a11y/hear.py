"""`make hear`: Orca reads a few pages of the Hebrew site in Chromium on a screen that nobody sees, and its words are written down.

`artefacts/hear/<kind>.txt` has what was spoken, a phrase a line; `tests/a11y/spoken/` has what a person once read there,
with Orca 43 and Chromium 156. No test compares them: each version of Orca has words of its own.
Needs, beside what the tests need: orca, openbox, xdotool, dbus and at-spi2-core. Nothing is heard aloud, so it is quick.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.browser.sites import HERE, KINDS, build_site, served

FOLDER = HERE / "artefacts" / "hear"
NEEDED = ("orca", "openbox", "xdotool", "dbus-run-session", "xvfb-run", "chromium")
WALKS: dict[str, tuple[str, ...]] = {
    "catalogue": ("x", "space"),
    "catalogue-found": (),
    "process": ("t", "f"),
    "participants": ("t", "Down"),
}
"""Kind -> keys that are pressed once the page was read: Orca's own (x: next checkbox, t: next table, b: next button) and others."""
_QUIET = 4
"""Seconds without a word after which all is said."""
_LONGEST = 40
_SPOKEN = re.compile(r"SPEECH OUTPUT: '(.*?)'(?:\{|$)", re.MULTILINE)
_BUS = "org.freedesktop.DBus.Properties.Set string:org.a11y.Status string:{} variant:boolean:true"


def main() -> None:
    """Walks through the pages; a line for each says where its words are."""
    if missing := [name for name in NEEDED if not shutil.which(name)]:
        sys.exit(f"sikum: to hear the pages, install: {' '.join(missing)}")
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ or "SIKUM_HEAR" not in os.environ:
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x1000x24", "dbus-run-session", "--"]
        command = [*screen, sys.executable, "-m", "tests.a11y.hear"]
        sys.exit(subprocess.run(command, env=os.environ | {"SIKUM_HEAR": "1"}, check=False).returncode)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        build_site(Path(folder) / "he", "he")
        with served(Path(folder) / "he" / "site") as root:
            for kind, keys in WALKS.items():
                said = heard(root + KINDS[kind], keys, Path(folder) / kind)
                (FOLDER / f"{kind}.txt").write_text("\n".join(said) + "\n", encoding="utf-8")
                sys.stdout.write(f"{FOLDER / kind}.txt: {len(said)} phrases\n")


def heard(address: str, keys: tuple[str, ...], home: Path) -> list[str]:
    """What Orca says of a page and after each key, in its own English and the page's words."""
    home.mkdir(mode=0o700)
    accessible = {"ACCESSIBILITY_ENABLED": "1", "GTK_MODULES": "gail:atk-bridge", "NO_AT_BRIDGE": "0"}
    environment = os.environ | accessible | {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LANG": "en_US.UTF-8"}
    environment.pop("LC_ALL", None)
    log = home / "orca.txt"
    browser = ["chromium", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-features=Translate",
               "--force-renderer-accessibility", f"--user-data-dir={home}/profile", "--window-size=1280,900"]  # fmt: skip
    started: list[subprocess.Popen[bytes]] = []

    def start(*command: str) -> None:
        quiet = subprocess.DEVNULL
        started.append(subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, stdin=quiet))

    try:
        start("openbox")
        start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
        time.sleep(1)
        for status in ("IsEnabled", "ScreenReaderEnabled"):
            call = ["dbus-send", "--session", "--dest=org.a11y.Bus", "--print-reply", "/org/a11y/bus"]
            subprocess.run([*call, *_BUS.format(status).split()], env=environment, check=True, capture_output=True)
        start("orca", f"--debug-file={log}", "--replace")
        _until_quiet(log)
        start(*browser, address)
        _until_said(log, "Finished loading")
        _until_quiet(log)
        said = known = _words(log)
        for key in keys:
            subprocess.run(["xdotool", "key", key], env=environment, check=True)
            _until_quiet(log)
            before, known = known, _words(log)
            said = [*said, f"--- {key}", *known[len(before) :]]
        return said
    finally:
        for process in reversed(started):
            process.kill()  # Orca waits for a speech server when it is asked to end
            process.wait()


def _words(log: Path) -> list[str]:
    """The phrases spoken so far, without those of Orca's own start and of the browser's frame."""
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    return [phrase for phrase in _SPOKEN.findall(text) if phrase.strip()]


def _until_said(log: Path, words: str) -> None:
    """Waits until a phrase with these words was spoken, or as long as one can wait for it."""
    end = time.monotonic() + _LONGEST
    while time.monotonic() < end and not any(words in phrase for phrase in _words(log)):
        time.sleep(0.3)


def _until_quiet(log: Path) -> None:
    """Waits until nothing was said for a while."""
    end, last, since = time.monotonic() + _LONGEST, -1, time.monotonic()
    while time.monotonic() < end:
        count = len(_words(log))
        if count != last:
            last, since = count, time.monotonic()
        elif time.monotonic() - since > _QUIET:
            return
        time.sleep(0.3)


if __name__ == "__main__":
    main()
