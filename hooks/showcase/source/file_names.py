"""Names of files as they can be shown: what was packed on another machine may have names in another encoding."""

from __future__ import annotations


def show_name(name: str) -> str:
    """A name with U+FFFD for bytes that are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
