"""The story of a brand: Markdown to the HTML of its page.

What a story may not hold is told to its editor when it is read, see :mod:`showcase.source.story_markup`. Here it is
taken out, whoever let it through.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Container
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import nh3
from markupsafe import Markup

from showcase.source.story import find_brand_links
from showcase.source.story_limits import find_excess
from showcase.source.story_markup import ATTRIBUTES, SCHEMES, TAGS, stays_inside
from showcase.views.headings import Headings
from showcase.views.line_breaks import join_lines
from showcase.views.plain_story import render_plain

if TYPE_CHECKING:
    from markdown import Markdown

_ALIGN: Final = re.compile(r' style="text-align: (left|center|right);"')
_HEADING: Final = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_ELEMENT: Final = re.compile(r"<[^>]*>")
_LINK: Final = re.compile(r'<a((?: [^>]*?)?) href="([^"]*)"')
_OUTSIDE: Final = ("http:", "https:")
_TABLE: Final = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_IMAGE: Final = re.compile(r"<img\b[^>]*>")
_ATTRIBUTE: Final = re.compile(r'(src|alt|title)="([^"]*)"')
_SHOWN: Final = re.compile(r"<(p|h[3-6])\b([^>]*)>((?:(?!</\1>).)*?<img\b.*?)</\1>|<img\b[^>]*>", re.DOTALL)
"""A paragraph or a heading with a picture in it, or a picture that stands elsewhere."""

ShowPicture = Callable[[str, str, str], str]
"""Gives the HTML of a picture from its file name, alternative text and caption; nothing for an unknown file."""


class BodyRenderer:
    """Turns bodies into HTML; holds Markdown and the cleaner, which are costly to make, for all of them."""

    def __init__(self) -> None:
        """Sets up the cleaner; Markdown is set up for the first body that needs it."""
        self._engines: dict[bool, Markdown] = {}
        """With fenced code, and without."""
        self._cleaner = nh3.Cleaner(
            tags=set(TAGS),
            attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
            url_schemes=set(SCHEMES),
            link_rel=None,
        )

    def render(self, body: str, show_picture: ShowPicture, brands: Container[str]) -> Markup:
        """The body as clean HTML: headings from h3 down, brand links relative to the brand's page, pictures sized.

        ``brands`` are the slugs that have a page; a link to another is left as words.
        """
        if not body.strip():
            return Markup()
        plain = render_plain(body)
        return Markup(plain) if plain is not None else self.render_any(body, show_picture, brands)

    def render_any(self, body: str, show_picture: ShowPicture, brands: Container[str]) -> Markup:
        """As :meth:`render`, by Markdown and the cleaner, whatever the body holds."""
        raw = self._convert(body)
        if "<table" in raw:
            raw = _ALIGN.sub(r' align="\1"', raw)
        clean = self._cleaner.clean(raw)
        if "<pre" not in clean:
            clean = join_lines(clean)
        headings = Headings()
        if "<h" in clean:
            clean = _HEADING.sub(lambda found: headings.show(int(found[1]), found[2]), clean)
        if "<a " in clean:
            # A brand that nobody finds in the story is no link: its page is not made anew when that brand goes.
            shown = {link.name for link in find_brand_links(body) if link.name in brands}
            clean = _LINK.sub(lambda found: _link(found, shown, headings), clean)
        if "<a" in clean:
            from showcase.views.bare_links import take_links_out  # Few stories have a link.

            clean = take_links_out(clean, lambda mark: ' href="' not in mark)
        if "<table" in clean:
            clean = _TABLE.sub(r'<div class="scroll" tabindex="0"><table>\1</table></div>', clean)
        if "<img" in clean:
            clean = _show_pictures(clean, show_picture)
        return Markup(clean)

    def _convert(self, body: str) -> str:
        if find_excess(body):
            return f"<pre>{html.escape(body)}</pre>"
        from showcase.views.block_gaps import set_blocks_apart  # Its patterns take a while, and most stories are plain.

        engine = self._open_engine(fences="```" in body or "~~~" in body)
        engine.reset()
        try:
            return engine.convert(set_blocks_apart(body))
        except RecursionError:
            # Elements in elements by the hundred: what is written is shown as it is written. The instances do not
            # recover.
            self._engines.clear()
            return f"<pre>{html.escape(body)}</pre>"

    def _open_engine(self, *, fences: bool) -> Markdown:
        engine = self._engines.get(fences)
        if engine is None:
            # Markdown takes longer to import than a plain story to render.
            from showcase.views.markdown_engine import open_markdown

            engine = self._engines[fences] = open_markdown(fences=fences)
        return engine


def _link(found: re.Match[str], brands: Container[str], headings: Headings) -> str:
    attributes, address = found[1], found[2]
    scheme, colon, rest = address.partition(":")
    if scheme.lower() == "brand" and colon:
        return f'<a{attributes} href="../{rest}/"' if rest in brands else f"<a{attributes}"
    if address.startswith("#") and (heading := headings.find(address[1:])):
        return f'<a{attributes} href="#{heading}"'
    if address.lower().startswith(_OUTSIDE):
        return f'<a rel="external noopener"{attributes} href="{address}"'
    if (colon and scheme.lower() in SCHEMES) or stays_inside(html.unescape(address)):
        return found[0]
    return f"<a{attributes}"


def _show_pictures(clean: str, show_picture: ShowPicture) -> str:
    """Pictures as figures, which cannot stand within a paragraph or a heading and so stand below it."""

    def show(tag: str) -> str:
        found = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(tag)}
        return show_picture(unquote(found.get("src", "")), found.get("alt", ""), found.get("title", ""))

    def lift(found: re.Match[str]) -> str:
        if not found[1]:
            return show(found[0])
        figures = "\n".join(filter(None, map(show, _IMAGE.findall(found[3]))))
        rest = _IMAGE.sub("", found[3]).strip()
        if _ELEMENT.sub("", rest).strip():
            return f"<{found[1]}{found[2]}>{rest}</{found[1]}>" + (f"\n{figures}" if figures else "")
        link = re.match(r"<a [^>]*href=[^>]*>", rest)
        if not (link and figures):
            return figures
        # Nothing within a link is a stop of its own.
        return link[0] + figures.replace(' tabindex="0"', "") + "</a>"

    return _SHOWN.sub(lift, clean)
