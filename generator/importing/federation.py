"""Another catalogue's `catalogue.json` -> the copy that is kept in git for builds to read (`sikum sync`).

Strict where the reading of copies is lenient: what is not in the published shape never gets into the repository.
"""

from __future__ import annotations

from itertools import islice
from urllib.parse import urljoin

import msgspec

from generator.model.dates import PartialDate
from generator.reading.federation import MAX_ENTRIES, is_sound
from generator.reading.scalars import ID, is_url
from generator.structure import load_structure
from generator.wording.deferred import N_, DeferredError

MAX_BYTES = 50_000_000
"""Of one `catalogue.json`: 50,000 processes of a kilobyte each."""


class BadCatalogue(DeferredError, ValueError):
    """What is not in the published shape of `catalogue.json`, or of a version that is not known."""


class _Process(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A process as `catalogue.json` publishes it (spec 6). A withdrawn one has id, url and status alone."""

    id: str
    url: str
    status: str
    title: str = ""
    short_description: str = ""
    ministry: str = ""
    ministry_name: str = ""
    kind: str = ""
    methods: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    language: str = ""
    start_date: str | None = None
    end_date: str | None = None
    output_sent: str | None = None
    closing_lag_days: int | None = None
    participants_count: int | None = None


class _Catalogue(msgspec.Struct, frozen=True):
    version: int
    language: str
    processes: tuple[_Process, ...]


def copy_of(content: bytes, address: str | None = None) -> tuple[bytes, int]:
    """The copy to keep – published fields and no others, a field a line, so that diffs mean something – and how many
    processes are in it. Withdrawn ones, which stand on no list, are left out, and what the build would leave out too.

    `address`: where the file came from; relative addresses of processes are led from the root of its site.
    Raises BadCatalogue.
    """
    if len(content) > MAX_BYTES:
        raise BadCatalogue(N_("more than {count} bytes"), count=MAX_BYTES)
    try:
        catalogue = msgspec.json.decode(content, type=_Catalogue)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadCatalogue(N_("cannot be read: {reason}"), reason=" ".join(str(error).split())) from error
    if catalogue.version != 1:
        raise BadCatalogue(N_("version {version} is not known"), version=catalogue.version)
    structure = load_structure()
    checked = (_checked(each, address) for each in catalogue.processes if each.status != "withdrawn")
    sound = (each for each in checked if is_sound(msgspec.to_builtins(each), structure))
    kept = {each.id: each for each in islice(sound, MAX_ENTRIES)}
    copy = _Catalogue(version=1, language=catalogue.language, processes=tuple(kept.values()))
    return msgspec.json.format(msgspec.json.encode(copy), indent=1) + b"\n", len(kept)


def _checked(process: _Process, address: str | None) -> _Process:
    # `catalogue.json` lies in `data/`, and its relative addresses begin at the root of the site.
    url = urljoin(urljoin(address, ".."), process.url) if address else process.url
    if not ID.match(process.id) or not is_url(url):
        raise BadCatalogue(N_("a process with the id {id} and the address {url}"), id=process.id, url=url)
    missing = [name for name in ("title", "ministry", "kind", "language") if not getattr(process, name)]
    if missing:
        raise BadCatalogue(N_("{name} has no {fields}"), name=process.id, fields=", ".join(missing))
    for name in ("start_date", "end_date", "output_sent"):
        day = getattr(process, name)
        if day is not None and PartialDate.parse(day) is None:
            raise BadCatalogue(N_("{name}: {field} {value} is no date"), name=process.id, field=name, value=day)
    return msgspec.structs.replace(process, url=url)
