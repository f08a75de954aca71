"""The values of the theme's templates: the site's name, navigation and footer (`sikum_site`)."""

from __future__ import annotations

from msgspec.structs import replace

from generator.model import urls
from generator.model.site import ROOT
from generator.rendering.context import SiteContext
from generator.rendering.terms import term_title
from generator.wording import DIRECTIONS


def frames(context: SiteContext) -> dict[str, dict[str, object]]:
    """The frame of pages in each language: a translation is read in a frame of its own."""
    return {language: _frame(context, language) for language in (context.language, *DIRECTIONS)}


def _frame(context: SiteContext, language: str) -> dict[str, object]:
    """In another language than the site's, it says of the menu and of the search in which language that they lead to is."""
    wording = context.wording_for(language)
    found = theme_context(replace(context, wording=wording)) | {"site_language": context.language, "in_language": ""}
    if language == context.language:
        return found
    site_language = term_title(context.structure, "language", context.language, language)
    said = wording.gettext("in %(language)s") % {"language": site_language}
    strings = found["strings"]
    assert isinstance(strings, dict)
    return found | {
        "in_language": said,
        "strings": strings | {name: f"{strings[name]} ({said})" for name in ("nav", "search")},
    }


def theme_context(context: SiteContext) -> dict[str, object]:
    """The globals that `theme/shell.html` and its partials read. URLs are relative to the site's root.

    Templates put `root`, the relative way up from the page, in front of them. MkDocs' `url` filter would give each page a
    different link to itself, and one shell could not serve all pages.
    """
    _ = context.wording.gettext
    nav = [
        ("catalogue", _("Processes"), ""),
        ("ministries", _("Bodies"), urls.MINISTRIES),
        ("promises", _("Promises"), urls.PROMISES),
        ("outcomes", _("Outcomes"), urls.OUTCOMES),
        ("lessons", _("Lessons"), urls.LESSONS),
        ("guide", _("The guide"), urls.GUIDE),
        ("data", _("Data"), urls.DATA),
    ]
    footer: list[tuple[str, str]] = []
    if context.has_accessibility:
        footer.append((_("Accessibility statement"), urls.ACCESSIBILITY))
    footer.append((_("How long closing takes"), urls.CLOSING))
    footer.append((_("Rules of the checks"), urls.RULES))
    if context.has_feeds:
        footer.append((_("Updates (Atom)"), urls.ALL_FEED))
    return {
        "language": context.language,
        "site_language": context.language,
        "direction": context.wording.direction,
        "title": context.site_name,
        "root": ROOT,
        "nav": [{"key": key, "title": title, "url": url} for key, title, url in nav],
        "footer": [
            *({"title": title, "url": url, "own": True} for title, url in context.pages),
            *({"title": title, "url": url, "own": False} for title, url in footer),
        ],
        "licence": _licence(context),
        "strings": {
            "skip": _("Skip to the content"),
            "nav": _("Main navigation"),
            "menu": _("Menu"),
            "close": _("Close"),
            "search": _("Search"),
            "dark": _("Dark view"),
            "updated": _("Last update:"),
            "about_site": _(
                "What came out of public participation: what was concluded, what was promised and what was kept."
            ),
        },
    }


def _licence(context: SiteContext) -> dict[str, str] | None:
    """The licence of the data as the foot names it; None where nobody said."""
    if context.licence is None or context.licence.url is None:
        return None
    name = context.wording.text(context.licence.name)
    text = context.wording.gettext("Licence: %(license)s") % {"license": name}
    return {"title": text, "url": context.licence.url}
