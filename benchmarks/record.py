"""What a run of the benchmark found: for each size, program and work what it took, and what came out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from benchmarks.budgets import Weight
from benchmarks.measure import Measure
from benchmarks.search import SearchFigures


class Work(StrEnum):
    """What is measured, in this order; the value is its name in the table."""

    COLD = "cold"
    UNCHANGED = "unchanged"
    BRAND = "one brand edited"
    TEMPLATE = "one template edited"
    FLOOR = "floor: copy the site"


@dataclass(frozen=True, slots=True)
class Output:
    """What a cold build published."""

    files: int
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Result:
    """One program at one size."""

    count: int
    """Brands."""
    program: str
    """Its name, ``ours`` for this one."""
    title: str
    """Its name and version as in the table."""
    turns: dict[Work, list[Measure]] = field(default_factory=dict)
    """What each work took, as often as it was measured."""
    output: Output | None = None
    """Nothing where the cold build was ended."""

    @property
    def measures(self) -> dict[Work, Measure]:
        """What each work took: of several turns the one in the middle, by the time on the wall."""
        return {work: choose_middle(measures) for work, measures in self.turns.items()}

    @property
    def is_stopped(self) -> bool:
        """Whether any work was ended before it was done."""
        return any(measure.stopped for measures in self.turns.values() for measure in measures)


def choose_middle(measures: Sequence[Measure]) -> Measure:
    """The measure in the middle, by the time on the wall; one that was ended, if there is any."""
    ranked = sorted(measures, key=lambda measure: (bool(measure.stopped), measure.wall))
    return ranked[-1] if ranked[-1].stopped else ranked[(len(ranked) - 1) // 2]


@dataclass(frozen=True, slots=True)
class Run:
    """All results of one run on one machine."""

    machine: str
    """In one line."""
    corpora: dict[int, str]
    """Size of a corpus to a line about it."""
    results: tuple[Result, ...]
    weights: tuple[Weight, ...] = ()
    """What visitors load of the demonstration."""
    searches: tuple[SearchFigures, ...] = ()
    """By size, where there is a Chromium."""

    def of(self, count: int) -> Iterator[Result]:
        """The results at a size."""
        return (result for result in self.results if result.count == count)

    def measure(self, count: int, program: str, work: Work) -> Measure | None:
        """What one thing took; nothing where it was not measured, or ended before it was done."""
        for result in self.of(count):
            found = result.measures.get(work)
            if result.program == program and found and not found.stopped:
                return found
        return None
