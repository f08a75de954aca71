"""What the plugin's options may be: judged here once, with one line for what they may not, by the build and by every command."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from generator.configuration.language import LANGUAGE, LANGUAGES
from generator.configuration.type_faults import type_fault
from generator.model.licences import licence_of
from generator.wording.deferred import N_, Deferred, DeferredError

ONE_OF = N_("one of {known} is expected")
CANNOT_BE_USED = N_("{name}: {value} cannot be used here: {reason}")


class _Source(Struct, frozen=True):
    id: Annotated[str, Meta(min_length=1)]
    title: str
    url: Annotated[str, Meta(min_length=1)]


_Days = Annotated[int, Meta(ge=1, le=36_500)]


_Name = Annotated[str, Meta(min_length=1, max_length=200)]
_Path = Annotated[str, Meta(min_length=1, max_length=1000)]


class _ClosingTarget(Struct, frozen=True, forbid_unknown_fields=True):
    days: _Days
    remind: Annotated[list[_Days], Meta(max_length=10)] = []


class _Options(Struct, frozen=True):
    structure: str | None = None
    today: str | None = None
    data_license: str | None = None
    pdf: bool | Literal["auto", "wait"] | None = "auto"
    archive: bool | None = False
    parquet: bool | None = False
    closing_target: _ClosingTarget | None = None
    stale_after: _Days | None = None
    tracked_contributions: bool | None = False
    per_page: Annotated[int, Meta(ge=1, le=10_000)] | None = None
    language: Literal["he", "ar", "en"] | None = None
    workers: Annotated[int, Meta(ge=1, le=256)] | None = None
    poll: bool | Literal["auto"] | None = "auto"
    on_error: Literal["stop", "hold"] | None = "stop"
    forms: Annotated[str, Meta(min_length=1, max_length=1000)] | None = None
    evaluated_docs: str | None = None
    fast: bool | None = True
    search: bool | None = True
    toolbox: Annotated[str, Meta(pattern=r"^https?://[^\s/]+\S*$", max_length=2000)] | None = None
    written_by: _Name | dict[Literal["he", "ar", "en"], _Name] | None = None
    reviewed: dict[_Path, _Name] | None = None
    yardsticks: Annotated[list[Annotated[str, Meta(min_length=1, max_length=1000)]], Meta(max_length=20)] | None = None
    sources: Annotated[list[_Source], Meta(max_length=200)] | None = None


class BadOption(DeferredError, ValueError):
    """An option that cannot be used. The message is one line and begins with the option's name."""


def check_options(plugin: Mapping[str, Any], configuration: Mapping[str, Any]) -> None:
    """Raises BadOption for an option of the plugin, or a language of the theme, that is of no use.

    `plugin`: the options as they are written, `configuration`: the rest of what `mkdocs.yml` says.
    Names that are not known are no reason to stop: the engine warns of them, and commands do.
    """
    written = {name: plugin[name] for name in _Options.__struct_fields__ if plugin.get(name) is not None}
    day = written.get("today")
    if isinstance(day, date) and not isinstance(day, datetime):
        written["today"] = day.isoformat()
    for name, value in written.items():
        try:
            msgspec.convert({name: _plain(value)}, _Options)
        except (msgspec.ValidationError, TypeError, OverflowError) as error:
            known = _words_of(name)
            wanted = Deferred(ONE_OF, known=", ".join(known)) if known else type_fault(error)
            raise BadOption(CANNOT_BE_USED, name=name, value=shown(value), reason=wanted) from error
    if plugin.get("parquet"):
        from generator.exports.parquet import MISSING, has_pyarrow

        if not has_pyarrow():
            raise BadOption(N_("{name}: {reason}"), name="parquet", reason=Deferred(MISSING))
    licence = plugin.get("data_license")
    if isinstance(licence, str) and licence.strip() and licence_of(licence).url is None:
        expected = Deferred(N_("an SPDX id such as CC-BY-4.0, a name with its version or an address is expected"))
        raise BadOption(CANNOT_BE_USED, name="data_license", value=shown(licence), reason=expected)
    theme = configuration.get("theme")
    language = theme.get("language", LANGUAGE) if isinstance(theme, Mapping) else LANGUAGE
    if language not in LANGUAGES:
        expected = Deferred(ONE_OF, known=", ".join(LANGUAGES))
        raise BadOption(CANNOT_BE_USED, name="theme.language", value=shown(language), reason=expected)


def _words_of(name: str) -> tuple[str, ...]:
    """The values of an option that is one of a few words; none for any other."""
    values: list[str] = []
    for each in get_args(get_type_hints(_Options)[name]):
        if each is bool:
            values += ("true", "false")
        elif get_origin(each) is Literal:
            values += (str(value) for value in get_args(each))
        elif each is not NoneType:
            return ()
    return tuple(values)


def _plain(value: object) -> object:
    """Maps of the engine's own types as plain ones."""
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def option_names() -> tuple[str, ...]:
    """The names of the plugin's options."""
    return _Options.__struct_fields__


def shown(value: object) -> str:
    """A value in a message: one line, and the beginning of a long one."""
    text = " ".join((value if isinstance(value, str) else repr(value)).split())
    return text if len(text) <= 40 else f"{text[:40]}…"
