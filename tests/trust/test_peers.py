"""Other catalogues that are broken or hostile: 2,000 of them, each with something else wrong.

A bad catalogue costs its own entries and a warning; `sikum sync` and the build take the same of it, and nothing stops.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from generator.importing.federation import BadCatalogue, copy_of
from generator.model.published import FederatedProcess
from generator.reading import read_federated_processes
from generator.structure import load_structure
from tests.cli.test_sync import PROCESS
from tests.plugin.small import files, run, small_site

STRUCTURE = load_structure()
HOW_MANY = 2_000
VALUES: tuple[object, ...] = (
    None, True, False, 0, -1, 1.5, 12.0, 1e308, float("nan"), 10**400, -(10**30), "", "x", "\0", "\u202e", "\ud800", "\u200f", " ",
    "א" * 3_000, "javascript:alert(1)", "http://[", "https://user:pw@x.org/", "https://x.org:99999/", "https://x.org/\u202e",
    "//x", "../x", "data:text/html,x", "https://x.org/ a", "2024-13-40", "9999-12-31", "0000-00-00", "2024", "٢٠٢٤-٠١-٠١",
    [], ["x"] * 300, [["x"]], [None, 1], {}, {"a": {"a": {}}}, "withdrawn", "WITHDRAWN", "policy", "closed ", "<script>",
    "&#0;", "${x}", "=1+1", "a" * 254, "A", "id with space", "con", "..", "é", "e\u0301",
)  # fmt: skip
INSERTED = ("\0", "\u202e", "\n", "\t", "<", '"', "\u2028", "\ud800", "\ufeff", "\x1b")


def _deep(levels: int) -> object:
    value: object = "x"
    for _ in range(levels):
        value = [value]
    return value


def _mutated(entry: dict[str, object], choose: random.Random) -> dict[str, object]:
    changed = dict(entry)
    for _ in range(choose.choice((1, 1, 1, 2, 3))):
        name, kind = choose.choice(tuple(PROCESS)), choose.random()
        old = changed.get(name)
        if kind < 0.55:
            changed[name] = choose.choice(VALUES)
        elif kind < 0.65:
            changed.pop(name, None)
        elif kind < 0.7:
            changed[name] = _deep(choose.choice((3, 100, 900)))
        elif kind < 0.75:
            changed[str(choose.choice(VALUES))[:50]] = choose.choice(VALUES)
        elif kind < 0.9 and isinstance(old, str):
            place = choose.randrange(len(old) + 1)
            changed[name] = old[:place] + choose.choice(INSERTED) + old[place:]
        else:
            changed[name] = [choose.choice(VALUES) for _ in range(choose.randrange(4))]
    return changed


def hostile(seed: int) -> bytes:
    """A catalogue.json with a sound entry, one or more that are not, and now and then with broken bytes."""
    choose = random.Random(seed)
    items: list[object] = [PROCESS, _mutated({**PROCESS, "id": "other"}, choose)]
    if choose.random() < 0.1:
        items += [choose.choice(VALUES), PROCESS]
    choose.shuffle(items)
    whole: dict[str, object] = {"version": 1, "language": "he", "processes": items}
    if choose.random() < 0.05:
        whole[choose.choice(tuple(whole))] = choose.choice(VALUES)
    content = bytearray(json.dumps(whole, ensure_ascii=choose.random() < 0.5).encode("utf-8", "surrogatepass"))
    if choose.random() < 0.15:
        for _ in range(choose.randrange(1, 4)):
            place = choose.randrange(len(content))
            content[place : place + choose.choice((0, 1, 20))] = choose.randbytes(choose.choice((0, 1, 9)))
    return bytes(content)


def _built(folder: Path, content: bytes) -> tuple[tuple[FederatedProcess, ...], set[str]]:
    """What a build takes of a copy, and the codes of what it says."""
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources/north.json").write_bytes(content)
    sources = [{"id": "north", "title": "צפון", "url": "x"}]
    found, findings = read_federated_processes(folder / "processes", sources, STRUCTURE, ["water"])
    return found, {each.rule for each in findings}


def _synced(content: bytes) -> bytes | None:
    try:
        return copy_of(content).content
    except BadCatalogue:
        return None


def test_a_bad_catalogue_costs_its_own_entries_and_a_warning_in_sync_and_in_the_build_alike(tmp_path: Path) -> None:
    """`sikum sync` refused a whole ministry for one field of one entry; the build took what it could of the same file."""
    taken = {0: 0, 1: 0, 2: 0}
    for seed in range(HOW_MANY):
        content = hostile(seed)
        found, codes = _built(tmp_path, content)
        taken[len(found)] += 1
        assert codes <= {"M005", "M006"}, seed
        copy = _synced(content)
        if copy is None:
            assert (found, bool(codes)) == ((), True), seed
        else:
            assert _built(tmp_path, copy) == (found, set()), seed
    assert min(taken.values()) > HOW_MANY // 50  # each outcome was tried


def _all_entries() -> Iterator[object]:
    for seed in range(HOW_MANY):
        try:
            processes = json.loads(hostile(seed))["processes"]
        except (ValueError, TypeError, KeyError):
            continue
        for number, item in enumerate(processes if isinstance(processes, list) else ()):
            yield {**item, "id": f"{item['id']}-{seed}-{number}"} if isinstance(item, dict) and "id" in item else item


def test_a_site_is_built_with_all_of_them_at_once(tmp_path: Path) -> None:
    """One number of another ministry stopped every later build of this one; what passes here is on pages."""
    plugins = "[{sikum: {sources: [{id: north, title: צפון, url: x}]}}]"
    site = small_site(tmp_path, plugins=plugins)
    (site / "sources").mkdir()
    catalogue = {"version": 1, "language": "he", "processes": list(_all_entries())}
    (site / "sources/north.json").write_text(json.dumps(catalogue), encoding="utf-8")
    done = run("mkdocs", "build", "--quiet", folder=site)
    assert done.returncode == 0, done.stderr[-2_000:]
    assert "M006" in done.stdout
    assert "Traceback" not in done.stderr
    published = files(site / "site")
    assert not [name for name, content in published.items() if name.endswith(".html") and "\u202e".encode() in content]
    assert sum(name.endswith(".html") for name in published) < HOW_MANY
