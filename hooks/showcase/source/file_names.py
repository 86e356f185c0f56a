"""Names of files: those that are known, and others as they can be shown.

What was packed on another machine may have names in another encoding.
"""

from __future__ import annotations

from typing import Final

CATALOGUE_FILE: Final = "_catalogue.yml"
"""The vocabulary's file."""
_LEFT_BY_WINDOWS: Final = frozenset({"thumbs.db", "desktop.ini"})
"""What Windows puts into a folder by itself, in small letters."""


def is_passed_over(name: str) -> bool:
    """Whether what has this name is no brand and belongs to none: ``_catalogue.yml``, ``.DS_Store``, ``Thumbs.db``."""
    return name.startswith((".", "_")) or name.lower() in _LEFT_BY_WINDOWS


def show_name(name: str) -> str:
    """A name with U+FFFD for bytes that are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
