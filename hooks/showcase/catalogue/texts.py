"""Texts of many brands as one value (合存的文字).

A text of its own for each would be as large again by its head, and lie between others: a forked process that looks at
any object writes down that it does, and so copies the page of memory on which that lies.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple, Protocol

_HEAD: Final = struct.Struct("=II")
"""Columns, and cells."""


class Texts:
    """A table of texts, of which each is cut out when it is asked for."""

    __slots__ = ("_ends", "_source", "_whole", "_width")

    def __init__(self, rows: Sequence[Sequence[str]]) -> None:
        """``rows`` are of one length."""
        cells = [cell for row in rows for cell in row]
        self._width = len(rows[0]) if rows else 0
        self._whole = "".join(cells)
        self._ends = array("I", accumulate(map(len, cells), initial=0))
        self._source: Source | None = None

    @classmethod
    def from_bytes(cls, data: bytes) -> Texts:
        """The table that :meth:`to_bytes` gave; its texts are decoded when the first of them is asked for."""
        return cls.later(_AtHand(data))

    @classmethod
    def later(cls, source: Source) -> Texts:
        """A table that is loaded when the first of its texts is asked for, in whichever process."""
        made = cls(())
        made._source = source
        return made

    def to_bytes(self) -> bytes:
        """The table as this machine keeps it."""
        whole = self.settle().encode()
        return _HEAD.pack(self._width, len(self._ends) - 1) + self._ends.tobytes() + whole

    def cell(self, row: int, column: int) -> str:
        """A text by its place in the table."""
        whole = self.settle()
        place = row * self._width + column
        return whole[self._ends[place] : self._ends[place + 1]]

    def row(self, row: int) -> tuple[str, ...]:
        """All texts of a row."""
        self.settle()
        return tuple(self.cell(row, column) for column in range(self._width))

    def settle(self) -> str:
        """Loads and decodes the texts, for all processes that are born later; raises what their source does."""
        if self._source is not None:
            data = self._source.load()
            self._width, count = _HEAD.unpack_from(data)
            start = _HEAD.size + (count + 1) * self._ends.itemsize
            self._ends = array("I", data[_HEAD.size : start])
            self._whole = data[start:].decode()
            self._source = None
        return self._whole


class Source(Protocol):
    """Where a table comes from: a small value that may be handed to another process."""

    def load(self) -> bytes:
        """What :meth:`Texts.to_bytes` gave."""


class _AtHand(NamedTuple):
    """A table in memory."""

    data: bytes

    def load(self) -> bytes:
        """It."""
        return self.data
