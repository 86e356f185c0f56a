"""The plan: every file that the site is to hold, made from the catalogue and the hand-written pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from pydantic_core import to_json

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.catalogue.relations import find_bearings
from showcase.compile.beside import BesideFile
from showcase.compile.fulltext import FOLDER
from showcase.compile.keys import Keys
from showcase.compile.ledger import Line
from showcase.compile.recipes import (
    CleanDrawing,
    CopyFile,
    Give,
    MakeAlias,
    MakeBrandPage,
    MakeRecord,
    ResizePicture,
)
from showcase.compile.target import Rank, Target
from showcase.model.errors import DocsError
from showcase.source.images import is_picture_name
from showcase.views.brand_files import RECORD, url_of
from showcase.views.docs import Docs

_TAKEN: Final = (
    "{path} 和建站生成的文件重名；改名，或删掉"
    " / {path} has the name of a file that the build makes; rename it, or remove it"
)
_ROBOTS: Final = (
    "这个文件由建站生成；删掉这一个，不让搜索引擎收录就在 mkdocs.yml 的 extra.showcase 里写 indexing: false"
    " / is made by the build; remove this one, and to keep search engines out write indexing: false"
    " below extra.showcase in mkdocs.yml"
)


def _explain_taken(folder: str, path: str) -> str:
    """That a file of the hand-written part, as it lies in the site, has the name of one that the build makes."""
    return f"{folder}/{path}: {_ROBOTS}" if path == "robots.txt" else f"{folder}: {_TAKEN.format(path=path)}"


def plan_docs(folder: Path, keys: Keys, dead: tuple[str, ...] = ()) -> Iterator[Target]:
    """The files that MkDocs built in a folder of its own, as targets; ``dead`` as in :class:`Docs`."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            is_page = name.endswith(".html")
            recipe = CopyFile(str(path), dead if is_page else ())
            digest = hashlib.sha256(recipe.read()).hexdigest()
            yield Target(name, Rank.PAGE if is_page else Rank.ASSET, recipe, keys.of_content("copy", digest))


def _recipe_of(file: BesideFile) -> ResizePicture | CleanDrawing | CopyFile:
    if file.width:
        return ResizePicture(file.source, file.width)
    return CleanDrawing(file.source) if is_picture_name(file.source) else CopyFile(file.source)


class Plan:
    """The files of a site, planned whole, or as little of them as an edit asks for."""

    def __init__(
        self,
        catalogue: Catalogue,
        lines: Mapping[str, Line],
        docs: Docs,
        docs_folder: Path | None,
        identity: str,
        *,
        search: bool = True,
        fulltext: bool = False,
    ) -> None:
        """``docs_folder`` is where MkDocs built the hand-written pages; ``None`` where they lie in the site already.

        ``identity`` is a digest of the code and of the libraries that render. ``search`` tells whether the index of the
        search is made, ``fulltext`` whether there is a full-text search too.
        """
        self._catalogue = catalogue
        self._lines = lines
        self._docs = docs
        self._docs_folder = docs_folder
        self._search = search
        self._fulltext = fulltext
        self._keys = Keys(catalogue, docs, identity)

    def may_keep(self, key: str) -> bool:
        """Whether a file of a key may still be right: one that other code made, or other settings, is not."""
        return key.startswith(self._keys.base)

    def own(self) -> list[Target]:
        """The files that belong to single brands, in the order of brands."""
        return [target for entry in self._catalogue.entries for target in self._iterate_own(entry)]

    def all(self, own: Sequence[Target]) -> tuple[Target, ...]:
        """All files of the site in the order of publishing; ``own`` are those of single brands, see :meth:`own`.

        Raises :class:`DocsError` for a hand-written file of the same path as one of the compiler.
        """
        targets = {target.path: target for target in (*own, *self.iterate_shared(own))}
        for target in plan_docs(self._docs_folder, self._keys, self._docs.dead) if self._docs_folder else ():
            if target.path in targets:
                raise DocsError(_explain_taken(self._docs.folder, target.path))
            targets[target.path] = target
        if taken := next((path for path in targets if path.startswith(FOLDER)), None):
            raise DocsError(f"{self._docs.folder}: {_TAKEN.format(path=taken)}")
        self._keys.forget()
        return _sort(targets.values())

    def iterate_shared(self, own: Iterable[Target] | None = None) -> Iterator[Target]:
        """The files that belong to no single brand and to no hand-written page, each planned when it is asked for.

        Few of a kind come before many. ``own`` are the files of single brands, of which the sitemaps tell, where those
        are planned already.
        """
        # An edit of a story does without them, and they bring the views of everything.
        from showcase.compile.data_plan import plan_data, plan_feeds, plan_sitemaps
        from showcase.compile.facet_plan import plan_facets
        from showcase.compile.listing_plan import plan_groups, plan_indexes

        catalogue, keys, size = self._catalogue, self._keys, self._docs.settings.page_size
        pages = list[Target]()
        for target in chain(
            plan_indexes(catalogue, keys, size),
            plan_groups(catalogue, keys, size),
            plan_data(self._docs, keys),
            plan_feeds(catalogue, keys),
            plan_facets(catalogue, keys, size),
        ):
            pages.append(target)
            yield target
        yield from self._iterate_assets()
        yield from self.whole()
        each = (one for entry in catalogue.entries for one in self._iterate_own(entry)) if own is None else own
        yield from plan_sitemaps(catalogue, self._lines, self._docs, keys, chain(each, pages))

    def of_brands(self, slugs: Iterable[str]) -> tuple[Target, ...]:
        """The files that belong to some brands alone, in the order of publishing."""
        entries = [self._catalogue.by_slug[slug] for slug in slugs]
        return _sort(target for entry in entries for target in self._iterate_own(entry))

    @property
    def fulltext_key(self) -> str:
        """The key of the full-text search; empty where there is to be none."""
        return self._keys.of_fulltext() if self._fulltext else ""

    def whole(self) -> tuple[Target, ...]:
        """The files that depend on more of every brand than the others may show of it."""
        if not self._search:
            return ()
        from showcase.compile.search_plan import plan_search  # As in ``iterate_shared``.

        return tuple(plan_search(self._catalogue, self._keys))

    def _iterate_own(self, entry: Entry) -> Iterator[Target]:
        base, slug, line = url_of(entry.slug), entry.slug, self._lines[entry.slug]
        bearings = find_bearings(self._catalogue, entry)
        key = self._keys.of_brand(entry, line, bearings)
        yield Target(f"{base}index.html", Rank.PAGE, MakeBrandPage(slug, to_json(bearings)), key, slug)
        if entry.is_open:
            yield Target(f"{base}{RECORD}", Rank.PAGE, MakeRecord(slug), self._keys.of_record(entry, line), slug)
        for file in line.beside:
            recipe = _recipe_of(file)
            key = self._keys.of_content("beside", file.digest, file.width)
            yield Target(f"{base}{file.name}", Rank.ASSET, recipe, key, slug)
        for alias in entry.aliases:
            key = self._keys.of_content("alias", slug, entry.name, self._docs.settings.locale)
            yield Target(f"{url_of(alias)}index.html", Rank.PAGE, MakeAlias(slug), key, slug)

    def _iterate_assets(self) -> Iterator[Target]:
        from showcase.views.assets import FULLTEXT, bundle_assets  # As in ``iterate_shared``.

        for asset in bundle_assets(self._docs.settings.locale):
            if asset.kind == FULLTEXT and not self._fulltext:
                continue
            yield self._give(asset.path, Rank.ASSET, asset.content)

    def _give(self, path: str, rank: Rank, content: bytes) -> Target:
        digest = hashlib.sha256(content).hexdigest()
        return Target(path, rank, Give(content), self._keys.of_content("give", digest))


def _sort(targets: Iterable[Target]) -> tuple[Target, ...]:
    return tuple(sorted(targets, key=lambda target: (target.rank, target.path)))
