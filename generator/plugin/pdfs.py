"""How a build by the engine goes about PDFs: after the site, or together with it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable

from generator.editions.availability import pdf_problem
from generator.plugin.engine import Stopped
from generator.wording.by_process import words

log = logging.getLogger("mkdocs.plugins.sikum")
WAIT = "wait"


def waits(option: object) -> bool:
    """Whether the site is published only when all its PDFs are there.

    So says the option `pdf: wait`, or SIKUM_PDF in the environment, since `mkdocs build` has no flag for it.
    """
    return option == WAIT or os.environ.get("SIKUM_PDF") == WAIT


def wants_pdf(option: object) -> bool:
    """Whether PDFs are made. `auto`: if WeasyPrint works; `true` and `wait`: raises Stopped when it does not."""
    if option is False:
        return False
    problem = pdf_problem()
    if problem and (option is True or waits(option)):
        raise Stopped(f"{problem}")
    if problem:
        log.info("No PDFs: %s", problem)
    return problem is None


def say_how_far(language: str, folder: str) -> Callable[[int, int], None]:
    """A function that logs how many PDFs of how many there are, and at first that the site is there already."""
    said: list[int] = []

    def say(done: int, count: int) -> None:
        if not said:
            log.info("sikum: %s", words(language, "site", folder=folder))
        said.append(done)
        log.info("sikum: %s", words(language, "pdf", done=done, count=count))

    return say
