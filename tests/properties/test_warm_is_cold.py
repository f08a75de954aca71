"""A build that remembers writes the same bytes as one that does not, whatever was edited in between."""

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from tests.trust.sites import CONFIG, build, catalogue_files, mkdocs, tree, write_files, write_project

STEPS = 400 if os.environ.get("SIKUM_SOAK") else 20
Edit = Callable[[Path, random.Random], None]


def _process(content: Path, rng: random.Random) -> Path:
    """The folder of one of the two, wherever it was moved to."""
    return rng.choice(
        [path.parent for path in sorted(content.rglob("index.md")) if path.parent.name in ("first", "second")]
    )


def _replace(path: Path, pattern: str, new: str) -> None:
    if path.exists():
        path.write_text(re.sub(pattern, new, path.read_text(), count=1, flags=re.MULTILINE))


def _word(rng: random.Random) -> str:
    return "".join(rng.choices("אבגדהוזחטיכלמנסעפצקרשת", k=6))


def _text(content: Path, rng: random.Random) -> None:
    with (_process(content, rng) / "background.md").open("a") as file:
        file.write(f"\n## {_word(rng)}\n\n{_word(rng)} {_word(rng)}.\n")


def _field(content: Path, rng: random.Random) -> None:
    name, pattern, values = rng.choice(
        (
            ("index.md", "^title: .*", [f"title: {_word(rng)}"]),
            ("index.md", "^status: .*", ["status: closed", "status: closing", "status: open"]),
            ("index.md", "^end_date: .*", ["end_date: 2024-03-10", "end_date: 2023-11", "end_date: 2025-01-02"]),
            ("index.md", "^kind: .*", ["kind: knowledge", "kind: policy"]),
            ("index.md", "^ministry: .*", ["ministry: health", "ministry: transport"]),
            ("index.md", "^topics: .*", ["topics: [water]", "topics: []"]),
            ("index.md", "^participants: .*", [
                "participants: {default_consent: counted}", "participants: {default_consent: full, basis: טופס}",
            ]),
            ("participants.csv", "^רות,.*", [f"רות,רכזת,{_word(rng)},academia,{level}" for level in ("", "role", "counted")]),
            ("promises.yml", "status: [a-z-]+", ["status: kept", "status: not-kept", "status: pending"]),
            ("responses.yml", "response: [a-z]+", ["response: declined", "response: noted"]),
            ("meetings/2024-02-01-plenary.md", "^title: .*", [f"title: {_word(rng)}"]),
        )
    )  # fmt: skip
    _replace(_process(content, rng) / name, pattern, rng.choice(values))


def _ministry(content: Path, rng: random.Random) -> None:
    _replace(content / "ministries.yml", "he: משרד [א-ת]+", f"he: משרד {_word(rng)}")


def _topic(content: Path, rng: random.Random) -> None:
    _replace(content / "topics.yml", "he: [א-ת]+", f"he: {_word(rng)}")


def _added(content: Path, rng: random.Random) -> None:
    name = rng.choice(("appendices/more.md", "findings.md"))
    front = "element: appendix\ntype: model" if "/" in name else "element: content"
    write_files(_process(content, rng), {name: f"---\n{front}\ntitle: {_word(rng)}\n---\n{_word(rng)}.\n"})


def _removed(content: Path, rng: random.Random) -> None:
    folder = _process(content, rng)
    for name in ("appendices/more.md", "findings.md", "moved.md"):
        (folder / name).unlink(missing_ok=True)


def _moved(content: Path, rng: random.Random) -> None:
    path = _process(content, rng) / "findings.md"
    if path.exists():
        path.rename(path.with_name("moved.md"))


def _grouped(content: Path, _: random.Random) -> None:
    inside, outside = content / "group" / "second", content / "second"
    if inside.exists():
        inside.rename(outside)
    else:
        inside.parent.mkdir(exist_ok=True)
        outside.rename(inside)


def _stage(content: Path, rng: random.Random) -> None:
    _replace(
        _process(content, rng) / "index.md",
        "^(previous: .*\n)?topics:",
        rng.choice(("topics:", "previous: [first]\ntopics:")),
    )


def _whole_process(content: Path, _: random.Random) -> None:
    third = content / "third"
    if third.exists():
        shutil.rmtree(third)
    else:
        shutil.copytree(content / "first", third)


def _page(content: Path, rng: random.Random) -> None:
    write_files(content, {"about.md": f"---\ntitle: {_word(rng)}\n---\n{_word(rng)}\n"})


def _put_back(content: Path, rng: random.Random) -> None:
    shared = {name: text for name, text in catalogue_files().items() if "/" not in name}
    write_files(content, shared)
    process = _process(content, rng)
    own = {
        name.partition("/")[2]: text for name, text in catalogue_files().items() if name.startswith(f"{process.name}/")
    }
    write_files(process, {name: text for name, text in own.items() if rng.random() < 0.5})


EDITS: tuple[Edit, ...] = (
    _text, _field, _field, _field, _ministry, _topic, _added, _removed, _moved, _grouped, _stage, _whole_process, _page, _put_back,
)  # fmt: skip


@pytest.mark.parametrize("workers", [1, 2])
def test_random_edits_leave_no_difference(tmp_path: Path, workers: int) -> None:
    """A page that kept what was edited elsewhere would tell readers two things at once, and a rebuild would be a matter of luck."""
    rng = random.Random(workers)
    project = write_project(tmp_path / "warm", catalogue_files())
    content = project / "processes"
    preview = SiteBuilder(project, content, workers=workers)
    cold_project = tmp_path / "cold"
    for step in range(STEPS // 2):
        edits = [EDITS[(step + workers * 7) % len(EDITS)], *rng.choices(EDITS, k=rng.randint(0, 2))]
        for edit in edits:
            edit(content, rng)
        if rng.random() < 0.5:  # another run of the command, which knows only what the disk remembers
            preview.close()
            preview = SiteBuilder(project, content, workers=workers)
        findings, warm = build(preview, project, with_search=step % 4 == 0)
        shutil.rmtree(cold_project, ignore_errors=True)
        shutil.copytree(content, cold_project / "processes")
        builder = SiteBuilder(cold_project, cold_project / "processes", is_cached=False, workers=3 - workers)
        cold_findings, cold = build(builder, cold_project, with_search=step % 4 == 0)
        builder.close()
        said = [edit.__name__ for edit in edits]
        assert findings == cold_findings, said
        assert sorted(warm) == sorted(cold), said
        assert [uri for uri in warm if warm[uri] != cold[uri]] == [], said
    preview.close()


def test_a_changed_theme_or_configuration_reaches_every_page(tmp_path: Path) -> None:
    """What dresses the pages is part of what they are made from."""
    config = CONFIG.replace("name: material\n", "name: material\n  custom_dir: look\n")
    warm = write_project(tmp_path / "warm", catalogue_files(), config=config)
    look: dict[str, str | bytes] = {"look/assets/extra.css": "a{}"}
    changes: list[dict[str, str | bytes]] = [
        look,
        {"look/assets/extra.css": "b{}"},
        {"mkdocs.yml": config.replace("site_name: קטלוג", "site_name: אחר").replace("pdf: false", "per_page: 2")},
        {"look/partials/footer.html": "<footer>changed</footer>"},
    ]
    for change in changes:
        write_files(warm, change)
        done = mkdocs(warm, "-q")
        assert done.returncode == 0, done.stdout + done.stderr
    cold = tmp_path / "cold"
    shutil.copytree(warm, cold, ignore=shutil.ignore_patterns(".cache", "site"))
    assert mkdocs(cold, "-q").returncode == 0
    assert tree(warm / "site") == tree(cold / "site")


def test_a_damaged_or_foreign_cache_is_thrown_away(tmp_path: Path) -> None:
    """A disk that flips a bit, or a cache copied from another machine, must cost time and not truth."""
    project = write_project(tmp_path, catalogue_files())
    assert mkdocs(project, "-q").returncode == 0
    sound = tree(project / "site")
    cache = project / ".cache" / "sikum"
    files = sorted(path for path in cache.rglob("*") if path.is_file() and path.stat().st_size)
    rng = random.Random(5)
    for number, path in enumerate(files):
        content = bytearray(path.read_bytes())
        match number % 4:
            case 0:
                content[rng.randrange(len(content))] ^= 0x21
            case 1:
                content = content[: len(content) // 2]
            case 2:
                content = bytearray(files[number - 1].read_bytes())
            case _:
                content = bytearray(rng.randbytes(len(content)))
        beside = path.with_name("x")  # a new file: the site holds the old one, linked
        beside.write_bytes(content)
        os.replace(beside, path)
    write_files(
        cache,
        {
            "published/stranger": b"\x00",
            "objects/zz/stranger": b"",
            "search/stranger": "{",
            "published/~": "sikum-cache-1 a b\n",
        },
    )
    done = mkdocs(project, "-q")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project / "site") == sound
