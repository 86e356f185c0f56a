"""A target: one file of the site, and how to make its bytes."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from showcase.compile.workshop import Workshop


class Rank(IntEnum):
    """When a file is published: what a page needs comes before it, what names it after it."""

    ASSET = 0
    """Images, styles, scripts."""
    PAGE = 1
    """Pages of brands, agencies, areas; hand-written pages."""
    INDEX = 2
    """What lists pages: home, listing, sitemap, data files."""


class Recipe(Protocol):
    """How to make a file: a small picklable value, called in whichever process has a workshop."""

    def __call__(self, workshop: Workshop, /) -> bytes:
        """The bytes of the file."""


class Target(NamedTuple):
    """One file of the site (输出文件)."""

    path: str
    """POSIX path below the root of the site."""
    rank: Rank
    recipe: Recipe
    key: str
    """Named digests of everything that the bytes depend on; see :mod:`showcase.compile.keys`."""
    owner: str = ""
    """The slug of the brand that the file is of; empty for a file of no single brand."""
