"""Whatever stands in the files of a catalogue, it is findings or a sound page; and it is nobody else's business."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.catalogue import write_catalogue
from generator.diagnostics import Finding, Span
from generator.disk.builder import SiteBuilder
from generator.pipeline.options import SiteOptions
from generator.rules import RULES_BY_CODE
from tests.trust.sites import TODAY, build, catalogue_files, write_files, write_project

FILES = {
    name: content if isinstance(content, bytes) else content.encode() for name, content in catalogue_files().items()
}
OWN = sorted(name for name in FILES if name.startswith("second/"))
SHARED = [*sorted(name for name in FILES if "/" not in name), "accessibility.yml"]
EXAMPLES = 10_000 if os.environ.get("SIKUM_SOAK") else 40

_PIECES = st.one_of(
    st.binary(max_size=12),
    st.text(max_size=12).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(
        [
            b"---\n", b": ", b"- ", b"[", b"{", b'"', b"'", b"#", b"&a ", b"*a", b"!!binary ", b"\r", b"\x00", b"\xef\xbb\xbf",
            b"\xff", b"\xed\xa0\x80", b"\t", b"<script>", b"](../first/index.md)", b"](/etc/passwd)", b"{{ 7*7 }}", b"=1+1",
            "\u202e".encode(), "\u2028".encode(), "שלום".encode("windows-1255"), b",,,,,,,,\n", b"|---|\n", b"```\n",
            b"\x02root\x03", b"{% raw %}",
        ]
    ),
)  # fmt: skip
_EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), _PIECES), max_size=5)
"""Where (as a share of the file), how many bytes go, what comes instead."""
_NAMES = st.one_of(
    st.sampled_from(OWN),
    st.sampled_from(
        [
            "second/a\u0301.md", "second/á.md", "second/CONTENT.md", "second/רקע.md", "second/print.md", "second/.hidden",
            "second/appendices/\u202eexe.pdf", "second/appendices/a%2e%2e.pdf", "second/participants.yml", "second/a b.pdf",
            "second/appendices/page.md", "second/meetings/2024.md", "second/first/index.md", "second/index.ar.md",
            "second/appendices/con.png", "second/" + "ש" * 100 + ".md", "second/back\\slash.md", "second/new\nline.md",
            "second/q?#.md", "second/media/x.html", "second/א\u200fב.md",
        ]
    ),
    st.text(st.characters(exclude_characters="/\x00", exclude_categories=("Cs",)), min_size=1, max_size=12)
    .filter(lambda name: name not in (".", ".."))
    .map(lambda name: f"second/{name}"),
)  # fmt: skip


@st.composite
def _changed(draw: st.DrawFn, names: st.SearchStrategy[str]) -> tuple[str, bytes]:
    name = draw(names)
    content = draw(st.one_of(st.just(FILES.get(name, b"")), st.binary(max_size=80)))
    for share, length, piece in draw(_EDITS):
        at = int(share * len(content))
        content = content[:at] + piece + content[at + length :]
    return name, content


@dataclass(frozen=True)
class Bench:
    """A catalogue that is changed and put right again, many times; what was built before is remembered, as in a preview."""

    project: Path
    builder: SiteBuilder
    whole: dict[str, bytes]
    """The site of the catalogue as it was."""

    def build_with(self, changed: dict[str, bytes]) -> tuple[tuple[Finding, ...], dict[str, bytes]]:
        content = self.project / "processes"
        try:
            write_files(content, changed)
            findings, site = build(self.builder, self.project)
            for finding in findings:
                assert finding.rule in RULES_BY_CODE
                _lies_in_its_file(finding.span, self.project)
            return findings, site
        finally:
            for name in changed:
                (content / name).unlink()
            write_files(content, {name: FILES[name] for name in changed if name in FILES})


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """Built once; each example builds only what it changed."""
    project = write_project(tmp_path_factory.mktemp("bench"), FILES)
    builder = SiteBuilder(project, project / "processes", workers=1)
    yield Bench(project, builder, build(builder, project)[1])
    builder.close()


@settings(max_examples=EXAMPLES)
@given(changed=st.lists(_changed(_NAMES), min_size=1, max_size=3).map(dict))
def test_any_bytes_in_a_process_are_its_own_business(bench: Bench, changed: dict[str, bytes]) -> None:
    """Tens of offices share one site: what one of them breaks must not show in a page of another."""
    _, site = bench.build_with(changed)
    others = {uri: content for uri, content in bench.whole.items() if uri.startswith(("first/", "about/"))}
    assert {uri: site.get(uri) for uri in others} == others
    for uri, content in site.items():
        if uri.endswith(".json"):
            json.loads(content)


@settings(max_examples=EXAMPLES // 2)
@given(changed=st.lists(_changed(st.sampled_from(SHARED)), min_size=1, max_size=2).map(dict))
def test_any_bytes_in_a_file_that_all_share_are_findings(bench: Bench, changed: dict[str, bytes]) -> None:
    """A slip in the registry must show in the report, and nobody should have to read a traceback to find it."""
    _, site = bench.build_with(changed)
    assert {"index.html", "first/index.html", "second/index.html"} <= site.keys()


def test_what_was_put_right_is_as_it_was(bench: Bench) -> None:
    """After all those slips nothing of them may be left in what is remembered."""
    assert build(bench.builder, bench.project)[1] == bench.whole


def test_the_order_in_which_a_disk_lists_files_changes_nothing(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same commit is built on a laptop and in CI, whose disks list their files in other orders."""
    listed = os.scandir

    class Backwards:
        def __init__(self, path: str) -> None:
            with listed(path) as entries:
                self._entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> Iterator[os.DirEntry[str]]:
            return iter(self._entries)

        def __exit__(self, *_: object) -> None:
            return None

    project = write_project(tmp_path, FILES)
    monkeypatch.setattr("generator.pipeline.discovery.os.scandir", Backwards)
    builder = SiteBuilder(project, project / "processes", is_cached=False, workers=1)
    checked = builder.check(_options(project))
    monkeypatch.undo()
    names = [entry.path for folder in checked.tree.processes for entry in folder.entries]
    monkeypatch.setattr("generator.pipeline.discovery.os.scandir", Backwards)
    # The checks and the tree are made from the listing; everything after them is made from the tree.
    again = bench.builder.check(_options(bench.project))
    assert names == [entry.path for folder in again.tree.processes for entry in folder.entries]
    assert build(builder, project)[1] == bench.whole
    builder.close()


def test_a_sound_catalogue_has_no_findings(tmp_path: Path) -> None:
    """A false alarm teaches editors to look away."""
    write_catalogue(tmp_path / "made", processes=24, seed=7)
    project = tmp_path / "made"
    builder = SiteBuilder(project, project / "processes", is_cached=False)
    assert builder.check(_options(project)).findings == ()
    builder.close()


def _options(project: Path) -> SiteOptions:
    return SiteOptions(
        content_dir=project / "processes", prefix="processes/", today=TODAY, site_url="https://catalogue.example.org/"
    )


def _lies_in_its_file(span: Span, project: Path) -> None:
    text = (project / span.path).read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    assert 1 <= span.line <= span.end_line <= len(lines) + 1
    assert 1 <= span.column <= (len(lines[span.line - 1]) + 1 if span.line <= len(lines) else 1)
