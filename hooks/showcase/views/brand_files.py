"""Where the page of a brand lies, and what lies beside it."""

from __future__ import annotations

from typing import Final

RECORD: Final = "brand.json"
"""The data of the brand."""


def url_of(slug: str) -> str:
    """Address of a brand's page below the root of the site."""
    return f"brands/{slug}/"
