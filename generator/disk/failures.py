"""What went wrong with a disk or with a process of the machine, in one line that says where and what helps."""

from __future__ import annotations

import errno

_WAYS_OUT = {
    errno.ENOSPC: "no room is left there; delete .cache, or free some, and build again",
    errno.EDQUOT: "no room is left there; delete .cache, or free some, and build again",
    errno.EROFS: "it can only be read; choose another site_dir",
    errno.EACCES: "it may not be written; look at its owner and rights",
    errno.EMFILE: "too many files are open; raise the limit (ulimit -n)",
}


def one_line(error: OSError) -> str:
    """The system's words, the path where it has one, and what helps where that is known."""
    words = error.strerror or " ".join(str(error).split()) or type(error).__name__
    path = f": {error.filename2 or error.filename}" if error.filename else ""
    way_out = _WAYS_OUT.get(error.errno or 0)
    return f"{words}{path}" + (f" ({way_out})" if way_out else "")
