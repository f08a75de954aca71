"""A .docx as offices write them -> one that mammoth reads whole, and the account of what is not in it.

Everything that mammoth would pass over, or read in another way than Word shows it, is put into paragraphs, runs and tables
first: fields, text boxes, equations, charts, list numbers, headings by outline level, tracked changes, hidden text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.etree.ElementTree import Element, tostring

from msgspec import Struct, structs

from generator.importing.word.account import Change, LeftOut, Other
from generator.importing.word.body import Reader
from generator.importing.word.changes import merged_moves
from generator.importing.word.context import Context, Part
from generator.importing.word.guesses import Guess, guess
from generator.importing.word.inventory import is_note, note_parts, seen_words, side_parts
from generator.importing.word.names import R, W, local
from generator.importing.word.numbering import Numbering
from generator.importing.word.package import Package
from generator.importing.word.styles import Styles
from generator.importing.word.unseen import mark_unseen

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OWN = {"s": "styles.xml", "n": "numbering.xml", "f": "footnotes.xml", "e": "endnotes.xml"}
"""The parts that the document is related to, whatever it says itself."""
_LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="KIND"/><w:lvlText w:val="•"/></w:lvl>' for n in range(9)
)


class Prepared(Struct, frozen=True, kw_only=True):
    """What is handed on, and what was found on the way."""

    content: bytes
    seen: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    others: tuple[Other, ...]
    changes: tuple[Change, ...]
    comments: tuple[Other, ...]
    guesses: tuple[Guess, ...]
    has_headings: bool


def prepare(
    content: bytes, *, is_accepting: bool = True, is_known: Callable[[str], bool] = lambda _: False
) -> Prepared:
    """Read a .docx. `is_known`: whether a text names a chapter of the structure. Raises UnreadableDocument."""
    package = Package(content)
    styles, numbering = package.related("styles"), package.related("numbering")
    context = Context(
        package=package,
        styles=Styles(package.tree(styles) if styles else None),
        numbering=Numbering(package.tree(numbering) if numbering else None),
        is_accepting=is_accepting,
        part=Part(path=package.document),
        known_notes=frozenset(
            (kind, note.get(f"{W}id", ""))
            for kind, _, notes in note_parts(package)
            for note in notes.findall(f"{W}{kind}")
            if is_note(note)
        ),
    )
    mark_unseen(package, context.styles)
    body = package.root.find(f"{W}body")
    blocks = Reader(context, body).read(body if body is not None else ())
    guesses = guess(context.lines, is_known)
    has_headings = any(line.level for line in context.lines)
    parts: dict[str, tuple[Element, Part]] = {"document": (_document(blocks), context.part)}
    parts |= _notes(context)
    comments = _sides(context)
    return Prepared(
        content=_packed(parts, context),
        seen=tuple(seen_words(package, context.styles, is_accepting=is_accepting)),
        left_out=tuple(context.left_out),
        others=tuple(context.others),
        changes=merged_moves(context.changes),
        comments=comments,
        guesses=tuple(guesses),
        has_headings=has_headings,
    )


def _document(blocks: list[Element]) -> Element:
    root = Element(f"{W}document")
    body = Element(f"{W}body")
    body.extend(blocks)
    root.append(body)
    return root


def _notes(context: Context) -> dict[str, tuple[Element, Part]]:
    """The notes that are referred to. A note whose reference is left out is left out with it."""
    found: dict[str, tuple[Element, Part]] = {}
    for kind, path, source in note_parts(context.package):
        context.part = Part(path=path)
        root = Element(f"{W}{kind}s")
        for note in source.findall(f"{W}{kind}"):
            if not is_note(note):
                continue
            if (kind, note.get(f"{W}id", "")) in context.notes:
                made = Element(f"{W}{kind}", {f"{W}id": note.get(f"{W}id", "")})
                context.place = kind
                made.extend(Reader(context, note).read(note))
                root.append(made)
            else:
                context.leave_out_apart("note", context.text_in(note))
        found[f"{kind}s"] = (root, context.part)
    return found


def _sides(context: Context) -> tuple[Other, ...]:
    """Comments, headers and footers are never taken over; comments are listed."""
    comments = []
    for path in side_parts(context.package):
        root = context.package.tree(path)
        if root is None:
            continue
        context.part = Part(path=path)
        context.place = ""
        if local(root.tag) != "comments":
            context.leave_out_apart("header-footer", context.text_in(root))
            _changes_in(root, context)
            continue
        for comment in root.findall(f"{W}comment"):
            text = context.text_in(comment).strip()
            place = context.comment_places.get(comment.get(f"{W}id", ""), "")
            comments.append(Other(what="comment", text=text, place=place))
            context.left_out.append(LeftOut(reason="comment", text=text, place=place))
    return tuple(comments)


def _changes_in(root: Element, context: Context) -> None:
    """Tell of the tracked changes in a header or a footer, of which nothing is taken over."""
    aside = structs.replace(context, place="header-footer", pictures={}, left_out=[], others=[])
    Reader(aside, root).read(root)


def _packed(parts: dict[str, tuple[Element, Part]], context: Context) -> bytes:
    """The package for mammoth, with no more in it than mammoth asks for."""
    made = io.BytesIO()
    pictures = list(context.pictures.values())
    kinds = {picture.ending: picture.kind for _, picture in pictures}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        defaults = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in kinds.items())
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>{defaults}</Types>',
        )
        package.writestr("word/styles.xml", _STYLES)
        package.writestr("word/numbering.xml", _NUMBERING)
        for name, (root, part) in parts.items():
            package.writestr(f"word/{name}.xml", tostring(root, encoding="utf-8"))
            targets = part.targets | (_OWN if name == "document" else {})
            named = {key: target.partition(".")[0] for key, target in _OWN.items()} if name == "document" else {}
            package.writestr(f"word/_rels/{name}.xml.rels", _relations(targets, named))
        for name, picture in pictures:
            package.writestr(f"word/{name}", picture.content)
    return made.getvalue()


def _relations(targets: dict[str, str], kinds: dict[str, str]) -> bytes:
    root = Element(f"{{{_PACKAGE}}}Relationships")
    for identifier, target in targets.items():
        kind = kinds.get(identifier, "")
        attributes = {"Id": identifier, "Type": f"{R.strip('{}')}/{kind}", "Target": target}
        root.append(Element(f"{{{_PACKAGE}}}Relationship", attributes))
    return bytes(tostring(root, encoding="utf-8"))


_NAMESPACE = f'xmlns:w="{W.strip("{}")}"'
_STYLES = (
    f"<w:styles {_NAMESPACE}>"
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}{n}"><w:name w:val="{shown} {n}"/></w:style>'
        for name, shown in (("Heading", "heading"), ("Guessed", "guessed"))
        for n in range(1, 7)
    )
    + '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quotation"><w:name w:val="Quotation"/></w:style>'
    '<w:style w:type="character" w:styleId="Formula"><w:name w:val="Formula"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style></w:styles>'
)
_NUMBERING = (
    f"<w:numbering {_NAMESPACE}>"
    + "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{_LEVELS.replace("KIND", kind)}</w:abstractNum>'
        for n, kind in ((1, "bullet"), (2, "decimal"))
    )
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    + "</w:numbering>"
)
