"""What the build tells: its findings, and what a configuration that works still lacks."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.configuration.settings import NO_LICENCE
from generator.pipeline.catalogue import CheckedCatalogue
from generator.plugin.options import SikumConfig
from generator.wording import Wording
from generator.wording.by_process import grouped, lines

log = logging.getLogger("mkdocs.plugins.sikum")


def advise(config: MkDocsConfig, plugin: SikumConfig, language: str) -> None:
    """Log what a site without an address or a licence lacks, and that lists of participants lie open to other engines.

    As information in strict mode, where MkDocs fails on warnings: it is for the site's owners to decide.
    """
    level, _ = logging.INFO if config.strict else logging.WARNING, Wording(language).gettext
    if not config.site_url:
        log.log(level, "sikum: %s", _("without site_url there are no feeds, no DCAT and no sitemap"))
    if not str(plugin.data_license or "").strip():
        log.log(level, "sikum: %s", _(NO_LICENCE))
    excluded = config.exclude_docs
    # Sikum never publishes a list of participants; whoever builds the same folder without it copies every file.
    if excluded is None or not excluded.match_file("process/participants.csv"):
        words = _("exclude_docs does not name participants.*, which another engine would publish as it lies")
        log.log(level, "sikum: %s", words)


def print_findings(checked: CheckedCatalogue) -> None:
    """Findings to stdout, at most a screen of them."""
    options = checked.options
    if checked.findings:
        groups = grouped(checked.findings, (*checked.folders, *checked.waiting))
        print(lines(groups, options.language, held=checked.waiting, command="sikum check"), end="")


def reason_to_stop(checked: CheckedCatalogue, *, is_strict: bool) -> str | None:
    """Why the site has to stay as it was; None when it can be built, and then stderr has a line for what is held."""
    _ = Wording(checked.options.language).gettext
    if checked.must_stop and checked.has_errors:
        return _("the catalogue has errors; the site was left as it was")
    if checked.must_stop or (is_strict and checked.findings):
        return _("the catalogue has warnings, and --strict was given; the site was left as it was")
    if checked.waiting:
        names = (*(each.id for each in checked.held), *(each.path for each in checked.held_pages), *checked.refused)
        words = _("held back: {names}").format(names=", ".join(dict.fromkeys(names)))
        print(f"sikum: {words}", file=sys.stderr)
    return None


def renew(forms: str | None, checked: CheckedCatalogue, project: Path) -> None:
    """Keep the forms of a CMS, where the site has some, in step; what hinders it is told, and stops no build."""
    if not forms:
        return
    from generator.disk.cms_forms import NAME, renew_forms  # most sites have none

    file, _ = f"{forms}/{NAME}", Wording(checked.options.language).gettext
    try:
        if renew_forms(project / forms, checked, project):
            words = _("{file} was made anew: the structure or a registry changed")
            log.info("sikum: %s", words.format(file=file))
    except (OSError, ValueError) as error:
        words = _("{file} stays as it is: {reason}")
        log.warning("sikum: %s", words.format(file=file, reason=" ".join(str(error).split())))


def too_many_warnings(count: int, language: str) -> str:
    """Why a strict build stops for warnings that others than Sikum gave."""
    wording = Wording(language)
    words = wording.ngettext(
        "%(count)s warning, and --strict was given; the site was left as it was",
        "%(count)s warnings, and --strict was given; the site was left as it was",
        count,
    )
    return words % {"count": wording.number(count)}
