"""The story of a brand for those who take the data (品牌故事): links to brands that work outside the page too."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final, NamedTuple

from showcase.source.story import Reference
from showcase.source.story_code import blank_code

_INLINE: Final = re.compile(r"\]\(\s{0,99}<?\Z")
"""What stands before an address within the text."""
_REACH: Final = 310
"""Characters that all of it takes at the most."""
_REST: Final = re.compile(r">?(?:\s{1,9}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s{0,9}\)")
"""What ends a link."""
_NOWHERE: Final = "#"
_LONGEST: Final = 2_000
"""Characters of its words."""
_SCHEME: Final = len("brand:")


class _Edit(NamedTuple):
    """A piece of the story, and what is put in its place."""

    start: int
    end: int
    text: str = ""


def resolve_brand_links(body: str, links: tuple[Reference, ...], brands: Container[str], site_url: str) -> str:
    """The story with addresses in the place of ``brand:slug``; a link to a brand without a page is left as its words.

    ``links`` are all that there are, ``brands`` the slugs that have a page. Addresses are full where the site knows its
    own, else relative to the brand's page, as all others of a story are.
    """
    edits: list[_Edit] = []
    text = blank_code(body)
    base = f"{site_url}brands/" if site_url else "../"
    for link in links:
        start, end = link.offset - _SCHEME, link.offset + link.length
        if link.name in brands:
            edits.append(_Edit(start, end, f"{base}{link.name}/"))
        else:
            edits += _take_out(text, start, end)
    for edit in sorted(edits, reverse=True):
        body = body[: edit.start] + edit.text + body[edit.end :]
    return body


def _take_out(text: str, start: int, end: int) -> tuple[_Edit, ...]:
    """What makes words no link to elsewhere whose address stands there; the words stay as they are.

    Of a link in other forms than ``[words](address)`` the address alone is taken: who uses a definition, and whether
    that or another of the same name counts, only Markdown can tell.
    """
    if found := _INLINE.search(text, max(0, start - _REACH), start):
        opening, rest = _find_opening(text, found.start()), _REST.match(text, end)
        is_link = opening >= 0 and rest and text[opening - 1 : opening] != "\\"
        return (_Edit(opening, opening + 1), _Edit(found.start(), rest.end())) if is_link and rest else ()
    return (_Edit(start, end, _NOWHERE),)


def _find_opening(text: str, closing: int) -> int:
    """Where the bracket opens that closes there; -1 where none does near by."""
    depth = 0
    for place in range(closing, max(-1, closing - _LONGEST), -1):
        depth += {"]": 1, "[": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return -1
