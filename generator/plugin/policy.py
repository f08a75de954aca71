"""The Content-Security-Policy that the site's pages keep, written to `_headers` for hosts that read it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from generator.expressions import expression

_SCRIPT = expression(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_STYLE = expression(r"<style[^>]*>(?P<code>.*?)</style>", re.DOTALL)
_DATA = expression(r'type="application/(?:ld\+)?json"')
"""A block of data is not run, and needs no leave."""


def content_security_policy(shells: Iterable[str]) -> str:
    """The strictest policy that pages in these shells work under: everything from the site itself, nothing inline.

    Inline code that a site's own theme puts into a shell is allowed by its hash, and only that.
    """
    scripts, styles = {"'self'"}, {"'self'"}
    for shell in shells:
        for match in _SCRIPT.finditer(shell):
            if match["code"].strip() and not _DATA.search(match["attributes"]):
                scripts.add(_hash(match["code"]))
        styles.update(_hash(match["code"]) for match in _STYLE.finditer(shell))
    rules = {
        "default-src": {"'none'"},
        "script-src": scripts,
        "style-src": styles,
        "img-src": {"'self'"},
        "font-src": {"'self'"},
        "media-src": {"'self'"},
        "connect-src": {"'self'"},
        "worker-src": {"'self'"},
        "manifest-src": {"'self'"},
        "form-action": {"'self'"},
        "base-uri": {"'none'"},
        "frame-ancestors": {"'none'"},
    }
    return "; ".join(f"{name} {' '.join(sorted(values))}" for name, values in rules.items())


def inline_code(html: str) -> set[str]:
    """The elements of a page that hold code of their own."""
    return {match[0] for pattern in (_SCRIPT, _STYLE) for match in pattern.finditer(html) if match["code"].strip()}


def headers_file(shells: Iterable[str]) -> str:
    """`_headers`, in the form that static hosts read."""
    return (
        "/*\n"
        f"  Content-Security-Policy: {content_security_policy(shells)}\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
    )


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
