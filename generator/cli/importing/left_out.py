"""Names that an import left out of `participants.csv`: searched for in the process's texts, and kept for later checks."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checks.authored import texts_of_process
from generator.checks.withheld import Person, matcher_of, withheld_in
from generator.cli.authoring import Catalogue
from generator.cli.importing.account import Account
from generator.model.private import Process
from generator.names.kept import keep
from generator.names.likely import likely
from generator.pipeline.kept_names import FILE, KEY, find_key, kept_file
from generator.wording.deferred import N_


def tell_where_names_stand(process: Process, names: Sequence[str], account: Account) -> None:
    """One line for each place in the process's texts with one of these names. The name is not printed."""
    texts = [text for text in texts_of_process(process) if text.kind != "list"]  # the list is written anew
    matcher = matcher_of(
        Person(name=name, is_shown=False, row="") for name in likely(names, (text.text for text in texts))
    )
    reviewed = frozenset(waiver.subject for waiver in process.record.privacy.reviewed)
    places = {
        f"{each.span.path}:{each.span.line}:{each.span.column}"
        for text in texts
        for each in withheld_in(text, matcher, reviewed)
    }
    for place in sorted(places):
        account.line(N_("  a name that was left out stands in the text: {place}"), place=place)


def keep_names(catalogue: Catalogue, folder: str, names: Sequence[str], account: Account) -> None:
    """Write `.sikum/withheld` with these names in place of the process's earlier ones; without a key, say what follows."""
    content_dir = catalogue.project.content_dir
    path = kept_file(content_dir)
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    key = find_key(content_dir)
    if key and (names or before):
        path.parent.mkdir(exist_ok=True)
        path.write_text(keep(names, folder, key, before), encoding="utf-8")
        account.line(N_("  kept as keyed hashes, so that checks go on looking for these names: {path}"), path=FILE)
    elif names:
        account.line(
            N_(
                "  there is no key ({variable}), so these names are not kept: later checks will not look for them in the texts"
            ),
            variable=KEY,
        )
