"""Equations arrive as TeX that is drawn: right as TeX, whole in their letters, on one side of tracked changes."""

import pytest

from generator.markup.formulas import mathml
from tests.importing.word.packages import package, par, read


def r(text: str, properties: str = "") -> str:
    """A run of an equation."""
    return f"<m:r>{properties}<m:t>{text}</m:t></m:r>"


def e(inner: str, name: str = "e") -> str:
    """A part of a structure of an equation."""
    return f"<m:{name}>{inner}</m:{name}>"


BRACE = '<m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr>'
CHOICE = f'<m:f><m:fPr><m:type m:val="noBar"/></m:fPr>{e(r("n"), "num")}{e(r("k"), "den")}</m:f>'
EQUATIONS = {
    "power": (f"<m:sSup>{e(r('r'))}{e(r('2'), 'sup')}</m:sSup>", "r^{2}"),
    "fraction": (f"<m:f>{e(r('a+b'), 'num')}{e(r('2'), 'den')}</m:f>", r"\frac{a+b}{2}"),
    "quotient": (
        f'<m:f><m:fPr><m:type m:val="lin"/></m:fPr>{e(r("a+b"), "num")}{e(r("2"), "den")}</m:f>',
        "{a+b}/2",
    ),
    "root": (f"<m:rad>{e(r('3'), 'deg')}{e(r('x'))}</m:rad>", r"\sqrt[3]{x}"),
    "sum": (
        f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>{e(r("k=0"), "sub")}{e(r("n"), "sup")}{e(r("k"))}</m:nary>',
        r"\sum_{k=0}^{n} k",
    ),
    "cases": (f"<m:d>{BRACE}{e('<m:eqArr>' + e(r('x=1')) + e(r('y=2')) + '</m:eqArr>')}</m:d>",
              r"\left\{ \begin{matrix} x=1 \\ y=2 \end{matrix} \right."),
    "choose": (f"<m:d>{e(CHOICE)}</m:d>", r"\left( \begin{matrix} n \\ k \end{matrix} \right)"),
    "function": (f"<m:func>{e(r('sin'), 'fName')}{e(r('θ'))}</m:func>", r"\sin θ"),
    "words": (r("שיעור המשיבים"), r"\text{שיעור המשיבים}"),
    "marks": (r("50% &amp; $5_x#"), r"50\% \& \$5\_x\#"),
    "accent": (f'<m:acc><m:accPr><m:chr m:val="&#773;"/></m:accPr>{e(r("x"))}</m:acc>', r"\overline{x}"),
    "matrix": (f"<m:m><m:mr>{e(r('1'))}{e(r('2'))}</m:mr><m:mr>{e(r('3'))}{e(r('4'))}</m:mr></m:m>",
               r"\begin{matrix} 1 & 2 \\ 3 & 4 \end{matrix}"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(EQUATIONS))
def test_an_equation_is_tex_that_can_be_drawn(name: str) -> None:
    """A formula that arrives as its letters in a row says another thing; TeX that cannot be drawn is shown as TeX."""
    omml, tex = EQUATIONS[name]
    document, text, account = read(package(par("לפני ", f"<m:oMath>{omml}</m:oMath>", " אחרי")))
    assert text == f"לפני $`{tex}`$ אחרי"
    assert [(each.what, each.text) for each in document.others] == [("equation", tex)]
    assert account.left_out_words == 0
    assert mathml(tex, is_block=False)


def test_an_equation_in_a_merged_table_is_drawn_too() -> None:
    """Such a table is HTML, in which no mark of Markdown works."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{}</w:tc>'
    row = f"<w:tr><w:tc>{par('א')}</w:tc><w:tc>{par('ב')}</w:tc></w:tr>"
    _, text, _ = read(
        package(f"<w:tbl><w:tr>{cell.format(par(f'<m:oMath>{r(chr(97))}</m:oMath>'))}</w:tr>{row}</w:tbl>")
    )
    assert "$<code>a</code>$" in text


def test_changes_and_hidden_runs_within_an_equation_are_told() -> None:
    """A number that was taken out of a formula was lost without a word."""
    inner = f'<w:del w:author="a">{r("π")}</w:del>{r("hid", "<w:rPr><w:vanish/></w:rPr>")}{r("r")}'
    document, text, account = read(package(par(f"<m:oMath>{inner}</m:oMath>")))
    assert text == "$`r`$"
    assert [(each.reason, each.text.strip()) for each, _ in account.left_out] == [("tracked", "π"), ("hidden", "hid")]
    assert [(each.kind, each.before) for each in document.changes] == [("deleted", "π")]
    _, text, _ = read(package(par(f"<m:oMath>{inner}</m:oMath>")), is_accepting=False)
    assert text == "$`πr`$"
