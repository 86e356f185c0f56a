"""What the demonstration tells machines is of the form that its standard asks for: linked data, Atom, JSON Feed.

The standards are held here as small tables of what of them is used, so that nothing is asked of the network.
"""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

TEXT = "Text"
THING = {"name": {TEXT}, "url": {TEXT}, "description": {TEXT}}
LISTED = {"numberOfItems": {"Integer"}, "itemListElement": {"ListItem"}}
TYPES: dict[str, dict[str, set[str]]] = {
    "WebSite": {
        **THING,
        "inLanguage": {TEXT},
        "publisher": {"GovernmentOrganization"},
        "potentialAction": {"SearchAction"},
    },
    "SearchAction": {"target": {"EntryPoint"}, "query-input": {TEXT}},
    "EntryPoint": {"urlTemplate": {TEXT}},
    "Brand": {**THING, "logo": {TEXT}, "slogan": {TEXT}},
    "GovernmentOrganization": {**THING, "areaServed": {TEXT}, "contactPoint": {"ContactPoint"}},
    "ContactPoint": {**THING, "contactType": {TEXT}, "telephone": {TEXT}, "email": {TEXT}},
    "GovernmentService": {
        **THING,
        "serviceType": {TEXT},
        "brand": {"Brand"},
        "provider": {"GovernmentOrganization"},
        "audience": {"Audience"},
        "award": {TEXT},
        "availableChannel": {"ServiceChannel"},
    },
    "Audience": {**THING, "audienceType": {TEXT}},
    "ServiceChannel": {
        **THING,
        "serviceUrl": {TEXT},
        "servicePhone": {"ContactPoint"},
        "serviceLocation": {"Place"},
    },
    "Place": {**THING, "address": {TEXT}},
    "ItemList": LISTED,
    "BreadcrumbList": LISTED,
    "ListItem": {**THING, "position": {"Integer"}, "item": {TEXT}},
}
"""Of https://schema.org: the types that are used, their properties, and of what type a value may be."""
ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {"id", "title", "updated"}
PERSON = {"name", "uri", "email"}
ELEMENTS = {
    "feed": (ONCE, {"subtitle", "generator", "icon", "logo", "rights"}, {"author", "link", "category", "entry"}),
    "entry": (ONCE, {"published", "summary", "content", "rights"}, {"author", "link", "category"}),
    "author": ({"name"}, PERSON - {"name"}, set()),
}
"""Of RFC 4287: the children that an element has once, at most once, and any number of times."""
ATTRIBUTES = {
    "link": ({"href"}, {"rel", "type", "title", "hreflang", "length"}),
    "category": ({"term"}, {"scheme", "label"}),
    "generator": (set(), {"uri", "version"}),
    "title": (set(), {"type"}),
    "summary": (set(), {"type"}),
    "content": (set(), {"type"}),
}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
FEED_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        **{key: {"type": "string", "minLength": 1} for key in ("title", "description", "language")},
        **{key: {"type": "string", "pattern": "^https://"} for key in ("home_page_url", "feed_url")},
        "authors": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name"]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "additionalProperties": False,
                "properties": {
                    **{key: {"type": "string", "minLength": 1} for key in ("id", "title", "summary", "content_text")},
                    **{key: {"type": "string", "pattern": "^https://"} for key in ("url", "image")},
                    **{key: {"pattern": f"^{MOMENT}$"} for key in ("date_published", "date_modified")},
                    "authors": {"type": "array", "items": {"type": "object", "required": ["name"]}},
                    "tags": {"type": "array", "items": {"type": "string", "minLength": 1}},
                },
            },
        },
    },
}
"""Of https://www.jsonfeed.org/version/1.1/, for a site that knows its address."""


def list_slips(node: Any, known: dict[str, str], where: str) -> list[str]:
    """What in a node of linked data is not of the vocabulary; ``known`` is the type of every node that has an id."""
    kind = node.get("@type")
    if kind not in TYPES:
        return [f"{where}: {kind} is no type that is used"]
    slips = []
    for name, value in node.items():
        if name in ("@type", "@id"):
            continue
        place = f"{where} {kind}.{name}"
        if name not in TYPES[kind]:
            slips.append(f"{place} is no property of it")
            continue
        for one in value if isinstance(value, list) else [value]:
            found = kind_of(one, known)
            slips += [] if found in TYPES[kind][name] else [f"{place} is {found}"]
            slips += list_slips(one, known, place) if isinstance(one, dict) and "@type" in one else []
        slips += [f"{place} is empty"] if value in ("", []) else []
    return slips


def kind_of(value: Any, known: dict[str, str]) -> str:
    if isinstance(value, dict):
        return str(value["@type"] if "@type" in value else known.get(value["@id"], "no node of this page"))
    return {str: TEXT, int: "Integer"}.get(type(value), str(type(value)))


@pytest.mark.parametrize(
    ("node", "slip"),
    [
        ({"@type": "Brand", "award": "x"}, "p Brand.award is no property of it"),
        ({"@type": "Brand", "name": 1}, "p Brand.name is Integer"),
        ({"@type": "Nothing"}, "p: Nothing is no type that is used"),
        ({"@type": "GovernmentService", "brand": {"@id": "#b"}}, "p GovernmentService.brand is no node of this page"),
        ({"@type": "ListItem", "name": ""}, "p ListItem.name is empty"),
    ],
)
def test_slips_are_found(node: dict[str, Any], slip: str) -> None:
    assert list_slips(node, {}, "p") == [slip]


def test_linked_data_are_of_the_vocabulary(demonstration: Path) -> None:
    counts: Counter[str] = Counter()
    for path in sorted(demonstration.rglob("*.html")):
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text("utf-8")):
            told = json.loads(text)
            assert told["@context"] == "https://schema.org"
            known = {node["@id"]: node["@type"] for node in told["@graph"] if "@id" in node}
            slips = [slip for node in told["@graph"] for slip in list_slips(node, known, str(path))]
            assert slips == []
            counts.update(node["@type"] for node in told["@graph"])
    used = {"WebSite", "Brand", "GovernmentOrganization", "GovernmentService", "ItemList", "BreadcrumbList"}
    assert {kind for kind in used if counts[kind]} == used


def check_atom(node: ElementTree.Element) -> None:
    """Raises ``AssertionError`` for an element that is not as the standard has it."""
    name = node.tag.removeprefix(ATOM)
    needed, allowed = ATTRIBUTES.get(name, (set(), set()))
    assert needed <= set(node.keys()) - {LANG} <= needed | allowed, (name, node.attrib)
    if name in ELEMENTS:
        once, optional, many = ELEMENTS[name]
        counts = Counter(child.tag.removeprefix(ATOM) for child in node)
        assert {tag: counts[tag] for tag in once} == dict.fromkeys(once, 1), name
        assert max((counts[tag] for tag in optional), default=0) <= 1, name
        assert set(counts) <= once | optional | many, (name, counts)
    elif name in ("updated", "published"):
        assert re.fullmatch(MOMENT, str(node.text)), node.text
    else:
        assert len(node) == 0, name
        assert name in ("link", "category") or str(node.text).strip(), name
    for child in node:
        check_atom(child)


def test_atom_feeds_are_of_their_form(demonstration: Path, base: str) -> None:
    feeds = sorted(demonstration.rglob("feed.xml"))
    for path in feeds:
        root = ElementTree.fromstring(path.read_bytes())
        assert root.tag == f"{ATOM}feed"
        check_atom(root)
        assert root.find(f"{ATOM}author") is not None or all(
            entry.find(f"{ATOM}author") is not None for entry in root.iter(f"{ATOM}entry")
        )
        ids = [str(node.text) for node in root.iter(f"{ATOM}id")]
        assert len(set(ids)) == len(ids)
        own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert own == [base + path.relative_to(demonstration).as_posix()]
        updates = [str(entry.findtext(f"{ATOM}updated")) for entry in root.iter(f"{ATOM}entry")]
        assert root.findtext(f"{ATOM}updated") == max(updates)
    assert len(feeds) > 20


def test_json_feeds_are_of_their_form(demonstration: Path) -> None:
    schema = Draft202012Validator(FEED_SCHEMA)
    feeds = sorted(demonstration.rglob("feed.json"))
    for path in feeds:
        told = json.loads(path.read_bytes())
        schema.validate(told)
        assert len({item["id"] for item in told["items"]}) == len(told["items"]) > 0
    assert len(feeds) > 20
