"""Office files with the same bytes for the same content: no clock in the package, and none in its properties."""

from __future__ import annotations

import io
import zipfile

from generator.expressions import expression

_WHEN = expression(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_DAY = rb"2000-01-01T00:00:00Z"


def reproducible(package: bytes) -> bytes:
    """The package with a fixed time on every member, and in `docProps/core.xml`."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _WHEN.sub(rb"\g<1>" + _DAY, content)
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # else it is the system's that builds
            made.writestr(member, content)
    return target.getvalue()
