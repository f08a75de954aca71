"""The browser in which built pages are opened."""

from __future__ import annotations

import os
import shutil


def chromium() -> str:
    """The command that CHROMIUM names, as for the tests; else the engine without a window that they install, else the browser.

    Raises FileNotFoundError where there is none.
    """
    for name in (os.environ.get("CHROMIUM"), "chromium-headless-shell", "chromium"):
        found = shutil.which(name) if name else None
        if found:
            return found
    raise FileNotFoundError("no Chromium: install chromium-headless-shell, or name one with CHROMIUM")
