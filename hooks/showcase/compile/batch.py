"""A batch: targets that are to be made, as they are handed to the processes that make them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Final, NamedTuple, overload

from showcase.compile.survey import Seen
from showcase.compile.target import Recipe, Target

TOGETHER: Final = 48
"""Targets that are made together, of so few brands that all of them stay at hand."""


class ToMake(NamedTuple):
    """As much of a target as a process has to know."""

    number: int
    path: str
    recipe: Recipe
    owner: str


class Chunk(NamedTuple):
    """What came of a chunk of targets."""

    numbers: list[int]
    seen: list[Seen | None]
    """Of the file of each; see :class:`showcase.compile.stage.Staged`."""


class Batch(Sequence[ToMake]):
    """Some of the targets in an order, each put together when it is asked for: of a large site all are megabytes."""

    def __init__(self, targets: Sequence[Target], numbers: Sequence[int]) -> None:
        """``numbers`` are their places among ``targets``."""
        self._targets = targets
        self._numbers = array("L", numbers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int, /) -> ToMake: ...
    @overload
    def __getitem__(self, place: slice, /) -> Batch: ...
    def __getitem__(self, place: int | slice, /) -> ToMake | Batch:
        """One of them, or several."""
        if isinstance(place, slice):
            return Batch(self._targets, self._numbers[place])
        number = self._numbers[place]
        target = self._targets[number]
        return ToMake(number, target.path, target.recipe, target.owner)
