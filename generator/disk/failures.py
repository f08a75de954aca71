"""What went wrong with a disk or with a process of the machine, in one line that says where and what helps."""

from __future__ import annotations

import errno

from generator.wording.deferred import N_, Look

_NO_ROOM = N_("no room is left there; delete .cache, or free some, and build again")
_WAYS_OUT = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EROFS: N_("it can only be read; choose another site_dir"),
    errno.EACCES: N_("it may not be written; look at its owner and rights"),
    errno.EMFILE: N_("too many files are open; raise the limit (ulimit -n)"),
}


_CAUSES = {
    errno.ENOENT: N_("No such file or directory"),
    errno.EACCES: N_("Permission denied"),
    errno.EISDIR: N_("Is a directory"),
    errno.ENOTDIR: N_("Not a directory"),
    errno.EEXIST: N_("File exists"),
    errno.ENOSPC: N_("No space left on device"),
    errno.EROFS: N_("Read-only file system"),
    errno.EMFILE: N_("Too many open files"),
}
"""The system's words for what happens most; other words of its own are shown as they are."""


def one_line(error: OSError, gettext: Look = str) -> str:
    """What happened, the path where there is one, and what helps where that is known, in the language of `gettext`."""
    known = _CAUSES.get(error.errno or 0)
    words = gettext(known) if known else error.strerror or " ".join(str(error).split()) or type(error).__name__
    path = f": {error.filename2 or error.filename}" if error.filename else ""
    way_out = _WAYS_OUT.get(error.errno or 0)
    return f"{words}{path}" + (f" ({gettext(way_out)})" if way_out else "")
