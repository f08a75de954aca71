"""An HTML table as a Markdown one; as HTML, which Sikum lets through, where cells span or hold blocks."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

from generator.importing.html_tree import Element
from generator.importing.list_numbers import item_number

_KEPT = frozenset("p ul ol li strong em b i sup sub s del u code br blockquote h1 h2 h3 h4 h5 h6".split())
_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "*`\\[_"}
"""What other readers of Markdown would take for marks, also within HTML."""
_PLAIN = {"h1": "strong", "h2": "strong", "h3": "strong", "h4": "strong", "h5": "strong", "h6": "strong"}


def is_simple(table: Element) -> bool:
    """Whether Markdown can hold the table: no cell spans others, none holds a table or a list."""
    if next(table.all("table", "ul", "ol"), None) is not None:
        return False
    return not any(_spans(cell) for row in table.all("tr") for cell in row.all("td", "th"))


def table_markdown(table: Element, cell_markdown: Callable[[Element], str]) -> str:
    """A simple table; its first row is its head, since Markdown knows none without."""
    rows = [list(row.all("td", "th")) for row in table.all("tr")]
    rows = [row for row in rows if row]
    width = max(len(row) for row in rows)
    lines = [_line([cell_markdown(cell) for cell in row], width) for row in rows]
    return "\n".join((lines[0], _line(["---"] * width, width), *lines[1:]))


class HtmlWriter:
    """Writes tables as HTML, with the whole content of their cells.

    `target` says where a link leads (None: its words alone), `label` which note an anchor means, and `note` gives the mark
    of the note with a label.
    """

    def __init__(
        self, target: Callable[[str], str | None], note: Callable[[str], str], label: Callable[[str], str | None]
    ) -> None:
        self._target = target
        self._note = note
        self._label = label

    def table(self, table: Element) -> str:
        """The table, each row on a line."""
        is_nested = next(table.all("table"), None) is not None
        lines = ["<table>"]
        for number, row in enumerate(_rows(table)):
            tag = "th" if number == 0 and not is_nested else "td"
            cells = (cell for cell in row.children if isinstance(cell, Element) and cell.tag in ("td", "th"))
            lines.append(
                f"<tr>{''.join(f'<{tag}{_spanning(cell)}>{self._within(cell)}</{tag}>' for cell in cells)}</tr>"
            )
        return "\n".join((*lines, "</table>"))

    def _within(self, cell: Element) -> str:
        paragraphs = [child for child in cell.children if isinstance(child, Element) and child.tag == "p"]
        if len(paragraphs) == 1 and len(cell.children) == 1:
            cell = paragraphs[0]
        return self._all(cell)

    def _all(self, parent: Element) -> str:
        return "".join(self._one(child) for child in parent.children)

    def _one(self, child: Element | str) -> str:
        if isinstance(child, str):
            return html.escape(child.replace("\n", " "), quote=False).translate(_MARKS)
        tag = _PLAIN.get(child.tag, child.tag)
        if tag == "table":
            return self.table(child).replace("\n", "")
        if tag == "a":
            return self._link(child)
        if tag == "img":
            source = self._target(child.attributes.get("src", ""))
            return (
                f'<img src="{html.escape(source)}" alt="{html.escape(child.attributes.get("alt", ""))}">'
                if source
                else ""
            )
        if tag == "br":
            return "<br>"
        if tag == "ol":
            return f"<ol>{self._items(child)}</ol>"
        inner = self._all(child)
        if tag == "code" and child.attributes.get("class") == "formula":
            return f"$<code>{inner}</code>$"
        return f"<{tag}>{inner}</{tag}>" if tag in _KEPT else inner

    def _items(self, numbered: Element) -> str:
        """The items of a numbered list; the number is written where it is not the one that follows."""
        items, expected = "", 1
        for child in numbered.children:
            if not isinstance(child, Element) or child.tag != "li":
                items += self._one(child)
                continue
            number = item_number(child, expected)
            value = f' value="{number}"' if number != expected else ""
            items += f"<li{value}>{self._all(child)}</li>"
            expected = number + 1
        return items

    def _link(self, element: Element) -> str:
        href = element.attributes.get("href", "")
        if label := self._label(href):
            return self._note(label)
        target = self._target(href)
        inner = self._all(element)
        return f'<a href="{html.escape(target)}">{inner}</a>' if target and inner.strip() else inner


def _rows(table: Element) -> Iterator[Element]:
    """Its own rows, not those of tables in its cells."""
    for child in table.children:
        if isinstance(child, Element):
            if child.tag == "tr":
                yield child
            elif child.tag in ("thead", "tbody", "tfoot"):
                yield from _rows(child)


def _spans(cell: Element) -> bool:
    return any(cell.attributes.get(name, "1") not in ("", "1") for name in ("colspan", "rowspan"))


def _line(cells: list[str], width: int) -> str:
    cells = [*cells, *[""] * (width - len(cells))]
    return f"| {' | '.join(cells)} |"


def _spanning(cell: Element) -> str:
    spans = ((name, cell.attributes.get(name, "")) for name in ("colspan", "rowspan"))
    return "".join(f' {name}="{value}"' for name, value in spans if value.isdigit() and value != "1")
