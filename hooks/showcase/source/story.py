"""What a brand's story refers to: its pictures, and other brands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from showcase.source.story_code import blank_code

_INLINE: Final = re.compile(
    r"!\[([^\[\]\n]{0,500})\]\([ \t]*<?((?:[^()<>\s]|\([^()<>\s]{0,99}\)){0,500}+)>?"
    r"(?:[^()\n]|\([^()\n]{0,99}\)){0,300}+\)"
)
"""Brackets within the name stand in pairs, as Markdown has it."""
_BY_LABEL: Final = re.compile(r"!\[([^\[\]\n]{0,500})\][ ]?\[([^\[\]\n]{0,100})\]")
_LABEL: Final = re.compile(r"^ {0,3}\[([^\[\]\n]{1,100})\]:[ \t]*<?([^<>\s]{1,500})>?", re.MULTILINE)
_TAG: Final = re.compile(r"<img\b[^<>]{0,1000}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"\b(src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_BRAND: Final = re.compile(r"brand:([^()<>（）\s\"']{0,100})")
"""Begins with a literal, and is sought far faster."""
_BRAND_IN_CAPITALS: Final = r"(?:brand|BRAND):([^()<>（）\s\"']{0,100})"
_SLIP: Final = re.compile(r"[ \t]{0,9}）|(?<=:)[ \t]{1,9}[A-Za-z0-9]")
"""What comes after an address that :mod:`showcase.source.brand_slips` tells of."""
_LEADS: Final = re.compile(
    r"(?:\]\(\s{0,99}<?"
    r"|^(?:[ \t>]|[-*+] |\d{1,9}[.)] ){0,20}\[[^\[\]\n]{1,200}\]:[ \t]{0,9}(?:\n[ \t]{0,9})?<?"
    r"|\bhref\s{0,9}=\s{0,9}[\"']?"
    r")\Z",
    re.MULTILINE | re.IGNORECASE,
)
"""What stands before an address: in the text, on a line of its own, or in HTML."""
_BEFORE: Final = 300
"""Characters that all of it takes at the most."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that a story names."""

    name: str
    """File name of a picture, or slug of a brand."""
    alt: str
    """The picture in words."""
    offset: int
    """Where it stands, in characters from the start of the body."""
    length: int


def find_pictures(body: str) -> tuple[Reference, ...]:
    """The pictures of a story in their order; code is passed over."""
    # One character is sought far faster than two.
    if ("!" not in body or "![" not in body) and ("<" not in body or "<img" not in body.lower()):
        return ()
    text = blank_code(body)
    return tuple(sorted(_iterate_pictures(text), key=lambda picture: picture.offset))


def is_elsewhere(name: str) -> bool:
    """Whether a picture is named by a path or an address, and not by the name of a file beside the story."""
    return not name or any(sign in name for sign in ("/", "\\", ":"))


def find_brand_links(body: str) -> tuple[Reference, ...]:
    """The links to other brands, mostly written ``[…](brand:slug)``; code is passed over."""
    if "brand:" not in body and "BRAND:" not in body:
        return ()
    text = blank_code(body)
    places = re.finditer(_BRAND_IN_CAPITALS, text) if "BRAND:" in text else _BRAND.finditer(text)
    found = (link for link in places if is_led_to(text, link.start()) and not _SLIP.match(text, link.end(1)))
    return tuple(Reference(link[1], "", link.start(1), max(1, len(link[1]))) for link in found)


def is_led_to(text: str, start: int) -> bool:
    """Whether an address that stands there is one of a link."""
    return text.startswith("](", max(0, start - 2)) or bool(_LEADS.search(text, max(0, start - _BEFORE), start))


def _iterate_pictures(text: str) -> Iterator[Reference]:
    for found in _INLINE.finditer(text):
        yield Reference(unquote(found[2]), found[1].strip(), found.start(), len(found[0]))
    addresses = {label[1].lower(): label[2] for label in _LABEL.finditer(text)}
    for found in _BY_LABEL.finditer(text):
        address = addresses.get((found[2] or found[1]).lower())
        if address:
            yield Reference(unquote(address), found[1].strip(), found.start(), len(found[0]))
    for found in _TAG.finditer(text):
        attributes = {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(found[0])}
        yield Reference(attributes.get("src", ""), attributes.get("alt", "").strip(), found.start(), len(found[0]))
