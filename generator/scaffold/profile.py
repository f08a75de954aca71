"""The record of a process of which little is known: what was given, and placeholders for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.scaffold.yaml_text import Value

_LISTS = frozenset(("audience", "distribution"))

DEFAULTS = {
    "kind": "knowledge",
    "methods": "other",
    "output.type": "summary",
    "output.audience": "public",
    "output.purpose": "both",
    "output.distribution": "digital",
    "output.continuation": "final",
}
"""What chapters are asked for where nothing was said: the profile of a summary for everybody, which asks for most. It is never
written: what nobody answered is a marked gap."""


def open_record(
    ministry: str, answers: Mapping[str, Sequence[str]], language: str, texts: Mapping[str, Value]
) -> dict[str, Value]:
    """The record of an open process, without fields that were not given.

    `answers`: ids by dotted path, of those in `DEFAULTS` that are known; `texts`: other fields of the record.
    """
    given = {path: tuple(ids) for path, ids in answers.items() if ids}
    output = {
        name: given[path] if name in _LISTS else given[path][0]
        for name in ("type", "audience", "purpose", "distribution", "continuation")
        if (path := f"output.{name}") in given
    }
    return {
        "status": "open",
        "ministry": ministry,
        **({"kind": given["kind"][0]} if "kind" in given else {}),
        **({"methods": given["methods"]} if "methods" in given else {}),
        **({"output": output} if output else {}),
        **({"language": language} if language != "he" else {}),
        **texts,
    }


def with_defaults(record: Mapping[str, Value]) -> dict[str, Value]:
    """The record with placeholders for what was not given: only to find out which chapters and fields are wanted."""
    output = record.get("output")
    assumed: dict[str, Value] = {path.removeprefix("output."): value for path, value in DEFAULTS.items() if "." in path}
    return {
        **{path: value for path, value in DEFAULTS.items() if "." not in path},
        **record,
        "output": {**assumed, **(output if isinstance(output, Mapping) else {})},
    }
