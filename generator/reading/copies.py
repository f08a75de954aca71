"""What copies, saved versions and locks of a file are called: of which file a name says that it is one."""

from __future__ import annotations

from generator.expressions import expression

_WORD = r"(?:another )?copy|עותק|نسخة"
_COPY = expression(
    rf"(?:(?:copy(?: \(\d+\))? of|עותק(?: \(\d+\))? של|نسخة(?: \(\d+\))? من)[ _]+(?P<of>.+)"
    rf"|(?P<stem>.+?)(?:[ _]?\(\d+\)|[ _-]+(?:{_WORD})(?:[ _]?\(?\d+\)?)?|[ _]?\((?:\d+(?:st|nd|rd|th) )?(?:{_WORD})(?: \d+)?\)"
    r"|[ _]?\([^()]*conflicted copy[^()]*\)|\.sync-conflict-[\w-]+)(?P<ending>\.\w+))",
    2,
)
"""As Windows, macOS, Linux' desktops, browsers and shared drives name a second one."""
_VERSION = expression(
    r"(?P<stem>.+?)[ _.-]*(?:old|backup|bak|previous|draft|ישן|גיבוי|טיוטה|قديم|مسودة|\d+)(?P<ending>\.\w+)", 2
)
_SAVED = expression(
    r"(?P<of>.+?)(?:\.(?:bak|backup|old|orig|rej|save|sav|tmp|temp|part|crdownload|~\d+~)|~)|#(?P<other>.+)#", 2
)
_HIDDEN = expression(r"\.~lock\.(?P<locked>.+)#|~\$(?P<opened>.+)|\.(?P<swapped>.+)\.(?:sw[a-p]|kate-swp|un~)", 2)
"""Written beside a file while it is open: by LibreOffice, Microsoft Office, Vim and Kate. The last two hold its text."""


def original_of(name: str) -> str | None:
    """The name of the file that this one is a copy of, or None where its name does not say so."""
    original = None
    while found := _COPY.fullmatch(original or name):
        original = found["of"] or f"{found['stem']}{found['ending']}"
    return original


def version_of(name: str) -> str:
    """The name of the file that this one is a copy, a numbered version or a draft of; where it is none, its own."""
    name = original_of(name) or name
    found = _VERSION.fullmatch(name)
    return f"{found['stem']}{found['ending']}" if found else name


def saved_file(name: str) -> str | None:
    """The name of the file of which an editor, a browser or git keeps a version, or a part, under this name; None for others."""
    found = _SAVED.fullmatch(name)
    return (found["of"] or found["other"]) if found else None


def opened_file(name: str) -> str | None:
    """The name of the file that a program had open, and left this one beside it; None for all other names."""
    found = _HIDDEN.fullmatch(name)
    return next(filter(None, found.groups()), None) if found else None


def is_lock(name: str) -> bool:
    """Whether it says who has a document open, and nothing of the document."""
    return name.startswith((".~lock.", "~$")) and opened_file(name) is not None
