"""Forms for the registries of bodies and topics: those that are there, and new ones.

A registry that is one file has a form with a group of fields for each of its entries, by their ids; a new entry gets a
file of its own in the registry's folder (`ministries/health.yml`), where Sveltia makes its name of the English one.
Localities stay in their file: their codes may begin with a zero, which is no name for a field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.model.registry import Ministry, Registries, Topic
from generator.structure import FieldSpec, Structure
from generator.wording import Wording

Data = dict[str, object]


def registry_forms(
    registries: Registries, structure: Structure, wording: Wording, form: Callable[[FieldSpec], Data], content: str
) -> Iterable[Data]:
    """The collections of both registries. `content`: their folder, from the repository's root; `form`: of one field."""
    topics = wording.text(next(spec.title for spec in structure.record if spec.id == "topics"))
    yield from _of("ministries", wording.gettext("Bodies"), registries.ministries, structure.ministry, form, content)
    yield from _of("topics", topics, registries.topics, structure.topic, form, content)


def _of(
    name: str,
    label: str,
    entries: Mapping[str, Ministry] | Mapping[str, Topic],
    specs: Sequence[FieldSpec],
    form: Callable[[FieldSpec], Data],
    content: str,
) -> Iterable[Data]:
    """The collections of one registry; `name`: of its file and its folder, such as `ministries`."""
    fields = [form(spec) for spec in specs]
    titled = next(spec.id for spec in specs if spec.id in ("name", "title"))
    listed = [
        {"name": each.id, "label": getattr(each, titled).get("he", each.id), "widget": "object", "fields": fields}
        for each in entries.values()
        if each.span.path == f"{name}.yml"
    ]
    if listed:
        file = {"name": name, "label": label, "file": f"{content}/{name}.yml", "format": "yaml", "fields": listed}
        yield {"name": f"sikum-{name}", "label": label, "files": [file]}
    yield {
        "name": f"sikum-{name}-own-files",
        "label": f"{label} (+)",
        "folder": f"{content}/{name}",
        "identifier_field": f"{titled}.en",
        "slug": f"{{{{{titled}.en}}}}",
        "create": True,
        "delete": False,
        "extension": "yml",
        "format": "yaml",
        "summary": f"{{{{{titled}.he}}}}",
        "fields": fields,
    }
