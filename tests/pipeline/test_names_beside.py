"""A withheld name is found beside the content as well: in the configuration, the theme, and what no page shows."""

from pathlib import Path

import pytest

from tests.pipeline.test_names_across import NAME, files, found
from tests.plugin.small import run
from tests.trust.sites import CONFIG, write_files, write_project

LATIN = "Zqdana Zqadam"
"""The same person, as addresses and ids are written."""


def of_two() -> dict[str, str | bytes]:
    """As `files`, with somebody whose name is written in Latin letters."""
    made = files()
    made["first/participants.csv"] = f"{made['first/participants.csv']}{LATIN},רכזת,ארגון א,counted\n"
    return made


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        (f"copyright: '&copy; {NAME}'", (12, 20)),
        (f"extra: {{social: [{{name: {NAME}, link: 'https://example.org'}}]}}", (12, 25)),
        ("repo_url: https://example.org/zqdana-zqadam/site", (12, 31)),
        (f"# ask {NAME}", (12, 7)),
        (f"nav:\n  - a: about.md\n  - {NAME}: about.md", (14, 5)),
        ("extra_css: [assets/zqdana-zqadam.css]", (12, 20)),
    ],
)
def test_a_name_in_the_configuration_is_found_where_it_stands(
    tmp_path: Path, setting: str, place: tuple[int, int]
) -> None:
    """A menu and a line of copyright stand on every page of the site."""
    write_project(tmp_path, of_two())
    assert found(tmp_path, of_two()) == []
    told = found_with(tmp_path, of_two(), f"{CONFIG}{setting}\n")
    assert [(each.span.path, (each.span.line, each.span.column)) for each in told] == [("mkdocs.yml", place)]
    assert all(each.is_private for each in told)


def test_a_name_among_the_names_of_localities_is_found(tmp_path: Path) -> None:
    """They stand on pages and in the lists of the catalogue, as the names of bodies and topics do."""
    write_project(tmp_path, files())
    assert found(tmp_path, files()) == []
    told = found(tmp_path, {**files(), "localities.yml": f"3000: ירושלים\n28: {{he: {NAME}}}\n"})
    assert [(each.span.path, each.span.line) for each in told] == [("processes/localities.yml", 2)]


@pytest.mark.parametrize("path", ["mkdocs.yml", "processes/about.md"])
def test_a_file_outside_processes_is_reviewed_with_a_reason(tmp_path: Path, path: str) -> None:
    """The site's editor may be called like somebody of a list, and no record can say so: nothing would ever be built."""
    made = of_two()
    made["about.md"] = f"# אודות\n\n{NAME}\n"
    named = f"{CONFIG}copyright: {NAME}\n"
    told = found_with(tmp_path, made, named)
    assert {each.span.path for each in told} == {"mkdocs.yml", "processes/about.md"}
    reviewed = named.replace("  - sikum:\n", f"  - sikum:\n      reviewed: {{{path}: עורכת האתר}}\n")
    assert reviewed != named
    assert {each.span.path for each in found_with(tmp_path, made, reviewed)} == {"mkdocs.yml", "processes/about.md"} - {
        path
    }


def found_with(folder: Path, made: dict[str, str | bytes], config: str):  # type: ignore[no-untyped-def]
    """What is found with another configuration."""
    from generator.cli.folder import open_project

    write_project(folder, made, config=config)
    project = open_project(folder)
    builder = project.builder()
    try:
        findings = builder.check(project.options()).findings
    finally:
        builder.close()
    return [each for each in findings if each.rule in ("P003", "P013")]


def test_what_a_configuration_inherits_and_the_files_of_the_theme_are_found_too(tmp_path: Path) -> None:
    """Offices share a configuration, and put their own footer under it."""
    write_files(
        tmp_path,
        {
            "shared/base.yml": f"extra:\n  a: {NAME}\n",
            "ov/partials/footer.html": "\n<p>זק<b>דנה</b> זקאדם {{ x }}</p>\n",
            "ov/assets/zqdana-zqadam.png": b"\x89PNG\r\n\x1a\n\0",
        },
    )
    config = "INHERIT: shared/base.yml\n" + CONFIG.replace("  language: he", "  language: he\n  custom_dir: ov")
    told = found_with(tmp_path, of_two(), config)
    assert {each.span.path for each in told} >= {"shared/base.yml", "ov/partials/footer.html"}
    assert len(told) == 3
    assert not any("zqadam" in each.span.path for each in told)


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        ("first/index.md", "kind: knowledge\n", f"kind: knowledge # לשאול את {NAME}\n", 6),
        ("first/index.md", "kind: knowledge\n", f"kind: knowledge\ninternal_note: |\n  א\n  {NAME}\n", 9),
        ("first/index.md", "kind: knowledge\n", "kind: knowledge\nzqdana-zqadam: 1\n", 7),
        ("first/promises.yml", "- id: p1\n", f"# {NAME}\n- id: p1\n", 1),
        ("first/responses.yml", "voices: 7", f"voices: 7, by: {NAME}", 1),
        ("first/meetings/2024-02-01-plenary.md", "title: מליאה\n", f"title: מליאה\nmoderator: {NAME}\n", 3),
        ("second/index.md", "kind: knowledge\n", f"kind: knowledge # {NAME}\n", 6),
        ("about.md", "title: על האתר\n", f"title: על האתר # {NAME}\n", 2),
        ("about.md", "title: על האתר\n", f"title: על האתר\ntags:\n- {NAME}\n", 4),
        ("topics.yml", "water:", f"# {NAME}\nwater:", 1),
        ("topics.yml", "water:", "zqdana-zqadam: {title: {he: א}}\nwater:", 1),
        ("about.en.md", "", f"# About\n\n{NAME}\n", 3),
        ("assets/a.css", "", f"/* a */\n/* {NAME} */\n", 2),
    ],
)
def test_a_name_in_a_comment_or_a_field_that_nobody_knows_is_found(
    tmp_path: Path, path: str, old: str, new: str, line: int
) -> None:
    """Sikum publishes neither, but another engine or whoever reads the repository sees them."""
    made = of_two()
    made[path] = str(made.get(path, "")).replace(old, new, 1) if old else new
    told = found_with(tmp_path, made, f"{CONFIG}extra_css: [assets/a.css]\n")
    assert [each.span.line for each in told] == [line]


def test_the_list_in_the_record_itself_is_no_finding(tmp_path: Path) -> None:
    """The list says the names, and what is noted beside them; both are private and stay so."""
    made = of_two()
    made["second/index.md"] = str(made["second/index.md"]).replace(
        "participants: {default_consent: full, basis: טופס הרשמה}\n",
        f"participants:\n  list:\n  - {{name: {NAME}, consent: counted, internal: {NAME}}} # {NAME}\n",
    )
    del made["second/participants.csv"]
    assert found(tmp_path, made) == []


def test_the_build_stops_as_well(tmp_path: Path) -> None:
    """What check says of the configuration, a build does not publish."""
    write_project(tmp_path, of_two(), config=f"{CONFIG}copyright: {NAME}\n")
    built = run("mkdocs", "build", "--quiet", folder=tmp_path)
    assert built.returncode == 1
    assert "mkdocs.yml" in built.stdout + built.stderr
    assert "זקאדם" not in built.stdout + built.stderr
    assert not (tmp_path / "site").exists()
