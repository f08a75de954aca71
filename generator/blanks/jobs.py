"""The job that writes the blanks. They depend on the structure and the site's language alone, so that those of the package's own
structure are made once for an installation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

import msgspec

from generator.model import urls
from generator.model.digest import digest
from generator.model.installed import kept_or_made
from generator.model.site import Job, SiteFile
from generator.rendering.context import SiteContext
from generator.structure import Structure, structure_digest
from generator.wording import Wording


def blanks_job(context: SiteContext) -> Job:
    """One job for all blanks, in the language of the site."""

    def build() -> Iterator[SiteFile]:
        made = partial(_blanks, context.structure, context.wording)
        if context.structure.digest != structure_digest():
            files = made()  # an office's own, which is nothing of the installation's
        else:
            key = digest(context.code_key, context.structure.digest, version("python-docx"), version("openpyxl"))
            packed = kept_or_made(
                Path(__file__).parent, f"blanks-{context.language}", key, lambda: msgspec.msgpack.encode(made())
            )
            files = msgspec.msgpack.decode(packed, type=dict[str, bytes])
        for url, content in files.items():
            yield SiteFile(uri=url, content=content)

    return Job("blanks", digest("blanks", context.key), build)


def _blanks(structure: Structure, wording: Wording) -> dict[str, bytes]:
    # Slow to import, and needed when the structure or the language changes only.
    from generator.blanks.letter import letter_outline
    from generator.blanks.participants import participants_workbook
    from generator.blanks.process import meeting_outline, process_outline
    from generator.blanks.word import word_file

    outlines = (
        (urls.BLANK_PROCESS, process_outline(structure, wording)),
        (urls.BLANK_MEETING, meeting_outline(structure, wording)),
        (urls.BLANK_LETTER, letter_outline(wording)),
    )
    files = {url: word_file(outline, wording) for url, outline in outlines}
    return {**files, urls.BLANK_PARTICIPANTS: participants_workbook(structure, wording)}
