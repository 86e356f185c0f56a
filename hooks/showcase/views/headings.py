"""The headings of a story: below those of the page, each with an address of its own."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from showcase.source.story_headings import name_heading

_ELEMENT: Final = re.compile(r"<[^>]*>")


class Headings:
    """Shows the headings of one story, in their order."""

    def __init__(self) -> None:
        """None has been shown yet."""
        self._taken: set[str] = set()

    def show(self, level: int, content: str) -> str:
        """A heading under the section's h2: h1 and h2 become h3, h3 becomes h4, and so on; ``content`` is HTML."""
        level = min(6, max(3, level + 1))
        slug = _name_heading(content)
        own = f"story-{slug}" if slug else "story"
        taken = self._taken
        if not slug or own in taken:
            own = next(f"{own}-{number}" for number in range(1, len(taken) + 2) if f"{own}-{number}" not in taken)
        taken.add(own)
        return f'<h{level} id="{own}">{content}</h{level}>'

    def find(self, fragment: str) -> str:
        """The id of the heading that ``#fragment`` means; empty where no heading that was shown is called so."""
        own = f"story-{name_heading(unquote(html.unescape(fragment)))}"
        return own if own in self._taken else ""


@lru_cache(maxsize=1024)
def _name_heading(content: str) -> str:
    """What a heading's address says of it; stories of a catalogue have many headings in common."""
    words = _ELEMENT.sub("", content) if "<" in content else content
    return name_heading(html.unescape(words))
