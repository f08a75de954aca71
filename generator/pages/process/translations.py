"""The record in another language: what was translated of it, and the way to the facts, which stand once."""

from __future__ import annotations

from generator.model.content import Translation
from generator.model.record import BottomLine
from generator.model.site import Page
from generator.pages.process.layout import make_page
from generator.pages.process.record import record_side
from generator.rendering.links import inside
from generator.views.process import Dossier
from generator.views.summary import continuation, dots


def translation_page(dossier: Dossier, translation: Translation) -> Page:
    """`/<id>/<language>/`; `dossier` is the process in the translation's language."""
    process, record = dossier.process, dossier.process.record
    description = translation.short_description or record.short_description
    decisions = {index for index, line in enumerate(record.bottom_lines) if line.decision}
    values = {
        "state": dossier.state("status", record.status) if record.status else None,
        "continuation": continuation(dossier),
        "ministry": dossier.ministry(record.ministry),
        "description": description,
        "dots": dots(dossier),
        "untranslated": tuple(entry for entry in dossier.entries if entry.language and entry.kind == "chapter"),
        "bottom_lines": tuple(
            BottomLine(text=text, decision=index in decisions) for index, text in enumerate(translation.bottom_lines)
        ),
        "brief": dossier.body(translation.brief, dossier.title).html,
        "original": inside(process.url, record.title),
        "original_language": record.language,
        "language_name": dossier.term("language", record.language),
    }
    return make_page(
        dossier,
        dossier.entries[0],
        "process/translation.html",
        values,
        title=dossier.title,
        description=description,
        side=record_side(dossier),
        source=translation.brief.path,
    )
