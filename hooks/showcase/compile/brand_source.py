"""Where brands come from when a page is drawn: those just read are at hand, the others lie in the store."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from showcase.compile.store import StoredBrands
from showcase.model.brand import Brand


class BrandSource:
    """Loads brands by slug; may be handed to a worker process, which opens the store for itself."""

    def __init__(self, fresh: Mapping[str, Brand], path: Path | None) -> None:
        """``fresh`` are the brands just read; ``path`` is the store's file, where there is one."""
        self._fresh = fresh
        self._path = path
        self._stored: tuple[int, StoredBrands] | None = None

    def __call__(self, slug: str) -> Brand:
        """The brand of a slug; raises ``KeyError`` for one that is nowhere."""
        brand = self._fresh.get(slug)
        if brand is not None or self._path is None:
            return brand or self._fresh[slug]
        return Brand.model_validate_json(self._open(self._path)[slug])

    def _open(self, path: Path) -> StoredBrands:
        # A connection must not be used across a fork.
        if self._stored is None or self._stored[0] != os.getpid():
            self._stored = (os.getpid(), StoredBrands(path))
        return self._stored[1]

    def __getstate__(self) -> dict[str, object]:
        """Without the connection."""
        return {"_fresh": self._fresh, "_path": self._path, "_stored": None}
