"""Where brands come from when a page is drawn: from the store, or from memory where there is none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from showcase.compile.store import Store, StoredBrands
from showcase.model.brand import Brand

KEPT: Final = 64
"""Brands that stay at hand, the last that were asked for: the data and the pages of some are made in turns."""


class BrandSource:
    """Loads brands by slug; may be handed to a worker process, which opens the store for itself."""

    def __init__(self, folders: frozenset[str], written: Mapping[str, bytes], store: Store | None) -> None:
        """``folders`` are brands that have one; ``written`` are brands as JSON by file, unless a store has them."""
        self._folders = folders
        self._written = written
        self._path = store.path if store else None
        self._brands: StoredBrands | None = store.brands if store else None
        self._process = os.getpid()
        self._kept: dict[str, Brand] = {}

    def __call__(self, slug: str) -> Brand:
        """The brand of a slug; raises ``KeyError`` or DamagedStoreError for one that is nowhere."""
        brand = self._kept.get(slug)
        if brand is None:
            if len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            brand = Brand.model_validate_json(self.read(slug))
            self._kept[slug] = brand
        return brand

    def name_file(self, slug: str) -> str:
        """The POSIX path of a brand's file below the brands folder."""
        return f"{slug}/index.md" if slug in self._folders else f"{slug}.md"

    def read(self, slug: str) -> bytes:
        """The brand of a slug as JSON; raises as a call."""
        if self._path is None:
            return self._written[self.name_file(slug)]
        if self._brands is None or self._process != os.getpid():
            # A connection must not be used across a fork.
            self._brands, self._process = StoredBrands.open(self._path), os.getpid()
        return self._brands[self.name_file(slug)]

    def __getstate__(self) -> dict[str, object]:
        """Without the connection."""
        return {
            "_folders": self._folders,
            "_written": self._written,
            "_path": self._path,
            "_brands": None,
            "_process": 0,
            "_kept": {},
        }
