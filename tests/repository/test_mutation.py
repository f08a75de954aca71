"""`make mutate` puts into the code the faults that it says it does."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tests.mutation import PACKAGES, ROOT, Fault, faults, put_in

CODE = """
from functools import cache

LIMIT = 5


@cache
def is_small(count):
    return count < 5


class Line:
    def words(self):
        return [each for each in ("one", "two") if each != "two"]
"""


def module_of(path: Path) -> ModuleType:
    """What a file defines."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A file as the package has them."""
    path = tmp_path / "counted.py"
    path.write_text(CODE, "utf-8")
    return path


def test_a_seed_draws_the_same_faults_of_functions_alone(code: Path) -> None:
    """A figure that nobody can get again says nothing; a constant outside a function is read before any fault is put in."""
    drawn = faults([code], 100, 1)
    assert drawn == faults([code], 100, 1)
    assert drawn != faults([code], 100, 2)
    assert len({fault.after for fault in drawn}) == len(drawn) > 5
    assert {line for fault in drawn for line in fault.lines} == {14}, "mutmut leaves what is decorated"


@pytest.mark.parametrize(
    ("before", "after", "small", "words"),
    [("count < 5", "count <= 5", True, ["one"]), ('!= "two"', '== "two"', False, ["two"])],
)
def test_a_fault_is_put_into_what_was_imported(
    code: Path, before: str, after: str, small: bool, words: list[str]
) -> None:
    """Under a decorator, or in a class: a fault that is not there is one that no test could notice."""
    counted = module_of(code)
    put_in(Fault(code, CODE, CODE.replace(before, after)))
    assert counted.is_small(5) is small
    assert counted.Line().words() == words


def test_every_package_that_is_named_has_its_files_and_tests() -> None:
    """A folder that was renamed would leave a package without faults, and its figure would be the best of all."""
    for files, tests in PACKAGES.values():
        assert all(list(ROOT.glob(pattern)) for pattern in files.split())
        assert all((ROOT / test.removeprefix("--ignore=").partition("::")[0]).exists() for test in tests.split())
