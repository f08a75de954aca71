"""The job that writes the blanks. They depend on the structure and the site's language alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import urls
from generator.model.digest import digest
from generator.model.site import Job, SiteFile
from generator.rendering.context import SiteContext


def blanks_job(context: SiteContext) -> Job:
    """One job for all blanks, in the language of the site."""

    def build() -> Iterator[SiteFile]:
        # Slow to import, and needed when the structure or the language changes only.
        from generator.blanks.letter import letter_outline
        from generator.blanks.participants import participants_workbook
        from generator.blanks.process import meeting_outline, process_outline
        from generator.blanks.word import word_file

        structure, wording = context.structure, context.wording
        for url, outline in (
            (urls.BLANK_PROCESS, process_outline(structure, wording)),
            (urls.BLANK_MEETING, meeting_outline(structure, wording)),
            (urls.BLANK_LETTER, letter_outline(wording)),
        ):
            yield SiteFile(uri=url, content=word_file(outline, wording))
        yield SiteFile(uri=urls.BLANK_PARTICIPANTS, content=participants_workbook(structure, wording))

    return Job("blanks", digest("blanks", context.key), build)
