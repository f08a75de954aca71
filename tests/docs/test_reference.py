"""The pages that say what a thing is called, and what it does, say what the code says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from docs.reference.generate import DOCS, pages
from tests.docs.stories import REPOSITORY


@pytest.mark.parametrize(("path", "make"), pages().items(), ids=pages())
def test_a_generated_page_is_up_to_date(path: str, make: Callable[[], str]) -> None:
    """A field, a rule or an option that is added or renamed would otherwise be missing from what editors look up."""
    assert (DOCS / path).read_text(encoding="utf-8") == make(), "write it anew: python -m docs.reference.generate"


def test_each_plugin_option_has_its_heading_and_each_heading_its_option() -> None:
    """A web master finds an option by its heading; one that is gone would be set, and refused by MkDocs."""
    from generator.plugin.options import SikumConfig

    options = {name for name, _ in SikumConfig._schema}
    assert set(re.findall(r"^## `(\w+)`$", _page("reference/options.md"), re.MULTILINE)) == options


def test_each_hook_that_a_page_carries_is_told_of() -> None:
    """Re-users and tests build on the hooks; one that nobody wrote down is one that somebody removes."""
    page = _page("reference/site.md")
    written = {hook for path in _sources() for hook in re.findall(r"data-sikum-[a-z-]+[a-z]", path.read_text("utf-8"))}
    assert written == set(re.findall(r"`(data-sikum-[a-z-]+)`", page))


def test_each_public_hook_has_a_heading() -> None:
    """The list that the specification fixes, and no fewer."""
    headings = set(re.findall(r"^### `data-sikum-([a-z-]+)`$", _page("reference/site.md"), re.MULTILINE))
    assert headings == set("page process results finding promise participants lag median closed open waived".split())


def test_each_kind_of_page_is_a_value_of_the_first_hook() -> None:
    """`[data-sikum-page=…]` is how a test or a scraper knows where it is."""
    page = _page("reference/site.md")
    told = set(re.findall(r"`([a-z]+)`", page.split("### `data-sikum-page`")[1].split("###")[0]))
    kinds = set(
        "catalogue ministry ministries facet process chapter participants promises responses meeting print brief"
        " lessons closing guide data accessibility".split()
    )
    assert kinds <= told


def test_the_table_of_packages_is_as_the_contract_has_it() -> None:
    """A developer reads the table of packages to know which may import which; `make lint` goes by the contract."""
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    rows = re.findall(r"^\| (`.*?) \|", _page("architecture.md"), re.MULTILINE)
    drawn = [set(re.findall(r"`(\w+)(?:/|\.py)`", row)) for row in rows]
    assert drawn == [set(re.findall(r"\w+", layer)) for layer in layers]


def _page(path: str) -> str:
    return (DOCS / path).read_text(encoding="utf-8")


def _sources() -> list[Path]:
    generator = REPOSITORY / "generator"
    return [path for path in generator.rglob("*") if path.suffix in (".html", ".py", ".js", ".css")]
