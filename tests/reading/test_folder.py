"""What the files of a process folder are: chapters, meetings, translations, attachments, or nothing that is published."""

from collections.abc import Mapping

import pytest

from generator.reading import Folder, is_process, read_ordinary_page, read_process, read_registries
from tests.reading.told import REGISTRIES, SOUND, STRUCTURE, read, told

PDF = b"%PDF-1.7\n"
AUTHOR = "---\nauthor: {name: כותבת}\n---\nטקסט\n"


def test_chapters_stand_in_the_structures_order() -> None:
    """The order of names is nobody's order."""
    process, findings = read(
        files={
            "תוכן.md": "א",
            "voices.md": "---\nelement: content\norder: 1\ntitle: קולות\n---\nב",
            "הקדמה.md": AUTHOR,
            "reflection.md": "# מבט אחר\n\nג",
            "appendices/z.md": "ד",
        }
    )
    assert findings == []
    assert [(chapter.element, chapter.title) for chapter in process.chapters] == [
        ("foreword", "הקדמה"), ("reflection", "מבט אחר"), ("content", "קולות"), ("content", "תוכן"), ("appendix", "נספח"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"forward.md": "א"}, ("C003", "forward.md", 1, 1)),
        ({"a.md": "---\nelement: contnet\n---\nא"}, ("C003", "a.md", 2, 10)),
        ({"background.md": "א", "intro.md": "---\nelement: background\n---\nב"}, ("C006", "intro.md", 2, 10)),
        ({"content.md": "א", "appendices/content.md": "ב"}, ("C011", "content.md", 1, 1)),
        ({"print.md": "א"}, ("C010", "print.md", 1, 1)),
        ({"background.md": "---\ncovers: [רקע, רקעע]\n---\nא"}, ("C009", "background.md", 2, 15)),
        ({"foreword.md": "א"}, ("C004", "foreword.md", 1, 1)),
        ({"content.md": "א\n\n<script>x</script>\n"}, ("L004", "content.md", 3, 1)),
        ({"content.ar.md": "א"}, ("C013", "content.ar.md", 1, 1)),
        ({"content.md": "א", "content.ar.md": "---\norder: 3\n---\nب"}, ("F030", "content.ar.md", 2, 1)),
        ({"promises.yml": "- {id: a, text: א}\n- {id: a, text: ב}\n"}, ("F011", "promises.yml", 2, 8)),
        ({"promises.yml": "- {text: א}\n"}, ("F001", "promises.yml", 1, 4)),
        ({"promises.yml": "- {id: a, text: א, status: partly}\n"}, ("F015", "promises.yml", 1, 4)),
        ({"promises.yml": "a: b\n"}, ("F003", "promises.yml", 1, 1)),
        ({"meetings/a.md": "---\nstart_time: 25:00\n---\nא"}, ("F013", "a.md", 2, 13)),
        ({"content.md": "שלום".encode("cp1255")}, ("S001", "content.md", 1, 1)),
        ({"appendices/a.pdf": b"MZ"}, ("L006", "a.pdf", 1, 1)),
        ({"appendices/a.exe": b"MZ"}, ("L006", "a.exe", 1, 1)),
        ({"media/a.svg": '<svg xmlns="x"><script/></svg>'}, ("L006", "a.svg", 1, 1)),
        ({"media/a.svg": '<svg onload="x"></svg>'}, ("L006", "a.svg", 1, 1)),
        ({"media/A.pdf": PDF, "media/a.pdf": PDF}, ("L008", "a.pdf", 1, 1)),
        ({"media/a\u202eb.pdf": PDF}, ("L011", "a\u202eb.pdf", 1, 1)),
    ],
)
def test_each_fault_is_told_at_its_file(files: Mapping[str, str | bytes], expected: tuple[str, str, int, int]) -> None:
    """One cause, one finding, at the place to mend."""
    _, findings = read(files=dict(files))
    assert told(findings) == [expected]


def test_only_what_is_meant_for_the_public_is_published() -> None:
    """A list of people in a spreadsheet beside the chapters must not become a download."""
    process, findings = read(
        files={
            "content.md": "ראו [את הדוח](report.pdf)",
            "report.pdf": PDF,
            "draft.pdf": PDF,
            "names.xlsx": b"PK\x03\x04",
            "participants.xlsx": b"PK\x03\x04",
            "appendices/participants.pdf": PDF,
            "appendices/table.csv": "א,ב\n",
            "media/map.png": b"\x89PNG\r\n\x1a\n",
            "README.md": "א",
            "~$report.docx": b"x",
        }
    )
    assert {(each.rule, each.values["path"]) for each in findings} == {
        ("L014", f"group/table/{name}") for name in ("names.xlsx", "participants.xlsx", "~$report.docx")
    }
    assert {file.uri: file.title for file in process.files} == {
        "table/report.pdf": "את הדוח", "table/appendices/table.csv": "table", "table/media/map.png": "map",
    }  # fmt: skip
    assert process.unpublished == ("group/table/draft.pdf",)


def test_a_symbolic_link_is_never_followed() -> None:
    """It could bring any file of the machine onto the site."""
    files = {"index.md": f"---\n{SOUND}---\n", "content.md": "secret", "media/a.pdf": "secret"}
    folder = Folder.of("table", files)
    linked = Folder(path="table", paths=folder.paths, links=frozenset({"content.md", "media/a.pdf"}), read=folder.read)
    process, findings = read_process(linked, STRUCTURE, REGISTRIES)
    assert [each.rule for each in findings] == ["L009", "L009"]
    assert (process.chapters, process.files) == ((), ())


def test_a_translation_stands_beside_its_original() -> None:
    """Facts are written once; only words are translated."""
    process, findings = read(
        files={
            "content.md": "א",
            "index.ar.md": "---\ntitle: مائدة\nshort_description: ملخص\n---\nنص",
            "content.ar.md": "---\ntitle: المضمون هنا\n---\nنص",
        }
    )
    assert findings == []
    (arabic,) = process.translations
    assert (arabic.language, arabic.title, arabic.chapters[0].title, arabic.chapters[0].stem) == (
        "ar", "مائدة", "المضمون هنا", "content",
    )  # fmt: skip
    assert [chapter.body.path for chapter in process.chapters] == ["group/table/content.md"]


def test_a_translated_meeting_keeps_the_facts_of_its_original() -> None:
    """`opening.ar.md` would be a meeting of its own, held on no day; or its day would be written twice and mended once."""
    process, findings = read(
        files={
            "meetings/opening.md": "---\ntitle: פתיחה\ndate: 2024-01-15\nlocation: חיפה\nattendees_count: 31\n---\nנפגשנו.\n",
            "meetings/opening.ar.md": "---\ntitle: الافتتاح\nlocation: حيفا\ndate: 2024-01-16\n---\nالتقينا.\n",
            "meetings/second.md": "---\ntitle: שני\ndate: 2024-02-15\n---\nשוב.\n",
            "meetings/third.ar.md": "---\ntitle: الثالث\n---\nالتقينا.\n",
        }
    )
    assert [meeting.stem for meeting in process.meetings] == ["opening", "second"]
    (arabic,) = process.translations
    (meeting,) = arabic.meetings
    assert (meeting.stem, meeting.title, meeting.location, meeting.attendees_count, meeting.date) == (
        "opening", "الافتتاح", "حيفا", 31, process.meetings[0].date,
    )  # fmt: skip
    assert told(findings) == [("F030", "opening.ar.md", 4, 1), ("C013", "third.ar.md", 1, 1)]


def test_lists_are_translated_line_by_line() -> None:
    """Lines are known by their ids: a response that is moved up would otherwise answer another's words."""
    process, findings = read(
        "outcomes: [{id: law, type: legislation, title: חוק}, {id: plan, type: work-plan, title: תוכנית}]\n"
        "goals: [{text: מטרה, met: yes}]\n",
        files={
            "responses.yml": "- {id: a, heard: א, response: accepted, voices: 7}\n- {id: b, heard: ב}\n",
            "responses.ar.yml": "- {id: b, heard: ب}\n- {id: a, heard: أ, explanation: شرح}\n",
            "promises.yml": "- {id: p, text: הבטחה, status: kept}\n",
            "promises.ar.yml": "- {id: p, text: وعد, done: أُنجز}\n",
            "index.ar.md": "---\ntitle: مائدة\nshort_description: ملخص\ngoals: [هدف]\n"
            "outcomes: [{id: plan, title: خطة}]\n---\nنص",
        },
    )
    assert findings == []
    (arabic,) = process.translations
    assert [(each.id, each.heard, each.response, each.voices) for each in arabic.responses] == [
        ("a", "أ", "accepted", 7),
        ("b", "ب", None, None),
    ]
    assert [(each.text, each.done, each.status) for each in arabic.promises] == [("وعد", "أُنجز", "kept")]
    assert [(each.id, each.title, each.type) for each in arabic.outcomes] == [("plan", "خطة", "work-plan")]
    assert [(goal.text, goal.met) for goal in arabic.goals] == [("هدف", "yes")]


def test_goals_in_other_words_are_taken_only_where_there_are_as_many() -> None:
    """Two goals out of three would say of one what is true of another."""
    process, _ = read(
        "goals: [{text: א, met: yes}, {text: ב, met: no}]\n",
        files={"index.ar.md": "---\ntitle: مائدة\nshort_description: ملخص\ngoals: [ب]\n---\nنص"},
    )
    assert process.translations[0].goals == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nministry: health\n---\n", True),
        ("\ufeff---\r\nstatus: closed\r\n---\r\n", True),
        ('---\ntitle: "א"ב\nkind: [\n', True),
        ("---\n{kind: model, title: א}\n---\n", True),
        ("---\ntitle: אודות\n---\nkind: model\n", False),
        ("---\nx:\n  kind: model\n---\n", False),
        ("kind: model\n", False),
        ("+---\n+title: שולחן\n+ministry: health\n+participants: {}\n+---\n+בקצרה.\n", True),  # out of a patch
        (
            "---\\ntitle: שולחן\\nministry: health\\nparticipants: {}\\n---\\nבקצרה.\\n",
            True,
        ),  # out of a program's string
        ("שורה\\nministry: health\n", False),
    ],
)
def test_a_process_is_known_even_when_its_record_is_broken(text: str, expected: bool) -> None:
    """It would turn into an ordinary page, and its address into another's, without a word."""
    assert is_process(text.encode(), STRUCTURE) is expected


def test_an_ordinary_page_chooses_no_template() -> None:
    """Material's own fields would let a page of content reach into the theme."""
    page, findings = read_ordinary_page(
        "about.md", "---\ntitle: אודות\ntemplate: x.html\nhide: [navigation]\n---\n".encode(), STRUCTURE
    )
    assert page is not None
    assert (page.url, page.title, page.is_hidden) == ("about/", "אודות", True)
    assert told(list(findings)) == [("F002", "about.md", 3, 1)]
    taken, faults = read_ordinary_page("ministries/x.md", b"", STRUCTURE)
    assert (taken, [each.rule for each in faults]) == (None, ["F012"])


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ("a: {name: {he: א}}\na: {name: {he: ב}}\n", "S003", 2, 1),
        ("a: {type: ministry}\n", "M001", 1, 5),
        ("a: {name: {he: א}, type: goverment}\n", "M001", 1, 26),
        ("a: {name: {he: א}, successor: b}\n", "M001", 1, 31),
        ("a: {name: {he: א}, successor: a}\n", "M001", 1, 31),
        ("A b: {name: {he: א}}\n", "M001", 1, 1),
        ("- a\n", "M001", 1, 3),
    ],
)
def test_faults_of_a_registry_are_told_in_the_registry(text: str, rule: str, line: int, column: int) -> None:
    """Every process refers to it: the fault must not show up in each of them."""
    _, findings = read_registries({"ministries.yml": text.encode()}, STRUCTURE)
    assert told(list(findings)) == [(rule, "ministries.yml", line, column)]
