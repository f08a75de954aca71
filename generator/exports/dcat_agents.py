"""Who publishes the open data and who wrote it, for `dcat.jsonld`, and whom to ask."""

from __future__ import annotations

from generator.model import urls
from generator.model.registry import Ministry
from generator.rendering.context import SiteContext
from generator.rendering.links import outside

Data = dict[str, object]


def publisher(context: SiteContext) -> Data:
    """Who publishes is known by the site's name alone; the bodies that convene stand in the data."""
    return agent("#publisher", context.site_name, context)


def agent(place: str, name: str, context: SiteContext) -> Data:
    """Who is called `name`. One that the registry has under this name is known by its site and its other addresses, too.

    `place`: a URL of the site, relative to its root, which nobody else has.
    """
    found: Data = {"@id": context.absolute(place), "@type": "foaf:Agent", "foaf:name": text_of(name, context)}
    body = _body_called(name, context)
    if body is None:
        return found
    if home := outside(body.url):
        found["foaf:homepage"] = {"@id": home, "@type": "foaf:Document"}
    if others := [{"@id": each} for url in body.same_as if (each := outside(url))]:
        found["owl:sameAs"] = others
    return found


def _body_called(name: str, context: SiteContext) -> Ministry | None:
    """None where nobody in the registry has the name, or more than one has."""
    named = [body for body in context.ministries.values() if name in (*body.name.values(), *body.aliases)]
    return named[0] if len(named) == 1 else None


def contact(context: SiteContext) -> Data:
    """Where to ask about the data: the page that tells of it."""
    return {
        "@id": context.absolute(f"{urls.DATA}#contact"),
        "@type": "vcard:Kind",
        "vcard:fn": text_of(context.site_name, context),
        "vcard:hasURL": {"@id": context.absolute(urls.DATA)},
    }


def text_of(text: str, context: SiteContext) -> Data:
    """A text in the site's language."""
    return {"@value": text, "@language": context.language}
