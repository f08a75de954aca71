"""The lessons of a chapter in words: the same on its page and in editions."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.model.content import Lesson
from generator.rendering.terms import State
from generator.views.process import ProcessView


class LessonView(Struct, frozen=True, kw_only=True):
    """What was learnt, and what it says of the way of working or of the subject."""

    state: State | None
    """The verdict; None where none is written."""
    text: str
    dots: tuple[str, ...]
    """What it is about, and its theme."""


def lesson_views(lessons: Iterable[Lesson], view: ProcessView) -> tuple[LessonView, ...]:
    """The lessons in their order."""
    return tuple(_lesson(each, view) for each in lessons)


def _lesson(lesson: Lesson, view: ProcessView) -> LessonView:
    about = view.term("lesson-about", lesson.about) if lesson.about else ""
    return LessonView(
        state=view.state("lesson-verdict", lesson.verdict) if lesson.verdict else None,
        text=lesson.text,
        dots=tuple(text for text in (about, lesson.theme or "") if text),
    )
