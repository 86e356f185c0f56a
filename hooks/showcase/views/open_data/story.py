"""The story of a brand for those who take the data (品牌故事): links to brands that work outside the page too."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final, NamedTuple

from showcase.source.story import Reference
from showcase.source.story_code import blank_code

_INLINE: Final = re.compile(r"\]\(\s{0,99}<?\Z")
_DEFINITION: Final = re.compile(r"^[^\[\n]{0,40}\[([^\[\]\n]{1,200})\]:\s{0,20}<?\Z", re.MULTILINE)
_TAG: Final = re.compile(r"<a\s[^<>]{0,300}\Z", re.IGNORECASE)
"""What stands before an address: in the text, on a line of its own, in HTML."""
_REACH: Final = 310
"""Characters that all of it takes at the most."""
_REST: Final = re.compile(r">?(?:\s{1,9}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s{0,9}\)")
_CLOSING: Final = re.compile(r"</a\s{0,9}>", re.IGNORECASE)
"""What ends a link."""
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


def _take_out(text: str, start: int, end: int) -> Iterator[_Edit]:
    """What makes words a link whose address stands there; the words stay as they are."""
    near = max(0, start - _REACH)
    if found := _INLINE.search(text, near, start):
        opening, rest = _find_opening(text, found.start()), _REST.match(text, end)
        if opening >= 0 and rest:
            yield _Edit(opening, opening + 1)
            yield _Edit(found.start(), rest.end())
    elif found := _DEFINITION.search(text, near, start):
        yield _Edit(found.start(), (text.find("\n", end) + 1) or len(text))
        label = re.escape(found[1])
        for use in re.finditer(rf"\[([^\[\]]+)\][ ]?\[{label}\]|\[({label})\](?:\[\])?(?![(:])", text, re.IGNORECASE):
            group = use.lastindex or 1
            yield _Edit(use.start(), use.start(group))
            yield _Edit(use.end(group), use.end())
    elif (found := _TAG.search(text, near, start)) and (tag := _CLOSING.search(text, end)):
        yield _Edit(found.start(), text.find(">", end) + 1)
        yield _Edit(*tag.span())


def _find_opening(text: str, closing: int) -> int:
    """Where the bracket opens that closes there; -1 where none does near by."""
    depth = 0
    for place in range(closing, max(-1, closing - _LONGEST), -1):
        depth += {"]": 1, "[": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return -1
