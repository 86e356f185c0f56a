"""Texts of many brands as one value (合存的文字).

A text of its own for each would be as large again by its head, and lie between others: a forked process that looks at
any object writes down that it does, and so copies the page of memory on which that lies.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate


class Texts:
    """A table of texts, of which each is cut out when it is asked for."""

    __slots__ = ("_ends", "_whole", "_width")

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        """``rows`` are of one length."""
        cells = [cell for row in rows for cell in row]
        self._width = len(rows[0]) if rows else 0
        self._whole = "".join(cells)
        self._ends = array("I", accumulate(map(len, cells), initial=0))

    def cell(self, row: int, column: int) -> str:
        """A text by its place in the table."""
        place = row * self._width + column
        return self._whole[self._ends[place] : self._ends[place + 1]]
