"""Links of a hand-written page that lead to a file of the site: in a browser, whoever wrote them and in what form."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Container, Iterator
from html.parser import HTMLParser
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from mkdocs.structure.files import File, Files

from showcase.frame.addresses import is_published
from showcase.frame.link_places import LinkPlace, PlaceReader
from showcase.source.brand_slips import is_address
from showcase.views.page_link import BrandLink, PageLink, files_of

_LEADS: Final = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "img": ("src",),
    "source": ("src",),
    "track": ("src",),
    "video": ("src", "poster"),
}
_ADDRESS: Final = re.compile(r'(<[a-zA-Z][^<>]*?\s(?:href|src)=")([^"<>]*)"')
_BRAND: Final = re.compile(r"brands/([a-z0-9-]+)(?:/(?:index\.html)?)?")


class _AddressReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes the addresses of an element."""
        wanted = _LEADS.get(tag, ())
        self.addresses += [value for name, value in attrs if value and name in wanted]


def read_addresses(content: str) -> list[str]:
    """The addresses in the HTML of a page, each once."""
    reader = _AddressReader()
    reader.feed(content)
    reader.close()
    return list(dict.fromkeys(reader.addresses))


def resolve(address: str, folder: str) -> str | None:
    """The path below the root of the site that an address leads to from a page in a folder of it.

    It ends with ``/`` where it names a folder. ``None`` for what leads out of the site, or does not begin at the page.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith(("/", "\\")) or is_address(address):
        return None
    written = unquote(parts.path)
    path = posixpath.normpath(posixpath.join(folder, written))
    if path.split("/", 1)[0] == "..":
        return None
    is_folder = written.rpartition("/")[2] in ("", ".", "..")
    return f"{path.removeprefix('.')}/".lstrip("/") if is_folder else path


def move_addresses(content: str, written: str, shown: str, known: Container[str]) -> str:
    """The HTML of a page's beginning with addresses that lead to the same from another page.

    ``written`` and ``shown`` are the folders of both. What leads to a ``known`` file from there already was written by
    MkDocs.
    """

    def move(found: re.Match[str]) -> str:
        address = html.unescape(found[2])
        there, meant = resolve(address, shown), resolve(address, written)
        if meant is None or (there is not None and any(name in known for name in files_of(there))):
            return found[0]
        rest = address[len(re.split(r"[?#]", address, maxsplit=1)[0]) :]
        moved = posixpath.relpath(meant or ".", shown or ".") + ("/" if meant.endswith("/") or not meant else "")
        return f'{found[1]}{html.escape(quote(moved) + rest)}"'

    return _ADDRESS.sub(move, content)


class LinkReader:
    """Reads the links of all pages, and tells what of them only the compiler can judge."""

    def __init__(self) -> None:
        self._read: list[tuple[File, list[str]]] = []
        self._known: frozenset[str] = frozenset()

    def read(self, content: str, file: File) -> None:
        """Takes the links in the HTML of a page."""
        self._read.append((file, read_addresses(content)))

    def settle(self, files: Files, frames: Container[str]) -> Iterator[BrandLink | PageLink]:
        """The links that lead to no file of MkDocs', once all have their addresses; ``frames`` are none of them."""
        written = {file.dest_uri for file in files if is_published(file) and file.src_uri not in frames}
        self._known = frozenset(file.dest_uri for file in files)
        for file, addresses in self._read:
            folder = posixpath.dirname(file.dest_uri)
            places = None
            for address in addresses:
                path = resolve(address, folder)
                if path is not None and written.isdisjoint(files_of(path)):
                    places = places or PlaceReader(file)
                    yield _describe(file, folder, path, places.find(address, path))

    def move(self, content: str, written: str, shown: str) -> str:
        """The beginning of a page as it is shown on another: see :func:`move_addresses`; both are paths of the site."""
        return move_addresses(content, posixpath.dirname(written), posixpath.dirname(shown), self._known)


def _describe(file: File, folder: str, path: str, place: LinkPlace) -> BrandLink | PageLink:
    if brand := _BRAND.fullmatch(path):
        slug = brand[1]
        column = place.column + max(place.found.rfind(slug), 0)
        return BrandLink(file.src_uri, slug, place.line, column, place.text, is_path=True)
    return PageLink(file.src_uri, folder, path, *place)
