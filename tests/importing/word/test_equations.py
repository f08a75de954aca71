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
    "slanted quotient": (f'<m:f><m:fPr><m:type m:val="skw"/></m:fPr>{e(r("1"), "num")}{e(r("n"), "den")}</m:f>', "1/n"),
    "square root": (f"<m:rad>{e('', 'deg')}{e(r('x+1'))}</m:rad>", r"\sqrt{x+1}"),
    "integral": (f"<m:nary>{e(r('0'), 'sub')}{e(r('x'))}</m:nary>", r"\int_{0} x"),
    "other brackets": (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>{e(r("x"))}</m:d>', "[x]"),
    "interval": (f'<m:d><m:dPr><m:begChr m:val="["/></m:dPr>{e(r("0"))}{e(r("1"))}</m:d>', r"\left[ 0 | 1 \right)"),
    "list": (f'<m:d><m:dPr><m:sepChr m:val="−"/></m:dPr>{e(r("a"))}{e(r("b"))}</m:d>', "(a - b)"),
    "index": (f"<m:sSub>{e(r('ab'))}{e(r('i'), 'sub')}</m:sSub>", "{ab}_{i}"),
    "index and power": (f"<m:sSubSup>{e(r('α'))}{e(r('i'), 'sub')}{e(r('2'), 'sup')}</m:sSubSup>", "α_{i}^{2}"),
    "scripts before": (f"<m:sPre>{e(r('1'), 'sub')}{e(r('2'), 'sup')}{e(r('X'))}</m:sPre>", "{}_{1}^{2}X"),
    "limit": (f"<m:func><m:fName><m:limLow>{e(r('lim'))}{e(r('n→∞'), 'lim')}</m:limLow></m:fName>{e(r('x'))}</m:func>",
              r"\lim_{n\to \infty} x"),
    "limit above": (f"<m:limUpp>{e(r('x'))}{e(r('n'), 'lim')}</m:limUpp>", "x^{n}"),
    "own function": (f"<m:func>{e(r('rank'), 'fName')}{e(r('A'))}</m:func>", r"\operatorname{rank} A"),
    "function of a letter": (f"<m:func>{e(r('f'), 'fName')}{e(r('x'))}</m:func>", "f x"),
    "hat": (f"<m:acc>{e(r('x'))}</m:acc>", r"\hat{x}"),
    "other accent": (f'<m:acc><m:accPr><m:chr m:val="#"/></m:accPr>{e(r("x"))}</m:acc>', r"\overset{\#}{x}"),
    "line below": (f"<m:bar>{e(r('x'))}</m:bar>", r"\underline{x}"),
    "line above": (f'<m:bar><m:barPr><m:pos m:val="top"/></m:barPr>{e(r("x"))}</m:bar>', r"\overline{x}"),
    "brace": (f"<m:groupChr>{e(r('x'))}</m:groupChr>", r"\underbrace{x}"),
    "sign below": (f'<m:groupChr><m:groupChrPr><m:chr m:val="→"/></m:groupChrPr>{e(r("x"))}</m:groupChr>', r"\underset{\to }{x}"),
    "sign above": (
        f'<m:groupChr><m:groupChrPr><m:chr m:val="→"/><m:pos m:val="top"/></m:groupChrPr>{e(r("x"))}</m:groupChr>',
        r"\overset{\to }{x}",
    ),
    "frame": (f"<m:borderBox>{e(r('x'))}</m:borderBox>", r"\boxed{x}"),
    "upright": (r("if x", "<m:rPr><m:nor/></m:rPr>"), r"\text{if x}"),
    "upright letter": (r("x", "<m:rPr><m:nor/></m:rPr>"), "x"),
    "not upright": (r("if x", '<m:rPr><m:nor m:val="0"/></m:rPr>'), "if x"),
    "words with marks": (r("50% מהם~"), r"\text{50\% מהם }"),
    "break": ("<m:r><m:t>a</m:t><w:br/><m:t>b</m:t><w:tab/><m:t>c</m:t></m:r>", "a b c"),
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
