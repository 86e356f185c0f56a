"""What is told of a link to a brand that is not there: where the brand went, or which one may be meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Final

_LIKE: Final = 0.8
"""Likeness below which a slug is that of another brand, and no slip."""


def explain_missing(slug: str, slugs: Iterable[str], renamed: Mapping[str, str]) -> dict[str, str]:
    """Details of an ``unknown-brand``; ``renamed`` holds the brands' slugs by their old addresses."""
    if slug in renamed:
        return {"found": slug, "renamed": renamed[slug]}
    close = difflib.get_close_matches(slug, sorted(slugs), n=1, cutoff=_LIKE)
    return {"found": slug, "suggestion": close[0] if close else ""}
