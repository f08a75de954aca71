"""Links of a site that is read from a disk, without a server: they name the file of a page, and not its folder.

MkDocs' own setting for such a site is `use_directory_urls: false`. Here it moves no page, since addresses are cited: the files
lie where they lie, and only what links to them says `index.html`. With scripts `theme.js` does the same for every site.
"""

from __future__ import annotations

import re

from generator.expressions import expression

_LINK = expression(r'(?P<link><(?:a|area)\b[^>]*?\shref=")(?P<path>[^"#?:]*)(?=[#?"])')


def with_file_names(html: str) -> str:
    """The page with relative links to folders completed; links to other hosts, files and places of the page stay."""
    return _LINK.sub(_completed, html)


def _completed(match: re.Match[str]) -> str:
    path = match["path"]
    if path.startswith("/"):
        return match[0]
    if path in (".", ".."):
        path += "/"
    return match["link"] + (f"{path}index.html" if path.endswith("/") else path)
