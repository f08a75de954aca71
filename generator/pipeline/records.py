"""Loads the processes of units on demand: most builds need one or two of thousands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

import msgspec

from generator.model.private import Process
from generator.model.published import PublishedProcess
from generator.pipeline.cache import Cache
from generator.pipeline.discovery import ProcessFolder
from generator.pipeline.markdown_bodies import Packed, light, pack, whole
from generator.pipeline.shared_words import with_shared_words
from generator.pipeline.units import RECORD, TEXTS, Unit, UnitContext, make_unit, process_name, read_folder


class Records:
    """Loads a process from memory, from the cache, or from its folder when the cache has lost it."""

    def __init__(
        self,
        folders: Iterable[ProcessFolder],
        context: UnitContext,
        cache: Cache,
        known: Mapping[str, PublishedProcess],
        held: Mapping[str, Packed] | None = None,
        unsaved: Mapping[str, Packed] | None = None,
    ) -> None:
        """`known`: light processes of the build before, by `Unit.state`; `held`: what stands in a folder's place;
        `unsaved`: what was made just now and is not in the cache, by `Unit.state`.
        """
        self._folders = {folder.path: folder for folder in folders}
        self.context = context
        """What units are made with."""
        self.cache = cache
        """Of this build."""
        self._light = dict(known)
        self._held = held or {}
        self._unsaved = dict(unsaved or {})
        self._last: tuple[str, PublishedProcess] | None = None
        """The process whose texts were asked for last, by `Unit.state`: its pages, editions and data are made one after
        another."""

    def with_others(self, texts: Mapping[str, Packed]) -> Records:
        """The same, with these processes in place of what stands in some folders, by the folders' paths."""
        folders = self._folders.values()
        return Records(folders, self.context, self.cache, self._light, {**self._held, **texts}, self._unsaved)

    def known(self, units: Iterable[Unit]) -> dict[str, PublishedProcess]:
        """The processes of these units that are in memory, by `Unit.state`."""
        return {unit.state: self._light[unit.state] for unit in units if unit.state in self._light}

    def all_light(self, units: Iterable[Unit]) -> list[PublishedProcess]:
        """The processes of these units without their texts, which are kept in memory."""
        found = {unit.state: with_shared_words(self.light(unit)) for unit in units}
        self._light |= found
        return [*found.values()]

    def forget(self) -> None:
        """Keep none in memory."""
        self._light.clear()

    def light(self, unit: Unit) -> PublishedProcess:
        """A published unit's process without its texts."""
        if found := self._light.get(unit.state):
            return found
        held = self._held.get(unit.path)
        record = held.record if held else self.cache.get(process_name(unit), unit.state, RECORD)
        with suppress(msgspec.DecodeError):
            if record is not None:
                return light(record)
        return light(self._made_again(unit).record)

    def whole(self, unit: Unit) -> PublishedProcess:
        """A published unit's process with its texts, of which none but the last is kept in memory."""
        if self._last is None or self._last[0] != unit.state:
            self._last = unit.state, self._with_texts(unit)
        return self._last[1]

    def _with_texts(self, unit: Unit) -> PublishedProcess:
        process = self.light(unit)
        held = self._held.get(unit.path)
        texts = held.texts if held else self.cache.get(process_name(unit), unit.state, TEXTS)
        if texts is not None:
            with suppress(msgspec.DecodeError, KeyError):
                return whole(process, texts)
        return whole(process, self._made_again(unit).texts)

    def _made_again(self, unit: Unit) -> Packed:
        if unit.state in self._unsaved:
            return self._unsaved[unit.state]
        _, packed, _ = make_unit(self._folders[unit.path], unit.key, self.context)
        assert packed is not None
        return packed

    def packed(self, unit: Unit) -> Packed:
        """A published unit's process in its two parts."""
        return pack(self.whole(unit))

    def private(self, unit: Unit) -> Process:
        """Everything that a unit's folder says now, before anything is withheld: for what stays on the office's disk."""
        process, _, _ = read_folder(self._folders[unit.path], self.context)
        return process

    def private_at(self, path: str) -> Process | None:
        """The same of a folder; None where no process lies there."""
        folder = self._folders.get(path)
        return read_folder(folder, self.context)[0] if folder else None
