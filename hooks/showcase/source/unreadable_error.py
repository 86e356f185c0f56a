"""The error of a file that is no text, or not the text that it should be."""

from __future__ import annotations

from collections.abc import Iterable

from showcase.model.faults import Fault


class UnreadableError(Exception):
    """A file that cannot be read any further; carries why."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """``faults`` holds at least one."""
        super().__init__()
        self.faults = tuple(faults)
