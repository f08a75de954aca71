"""What a test says in whole, beside it in a file: `SNAPSHOTS=overwrite` writes the file anew, and its difference is to be read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from difflib import unified_diff
from pathlib import Path

import msgspec

from generator.model.site import ROOT


def assert_as_written(path: Path, value: object) -> None:
    """Fails where a text, or a value as YAML, is not that of the file, and shows the lines that differ."""
    said = value if isinstance(value, str) else msgspec.yaml.encode(_in_order(value), enc_hook=str).decode()
    if os.environ.get("SNAPSHOTS") == "overwrite":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(said.encode())
    written = path.read_bytes().decode()
    if said != written:
        raise AssertionError("\n".join(unified_diff(written.split("\n"), said.split("\n"), path.name, "said", n=1)))


def _in_order(value: object) -> object:
    """The value with each set in its order and each address from the site's root, whatever it is within."""
    if isinstance(value, str):
        return value.replace(ROOT, "/")
    if isinstance(value, msgspec.Struct):
        return {name: _in_order(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, Mapping):
        return {name: _in_order(each) for name, each in value.items()}
    if isinstance(value, AbstractSet):
        return sorted(value)
    return [_in_order(each) for each in value] if isinstance(value, list | tuple) else value
