"""The method and every rule, made from `structure.yml` and the rules' own entries: `/guide/` and `/guide/rules/`.

`sikum explain`, the panel of findings and these pages say the same because they read the same texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from msgspec import Struct

from generator.diagnostics import Rule
from generator.model import urls
from generator.model.published import PublishedCatalogue
from generator.model.site import Job
from generator.pages.parts.site_page import Crumb, Head, page_job
from generator.rendering.context import SiteContext
from generator.rendering.reasons import reason_for_readers
from generator.rules import RULES
from generator.rules.examples import for_readers
from generator.structure import ElementSpec, FieldSpec, GateSpec, PartSpec, StepSpec, Structure, Term, spec_at
from generator.wording import Wording

RULES_URL = urls.RULES


class GuideEntry(Struct, frozen=True, kw_only=True):
    """A thing of the method: its name, what is wanted, and what belongs to it."""

    id: str
    title: str
    guidance: str
    who: str = ""
    written: str = ""
    """What an editor writes for it, as a field is called in a file; empty for what is no field. For editors alone."""
    inner: tuple[GuideEntry, ...] = ()


class Blank(Struct, frozen=True, kw_only=True):
    """A file to begin with. Its address is the same in every language; it is saved under a name in the site's."""

    title: str
    url: str
    file_name: str
    use: str
    """For what it is filled in, and when."""


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


def guide_jobs(context: SiteContext, key: str, examples: tuple[Crumb, ...] = ()) -> Iterator[Job]:
    """Both pages; of the catalogue they depend on `examples` alone: made-up processes that show a whole closing."""
    wording, structure = context.wording, context.structure
    guide = Head(
        kind="guide",
        url=urls.GUIDE,
        title=wording.gettext("How to close a process"),
        template="fixed/guide.html",
        description=wording.gettext(
            "Why, with whom, and what is written: the whole way, for whoever has never closed a process."
        ),
        section="guide",
        layout="plain",
    )
    values = {
        "method": {each.id: _step(each, wording) for each in structure.method},
        "steps": [_step(each, wording) for each in structure.steps],
        "sides": _sides(structure, wording),
        "questions": tuple(_questions(structure, wording)),
        "elements": tuple(_element(element, wording) for element in structure.elements),
        "meeting_parts": tuple(_named(part, wording) for part in structure.meeting_parts),
        "blanks": _blanks(wording),
        "examples": examples,
        "toolbox": context.toolbox,
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
    checked = {"families": families(wording), "entries": rule_entries(wording)}
    yield page_job(rules, {**checked, "files": tuple(_files(structure, wording))}, context, key)


def examples_of(catalogue: PublishedCatalogue) -> tuple[Crumb, ...]:
    """The made-up processes that were closed: the guide leads to them as to worked examples."""
    return tuple(
        Crumb(title=process.record.title, url=process.url)
        for process in catalogue.processes
        if process.record.example and process.record.status == "closed"
    )


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
                wrong=for_readers(rule.wrong, wording.language),
                right=for_readers(rule.right, wording.language),
            )
        )
    return {letter: tuple(found) for letter, found in entries.items()}


def _sides(structure: Structure, wording: Wording) -> dict[str, tuple[GuideEntry, ...]]:
    """The steps of the closing gate by whom they are with: `partners`, `participants`, `output`."""
    sides: dict[str, tuple[GuideEntry, ...]] = {}
    for step in structure.gate:
        sides[step.side] = (*sides.get(step.side, ()), _gate(step, wording))
    return sides


def _blanks(wording: Wording) -> tuple[Blank, ...]:
    """The files to begin with, made by `generator.blanks`."""
    _ = wording.gettext

    def blank(url: str, title: str, name: str, use: str) -> Blank:
        return Blank(title=title, url=url, file_name=name + PurePosixPath(url).suffix, use=use)

    return (
        blank(
            urls.BLANK_PROCESS,
            _("A blank for the closing document (Word)"),
            _("blank-closing-document"),
            _("Sums up the whole process. Filled in once the four questions are answered."),
        ),
        blank(
            urls.BLANK_MEETING,
            _("A blank for the summary of one meeting (Word)"),
            _("blank-meeting-summary"),
            _("Sums up one meeting. Filled in soon after it, while it is well remembered."),
        ),
        blank(
            urls.BLANK_LETTER,
            _("A blank for the closing letter to participants (Word)"),
            _("blank-closing-letter"),
            _("Tells participants what was done with what they said. Goes out with the output."),
        ),
        blank(
            urls.BLANK_PARTICIPANTS,
            _("A blank for the list of participants (Excel)"),
            _("blank-list-of-participants"),
            _("Lists who took part, and who agreed to be named. Kept from the first meeting on."),
        ),
    )


def _gate(step: GateSpec, wording: Wording) -> GuideEntry:
    guidance = wording.text(step.guidance) if step.guidance else ""
    return GuideEntry(id=step.id, title=wording.text(step.title), guidance=guidance, who=wording.text(step.who))


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


def _step(step: StepSpec, wording: Wording) -> GuideEntry:
    return _taught(step.id, wording.text(step.title), wording.text(step.guidance))


def _taught(name: str, title: str, guidance: str) -> GuideEntry:
    return GuideEntry(id=name, title=title, guidance=guidance)


def _line(rule: Rule, wording: Wording) -> RuleLine:
    return RuleLine(code=rule.code, name=rule.name, what=wording.text(rule.what))
