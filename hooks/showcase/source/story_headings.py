"""What the headings of a story are called in addresses: ``## 起因`` is led to by ``#起因``."""

from __future__ import annotations

import html
import re
from typing import Final

from showcase.source.story_code import blank_fences

_NO_WORD: Final = re.compile(r"[^\w]+")
_ID_LENGTH: Final = 40
_HEADING: Final = re.compile(r"^[ \t>]{0,20}(?:[-*+][ \t]{1,9})?#{1,6}([^\n]+)|^([^\n]+)\n(?:=+|-+)[ ]*$", re.MULTILINE)
_ELEMENT: Final = re.compile(r"<h[1-6]>([^\n]{1,300}?)</h[1-6]>", re.IGNORECASE)
_LINK: Final = re.compile(r"\[([^\[\]\n]{1,200})\](?:\([^()\n]{0,500}\)|\[[^\[\]\n]{0,200}\])")
_TAG: Final = re.compile(r"<[^<>\n]{1,500}>")
_EMPHASIS: Final = re.compile(r"(?<!\w)_+|_+(?!\w)")


def name_heading(words: str) -> str:
    """What a heading's address says of its words; empty where they have no letter or digit."""
    return _NO_WORD.sub("-", words).strip("-").lower()[:_ID_LENGTH]


def find_headings(body: str) -> dict[str, str]:
    """The headings of a story as addresses name them, each with its words; fenced code is passed over."""
    text = blank_fences(body)
    found = [heading[1] or heading[2] for heading in _HEADING.finditer(text)]
    found += [heading[1] for heading in _ELEMENT.finditer(text)]
    words = (html.unescape(_EMPHASIS.sub("", _TAG.sub("", _LINK.sub(r"\1", one)))).strip(" #*") for one in found)
    return {name: one for one in words if (name := name_heading(one))}
