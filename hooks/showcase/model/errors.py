"""Errors that more than one package raises."""

from __future__ import annotations


class DocsError(Exception):
    """The configuration or a hand-written page cannot be built; its text says why, a line a cause."""
