"""Reports that were made on a form: what somebody chose or typed is text, and the form's prompts are not."""

import pytest

from tests.importing.word.packages import package, par, read, relation, run

_ACTIVE = 'xmlns:ax="http://schemas.microsoft.com/office/2006/activeX"'


def choice(chosen: str) -> str:
    """A field with a list of two entries."""
    entries = '<w:listEntry w:val="צפון"/><w:listEntry w:val="דרום"/>'
    form = f"<w:ffData><w:ddList>{chosen}{entries}</w:ddList></w:ffData>"
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        '<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def fielded(*codes: str) -> str:
    """A field that no program has given a result. `codes`: pieces of its code; those that are runs stand among them as they are."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    within = "".join(
        each if each.startswith("<") else f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in codes
    )
    return f"{mark.format('begin')}{within}{mark.format('end')}"


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ('<w:result w:val="1"/>', "דרום"),
        ('<w:default w:val="1"/>', "דרום"),
        ('<w:result w:val="0"/><w:default w:val="1"/>', "צפון"),
        ("", "צפון"),
    ],
)
def test_a_list_of_a_form_shows_what_was_chosen_else_its_default(chosen: str, shown: str) -> None:
    """The report said "north" of a decision about the south: nobody had touched the list, and its default is not the first."""
    _, text, _ = read(package(par("אזור: ", choice(chosen))))
    assert text == f"אזור: {shown}"


@pytest.mark.parametrize("kind", ["block", "inline"])
def test_a_control_that_was_filled_is_text_even_if_it_says_so_by_a_zero(kind: str) -> None:
    """Programs write `w:showingPlcHdr` with the value 0, and an answer was taken for the form's prompt."""

    def control(value: str, words: str) -> str:
        inner = par(words) if kind == "block" else run(words)
        made = f"<w:sdt><w:sdtPr><w:showingPlcHdr{value}/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        return made if kind == "block" else par(made)

    _, text, account = read(package(control(' w:val="0"', "ועדה מלווה"), control("", "הקלידו כאן")))
    assert text == "ועדה מלווה"
    assert [(entry.reason, entry.text) for entry, _ in account.left_out] == [("placeholder", "הקלידו כאן")]


@pytest.mark.parametrize("properties", ["", "<w:sdtPr/>", "<w:sdtPr><w:alias w:val='x'/></w:sdtPr>"])
def test_a_control_of_which_the_file_says_no_more_is_its_text(properties: str) -> None:
    """Programs that are not Word write none of its properties, and the report could not be read for it."""
    controls = [f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>" for inner in (par("א"), run("ב"))]
    assert read(package(controls[0], par(controls[1])))[1] == "א\n\nב"


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ({"Caption": "קראתי ואישרתי", "Value": "1"}, "☒ קראתי ואישרתי"),
        ({"Caption": "קראתי ואישרתי", "Value": "0"}, "☐ קראתי ואישרתי"),
        ({"Value": "מרכז קהילתי"}, "מרכז קהילתי"),
        ({"BackColor": "255"}, ""),
    ],
)
def test_what_a_control_on_the_page_shows_is_text(properties: dict[str, str], shown: str) -> None:
    """The boxes of an old form are controls in parts of their own: which was ticked could not be read from the page."""
    inner = "".join(f'<ax:ocxPr ax:name="{name}" ax:value="{value}"/>' for name, value in properties.items())
    control = '<w:r><w:object><w:control r:id="X" w:name="CheckBox1"/></w:object></w:r>'
    document, text, _ = read(
        package(
            par("לפני", control, " אחרי"),
            relations=relation("X", "activeX/a.xml", "control"),
            parts={"activeX/a.xml": f'<ax:ocx {_ACTIVE} ax:persistence="persistPropertyBag">{inner}</ax:ocx>'},
        )
    )
    assert text == "לפני אחרי" + (f"\n\n{shown}" if shown else "")
    assert [(other.what, other.text) for other in document.others] == [("control", "CheckBox1")]


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (fielded(" DATE "), ["DATE"]),
        ('<w:fldSimple w:instr=" FILENAME "/>', ["FILENAME"]),
        ("<w:r><w:dayLong/><w:pgNum/></w:r>", ["dayLong", "pgNum"]),
        (fielded(" ADDIN EN.CITE.DATA "), []),
        ('<w:fldSimple w:instr=" XE budget "/>', []),
        (fielded(" IF ", fielded(" PAGE "), " = 1 "), ["IF = 1"]),
    ],
)
def test_what_only_word_reckons_is_said(place: str, said: list[str]) -> None:
    """ "The answers were given until " and no day: nothing told that Word shows one there, and the file does not hold it."""
    document, text, _ = read(package(par("התשובות נמסרו עד ", place, " בלבד")))
    assert text == "התשובות נמסרו עד בלבד"
    assert [(other.what, other.text) for other in document.others] == [("field", code) for code in said]


@pytest.mark.parametrize("look", ["<w:caps/>", "<w:smallCaps/>"])
def test_letters_that_only_look_like_capitals_are_kept_as_they_were_typed(look: str) -> None:
    """A heading shouts in all editions, and its words cannot be found as they are written elsewhere."""
    _, text, _ = read(package(par(run("Draft policy", look))))
    assert text == "Draft policy"
