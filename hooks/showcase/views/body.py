"""The story of a brand: Markdown to the HTML of its page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Container
from typing import Final
from urllib.parse import unquote

import markdown
import nh3
from markupsafe import Markup

_TAGS: Final = {
    *("p", "br", "hr", "strong", "em", "del", "sup", "sub", "code", "pre", "blockquote"),
    *("h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "a", "img"),
}
_ATTRIBUTES: Final = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
}
_SCHEMES: Final = {"http", "https", "mailto", "tel", "brand"}
_HEADING: Final = re.compile(r"<(/?)h([1-6])\b[^>]*>")
_PARAGRAPH_OF_IMAGE: Final = re.compile(r"<p>(<img [^>]*>)</p>")
_ALIGN: Final = re.compile(r' style="text-align: (left|center|right);"')
_HAN: Final = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026]"
_HAN_LINE_BREAK: Final = re.compile(rf"(?<={_HAN})[ \t]*\n[ \t]*(?={_HAN})")
_BRAND_LINK: Final = re.compile(r'(<a(?: [^>]*?)?) href="brand:([^"]*)"', re.IGNORECASE)
_IMAGE: Final = re.compile(r"<img [^>]*>")
_ATTRIBUTE: Final = re.compile(r'(src|alt|title)="([^"]*)"')
_OUTSIDE: Final = re.compile(r'<a href="(https?://[^"]+)"')
_MOST_BRACKETS: Final = 1000
"""Opening brackets that a story may hold; Markdown's time grows with their square, and 20,000 hold it for a minute."""
_TABLE: Final = re.compile(r"<table>(.*?)</table>", re.DOTALL)


ShowPicture = Callable[[str, str, str], str]
"""Gives the HTML of a picture from its file name, alternative text and caption; nothing for an unknown file."""


class BodyRenderer:
    """Turns bodies into HTML; holds one Markdown instance, which is costly to make, for all of them."""

    def __init__(self) -> None:
        """Sets up Markdown with the extensions that stories need, and no more."""
        self._markdown = _open_markdown()

    def render(self, body: str, show_picture: ShowPicture, brands: Container[str]) -> Markup:
        """The body as clean HTML: headings from h3 down, brand links relative to the brand's page, pictures sized.

        ``brands`` are the slugs that have a page; a link to another is left as words.
        """
        if not body.strip():
            return Markup()
        raw = _ALIGN.sub(r' align="\1"', _HEADING.sub(_demote, self._convert(body)))
        clean = nh3.clean(raw, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None)
        if "<pre" not in clean:
            clean = _HAN_LINE_BREAK.sub("", clean)
        linked = _BRAND_LINK.sub(lambda found: _link(found, brands), clean)
        outside = _OUTSIDE.sub(r'<a rel="external noopener" href="\1"', linked)
        framed = _TABLE.sub(r'<div class="scroll" tabindex="0"><table>\1</table></div>', outside)
        pictured = _IMAGE.sub(lambda found: _show(found[0], show_picture), _PARAGRAPH_OF_IMAGE.sub(r"\1", framed))
        return Markup(pictured)

    def _convert(self, body: str) -> str:
        if body.count("[") > _MOST_BRACKETS:
            return f"<pre>{html.escape(body)}</pre>"
        self._markdown.reset()
        try:
            return self._markdown.convert(body)
        except RecursionError:
            # Lists in lists by the hundred: what is written is shown as it is written. The instance does not recover.
            self._markdown = _open_markdown()
            return f"<pre>{html.escape(body)}</pre>"


def _open_markdown() -> markdown.Markdown:
    return markdown.Markdown(extensions=["tables", "sane_lists"], output_format="html")


def _link(found: re.Match[str], brands: Container[str]) -> str:
    return f'{found[1]} href="../{found[2]}/"' if found[2] in brands else found[1]


def _show(tag: str, show_picture: ShowPicture) -> str:
    found = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(tag)}
    return show_picture(unquote(found.get("src", "")), found.get("alt", ""), found.get("title", ""))


def _demote(found: re.Match[str]) -> str:
    """A heading under the section's h2: h1 and h2 become h3, h3 becomes h4, and so on."""
    level = min(6, max(3, int(found[2]) + 1))
    return f"<{found[1]}h{level}>"
