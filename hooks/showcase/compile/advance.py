"""How a stage of a build tells of its progress."""

from __future__ import annotations

from collections.abc import Callable

Advance = Callable[[int, int], None]
"""Told how many more things are done, and of how many."""


def ignore_advance(_count: int, _total: int) -> None:
    """Takes no notice of progress."""
