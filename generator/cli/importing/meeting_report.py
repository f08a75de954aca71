"""The account of an imported summary of a meeting: for a person in the terminal, for a machine as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable

from msgspec import Struct

from generator.cli.importing.report import change_lines, left_out_lines, other_lines, words_json
from generator.importing.meetings import MeetingDraft
from generator.importing.word.account import Account
from generator.importing.word.document import WordDocument
from generator.structure import Structure
from generator.wording import Wording


class MeetingReport(Struct, frozen=True, kw_only=True):
    """What an import did."""

    file: str
    path: str
    """Of the file that was written, as a person names it."""
    account: Account
    draft: MeetingDraft
    word: WordDocument


def meeting_json(report: MeetingReport) -> str:
    """The whole account. Of lists of people it gives the number of words and never a name."""
    value = {
        "file": report.file,
        **words_json(report.account, report.word),
        "placed": [{"heading": name, "to": identifier} for name, identifier in report.draft.placed],
        "not_understood": [{"field": identifier, "text": line} for identifier, line in report.draft.unread],
        "participants_rows": len(report.draft.people),
        "files": [report.path],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def tell_meeting(report: MeetingReport, structure: Structure, wording: Wording, say: Callable[[str], None]) -> None:
    """Say what happened, one line for each thing."""
    _ = wording.gettext
    draft, account = report.draft, report.account
    titles = {spec.id: spec.title.in_language(wording.language) for spec in structure.meeting_parts}
    titles |= {spec.id: spec.title.in_language(wording.language) for spec in structure.meeting}
    for name, identifier in draft.placed:
        values = {"heading": name, "place": titles.get(identifier, identifier)}
        say("  " + _("%(heading)s → %(place)s") % values)
    for identifier, line in draft.unread:
        values = {"field": titles.get(identifier, identifier), "line": line}
        say("  " + _("not understood as %(field)s, kept in the text: %(line)s") % values)
    lines = (*other_lines(report.word, wording), *change_lines(report.word, wording), *left_out_lines(account, wording))
    for line in lines:
        say(f"  {line}")
    say(
        _("words: %(seen)s seen = %(kept)s kept + %(left_out)s left out")
        % {"seen": account.seen, "kept": account.kept_words, "left_out": account.left_out_words}
    )
    say(_("written: {path}").format(path=report.path))
    say(_("next: sikum check, which lists the marked gaps"))
