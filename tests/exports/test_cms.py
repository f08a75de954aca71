"""The forms of a git-based CMS: that they load, and that what they write is a record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from msgspec.structs import replace

from generator.diagnostics import Span
from generator.exports.cms import cms_config, merged
from generator.model.registry import Registries
from generator.rendering.context import SiteContext
from generator.structure import FieldSpec, FieldType, load_structure

SCHEMA = Path(__file__).parents[2] / "node_modules/@sveltia/cms/schema/sveltia-cms.json"
WIDGETS = {"string", "text", "number", "select", "list", "object", "file", "markdown", "hidden"}


@pytest.fixture(scope="module")
def config(context: SiteContext) -> Any:
    """The configuration of a Hebrew site, loaded."""
    made = yaml.load(
        cms_config(load_structure(), Registries(ministries=context.ministries, topics=context.topics)), yaml.CSafeLoader
    )
    made["collections"] = [each for each in made["collections"] if "path" in each]
    return made


def walk(fields: list[Any]) -> Iterator[Any]:
    """All fields, inner ones too."""
    for field in fields:
        yield field
        yield from walk(field.get("fields", []) + ([field["field"]] if "field" in field else []))


def test_the_configuration_loads_with_what_a_cms_insists_on(config: Any) -> None:
    """A CMS shows an error in place of the forms when one of these is missing or doubled."""
    assert set(config["backend"]) == {"name", "repo", "branch"}
    assert config["media_folder"]
    names = [collection["name"] for collection in config["collections"]]
    assert len(names) == len(set(names))
    for collection in config["collections"]:
        assert {"name", "label", "folder", "path", "fields"} <= set(collection)
        assert not collection["create"]
        last = collection["fields"][-1]
        assert last.get("root") if collection["extension"] == "yml" else last["modes"] == ["raw"]
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


def test_a_date_that_is_none_is_refused_by_the_form_with_its_reason(config: Any) -> None:
    """An editor hears of a slip at the field, and not from a build the next morning."""
    fields = {field["name"]: field for field in walk(config["collections"][0]["fields"])}
    pattern, reason = fields["start_date"]["pattern"]
    assert re.search(pattern, "2024-03-10")
    assert not re.search(pattern, "10.3.2024")
    assert re.search("[א-ת]", reason)
    assert "pattern" not in fields["title"]


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
    foreword = {field["name"]: field for field in by_name["sikum-foreword"]["fields"]}
    assert by_name["sikum-foreword"]["path"] == "{{slug}}/foreword"
    assert [option["value"] for option in foreword["covers"]["options"]] == ["essentials", "impacts", "use", "thanks"]
    assert [field["name"] for field in foreword["author"]["fields"]] == ["name", "role", "organisation", "standing"]


def test_all_of_a_process_that_is_no_table_has_a_form(config: Any) -> None:
    """What is missing here, nobody without a terminal can correct."""
    paths = {collection["path"] for collection in config["collections"]}
    wanted = {"index", "foreword", "content", "appendices/{{slug}}", "meetings/{{slug}}", "promises", "responses"}
    assert {f"{{{{slug}}}}/{name}" for name in (*wanted, "participants")} <= paths


@pytest.mark.parametrize(("language", "others"), [("he", {"ar", "en"}), ("ar", {"he", "en"})])
def test_a_translation_has_forms_with_its_words_alone(language: str, others: set[str]) -> None:
    """Whoever translates would be offered the dates and states of the record, and told afterwards that they are facts."""
    config = yaml.load(cms_config(load_structure(), language=language), yaml.CSafeLoader)
    by_path = {each["path"]: each for each in config["collections"]}
    assert {path.rpartition(".")[2] for path in by_path if "." in path} == others
    for into in others:
        wanted = ("index", "foreword", "reflection", "content", "meetings/{{slug}}", "appendices/{{slug}}")
        lists = ("promises", "responses")
        assert {f"{{{{slug}}}}/{name}.{into}" for name in (*wanted, *lists)} <= set(by_path)
        record = {field["name"] for field in by_path[f"{{{{slug}}}}/index.{into}"]["fields"]}
        assert {"title", "goals", "outcomes", "sources", "partners", "body"} <= record
        assert not {"ministry", "status", "start_date", "kind", "participants_count"} & record
        meeting = {field["name"] for field in by_path[f"{{{{slug}}}}/meetings/{{{{slug}}}}.{into}"]["fields"]}
        assert meeting == {"title", "location", "type", "organisations", "body"}
        responses = by_path[f"{{{{slug}}}}/responses.{into}"]["fields"][0]["fields"]
        assert [field["name"] for field in responses] == ["heard", "explanation", "id"]


def test_a_group_needs_no_collection_of_its_own() -> None:
    """A CMS looks at one depth; a ministry's folder with its first process is in the forms without a new configuration."""
    config = yaml.load(cms_config(load_structure(), depths=(1, 2), language="en"), yaml.CSafeLoader)
    records = [each for each in config["collections"] if re.fullmatch(r"sikum-record(-\d)?", each["name"])]
    assert [each["path"] for each in records] == ["{{slug}}/index", "{{slug}}/{{slug}}/index"]
    assert len({each["name"] for each in config["collections"]}) == len(config["collections"])


EDITED = """\
# our office
backend:
  name: gitlab   # not GitHub
  repo: gov/catalogue
collections:
- name: sikum-gone
  label: of an older structure
- name: news
  label: the office's own
locale: he
"""


def test_what_an_office_edited_stays_when_the_forms_are_made_anew() -> None:
    """The repository, sign-in, comments and collections of their own; only what is made from the structure is replaced."""
    made = cms_config(load_structure())
    text = merged(EDITED, made)
    config, new = yaml.load(text, yaml.CSafeLoader), yaml.load(made, yaml.CSafeLoader)
    assert config["backend"] == {"name": "gitlab", "repo": "gov/catalogue"}
    assert config["locale"] == "he"
    assert "# our office\n" in text
    assert "# not GitHub\n" in text
    assert config["output"] == new["output"]
    assert config["collections"] == [*new["collections"], {"name": "news", "label": "the office's own"}]
    assert merged(text, made) == text


@pytest.mark.parametrize("kept", ["", "# only a comment\n", "locale: he\n"])
def test_a_configuration_with_little_in_it_is_completed(kept: str) -> None:
    """Nothing that is needed is missing because a file was there before."""
    made = cms_config(load_structure())
    assert yaml.load(made, yaml.CSafeLoader).items() <= yaml.load(merged(kept, made), yaml.CSafeLoader).items()


@pytest.mark.parametrize("text", ["- a list\n", "a: [\n"])
def test_what_is_no_configuration_is_not_replaced(text: str) -> None:
    """It is somebody's file: the command says so and leaves it."""
    with pytest.raises(ValueError, match=r"."):
        merged(text, cms_config(load_structure()))


def test_the_registries_have_forms_for_what_is_there_and_for_what_is_new(context: SiteContext) -> None:
    """An office got its new name by a mail to whoever has a terminal, and its address in other registries not at all."""
    health = next(iter(context.ministries.values()))
    elsewhere = replace(health, id="far", span=Span.start_of("ministries/far.yml"))
    registries = Registries(ministries={health.id: health, "far": elsewhere}, topics=context.topics)
    text = cms_config(load_structure(), registries)
    by_name = {each["name"]: each for each in yaml.load(text, yaml.CSafeLoader)["collections"]}
    [file] = by_name["sikum-ministries"]["files"]
    assert file["file"] == "processes/ministries.yml"
    assert [entry["name"] for entry in file["fields"]] == [health.id], "the other lies in a file of its own"
    names = [field["name"] for field in file["fields"][0]["fields"]]
    assert names == [spec.id for spec in load_structure().ministry]
    new = by_name["sikum-ministries-own-files"]
    assert (new["folder"], new["create"], new["slug"]) == ("processes/ministries", True, "{{name.en}}")
    assert by_name["sikum-topics-own-files"]["slug"] == "{{title.en}}"
    own = yaml.dump({"collections": [{"name": "own", "label": "own", "folder": "x", "fields": []}]})
    kept = yaml.load(merged(own, text), yaml.CSafeLoader)["collections"]
    assert [each["name"] for each in kept].count("sikum-ministries") == 1


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the CMS's package is not installed")
def test_the_cms_has_nothing_against_the_configuration(context: SiteContext) -> None:
    """Its own schema knows every key that it reads: a slip of ours would show editors an error in place of the forms."""
    registries = Registries(ministries=context.ministries, topics=context.topics)
    made = json.loads(json.dumps(yaml.load(cms_config(load_structure(), registries), yaml.CSafeLoader)))
    made["collections"] = [each for each in made["collections"] if "path" not in each]  # all of them take minutes
    Draft7Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(made)
