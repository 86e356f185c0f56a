"""Metadata of hand-written pages that Material prints as it is: escaped once, before any template sees it."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any, Final

from markupsafe import Markup, escape

_PRINTED: Final = ("title", "subtitle", "status", "icon")
"""What Material prints into its navigation, its drawer and headings; our own templates escape what they print."""


def escape_metadata(metadata: MutableMapping[str, Any]) -> None:
    """Makes text of what Material would print as markup.

    A title that MkDocs takes from a heading is markup already, and stays so.
    """
    for name in _PRINTED:
        value = metadata.get(name)
        if value is not None and not isinstance(value, Markup):
            metadata[name] = escape(value)


def unescape_metadata(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata as the page's editor wrote it."""
    return {name: value.unescape() if isinstance(value, Markup) else value for name, value in metadata.items()}
