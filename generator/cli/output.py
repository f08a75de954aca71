"""What is printed reaches its reader whatever the console's encoding: Hebrew in cp1252, a picture letter in cp1255."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def prepare_output() -> None:
    """Files and pipes get UTF-8, as all of a catalogue is; a terminal its own encoding, with escapes for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, TextIOWrapper) or stream.encoding.lower().replace("-", "") == "utf8":
            continue
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
