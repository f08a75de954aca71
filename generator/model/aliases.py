"""Former ids: what a process was called before, so that what names it by an old id still finds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.outline import Outline


class Aliases:
    """The former ids of a catalogue. An id that a process has now is never taken for a former one."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        processes = [outline for outline in outlines if outline.id]
        now = {outline.id for outline in processes}
        self._processes: dict[str, Outline] = {}
        for outline in processes:
            for alias, _ in outline.aliases:
                if alias not in now:
                    self._processes.setdefault(alias, outline)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Every former id with the id of today."""
        return ((alias, outline.id) for alias, outline in self._processes.items())

    def current(self, process_id: str) -> str:
        """The id of today; `process_id` itself where it is no former one."""
        outline = self._processes.get(process_id)
        return outline.id if outline else process_id

    def path(self, path: str) -> str:
        """A source path below the folder of today, for one below a folder that is named by a former id; else `path`."""
        parts = path.split("/")
        for depth, name in enumerate(parts):
            if outline := self._processes.get(name):
                return "/".join((outline.path, *parts[depth + 1 :]))
        return path
