"""A licence is said wherever somebody looks for it: to machines as an address, to readers by its name."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from generator.exports.citations import bibtex, cff, ris
from generator.model.licences import licence_of
from generator.model.published import PublishedProcess
from generator.rendering.context import SiteContext
from generator.rendering.jsonld import process_data
from generator.rendering.theme_context import theme_context

BY = "https://creativecommons.org/licenses/by/4.0/"


def with_license(process: PublishedProcess, written: str | None) -> PublishedProcess:
    """The process with what its record says of a licence."""
    return replace(process, record=replace(process.record, license=written))


@pytest.fixture
def licensed(context: SiteContext) -> SiteContext:
    """The site, with the terms of the state's data portal."""
    return replace(context, licence=licence_of("data.gov.il"))


def licences_of(process: PublishedProcess, context: SiteContext) -> list[object]:
    """Every licence in the JSON-LD of a process."""
    return [each["license"] for each in process_data(process, context)["@graph"] if "license" in each]


def test_a_process_that_names_a_licence_has_it_in_its_json_ld(tables: PublishedProcess, context: SiteContext) -> None:
    """`license: CC BY 4.0`, as both samples write it, reached no search engine and no portal."""
    for written in ("CC BY 4.0", "CC-BY-4.0", BY):
        found = licences_of(with_license(tables, written), context)
        assert found == [{"@type": "CreativeWork", "@id": BY, "url": BY, "name": "CC BY 4.0"}] * 2


def test_a_process_without_one_has_the_sites(tables: PublishedProcess, licensed: SiteContext) -> None:
    """And its own goes before the site's, also where no machine can follow it: it may forbid what the site allows."""
    [report, data] = licences_of(tables, licensed)
    assert isinstance(report, dict)
    assert report == data
    assert report["url"] == "https://data.gov.il/terms-of-use"
    assert report["name"].startswith("רישיון השימוש")
    own = licences_of(with_license(tables, "כל הזכויות שמורות"), licensed)
    assert own == [{"@type": "CreativeWork", "name": "כל הזכויות שמורות"}] * 2


def test_nothing_is_said_where_nobody_said_it(tables: PublishedProcess, context: SiteContext) -> None:
    """A licence that was made up would permit what nobody permitted."""
    assert licences_of(tables, context) == []
    cited = bibtex(tables, context) + ris(tables, context) + cff(tables, context)
    assert "icen" not in cited
    assert theme_context(context)["licence"] is None


def test_citations_carry_it(tables: PublishedProcess, context: SiteContext) -> None:
    """Whoever cites takes it into a reference manager with the rest."""
    process = with_license(tables, "CC BY-SA 4.0")
    assert "  copyright = {CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/}," in bibtex(process, context)
    assert "N1  - CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/\r\n" in ris(process, context)
    lines = cff(process, context).splitlines()
    assert "license: CC-BY-SA-4.0" in lines
    assert 'license-url: "https://creativecommons.org/licenses/by-sa/4.0/"' in lines


def test_the_foot_of_every_page_names_it(context: SiteContext) -> None:
    """On any page a reader sees on what terms the site may be reused."""
    foot = theme_context(replace(context, licence=licence_of("cc-by-4.0")))
    assert foot["licence"] == {"title": "רישיון: CC BY 4.0", "url": BY}
    assert json.dumps(foot)
