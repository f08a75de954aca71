"""Any bytes in any file of a process are findings, with a place that exists; never a traceback, never a name."""

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Span
from generator.markup import render
from generator.model.registry import Registries
from generator.reading import Folder, is_process, read_ordinary_page, read_process, read_registries
from generator.rules import RULES_BY_CODE
from generator.structure import load_structure

STRUCTURE = load_structure()
SECRET = "דנה פלמונית"
_YAML = st.sampled_from(
    [
        "title: א", "kind: knowledge", "kind: [a]", "status: closed", "status:", "ministry: {a: b}",
        "methods: round-table",
        "methods: [round-table, מה]", "goals: [א, {text: ב, met: no}]", "partners: [a, {name: ב}]",
        "output: {type: model}",
        "output: [a]", "start_date: 2016-02-30", "end_date: 2016", "participants: {list: [{name: " + SECRET + "}]}",
        "participants: {list: [" + SECRET + "]}", "closing: {waived: {use: }}", "closing: {waived: [a]}",
        "- a", "&a b", "*a", "!!x y",
        "{", "[", ": ", "\t", "a: b: c", "bottom_lines: [א]", "outcomes: [{state: adopted}]",
        "covers: [רקע]", "element: תוכן",
        "lessons: [{text: א, about: x}]", "author: א", "order: 1", "order: א", "date: 2016-06",
        "start_time: 25:00", "---",
    ]
)  # fmt: skip
_FRONT = st.lists(_YAML, max_size=6).map(lambda lines: "\n".join(["---", *lines, "---", "## רקע", "טקסט"]).encode())
_CONTENT = st.one_of(
    st.binary(max_size=60),
    _FRONT,
    st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(_YAML, max_size=6).map(lambda lines: "\n".join(lines).encode()),
    st.sampled_from(
        [f"שם,תפקיד\n{SECRET},x".encode(), f'שם;מה\n"{SECRET}'.encode(), f"{SECRET}\n{SECRET}".encode(), b"\xff\xfe"]
    ),
)
_NAMES = st.sampled_from(
    [
        "index.md", "foreword.md", "background.md", "רקע.md", "content.md", "participants.csv",
        "participants.yml", "promises.yml",
        "responses.yml", "meetings/2016-06-12-plenary.md", "appendices/a.md", "appendices/a.pdf",
        "appendices/content.md",
        "media/a.svg", "index.ar.md", "foreword.ar.md", "print.md", "a/../b.md", "Foreword.md", "notes.txt",
        "x\u202ey.md", "README.md",
    ]
)  # fmt: skip
_FOLDERS = st.dictionaries(_NAMES, _CONTENT, max_size=7)


@given(_FOLDERS)
def test_any_bytes_are_findings_with_a_place_in_their_file(files: dict[str, bytes]) -> None:
    """One slip of the hand must not stop the site of all ministries, nor send anyone to a line that is not there."""
    folder = Folder.of("group/some-process", {"index.md": b"", **files})
    process, findings = read_process(folder, STRUCTURE, Registries())
    for finding in findings:
        assert finding.rule in RULES_BY_CODE
        _lies_in_its_file(finding.span, folder)
    assert process.id == "some-process"
    for chapter in process.chapters:
        render(chapter.body, lambda target: target)


@given(_FOLDERS)
def test_no_finding_repeats_what_the_list_of_participants_holds(files: dict[str, bytes]) -> None:
    """A log is public too: who did not agree to be named must not be named by the error about the file."""
    folder = Folder.of("some-process", {"index.md": b"", **files})
    _, findings = read_process(folder, STRUCTURE, Registries())
    for finding in findings:
        in_list = finding.span.path.rpartition("/")[2].startswith("participants.")
        assert finding.is_private or not in_list
        if finding.is_private:
            assert not any(word in text for text in finding.values.values() for word in SECRET.split())


@given(_CONTENT)
def test_any_bytes_are_an_ordinary_page_or_registries_or_findings(content: bytes) -> None:
    """The same holds for the files that all processes share."""
    read_ordinary_page("about.md", content, STRUCTURE)
    is_process(content, STRUCTURE)
    _, findings = read_registries({"ministries.yml": content, "topics.yml": content}, STRUCTURE)
    assert {finding.rule[0] for finding in findings} <= {"S", "M"}


def _lies_in_its_file(span: Span, folder: Folder) -> None:
    path = span.path.removeprefix(f"{folder.path}/")
    assert path in folder.paths
    text = folder.read(path).decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    assert 1 <= span.line <= span.end_line <= len(lines) + 1
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1 if span.line <= len(lines) else span.column == 1
