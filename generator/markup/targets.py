"""Where an authored link leads: authors write source paths, the site has URLs."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from generator.model.site import ROOT


class Target(Struct, frozen=True):
    """A link's target, sorted out. `path` is empty for a place in the same page, None for another host or scheme."""

    path: str | None
    """Source path relative to the content folder, `..` resolved; may begin with `..` when it leaves the folder."""
    fragment: str
    is_absolute: bool = False
    """Written with a leading `/`: not a source path at all."""


def parse_target(page_path: str, target: str) -> Target:
    """Sort out `target` as written in the page whose source path is `page_path`."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return Target(None, "")
    if parts.scheme or parts.netloc or target.startswith("//"):
        return Target(None, parts.fragment)
    fragment = unquote(parts.fragment)
    if not parts.path:
        return Target("", fragment)
    path = unquote(parts.path)
    if path.startswith("/"):
        return Target(path.lstrip("/"), fragment, is_absolute=True)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page_path), path))
    return Target(joined, fragment)


def is_outside(target: str) -> bool:
    """Whether a target names another host or scheme (`https:`, `mailto:`, `//host`)."""
    return parse_target("", target).path is None


def resolve(page_path: str, target: str, urls: Mapping[str, str]) -> str | None:
    """The address to write for an authored link; None when it leads to nothing that is published.

    `urls` maps source paths to URLs relative to the site's root. Addresses inside the site begin with `ROOT`.
    """
    parsed = parse_target(page_path, target)
    if parsed.path is None:
        return target
    fragment = f"#{parsed.fragment}" if parsed.fragment else ""
    if parsed.path == "":
        return fragment or None
    if parsed.is_absolute:
        return None
    for candidate in (parsed.path, f"{parsed.path}/index.md"):
        if candidate in urls:
            return f"{ROOT}{urls[candidate]}{fragment}"
    return None
