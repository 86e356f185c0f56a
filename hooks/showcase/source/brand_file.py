"""One brand's file, and what came of reading it.

Apart from what reads it, which takes long to import, and most builds read little.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from showcase.model.brand import Brand
from showcase.model.faults import Fault, Place


class BrandFile(NamedTuple):
    """Where a brand's file lies, and what an editor calls it."""

    path: str
    """To open it."""
    shown: str
    """To name it in a fault."""
    slug: str
    source: str
    """POSIX path below the brands folder."""
    has_folder: bool
    """Whether it is ``<slug>/index.md``, with room for pictures beside it."""


class Claim(NamedTuple):
    """A value that has to agree with the vocabulary or with other brands."""

    field: str
    """``name``, ``agency``, ``category``, ``level``, ``summary``, ``aliases[0]`` and so on; empty for a link in the
    story."""
    text: str
    """Of a summary, its digest."""
    place: Place


class BrandReading(NamedTuple):
    """What came of one file."""

    file: BrandFile
    brand: Brand | None
    """``None`` where an error stands against it."""
    faults: tuple[Fault, ...]
    claims: tuple[Claim, ...] = ()
    """Claims are kept of a faulty brand too, so that one run tells everything."""


def digest_summary(text: str) -> str:
    """What two summaries have in common that are the same: 16 hex digits."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
