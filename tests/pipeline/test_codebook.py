"""Fields that make records comparable: offered to whoever knows the answer, shown where they are given, asked of nobody."""

import json

import pytest

from generator.disk.builder import SiteBuilder
from generator.structure import load_structure
from tests.trust.sites import build, catalogue_files, write_project

CODEBOOK = """\
spectrum: involve
invited: open-with-outreach
recruitment: stratified-sample
setting: both
facilitation: professional
districts: [IL-JM, il-ta]
localities: [3000, "0028"]
"""
NAMES = ("spectrum", "invited", "recruitment", "setting", "facilitation", "districts", "localities")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A catalogue in which one of two processes gives all of them."""
    files = dict(catalogue_files())
    files["first/index.md"] = str(files["first/index.md"]).replace("---\n", f"---\n{CODEBOOK}", 1)
    project = write_project(tmp_path_factory.mktemp("codebook"), files)
    findings, site = build(SiteBuilder(project, project / "processes"), project)
    assert not [each for each in findings if each.is_error]
    return site


def test_what_is_given_stands_on_the_page_in_print_and_in_the_data(site: dict[str, bytes]) -> None:
    """A researcher who reads the page, and one who reads the data, would otherwise count different things."""
    data = json.loads(site["first/process.json"])
    given = {**data, **data.get("extra", {})}
    assert given["districts"] == ["il-jm", "il-ta"]
    assert given["localities"] == ["3000", "0028"]
    assert [given[name] for name in NAMES[:5]] == [
        "involve",
        "open-with-outreach",
        "stratified-sample",
        "both",
        "professional",
    ]
    for page in ("first/index.html", "first/print/index.html"):
        text = site[page].decode()
        for words in ("עירוב", "מדגם אקראי מרובד", "מחוז ירושלים", "מנחים מקצועיים", "0028"):
            assert words in text, (page, words)


def test_nobody_is_asked_for_them() -> None:
    """An office that does not know how people were recruited must not be led to guess."""
    fields = {field.id: field for field in load_structure().record}
    assert not [name for name in NAMES if fields[name].required]
