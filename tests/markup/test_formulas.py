"""Formulas in TeX become MathML, on every page alike, and nothing else comes in with them."""

import re

import pytest

from generator.markup import plain_text, render, scan_body


def page(text: str) -> str:
    """The HTML of a body."""
    return render(scan_body("p/chapter.md", text, 1, ()), lambda target: target).html


def test_a_formula_in_a_line_is_drawn_and_its_tex_is_its_description() -> None:
    r"""A reader sees r², and a screen reader without MathML still has its words."""
    made = page(r"השטח הוא $`\pi r^{2}`$.")
    assert '<math dir="ltr" alttext="\\pi r^{2}"><mrow><mi>π</mi><msup><mi>r</mi>' in made
    assert "<code>" not in made
    assert plain_text(made) == r"השטח הוא \pi r^{2} ."


def test_a_formula_on_its_own_is_a_block() -> None:
    """In a paragraph of its own, and in a fence as code hosts have it."""
    for text in (r"$`\frac{1}{2}`$", "```math\n\\frac{1}{2}\n```"):
        assert re.match(r'<p><math dir="ltr" display="block" alttext="[^"]*"><mrow><mfrac>.*</math></p>\Z', page(text))


def test_prices_and_code_are_no_formulas() -> None:
    """A page about money, or about a command, was right before there were formulas."""
    made = page("בין $5 ל־$10, `code` ו־`$HOME`; עלות $ `x` $.\n\n```python\nprint($`x`$)\n```\n")
    assert "<math" not in made
    assert "<code>code</code>" in made


@pytest.mark.parametrize(
    "tex", [r"\frac{", r"\left(", "}", r"\begin{matrix} 1", r"\newcommand{\a}{\a\a}\a", r"\def\a{b}\a"]
)
def test_tex_that_cannot_be_read_stays_as_it_was_written(tex: str) -> None:
    """A slip of the pen is shown, where it can be mended; it must not stop the build."""
    made = page(f"לפני $`{tex}`$ אחרי")
    assert "אחרי" in made
    assert "<math" not in made or tex == "}"


@pytest.mark.parametrize(
    "tex",
    [
        r"\href{javascript:alert(1)}{x}",
        r"\style{position:fixed}{x}",
        r"\class{a}{x}",
        "<script>x</script>",
        r"\text{<b onclick=x>}",
    ],
)
def test_a_formula_brings_in_nothing_that_acts_or_dresses(tex: str) -> None:
    """What an editor may not write in HTML must not come in through TeX."""
    made = page(f"$`{tex}`$")
    drawn = re.sub(r' alttext="[^"]*"', "", made)
    assert not re.search(r"<(?!/?(?:p|math|m[a-z]+|code)\b)", drawn)
    assert not re.search(r"<[^>]*\b(?:href|style|class|on\w+)=", drawn)
