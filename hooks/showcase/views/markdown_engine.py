"""Markdown as stories use it, and no slower than it has to be."""

from __future__ import annotations

import re
from typing import Any, Final
from xml.etree import ElementTree

import markdown
from markdown import inlinepatterns, treeprocessors
from markdown.util import AtomicString

_MARK: Final = re.compile(r"[\\`*_\[<&\x02]|  \n|://")
"""What begins anything that Markdown knows within a line; a text without one is left as it is."""
_WIDE: Final = r"[^\W\x00-\x7f]"
"""A letter or a digit of another script than ours, mostly Han; full-width punctuation is none."""
_PART: Final = (
    r"(?!(?<=[^\x00-\x7f])https?://)(?:[A-Za-z0-9_!#$%&()*+,./:;=?@~-]"
    rf"|(?<=[/?#=&]){_WIDE}(?:{_WIDE}|(?!https?://)[A-Za-z0-9_%~-])*+|{_WIDE}++(?=[/?#=&]))"
)
"""Of a path and what follows it; of what is not ASCII that alone which a sign of theirs stands before or behind."""
_ADDRESS: Final = (
    r"(?<![A-Za-z0-9_/@.+-])"
    rf"(https?://[A-Za-z0-9][A-Za-z0-9_!$%&()*+,.:;=@~-]{{0,1000}}+(?:(?=[/?#])(?:{_PART}){{1,1000}}+)?)"
)
_BEHIND: Final = ".,:;!?*"
"""Signs at its end that belong to the sentence; so does a bracket that was opened before it."""
_AFTER_LINKS: Final = 85
"""Links and HTML have been found, emphasis has not."""


class _BareAddress(inlinepatterns.InlineProcessor):
    """Makes a link of the address of a website that stands by itself, as previews do."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Markdown's own name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[ElementTree.Element, int, int]:
        address = m[1].rstrip(_BEHIND)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_BEHIND)
        link = ElementTree.Element("a", href=address)
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)


class _QuickInline(treeprocessors.InlineProcessor):
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
    engine.inlinePatterns.register(_BareAddress(_ADDRESS, engine), "bare_address", _AFTER_LINKS)
    # Line breaks between elements are for whoever reads the source; to make them takes a fifth of the time of a story.
    engine.treeprocessors.deregister("prettify")
    return engine
