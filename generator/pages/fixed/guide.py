"""The method and every rule, made from `structure.yml` and the rules' own entries: `/guide/` and `/guide/rules/`.

`sikum explain`, the panel of findings and these pages say the same because they read the same texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.diagnostics import Rule
from generator.model import urls
from generator.model.site import Job
from generator.pages.parts.site_page import Crumb, Head, page_job
from generator.rendering.context import SiteContext
from generator.rendering.reasons import reason_for_readers
from generator.rules import RULES
from generator.rules.chapters import MISSING_CHAPTER, MISSING_ELEMENT_FIELD, MISSING_PART
from generator.structure import ElementSpec, FieldSpec, GateSpec, PartSpec, Structure, Term, spec_at
from generator.wording import Wording

RULES_URL = urls.RULES
REQUIRED_RULES = (MISSING_CHAPTER, MISSING_PART, MISSING_ELEMENT_FIELD)
"""A chapter, a part or a field of a chapter that the profile asks for is not there."""


class GuideEntry(Struct, frozen=True, kw_only=True):
    """A thing of the method: its name, what is wanted, and what belongs to it."""

    id: str
    title: str
    guidance: str
    who: str = ""
    rule: str = ""
    """Code of the rule that looks after it."""
    written: str = ""
    """What an editor writes for it, as a field is called in a file; empty for what is no field."""
    inner: tuple[GuideEntry, ...] = ()


class RuleLine(Struct, frozen=True, kw_only=True):
    code: str
    name: str
    what: str


class Family(Struct, frozen=True, kw_only=True):
    letter: str
    title: str
    rules: tuple[RuleLine, ...]


class RuleEntry(Struct, frozen=True, kw_only=True):
    """A rule as its page explains it."""

    code: str
    name: str
    severity: str
    severity_title: str
    what: str
    why: str
    hint: str
    wrong: str
    right: str


def guide_jobs(context: SiteContext, key: str) -> Iterator[Job]:
    """Both pages; they depend on nothing of the catalogue."""
    wording, structure = context.wording, context.structure
    guide = Head(
        kind="guide",
        url=urls.GUIDE,
        title=wording.gettext("How to close a process"),
        template="fixed/guide.html",
        description=wording.gettext("Two steps: close it with people, then write the output."),
        section="guide",
        layout="plain",
    )
    values = {
        "steps": [
            _taught(step.id, step.title.in_language(wording.language), step.guidance.in_language(wording.language))
            for step in structure.steps
        ],
        "sides": _sides(structure, wording),
        "questions": tuple(_questions(structure, wording)),
        "elements": tuple(_element(element, wording) for element in structure.elements),
        "files": tuple(_files(structure, wording)),
        "editions": [_taught(each.id, wording.text(each.title), "") for each in structure.editions],
        "required": [_line(rule, wording) for rule in REQUIRED_RULES],
        "families": families(wording),
        "rules_url": RULES_URL,
    }
    yield page_job(guide, values, context, key)
    rules = Head(
        kind="guide",
        url=RULES_URL,
        title=wording.gettext("Every rule"),
        template="fixed/rules.html",
        description=wording.gettext("What Sikum checks, why, and how it looks when it is right."),
        section="guide",
        layout="plain",
        crumbs=(Crumb(title=guide.title, url=guide.url),),
    )
    yield page_job(rules, {"families": families(wording), "entries": rule_entries(wording)}, context, key)


def families(wording: Wording) -> tuple[Family, ...]:
    """The rules by the letter of their codes."""
    titles = {
        "S": wording.gettext("Source: files and how they are written"),
        "F": wording.gettext("Fields: the record, promises, responses, meetings"),
        "C": wording.gettext("Chapters and their parts"),
        "P": wording.gettext("Participants and privacy"),
        "G": wording.gettext("The closing gate"),
        "M": wording.gettext("Registries and the structure"),
        "L": wording.gettext("Links, files and HTML"),
    }
    return tuple(
        Family(
            letter=letter,
            title=title,
            rules=tuple(_line(rule, wording) for rule in RULES if rule.code.startswith(letter)),
        )
        for letter, title in titles.items()
    )


def rule_entries(wording: Wording) -> dict[str, tuple[RuleEntry, ...]]:
    """By letter of the family, every rule with its texts and examples."""
    titles = {"error": wording.gettext("Error"), "warning": wording.gettext("Warning")}
    entries: dict[str, list[RuleEntry]] = {}
    for rule in RULES:
        entries.setdefault(rule.code[0], []).append(
            RuleEntry(
                code=rule.code,
                name=rule.name,
                severity=rule.severity.value,
                severity_title=titles[rule.severity.value],
                what=wording.text(rule.what),
                why=reason_for_readers(wording.text(rule.why)),
                hint=wording.text(rule.hint),
                wrong=rule.wrong.strip(),
                right=rule.right.strip(),
            )
        )
    return {letter: tuple(found) for letter, found in entries.items()}


def _sides(structure: Structure, wording: Wording) -> tuple[GuideEntry, ...]:
    """The steps of the closing gate by whom they are with."""
    titles = {
        "partners": wording.gettext("With the partners"),
        "participants": wording.gettext("With the participants"),
        "output": wording.gettext("In the output"),
    }
    return tuple(
        GuideEntry(
            id=side,
            title=title,
            guidance="",
            inner=tuple(_gate(step, wording) for step in structure.gate if step.side == side),
        )
        for side, title in titles.items()
    )


def _gate(step: GateSpec, wording: Wording) -> GuideEntry:
    guidance = wording.text(step.guidance) if step.guidance else ""
    return GuideEntry(
        id=step.id, title=wording.text(step.title), guidance=guidance, who=wording.text(step.who), rule=step.rule
    )


def _questions(structure: Structure, wording: Wording) -> Iterator[GuideEntry]:
    for question in structure.questions:
        spec = spec_at(structure, f"output.{question.id}")
        vocabulary = (spec.vocabulary or (spec.of.vocabulary if spec.of else None)) if spec else None
        terms = structure.vocabularies[vocabulary].terms if vocabulary else ()
        yield GuideEntry(
            id=question.id,
            title=wording.text(question.title),
            guidance=wording.text(question.guidance),
            inner=tuple(_named(term, wording) for term in terms),
        )


def _element(element: ElementSpec, wording: Wording) -> GuideEntry:
    guidance = wording.text(element.guidance) if element.guidance else ""
    inner = (*(_named(part, wording) for part in element.parts), *_fields(element.fields, wording))
    return GuideEntry(id=element.id, title=wording.text(element.title), guidance=guidance, inner=inner)


def _files(structure: Structure, wording: Wording) -> Iterator[GuideEntry]:
    """The fields of each kind of file, in the structure's order: what a site adds is among them."""
    _ = wording.gettext
    for name, title, specs in (
        ("index.md", _("The record of the process"), structure.record),
        ("*.md", _("Any chapter"), structure.chapter_fields),
        ("promises.yml", _("A promise"), structure.promise),
        ("responses.yml", _("A response"), structure.response),
        ("meetings/*.md", _("A meeting"), structure.meeting),
        ("participants.csv", _("A participant"), structure.participant),
    ):
        yield GuideEntry(id=name, title=title, guidance="", written=name, inner=_fields(specs, wording))


def _fields(specs: Iterable[FieldSpec], wording: Wording) -> tuple[GuideEntry, ...]:
    return tuple(
        GuideEntry(
            id=spec.id,
            title=wording.text(spec.title),
            guidance=wording.text(spec.guidance) if spec.guidance else "",
            written=spec.id,
            inner=_fields(spec.of.fields if spec.of else spec.fields, wording),
        )
        for spec in specs
    )


def _named(thing: Term | PartSpec, wording: Wording) -> GuideEntry:
    return _taught(thing.id, wording.text(thing.title), wording.text(thing.guidance) if thing.guidance else "")


def _taught(name: str, title: str, guidance: str) -> GuideEntry:
    return GuideEntry(id=name, title=title, guidance=guidance)


def _line(rule: Rule, wording: Wording) -> RuleLine:
    return RuleLine(code=rule.code, name=rule.name, what=wording.text(rule.what))
