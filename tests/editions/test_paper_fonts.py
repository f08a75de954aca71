"""The fonts of PDFs are those of the site, made static."""

from __future__ import annotations

import re
from importlib.resources import files

from tests.editions.paper_fonts import FOLDER, made


def test_they_are_what_the_fonts_of_the_site_give() -> None:
    """A face that was changed for the pages alone would leave the document of the same process in the old one."""
    for name, content in made():
        assert (FOLDER / name).read_bytes() == content, f"{name}: run python -m tests.editions.paper_fonts"


def test_each_weight_of_the_style_sheet_has_a_face() -> None:
    """A weight without a face is drawn in the nearest one, and what should stand out in a document does not."""
    sheet = (files("generator") / "templates" / "editions" / "pdf-style.html").read_text()
    asked = set(re.findall(r"font-weight: (\d+)", sheet)) - {"400"}
    made_of = {path.stem.rpartition("-")[2] for path in FOLDER.glob("*.ttf")}
    assert asked <= made_of
