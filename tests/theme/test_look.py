"""What every page wears: its colours, its direction, its weight."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.plugin.fonts import FIRST_SCREEN

GENERATOR = Path(__file__).parents[2] / "generator"
ASSETS = GENERATOR / "assets"
STYLES = sorted((ASSETS / "css").glob("*.css"))

PAPERS = ("paper", "surface", "sunken")
TEXT = ("ink", "muted", "accent", "signal", "visited")
LINES = ("edge", "focus")


def luminance(colour: str) -> float:
    """WCAG relative luminance of `#rgb` or `#rrggbb`."""
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG contrast of two colours: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def palette(selector: str) -> dict[str, str]:
    """The colours that tokens.css sets in the first rule of this selector."""
    text = (ASSETS / "css" / "tokens.css").read_text(encoding="utf-8")
    rule = text.split(selector + " {", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", rule))


LIGHT, DARK = ":root", '[data-theme="dark"]'


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_every_text_colour_can_be_read_on_every_paper(scheme: str) -> None:
    """A reader with low vision would lose a state or a link that was drawn too faintly in one of the two schemes."""
    colours = palette(scheme)
    faint = {
        (ink, paper): round(contrast(colours[ink], colours[paper]), 2)
        for inks, papers, least in (
            (TEXT, PAPERS, 7.0),
            (("ink", "muted", "accent"), ("accent-soft",), 7.0),
            (("ink", "muted", "signal"), ("signal-soft",), 7.0),
            (("ink",), ("mark",), 7.0),
            (("on-accent",), ("accent",), 7.0),
            (LINES, PAPERS, 3.0),
        )
        for ink in inks
        for paper in papers
        if contrast(colours[ink], colours[paper]) < least
    }
    assert not faint


def test_the_ratios_in_the_comments_are_the_ones_measured() -> None:
    """Whoever picks a colour reads these figures; a colour changed without them would be chosen on a false one."""
    text = (ASSETS / "css" / "tokens.css").read_text(encoding="utf-8")
    light, dark = text.split(DARK, 1)
    wrong = []
    for part, colours in ((light, palette(LIGHT)), (dark, palette(DARK))):
        written = re.findall(r"--([a-z-]+): #[0-9a-f]+;\s*/\*\s*([\d.]+) /\s*([\d.]+) /\s*([\d.]+)", part)
        assert len(written) >= 7
        for name, *figures in written:
            measured = [f"{contrast(colours[name], colours[paper]):.1f}" for paper in PAPERS]
            if measured != figures:
                wrong.append((name, figures, measured))
    assert not wrong


def test_the_dark_of_the_system_is_the_dark_of_the_button() -> None:
    """A page without JavaScript would otherwise show other colours at night than the ones that were checked."""
    assert palette(':root:not([data-theme="light"])') == palette(DARK)


def test_styles_know_no_left_and_right() -> None:
    """An English or Arabic site is the mirror of the Hebrew one; a physical side would stay where it was."""
    sided = r"(?:margin|padding|border|inset|text-align|float|clear)[a-z-]*(?:-|:\s*)(?:left|right)\b"
    physical = re.compile(sided + r"|[;{]\s*(?:left|right)\s*:")
    assert [m.group() for style in STYLES for m in physical.finditer(style.read_text(encoding="utf-8"))] == []


def test_styles_are_light_and_ask_no_other_host() -> None:
    """On a slow phone each page waits for them; a file from another host would tell it who reads."""
    assert sum(style.stat().st_size for style in STYLES) <= 60_000
    for style in STYLES:
        for url in re.findall(r"url\(([^)]+)\)", style.read_text(encoding="utf-8")):
            assert (style.parent / url).is_file(), url


def test_the_fonts_hold_niqqud_and_the_shekel() -> None:
    """A pointed word or a sum in shekels would fall back to another typeface in the middle of a line."""
    for name in ("assistant-hebrew", "frank-ruhl-libre-hebrew"):
        letters = TTFont(ASSETS / "fonts" / f"{name}.woff2").getBestCmap()
        assert {ord(letter) for letter in "את\u05b0\u05b7\u05c1\u05be\u05f3\u05f4₪"} <= set(letters)


def test_a_hebrew_page_fetches_no_font_of_latin_letters() -> None:
    """Each page would load twenty kilobytes more, since any digit, bracket or full stop would ask for them."""
    ranges: dict[str, dict[str, set[int]]] = {}
    faces = re.findall("@font-face {(.*?)}", (ASSETS / "css/tokens.css").read_text("utf-8"), re.DOTALL)
    for face in (face for face in faces if "url(" in face):
        family, name = re.search(r"font-family: (.*?);.*url\(\.\./fonts/(.*?)\.woff2", face, re.DOTALL).groups()
        spans = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face)
        letters = {letter for first, last in spans for letter in range(int(first, 16), int(last or first, 16) + 1)}
        ranges.setdefault(family, {})[name] = letters
    text, titles = ranges["Assistant"], ranges['"Frank Ruhl Libre"']
    shown = set(map(ord, "0123456789 .,:;!?()[]%/+-–—־\u2018\u2019\u201c\u201d…·"))
    for faces, name, letters in (
        (text, "assistant-basic", {letter for letter in shown if letter != ord("־")} | set(range(0x41, 0x7B))),
        (titles, "frank-ruhl-libre-basic", {letter for letter in shown if letter != ord("־")}),
    ):
        assert letters <= faces[name]
        assert letters <= set(TTFont(ASSETS / "fonts" / f"{name}.woff2").getBestCmap())
        assert not letters & set().union(*(faces[other] for other in faces if other != name))


class _Filling:
    """Stands where the plugin does: fills the slots of one page, so that the theme is tested alone."""

    def __init__(self, language: str, direction: str) -> None:
        self.language, self.direction = language, direction

    def on_env(self, env: Environment, **_: object) -> None:
        strings = dict.fromkeys(("skip", "nav", "menu", "close", "search", "dark", "about_site"), "מילה")
        env.globals["sikum_site"] = {
            "language": self.language,
            "site_language": self.language,
            "direction": self.direction,
            "title": "שם האתר",
            "root": "../../",
            "nav": [{"key": key, "title": key, "url": f"{key}/"} for key in ("ministries", "lessons")],
            "footer": [{"title": "נגישות", "url": "accessibility/"}],
            "strings": strings,
        }

    def on_page_context(self, context: dict[str, object], **_: object) -> None:
        slots = dict.fromkeys(("title", "description", "head", "sidebar", "toc", "pager", "page_kind"), "")
        here = {"language": "en", "direction": "ltr", "layout": "process", "section": "lessons"}
        context["sikum_slots"] = slots | here | {"body": "<h1>Body</h1>"}


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("ar", "rtl"), ("en", "ltr")])
def test_the_shell_of_a_page_is_small_and_runs_nothing_inline(tmp_path: Path, language: str, direction: str) -> None:
    """A strict Content-Security-Policy breaks a page with a script in it; a site of thousands repeats its shell."""
    (tmp_path / "docs" / "deep" / "er").mkdir(parents=True)
    (tmp_path / "docs" / "deep" / "er" / "index.md").write_text("# עמוד\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nplugins: []\n"
        f"theme: {{name: material, language: {language}, custom_dir: '{GENERATOR / 'theme'}', font: false}}\n",
        encoding="utf-8",
    )
    config = load_config(str(tmp_path / "mkdocs.yml"))
    filling = _Filling(language, direction)
    config.plugins.events["env"].append(filling.on_env)
    config.plugins.events["page_context"].append(filling.on_page_context)
    build(config)
    html = (tmp_path / "site" / "deep" / "er" / "index.html").read_text(encoding="utf-8")

    assert f'<html lang="{language}"' in html
    assert '<article class="page__main" lang="en" dir="ltr"' in html
    assert re.findall(r'<a href="([^"]*)" aria-current="true">', html) == ["../../lessons/"]
    assert len(html.encode()) <= 12_000
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=", html) == []
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]*', html) == []
    assert html.count("<main") == html.count("<h1") == html.count('id="content"') == 1

    head = html[: html.index("</head>")]
    awaited = re.findall(r'<link rel="stylesheet" href="([^"]*)"|<script src="([^"]*)"></script>', head)
    files = [tmp_path / "site" / "deep" / "er" / (style or script) for style, script in awaited]
    assert [file.name for file in files] == ["tokens.css", "sikum.css", "theme.js"], "what a phone waits for"
    assert sum(len(gzip.compress((ASSETS / file.parent.name / file.name).read_bytes())) for file in files) <= 14_500


@pytest.mark.parametrize("language", FIRST_SCREEN)
def test_the_fonts_of_the_first_screen_are_there_in_a_quarter_of_a_second(language: str) -> None:
    """At 200 KB a second, as on a slow phone: later, they come after the words are drawn, and these change their face."""
    assert sum((ASSETS / "fonts" / f"{font}.woff2").stat().st_size for font in FIRST_SCREEN[language]) <= 42_000


def test_fonts_have_the_weights_that_the_style_sheet_asks_for_and_no_others() -> None:
    """A face from hairline to black is a fifth larger than one of the three weights that pages are set in."""
    for weights, name in re.findall(
        r"font-weight: (\d+ \d+); .*?url\(\.\./fonts/((?:assistant|frank)[a-z-]+)\.woff2",
        (ASSETS / "css/tokens.css").read_text("utf-8"),
    ):
        axis = TTFont(ASSETS / "fonts" / f"{name}.woff2")["fvar"].axes[0]
        assert f"{axis.minValue:g} {axis.maxValue:g}" == weights, name
