"""A picture file, checked and measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Image:
    """One picture beside a brand's ``index.md``."""

    name: str
    """File name."""
    path: str
    """Where it lies, as an absolute POSIX path."""
    format: str
    """``svg``, ``png``, ``jpeg``, ``webp`` or ``avif``."""
    width: int
    """Pixels (for SVG: user units of its view box)."""
    height: int
    """Pixels, as ``width``."""
    digest: str
    """SHA-256 of the file, in hex."""
