"""The forms of a git-based CMS: that they load, and that what they write is a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from generator.exports.cms import cms_config
from generator.model.registry import Registries
from generator.rendering.context import SiteContext
from generator.structure import FieldSpec, FieldType, load_structure

WIDGETS = {"string", "text", "number", "boolean", "select", "list", "object", "file", "markdown", "hidden"}
"""Those that both Sveltia and Decap have."""


@pytest.fixture(scope="module")
def config(context: SiteContext) -> Any:
    """The configuration of a Hebrew site, loaded."""
    return yaml.safe_load(
        cms_config(load_structure(), Registries(ministries=context.ministries, topics=context.topics))
    )


def walk(fields: list[Any]) -> Iterator[Any]:
    """All fields, inner ones too."""
    for field in fields:
        yield field
        yield from walk(field.get("fields", []) + ([field["field"]] if "field" in field else []))


def test_the_configuration_loads_with_what_a_cms_insists_on(config: Any) -> None:
    """Either CMS shows an error in place of the site when one of these is missing or doubled."""
    assert set(config["backend"]) == {"name", "repo", "branch"}
    assert config["media_folder"]
    names = [collection["name"] for collection in config["collections"]]
    assert len(names) == len(set(names))
    for collection in config["collections"]:
        assert {"name", "label", "folder", "path", "fields"} <= set(collection)
        assert "title" in {field["name"] for field in collection["fields"]}
        assert collection["fields"][-1]["widget"] == "markdown"
        for field in walk(collection["fields"]):
            assert field["name"]
            assert field["label"]
            assert field["widget"] in WIDGETS
            if field["widget"] == "select":
                assert len({option["value"] for option in field["options"]}) == len(field["options"]) > 0


def test_every_field_of_the_structure_has_a_form_field(config: Any) -> None:
    """A field that the structure gains can be filled without anybody touching the CMS."""

    def same(specs: tuple[FieldSpec, ...], fields: list[Any]) -> None:
        assert [field["name"] for field in fields] == [spec.id for spec in specs]
        for spec, field in zip(specs, fields, strict=True):
            inner = spec.of if spec.type is FieldType.LIST and spec.of else spec
            if inner.type is FieldType.MAP:
                same(inner.fields, field["fields"])

    processes = config["collections"][0]
    same(load_structure().record, processes["fields"][:-1])
    assert processes["path"] == "{{slug}}/index"


def test_values_are_chosen_by_title_and_stored_by_id(config: Any) -> None:
    """An editor sees "שולחן עגול", the record says `round-table`."""
    fields = {field["name"]: field for field in config["collections"][0]["fields"]}
    assert {"label": "שולחן עגול", "value": "round-table"} in fields["methods"]["options"]
    assert fields["methods"]["multiple"] is True
    assert {"label": "משרד הבריאות", "value": "health"} in fields["ministry"]["options"]
    assert fields["title"]["required"] is True
    assert fields["scope"]["required"] is False
    assert fields["title"]["hint"]


def test_a_waiver_may_name_whatever_may_be_waived(config: Any) -> None:
    """Gate ids, elements and parts: nothing else is understood there."""
    closing = next(field for field in config["collections"][0]["fields"] if field["name"] == "closing")
    waived = next(field for field in closing["fields"] if field["name"] == "waived")
    names = {field["name"] for field in waived["fields"]}
    assert {gate.id for gate in load_structure().gate} <= names
    assert {"foreword", "thanks", "critical-look"} <= names


def test_chapters_are_offered_by_element_with_their_own_parts(config: Any) -> None:
    """The foreword asks for its author and which parts it covers; what the machine writes has no form."""
    by_name = {collection["name"]: collection for collection in config["collections"]}
    assert "participants" not in by_name
    foreword = {field["name"]: field for field in by_name["foreword"]["fields"]}
    assert by_name["foreword"]["path"] == "{{slug}}/foreword"
    assert [option["value"] for option in foreword["covers"]["options"]] == ["essentials", "impacts", "use", "thanks"]
    assert [field["name"] for field in foreword["author"]["fields"]] == ["name", "role", "organisation", "standing"]


def test_grouped_processes_have_a_collection_for_each_group() -> None:
    """A CMS looks for processes at one depth; a catalogue may group them by ministry."""
    config = yaml.safe_load(
        cms_config(load_structure(), folders=("processes/health", "processes/welfare"), language="en")
    )
    labels = [collection["label"] for collection in config["collections"]]
    assert "Processes (health)" in labels
    assert "Foreword (welfare)" in labels
    assert len({collection["name"] for collection in config["collections"]}) == len(labels)
