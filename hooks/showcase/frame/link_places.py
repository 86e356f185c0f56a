"""Where a link stands in the Markdown of a page, which is known once the page was drawn."""

from __future__ import annotations

import posixpath
import re
from contextlib import suppress
from typing import Final, NamedTuple

from mkdocs.structure.files import File

from showcase.frame.stand_ins import read_targets
from showcase.source.brand_slips import is_slip
from showcase.views.page_link import BrandLink, files_of

_BEFORE: Final = r"(?<![^\s(<\"'=:])"
_IN_HTML: Final = r"(?<=[\"'=])"
_AFTER: Final = r"(?![^\s)>\"'])"


class LinkPlace(NamedTuple):
    """A link as it is written, and where."""

    found: str
    line: int = 1
    column: int = 1
    text: str = ""
    """That line; empty where it is not known."""


def place_brand_link(file: File, slug: str) -> BrandLink:
    """A link to a brand, and where it stands in the page's Markdown, unless it got there in some other way."""
    address = re.compile(rf"{'' if is_slip(slug) else '(?:brand|BRAND):'}({re.escape(slug)})(?![a-z0-9-])")
    for number, line in enumerate(_read(file).splitlines(), 1):
        if found := address.search(line):
            return BrandLink(file.src_uri, slug, number, found.start(1) + 1, line)
    return BrandLink(file.src_uri, slug)


def place_address(file: File, address: str, path: str) -> LinkPlace:
    """The place of an address as it stands in the drawn page; ``path`` is where it leads below the root of the site.

    One that MkDocs has rewritten is sought by the file that it names.
    """
    text = _read(file)
    # Of what looks like a file MkDocs leaves none as it is, unless it stands in HTML.
    is_file = "." in posixpath.basename(path)
    sought = re.compile((_IN_HTML if is_file else _BEFORE) + re.escape(address) + _AFTER)
    for number, line in enumerate(text.splitlines(), 1):
        if found := sought.search(line):
            return LinkPlace(address, number, found.start() + 1, line)
    files = files_of(path)
    for one in read_targets(text, file.src_uri):
        if re.sub(r"(?:/(?:index|README))?\.md\Z", "/index.html", one.path) in files:
            return LinkPlace(one.text, one.line, one.column, text.splitlines()[one.line - 1])
    return LinkPlace(address)


def _read(file: File) -> str:
    with suppress(OSError):  # A list that a plugin makes lies in no file.
        return file.content_string
    return ""
