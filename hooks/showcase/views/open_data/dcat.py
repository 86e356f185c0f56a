"""The catalogue of the open data in the words of DCAT 3: https://www.w3.org/TR/vocab-dcat-3/."""

from __future__ import annotations

import json
from typing import Any, Final

from showcase.model.values import PartialDate
from showcase.views.open_data.files import CATALOGUE, LISTS, DataFile
from showcase.views.open_data.table import find_last_update
from showcase.views.site import Site

_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
Node = dict[str, Any]


def render_catalogue(site: Site) -> bytes:
    """``catalogue.jsonld``; addresses are relative to it where the site does not know its own."""
    words, settings = site.words, site.settings
    base = f"{settings.site_url}data/" if settings.site_url else ""
    common = _tell_common(site)
    dataset: Node = {
        "@id": f"{base}#brands",
        "@type": "dcat:Dataset",
        "dct:title": _local(site, words.text("List of brands")),
        "dct:description": _local(site, words.text("Service brands of public bodies, as this site shows them.")),
        **common,
        "dcat:landingPage": {"@id": base or "./"},
        "dcat:distribution": [_describe_file(site, base, file) for file in LISTS],
    }
    told: Node = {
        "@context": _CONTEXT,
        "@id": base + CATALOGUE.name,
        "@type": "dcat:Catalog",
        "dct:title": _local(site, words.text("{name}: open data", name=settings.site_name)),
        **common,
        "foaf:homepage": {"@id": settings.site_url or "../"},
        "dcat:dataset": [dataset],
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"


def _tell_common(site: Site) -> Node:
    """Language, last change, publisher, licence, as far as they are known."""
    settings = site.settings
    told: Node = {"dct:language": settings.locale}
    if updated := find_last_update(site):
        told["dct:modified"] = {"@value": updated, "@type": _type_of(updated)}
    if settings.organizer:
        told["dct:publisher"] = {"@type": "foaf:Organization", "foaf:name": settings.organizer}
    if settings.data_license:
        told["dct:license"] = {"@id": settings.data_license}
    return told


def _describe_file(site: Site, base: str, file: DataFile) -> Node:
    return {
        "@type": "dcat:Distribution",
        "dct:title": _local(site, site.words.text(file.told)),
        "dcat:downloadURL": {"@id": base + file.name},
        "dcat:mediaType": {"@id": _MEDIA_TYPES + file.type},
        "dct:conformsTo": {"@id": base + file.schema},
    }


def _local(site: Site, text: str) -> Node:
    return {"@value": text, "@language": site.settings.locale}


def _type_of(date: str) -> str:
    """The type of a day, month or year."""
    known = PartialDate.parse(date)
    return "xsd:date" if known.day else "xsd:gYearMonth" if known.month else "xsd:gYear"
