"""`dcat.jsonld`: the open data as DCAT-AP, for portals that harvest catalogues. Made only where the site has an address.

Things of other vocabularies are named with their class, so that a validator needs nothing but this file.
"""

from __future__ import annotations

from generator.model import urls
from generator.rendering.context import SiteContext
from generator.rendering.datasets import PROCESSES, TABLES, Table

Data = dict[str, object]

_AUTHORITY = "http://publications.europa.eu/resource/authority"
_LANGUAGES = {"he": "HEB", "ar": "ARA", "en": "ENG"}
_MEDIA = {"csv": ("CSV", "text/csv"), "json": ("JSON", "application/json")}
"""By the ending of a file: its code in the EU's list of file types, and its media type."""

CONTEXT: Data = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}

_THEME: Data = {
    "@id": f"{_AUTHORITY}/data-theme/GOVE",
    "@type": "skos:Concept",
    "skos:prefLabel": {"@value": "Government and public sector", "@language": "en"},
}


def dcat_data(context: SiteContext) -> Data:
    """A `dcat:Catalog` with one dataset a table; texts in the site's language."""
    return {
        "@context": CONTEXT,
        "@id": context.absolute(urls.data_file("dcat.jsonld")),
        "@type": "dcat:Catalog",
        "dct:title": _text(context.site_name, context),
        "dct:description": _text(
            context.wording.gettext(
                "What came out of public participation: what was concluded, what was promised and what was kept."
            ),
            context,
        ),
        "dct:publisher": _publisher(context),
        "dct:language": _language(context),
        "foaf:homepage": {"@id": context.absolute(""), "@type": "foaf:Document"},
        "dcat:dataset": [_dataset(table, context) for table in TABLES],
    }


def _dataset(table: Table, context: SiteContext) -> Data:
    files = [table.file, "catalogue.json"] if table is PROCESSES else [table.file]
    return {
        "@id": context.absolute(f"data/#{table.name}"),
        "@type": "dcat:Dataset",
        "dct:identifier": table.name,
        "dct:title": _text(context.wording.text(table.title), context),
        "dct:description": _text(
            "; ".join(f"{column.name}: {context.wording.text(column.meaning)}" for column in table.columns), context
        ),
        "dct:publisher": _publisher(context),
        "dct:language": _language(context),
        "dcat:theme": _THEME,
        "dcat:landingPage": {"@id": context.absolute(urls.DATA), "@type": "foaf:Document"},
        "dcat:distribution": [_distribution(file, context) for file in files],
    }


def _distribution(file: str, context: SiteContext) -> Data:
    code, media_type = _MEDIA[file.rpartition(".")[2]]
    url = context.absolute(urls.data_file(file))
    return {
        "@id": f"{url}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": _text(file, context),
        "dcat:accessURL": {"@id": url},
        "dcat:downloadURL": {"@id": url},
        "dct:format": {"@id": f"{_AUTHORITY}/file-type/{code}", "@type": "dct:MediaTypeOrExtent"},
        "dcat:mediaType": {
            "@id": f"https://www.iana.org/assignments/media-types/{media_type}",
            "@type": "dct:MediaType",
        },
    }


def _publisher(context: SiteContext) -> Data:
    """Who publishes is not known beyond the site's name; the ministries themselves stand in the data."""
    return {
        "@id": context.absolute("#publisher"),
        "@type": "foaf:Agent",
        "foaf:name": _text(context.site_name, context),
    }


def _text(text: str, context: SiteContext) -> Data:
    return {"@value": text, "@language": context.language}


def _language(context: SiteContext) -> Data:
    return {"@id": f"{_AUTHORITY}/language/{_LANGUAGES[context.language]}", "@type": "dct:LinguisticSystem"}
