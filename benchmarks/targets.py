"""What is asked of this program, as ratios within one run, and whether a run shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.measure import Measure
from benchmarks.record import Run, Work

_SMALL, _LARGE = 10_000, 100_000
"""Brands."""


Needs = tuple[int, str, Work]
"""What a target rests on: a size, a program, a work."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that is asked: a value of a run, and the most it may be."""

    text: str
    most: float
    form: str
    """How both values are written, a format string."""
    needs: tuple[Needs, ...]
    """The measures that the value is made of."""
    compute: Callable[..., float]
    """The value, out of those measures."""
    timed: bool = True
    """Whether it is made of times, which others on the machine disturb; memory is not."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A target beside what was seen."""

    target: Target
    seen: float | None
    """Nothing where the run lacks a measure that it takes."""
    disturbed: bool = False
    """Whether a time that it rests on was disturbed."""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; ``None`` where the run does not tell."""
        return None if self.seen is None else self.seen <= self.target.most


def _divide_walls(one: Measure, other: Measure) -> float:
    return one.wall / other.wall


def _divide_memories(one: Measure, other: Measure) -> float:
    return one.memory / other.memory


def _take_wall(one: Measure) -> float:
    return one.wall


def _take_gigabytes(one: Measure) -> float:
    return one.memory / 1e9


def _divide_walls_a_brand(large: Measure, small: Measure) -> float:
    return (large.wall / _LARGE) / (small.wall / _SMALL)


_COLD: Needs = (_SMALL, "ours", Work.COLD)
_HUGO: Needs = (_SMALL, "hugo", Work.COLD)
_UNCHANGED: Needs = (_SMALL, "ours", Work.UNCHANGED)
_EDITED: Needs = (_SMALL, "ours", Work.BRAND)
_COLD_LARGE: Needs = (_LARGE, "ours", Work.COLD)

TARGETS = (
    Target("10,000 brands, cold: wall beside Hugo's", 0.5, "{:.2f}", (_COLD, _HUGO), _divide_walls),
    Target(
        "10,000 brands, cold: peak memory beside Hugo's", 0.35, "{:.2f}", (_COLD, _HUGO), _divide_memories, timed=False
    ),
    Target("10,000 brands, unchanged: wall beside our cold", 0.02, "{:.1%}", (_UNCHANGED, _COLD), _divide_walls),
    Target("10,000 brands, unchanged: wall", 1.0, "{:.2f} s", (_UNCHANGED,), _take_wall),
    Target("10,000 brands, one brand edited: wall beside our cold", 0.04, "{:.1%}", (_EDITED, _COLD), _divide_walls),
    Target("10,000 brands, one brand edited: wall", 1.5, "{:.2f} s", (_EDITED,), _take_wall),
    Target(
        "cold wall a brand, 100,000 brands beside 10,000", 1.15, "{:.2f}", (_COLD_LARGE, _COLD), _divide_walls_a_brand
    ),
    Target("100,000 brands, cold: peak memory", 1.5, "{:.2f} GB", (_COLD_LARGE,), _take_gigabytes, timed=False),
)


def judge_targets(run: Run) -> list[Verdict]:
    """Every target beside what the run saw."""
    return [_judge(run, target) for target in TARGETS]


def _judge(run: Run, target: Target) -> Verdict:
    found = [run.measure(*need) for need in target.needs]
    measures = [measure for measure in found if measure is not None]
    if len(measures) < len(found):
        return Verdict(target, None)
    disturbed = target.timed and any(measure.disturbed for measure in measures)
    return Verdict(target, target.compute(*measures), disturbed)
