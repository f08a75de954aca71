"""The words that a reader of a .docx sees, counted by rules of its own: it shares no code with the importer.

The body is read as a stream of events. Counted is text of runs, of equations and of drawings; not what is hidden, deleted,
the code of a field, or the second form of a drawing (`mc:Fallback`).
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter

from lxml import etree

_SILENT = re.compile("[\u00ad\u200b-\u200f\u2060-\u2069\u202a-\u202e\ufeff]")
_WORD = re.compile(r"[^\W_]+")
_GAPS = {"tab", "br", "cr", "ptab", "tc", "tr", "ruby", "footnoteReference", "endnoteReference", "oMath"}
_MATHS = {"e", "num", "den", "sub", "sup", "deg", "lim"}
_ASIDE = {"drawing", "pict", "object", "rt", "txbxContent"}


def words(text: str) -> list[str]:
    """Runs of letters and digits."""
    return _WORD.findall(unicodedata.normalize("NFKC", _SILENT.sub("", text)))


def reader_words(content: bytes) -> Counter[str] | None:
    """The words, each with how often it is seen; None where the file is no document that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = {name.lower(): name for name in package.namelist()}
            main = _main(package, names)
            root = etree.fromstring(package.read(main), _parser())
            found: Counter[str] = Counter()
            hidden = _hidden_styles(package, names)
            body = next((child for child in root if _name(child) == "body"), None)
            if body is None or _name(root) != "document":
                return None
            _count(body, hidden, found)
            for kind in ("footnote", "endnote"):
                path = main.rpartition("/")[0] + f"/{kind}s.xml"
                if path.lower() not in names:
                    continue
                used = {_value(each, "id") for each in body.iter() if _name(each) == f"{kind}Reference"}
                for note in etree.fromstring(package.read(names[path.lower()]), _parser()):
                    if _value(note, "id") in used and _value(note, "type") in (None, "normal"):
                        _count(note, hidden, found)
            return found
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, StopIteration, RuntimeError, NotImplementedError):
        return None


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=False)


def _main(package: zipfile.ZipFile, names: dict[str, str]) -> str:
    relations = etree.fromstring(package.read(names["_rels/.rels"]), _parser())
    target = next(each.get("Target") for each in relations if str(each.get("Type")).endswith("/officeDocument"))
    return names[str(target).lstrip("/").lower()]


def _hidden_styles(package: zipfile.ZipFile, names: dict[str, str]) -> set[str]:
    """Styles whose text is hidden, by themselves or through what they are based on."""
    if "word/styles.xml" not in names:
        return set()
    own: dict[str, tuple[bool | None, str]] = {}
    for style in etree.fromstring(package.read(names["word/styles.xml"]), _parser()):
        if _name(style) != "style":
            continue
        base, hides = "", None
        for child in style:
            if _name(child) == "basedOn":
                base = _value(child, "val") or ""
            elif _name(child) == "rPr":
                hides = next((_is_on(each) for each in child if _name(each) == "vanish"), None)
        own[_value(style, "styleId") or ""] = (hides, base)
    return {style for style in own if _hides(style, own)}


def _hides(style: str, own: dict[str, tuple[bool | None, str]]) -> bool:
    for _ in range(20):
        hides, base = own.get(style, (False, ""))
        if hides is not None:
            return hides
        style = base
    return False


def _count(top: etree._Element, hidden: set[str], found: Counter[str]) -> None:
    """Add the words below an element. What stands beside the line is a text of its own."""
    line: list[str] = []
    fields: list[bool] = []
    asides: list[etree._Element] = []
    _visit(top, hidden, line, fields, asides, hides=False)
    found.update(words("".join(line)))
    for aside in asides:
        inner: list[str] = []
        more: list[etree._Element] = []
        for child in aside:
            _visit(child, hidden, inner, [], more, hides=False)
        found.update(words("".join(inner)))
        asides += more


def _visit(  # noqa: C901 - one walk, written to be read against the format, apart from the importer
    element: etree._Element,
    hidden: set[str],
    line: list[str],
    fields: list[bool],
    asides: list[etree._Element],
    *,
    hides: bool,
) -> None:
    name = _name(element)
    if name in ("del", "moveFrom", "sectPr", "rPrChange", "pPrChange", "instrText", "delText", "sdtPr", "rPr"):
        return
    if name == "AlternateContent":
        choices = [each for each in element if _name(each) == "Choice" and _has_text(each)]
        chosen = choices[:1] or [each for each in element if _name(each) == "Fallback"][:1]
        for child in chosen[0] if chosen else ():
            _visit(child, hidden, line, fields, asides, hides=hides)
        return
    if name == "p":
        properties = next((each for each in element if _name(each) == "pPr"), None)
        hides = hides or _style(properties, "pStyle") in hidden
    if name == "tr":
        hides = hides or any(_name(e) == "hidden" and _is_on(e) for p in element if _name(p) == "trPr" for e in p)
        if any(_name(e) == "del" for p in element if _name(p) == "trPr" for e in p):
            return
    if name == "r":
        hides = _run_hides(element, hidden, hides=hides)
    if name == "fldChar":
        kind = _value(element, "fldCharType")
        if kind == "begin":
            fields.append(False)
        elif kind == "separate" and fields:
            fields[-1] = True
        elif kind == "end" and fields:
            fields.pop()
        return
    if name == "t":
        if not hides and all(fields):
            line.append(element.text or "")
        return
    if name == "noBreakHyphen":
        line.append("-")
    if name in _ASIDE:
        if not hides:
            asides.append(element)
        return
    is_gap = name in _GAPS or (name in _MATHS and "math" in str(element.tag))
    line.append(" " if is_gap else "")
    for child in element:
        _visit(child, hidden, line, fields, asides, hides=hides)
    is_joined = name == "p" and any(
        _name(mark) == "del" for p in element if _name(p) == "pPr" for r in p if _name(r) == "rPr" for mark in r
    )
    line.append(" " if is_gap or (name == "p" and not is_joined) else "")


def _run_hides(run: etree._Element, hidden: set[str], *, hides: bool) -> bool:
    properties = next((each for each in run if _name(each) == "rPr"), None)
    own = next((_is_on(e) for e in properties if _name(e) == "vanish"), None) if properties is not None else None
    if own is not None:
        return own
    return hides or _style(properties, "rStyle") in hidden


def _has_text(element: etree._Element) -> bool:
    return any(_name(each) in ("t", "blip", "chart", "relIds") for each in element.iter())


def _style(properties: etree._Element | None, tag: str) -> str:
    found = next((each for each in properties if _name(each) == tag), None) if properties is not None else None
    return (_value(found, "val") or "") if found is not None else ""


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: etree._Element, name: str) -> str | None:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def _is_on(element: etree._Element) -> bool:
    return _value(element, "val") not in ("0", "false", "off")
