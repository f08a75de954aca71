"""A `config.yml` for Sveltia CMS, made from the structure: forms for all files of a process that are not tables, and registries.

A collection is a kind of file (the record, a chapter's element, meetings, promises …) over all processes of one depth, so
a new group of processes is in it at once; translations into each other language have collections of their own, with the
words alone. Empty optional fields are left out and Markdown is edited as text, so a save changes what was edited.
Files are changed only: new processes, chapters and tables of participants are not made here.
Decap CMS reads another dialect and knows one folder's files only as one list; it is not supported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import yaml

from generator.exports.cms_registries import registry_forms
from generator.exports.cms_yaml import dumped
from generator.exports.patterns import PATTERNS
from generator.model.registry import Registries
from generator.structure import ALWAYS, ElementSpec, FieldSpec, FieldType, Structure, fields_of, parts_of
from generator.structure.translated import (
    chapter_in_translation,
    list_in_translation,
    meeting_in_translation,
    record_in_translation,
)
from generator.wording import Wording

Data = dict[str, object]

PREFIX = "sikum-"
"""Begins the name of every collection that is made here: others are the office's own."""


def cms_config(
    structure: Structure,
    registries: Registries | None = None,
    language: str = "he",
    *,
    content: str = "processes",
    depths: Sequence[int] = (1,),
    backend: str = "github",
    repo: str = "owner/repository",
    branch: str = "main",
) -> str:
    """The configuration as YAML text, with titles and guidance in `language`.

    `content`: the folder of processes, from the repository's root. `depths`: at how many folders below it processes lie
    (`processes/demo`: 1, `processes/health/demo`: 2). Without `registries`, ids of bodies and topics are typed.
    """
    maker = _Maker(structure, registries, Wording(language), content)
    config: Data = {
        "backend": {"name": backend, "repo": repo, "branch": branch},
        # Changes become pull requests, so that `sikum check` and a reviewer see them first.
        "publish_mode": "editorial_workflow",
        "media_folder": f"{content}/media",
        "output": {"omit_empty_optional_fields": True},
        "collections": [
            *(each for depth in sorted(set(depths)) for each in maker.collections(depth, len(set(depths)))),
            *(registry_forms(registries, structure, maker.wording, maker.field, content) if registries else ()),
        ],
    }
    return dumped(config)


def merged(text: str, made: str) -> str:
    """A configuration that an office has edited, with its collections made anew.

    Collections whose name begins with `PREFIX` are replaced, others stay after them; all else stays as it is written,
    comments too; settings that are missing are added. Raises ValueError where `text` is no mapping in YAML.
    """
    try:
        old = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    new = yaml.safe_load(made)
    if not isinstance(old, dict):
        if old is None:
            return made
        raise ValueError(text.partition("\n")[0])
    own = [each for each in old.get("collections") or () if not str(each.get("name", "")).startswith(PREFIX)]
    added = {name: value for name, value in new.items() if name not in old or name == "collections"}
    added["collections"] = [*new["collections"], *own]
    kept = "".join(_sections(text, without="collections"))
    return (kept.rstrip("\n") + "\n" if kept.strip() else "") + dumped(added)


def _sections(text: str, *, without: str) -> Iterable[str]:
    """The lines of a mapping in YAML, without those of one of its keys."""
    lines = text.splitlines(keepends=True)
    spans = {
        key.value: (key.start_mark.line, value.end_mark)
        for key, value in getattr(yaml.compose(text, yaml.SafeLoader), "value", ())
    }
    if without in spans:
        first, mark = spans[without]
        del lines[first : mark.line + (1 if mark.column and mark.line < len(lines) else 0)]
    return lines


class _Maker:
    def __init__(self, structure: Structure, registries: Registries | None, wording: Wording, content: str) -> None:
        self._structure = structure
        self._registries = registries
        self.wording = wording
        self._content = content

    def collections(self, depth: int, of_depths: int) -> Iterable[Data]:
        """All kinds of files of the processes that lie `depth` folders deep."""
        kinds = [*self._originals()]
        for language in self._structure.languages:
            if language != self.wording.language:
                kinds += self._translations(language)
        # any name of a folder or file: Sveltia has no other word for it
        groups = "{{slug}}/" * depth
        for kind in kinds:
            kind["path"] = f"{groups}{kind['path']}"
            if of_depths > 1:
                kind["name"] = f"{kind['name']}-{depth}"
                kind["label"] = f"{kind['label']} ({self._content}{'/*' * depth})"
            yield kind

    def _originals(self) -> Iterable[Data]:
        say, text = self.wording.gettext, self.wording.text
        yield self._pages("record", say("Processes"), "index", [*map(self.field, self._structure.record)])
        for element in self._written():
            fields = [*self._chapter_fields(element, fields_of(self._structure, element.id))]
            if element.is_appendix:
                yield self._pages("appendices", text(element.title), "appendices/{{slug}}", fields, up="../")
                continue
            yield self._pages(element.id, text(element.title), element.id, fields)
            if not element.repeats:
                continue
            # a second chapter of an element has a name of its own, and says its element in front matter
            more = self._pages(f"more-{element.id}", f"{text(element.title)} (+)", "{{slug}}", fields)
            yield {**more, "filter": {"field": "element", "value": element.id}}
        meeting = [*map(self.field, self._structure.meeting)]
        yield self._pages("meetings", say("Meetings"), "meetings/{{slug}}", meeting, up="../")
        yield self._list_file("promises", say("Promises"), self._structure.promise)
        yield self._list_file("responses", say("What was done with what you said"), self._structure.response)
        yield self._list_file("participants", say("Participants"), self._structure.participant)

    def _translations(self, language: str) -> Iterable[Data]:
        """The same for a translation (`foreword.ar.md`): words alone. Second chapters of an element have no form."""
        say, text, structure = self.wording.gettext, self.wording.text, self._structure
        into = next(term for term in structure.vocabularies["language"].terms if term.id == language)

        def label(title: str) -> str:
            return f"{title} – {text(into.title)}"

        def pages(name: str, title: str, path: str, of: Sequence[Data], up: str = "") -> Data:
            return self._pages(f"{name}-{language}", label(title), f"{path}.{language}", of, up)

        yield pages("record", say("Processes"), "index", [*map(self.field, record_in_translation(structure))])
        for element in self._written():
            of = [*self._chapter_fields(element, chapter_in_translation(structure, element.id))]
            if element.is_appendix:
                yield pages("appendices", text(element.title), "appendices/{{slug}}", of, up="../")
            else:
                yield pages(element.id, text(element.title), element.id, of)
        meeting = [*map(self.field, meeting_in_translation(structure))]
        yield pages("meetings", say("Meetings"), "meetings/{{slug}}", meeting, up="../")
        for name, title in (("promises", say("Promises")), ("responses", say("What was done with what you said"))):
            made = self._list_file(name, label(title), list_in_translation(structure, name))
            yield {**made, "name": f"{made['name']}-{language}", "path": f"{made['path']}.{language}"}

    def _written(self) -> Iterable[ElementSpec]:
        """The elements that people write."""
        return (element for element in self._structure.elements if not element.is_generated)

    def _pages(self, name: str, label: str, path: str, fields: Sequence[Data], up: str = "") -> Data:
        """A kind of Markdown file. `up`: from the file to the folder of its process."""
        is_record = name == "record"
        label_of_body = self.wording.gettext("In brief") if is_record else self.wording.gettext("Text")
        body = {"name": "body", "label": label_of_body, "widget": "markdown", "required": False, "modes": ["raw"]}
        return {
            **self._files(name, label, path),
            "extension": "md",
            "format": "yaml-frontmatter",
            # pictures go beside the process, where they are published from
            "media_folder": f"{up}media",
            "public_folder": f"{up}media",
            "summary": "{{title}} – {{dirname}}",
            "fields": [*fields, body],
        }

    def _list_file(self, name: str, label: str, of: Sequence[FieldSpec]) -> Data:
        """A file that is a list of maps."""
        fields = [self.field(each) for each in of]
        items: Data = {"name": "items", "label": label, "widget": "list", "root": True, "fields": fields}
        return {**self._files(name, label, name), "extension": "yml", "format": "yaml", "fields": [items]}

    def _files(self, name: str, label: str, path: str) -> Data:
        return {
            "name": f"{PREFIX}{name}",
            "label": label,
            "folder": self._content,
            "path": path,
            "create": False,
            "delete": False,
            "summary": "{{dirname}}",
        }

    def _chapter_fields(self, element: ElementSpec, fields: Iterable[FieldSpec]) -> Iterable[Data]:
        """The front matter of a chapter; what element it is stays as it is."""
        parts = [(part.id, self.wording.text(part.title)) for part in parts_of(self._structure, element.id)]
        for field in fields:
            if field.id == "element":
                yield {"name": "element", "label": self.wording.text(field.title), "widget": "hidden"}
            elif field.id != "covers" or parts:
                yield self.field(field, parts)

    def field(self, field: FieldSpec, parts: Sequence[tuple[str, str]] = ()) -> Data:
        text = self.wording.text
        if field.type is FieldType.REASONS and field.id != "waived":
            # its keys are free and may hold dots, which no widget writes: it stays as it stands in the file
            return {"name": field.id, "label": text(field.title), "widget": "hidden"}
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
                return {
                    "widget": "object",
                    "collapsed": field.required != ALWAYS,
                    "fields": [*map(self.field, field.fields)],
                }
            case FieldType.REASONS:
                return {"widget": "object", "collapsed": True, "fields": list(self._reasons())}
            case FieldType.BOOLEAN:
                # a switch would write `false` wherever nothing was said
                return {"widget": "select", "options": [{"label": self.wording.gettext("Yes"), "value": True}]}
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
            return {"widget": "list", "fields": [self.field(each) for each in of.fields]}
        if options := self._options(of, parts):
            return {"widget": "select", "multiple": True, "options": options}
        # One field without a name of its own: the items are plain texts.
        return {
            "widget": "list",
            "field": {"name": "item", "label": self.wording.text(of.title), **self._widget(of, ())},
        }

    def _options(self, field: FieldSpec, parts: Sequence[tuple[str, str]]) -> list[Data]:
        """What may be chosen: ids are stored, titles are shown. Empty where any text may stand."""
        return [{"label": label, "value": each} for each, label in self._choices(field, parts)]

    def _choices(self, field: FieldSpec, parts: Sequence[tuple[str, str]]) -> Iterable[tuple[str, str]]:
        language = self.wording.language
        match field.type:
            case FieldType.TERM:
                terms = self._structure.vocabularies[field.vocabulary or ""].terms
                return [(term.id, self.wording.text(term.title)) for term in terms]
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
            yield {"name": each, "label": self.wording.text(title), "widget": "text", "required": False}

    def _wrong(self) -> str:
        return self.wording.gettext("This is not in the form that is wanted.")
