"""Brands that are named by where their page or their file lies: ``../zheliban/`` is ``brand:zheliban``."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from showcase.source.slug import is_slug

_PATH: Final = re.compile(r"(?:(?:\.\./|/|\./)*brands/|\.\./)([^/]+)(?:/[^/]*)?")
_PAGE: Final = re.compile(r"[0-9]+|page-?[0-9]*")
"""Further pages of the list of brands lie beside the brands."""


def find_brand_in_path(address: str) -> str:
    """How a link to a brand is to be written that was written as a path; empty where the path leads elsewhere."""
    path = unquote(re.split(r"[?#]", address.strip(), maxsplit=1)[0])
    found = _PATH.fullmatch(path)
    return f"brand:{found[1]}" if found and is_slug(found[1]) and not _PAGE.fullmatch(found[1]) else ""
