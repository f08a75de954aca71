"""The record of a process of which little is known: what was said, and marked stand-ins for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.scaffold.yaml_text import Value

DEFAULTS = {
    "kind": "knowledge",
    "methods": "other",
    "output.type": "summary",
    "output.audience": "public",
    "output.purpose": "both",
    "output.distribution": "digital",
    "output.continuation": "final",
}
"""What stands in where nothing was said: the profile of a summary for everybody, which asks for most chapters."""


def open_record(
    ministry: str, answers: Mapping[str, Sequence[str]], language: str, texts: Mapping[str, Value]
) -> tuple[dict[str, Value], frozenset[str]]:
    """The record of an open process, and the dotted paths of what only stands in.

    `answers`: ids by dotted path, of those in `DEFAULTS` that are known; `texts`: other fields of the record.
    """
    given = {path: tuple(answers.get(path, ())) or (default,) for path, default in DEFAULTS.items()}
    record: dict[str, Value] = {
        "status": "open",
        "ministry": ministry,
        "kind": given["kind"][0],
        "methods": given["methods"],
        "output": {
            "type": given["output.type"][0],
            "audience": given["output.audience"],
            "purpose": given["output.purpose"][0],
            "distribution": given["output.distribution"],
            "continuation": given["output.continuation"][0],
        },
        **({"language": language} if language != "he" else {}),
        **texts,
    }
    return record, frozenset(path for path in DEFAULTS if not answers.get(path))
