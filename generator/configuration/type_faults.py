"""Why msgspec refuses a value, as a message that can be said in any language; what it has no words for here stays as it is."""

from __future__ import annotations

from generator.expressions import expression
from generator.wording.deferred import N_, Deferred

_TYPES = {
    "int": N_("a whole number"),
    "str": N_("text"),
    "bool": N_("true or false"),
    "array": N_("a list"),
    "object": N_("fields, each a name and a value"),
    "null": N_("nothing"),
    "float": N_("a number"),
}
EXPECTED = N_("{expected} is expected")
_OR = N_("{first} or {second}")
_FAULTS = (
    (expression(r"Expected (?P<expected>.+), got (?P<found>.+)"), N_("{expected} is expected and {found} is there")),
    (
        expression(r"Expected (?P<expected>.+) of length >= (?P<limit>.+)"),
        N_("{expected} of at least {limit} is expected"),
    ),
    (
        expression(r"Expected (?P<expected>.+) of length <= (?P<limit>.+)"),
        N_("{expected} of at most {limit} is expected"),
    ),
    (
        expression(r"Expected (?P<expected>.+) matching regex (?P<limit>.+)"),
        N_("{expected} of the form {limit} is expected"),
    ),
    (expression(r"Expected (?P<expected>.+?) (?P<limit>[<>]=? \S+)"), N_("{expected} {limit} is expected")),
    (expression(r"Invalid enum value (?P<value>.+)"), N_("{value} is not one of the possible values")),
    (expression(r"Object contains unknown field (?P<field>.+)"), N_("it has no field {field}")),
    (expression(r"Object missing required field (?P<field>.+)"), N_("its field {field} is missing")),
)


def type_fault(error: Exception) -> object:
    """The reason without the place in the value (` - at $.x`) and without the signs of code."""
    text = " ".join(str(error).partition(" - at ")[0].replace("`", "").split())
    for pattern, message in _FAULTS:
        if found := pattern.fullmatch(text):
            return Deferred(message, **{name: _typed(value) for name, value in found.groupdict().items()})
    return text


def _typed(names: str) -> object:
    """The words for `int | bool`; as it is where it is no name of a type."""
    known = [_TYPES.get(name) for name in names.split(" | ")]
    words: object = None
    for each in known:
        if each is None:
            return names
        words = Deferred(_OR, first=words, second=Deferred(each)) if words else Deferred(each)
    return words
