"""A function fits on a screen, a module on five: what does not is two ideas, and the second has no name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))
LINES = 60


def statements(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement to the last: parameters, with the texts of options, and the docstring are none."""
    body = function.body[1:] if ast.get_docstring(function) and function.body[1:] else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def long_functions(text: str) -> Iterator[str]:
    """Name and length of each function of a module that is longer than a screen."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (lines := statements(node)) > LINES:
            yield f"{node.name}: {lines}"


def test_no_function_is_longer_than_a_screen() -> None:
    """Whoever mends the hundredth line has forgotten what the tenth was called."""
    found = {path.relative_to(PACKAGE).as_posix(): [*long_functions(path.read_text("utf-8"))] for path in MODULES}
    assert {path: names for path, names in found.items() if names} == {}


def test_no_module_is_longer_than_five_screens() -> None:
    """A reader who looks for one thing would go through many."""
    lengths = {path.relative_to(PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {path: lines for path, lines in lengths.items() if lines > 5 * LINES} == {}
    assert len(lengths) > 300


def test_a_long_function_is_found_and_its_docstring_not_counted() -> None:
    """A count that never rises would hold any function to be short."""
    lines = "    x = 1\n" * LINES
    assert not [*long_functions(f'def f():\n    """A\n\n    b.\n    """\n{lines}')]
    assert [*long_functions(f"def f():\n{lines}    x = 2\n")] == ["f: 61"]
