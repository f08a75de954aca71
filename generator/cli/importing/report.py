"""The account of an imported report: for a person in the terminal, for a machine as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from generator.importing.placement import BRIEF, Placement
from generator.importing.word.account import Account
from generator.importing.word.document import WordDocument
from generator.structure import Structure
from generator.wording import Wording

_SHOWN = 8
_LONGEST = 60
_TO_LOOK_AT = frozenset(
    "struck pale picture-pages control field linked-picture picture-format sign object drawing".split()
)
"""What somebody has to look for in the report, so that its place is said."""


class ImportReport(Struct, frozen=True, kw_only=True):
    """What an import did."""

    file: str
    folder: str
    account: Account
    placement: Placement
    word: WordDocument
    is_new: bool
    new_body: str
    """Id of a convening body that was added to the registry."""
    files: tuple[str, ...]


def report_json(report: ImportReport) -> str:
    """The whole account. Of lists of participants it gives the number of words and never a name."""
    word = report.word
    value = {
        "file": report.file,
        **words_json(report.account, word),
        "headings": {
            "placed": [{"heading": heading, "to": element} for heading, element in report.placement.placed],
            "opened": [{"heading": heading, "to": element} for heading, element in report.placement.opened],
            "kept_as": [{"heading": heading, "to": element} for heading, element in report.placement.unplaced],
            "guessed": [{"heading": each.text, "why": each.why} for each in word.guesses],
        },
        "title": {"text": report.placement.title or "", "from": report.placement.title_from},
        "participants_rows": len(report.placement.people),
        "pictures": {"kept": len(word.pictures), "without_description": word.undescribed},
        "messages": list(word.messages),
        "files": list(report.files),
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def words_json(account: Account, word: WordDocument) -> dict[str, object]:
    """What became of the words of a document, and of what stands beside them."""
    return {
        "words": {"seen": account.seen, "kept": account.kept_words, "left_out": account.left_out_words},
        "kept": account.kept,
        "left_out": [
            {
                "reason": entry.reason,
                "words": count,
                "text": "" if entry.reason == "participants" else " ".join(entry.text.split()),
                "place": entry.place,
            }
            for entry, count in account.left_out
        ],
        "kept_otherwise": [{"what": each.what, "text": each.text, "place": each.place} for each in word.others],
        "tracked_changes": [
            {"kind": each.kind, "before": each.before, "after": each.after, "place": each.place}
            for each in word.changes
        ],
        "comments": [{"text": each.text, "place": each.place} for each in word.comments],
    }


def tell(
    report: ImportReport,
    structure: Structure,
    wording: Wording,
    *,
    people_file: Path | None,
    say: Callable[[str], None],
) -> None:
    """Say what happened, one line for each thing; chapters by their titles."""
    _ = wording.gettext
    placement, word = report.placement, report.word
    titles = {element.id: element.title.in_language(wording.language) for element in structure.elements}
    titles[BRIEF] = _("In brief")
    for heading, element in (*placement.placed, *placement.opened):
        say("  " + _("%(heading)s → %(place)s") % {"heading": heading, "place": titles[element]})
    for heading, element in placement.unplaced:
        values = {"element": titles[element], "heading": heading}
        say("  " + _("not in the structure, kept as %(element)s: %(heading)s") % values)
    _tell_guesses(report, wording, say)
    if placement.title:
        texts = {"title": _("title: %(title)s"), "heading": _("title, from the first heading: %(title)s")}
        say("  " + texts[placement.title_from] % {"title": placement.title})
    if placement.brief and report.is_new:
        say("  " + _("what stands before the first chapter → in brief (index.md)"))
    for line in (*other_lines(word, wording), *change_lines(word, wording), *left_out_lines(report.account, wording)):
        say(f"  {line}")
    if word.messages:
        text = _("the converter met %(count)s things that it does not know; --report FILE.json names them")
        say("  " + text % {"count": len(word.messages)})
    if placement.people:
        _tell_people(report, wording, people_file, say)
    if word.undescribed:
        say("  " + _("pictures without a description: %(count)s (marked)") % {"count": word.undescribed})
    if report.new_body:
        say("  " + _("added to ministries.yml: %(body)s (its name is a marked gap)") % {"body": report.new_body})
    account = report.account
    say(
        _("words: %(seen)s seen = %(kept)s kept + %(left_out)s left out")
        % {"seen": account.seen, "kept": account.kept_words, "left_out": account.left_out_words}
    )
    say(_("written: %(folder)s (files: %(count)s)") % {"folder": report.folder, "count": len(report.files)})
    say(_("next: sikum check, which lists the marked gaps"))


def _tell_guesses(report: ImportReport, wording: Wording, say: Callable[[str], None]) -> None:
    _ = wording.gettext
    whys = {
        "numbered": _("a bold line, numbered like its neighbours"),
        "known-name": _("a bold line with the name of a chapter"),
        "bold-line": _("a bold line of its own"),
        "underlined": _("an underlined line of its own"),
        "capitals": _("a line of its own in capitals"),
        "known-line": _("a line of its own that is the name of a chapter"),
        "cover": _("the first line of the cover"),
    }
    for guess in report.word.guesses:
        say("  " + _("taken for a heading: %(text)s (%(why)s)") % {"text": guess.text, "why": whys[guess.why]})
    if not report.word.has_headings and not report.placement.placed:
        say("  " + _("no headings were found: everything is in one chapter"))


def other_lines(word: WordDocument, wording: Wording) -> list[str]:
    """What is kept in another form."""
    _ = wording.gettext
    texts = {
        "chart": _("chart, kept as its title and a table of its data"),
        "smart-art": _("diagram, kept as a list of its texts"),
        "shape": _("text in a shape, kept as a paragraph"),
        "text-box": _("text box, kept below the paragraph it hangs on"),
        "equation": _("equation, kept as TeX"),
        "linked-picture": _("picture that is only a link and is not in the file; not taken over"),
        "embedded": _("document within the document, kept as paragraphs"),
        "object": _("embedded file, of which only the picture on the page is kept"),
        "drawing": _("drawing of a kind that cannot be read, such as ink; not taken over"),
        "picture-format": _("picture in a format that browsers do not show; not taken over"),
        "struck": _("text that is struck through, kept so; if it was deleted by hand, it is to be deleted in the file"),
        "pale": _("white letters, kept, since what is behind them is not known; look whether readers see them"),
        "picture-pages": _("picture of several pages, of which the first is taken over, as Word shows it"),
        "control": _("control of a form, whose content is not in the text of the file; not taken over"),
        "field": _("field without a result, such as a prompt or a formula; not taken over"),
        "sign": _("sign of a symbol font that has no letter; not taken over"),
    }
    found: dict[tuple[str, str], list[str]] = {}
    for each in word.others:
        found.setdefault((each.what, each.place if each.what in _TO_LOOK_AT else ""), []).append(each.text)
    lines = []
    for (what, place), items in found.items():
        said = ", ".join(dict.fromkeys(f"'{_short(item)}'" for item in items[:_SHOWN] if item))
        lines.append(f"{texts[what]} ×{len(items)}" + _under(place, wording) + (f": {said}" if said else ""))
    return lines


def change_lines(word: WordDocument, wording: Wording) -> list[str]:
    """Open tracked changes, each with both wordings, and comments."""
    _ = wording.gettext
    lines: list[str] = []
    texts = {
        "replaced": _("open tracked change: '%(before)s' replaced by '%(after)s'"),
        "inserted": _("open tracked change: '%(after)s' added"),
        "deleted": _("open tracked change: '%(before)s' deleted"),
        "moved": _("open tracked change: '%(before)s' moved"),
    }
    for each in word.changes:
        said = {"before": _short(each.before), "after": _short(each.after or each.before)}
        lines.append(texts[each.kind] % said + _under(each.place, wording))
    comments = word.comments
    text = _("comment, not published: %(text)s")
    lines += [text % {"text": _short(each.text)} + _under(each.place, wording) for each in comments]
    return lines


def left_out_lines(account: Account, wording: Wording) -> list[str]:
    """One line for each reason and place; of a list of participants no word is printed."""
    _ = wording.gettext
    texts = reasons(wording)
    counts: Counter[tuple[str, str]] = Counter()
    samples: dict[tuple[str, str], str] = {}
    for entry, count in account.left_out:
        if entry.reason == "comment":
            continue
        key = (entry.reason, "" if entry.reason in ("heading-number", "tracked", "moved") else entry.place)
        counts[key] += count
        samples.setdefault(key, entry.text)
    lines = []
    for (reason, place), count in counts.items():
        line = wording.ngettext("left out: %(what)s, %(count)s word", "left out: %(what)s, %(count)s words", count) % {
            "what": texts[reason],
            "count": count,
        }
        is_shown = reason in ("hidden", "unseen", "lost", "placeholder", "covered", "note", "field-code", "struck")
        sample = f": {_short(samples[reason, place])}" if is_shown and samples[reason, place].strip() else ""
        lines.append(line + _under(place, wording) + sample)
    return lines


def reasons(wording: Wording) -> dict[str, str]:
    """Why words are left out, by id."""
    _ = wording.gettext
    return {
        "hidden": _("hidden text"),
        "unseen": _("letters that nobody sees, in the colour of what is behind them or tiny"),
        "tracked": _("the other wording of a tracked change"),
        "moved": _("the former place of moved text"),
        "comment": _("comments"),
        "contents": _("table of contents"),
        "header-footer": _("headers and footers of the pages"),
        "placeholder": _("prompt of a form that nobody filled"),
        "covered": _("text under a merged cell, which Word does not show"),
        "note": _("note to text that is left out"),
        "field-code": _("code of a field"),
        "embedded": _("embedded object that cannot be read"),
        "participants": _("list of participants"),
        "heading-number": _("number of a heading"),
        "heading-name": _("heading that the site gives in its own words"),
        "record-is-there": _("title and opening, since index.md is there already"),
        "struck": _("text struck through in a heading"),
        "lost": _("words that could not be taken over; please look at them in the file"),
    }


def _tell_people(report: ImportReport, wording: Wording, people_file: Path | None, say: Callable[[str], None]) -> None:
    _ = wording.gettext
    identifier = report.folder.rpartition("/")[2]
    if people_file is not None:
        say(
            "  "
            + _("the list is in %(file)s; next: sikum import participants %(file)s --into %(id)s")
            % {"file": people_file, "id": identifier}
        )
    else:
        say(
            "  "
            + _(
                "to take the list over with consent: the same command with --participants-to LIST.csv --force, "
                "then sikum import participants LIST.csv --into %(id)s"
            )
            % {"id": identifier}
        )


def _under(place: str, wording: Wording) -> str:
    _ = wording.gettext
    places = {"footnote": _("in a footnote"), "endnote": _("in an endnote")}
    places["header-footer"] = _("headers and footers of the pages")
    if not place:
        return ""
    return f" ({places[place]})" if place in places else " " + _("(under '%(place)s')") % {"place": _short(place)}


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
