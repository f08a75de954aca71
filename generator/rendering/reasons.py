"""The reason of a rule as readers of the site see it: without the numbers of the specification, which they do not have."""

from __future__ import annotations

import re

from generator.expressions import expression

_REFERENCE = expression(r"\s*\(([^()]*)\)(?=\.?$)")
_SPECIFICATION = expression(r"spec\b|מפרט|המפרט|المواصفة")


def reason_for_readers(why: str) -> str:
    """`Because. (method, step 1; spec 3.2).` -> `Because. (method, step 1).`"""

    def kept(match: re.Match[str]) -> str:
        known = [each.strip() for each in re.split("[;؛]", match[1]) if not _SPECIFICATION.match(each.strip())]
        return f" ({'; '.join(known)})" if known else ""

    return _REFERENCE.sub(kept, why)
