"""Addresses that only the computer opens on which they were copied: that of a preview, ``http://127.0.0.1:8000/``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from showcase.model.faults import Fault
from showcase.source.brand_paths import find_brand_in_path
from showcase.source.front_matter import Page
from showcase.source.mending import shorten

_ADDRESS: Final = re.compile(
    r"https?://(?:localhost|127(?:\.[0-9]{1,3}){3}|0\.0\.0\.0)(?![\w.-])(?::[0-9]{1,5})?"
    r"(?P<path>/[^\s\"'<>()（），。；、]{0,300})?",
    re.IGNORECASE,
)


def find_local_addresses(page: Page) -> Iterator[Fault]:
    """A fault for each but in comments; in a story, of a brand's page with what to write."""
    for found in _ADDRESS.finditer(page.source.text):
        place = page.source.place_at(found.start(), len(found[0]))
        is_above = place.line < page.body_line
        if is_above and place.source.lstrip().startswith("#"):
            continue
        brand = "" if is_above else find_brand_in_path(found["path"] or "")
        yield Fault("address-local", place, details={"found": shorten(found[0]), "suggestion": brand})
