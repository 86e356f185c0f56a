"""Names of files: the one that is known, and others as they can be shown.

What was packed on another machine may have names in another encoding.
"""

from __future__ import annotations

from typing import Final

CATALOGUE_FILE: Final = "_catalogue.yml"
"""The vocabulary's file."""


def show_name(name: str) -> str:
    """A name with U+FFFD for bytes that are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
