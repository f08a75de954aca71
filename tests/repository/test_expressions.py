"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import gc
import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import generator
from generator.expressions import _Expression, expression


def test_it_finds_what_the_compiled_one_finds() -> None:
    """Otherwise a check would miss what it looks for."""
    late, now = expression(r"(?P<word>שלום)|b", re.IGNORECASE), re.compile(r"(?P<word>שלום)|b", re.IGNORECASE)
    text = "B שלום b"
    assert late.findall(text) == now.findall(text)
    assert late.sub("-", text) == now.sub("-", text)
    assert (late.pattern, late.flags, late.groupindex) == (now.pattern, now.flags, now.groupindex)


def test_a_pattern_that_nobody_uses_is_not_compiled() -> None:
    """Otherwise each start would pay for all of them again, and a fault would not wait for its first use."""
    faulty = expression("(")
    with pytest.raises(re.error, match="unterminated"):
        faulty.search("a")


def test_no_module_compiles_an_expression_when_it_is_imported() -> None:
    """A hundred that few files need would be a fiftieth of each check."""
    package = Path(generator.__file__).parent
    compiled = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r"^\w+ = re\.compile\(", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert compiled == ["rules/examples.py"], "rules stand on nothing but the shape of a finding"


def test_every_pattern_of_the_package_can_be_compiled() -> None:
    """A fault in one would show only to whoever has the file that asks for it."""
    for module in walk_packages(generator.__path__, "generator."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    gc.unfreeze()  # what the entry points load is out of its sight
    found = [each for each in gc.get_objects() if type(each) is _Expression and each.pattern != "("]
    assert len(found) > 200
    for each in found:
        re.compile(each.pattern, each._flags)
