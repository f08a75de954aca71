"""Regular expressions that are compiled when they are first used.

Python compiles hundreds of them at each start, which takes it as long as all else that a check after an edit does, and most
belong to files and faults that this build does not meet.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast


class _Expression(Generic[AnyStr]):
    """Stands for a compiled expression, and takes its methods over one by one as they are asked for."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, but that a fault in the pattern (`re.error`) shows at the first use.

    It has all that a compiled expression has, and is none: functions of `re` do not take it.
    """
    return cast("re.Pattern[AnyStr]", _Expression(pattern, flags))
