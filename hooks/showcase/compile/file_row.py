"""A row of what is known of a published site."""

from __future__ import annotations

from typing import NamedTuple


class FileRow(NamedTuple):
    """What is known of a file of a site that was published."""

    path: str
    owner: str
    """The slug of the brand that the file is of; empty for one that belongs to no single brand."""
    key: str
    size: int
    time: int
    """In nanoseconds."""
