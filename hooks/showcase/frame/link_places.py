"""Where a link stands in the Markdown of a page, which is known once the page was drawn."""

from __future__ import annotations

import posixpath
import re
from contextlib import suppress
from operator import attrgetter
from typing import Final, NamedTuple

from mkdocs.structure.files import File

from showcase.frame.stand_ins import Written, read_targets
from showcase.source.brand_slips import is_slip
from showcase.views.page_link import BrandLink, files_of

_BEGINNING: Final = re.compile(r"[^\s)>\"']{1,500}")
_START: Final = re.compile(rf"(?<![^\s(<\"'=:])(?=({_BEGINNING.pattern}))")
"""What may be the beginning of an address, which ends at none of its own characters unless it is long."""
_SOURCE: Final = re.compile(r"(?:/(?:index|README))?\.md\Z")
_IN_HTML: Final = "\"'="
_AFTER: Final = ")>\"'"


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


class PlaceReader:
    """Finds addresses in the Markdown of a page, which is read once however many are sought."""

    def __init__(self, file: File) -> None:
        text = _read(file)
        self._lines = text.splitlines()
        self._starts: dict[str, list[tuple[int, int]]] = {}
        """Where what may be an address begins, by its beginning: the line's index and the character's."""
        for number, line in enumerate(self._lines):
            for found in _START.finditer(line):
                self._starts.setdefault(found[1], []).append((number, found.start()))
        self._targets: dict[str, Written] = {}
        """The first link to each file of the site that MkDocs may have rewritten."""
        for one in read_targets(text, file.src_uri):
            self._targets.setdefault(_SOURCE.sub("/index.html", one.path), one)

    def find(self, address: str, path: str) -> LinkPlace:
        """The place of an address as it stands in the drawn page; ``path`` is where it leads on the site.

        One that MkDocs has rewritten is sought by the file that it names.
        """
        address = address.strip()
        # Of what looks like a file MkDocs leaves none as it is, unless it stands in HTML.
        is_file = "." in posixpath.basename(path)
        beginning = _BEGINNING.match(address)
        for number, start in self._starts.get(beginning[0], ()) if beginning else ():
            line = self._lines[number]
            if is_file and not (start and line[start - 1] in _IN_HTML):
                continue
            if line.startswith(address, start) and _ends(line, start + len(address)):
                return LinkPlace(address, number + 1, start + 1, line)
        written = [self._targets[file] for file in files_of(path) if file in self._targets]
        for one in sorted(written, key=attrgetter("line", "column")):
            return LinkPlace(one.text, one.line, one.column, self._lines[one.line - 1])
        return LinkPlace(address)


def _ends(line: str, end: int) -> bool:
    """Whether an address may end there."""
    return end >= len(line) or line[end] in _AFTER or line[end].isspace()


def _read(file: File) -> str:
    with suppress(OSError):  # A list that a plugin makes lies in no file.
        return file.content_string
    return ""
