"""What the head of a page says to machines: metadata, ways to the same in other forms, linked data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from markupsafe import Markup
from pydantic_core import to_json

from showcase.model.values import PartialDate

Graph = Sequence[Mapping[str, Any]]
"""Nodes of linked data in the words of https://schema.org."""

OG_LOCALES: Final = {"zh-Hans": "zh_CN", "en": "en_US"}
"""What Open Graph calls a locale."""
_ESCAPES: Final = {sign.encode(): f"\\u{ord(sign):04x}".encode() for sign in "<>&\u2028\u2029"}
"""So that no text can end the script element, begin a comment in it, or break a line of it."""


class Alternate(NamedTuple):
    """The same in another form (``rel=alternate``)."""

    type: str
    """Media type."""
    href: str
    """Relative to the page."""
    title: str


class Head(NamedTuple):
    """What a page tells in its head beside title and description."""

    column: str = ""
    """What kind of column it is (栏目类别); empty for a page that is none."""
    article: bool = False
    """Whether the page is content (内容页) and not a column."""
    keywords: tuple[str, ...] = ()
    published: str = ""
    """Minute of publication in China, ``YYYY-MM-DD HH:MM``; empty where the content does not tell the day."""
    source: str = ""
    """Where the content comes from (来源)."""
    image: str = ""
    """A raster picture of what the page shows: its address, as full as the site knows its own."""
    image_alt: str = ""
    alternates: tuple[Alternate, ...] = ()
    graph: Graph = ()


def write_linked_data(graph: Graph) -> Markup:
    """The content of a ``script`` of type ``application/ld+json``; nothing for an empty graph."""
    if not graph:
        return Markup()
    nodes: Any = {"@context": "https://schema.org", "@graph": graph}
    json = to_json(nodes)
    # Many times as fast as str.translate, which looks up every character. To look for one byte takes a tenth of the
    # time of looking for three, and few texts have the first of those.
    for sign, escape in _ESCAPES.items():
        if sign[:1] in json:
            json = json.replace(sign, escape)
    return Markup(json.decode())


def write_minute(date: PartialDate | None) -> str:
    """A day as metadata want it; nothing for a date that is less exact, for the rest would be invented."""
    return f"{date} 00:00" if date and date.day else ""
