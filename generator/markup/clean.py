"""The allow-list of HTML in editors' pages, and the cleaner that applies it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.expressions import expression

if TYPE_CHECKING:
    import nh3

TAGS = frozenset(
    (
        "a abbr article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em"
        " figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong"
        " sub summary sup table tbody td tfoot th thead tr u ul var wbr"
    ).split()
)
EMPTIED = frozenset("script style iframe object embed noscript template textarea select title svg math".split())
"""Removed with what stands in them."""

AUTHORS_ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": frozenset({"lang", "dir"}),
    "a": frozenset({"href", "title"}),
    "abbr": frozenset({"title"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "title", "width", "height", "loading", "decoding"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "q": frozenset({"cite"}),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "headers", "scope", "abbr"}),
}
"""What an author may write in raw HTML."""

_OURS: dict[str, frozenset[str]] = {
    "*": frozenset({"id", "class"}),
    "a": frozenset({"role", "aria-label"}),
    "div": frozenset({"role", "tabindex", "aria-label"}),
}
"""What `render` writes besides; the filter below decides on the values."""

CLASSES = frozenset(
    "table-scroll footnote footnote-ref footnote-backref align-start align-center align-end task-list".split()
)
_LANGUAGE_CLASS = expression(r"language-[A-Za-z0-9+#-]{1,30}\Z")
_ROLES = frozenset({"region", "doc-endnotes", "doc-noteref", "doc-backlink"})

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_MAILTO = expression(r"mailto:[\w.!#$'*+/=^{|}~-]+@[\w.-]+", re.IGNORECASE)
_SCHEME = expression(r"[\x00-\x20]*([A-Za-z][A-Za-z0-9+.\-]*|[^/?#:]*[\x00-\x1f][^/?#:]*):")

AttributeFilter = Callable[[str, str, str], str | None]


def scheme_of(address: str) -> str | None:
    """The scheme a browser would see, lower-case and without hidden characters; None for a path."""
    match = _SCHEME.match(address)
    return re.sub(r"[\x00-\x20]", "", match[1]).lower() if match else None


def is_safe_address(address: str) -> bool:
    """Whether a link may lead there: http, https, tel, a path, or mailto with one address and nothing else."""
    scheme = scheme_of(address)
    if scheme == "mailto":
        return _MAILTO.fullmatch(address.strip()) is not None
    return scheme is None or scheme in SCHEMES


def is_allowed_attribute(tag: str, name: str) -> bool:
    """Whether an author's raw HTML keeps this attribute."""
    return name in AUTHORS_ATTRIBUTES["*"] or name in AUTHORS_ATTRIBUTES.get(tag, ())


def kept_classes(value: str) -> str | None:
    """The classes that mean something here; None when none do."""
    return " ".join(name for name in value.split() if name in CLASSES or _LANGUAGE_CLASS.match(name)) or None


def kept_role(value: str) -> str | None:
    """The role, if it is one that `render` gives."""
    return value if value in _ROLES else None


def cleaner(attribute_filter: AttributeFilter) -> nh3.Cleaner:
    """A cleaner that keeps to the lists of this module and asks `attribute_filter` for each attribute that stays."""
    import nh3  # only rendering needs it

    names = {*AUTHORS_ATTRIBUTES, *_OURS}
    attributes = {tag: {*AUTHORS_ATTRIBUTES.get(tag, ()), *_OURS.get(tag, ())} for tag in names}
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(EMPTIED),
        attributes=attributes,
        attribute_filter=attribute_filter,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
