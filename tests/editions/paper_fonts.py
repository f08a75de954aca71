"""Makes the fonts of PDFs in `generator/editions/fonts/` of those of the site: `python -m tests.editions.paper_fonts`.

WeasyPrint makes each variable font static for each document, and unpacking WOFF2 takes longer than setting a page: here both
are done once. Amiri, which no page of the site uses, lies there as it came, but for a space of 292 units: the cut of its
Arabic letters has none, and WeasyPrint needs one. It is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

WEIGHTS = {
    "assistant-hebrew": (400, 600, 700),
    "assistant-latin": (400, 600, 700),
    "assistant-latin-ext": (400, 600, 700),
    "frank-ruhl-libre-hebrew": (500,),
    "frank-ruhl-libre-latin": (500,),
}
"""Those that `templates/editions/pdf-style.html` asks for."""
FOLDER = Path(str(files("generator") / "editions" / "fonts"))


def made() -> Iterator[tuple[str, bytes]]:
    """Each font: the name of its file, and its bytes."""
    for name, weights in WEIGHTS.items():
        packed = (files("generator") / "assets" / "fonts" / f"{name}.woff2").read_bytes()
        for weight in weights:
            variable = TTFont(BytesIO(packed), recalcTimestamp=False)
            font = instancer.instantiateVariableFont(variable, {"wght": weight}, static=True)
            font.flavor = None
            whole = BytesIO()
            font.save(whole)
            yield f"{name}-{weight}.ttf", whole.getvalue()


if __name__ == "__main__":
    for name, content in made():
        (FOLDER / name).write_bytes(content)
