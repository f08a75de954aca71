"""The document of a process as one HTML file that stands alone: its pictures inside, nothing fetched, readable anywhere."""

from __future__ import annotations

import re
from base64 import b64encode
from mimetypes import guess_type

from generator.editions.paper import MEDIA
from generator.editions.pdf import Media, pdf_html
from generator.expressions import expression
from generator.model.published import PublishedProcess
from generator.rendering.context import CrossReferences, SiteContext

_FACE = expression(r"@font-face \{[^}]*\}\n?")
_PICTURE = expression(rf' src="{re.escape(MEDIA)}([^"]*)"')
_SCREEN = (
    "@media screen { body { max-width: 46rem; margin: 0 auto; padding: 1rem } .cover { height: auto } "
    ".cover__foot { position: static } }\n</style>"
)


def standing_alone(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext, media: Media
) -> bytes:
    """The whole document in UTF-8, in the reader's own fonts. A picture that `media` does not have stays as its words."""
    html = _FACE.sub("", pdf_html(process, cross_references, context))

    def picture(match: re.Match[str]) -> str:
        try:
            content = media(match[1])
        except OSError:
            return ""
        kind = guess_type(match[1])[0] or "application/octet-stream"
        return f' src="data:{kind};base64,{b64encode(content).decode("ascii")}"'

    return _PICTURE.sub(picture, html).replace("</style>", _SCREEN, 1).encode()
