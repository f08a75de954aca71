"""What no page shows is in nothing that a build leaves: a cache is carried from one machine of a pipeline to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugin.small import build, small_site
from tests.trust.traces import traces_below

NOTE = "זקאדם"
TEXT = f"""\
הידע שנאסף[^א].

<!-- לשאול את {NOTE} -->

א <!-- {NOTE} --> ב

[//]: # ({NOTE})

[x]: https://example.org/ "{NOTE}"

*[ראת]: {NOTE}

[^א]: הערה.
[^ב]: {NOTE}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose chapter, meeting and record hold an editor's notes in every form."""
    folder = small_site(tmp_path_factory.mktemp("site"))
    process = folder / "processes/example"
    (process / "content.md").write_text(TEXT, encoding="utf-8")
    (process / "meetings").mkdir()
    meeting = f"---\ntitle: מפגש\ndate: 2024-02-01\n---\n\n## עיקרי הדברים\n\n{TEXT}"
    (process / "meetings/first.md").write_text(meeting, encoding="utf-8")
    with (process / "index.md").open("a", encoding="utf-8") as record:
        record.write(f"\n<!-- {NOTE} -->\n")
    built = build(folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.mark.parametrize("left", ["site", ".cache"])
def test_notes_of_editors_are_in_no_byte_of_what_a_build_leaves(site: Path, left: str) -> None:
    """`לשאול את דנה` in a comment was told by the cache, though by no page."""
    assert traces_below(site / left, (NOTE,)) == []
