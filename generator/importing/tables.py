"""An HTML table as a Markdown one; as HTML, which Sikum lets through, where cells span or stand on their own."""

from __future__ import annotations

import html
from collections.abc import Callable

from generator.importing.html_tree import Element


def table_markdown(table: Element, cell_markdown: Callable[[Element], str]) -> str:
    """The table; its first row is its head, since Markdown knows none without."""
    rows = [list(row.all("td", "th")) for row in table.all("tr")]
    rows = [row for row in rows if row]
    nested = next(table.all("table"), None) is not None
    if nested or any(_spans(cell) for row in rows for cell in row):
        return _as_html(rows, is_nested=nested)
    width = max(len(row) for row in rows)
    lines = [_line([cell_markdown(cell) for cell in row], width) for row in rows]
    return "\n".join((lines[0], _line(["---"] * width, width), *lines[1:]))


def _spans(cell: Element) -> bool:
    return any(cell.attributes.get(name, "1") not in ("", "1") for name in ("colspan", "rowspan"))


def _line(cells: list[str], width: int) -> str:
    cells = [*cells, *[""] * (width - len(cells))]
    return f"| {' | '.join(cells)} |"


def _as_html(rows: list[list[Element]], *, is_nested: bool) -> str:
    lines = ["<table>"]
    for number, row in enumerate(rows):
        tag = "th" if number == 0 and not is_nested else "td"
        cells = "".join(f"<{tag}{_attributes(cell)}>{html.escape(cell.text, quote=False)}</{tag}>" for cell in row)
        lines.append(f"<tr>{cells}</tr>")
    return "\n".join((*lines, "</table>"))


def _attributes(cell: Element) -> str:
    spans = ((name, cell.attributes.get(name, "")) for name in ("colspan", "rowspan"))
    return "".join(f' {name}="{value}"' for name, value in spans if value.isdigit() and value != "1")
