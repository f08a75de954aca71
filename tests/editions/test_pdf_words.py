"""Words of a PDF as two readers find them: poppler (Evince, Okular) and PDFium (Chromium)."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from generator.editions.directions import say_directions
from generator.editions.drawings import ordered, visual
from generator.editions.faces import font_file, pointed_faces_in
from generator.editions.paper import readable
from generator.editions.pdf import pdf_html, render_pdf
from generator.markup import scan_body
from generator.model.published import PublishedProcess
from generator.rendering.context import CrossReferences, SiteContext
from tests.editions.matterhorn import faults

HEBREW = """משרד הבריאות (אגף אסטרטגיה) פרסם ב־15 בינואר 2024 את תוצאות התהליך.

השתתפו 86 אנשים (מהם 40 נשים) בארבעה מפגשים, והוגשו 312 הערות באתר Open Gov, כ־73% מהן באינטרנט.

דו"ח ה־OECD (2023) קובע: "שיתוף ציבור" הוא תנאי; צה"ל, רו״ח, ג׳ירפה. העלות: 1,250,000 ש"ח (כ־3.5% מהתקציב).

1. להוסיף מעברי חציה ליד בתי הספר [ראו נספח].
2. לתאם עם Ministry of Transport (משרד התחבורה) עד 30.6.2025.
"""
ARABIC = """نشرت وزارة الصحة في عام 2024 نتائج المشاركة العامة حول السلامة على الطرق (الأولوية الأولى للمدارس).

شارك في أربع جلسات 86 من السكان (منهم 40 امرأة)، وقدمت 312 ملاحظة عبر موقع Open Gov بين 15 يناير و 30 مارس.

مؤسسة التعليم المفتوح (OECD) والمدرسة الابتدائية في الناصرة؛ الآن، لأن الإجابة كانت «نعم» بنسبة 73% من الآراء.

1. إصلاح الأرصفة ثم الإنارة والإشارات الضوئية.
2. لا إله إلا الله، والمسؤولية والرؤية والأولوية: ضوء، شيء، هؤلاء.
"""
POINTED = """בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ. וְהָאָרֶץ הָיְתָה תֹהוּ וָבֹהוּ וְחֹשֶׁךְ עַל־פְּנֵי תְהוֹם.

**וַיֹּאמֶר אֱלֹהִים יְהִי אוֹר** וַיְהִי־אוֹר, גַּן יְלָדִים בִּשְׁכוּנָה, 12 גִּנּוֹת (בְּ־2024), כ־73% מֵהַמִּשְׁתַּתְּפִים ב־Open Gov.

1. יְרוּשָׁלִַם, מִצְווֹת, עָוֹן, רֹאשׁ, שֹׁמֵר, שׂוֹשַׂנָּה [לְיִשְׂרָאֵל].
2. כֹּחַ, לָךְ, בָּךְ, צַדִּיק, חָכְמָה, גְּדוֹלָה, מְדֻיָּק, אֳנִיָּה, קׇדְשׁוֹ, ומילים בלי ניקוד.
"""
DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LETTER = r"(?:[^\W_]|[\u05b0-\u05bd\u05bf\u05c1\u05c2\u05c7])"
WORD = re.compile(rf"{_LETTER}+(?:[.,'\"’״׳]{_LETTER}+)*")
"""Points belong to their words."""
Make = Callable[[str, str], Path]


def words(text: str) -> Counter[str]:
    """Words and numbers; where a reader marks a change of direction, a word ends."""
    return Counter(WORD.findall(unicodedata.normalize("NFKC", DIRECTION_MARKS.sub(" ", text)).replace("\u0640", "")))


def by_poppler(pdf: Path) -> str:
    """The text as `pdftotext` gives it."""
    return subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout


def by_pdfium(pdf: Path) -> str:
    """The text as Chromium's reader copies it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\ufffe", "")


@pytest.fixture(scope="module")
def make(
    process: PublishedProcess,
    cross_references: CrossReferences,
    context: SiteContext,
    tmp_path_factory: pytest.TempPathFactory,
) -> Make:
    """Makes the PDF of a process that says a text, in a language; once, whoever reads it."""

    @cache
    def made(text: str, language: str) -> Path:
        said = replace(
            process,
            record=replace(process.record, language=language),
            brief=scan_body("examples/safe-routes/index.md", text, 1, ()),
            chapters=(),
        )
        path = tmp_path_factory.mktemp("said") / "said.pdf"
        path.write_bytes(render_pdf(pdf_html(said, cross_references, context), lambda _: b""))
        return path

    return made


@pytest.mark.parametrize(("text", "language"), [(HEBREW, "he"), (ARABIC, "ar"), (ARABIC, "he"), (POINTED, "he")])
@pytest.mark.parametrize("read", [by_poppler, by_pdfium])
def test_the_words_of_a_page_are_found_in_its_pdf(
    make: Make, text: str, language: str, read: Callable[[Path], str]
) -> None:
    """Who searches, copies or listens meets the words that were written: 99 of 100, numbers, brackets and Latin among them."""
    wanted = words(text)
    missing = wanted - words(read(make(text, language)))
    assert missing.total() <= 0.01 * wanted.total(), missing


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        ('<p dir="auto">9 November, in Haifa.</p>', "9 November, in Haifa."),
        ('<p dir="AUTO"><b dir="rtl">א</b> 9 November, in Haifa.</p>', "9 November, in Haifa."),
        ("<p>כתבו <bdi>Acme Inc.</bdi> ואחרים</p>", "Acme Inc."),
    ],
)
def test_words_run_in_the_direction_that_they_have_by_themselves(make: Make, markdown: str, read: str) -> None:
    """A name or a quotation in another script would have its numbers and full stop at the wrong end."""
    assert read in DIRECTION_MARKS.sub("", by_poppler(make(markdown, "he")))


def test_the_first_strong_letter_decides_and_digits_alone_run_from_left_to_right() -> None:
    """As in browsers; parts with a direction of their own do not count, and what somebody has said stays."""
    page = fromstring(
        '<p dir="ltr"><bdi>5-6</bdi><bdi>5, مثلا</bdi><i dir="auto"><b dir="ltr">a</b><u>א</u></i>'
        '<i dir="rtl">9</i><bdi dir="ltr">א</bdi></p>'
    )
    say_directions(page)
    styles = [child.get("style", "").strip() for child in page]
    assert styles == ["direction: ltr;", "direction: rtl;", "direction: rtl;", "", ""]


def test_a_vowel_takes_no_letter_from_the_words_without_one(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """Where a letter first stood with a vowel on it, no later one of its form was a letter: `أي`, "any", was nowhere."""
    there = replace(process, record=replace(process.record, language="ar", title="أي مكتب"))
    head = pdf_html(there, cross_references, context).partition("<body>")[0]
    made = tmp_path / "made.pdf"
    made.write_bytes(
        render_pdf(f"{head}<body><p>أُرسلت الرسائل</p><p>أي مكتب، أي رسالة</p></body></html>", lambda _: b"")
    )
    for read in (by_poppler, by_pdfium):
        assert words(read(made))["أي"] == 2, read.__name__


def test_a_pointed_title_is_found_on_the_cover_and_in_the_contents(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """Titles have a face of their own, with ligatures of letter and dagesh."""
    title = "גִּנָּה לְכָל שְׁכוּנָה: סִכּוּם"
    titled = replace(process, record=replace(process.record, title=title))
    path = tmp_path / "titled.pdf"
    path.write_bytes(render_pdf(pdf_html(titled, cross_references, context), lambda _: b""))
    for read in (by_poppler, by_pdfium):
        assert not words(title) - words(read(path)), read.__name__


def test_each_glyph_of_a_pointed_face_has_one_character_and_points_have_no_width() -> None:
    """A reader that is told more than one for a glyph, or finds a gap before a point, tears the word apart."""
    faces = [TTFont(BytesIO(font_file(f"assistant-hebrew-pointed-{weight}"))) for weight in (400, 700)]
    said = pointed_faces_in("url(assistant-hebrew-pointed-400) url(assistant-hebrew-pointed-700)")[
        "Text Hebrew"
    ].letters
    assert all(len(letter) == 1 for letter in said.values())
    assert faces[0].getGlyphOrder() == faces[1].getGlyphOrder(), "one table of letters serves both weights"
    shin = faces[0].getGlyphID("uni05C1.uni05E9")
    assert said[shin] == "\u05c1"
    assert faces[0]["hmtx"]["uni05C1.uni05E9"][0] == 0


def test_only_what_can_be_read_claims_to_be_accessible(make: Make) -> None:
    """A file that claims PDF/UA is believed. Signs of cantillation are in no face of the package; a heading may leap a level."""
    assert _claims(make("שלום לכולם", "he"))
    pointed = make("שָׁלוֹם לכולם, כֹּחַ", "he")
    assert _claims(pointed)
    assert faults(pointed) == []
    assert not _claims(make("בְּרֵאשִׁ֖ית בָּרָ֣א", "he"))
    assert _claims(make("## נושא\n\nטקסט.\n\n### חלק\n\nטקסט.\n\n## נושא שני\n\nטקסט.", "he"))
    assert not _claims(make("## נושא\n\nטקסט.\n\n#### רמה שלא נפתחה\n\nטקסט.", "he"))


def _claims(pdf: Path) -> bool:
    with pikepdf.open(pdf) as opened:
        assert opened.Root.MarkInfo.Marked, "tagged in any case"
        return "/Metadata" in opened.Root and b"pdfuaid:part" in opened.Root.Metadata.read_bytes()


def test_lists_keep_their_numbers(make: Make) -> None:
    """Recommendation 3 is called 3 on paper as on the page, whichever digits its author wrote."""
    text = by_poppler(make("1. ראשונה\n2. שנייה\n\nביניהן.\n\n٣. שלישית\n٤. רביעית\n", "he"))
    assert [number for number in (".3", ".4", "3.", "4.") if number in DIRECTION_MARKS.sub("", text)]
    assert not re.search(r"שלישית[^\w]*1\b|\b1[^\w]*שלישית", DIRECTION_MARKS.sub("", text))


def test_a_note_has_the_number_of_its_chapter_s_page(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, tmp_path: Path
) -> None:
    """Whoever cites note 1 of a chapter read it on the site; on paper it was called 3, since numbers ran on."""
    text = "ראשון[^a] ושני[^b].\n\n[^a]: הערה אלף\n[^b]: הערה בית\n"
    body = scan_body("examples/safe-routes/content.md", text, 1, ())
    chapters = tuple(replace(each, body=body) for each in process.chapters[:3])
    path = tmp_path / "notes.pdf"
    noted = replace(process, chapters=chapters)
    path.write_bytes(render_pdf(pdf_html(noted, cross_references, context), lambda _: b""))
    pages = DIRECTION_MARKS.sub("", by_pdfium(path))
    assert re.findall(r"(\d+)\W*הערה אלף", pages) == ["1"] * 3
    assert re.findall(r"(\d+)\W*הערה בית", pages) == ["2"] * 3


def test_an_address_is_written_in_letters_and_from_the_left(make: Make) -> None:
    """Four lines of %D7% are not typed off paper, and one that is turned round at a line's end leads nowhere."""
    path = "https://example.org/%D7%AA%D7%94%D7%9C%D7%99%D7%9A/%d7%90/x%20y?q=%D7%91&r=%FF%D7"
    shown = readable(path.replace("&", "&amp;"))
    assert shown == "https://example.org/<bdi>תהליך</bdi>/<bdi>א</bdi>/x%20y?q=<bdi>ב</bdi>&amp;r=%FF%D7"
    long = "https://example.org/" + "/".join(f"part-{number}" for number in range(30)) + "/"
    lines = [line.strip() for line in by_poppler(make(f"[כאן]({long})", "he")).splitlines()]
    assert long in "".join(DIRECTION_MARKS.sub("", line) for line in lines)


@pytest.mark.parametrize(
    ("written", "direction", "seen"),
    [
        ("עמ׳ 3–5 [ב]", "rtl", "[ב] 5–3 ׳מע"),
        ("אגף (OECD)", "rtl", "(OECD) ףגא"),
        ("OECD (הארגון)", "rtl", "(ןוגראה) OECD"),
        ("OECD (הארגון)", "ltr", "OECD (ןוגראה)"),
        ("א) ראשון", "rtl", "ןושאר (א"),
        ("גיל <5", "rtl", "5> ליג"),
        ("«נעשה» (12%)", "rtl", "(12%) «השענ»"),
        ("Budget (2024)", "rtl", "Budget (2024)"),
    ],
)
def test_brackets_of_a_drawing_hold_what_stands_in_them(written: str, direction: str, seen: str) -> None:
    """A chart's "(2024)" was printed as ")2024(" in PDFs; the right values are those of fribidi, with which browsers agree."""
    assert visual(written, direction) == seen


def test_hebrew_and_arabic_in_drawings_are_seen_in_their_order() -> None:
    """A chart's labels were drawn backwards, on an official document."""
    assert visual("מעברי חציה") == "היצח ירבעמ"
    assert visual("12 אחוזים", "rtl") == "םיזוחא 12"
    assert visual("plain (words)") == "plain (words)"
    assert visual("السلام").startswith("\ufee1\ufefc\ufeb4")


def test_pieces_of_a_drawn_line_follow_each_other_from_the_right() -> None:
    """A word in bold in the middle of a label stays in the middle, and the label ends where it did."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" direction="rtl">'
        '<text x="90" y="9">חדש <tspan font-weight="700">מאוד</tspan> כאן</text></svg>'
    )
    drawn = ordered(svg.encode()).decode()
    assert re.sub(r"<[^>]*>", "", drawn) == "ןאכ דואמ שדח"
    assert 'x="90"' in drawn
    assert 'text-anchor="end"' in drawn
    assert "direction" not in drawn
    assert '<tspan font-weight="700">דואמ</tspan>' in drawn


def test_lines_of_a_drawn_text_keep_their_places() -> None:
    """Two lines are two lines: the second is not read before the first."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><text><tspan x="3" y="10">שלום לכולם</tspan>'
        '<tspan x="4" y="30">ברוכים</tspan></text></svg>'
    )
    lines = re.findall(r'<tspan x="(\d)" y="(\d+)"[^>]*>([^<]*)', ordered(svg.encode()).decode())
    assert lines == [("3", "10", "םלוכל םולש"), ("4", "30", "םיכורב")]


def test_a_drawing_without_such_letters_is_left_alone() -> None:
    """What is right already is not written anew."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><text x="3">Yes</text></svg>'
    assert ordered(svg) is svg
    assert ordered("<svg>שבור".encode()) == "<svg>שבור".encode()
