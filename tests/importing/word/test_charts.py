"""Charts, diagrams and controls of Word, as titles, tables and words."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.importing.word.graphics import Chart, control_words, read_chart, smart_art_words
from tests.importing.word.packages import NAMESPACES

_NEW = 'xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex"'
_ART = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'


def xml(text: str) -> Element:
    """An element, with every prefix known."""
    return fromstring(f"<root {NAMESPACES} {_NEW} {_ART}>{text}</root>")[0]


def cached(*values: str, form: str = "") -> str:
    """Values by their places; an empty one has no point."""
    points = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values) if value)
    return f"<c:numRef><c:numCache>{f'<c:formatCode>{form}</c:formatCode>' if form else ''}{points}</c:numCache></c:numRef>"


def series(name: str, categories: str, values: str, of: tuple[str, str] = ("cat", "val")) -> str:
    """A series of a chart."""
    titled = f"<c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>{name}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    return f"<c:ser>{titled if name else ''}<c:{of[0]}>{categories}</c:{of[0]}><c:{of[1]}>{values}</c:{of[1]}></c:ser>"


def rich(text: str) -> str:
    """A title in two runs and two paragraphs."""
    paragraphs = "".join(
        f"<a:p><a:r><a:t>{each[:2]}</a:t></a:r><a:r><a:t>{each[2:]}</a:t></a:r></a:p>" for each in text.split(" ")
    )
    return f"<c:title><c:tx><c:rich>{paragraphs}</c:rich></c:tx></c:title>"


def chart(inner: str, title: str = "") -> Chart:
    """A chart part as it is read."""
    return read_chart(xml(f"<c:chartSpace><c:chart>{title}<c:plotArea>{inner}</c:plotArea></c:chart></c:chartSpace>"))


@pytest.mark.parametrize("value", ["0.045", "4.5E-2", "4.5e-02", "45E-3"])
def test_a_share_is_shown_as_one_however_the_file_writes_its_number(value: str) -> None:
    """A share of 4.5% was quoted as `4.5E-2`."""
    [line] = [line for line in chart(series("א", cached("צפון"), cached(value, form="0.0%"))).rows if "צפון" in line]
    assert line == ("צפון", "4.5%")


def test_a_chart_is_a_table_of_its_series_by_categories() -> None:
    """A figure in the column of another year is quoted as that year's."""
    label = "<c:dLbl><c:tx><c:rich><a:p><a:r><a:t>שיא</a:t></a:r></a:p></c:rich></c:tx></c:dLbl>"
    made = chart(
        series("2022", cached("צפון", "", "דרום"), cached("0.5", "7", "", form="0%"))
        + series("2023", cached("צפון", "מרכז"), cached("", "12.50", "8", "9"))
        + f"<c:valAx>{rich('אחוזים')}</c:valAx>{label}",
        rich("עמדות הציבור"),
    )
    assert made == Chart(
        title="עמדות הציבור",
        rows=(
            ("", "2022", "2023"), ("צפון", "50%", ""), ("מרכז", "700%", "12.50"), ("דרום", "", "8"), ("", "", "9"),
        ),
        words=("אחוזים", "שיא"),
    )  # fmt: skip


def test_categories_of_two_levels_stand_in_one_cell_the_wide_one_first() -> None:
    """ "Yes" alone is in the table once for every district."""
    level = "<c:lvl>{}</c:lvl>"
    point = '<c:pt idx="{}"><c:v>{}</c:v></c:pt>'
    inner = level.format(point.format(0, "כן") + point.format(1, "לא")) + level.format(point.format(0, "צפון"))
    categories = f"<c:multiLvlStrRef><c:multiLvlStrCache>{inner}</c:multiLvlStrCache></c:multiLvlStrRef>"
    assert chart(series("א", categories, cached("1", "2"))).rows == (("", "א"), ("צפון כן", "1"), ("לא", "2"))


def test_points_of_a_scatter_are_its_rows_and_a_single_series_names_the_chart() -> None:
    """Word writes other names for them, and gives a chart without a title of its own that of its one series."""
    scatter = series("צפיפות", cached("1", "2"), cached("3", "4"), ("xVal", "yVal"))
    assert chart(scatter, "<c:title/>") == Chart(title="צפיפות", rows=(("", "צפיפות"), ("1", "3"), ("2", "4")))
    assert chart(scatter).title == ""
    assert chart(scatter + scatter, "<c:title/>").title == ""
    assert chart("") == Chart(title="", rows=())
    assert read_chart(xml("<c:chartSpace/>")) == Chart(title="", rows=())


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        ("0.00%", "0.12345", "12.35%"),
        ("yyyy-mm-dd", "1", "1899-12-31"),
        ("D", "45292.5", "2024-01-01"),
        ("d", "0.5", "0.5"),
        ("d", "2958466", "2958466"),
        ("d", "2958465", "9999-12-31"),
        ("d", "רבעון", "רבעון"),
        ('"day" 0', "45292", "45292"),
        ("[$-d]0", "45292", "45292"),
        (r"0\%", "0.5", "0.5"),
        ("0%", "1e-2", "1%"),
        ("0%", "-0.5", "-50%"),
        ("0", "0.30000000000000004", "0.3"),
        ("", "-1234.567891234567", "-1234.567891"),
        ("", "1.123456789", "1.123456789"),
    ],
)
def test_a_value_is_shown_by_its_format(form: str, value: str, shown: str) -> None:
    """The number alone says another thing than the chart."""
    assert chart(series("", cached("א"), cached(value, form=form))).rows == (("", ""), ("א", shown))


def test_charts_of_newer_kinds_are_tables_too() -> None:
    """A waterfall or a funnel was an empty frame."""
    level = "<cx:lvl>{}</cx:lvl>"
    data = level.format("<cx:pt>צפון</cx:pt><cx:pt>דרום</cx:pt>") + level.format("<cx:pt>5</cx:pt>")
    named = "<cx:series><cx:tx><cx:txData><cx:v>משיבים</cx:v></cx:txData></cx:tx></cx:series>"
    title = "<cx:title><cx:tx><cx:rich><a:p><a:r><a:t>משפך</a:t></a:r></a:p></cx:rich></cx:tx></cx:title>"
    made = read_chart(xml(f"<cx:chartSpace>{data}{title}{named}{named}</cx:chartSpace>"))
    assert made == Chart(title="משפך", rows=(("", "משיבים"), ("צפון", "5"), ("דרום", "")))
    plain = "<cx:title><cx:tx><cx:txData><cx:v>מפל</cx:v></cx:txData></cx:tx></cx:title>"
    assert read_chart(xml(f"<cx:chartSpace>{plain}</cx:chartSpace>")) == Chart(title="מפל", rows=())
    assert read_chart(xml("<cx:chartSpace/>")) == Chart(title="", rows=())


def test_a_diagram_has_the_words_of_its_shapes_in_their_order() -> None:
    """Its connections and its look have points of their own, which say nothing."""
    point = "<dgm:pt{}><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt>"
    kinds = {"": "שלב", ' type="asst"': "יועצת", ' type="doc"': "כותרת", ' type="parTrans"': "חץ", ' type="node"': ""}
    points = "".join(point.format(kind, words) for kind, words in kinds.items())
    assert smart_art_words(xml(f"<dgm:dataModel><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>")) == (
        "שלב",
        "יועצת",
        "כותרת",
    )


@pytest.mark.parametrize(
    ("properties", "words"),
    [
        ({"Caption": "מסכימה", "Value": "1"}, "☒ מסכימה"),
        ({"HTMLCaption": "מסכימה", "Value": "0"}, "☐ מסכימה"),
        ({"Value": "1"}, "☒"),
        ({"Caption": "שם", "Value": "דנה"}, "שם דנה"),
        ({"Caption": "שלחו"}, "שלחו"),
        ({"Size": "1;2"}, ""),
    ],
)
def test_a_control_says_what_it_shows(properties: dict[str, str], words: str) -> None:
    """Which box was ticked is the answer."""
    inner = "".join(f'<x:ocxPr x:name="{name}" x:value="{value}"/>' for name, value in properties.items())
    assert control_words(xml(f'<x:ocx xmlns:x="urn:x">{inner}</x:ocx>')) == words
