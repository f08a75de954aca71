"""The contact sheet: one page with all pictures, by kind, that a reader narrows to a language, a width, a scheme or an engine."""

from __future__ import annotations

from html import escape
from itertools import groupby
from pathlib import Path

_STYLE = """
body { font: 14px/1.4 sans-serif; margin: 1rem; background: #ddd; }
h2 { margin: 1.5rem 0 .5rem; }
form { position: sticky; top: 0; background: #fff; padding: .5rem; display: flex; gap: 1.5rem; z-index: 1; }
.row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: start; }
figure { margin: 0; background: #fff; padding: .3rem; }
figcaption { font-size: 12px; }
.pair { display: flex; gap: .3rem; align-items: start; }
.pair a { overflow: hidden; max-height: 32rem; display: block; }
img { width: 16rem; display: block; }
.w360 img { width: 10rem; }
.w1280 img { width: 22rem; }
.before { opacity: .75; }
.changed { outline: 3px solid #b3470f; }
.new { outline: 3px solid #0b4d57; }
"""
_SCRIPT = """
const form = document.forms[0];
form.addEventListener("change", () => {
  const wanted = [...new FormData(form).values()].filter(Boolean);
  for (const each of document.querySelectorAll("figure")) each.hidden = !wanted.every(word => each.classList.contains(word));
});
"""
_CHOICES = (
    ("language", ("he", "ar", "en")),
    ("width", ("w360", "w768", "w1280")),
    ("scheme", ("light", "dark")),
    ("engine", ("chromium", "firefox", "webkit")),
    ("changed", ("changed", "new", "same")),
)


def write_sheet(folder: Path) -> Path:
    """`folder/index.html`, of the pictures in `folder/now` and, beside each that changed, that of `folder/before`."""
    pictures = sorted(path for path in (folder / "now").iterdir() if path.suffix in (".jpg", ".png"))
    parts = []
    for kind, group in groupby(pictures, lambda path: path.name.split(".")[0]):
        parts.append(
            f'<h2>{escape(kind)}</h2><div class="row">{"".join(_figure(folder, path) for path in group)}</div>'
        )
    choices = "".join(
        f"<label>{name} <select name={name}><option value=''>all</option>"
        + "".join(f"<option>{value}</option>" for value in values)
        + "</select></label>"
        for name, values in _CHOICES
    )
    sheet = folder / "index.html"
    sheet.write_text(
        f"<!doctype html><html lang=en><meta charset=utf-8><title>How Sikum looks</title><style>{_STYLE}</style>"
        f"<form>{choices}</form>{''.join(parts)}<script>{_SCRIPT}</script>",
        encoding="utf-8",
    )
    return sheet


def _figure(folder: Path, path: Path) -> str:
    _, language, width, scheme, engine, _ = path.name.split(".")
    before = folder / "before" / path.name
    state = "new" if not before.exists() else "same" if before.read_bytes() == path.read_bytes() else "changed"
    shown = [("now", "now")] + ([("before", "before")] if state == "changed" else [])
    pictures = "".join(
        f'<a class={name} href="{place}/{path.name}"><img loading=lazy src="{place}/{path.name}" alt="{path.stem}, {name}"></a>'
        for name, place in shown
    )
    return (
        f'<figure class="{language} w{width} {scheme} {engine} {state}"><div class=pair>{pictures}</div>'
        f"<figcaption>{language} {width} {scheme} {engine}: {state}</figcaption></figure>"
    )
