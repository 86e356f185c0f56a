"""Markdown as stories use it, and no slower than it has to be."""

from __future__ import annotations

import re
from typing import Any, Final

import markdown
from markdown.treeprocessors import InlineProcessor

_MARK: Final = re.compile(r"[\\`*_\[<&\x02]|  \n")
"""What begins anything that Markdown knows within a line; a text without one is left as it is."""


class _QuickInline(InlineProcessor):
    """Spares texts without a mark the walk through every pattern, which takes half of the time of a story.

    It stands before a method that is Markdown's own affair: were it called otherwise one day, nothing would be spared,
    and nothing else would change.
    """

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if not _MARK.search(data):
            return data
        walk: Any = getattr(super(), "_InlineProcessor__handleInline")  # noqa: B009 - mypy does not know it
        return str(walk(data, patternIndex))


def open_markdown(*, fences: bool = False) -> markdown.Markdown:
    """Markdown with what stories need: tables, lists that begin where they say, fenced code if asked for."""
    extensions = ["tables", "sane_lists", *(["fenced_code"] if fences else [])]
    engine = markdown.Markdown(extensions=extensions, output_format="html")
    engine.treeprocessors.register(_QuickInline(engine), "inline", 20)
    # Line breaks between elements are for whoever reads the source; to make them takes a fifth of the time of a story.
    engine.treeprocessors.deregister("prettify")
    return engine
