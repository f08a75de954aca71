"""The table that a reader's browser makes of a list is written as the site's own tables are, cell by cell."""

import csv
import io
import json
import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest

from generator.rendering.csv_files import Cell, csv_bytes

SCRIPT = Path(__file__).parents[2] / "generator/assets/js/search-csv.js"
BEFORE = (
    "",
    " ",
    "\u00a0",
    "\t",
    "\r",
    "\n",
    "\u200b",
    "\u200f",
    "\u2066",
    "\ufeff",
    "\u3000",
    "\u00ad",
    "\x00",
    "'",
    "א",
    '"',
)
SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", ",", "|", "a")
CELLS: list[Cell] = [
    *(f"{before}{sign}1" for before, sign in product(BEFORE, SIGNS)),
    *("", "a,b", 'a"b', "a\nb", "a\r\nb", "=1,2", '="a"'),
    *(-5, 0, 7, True, False, None, ("a", "b|c"), ("=1", "b"), ()),
]


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node.js")
def test_a_nasty_cell_is_the_same_in_both(tmp_path: Path) -> None:
    """One of the two was guarded against signs of full width, and the other against blanks before them."""
    module = tmp_path / "cells.mjs"
    module.write_text(
        f"{SCRIPT.read_text(encoding='utf-8')}\nconsole.log(JSON.stringify({json.dumps(CELLS)}.map(cell)));\n",
        encoding="utf-8",
    )
    done = subprocess.run(["node", str(module)], capture_output=True, encoding="utf-8", check=True, timeout=60)
    browser = json.loads(done.stdout)
    for value, made in zip(CELLS, browser, strict=True):
        written = csv_bytes(["x", "y"], [(value, "end")]).decode("utf-8-sig")
        read = list(csv.reader(io.StringIO(written, newline="")))[1][0]
        assert next(csv.reader(io.StringIO(f"{made},end", newline="")))[0] == read, repr(value)


@pytest.mark.parametrize(("before", "sign"), list(product(BEFORE[:13], SIGNS[:8])))
def test_no_cell_begins_as_a_formula_behind_what_nobody_sees(before: str, sign: str) -> None:
    """Some programs cut blanks off before they ask whether a cell is a formula."""
    assert csv_bytes(["x"], [(f"{before}{sign}1",)]).decode("utf-8-sig").split("\r\n", 1)[1].lstrip('"').startswith("'")
