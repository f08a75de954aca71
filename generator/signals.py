"""The signals that ask a process to end: Control-C, a pipeline's time limit, a terminal that goes away."""

from __future__ import annotations

import signal

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Those of them that this system has."""
