"""The words of a hand-written page, for the full-text search."""

from __future__ import annotations

import html
import re
from typing import Final

from mkdocs.structure.pages import Page

_UNREAD: Final = re.compile(r"<(script|style|template|svg)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_MARK: Final = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_INLINE: Final = re.compile(
    r"</?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup)\b[^<>]*>", re.IGNORECASE
)
"""What does not part words."""
_SPACE: Final = re.compile(r"\s+")


def is_searched(page: Page) -> bool:
    """Whether a page is to be found by its text: all but those that say ``search: {exclude: true}``, as in Material.

    Lists of news hold what the posts hold themselves.
    """
    asked = page.meta.get("search")
    excluded = isinstance(asked, dict) and asked.get("exclude") is True
    return not excluded and not hasattr(page, "posts")


def read_words(content: str) -> str:
    """The words of a page's HTML, on one line."""
    text = _MARK.sub(" ", _INLINE.sub("", _UNREAD.sub(" ", content)))
    return _SPACE.sub(" ", html.unescape(text)).strip()
