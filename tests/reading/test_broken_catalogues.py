"""The catalogue of another site, broken in every place and way: it costs its own entries, and never the build."""

import json
import random
from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.reading import read_federated_processes
from generator.structure import load_structure

STRUCTURE = load_structure()
SOURCE = {"id": "peer", "title": "אתר אחר", "url": "https://peer.example.org/"}
CARD = {
    "id": "a", "title": "כותרת", "short_description": "x", "url": "https://peer.example.org/a/", "ministry": "health",
    "ministry_name": "בריאות", "kind": "knowledge", "methods": ["round-table"], "topics": ["water"], "status": "closed",
    "language": "he", "start_date": "2024-01", "end_date": "2024-03-10", "participants_count": 40, "closing_lag_days": 3,
}  # fmt: skip
BROKEN = (
    None, True, -1, 10**30, 1.5, float("nan"), "", "\u202e", "\0", "\ud800", "x" * 5_000, [], [[]], {}, {"a": {}}, ["a"] * 99,
    "javascript:alert(1)", "//evil.example", "2024-13-40", "9999999-01-01", "=1+1", "\u3164", "../..", [{"id": "x"}],
)  # fmt: skip


def broken(value: object, chance: random.Random) -> object:
    """The value with something else in about a sixth of its places."""
    if chance.random() < 0.15:
        return chance.choice(BROKEN)
    if isinstance(value, dict):
        made = {name: broken(inner, chance) for name, inner in value.items()}
        if made and chance.random() < 0.2:
            made.pop(chance.choice(list(made)))
        return made
    return [broken(inner, chance) for inner in value] if isinstance(value, list) else value


def read(folder: Path, content: bytes) -> tuple[int, list[str]]:
    """How many entries are kept of a copy, and the codes of what is found; each finding is a warning."""
    copy = folder / "sources/peer.json"
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes(content)
    (folder / "content").mkdir(exist_ok=True)
    kept, findings = read_federated_processes(folder / "content", [SOURCE], STRUCTURE, ["water"])
    kinds = {term.id for term in STRUCTURE.vocabularies["kind"].terms}
    assert all(card.title.strip() and card.kind in kinds and set(card.topics) <= {"water"} for card in kept)
    assert all(each.severity is Severity.WARNING for each in findings)
    return len(kept), [each.rule for each in findings]


def test_a_sound_catalogue_is_kept(tmp_path: Path) -> None:
    """Else the tests below would pass on a reader that keeps nothing."""
    assert read(tmp_path, json.dumps({"version": 1, "processes": [CARD]}).encode()) == (1, [])


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_broken_is_left_out_and_said(seed: int, tmp_path: Path) -> None:
    """Nobody can mend another office's site, and it must not stop one's own."""
    chance = random.Random(seed)
    for _ in range(20):
        catalogue = broken({"version": 1, "processes": [CARD, CARD, CARD]}, chance)
        count, codes = read(tmp_path, json.dumps(catalogue).encode())
        assert set(codes) <= {"M005", "M006"}
        entries = catalogue.get("processes") if isinstance(catalogue, dict) else None
        if isinstance(entries, list) and count < len(entries):
            assert codes


@pytest.mark.parametrize("content", [b"", b"[", b"null", b"[]", b"{}", b"[" * 100_000, b"\xff\xfe", b"\0", b"NaN"])
def test_what_is_no_catalogue_is_said(content: bytes, tmp_path: Path) -> None:
    """A page of errors that a server sends instead is a file, too."""
    assert read(tmp_path, content) == (0, ["M005"])
