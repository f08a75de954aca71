"""`sikum new`: a site, a process or a meeting that builds at once, with marked gaps for what a person has to write."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.authoring import FORCE, SITE, Catalogue, Refused, is_asking, open_catalogue, write_files
from generator.cli.help import Group
from generator.cli.ministries import add_ministries, convening_ministry, known_ministry, unknown_process
from generator.cli.words import said, site_speaks, tell
from generator.model.dates import PartialDate
from generator.scaffold import (
    DEFAULTS,
    Draft,
    meeting_file,
    open_record,
    process_files,
    site_files,
    translation_files,
)
from generator.structure import Structure, load_structure, match_term, spec_at
from generator.wording import LANGUAGES
from generator.wording.deferred import N_

_ASKED = ("kind", "output.audience", "output.purpose")


@click.group(cls=Group)
def new() -> None:
    """Begin something new. What has to be written is marked, such as [to complete: Title]; `sikum check` lists the marks.

    \b
    Examples:
      sikum new site my-catalogue
      sikum new process health/round-table --ministry health --kind policy
      sikum new meeting round-table 2026-03-10
      sikum new translation round-table ar
    """


@new.command(short_help="A site with an empty catalogue.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="The site's name.")
@click.option("--language", type=click.Choice(LANGUAGES), default="he", show_default=True)
@click.option("--one-body", is_flag=True, help="A single body writes it: an error anywhere stops the build.")
@FORCE
def site(folder: Path, name: str | None, language: str, one_body: bool, force: bool) -> None:
    """Make a site in DIR that `mkdocs build` builds at once.

    A catalogue of several bodies goes on without the process that has an error (`on_error: hold`).

    \b
    Example:
      sikum new site my-catalogue && cd my-catalogue && mkdocs serve
    """
    site_speaks(language)
    write_files(folder, site_files(load_structure(), language, name, one_body=one_body), force=force)
    tell(N_("a new site: {path}"), path=folder)
    enter = "" if folder.resolve() == Path.cwd() else f"cd {folder} && "
    tell(N_("next: {command}"), command=f"{enter}sikum new process GROUP/ID --ministry ID")


@new.command(short_help="A process with every chapter its profile asks for.")
@click.argument("named", metavar="[GROUP/]ID")
@click.option("--ministry", help="Id of the convening body; a new one is added to ministries.yml.")
@click.option("--title", help="The process's title.")
@click.option("--kind", help="What it was meant to produce: knowledge, policy, model.")
@click.option("--method", "methods", multiple=True, help="How people took part; may be repeated.")
@click.option("--type", "output_type", help="Type of the output: summary, model, guide, policy, other.")
@click.option("--audience", multiple=True, help="Whom the output is for; may be repeated.")
@click.option("--purpose", help="What it is to show: process, bottom-lines, both.")
@click.option("--distribution", multiple=True, help="How it reaches people; may be repeated.")
@click.option("--continuation", help="final, or next-stage.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The process's own language; else the site's.")
@SITE
@FORCE
def process(
    named: str,
    ministry: str | None,
    title: str | None,
    kind: str | None,
    methods: tuple[str, ...],
    output_type: str | None,
    audience: tuple[str, ...],
    purpose: str | None,
    distribution: tuple[str, ...],
    continuation: str | None,
    language: str | None,
    site: Path,
    force: bool,
) -> None:
    """Make the folder of a process: its record and every chapter that the profile asks for, open, with marked gaps.

    On a terminal, what was not said is asked for; otherwise it is marked. Terms are understood in Hebrew, Arabic and
    English.

    \b
    Examples:
      sikum new process health/round-table --ministry health
      sikum new process housing-policy --ministry housing --kind policy --audience decision-makers --purpose both
    """
    catalogue = open_catalogue(site)
    place = catalogue.place_for(named)
    if (known := catalogue.find(place)) is not None and known.path != place:
        raise Refused(said(N_("the id is taken: {path}"), path=known.path))
    given: dict[str, tuple[str, ...]] = {
        "kind": (kind,) if kind else (),
        "methods": methods,
        "output.type": (output_type,) if output_type else (),
        "output.audience": audience,
        "output.purpose": (purpose,) if purpose else (),
        "output.distribution": distribution,
        "output.continuation": (continuation,) if continuation else (),
    }
    terms = {path: tuple(_term(catalogue.structure, path, each) for each in each_of) for path, each_of in given.items()}
    if is_asking():
        title = title or click.prompt(
            said(N_("title (Enter leaves it for later)")), default="", show_default=False, err=True
        )
        ministry = ministry or _ask_ministry(catalogue, place)
        terms |= {path: (_ask(catalogue.structure, path),) for path in _ASKED if not terms[path]}
    body, is_new_body = convening_ministry(catalogue, ministry, place)
    record = open_record(body, terms, language or catalogue.language, {"title": title} if title else {})
    draft = Draft(id=place.rpartition("/")[2], record=record)
    catalogue.write(place, process_files(draft, catalogue.structure, catalogue.language), force=force)
    if is_new_body:
        add_ministries(catalogue, {body: {}})
        tell(N_("added to ministries.yml: {body} (its name is a marked gap)"), body=body)
    tell(N_("a new process: {path}"), path=catalogue.shown(place))
    tell(N_("next: sikum check, which lists the marked gaps"))


@new.command(short_help="The summary of one meeting.")
@click.argument("named", metavar="ID")
@click.argument("date")
@click.option("--title", help="What the invitation called it.")
@SITE
@FORCE
def meeting(named: str, date: str, title: str | None, site: Path, force: bool) -> None:
    """Add a meeting to the process ID, on DATE (2026-03-10): a heading for each part, with marked gaps.

    \b
    Example:
      sikum new meeting round-table 2026-03-10 --title "Second plenary"
    """
    catalogue = open_catalogue(site)
    folder = catalogue.find(named)
    if folder is None:
        raise click.UsageError(unknown_process(catalogue, named))
    if PartialDate.parse(date) is None:
        raise click.UsageError(said(N_("not a date: {value} (such as 2026-03-10)"), value=date))
    own_language = catalogue.read(folder).record.language
    text = meeting_file(date, title, catalogue.structure, catalogue.language, own_language)
    catalogue.write(folder.path, [(f"meetings/{date}.md", text)], force=force)
    tell(N_("a new meeting: {path}"), path=f"{catalogue.shown(folder.path)}/meetings/{date}.md")


@new.command(short_help="A process in another language.")
@click.argument("named", metavar="ID")
@click.argument("language", type=click.Choice(LANGUAGES))
@click.option("--summary", is_flag=True, help="Only its title, description, bottom lines and brief.")
@SITE
@FORCE
def translation(named: str, language: str, summary: bool, site: Path, force: bool) -> None:
    """Add the translation of process ID into LANGUAGE: a file beside each original, with a marked gap for each text.

    Files that are there stay, so that run again it adds what the original has gained. Facts are not repeated.

    \b
    Examples:
      sikum new translation round-table ar
      sikum new translation round-table en --summary
    """
    catalogue = open_catalogue(site)
    folder = catalogue.find(named)
    if folder is None:
        raise click.UsageError(unknown_process(catalogue, named))
    original = catalogue.read(folder)
    if language == original.record.language:
        raise click.UsageError(said(N_("the process is written in this language: {language}"), language=language))
    files = translation_files(original, catalogue.structure, language, catalogue.language, is_summary=summary)
    target = catalogue.project.content_dir / folder.path
    wanted = [each for each in files if force or not (target / each[0]).exists()]
    if not wanted:
        raise Refused(
            said(N_("every file of the translation is there already: {path}"), path=catalogue.shown(folder.path))
        )
    catalogue.write(folder.path, wanted, force=force)
    for path, _ in wanted:
        tell(N_("written: {path}"), path=f"{catalogue.shown(folder.path)}/{path}")
    tell(N_("next: sikum check, which lists the marked gaps"))


def _term(structure: Structure, path: str, written: str) -> str:
    """The id of a term, whatever it was called. Raises click.UsageError with all that could be meant."""
    vocabulary = structure.vocabularies[_vocabulary(structure, path)]
    term = match_term(vocabulary, written)
    if term is None:
        known = ", ".join(each.id for each in vocabulary.terms)
        raise click.UsageError(
            said(N_("{field}: {value} is none of {known}"), field=path.rpartition(".")[2], value=written, known=known)
        )
    return term.id


def _vocabulary(structure: Structure, path: str) -> str:
    spec = spec_at(structure, path)
    name = (spec.vocabulary or (spec.of.vocabulary if spec.of else None)) if spec else None
    assert name is not None
    return name


def _ask(structure: Structure, path: str) -> str:
    terms = structure.vocabularies[_vocabulary(structure, path)].terms
    choice = click.Choice([term.id for term in terms])
    return str(click.prompt(path.rpartition(".")[2], type=choice, default=DEFAULTS[path], err=True))


def _ask_ministry(catalogue: Catalogue, place: str) -> str | None:
    known = known_ministry(catalogue, place)
    answer = click.prompt(said(N_("convening body (its id in ministries.yml)")), default=known or "", err=True)
    return str(answer).strip() or None
