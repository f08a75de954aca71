"""Forms for the registries of bodies and topics: those that are there, and new ones.

A registry that is one file has a form with a group of fields for each of its entries, by their ids; a new entry gets a
file of its own in the registry's folder (`ministries/health.yml`), where Sveltia makes its name of the English one.
Localities stay in their file: their codes may begin with a zero, which is no name for a field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.model.registry import Ministry, Registries, Topic
from generator.structure import FieldSpec, Structure
from generator.wording import Wording

Data = dict[str, object]


def registry_forms(
    registries: Registries, structure: Structure, wording: Wording, form: Callable[[FieldSpec], Data], content: str
) -> Iterable[Data]:
    """The collections of both registries. `content`: their folder, from the repository's root; `form`: of one field."""
    topics = wording.text(next(spec.title for spec in structure.record if spec.id == "topics"))
    bodies = [(each.id, each.name_in(wording.language)) for each in registries.ministries.values() if _is_in_one(each)]
    yield from _of("ministries", wording.gettext("Bodies"), bodies, structure.ministry, form, content)
    listed = [(each.id, each.title_in(wording.language)) for each in registries.topics.values() if _is_in_one(each)]
    yield from _of("topics", topics, listed, structure.topic, form, content)


def _is_in_one(entry: Ministry | Topic) -> bool:
    """Whether an entry stands in the registry's one file, and not in a file of its own."""
    return "/" not in entry.span.path


def _of(
    name: str,
    label: str,
    entries: Sequence[tuple[str, str]],
    specs: Sequence[FieldSpec],
    form: Callable[[FieldSpec], Data],
    content: str,
) -> Iterable[Data]:
    """The collections of one registry; `name`: of its file and its folder, such as `ministries`; `entries`: id and title."""
    fields = [form(spec) for spec in specs]
    titled = next(spec.id for spec in specs if spec.id in ("name", "title"))
    listed = [
        {"name": identifier, "label": title, "widget": "object", "fields": fields} for identifier, title in entries
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
