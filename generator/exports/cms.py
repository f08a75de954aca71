"""A `config.yml` for a git-based CMS (Sveltia CMS; Decap CMS reads it too), made from the structure.

It offers the record and the chapters as forms. What such a CMS cannot write well stays in files: lists that are files of
their own (promises, responses, participants, registries), and new chapters, which `sikum new` makes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import yaml

from generator.exports.patterns import PATTERNS
from generator.model.registry import Registries
from generator.structure import ALWAYS, ElementSpec, FieldSpec, FieldType, Structure, fields_of, parts_of
from generator.wording import Wording

Data = dict[str, object]


def cms_config(
    structure: Structure,
    registries: Registries | None = None,
    language: str = "he",
    *,
    folders: Sequence[str] = ("processes",),
    backend: str = "github",
    repo: str = "owner/repository",
    branch: str = "main",
) -> str:
    """The configuration as YAML text, with titles and guidance in `language`.

    `folders`: where process folders lie, from the repository's root; one for each group (`processes/health`).
    With `registries`, bodies and topics are chosen by name; without, their ids are typed.
    """
    maker = _Maker(structure, registries, Wording(language))
    config: Data = {
        "backend": {"name": backend, "repo": repo, "branch": branch},
        # Changes become pull requests, so that `sikum check` and a reviewer see them first.
        "publish_mode": "editorial_workflow",
        "media_folder": folders[0],
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [collection for folder in folders for collection in maker.collections(folder, folders)],
    }
    return str(yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=10_000))


class _Maker:
    def __init__(self, structure: Structure, registries: Registries | None, wording: Wording) -> None:
        self._structure = structure
        self._registries = registries
        self._wording = wording

    def collections(self, folder: str, folders: Sequence[str]) -> Iterable[Data]:
        """The processes of a folder, and the chapters that each may have, by element."""
        group = folder.rpartition("/")[2] if len(folders) > 1 else ""
        processes = self._wording.gettext("Processes")
        yield {
            "name": _name("processes", group),
            "label": _label(processes, group),
            "folder": folder,
            "path": "{{slug}}/index",
            # An id may hold only Latin letters and digits, and a title here is Hebrew or Arabic.
            "slug": "{{fields.ministry}}-{{year}}-{{month}}-{{day}}",
            "create": True,
            **_FILES,
            "fields": [
                *(self._field(field) for field in self._structure.record),
                self._body(self._wording.gettext("In brief")),
            ],
        }
        for element in self._structure.elements:
            if not element.is_generated and not element.is_appendix:
                yield {
                    "name": _name(element.id, group),
                    "label": _label(self._wording.text(element.title), group),
                    "folder": folder,
                    "path": f"{{{{slug}}}}/{element.id}",
                    "create": False,
                    **_FILES,
                    "fields": [*self._chapter_fields(element), self._body(self._wording.gettext("Text"))],
                }

    def _chapter_fields(self, element: ElementSpec) -> Iterable[Data]:
        """The front matter of a chapter, but for what the file's name says already."""
        parts = [(part.id, self._wording.text(part.title)) for part in parts_of(self._structure, element.id)]
        for field in fields_of(self._structure, element.id):
            if field.id != "element" and (field.id != "covers" or parts):
                yield self._field(field, parts)

    def _body(self, label: str) -> Data:
        return {"name": "body", "label": label, "widget": "markdown"}

    def _field(self, field: FieldSpec, parts: Sequence[tuple[str, str]] = ()) -> Data:
        text = self._wording.text
        return {
            "name": field.id,
            "label": text(field.title),
            **({"hint": text(field.guidance)} if field.guidance else {}),
            "required": field.required == ALWAYS,
            **self._widget(field, parts),
        }

    def _widget(self, field: FieldSpec, parts: Sequence[tuple[str, str]]) -> Data:
        match field.type:
            case FieldType.LIST:
                return self._list(field.of, parts) if field.of else {"widget": "list"}
            case FieldType.MAP:
                return {"widget": "object", "collapsed": True, "fields": [self._field(each) for each in field.fields]}
            case FieldType.REASONS if field.id != "waived":
                return {
                    "widget": "hidden"
                }  # its keys are free, and no widget writes such: it stays as it stands in the file
            case FieldType.REASONS:
                return {"widget": "object", "collapsed": True, "fields": list(self._reasons())}
            case FieldType.BOOLEAN:
                return {"widget": "boolean"}
            case FieldType.INTEGER:
                return {"widget": "number", "value_type": "int", "min": 0}
            case FieldType.LONG_TEXT:
                return {"widget": "text"}
            case FieldType.FILE:
                return {"widget": "file", "media_folder": "appendices", "public_folder": "appendices"}
            case _ if options := self._options(field, parts):
                return {"widget": "select", "options": options}
            case _:
                pattern = PATTERNS.get(field.type)
                return {"widget": "string"} | ({"pattern": [pattern, self._wrong()]} if pattern else {})

    def _list(self, of: FieldSpec, parts: Sequence[tuple[str, str]]) -> Data:
        if of.type is FieldType.MAP:
            return {"widget": "list", "fields": [self._field(each) for each in of.fields]}
        if options := self._options(of, parts):
            return {"widget": "select", "multiple": True, "options": options}
        # One field without a name of its own: the items are plain texts.
        return {
            "widget": "list",
            "field": {"name": "item", "label": self._wording.text(of.title), **self._widget(of, ())},
        }

    def _options(self, field: FieldSpec, parts: Sequence[tuple[str, str]]) -> list[Data]:
        """What may be chosen: ids are stored, titles are shown. Empty where any text may stand."""
        return [{"label": label, "value": each} for each, label in self._choices(field, parts)]

    def _choices(self, field: FieldSpec, parts: Sequence[tuple[str, str]]) -> Iterable[tuple[str, str]]:
        language = self._wording.language
        match field.type:
            case FieldType.TERM:
                terms = self._structure.vocabularies[field.vocabulary or ""].terms
                return [(term.id, self._wording.text(term.title)) for term in terms]
            case FieldType.MINISTRY if self._registries:
                return [(body.id, body.name_in(language)) for body in self._registries.ministries.values()]
            case FieldType.TOPIC if self._registries:
                return [(topic.id, topic.title_in(language)) for topic in self._registries.topics.values()]
            case FieldType.PART:
                return parts
            case _:
                return ()

    def _reasons(self) -> Iterable[Data]:
        """`closing.waived`: every requirement that may be explained instead, by its id."""
        subjects = {gate.id: gate.title for gate in self._structure.gate}
        for element in self._structure.elements:
            subjects.setdefault(element.id, element.title)
            for part in element.parts:
                subjects.setdefault(part.id, part.title)
        for each, title in subjects.items():
            yield {"name": each, "label": self._wording.text(title), "widget": "text", "required": False}

    def _wrong(self) -> str:
        return self._wording.gettext("This is not in the form that is wanted.")


_FILES: Data = {"extension": "md", "format": "frontmatter", "media_folder": "media", "public_folder": "media"}
"""Pictures go beside the process, where they are published from."""


def _name(name: str, group: str) -> str:
    return f"{name}-{group}" if group else name


def _label(label: str, group: str) -> str:
    return f"{label} ({group})" if group else label
