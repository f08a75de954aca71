"""The front matter of `index.md` as typed values -> `Record`."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Span
from generator.model.record import (
    Approval,
    BottomLine,
    Change,
    Closing,
    ConsentPolicy,
    Contact,
    Goal,
    NextStage,
    Output,
    OutputFile,
    Partner,
    Picture,
    Privacy,
    Record,
    Source,
    Waiver,
    Withdrawal,
    Writing,
)
from generator.reading.commitments import read_next_steps, read_outcomes
from generator.reading.extra import extra_fields
from generator.reading.fields import Values
from generator.reading.typed import day, inner, maps, number, text, texts, truth
from generator.structure import Structure

_RENAMED = {"participants": "consent"}


def make_record(values: Values, structure: Structure, spans: Mapping[str, Span], *, is_readable: bool = True) -> Record:
    """Makes a record of its values; fields that are absent keep the model's defaults."""
    return Record(
        title=text(values, "title") or "",
        short_description=text(values, "short_description") or "",
        ministry=text(values, "ministry") or "",
        partners=tuple(_partner(partner) for partner in maps(values, "partners")),
        kind=text(values, "kind") or "",
        methods=texts(values, "methods"),
        topics=texts(values, "topics"),
        scope=text(values, "scope"),
        start_date=day(values, "start_date"),
        end_date=day(values, "end_date"),
        status=text(values, "status") or "",
        language=text(values, "language") or structure.languages[0],
        goals=tuple(
            Goal(text=text(goal, "text") or "", met=text(goal, "met"), note=text(goal, "note"))
            for goal in maps(values, "goals")
        ),
        participants_count=number(values, "participants_count"),
        consent=_consent(inner(values, "participants")),
        privacy=_privacy(inner(values, "privacy")),
        output=_output(inner(values, "output")),
        bottom_lines=tuple(
            BottomLine(text=text(line, "text") or "", decision=truth(line, "decision"))
            for line in maps(values, "bottom_lines")
        ),
        outcomes=read_outcomes(maps(values, "outcomes")),
        closing=_closing(inner(values, "closing")),
        previous=texts(values, "previous"),
        aliases=texts(values, "aliases"),
        approvals=tuple(
            Approval(who=text(each, "who") or "", role=text(each, "role"), date=day(each, "date"), of=text(each, "of"))
            for each in maps(values, "approvals")
        ),
        changes=tuple(
            Change(date=day(change, "date"), note=text(change, "note") or "") for change in maps(values, "changes")
        ),
        withdrawn=_withdrawal(values),
        publish_lists=_waivers(values, "publish_lists"),
        written_by=_writing(inner(values, "written_by")),
        example=truth(values, "example"),
        license=text(values, "license"),
        reference=text(values, "reference"),
        picture=_picture(inner(values, "picture")),
        sources=tuple(
            Source(title=text(each, "title"), url=text(each, "url"), law=text(each, "law"))
            for each in maps(values, "sources")
        ),
        extra=extra_fields(_without_people(values), structure.record, Record, _RENAMED),
        is_readable=is_readable,
        spans=spans,
    )


def _without_people(values: Values) -> Values:
    """The values without the rows of participants: consent has not been applied to them, so no extra field may hold any."""
    policy = {name: value for name, value in inner(values, "participants").items() if name != "list"}
    return {**values, "participants": policy}


def _partner(values: Values) -> Partner:
    return Partner(
        ministry=text(values, "ministry"),
        name=text(values, "name"),
        role=text(values, "role"),
        organisation=text(values, "organisation"),
        sector=text(values, "sector"),
    )


def _consent(values: Values) -> ConsentPolicy:
    return ConsentPolicy(default_consent=text(values, "default_consent"), basis=text(values, "basis"))


def _output(values: Values) -> Output:
    stage = inner(values, "next_stage")
    return Output(
        type=text(values, "type"),
        audience=texts(values, "audience"),
        purpose=text(values, "purpose"),
        detail=text(values, "detail"),
        distribution=texts(values, "distribution"),
        continuation=text(values, "continuation"),
        next_stage=NextStage(
            description=text(stage, "description"), date=day(stage, "date"), process=text(stage, "process")
        )
        if stage
        else None,
        expected=text(values, "expected"),
        files=tuple(
            OutputFile(
                title=text(file, "title"), path=text(file, "path"), url=text(file, "url"), format=text(file, "format")
            )
            for file in maps(values, "files")
        ),
    )


def _closing(values: Values) -> Closing:
    contact = inner(values, "contact")
    return Closing(
        partners_aligned=day(values, "partners_aligned"),
        expectations_revisited=day(values, "expectations_revisited"),
        participants_told=day(values, "participants_told"),
        output_sent=day(values, "output_sent"),
        thanked=day(values, "thanked"),
        contact=Contact(
            name=text(contact, "name"),
            role=text(contact, "role"),
            email=text(contact, "email"),
            phone=text(contact, "phone"),
        )
        if contact
        else None,
        next_steps=read_next_steps(maps(values, "next_steps")),
        why_now=text(values, "why_now"),
        waived=_waivers(values, "waived"),
    )


def _picture(values: Values) -> Picture | None:
    if not values:
        return None
    return Picture(path=text(values, "path"), alt=text(values, "alt"), credit=text(values, "credit"))


def _writing(values: Values) -> Writing | None:
    return Writing(name=text(values, "name"), date=day(values, "date")) if values else None


def _waivers(values: Values, field: str) -> tuple[Waiver, ...]:
    written = inner(values, field).items()
    return tuple(Waiver(subject=subject, reason=reason) for subject, reason in written if isinstance(reason, str))


def _privacy(values: Values) -> Privacy:
    return Privacy(reviewed=_waivers(values, "reviewed"), one_word_names=text(values, "one_word_names"))


def _withdrawal(values: Values) -> Withdrawal | None:
    withdrawn = inner(values, "withdrawn")
    if not withdrawn:
        return None
    return Withdrawal(date=day(withdrawn, "date"), explanation=text(withdrawn, "explanation"))
