"""The structure of a site: the package's own, with what the site adds."""

from __future__ import annotations

from contextlib import suppress

import msgspec

from generator.diagnostics import Finding
from generator.model.digest import digest
from generator.model.installed import PACKAGE, kept_or_made
from generator.pipeline.cache import Cache, versions
from generator.pipeline.options import SiteOptions
from generator.source.text import decode
from generator.structure import Structure, extend_structure, load_structure, structure_text

STRUCTURE = "structure"
"""Its name in the cache."""

_structure_decoder = msgspec.json.Decoder(tuple[Structure, tuple[Finding, ...]])


def site_structure(options: SiteOptions, cache: Cache) -> tuple[Structure, tuple[Finding, ...]]:
    """The structure with the site's additions; cached, because reading YAML takes longer than checking an edit."""
    path = options.structure_path
    source, faults = decode(path.name, path.read_bytes()) if path else (None, ())
    if path and source is None:
        return load_structure(), faults
    text = source.text if source else ""
    key = digest(versions(), structure_text(), path.name if path else "", text)
    payload = cache.get(STRUCTURE, key)
    with suppress(msgspec.DecodeError):
        if payload:
            return _structure_decoder.decode(payload)
    made = extend_structure(load_structure(), text, path.name) if path else (_own_structure(), ())
    cache.put(STRUCTURE, key, msgspec.json.encode(made))
    return made


def _own_structure() -> Structure:
    """The package's own, which is read once for an installation."""
    key = digest(versions(), structure_text())
    packed = kept_or_made(PACKAGE, STRUCTURE, key, lambda: msgspec.json.encode(load_structure()))
    return msgspec.json.decode(packed, type=Structure)
