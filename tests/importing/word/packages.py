"""A .docx package with every part that a case needs, in the words of WordprocessingML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from generator.importing.markdown import joined
from generator.importing.word.account import Account, make_account
from generator.importing.word.document import WordDocument, read_document

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
RELATION = f"{_OFFICE}/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": RELATION,
        "m": f"{_OFFICE}/math",
        "a": f"{_DRAWING}/main",
        "c": f"{_DRAWING}/chart",
        "wp": f"{_DRAWING}/wordprocessingDrawing",
        "pic": f"{_DRAWING}/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wne": "http://schemas.microsoft.com/office/word/2006/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2, 3)
)


def run(text: str, properties: str = "") -> str:
    """A run as Word writes it."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*inner: str, properties: str = "") -> str:
    """A paragraph of runs and whatever else; bare text is a run."""
    pieces = "".join(each if each.startswith("<") else run(each) for each in inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{pieces}</w:p>"


def head(text: str, level: int = 1) -> str:
    """A heading by its style."""
    return par(text, properties=f'<w:pStyle w:val="Heading{level}"/>')


def item(*inner: str, of: int, level: int = 0) -> str:
    """An item of the list `of`."""
    return par(*inner, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>')


def numbering(lists: Mapping[int, tuple[tuple[str, str], ...]]) -> str:
    """Lists by id, each as the format and the text of its levels: `("decimal", "%1.")`."""

    def level(index: int, form: str, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        )

    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{"".join(level(i, *each) for i, each in enumerate(levels))}</w:abstractNum>'
        for n, levels in lists.items()
    )
    return abstract + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in lists)


def relation(identifier: str, target: str, kind: str, *, is_external: bool = False) -> str:
    """A relation of the document."""
    mode = ' TargetMode="External"' if is_external else ""
    return f'<Relationship Id="{identifier}" Type="{RELATION}/{kind}" Target="{target}"{mode}/>'


def package(
    *body: str, styles: str = "", lists: str = "", relations: str = "", parts: Mapping[str, str | bytes] | None = None
) -> bytes:
    """The bytes of the file. `parts`: further ones, by their names below `word/`."""
    own = "".join(relation(f"own-{name}", f"{name}.xml", name) for name in ("styles", "numbering"))
    main = f'<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
    contents: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{main}</Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{own}{relations}</Relationships>',
        "word/styles.xml": f"<w:styles {NAMESPACES}>{_HEADINGS}{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{lists}</w:numbering>",
    }
    contents |= {f"word/{name}": content for name, content in (parts or {}).items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in contents.items():
            file.writestr(name, content)
    return made.getvalue()


def read(content: bytes, *, is_accepting: bool = True) -> tuple[WordDocument, str, Account]:
    """The document, its Markdown, and its account; nothing may be lost, and the account has to settle."""
    document = read_document(content, is_accepting=is_accepting)
    text = joined(document.text)
    account = make_account(document.seen, [("content.md", text)], document.left_out)
    assert account.seen == account.kept_words + account.left_out_words
    assert [entry.text for entry, _ in account.left_out if entry.reason == "lost"] == []
    assert not document.messages
    return document, text, account
