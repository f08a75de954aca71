"""What `sikum new` makes: it builds at once, says what is wanted and why, and is done when its gaps are filled."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import sikum
from generator.scaffold.yaml_text import mapping, scalar
from generator.source.nodes import MapNode, Scalar, parse_yaml
from generator.source.placeholders import find_placeholders, placeholder
from generator.structure import load_structure

LANGUAGES = ("he", "ar", "en")
CLOSED = {
    "status": "closed",
    "start_date": "2024-01",
    "end_date": "2024-03-10",
    "participants_told": "2024-03-10",
    "output_sent": "2024-04-01",
    "email": "office@example.org",
    "standing": "senior",
    "methods": "[round-table]",
}
ANSWERS = {
    "type": "summary",
    "distribution": "[digital]",
    "continuation": "final",
    "default_consent": "counted",
    "methods": "[round-table]",
}
"""What stands in place of a mark, in fields that hold no words."""


def call(*arguments: str | Path) -> Result:
    """`sikum` as from a script: nobody is there to answer."""
    return CliRunner().invoke(sikum, [str(argument) for argument in arguments])


def codes(folder: Path) -> list[str]:
    """Codes that `sikum check` reports."""
    result = call("check", folder, "--format", "concise", "--today", "2026-01-01")
    return [line.split(": ")[1].split()[1] for line in result.stdout.splitlines()]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A new site."""
    assert call("new", "site", tmp_path / "site").exit_code == 0
    return tmp_path / "site"


def fill(folder: Path) -> None:
    """Do what the marks ask for, and close the process."""
    for page in folder.rglob("*.md"):
        text = page.read_text("utf-8")
        for name, value in ANSWERS.items():
            mark = rf"^(\s*){name}:\s+(?:- )?'\[[^\n]*$"
            text = re.sub(mark, rf"\g<1>{name}: {value}", text, flags=re.MULTILINE)
        for start, end in reversed(list(find_placeholders(text))):
            text = text[:start] + "נכתב" + text[end:]
        for name, value in CLOSED.items():
            text = re.sub(rf"^(\s*){name}:.*$", rf"\g<1>{name}: {value}", text, flags=re.MULTILINE)
        text = re.sub(r"^outcomes:$", "outcomes: [{type: none, note: הידע ישמש את הצוות}]", text, flags=re.MULTILINE)
        text = re.sub(r"^approvals:$", "approvals: [{who: מנהל האגף, of: output}]", text, flags=re.MULTILINE)
        page.write_text(text, "utf-8")
    registry = next(parent / "ministries.yml" for parent in folder.parents if (parent / "ministries.yml").exists())
    registry.write_text(registry.read_text("utf-8").replace("[להשלים: health]", "משרד הבריאות"), "utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_site_has_no_process_and_no_error(tmp_path: Path, language: str) -> None:
    """The first command of the tutorial must not end in a list of errors."""
    call("new", "site", tmp_path / "site", "--language", language)
    call("new", "process", "first", "--site", tmp_path / "site")
    assert set(codes(tmp_path / "site")) <= {"M004", "F031"}


@pytest.mark.parametrize("kind", ["knowledge", "policy", "model"])
@pytest.mark.parametrize("audience", ["participants", "decision-makers", "public"])
@pytest.mark.parametrize("purpose", ["process", "bottom-lines", "both"])
def test_a_process_whose_gaps_are_filled_passes_when_it_is_closed(
    site: Path, kind: str, audience: str, purpose: str
) -> None:
    """Whoever fills every mark and is then told that a chapter is missing has been misled."""
    arguments = ("--kind", kind, "--audience", audience, "--purpose", purpose, "--site", site)
    assert call("new", "process", "health/talks", "--ministry", "health", *arguments).exit_code == 0
    folder = site / "processes/health/talks"
    assert {"F031", "M004"} >= set(codes(site))
    fill(folder)
    found = call("check", site, "--format", "concise", "--today", "2026-01-01").stdout
    assert [line for line in found.splitlines() if "accessibility.yml" not in line] == []


def test_every_field_and_part_says_what_is_wanted_and_why(site: Path) -> None:
    """The structure's guidance reaches the editor where it is needed; nobody opens a manual."""
    call("new", "process", "talks", "--site", site)
    folder = site / "processes/talks"
    text = " ".join(re.sub(r"\n\s*# ", " ", (folder / "index.md").read_text("utf-8")).split())
    for spec in load_structure().record:
        assert spec.guidance is not None
        assert " ".join(spec.guidance.he.split()) in text
    foreword = load_structure().elements[0]
    chapter = (folder / "foreword.md").read_text("utf-8")
    assert all(part.title.he in chapter and part.guidance.he in chapter for part in foreword.parts if part.guidance)


def test_terms_are_understood_in_any_language(site: Path) -> None:
    """An editor knows the word, not the id."""
    assert call("new", "process", "talks", "--kind", "קביעת מדיניות", "--site", site).exit_code == 0
    assert "kind: policy" in (site / "processes/talks/index.md").read_text("utf-8")
    wrong = call("new", "process", "more", "--kind", "nothing", "--site", site)
    assert wrong.exit_code == 2
    assert "knowledge, policy, model" in wrong.stderr


def test_a_body_that_nobody_knows_is_added_with_a_mark(site: Path) -> None:
    """The site builds, and `check` would not say "unknown ministry" of what the command was told."""
    result = call("new", "process", "talks", "--ministry", "health", "--site", site)
    assert "health" in result.stderr
    assert "health:\n  name:\n    he: '[להשלים: health]'" in (site / "processes/ministries.yml").read_text("utf-8")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_gap_is_marked_in_the_language_of_the_site(tmp_path: Path, language: str) -> None:
    """An Arabic office was asked, in Hebrew, to complete the name of its own body."""
    assert call("new", "site", tmp_path / "site", "--language", language).exit_code == 0
    assert call("new", "process", "talks", "--ministry", "health", "--site", tmp_path / "site").exit_code == 0
    registry = (tmp_path / "site/processes/ministries.yml").read_text("utf-8")
    assert f"he: '{placeholder('health', language)}'" in registry
    assert placeholder("health", "he") not in registry


@pytest.mark.parametrize("named", ["Talks", "talks_2", "data", "data/talks", "a//b", "../talks", "שיח"])
def test_an_id_that_the_site_cannot_have_is_refused(site: Path, named: str) -> None:
    """It would be an error in every check from then on, or lie outside the catalogue."""
    before = sorted(site.rglob("*"))
    result = call("new", "process", named, "--site", site)
    assert (result.exit_code, sorted(site.rglob("*"))) == (2, before)


def test_nothing_inside_a_process_becomes_a_process(site: Path) -> None:
    """Its files would belong to two."""
    call("new", "process", "talks", "--site", site)
    assert call("new", "process", "talks/more", "--site", site).exit_code == 2


def test_what_is_there_is_not_lost(site: Path) -> None:
    """An afternoon's writing would be gone; an id that is taken elsewhere would be an error."""
    call("new", "process", "talks", "--title", "ראשון", "--site", site)
    before = (site / "processes/talks/index.md").read_bytes()
    again = call("new", "process", "talks", "--title", "שני", "--site", site)
    assert (again.exit_code, again.stderr.count("\n")) == (1, 1)
    assert (site / "processes/talks/index.md").read_bytes() == before
    assert call("new", "process", "health/talks", "--site", site).exit_code == 1
    assert call("new", "process", "talks", "--title", "שני", "--site", site, "--force").exit_code == 0
    assert call("new", "site", site).exit_code == 1


def test_a_meeting_has_a_heading_and_a_gap_for_each_part(site: Path) -> None:
    """Summaries of meetings are alike in every office."""
    call("new", "process", "talks", "--site", site)
    assert call("new", "meeting", "talks", "2026-03-10", "--site", site).exit_code == 0
    text = (site / "processes/talks/meetings/2026-03-10.md").read_text("utf-8")
    assert "date: 2026-03-10" in text
    assert all(f"## {part.title.he}\n\n[להשלים: " in text for part in load_structure().meeting_parts)
    assert call("new", "meeting", "talks", "10.3.2026", "--site", site).exit_code == 2
    assert call("new", "meeting", "takls", "2026-03-10", "--site", site).exit_code == 2
    assert call("new", "meeting", "talks", "2026-03-10", "--site", site).exit_code == 1


AWKWARD = (
    *('סמנכ"לית', "a: b", "a #b", "- a", "[a]", "it's", "null", "~", "a:", "2024-01", "no", "10:30", "!x", "a\nb"),
    "\u201ca\u201d",
)


@pytest.mark.parametrize("text", AWKWARD)
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    """A title with a colon must not become a mapping, nor `no` a refusal."""
    node, findings = parse_yaml("\n".join(mapping({"title": text, "list": [{"text": text}]})), "x.yml")
    assert isinstance(node, MapNode)
    value = node.get("title")
    assert isinstance(value, Scalar)
    assert (value.text, value.is_empty, findings) == (" ".join(text.split()), False, ())
    assert "\n" not in scalar(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mark_is_found_again_in_any_language(language: str) -> None:
    """`check` lists what `new` left, also in a process of another language."""
    mark = placeholder("a [b] c", language)
    assert list(find_placeholders(f"x {mark} y")) == [(2, 2 + len(mark))]


def test_on_a_terminal_what_was_not_said_is_asked_for(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions with the usual answer offered are how a first process is begun."""
    monkeypatch.setattr("generator.cli.new.is_asking", lambda: True)
    answers = "שיח בריאות\nhealth\npolicy\ndecision-makers\nboth\n"
    result = CliRunner().invoke(sikum, ["new", "process", "talks", "--site", str(site)], input=answers)
    assert result.exit_code == 0, result.output
    text = (site / "processes/talks/index.md").read_text("utf-8")
    assert all(line in text for line in ("title: שיח בריאות", "ministry: health", "kind: policy", "  purpose: both"))
    assert not result.stdout.strip()
