"""One process folder as reading sees it: names, sizes and a function that returns bytes (from a disk, or a dictionary in tests)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from generator.diagnostics import Finding, Span, finding
from generator.rules.source.files import UNREADABLE_FILE
from generator.source.text import SourceText, decode


class Folder(Struct, frozen=True, kw_only=True):
    path: str
    """Relative to the content folder, with `/`."""
    paths: tuple[str, ...]
    """Of the files below it, relative to it, sorted."""
    links: frozenset[str] = frozenset()
    """Those that are symbolic links: never followed, never published."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Bytes, by path."""
    read: Callable[[str], bytes]
    """The content of a file by its path here. Raises OSError when it vanished."""

    @classmethod
    def of(cls, path: str, files: Mapping[str, str | bytes]) -> Folder:
        """A folder held in memory."""
        contents = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
        return cls(
            path=path,
            paths=tuple(sorted(contents)),
            sizes={name: len(content) for name, content in contents.items()},
            read=contents.__getitem__,
        )

    @property
    def id(self) -> str:
        """The folder's own name."""
        return self.path.rpartition("/")[2]

    def place(self, path: str) -> str:
        """A file's path relative to the content folder: what spans and bodies hold."""
        return f"{self.path}/{path}" if self.path else path

    def start_of(self, path: str) -> Span:
        """The first character of a file."""
        return Span.start_of(self.place(path))

    def read_text(self, path: str) -> tuple[SourceText | None, tuple[Finding, ...]]:
        """A file as text, or the finding that says why not. A file that vanished raises FileNotFoundError."""
        try:
            content = self.read(path)
        except FileNotFoundError:
            raise
        except OSError:
            fault = finding(UNREADABLE_FILE, self.start_of(path), {"path": self.place(path)})
            return None, (fault,)
        return decode(self.place(path), content)
