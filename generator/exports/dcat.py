"""`dcat.jsonld`: the open data as DCAT-AP 3.0.1, for portals that harvest catalogues. Made only where the site has an address.

Things of other vocabularies are named with their class, so that a validator needs nothing but this file. What only an office
knows (of what type the publisher is) is left out. The profile's annex on high-value data does not apply.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from generator.diagnostics import Text
from generator.exports.dcat_agents import agent, contact, publisher, text_of
from generator.exports.file_facts import Facts
from generator.model import urls
from generator.model.dates import PartialDate
from generator.model.licences import ISRAEL, Licence
from generator.rendering.context import SiteContext
from generator.rendering.datasets import PROCESSES, TABLES
from generator.views.span_of_data import SpanOfData

Data = dict[str, object]

_AUTHORITY = "http://publications.europa.eu/resource/authority"
_LANGUAGES = {"he": "HEB", "ar": "ARA", "en": "ENG"}
_MEDIA = {
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "zip": ("ZIP", "application/zip"),
    "parquet": ("", "application/vnd.apache.parquet"),
    "sqlite": ("", "application/vnd.sqlite3"),
}
"""By the ending of a file: its code in the EU's list of file types (which has none for Parquet and SQLite), and its media type."""
_STANDARDS = {
    "csv": ("https://www.rfc-editor.org/info/rfc4180", "RFC 4180: Common Format and MIME Type for CSV Files"),
    "parquet": ("https://parquet.apache.org/docs/file-format/", "Apache Parquet file format"),
    "sqlite": ("https://www.sqlite.org/fileformat2.html", "SQLite database file format"),
    "zip": ("https://datapackage.org/standard/data-package/", "Data Package v2"),
}
"""By the ending of a file: the address and the name of what it is written by."""
_KEYWORDS = (
    Text(he="שיתוף ציבור", ar="إشراك الجمهور", en="public participation"),
    Text(he="ממשל פתוח", ar="حكومة منفتحة", en="open government"),
)
WHOLE = "catalogue"
"""Name of the dataset that holds all tables in one file."""

CONTEXT: Data = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_THEMES: Data = {
    "@id": f"{_AUTHORITY}/data-theme",
    "@type": "skos:ConceptScheme",
    "dct:title": {"@value": "Data theme", "@language": "en"},
}


def _concept(address: str, name: str, kind: str = "skos:Concept") -> Data:
    label: Data = {"skos:prefLabel": {"@value": name, "@language": "en"}} if kind == "skos:Concept" else {}
    return {"@id": address, "@type": kind, **label}


_THEME = _concept(f"{_AUTHORITY}/data-theme/GOVE", "Government and public sector")
_STABLE = _concept(f"{_AUTHORITY}/planned-availability/STABLE", "Stable")
_IRREGULAR = _concept(f"{_AUTHORITY}/frequency/IRREG", "Irregular", "dct:Frequency")
_ISRAEL = _concept(f"{_AUTHORITY}/country/ISR", "Israel", "dct:Location")
_PUBLIC = _concept(f"{_AUTHORITY}/access-right/PUBLIC", "Public", "dct:RightsStatement")


def dcat_data(files: Mapping[str, Facts], span: SpanOfData, writers: Sequence[str], context: SiteContext) -> Data:
    """A `dcat:Catalog` with a dataset for each table and one for all, in a series; texts in the site's language.

    `files`: size and hash of what is offered, by its name in `/data/`; `writers`: who wrote texts of processes, where the
    convening bodies did not.
    """
    datasets = [
        _dataset(
            table.name,
            context.wording.text(table.title),
            [
                table.file,
                *(["catalogue.json"] if table is PROCESSES else ()),
                *([parquet] if (parquet := f"{table.name}.parquet") in files else ()),
            ],
            files,
            span,
            context,
        )
        for table in TABLES
    ]
    whole = [name for name in files if name.endswith((".zip", ".sqlite"))]
    if whole:
        datasets.append(_dataset(WHOLE, context.wording.gettext("All tables in one file"), whole, files, span, context))
    for dataset in datasets if writers else ():
        dataset["dct:creator"] = [agent(f"#writer-{number}", name, context) for number, name in enumerate(writers, 1)]
    return {
        "@context": CONTEXT,
        "@id": context.absolute(urls.data_file("dcat.jsonld")),
        "@type": "dcat:Catalog",
        "dct:title": text_of(context.site_name, context),
        "dct:description": text_of(_description(context), context),
        "dct:publisher": publisher(context),
        "dct:language": _language(context),
        **_spatial(context),
        **_license(context.licence, context),
        **_dates(span),
        "dcat:themeTaxonomy": _THEMES,
        "foaf:homepage": {"@id": context.absolute(""), "@type": "foaf:Document"},
        "dcat:dataset": datasets,
    }


def _dataset(
    name: str, title: str, offered: Sequence[str], files: Mapping[str, Facts], span: SpanOfData, context: SiteContext
) -> Data:
    return {
        "@id": context.absolute(f"{urls.DATA}#{name}"),
        "@type": "dcat:Dataset",
        "dct:identifier": name,
        "dct:title": text_of(title, context),
        "dct:description": text_of(f"{title}. {_description(context)}", context),
        "dct:publisher": publisher(context),
        "dcat:contactPoint": contact(context),
        "dct:language": _language(context),
        **_spatial(context),
        "dct:accessRights": _PUBLIC,
        "dct:accrualPeriodicity": _IRREGULAR,
        **_temporal(span, context),
        **_dates(span),
        "dcat:keyword": [text_of(keyword, context) for keyword in _keywords(context)],
        "dcat:theme": _THEME,
        "dcat:inSeries": _series(span, context),
        "dcat:landingPage": {"@id": context.absolute(urls.DATA), "@type": "foaf:Document"},
        "dcat:distribution": [_distribution(file, files[file], span, context) for file in offered],
    }


def _distribution(file: str, facts: Facts, span: SpanOfData, context: SiteContext) -> Data:
    ending = file.rpartition(".")[2]
    code, media_type = _MEDIA[ending]
    url = context.absolute(urls.data_file(file))
    media = f"https://www.iana.org/assignments/media-types/{media_type}"
    form = _concept(f"{_AUTHORITY}/file-type/{code}" if code else media, code, "dct:MediaTypeOrExtent")
    return {
        "@id": f"{url}#distribution",
        "@type": "dcat:Distribution",
        "dct:title": text_of(file, context),
        "dct:description": text_of(_pointer(context), context),
        "dcat:accessURL": {"@id": url},
        "dcat:downloadURL": {"@id": url},
        "dct:format": form,
        "dcat:mediaType": {"@id": media, "@type": "dct:MediaType"},
        **({"dcat:packageFormat": {"@id": media, "@type": "dct:MediaType"}} if ending == "zip" else {}),
        **_standard(ending),
        **_license(context.licence, context),
        **_dates(span),
        "dcatap:availability": _STABLE,
        "dcat:byteSize": {"@value": str(facts.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@id": f"{url}#checksum",
            "@type": "spdx:Checksum",
            "spdx:algorithm": {
                "@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
                "@type": "spdx:ChecksumAlgorithm",
            },
            "spdx:checksumValue": {"@value": facts.sha256, "@type": "xsd:hexBinary"},
        },
    }


def _standard(ending: str) -> Data:
    """What a file of this ending conforms to. A Parquet file is packed within (zstd), so that none has a format of packing."""
    if ending not in _STANDARDS:
        return {}
    address, name = _STANDARDS[ending]
    title = {"@value": name, "@language": "en"}
    return {"dct:conformsTo": {"@id": address, "@type": "dct:Standard", "dct:title": title}}


def _series(span: SpanOfData, context: SiteContext) -> Data:
    return {
        "@id": context.absolute(f"{urls.DATA}#series"),
        "@type": "dcat:DatasetSeries",
        "dct:title": text_of(context.site_name, context),
        "dct:description": text_of(_description(context), context),
        "dct:publisher": publisher(context),
        "dcat:contactPoint": contact(context),
        **_spatial(context),
        "dct:accrualPeriodicity": _IRREGULAR,
        **_temporal(span, context),
        **_dates(span),
    }


def _license(licence: Licence | None, context: SiteContext) -> Data:
    """Nothing where no licence with an address is known: a portal must not take silence for permission."""
    if licence is None or licence.url is None:
        return {}
    kind = {"dct:type": _concept(*_kind(licence.id))} if licence.id.startswith("CC") else {}
    return {
        "dct:license": {
            "@id": licence.url,
            "@type": "dct:LicenseDocument",
            "dct:title": text_of(context.wording.text(licence.name), context),
            **kind,
        }
    }


def _kind(spdx: str) -> tuple[str, str]:
    """Address and name of the type of a Creative Commons licence."""
    base = "http://purl.org/adms/licencetype"
    if spdx.startswith("CC0"):
        return f"{base}/PublicDomain", "Public domain"
    if "-NC" in spdx:
        return f"{base}/NonCommercialUseOnly", "Non-commercial use only"
    if "-ND" in spdx:
        return f"{base}/NoDerivativeWork", "No derivative work"
    if "-SA" in spdx:
        return f"{base}/ViralEffect-ShareAlike", "Viral effect (share alike)"
    return f"{base}/Attribution", "Attribution"


def _temporal(span: SpanOfData, context: SiteContext) -> Data:
    ends = {"dcat:startDate": _date(span.begins), "dcat:endDate": _date(span.ends)}
    known = {name: value for name, value in ends.items() if value}
    name = context.absolute(f"{urls.DATA}#period")
    return {"dct:temporal": {"@id": name, "@type": "dct:PeriodOfTime", **known}} if known else {}


def _spatial(context: SiteContext) -> Data:
    """The country, of a site that is plainly of it: by its language, its localities, its address or the licence of its data."""
    host = urlsplit(context.site_url or "").hostname or ""
    is_by_name = context.language == "he" or bool(context.localities)
    is_known = is_by_name or host.endswith(".il") or context.licence == ISRAEL
    return {"dct:spatial": _ISRAEL} if is_known else {}


def _dates(span: SpanOfData) -> Data:
    dates = {"dct:issued": _date(span.issued), "dct:modified": _date(span.modified)}
    return {name: value for name, value in dates.items() if value}


def _date(date: PartialDate | None) -> Data | None:
    """The date by the type that its precision has."""
    if date is None:
        return None
    kind = "date" if date.day else "gYearMonth" if date.month else "gYear"
    return {"@value": date.iso, "@type": f"xsd:{kind}"}


def _keywords(context: SiteContext) -> list[str]:
    topics = (topic.title_in(context.language) for topic in context.topics.values())
    return list(dict.fromkeys((*map(context.wording.text, _KEYWORDS), *topics)))


def _description(context: SiteContext) -> str:
    return context.wording.gettext(
        "What came out of public participation: what was concluded, what was promised and what was kept."
    )


def _pointer(context: SiteContext) -> str:
    return context.wording.gettext("What each column means: %(url)s") % {"url": context.absolute(urls.DATA)}


def _language(context: SiteContext) -> Data:
    return {"@id": f"{_AUTHORITY}/language/{_LANGUAGES[context.language]}", "@type": "dct:LinguisticSystem"}
