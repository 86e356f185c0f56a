"""Pages of a long listing (分页): how many there are, which brands each shows, and its address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from showcase.catalogue.entry import Entry


@dataclass(frozen=True, slots=True)
class Pages:
    """One page of a listing among its pages."""

    base: str
    """Address of the first page below the root, such as ``brands/``."""
    number: int
    """This page, from 1."""
    count: int
    """How many pages there are, at least 1."""

    def url(self, number: int) -> str:
        """Address of a page below the root."""
        return self.base if number == 1 else f"{self.base}page/{number}/"

    @property
    def shown(self) -> tuple[int | None, ...]:
        """The numbers that are offered: first, last and the neighbours; ``None`` for a gap."""
        near = sorted({1, self.count, *range(max(1, self.number - 1), min(self.count, self.number + 1) + 1)})
        shown: list[int | None] = []
        for number in near:
            if shown and (last := shown[-1]) is not None and number - last > 1:
                shown.append(None)
            shown.append(number)
        return tuple(shown)


def count_pages(total: int, size: int) -> int:
    """How many pages a listing of ``total`` brands takes; an empty one takes one."""
    return max(1, -(-total // size))


def slice_page(entries: Sequence[Entry], number: int, size: int) -> Sequence[Entry]:
    """The brands of a page."""
    return entries[(number - 1) * size : number * size]


def iterate_pages(base: str, total: int, size: int) -> Iterator[Pages]:
    """Every page of a listing."""
    count = count_pages(total, size)
    return (Pages(base, number, count) for number in range(1, count + 1))
