"""Links of hand-written pages to what the program makes, or to nothing: only who plans the site can tell them apart."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from showcase.compile.fulltext import FOLDER
from showcase.compile.pending import Memory
from showcase.model.faults import Fault, Place
from showcase.views.brand_files import url_of
from showcase.views.page_link import PageLink, files_of

if TYPE_CHECKING:
    from showcase.compile.plan import Plan
    from showcase.compile.site import Ingredients
    from showcase.compile.target import Target

_UP: Final = re.compile(r"\A(?:\.{0,2}/)+")
_OF_BRAND: Final = re.compile(r"brands/([a-z0-9-]+)/")
_SOURCE: Final = re.compile(r"(?:(?:\A|/)(?:index|README))?\.md\Z")
_AWAY: Final = ("https://", "http://", "mailto:")


class Published:
    """What a site is to hold, asked for one file after another: to plan all of it takes long for many brands."""

    def __init__(self, made_of: Ingredients, docs_folder: Path, memory: Memory) -> None:
        """``docs_folder`` is where MkDocs built the hand-written pages, ``memory`` is of the site as it stands."""
        self._made_of, self._docs_folder, self._memory = made_of, docs_folder, memory
        self._planned: set[str] = set()
        """Of files that belong to no single brand, the paths of those that were planned so far."""

    def find(self, path: str) -> str:
        """The file that is at a path below the root of the site, of a folder the page in it; empty where none is."""
        return next(filter(self._holds, files_of(path)), "")

    def _holds(self, file: str) -> bool:
        # A link may be longer than a name can be, on which ``Path.is_file`` fails before Python 3.14.
        if os.path.isfile(self._docs_folder / file):  # noqa: PTH113
            return True
        if file.startswith(FOLDER):
            return self._made_of.fulltext  # Pagefind alone knows what it is called.
        found = _OF_BRAND.match(file)
        if found and found[1] in self._made_of.content.catalogue.by_slug:
            if any(target.path == file for target in self._plan.of_brands([found[1]])):
                return True  # The lists go on below ``brands/page/``, which a brand may be called too.
        elif found and file == f"{url_of(found[1])}index.html" and found[1] in self.renamed:
            return True
        # What is of no single brand is as it was where none looks other than it did; of one that is there no longer,
        # the store may be damaged.
        return (self._is_as_it_was and file in self._memory.read([file])) or self._is_shared(file)

    def _is_shared(self, file: str) -> bool:
        """Whether a file is of no single brand: the rest is planned until it turns up."""
        if file in self._planned:
            return True
        for target in self._rest:
            self._planned.add(target.path)
            if target.path == file:
                return True
        return False

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The slugs of brands by their old addresses, at which there are pages."""
        return {alias: entry.slug for entry in self._made_of.content.catalogue.entries for alias in entry.aliases}

    @cached_property
    def _plan(self) -> Plan:
        return self._made_of.plan()

    @cached_property
    def _is_as_it_was(self) -> bool:
        return self._memory.outline == self._made_of.outline

    @cached_property
    def _rest(self) -> Iterator[Target]:
        return self._plan.iterate_shared()


def find_dead_page_links(made_of: Ingredients, published: Published) -> Iterator[Fault]:
    """A fault for each link that leads to nothing on the site."""
    docs = made_of.docs
    for link in docs.page_links:
        if not published.find(link.path):
            place = Place(f"{docs.folder}/{link.source}", link.line, link.column, len(link.found), link.text)
            yield Fault("page-dead-link", place, details={"found": link.found, **_suggest(link, published)})


def _suggest(link: PageLink, published: Published) -> dict[str, str]:
    """What to write instead: the same as an address from the root of the site, or as a path of the sources."""
    # Most builds find no dead link, and these take long to import.
    from showcase.source.brand_paths import find_brand_in_path
    from showcase.source.dead_links import suggest_address

    written = re.split(r"[?#]", link.found, maxsplit=1)[0]
    rest, path = link.found[len(written) :], unquote(written)
    bare = _UP.sub("", path)
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(link.source), path))
    for meant in dict.fromkeys((bare, bare.lower(), _SOURCE.sub("/", bare), beside, _SOURCE.sub("/", beside))):
        if posixpath.normpath(meant).startswith("..") or not (file := published.find(meant)):
            continue
        target = file.removesuffix("index.html")
        address = posixpath.relpath(target or ".", link.folder or ".") + ("/" if target != file else "")
        # A file of a brand has an address and no other name.
        brand = find_brand_in_path(target).removeprefix("brand:") if target != file else ""
        return {"suggestion": f"brand:{published.renamed.get(brand, brand)}{rest}" if brand else f"{address}{rest}"}
    suggestion = suggest_address(link.found, path)
    return {"suggestion": suggestion} if suggestion.startswith(_AWAY) else {}
