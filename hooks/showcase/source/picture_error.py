"""Why a picture cannot be shown."""

from __future__ import annotations


class PictureError(Exception):
    """A picture that cannot be shown."""

    def __init__(self, code: str, line: int = 0, **details: str) -> None:
        """``code`` is a kind of fault; ``line`` a line of an SVG file, from 1, where one is meant, else 0."""
        super().__init__(code)
        self.code = code
        self.line = line
        self.details = details
